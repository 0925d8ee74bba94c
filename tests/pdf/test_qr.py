"""Draw a QR code and read it back from a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from leaflets.compose.figures import as_data_address
from leaflets.errors import RenderError
from leaflets.pdf import codes, qr, window
from leaflets.pdf.rendered import Mark, Rectangle, Rendered
from leaflets.pdf.variant import Variant

CODE = "TEA-EN-ABCDEFGH"
LONGEST = "https://" + "a" * 30 + ".example.org" + f"#{'Z' * 60}-ZH-HANS-ABCDEFGH"
K = "device-cmyk(0 0 0 1)"

Render = Callable[..., Rendered]


def _picture(text: str, colour: str = "#000", ground: str = "") -> str:
    drawn = as_data_address(qr.svg(text, colour=colour, ground=ground))
    return f'<img data-mark="m1" alt="{text}" src="{drawn}">'


def _box(mark: Mark) -> Rectangle:
    return Rectangle(x0=mark.x0, y0=mark.y0, x1=mark.x1, y1=mark.y1)


@pytest.mark.parametrize("text", [CODE, LONGEST, "https://example.org/tea#TEA-EN-ABCDEFGH"])
@pytest.mark.parametrize("variant", list(Variant))
def test_what_is_drawn_is_read_back(render: Render, text: str, variant: Variant) -> None:
    """A QR code of any length is read from the finished page, in black of either kind."""
    colour = K if variant is Variant.PRESS else "#000"
    made = render(f"<p>Some words</p>{_picture(text, colour)}", variant=variant)
    (mark,) = (mark for mark in made.marks if mark.id == "m1")
    assert qr.read(made.pdf, mark.page, _box(mark)) == (text,)
    assert qr.read(made.pdf, 0) == (text,)


@pytest.mark.parametrize("text", [CODE, LONGEST])
def test_modules_are_large_enough_for_a_telephone(text: str) -> None:
    """No module is under 0.4 mm, and four of them are left free on every side."""
    svg = ElementTree.fromstring(qr.svg(text, colour="#000"))
    across = float(svg.attrib["viewBox"].split()[2])
    assert svg.attrib["width"] == svg.attrib["height"] == f"{qr.side(text):g}mm"
    assert qr.side(text) / across >= 0.4
    (path,) = svg
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path.attrib["d"])
    starts, rows, lengths, backs = (
        list(map(int, each)) for each in zip(*runs, strict=True)
    )
    assert lengths == backs
    assert min(starts) == min(rows) == qr.QUIET
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    assert max(ends) == max(rows) + 1 == across - qr.QUIET


def test_no_two_runs_of_a_row_touch() -> None:
    """Dark modules side by side are one shape, so that no hair of light shows between."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)", qr.svg(CODE, colour="#000"))
    places = {(int(row), int(start)) for start, row, _ in runs}
    ends = {(int(row), int(start) + int(length)) for start, row, length in runs}
    assert not places & ends


def test_a_code_is_told_from_its_neighbour(render: Render) -> None:
    """Only what stands in the box is read."""
    made = render(f"{_picture(CODE)}<p>and</p>{_picture('OTHER').replace('m1', 'm2')}")
    boxes = {mark.id: _box(mark) for mark in made.marks}
    assert qr.read(made.pdf, 0, boxes["m1"]) == (CODE,)
    assert qr.read(made.pdf, 0, boxes["m2"]) == ("OTHER",)
    assert qr.read(made.pdf, 0) == (CODE, "OTHER")


def test_a_page_without_a_code_has_none(render: Render) -> None:
    """Words are no code, and neither is what lies beyond the sheet."""
    made = render("<p>Some words</p>")
    assert qr.read(made.pdf, 0) == ()
    beyond = Rectangle(x0=5000, y0=5000, x1=5100, y1=5100)
    assert qr.read(made.pdf, 0, beyond) == ()


def test_a_page_that_is_not_there_is_an_error(render: Render) -> None:
    """A file and a page that are not there are said so."""
    made = render("<p>Some words</p>")
    with pytest.raises(RenderError, match="no page 2"):
        qr.read(made.pdf, 1)
    with pytest.raises(RenderError, match="cannot be opened"):
        qr.read(b"no file", 0)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1e30, -1e30])
def test_a_box_of_nonsense_shows_nothing(render: Render, bad: float) -> None:
    """A window that is no place on the page is none."""
    made = render(_picture(CODE))
    box = Rectangle(x0=0, y0=bad, x1=100, y1=bad)
    assert codes.read(made.pdf, 0, box) == ()


def test_a_window_stays_under_its_pixels(render: Render) -> None:
    """What is asked too finely is drawn coarser, and says how fine it is."""
    made = render("<p>Some words</p>")
    with window.opened(made.pdf) as windows:
        seen = windows.look(0, fineness=1200, pixels=10_000)
    assert seen is not None
    width, height = seen.picture.size
    assert width * height <= 10_400
    assert seen.fineness < 100
    assert seen.point(*seen.pixel(30.0, 40.0)) == pytest.approx((30.0, 40.0))
