"""Pictures say what their facts say."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from leaflets.compose import figures

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = {"ink": "#111111", "fill": "#777777"}


def _figures(svg: str, name: str) -> list[ElementTree.Element]:
    return [
        g for g in ElementTree.fromstring(svg).iter(f"{SVG}g") if g.get("class") == name
    ]


def _centre(figure: ElementTree.Element) -> float:
    head = figure.find(f"{SVG}circle")
    assert head is not None
    return float(head.attrib["cx"])


def _boxes(svg: str) -> list[tuple[float, float]]:
    """Left and right end of each box of a bar: first what is filled, then the whole."""
    rects = ElementTree.fromstring(svg).iter(f"{SVG}rect")
    return [
        (float(r.attrib["x"]), float(r.attrib["x"]) + float(r.attrib["width"]))
        for r in rects
    ]


@pytest.mark.parametrize("count", [0, 1, 15, 99, 100])
def test_as_many_figures_are_filled_as_the_fact_counts(count: int) -> None:
    """A hundred figures stand in all, and exactly the counted ones are filled."""
    svg = figures.icon_array(count, 100, mirrored=False, **COLOURS)
    assert len(_figures(svg, "on")) == count
    assert len(_figures(svg, "off")) == 100 - count


def test_a_figure_that_is_not_counted_is_an_outline() -> None:
    """Who cannot see colour still sees filled against empty."""
    svg = figures.icon_array(1, 2, mirrored=False, **COLOURS)
    (off,) = _figures(svg, "off")
    assert {part.attrib["fill"] for part in off} == {"none"}
    (on,) = _figures(svg, "on")
    assert {part.attrib["fill"] for part in on} == {COLOURS["ink"]}


def test_counting_begins_on_the_side_where_reading_begins() -> None:
    """In right-to-left text the filled figures stand on the right."""
    left = _figures(figures.icon_array(3, 20, mirrored=False, **COLOURS), "on")
    right = _figures(figures.icon_array(3, 20, mirrored=True, **COLOURS), "on")
    width = float(
        ElementTree.fromstring(figures.icon_array(3, 20, mirrored=True, **COLOURS)).attrib[
            "width"
        ]
    )
    assert max(_centre(each) for each in left) < width / 2
    assert [_centre(each) for each in right] == [width - _centre(each) for each in left]


def test_a_bar_is_as_long_as_its_share() -> None:
    """The filled length stands to the whole as the value stands to the whole."""
    filled, whole = _boxes(
        figures.bar(Decimal(35), Decimal(100), None, mirrored=False, **COLOURS)
    )
    assert (filled[1] - filled[0]) / (whole[1] - whole[0]) == pytest.approx(0.35)
    assert filled[0] == whole[0]


def test_a_bar_grows_from_the_right_in_right_to_left_text() -> None:
    """The mirrored bar ends where the other begins."""
    filled, whole = _boxes(
        figures.bar(Decimal(35), Decimal(100), None, mirrored=True, **COLOURS)
    )
    assert filled[1] == pytest.approx(whole[1])
    assert (filled[1] - filled[0]) / (whole[1] - whole[0]) == pytest.approx(0.35)


def test_a_bar_without_length_still_shows_its_whole() -> None:
    """Nought in a hundred is an empty outline, not an empty place."""
    filled, whole = _boxes(
        figures.bar(Decimal(0), Decimal(100), None, mirrored=False, **COLOURS)
    )
    assert filled[0] == filled[1]
    assert whole[1] > whole[0]


def test_a_range_goes_from_its_lowest_to_its_highest_value() -> None:
    """The ends of the thin line stand at the two values of the range."""
    span = (Decimal(20), Decimal(60))
    svg = figures.bar(Decimal(50), Decimal(100), span, mirrored=False, **COLOURS)
    (_, middle), (left, right) = _boxes(svg)
    line = ElementTree.fromstring(svg).find(f"{SVG}path")
    assert line is not None
    low, high = (float(x) for x in re.findall(r"M([\d.]+) ", line.attrib["d"])[:2])
    assert low == pytest.approx(left + 0.2 * (right - left))
    assert high == pytest.approx(left + 0.6 * (right - left))
    assert low < middle < high


def test_a_picture_for_the_press_is_drawn_in_black_alone() -> None:
    """Every colour of a press picture has ink on the K plate only."""
    svg = figures.bar(
        Decimal(5), Decimal(10), None, mirrored=False, **figures.tokens("cmyk")
    )
    colours = re.findall(r"(?:fill|stroke)=\"([^\"]+)\"", svg)
    inks = [colour for colour in colours if colour != "none"]
    assert inks
    assert all(ink.startswith("device-cmyk(0 0 0 ") for ink in inks)
