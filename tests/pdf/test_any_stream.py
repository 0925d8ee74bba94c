"""Whatever stands in a content stream, it is read or refused, and never hangs or breaks."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pdf.test_glyphs import written

from leaflets.errors import RenderError
from leaflets.pdf import glyphs, operators

OPERANDS = st.sampled_from(
    [b"1 ", b"-2.5 ", b"/F ", b"(a\\)b) ", b"<6162> ", b"[(a) -3 <62>] ", b"<</MCID 1>> ",
     b"0 0 9 9 ", b"1 0 0 1 5 5 ", b"true ", b"% a comment (\n", b"/F 9 ", b"[] "]
)  # fmt: skip
OPERATORS = st.sampled_from(
    [b"BT\n", b"ET\n", b"Tf\n", b"Tj\n", b"TJ\n", b"Td\n", b"Tm\n", b"q\n", b"Q\n", b"cm\n",
     b"re\n", b"W n\n", b"BDC\n", b"BMC\n", b"EMC\n", b"'\n", b'"\n', b"Ts\n", b"Tz\n",
     b"Do\n", b"sh\n", b"gs\n", b"BI ID x EI\n", b"unknown\n"]
)  # fmt: skip
STREAMS = st.lists(st.one_of(OPERANDS, OPERATORS), max_size=40).map(b"".join)


@given(STREAMS)
@settings(max_examples=200, deadline=None)
def test_any_row_of_operations_is_read_or_refused(content: bytes) -> None:
    """Operators with too many, too few or wrong operands are a RenderError at worst."""
    with contextlib.suppress(RenderError):
        glyphs.read(written(b"/F 9 Tf " + content))


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Bytes that are no content stream at all are a RenderError at worst."""
    with contextlib.suppress(RenderError):
        list(operators.operations(content))


def test_a_stream_made_to_be_slow_is_not() -> None:
    """Brackets that never close do not make the reader try every way of reading them."""
    for content in (b"(" * 50_000, b"<" * 50_000, b"[" * 50_000, b"(a\\" * 20_000):
        with contextlib.suppress(RenderError):
            list(operators.operations(content))
