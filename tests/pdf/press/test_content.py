"""Operations that paint are said in inks, one by one; black text alone overprints."""

from __future__ import annotations

from typing import Any

import pytest

from leaflets.errors import RenderError
from leaflets.pdf.intent import FOGRA39
from leaflets.pdf.press.content import Rewriter
from leaflets.pdf.press.separation import Separation


def _said(*parts: Any, mask: bool = False, on_page: bool = False) -> list[Any]:
    rewriter = Rewriter(Separation(FOGRA39, {}), mask=mask, on_page=on_page)
    return rewriter.rewrite(list(parts))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([b"0 0 0 rg"], [b"0 0 0 1 k"]),
        ([b"1 1 1 RG"], [b"0 0 0 0 K"]),
        ([b"0.5 0.5 0.5 rg"], [b"0 0 0 0.498 k"]),
        ([b"0.25 g"], [b"0 0 0 0.75 k"]),
        ([b"/DeviceCMYK cs", b"0.1 0.2 0.3 0.4 scn"], [b"0.1 0.2 0.3 0.4 k"]),
        ([b"/DeviceCMYK CS", b"0 0 0 1 SCN"], [b"0 0 0 1 K"]),
        ([b"/lab-d65 cs", b"100 0 0 scn"], [b"0 0 0 0 k"]),
        (["0 0 0 rg"], [b"0 0 0 1 k"]),
    ],
)
def test_a_colour_becomes_inks(given: list[Any], expected: list[Any]) -> None:
    """Whatever space it was in; a grey becomes black ink alone."""
    assert _said(*given) == expected


def test_what_paints_in_no_colour_of_its_own_is_left_alone() -> None:
    """Patterns, printer's marks, shapes, and what is no operation at all."""
    tag = {"MCID": 4}
    parts = [b"/Pattern cs", b"/p0 scn", b"/All CS", b"1 SCN", b"9 9 m", tag, b"BDC"]
    assert _said(*parts) == parts


def test_in_a_mask_a_colour_is_light() -> None:
    """Black hides, white shows, and inks count as the light that they leave."""
    given = [b"1 1 1 rg", b"0 0 0 RG", b"/DeviceCMYK cs", b"0 0 0 0.25 scn", b"1 0 0 rg"]
    assert _said(*given, mask=True) == [b"1 g", b"0 G", b"0.75 g", b"0.3 g"]


def test_a_space_that_nobody_knows_is_refused() -> None:
    """With a word on what would do, and never painted as something else."""
    with pytest.raises(RenderError, match="'--own'"):
        _said(b"/--own cs", b"1 0 0 scn")


def test_black_text_overprints_and_nothing_else_does() -> None:
    """A white word printed over its ground would not be there at all."""
    given = [b"0 0 0 rg", b"9 9 m", b"f", b"BT", b"[<01>] TJ", b"ET",
             b"1 1 1 rg", b"BT", b"[<02>] TJ", b"ET"]  # fmt: skip
    assert _said(*given) == [
        b"0 0 0 1 k", b"9 9 m", b"f", b"BT", b"/over gs", b"[<01>] TJ", b"/out gs", b"ET",
        b"0 0 0 0 k", b"BT", b"[<02>] TJ", b"ET",
    ]  # fmt: skip


def test_overprint_ends_where_the_colour_changes_in_a_piece_of_text() -> None:
    """And begins again where it is black again."""
    given = [b"0 0 0 rg", b"BT", b"1 0 0 rg", b"(x) Tj", b"0 0 0 rg", b"(y) Tj", b"ET"]
    said = _said(*given)
    assert said[1:4] == [b"BT", b"/over gs", said[3]]
    assert said[4:] == [b"/out gs", b"(x) Tj", b"0 0 0 1 k", b"/over gs", b"(y) Tj",
                        b"/out gs", b"ET"]  # fmt: skip


@pytest.mark.parametrize(
    "colour", [b"0.01 0.01 0.01 rg", b"0 0 0.2 rg", b"/Pattern cs\n/p0 scn"]
)
def test_nearly_black_is_not_black(colour: bytes) -> None:
    """Only black ink at its full overprints."""
    assert b"/over gs" not in _said(*colour.split(b"\n"), b"BT", b"(x) Tj", b"ET")


def test_a_restored_state_brings_its_colour_back() -> None:
    """The white inside a box is forgotten behind it."""
    given = [b"q", b"1 1 1 rg", b"Q", b"BT", b"ET"]
    assert b"/over gs" in _said(*given, on_page=True)
    assert b"/over gs" not in _said(*given, on_page=False)
    assert b"/over gs" not in _said(*given, on_page=True, mask=True)
