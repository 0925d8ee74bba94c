"""Marks stand outside the bleed, print on every plate, and move nothing."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable

import pikepdf
import pytest
from tests.pdf.conftest import Render

from leaflets.pdf import platemarks
from leaflets.pdf.platemarks import MM, ROOM
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.preflight.opening import opened
from leaflets.pdf.preflight.painted import PageInk
from leaflets.pdf.preflight.walk import walk
from leaflets.pdf.printspec import COATED
from leaflets.pdf.rendered import Rectangle
from leaflets.pdf.variant import Variant

BODY = '<h1>Title</h1><div class="art"><p>Words</div>'
STYLE = "@page { background: #eef } .art { background: #fc6; margin: 0 -30mm }"

Pages = Callable[[str], tuple[bytes, tuple[PageInk, ...]]]


def _box(given: Rectangle | None) -> tuple[float, float, float, float]:
    assert given is not None
    return given.x0, given.y0, given.x1, given.y1


@pytest.fixture
def pages(render: Render) -> Pages:
    """Render with marks of a kind, and read what the pages paint."""

    def run(kind: str) -> tuple[bytes, tuple[PageInk, ...]]:
        spec = dataclasses.replace(COATED, marks=kind)
        data = render(BODY, STYLE, variant=Variant.PRESS, spec=spec).pdf
        with opened(data) as pdf:
            return data, walk(pdf)

    return run


@pytest.mark.parametrize("kind", ["none", "crop", "full"])
def test_the_sheet_grows_and_the_page_stays(pages: Pages, kind: str) -> None:
    """The trimmed page begins at the origin: moved patterns would no longer fit."""
    data, (page,) = pages(kind)
    out = 3 * MM + ROOM[kind]
    assert _box(page.trim) == pytest.approx((0, 0, 148 * MM, 210 * MM), abs=0.001)
    assert _box(page.bleed) == pytest.approx(
        (-3 * MM, -3 * MM, 151 * MM, 213 * MM), abs=0.001
    )
    assert _box(page.media) == pytest.approx(
        (-out, -out, 148 * MM + out, 210 * MM + out), abs=0.001
    )
    assert not [f for f in preflight(data, COATED).found if f.code.startswith("F3")]


@pytest.mark.parametrize("kind", ["crop", "full"])
def test_no_mark_reaches_into_the_bleed_and_no_art_out_of_it(
    pages: Pages, kind: str
) -> None:
    """A shop refuses marks in the bleed; art under the marks would hide them."""
    _, (page,) = pages(kind)
    assert page.bleed is not None
    x0, y0, x1, y1 = _box(page.bleed)
    for thing in page.painted:
        left, bottom, right, top = thing.box
        outside = right < x0 or left > x1 or top < y0 or bottom > y1
        inside = (
            left >= x0 - 0.01
            and bottom >= y0 - 0.01
            and right <= x1 + 0.01
            and top <= y1 + 0.01
        )
        assert outside or inside, thing
        if outside and thing.kind != "text":
            assert thing.colour.colorants == ("All",)
    lines = [t for t in page.painted if t.colour.colorants == ("All",)]
    assert len(lines) == (8 if kind == "crop" else 20)
    assert {line.thickness for line in lines} == {0.25}


def test_the_slug_says_what_the_sheet_is(pages: Pages) -> None:
    """Outside the bleed, in black, and in no tag."""
    data, (page,) = pages("full")
    assert page.bleed is not None
    words = [t for t in page.painted if t.kind == "text" and t.box[3] < page.bleed.y0]
    said = "".join(word.text for word in words).replace(" ", "")
    assert said.startswith("TEST-1·1/1·FOGRA39·offset-coated·Tests&<truth>:Pr")
    assert {word.colour.inks for word in words} == {(0, 0, 0, 1)}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    slug = content[content.rindex(b"/Artifact") :]
    assert b"TJ" in slug
    assert b"MCID" not in slug


def test_folds_are_dashed_and_cuts_are_not() -> None:
    """So that nobody cuts at a fold."""
    trim, bleed = (0.0, 0.0, 297 * MM, 210 * MM), (-3 * MM, -3 * MM, 300 * MM, 213 * MM)
    plain = platemarks.draw(trim, bleed, kind="crop")
    folded = platemarks.draw(trim, bleed, kind="crop", folds=(97 * MM, 197 * MM))
    dashed = folded[folded.index(b"[2 2] 0 d") : folded.index(b"Q")]
    assert sum(part == b"S" for part in folded) == sum(part == b"S" for part in plain) + 4
    assert sum(part == b"S" for part in dashed) == 4
    assert b"%.3f" % (97 * MM) in b" ".join(dashed)


def test_the_marks_of_a_style_sheet_are_left_out(render: Render) -> None:
    """The engine draws them inside the bleed, and in RGB: the shop's spec decides."""
    plain = render("<p>x", variant=Variant.PRESS).pdf
    marked = render("<p>x", "@page { marks: crop cross }", variant=Variant.PRESS).pdf
    assert plain == marked
