"""A stranger's file is opened within bounds, or refused with a reason."""

from __future__ import annotations

import base64
import io
import zlib

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pdf.preflight.good import good
from tests.pdf.preflight.rawpdf import one_page, raw

from leaflets.errors import RenderError
from leaflets.pdf.preflight import limits, unpack
from leaflets.pdf.preflight.opening import opened, stream_bytes

PACKED_TWICE = b"/Filter [/FlateDecode /FlateDecode]"


def test_a_whole_file_is_opened() -> None:
    """Pages can be counted and streams unpacked."""
    with opened(good(pages=3)) as pdf:
        assert len(pdf.pages) == 3
        assert b"re f" in stream_bytes(pdf.pages[2].Contents)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_file_that_was_cut_off_is_refused(share: float) -> None:
    """It is not repaired: a repaired file may lack pages."""
    data = good(pages=2)
    with (
        pytest.raises(RenderError, match="damaged or cut off"),
        opened(data[: int(len(data) * share)]),
    ):
        pass


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"Dear print shop, here is our leaflet", "not a PDF"),
        (b"%PDF-1.6 nothing more", "damaged"),
        (raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "no pages"),
        (raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Kids[2 0 R]/Count 1>>"]), "Loop|circle"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, said: str) -> None:
    """Empty, of another kind, broken, without pages, in a circle."""
    with pytest.raises(RenderError, match=said), opened(data):
        pass


def test_a_locked_file_is_refused() -> None:
    """What needs a password cannot be printed by anyone else either."""
    locked = good(encryption=pikepdf.Encryption(owner="o", user="u", R=4))
    with pytest.raises(RenderError, match="password") as error, opened(locked):
        pass
    assert "protection" in error.value.hint


def test_too_many_pages_are_refused() -> None:
    """Ten thousand pages are no leaflet."""
    pages = limits.PAGES + 1
    kids = b" ".join(b"%d 0 R" % (3 + each) for each in range(pages))
    data = raw(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, pages),
            *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * pages,
        ]
    )
    with pytest.raises(RenderError, match=f"{pages} pages"), opened(data):
        pass


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_swells_is_refused(times: int) -> None:
    """Packed once or twice over, it is never unpacked whole."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(1 << 20)) for _ in range(3)) + packer.flush()
    filters = b"/Filter /FlateDecode"
    if times == 2:
        data, filters = zlib.compress(data, 9), PACKED_TWICE
    with (
        opened(one_page(data, packed=filters)) as pdf,
        pytest.raises(RenderError, match="unpacks to more than"),
    ):
        stream_bytes(pdf.pages[0].Contents, 2 << 20)


def test_all_streams_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many streams of a permitted size are too much as well."""
    monkeypatch.setattr(limits, "UNPACKED", 1000)
    with opened(one_page(b" " * 400)) as pdf:
        assert stream_bytes(pdf.pages[0].Contents) == b" " * 400
        assert stream_bytes(pdf.pages[0].Contents)
        with pytest.raises(RenderError, match="unpacks"):
            stream_bytes(pdf.pages[0].Contents)


def test_a_picture_is_not_taken_for_bytes() -> None:
    """A JPEG has to be decoded by who wants its pixels."""
    with (
        opened(one_page(b"\xff\xd8", packed=b"/Filter /DCTDecode")) as pdf,
        pytest.raises(RenderError, match="DCTDecode"),
    ):
        stream_bytes(pdf.pages[0].Contents)


def test_a_predictor_is_undone() -> None:
    """Rows that say only how they differ from the row above come out whole."""
    rows = b"\x00abc" + b"\x02\x00\x00\x01"
    packed = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 3>>"
    with opened(one_page(zlib.compress(rows), packed=packed)) as pdf:
        assert stream_bytes(pdf.pages[0].Contents) == b"abcabd"


@given(st.binary(max_size=3000))
def test_every_filter_gives_back_what_another_program_packed(data: bytes) -> None:
    """Flate by zlib, base 85 and hexadecimal by hand, as qpdf unpacks them too."""
    assert unpack.flate(zlib.compress(data), 1 << 20, {}) == data
    assert unpack.hexadecimal(data.hex().encode() + b">", 1 << 20, {}) == data
    assert unpack.ascii85(base64.a85encode(data) + b"~>", 1 << 20, {}) == data


@given(st.binary(max_size=400))
def test_lzw_and_run_lengths_are_read_as_qpdf_reads_them(data: bytes) -> None:
    """Any bytes: both read the same, or both refuse."""
    for name, step in (("/LZWDecode", unpack.lzw), ("/RunLengthDecode", unpack.run_length)):
        pdf = pikepdf.new()
        stream = pdf.make_stream(b"x")
        stream.write(data, filter=pikepdf.Name(name))
        try:
            other = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
        except (pikepdf.PdfError, RuntimeError):
            continue
        try:
            mine = step(data, 1 << 20, {})
        except RenderError:
            continue
        assert mine[: len(other)] == other[: len(mine)]


def test_a_table_of_objects_that_swells_does_not_fill_the_memory() -> None:
    """Packed objects are unpacked while a file is opened: qpdf holds that bound."""
    with opened(good()):
        kept = pikepdf.settings.get_qpdf_limits()
    assert kept["flate_max_memory"] == limits.STREAM
    assert kept["max_stream_filters"] == limits.FILTERS


def test_reading_in_and_out_of_a_buffer_is_not_needed() -> None:
    """Bytes that qpdf wrote with packed objects are opened as they are."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as pdf:
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with opened(written.getvalue()) as pdf:
        assert len(pdf.pages) == 1
