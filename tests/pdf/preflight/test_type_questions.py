"""Lines, type and distances are measured against what the paper and the knife bear."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pdf.preflight.handmade import (
    BLACK,
    GREY_WHITE,
    WHITE,
    ask,
    case,
    cmyk,
    fill,
    found,
    image,
    line,
    page,
    pixels,
    rgb,
    text,
)

from leaflets.findings import Severity
from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.preflight.ground import Ground
from leaflets.pdf.preflight.painted import Colour, Kind, Painted
from leaflets.pdf.preflight.sight import at, excerpt, plain
from leaflets.pdf.printspec import COATED

ERROR, WARNING = Severity.ERROR, Severity.WARNING
OFFICE = dataclasses.replace(COATED, printable=5.0)


def test_a_good_page_has_no_fault() -> None:
    """Type, lines and areas as one makes them."""
    good = [
        fill(-3, 80, 106, 23, colour=cmyk(1, 0.5, 0, 0)),
        text(10, 85, 40, 6, colour=WHITE, size=18, text="Title"),
        text(10, 70, 80, 4, overprint=True, overprint_mode=1),
        line(10, 60, 80, 0, thickness=0.5),
        fill(10, 50, 80, 0.2, thickness=0.57),
    ]
    assert found(*good) == []


def test_a_line_of_no_width_is_an_error() -> None:
    """As thin as the machine can draw: gone at 2400 dots an inch."""
    (answer,) = ask("F501", line(10, 10, 30, 0, thickness=0))
    assert answer.severity is ERROR
    assert found(line(10, 10, 30, 0, thickness=0)) == ["F501"]


def test_hairlines_are_errors_drawn_or_filled() -> None:
    """A border is often a slender rectangle."""
    things = [line(10, n, 30, 0, thickness=0.1 + n / 1000) for n in range(1, 38)]
    (answer,) = ask("F502", *things, fill(10, 50, 30, 0.02, thickness=0.06, colour=BLACK))
    assert answer.message == (
        "38 lines thinner than 0.25 pt, the worst: 0.06 pt, "
        "10.0 mm from the left and 50.0 mm from the top"
    )


def test_a_quarter_point_with_rounding_passes() -> None:
    """0.248 pt is what 0.25 pt becomes on the way."""
    assert found(line(10, 10, 30, 0, thickness=0.248)) == []


def test_lines_in_several_inks_need_more() -> None:
    """Plates never fit to a hair."""
    assert found(line(10, 10, 30, 0, thickness=0.4, colour=cmyk(1, 1, 0, 0))) == ["F503"]
    assert found(line(10, 10, 30, 0, thickness=0.4)) == []


def test_white_lines_on_a_ground_need_more() -> None:
    """Ink runs into them; on paper there is no line at all."""
    white = line(10, 10, 30, 0, thickness=0.1, colour=WHITE)
    (answer,) = ask("F503", fill(5, 5, 50, 50), white)
    assert answer.message.startswith("a white line thinner than 0.5 pt: 0.10 pt")
    assert found(white) == []


def test_small_type_is_an_error() -> None:
    """Under 6 pt, at its size on the page."""
    assert found(text(10, 10, 9, 2, size=5.9)) == ["F511"]
    assert found(text(10, 10, 9, 2, size=5.97)) == []


def test_small_type_in_several_inks_is_a_warning() -> None:
    """A dark green at 7 pt has coloured seams."""
    assert found(text(10, 10, 9, 2, size=7, colour=cmyk(1, 0, 1, 0))) == ["F512"]
    assert found(text(10, 10, 9, 2, size=8, colour=cmyk(1, 0, 1, 0))) == []


@pytest.mark.parametrize("colour", [WHITE, GREY_WHITE, cmyk(0, 0, 0.2, 0), rgb(1, 1, 1)])
def test_small_light_type_on_dark_is_a_warning(colour: Any) -> None:
    """White by any name, and nearly white."""
    light = text(10, 10, 9, 2, size=7, colour=colour)
    ground = fill(5, 5, 50, 50, colour=cmyk(1, 0.6, 0, 0.2))
    (answer,) = ask("F513", ground, light)
    assert "light on dark and smaller than 8 pt: 7.0 pt" in answer.message


def test_small_white_type_on_a_photograph_is_a_warning() -> None:
    """Black on a photograph is not."""
    photo = image(pixels(b"", 64, 64), 5, 5, 20, 20)
    assert ask("F513", photo, text(10, 10, 9, 2, size=7, colour=WHITE))
    assert ask("F513", photo, text(10, 10, 9, 2, size=7)) == []


def test_dark_type_on_a_tint_is_not_reversed() -> None:
    """Only light on dark fills in."""
    assert ask("F513", fill(5, 5, 50, 50), text(10, 10, 9, 2, size=7)) == []


@pytest.mark.parametrize(
    "how", [{"hidden": True}, {"alpha": 0.0}, {"colour": WHITE}, {"colour": rgb(1, 1, 1)}]
)
def test_text_that_nobody_can_see_is_named(how: dict[str, Any]) -> None:
    """Not painted, transparent, white on white."""
    assert found(text(10, 10, 9, 4, **how)) == ["F514"]


def test_white_on_a_white_box_is_not_seen_on_a_dark_one_it_is() -> None:
    """What lies directly beneath counts."""
    dark, bright = fill(5, 5, 50, 50), fill(6, 6, 40, 40, colour=WHITE)
    letters = text(10, 10, 9, 4, colour=WHITE)
    assert ask("F514", dark, letters) == []
    assert ask("F514", dark, bright, letters)


def test_spaces_are_never_at_fault() -> None:
    """They stand at the ends of lines, and show nothing."""
    assert found(text(99, 10, 3, 2, size=2, text="  "), text(1, 1, 0, 0, text="")) == []


def test_text_near_the_cut_is_measured_by_its_glyphs() -> None:
    """A warning under 4 mm, an error under 3 and over the edge."""
    (warned,) = ask("F521", text(3.5, 50, 20, 4))
    (error,) = ask("F521", text(50, 98, 20, 1.4))
    (over,) = ask("F521", text(90, 50, 12, 4))
    assert warned.severity is WARNING
    assert warned.message.startswith(
        "text 'Ask us' nearer than 4 mm to the trimmed edge: 3.5 mm, 3.5 mm from the left"
    )
    assert error.severity is over.severity is ERROR
    assert "2.0 mm over the edge" in over.message
    assert ask("F521", text(4, 4, 92, 92)) == []


@given(st.floats(-20, 120), st.floats(0.5, 30))
def test_a_text_is_judged_by_its_nearest_edge(left: float, wide: float) -> None:
    """Whichever edge that is."""
    answers = ask("F521", text(left, 50, wide, 4))
    gap = min(left, 100 - left - wide)
    on_page = left < 100 and left + wide > 0
    if not on_page or gap > 4.01:
        assert answers == []
    elif gap < 2.9:
        assert [each.severity for each in answers] == [ERROR]


def test_text_on_a_fold_is_an_error_and_near_it_a_warning() -> None:
    """Of each page its own folds."""
    ordered = Ordered(folds=((), (50.0,)))
    things = (text(45, 50, 10, 4), text(52, 40, 10, 4), text(10, 30, 10, 4))
    first, second = page(*things), page(*things, number=1)
    from_registry = found(*things, ordered=Ordered(folds=((50.0,),)))
    assert from_registry == ["F522"]
    asked = case(first, second, ordered=ordered)
    assert asked.pages[1].number == 1
    crossed, near = ask("F522", *things, ordered=Ordered(folds=((50.0,),)))
    assert (crossed.severity, near.severity) == (ERROR, WARNING)
    assert "across the fold at 50 mm" in crossed.message
    assert "nearer than 3 mm to the fold at 50 mm: 2.0 mm" in near.message


def test_ink_in_the_rim_that_a_machine_leaves_bare_is_an_error() -> None:
    """A line, a picture, an area; white is none."""
    things = [
        fill(0, 0, 100, 10),
        line(2, 50, 0, 20, thickness=1),
        image(pixels(b"", 64, 64), 96, 50, 4, 4),
        fill(0, 0, 100, 100, colour=WHITE),
    ]
    (answer,) = ask("F523", *things, spec=OFFICE)
    assert answer.message.startswith("3 things within the rim of 5 mm")
    assert ask("F523", *things) == []
    assert ask("F523", fill(5, 5, 90, 90), spec=OFFICE) == []


@pytest.mark.parametrize(
    ("turn", "place"),
    [(0, "10.0 mm from the left and 50.0"), (90, "20.0 mm from the left and 10.0"),
     (180, "60.0 mm from the left and 20.0"), (270, "50.0 mm from the left and 60.0")],
)  # fmt: skip
def test_a_place_is_said_as_one_sees_the_page(turn: int, place: str) -> None:
    """Turned pages are measured as they are shown."""
    thing = fill(10, 20, 30, 30)
    assert place in at(page(thing, rotate=turn), thing.box)


def test_the_words_of_a_stranger_cannot_steer_a_terminal() -> None:
    """Control signs and marks of direction are left out, letters are kept."""
    assert plain("a\x1b[2J\n b\u202ec\u200f") == "a[2J bc"


@given(st.lists(st.tuples(*[st.floats(-200, 200)] * 4), max_size=20))
def test_the_ground_finds_what_a_plain_search_finds(
    places: list[tuple[float, ...]],
) -> None:
    """Sorting by place is only there for speed."""
    things = [
        fill(*place[:2], abs(place[2]), abs(place[3]), colour=BLACK) for place in places
    ]
    made = page(*things)
    for x, y in ((0.0, 0.0), (100.0, 30.0), (283.0, 283.0)):
        over = [
            each
            for each in made.painted
            if each.box[0] <= x <= each.box[2] and each.box[1] <= y <= each.box[3]
        ]
        beneath = Ground(made.painted, made.finished).beneath(x, y, len(things))
        assert list(beneath) == over[-1:]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("ىضرملل تسيل", "text 'ليست للمرضى'"),
        ("116 123 مقرلا", "text 'الرقم 123 116'"),
        ("Café", "text 'Café'"),
    ],
)
def test_a_message_quotes_words_as_they_are_read(seen: str, read: str) -> None:
    """Glyphs lie in a file as they are seen; a quotation is turned round again."""
    colour = Colour(space="DeviceGray", components=1)
    thing = Painted(kind=Kind.TEXT, box=(0.0, 0.0, 9.0, 9.0), colour=colour, text=seen)
    assert excerpt(thing) == read
