"""Too much ink is named where it lies; overprint and black are as a press needs them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from tests.pdf.preflight.handmade import (
    BLACK,
    CYAN,
    GREY_BLACK,
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
from leaflets.pdf.preflight.base import QUESTIONS
from leaflets.pdf.preflight.inking import PAPER, how_many, laid, lightness, percent
from leaflets.pdf.preflight.painted import Colour

ERROR, WARNING = Severity.ERROR, Severity.WARNING
HEAVY = cmyk(0.9, 0.8, 0.8, 0.7)
ALL = Colour("Separation", 1, (1.0,), (1.0, 1.0, 1.0, 1.0), ("All",))
OVER: dict[str, Any] = {"overprint": True, "overprint_mode": 1}
share = st.floats(0, 1)
four = st.tuples(share, share, share, share)


def test_an_area_with_too_much_ink_is_named_with_its_place() -> None:
    """The amount, the limit, and where to look on the cut page."""
    (answer,) = ask("F401", fill(10, 20, 30, 40, colour=HEAVY))
    assert answer.message == (
        "an area with more than 300 % ink: 320 %, "
        "10.0 mm from the left and 40.0 mm from the top"
    )
    assert answer.severity is ERROR
    assert answer.rectangle is not None


@pytest.mark.parametrize(
    ("inks", "severity"),
    [((0.7, 0.7, 0.7, 0.7), []), ((0.7, 0.7, 0.7, 0.704), []),
     ((0.75, 0.7, 0.7, 0.7), [WARNING]), ((0.75, 0.75, 0.75, 0.75), [WARNING]),
     ((0.8, 0.75, 0.75, 0.75), [ERROR])],
)  # fmt: skip
def test_ink_is_an_error_above_the_limit_and_a_warning_below_it(
    inks: tuple[float, ...], severity: list[Severity]
) -> None:
    """Up to 280 percent nothing, up to 300 a warning; rounding is forgiven."""
    answers = ask("F401", fill(10, 10, 30, 30, colour=cmyk(*inks)))
    assert [each.severity for each in answers] == severity


def test_what_is_narrower_than_a_millimetre_only_warns() -> None:
    """A rule or a letter dries; it is said all the same."""
    (rule,) = ask("F401", line(10, 10, 30, 0, colour=HEAVY, thickness=1))
    (letter,) = ask("F401", text(10, 10, 30, 4, colour=HEAVY))
    assert {rule.severity, letter.severity} == {WARNING}


def test_many_alike_are_one_answer_with_the_worst_place() -> None:
    """A table of forty dark cells is one thing to mend."""
    cells = [fill(2 * n, 10, 2, 2, colour=HEAVY) for n in range(1, 40)]
    worst = fill(50, 50, 2, 2, colour=cmyk(1, 1, 1, 0.5))
    (answer,) = ask("F401", *cells, worst)
    assert answer.message.startswith(
        "40 areas with more than 300 % ink, the worst: 350 %, 50.0 mm from the left"
    )


def test_what_is_cut_off_has_no_fault() -> None:
    """Marks and a slug stand outside the page, in all inks."""
    outside = [fill(-9, 10, 3, 3, colour=ALL), line(-9, 0, 5, 0, colour=ALL, thickness=0)]
    outside += [text(104, 10, 20, 3, colour=ALL, size=5)]
    assert found(*outside) == []


def test_a_soft_mask_lays_no_ink() -> None:
    """What is drawn into a mask says where ink goes."""
    assert found(fill(0, 0, 50, 50, colour=HEAVY, where="soft mask in form /Fm0")) == []


def test_an_image_with_too_much_ink_is_named() -> None:
    """By its pixels, at its size on the page."""
    dark = pixels(bytes((240, 240, 240, 240)) * 64 * 64, 64, 64)
    (answer,) = ask("F402", image(dark, 10, 10, 5, 5))
    assert "an image with more than 300 % ink: 376 %" in answer.message
    light = pixels(bytes((240, 240, 0, 0)) * 64 * 64, 64, 64)
    assert ask("F402", image(light, 10, 10, 5, 5)) == []


def test_an_image_that_cannot_be_measured_is_not_passed_over() -> None:
    """Silence would say that its ink is right."""
    (answer,) = ask("F405", image(pixels(b"", 64, 64), 10, 10, 5, 5))
    assert "whose ink could not be measured: it is cut off" in answer.message
    gone = pixels(b"x", 64, 64, Filter=Name.JPXDecode)
    del gone["/ColorSpace"]
    assert ask("F405", image(gone, 10, 10, 5, 5))
    assert ask("F405", image(pixels(b"", 64, 64, Name.DeviceGray), 10, 10, 5, 5)) == []


def test_a_spot_image_is_one_ink() -> None:
    """A single ink can never be too much."""
    space = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, Dictionary()])
    assert found(image(pixels(b"", 64, 64, space), 10, 10, 5, 5), codes="F4") == []


@pytest.mark.parametrize(
    "over",
    [
        {"blend": "Multiply"},
        {"blend": "Difference"},
        {"blend": "Darken", "alpha": 0.9},
        {**OVER},
    ],
)
def test_things_that_mix_are_summed_up(over: dict[str, Any]) -> None:
    """Neither has too much ink by itself."""
    beneath = fill(10, 10, 40, 40, colour=cmyk(1, 1, 0, 0))
    above = fill(20, 20, 40, 40, colour=cmyk(0, 0, 0.8, 0.8), **over)
    (answer,) = ask("F403", beneath, above)
    assert answer.severity is WARNING
    assert ask("F401", beneath, above) == []
    assert ask("F403", above, beneath) == []


def test_plain_transparency_thins_the_ink() -> None:
    """What is laid on thinly cannot have more ink than the thicker of the two."""
    beneath = fill(10, 10, 40, 40, colour=cmyk(1, 0.8, 0, 0))
    above = fill(20, 20, 40, 40, colour=cmyk(1, 1, 1, 0.3), alpha=0.5)
    assert found(beneath, above, codes="F4") == []


def test_black_text_over_a_dark_ground_is_no_fault() -> None:
    """Stems are narrow, and black text is meant to overprint."""
    beneath = fill(10, 10, 40, 40, colour=cmyk(1, 1, 0.5, 0))
    assert found(beneath, text(12, 12, 20, 4, **OVER), codes="F4") == []


@given(four, four, share)
def test_mixing_never_leaves_the_range_of_an_ink(
    top: tuple[float, float, float, float],
    low: tuple[float, float, float, float],
    alpha: float,
) -> None:
    """Whatever is laid on whatever, in every way of mixing."""
    for blend in ("Normal", "Multiply", "Screen", "Darken", "Exclusion"):
        for over in ({}, OVER):
            thing = fill(0, 0, 1, 1, colour=cmyk(*top), alpha=alpha, blend=blend, **over)
            mixed = laid(thing, top, low)
            assert all(-1e-9 <= ink <= 1 + 1e-9 for ink in mixed)
            if blend == "Normal" and not over:
                assert percent(mixed) <= max(percent(top), percent(low)) + 1e-6


@given(four)
def test_paper_is_lighter_than_any_ink(inks: tuple[float, float, float, float]) -> None:
    """And black the darkest of all."""
    assert lightness((0, 0, 0, 1)) <= lightness(inks) <= lightness(PAPER)


@pytest.mark.parametrize("colour", [ALL, cmyk(1, 1, 1, 1)])
def test_registration_colour_on_the_page_is_an_error(colour: Colour) -> None:
    """It is for marks; four solid inks by another name are the same."""
    assert [each.severity for each in ask("F404", fill(10, 10, 1, 1, colour=colour))] == [
        ERROR
    ]
    assert found(fill(10, 10, 20, 20, colour=colour), codes="F4") == ["F404"]


def test_white_that_overprints_vanishes() -> None:
    """In DeviceCMYK with mode 1 for certain, in other ways on some machines."""
    (gone,) = ask("F411", text(10, 10, 20, 4, colour=WHITE, **OVER))
    assert gone.message.startswith(
        "white text 'Ask us' set to overprint, so that it vanishes, 10.0 mm"
    )
    assert gone.severity is ERROR
    (may,) = ask("F411", fill(10, 10, 20, 4, colour=GREY_WHITE, **OVER))
    assert may.severity is WARNING
    assert ask("F411", text(10, 10, 20, 4, colour=WHITE)) == []


def test_black_text_that_knocks_out_of_a_colour_is_named() -> None:
    """On paper it may; on a colour a white seam shows."""
    ground = fill(5, 5, 50, 50)
    knocked = text(10, 10, 20, 4)
    assert ask("F412", ground, knocked)
    assert ask("F412", knocked) == []
    assert ask("F412", fill(5, 5, 50, 50, colour=cmyk(0, 0, 0, 0.2)), knocked) == []
    assert ask("F412", ground, text(10, 10, 20, 4, **OVER)) == []


@pytest.mark.parametrize("mode", [{"overprint": True}, {"colour": GREY_BLACK, **OVER}])
def test_overprint_that_only_seems_to_be_set_is_seen_through(
    mode: dict[str, Any],
) -> None:
    """Mode 0, and DeviceGray, paint all four inks: the colour beneath is cut out."""
    assert ask("F412", fill(5, 5, 50, 50), text(10, 10, 20, 4, **mode))


def test_black_text_on_a_photograph_that_knocks_out_is_named() -> None:
    """What colours a picture has beneath the text is not asked."""
    photo = image(pixels(b"", 64, 64), 5, 5, 50, 50)
    assert ask("F412", photo, text(10, 10, 20, 4))


def test_text_in_rich_black_is_named_once() -> None:
    """With its recipe; that it has several inks is not said again."""
    rich = text(10, 10, 20, 4, colour=cmyk(0.3, 0.3, 0.3, 1), size=7, **OVER)
    (answer,) = ask("F413", rich)
    assert "mixed of several inks: 30 / 30 / 30 / 100" in answer.message
    assert found(rich) == ["F413"]


def test_a_large_black_area_that_overprints_a_colour_is_named() -> None:
    """What lies beneath shows through; on paper, or when small, it does no harm."""
    black = fill(10, 10, 20, 20, colour=BLACK, **OVER)
    assert ask("F414", fill(25, 25, 50, 50), black)
    assert ask("F414", black) == []
    assert ask("F414", fill(5, 5, 50, 50), fill(10, 10, 5, 20, colour=BLACK, **OVER)) == []


def test_inks_are_counted_as_plates() -> None:
    """A trace is none; a spot is one; of light nothing is known."""
    assert how_many(cmyk(0.5, 0.001, 0, 1)) == 2
    assert how_many(Colour("DeviceN", 2, (1.0, 0.5), None, ("Gold", "None"))) == 1
    assert how_many(rgb(1, 0, 0)) == 0
    assert how_many(CYAN) == 1


def test_a_page_of_endless_transparency_is_estimated_in_part_and_says_so() -> None:
    """The largest things are looked at; silence would say that the rest is right."""
    small = [fill(10, 10, 2, 2, alpha=0.5) for _ in range(3100)]
    beneath = fill(10, 10, 60, 60, colour=cmyk(1, 1, 0, 0))
    large = fill(20, 20, 40, 40, colour=cmyk(0, 0, 0.8, 0.8), **OVER)
    told, worst = ask("F403", beneath, *small, large)
    assert told.message.startswith("101 of 3101 transparent or overprinting things")
    assert "about 360 %" in worst.message


def test_images_without_end_are_not_measured_without_end() -> None:
    """One picture drawn in many sizes is many pictures to measure."""
    dark = pixels(bytes((240, 240, 240, 240)) * 64 * 64, 64, 64)
    asked = case(page(*[image(dark, 10, 10, 5, 5) for _ in range(3)]))
    asked.shared["pixels left"] = 64 * 64
    (answer,) = QUESTIONS["F405"].ask(asked)
    assert "2 images whose ink could not be measured" in answer.message


def test_the_greatest_ink_is_a_fact_of_the_file() -> None:
    """Of areas, lines, letters and images."""
    dark = pixels(bytes((240, 240, 240, 240)) * 64 * 64, 64, 64)
    asked = case(page(fill(5, 5, 9, 9, colour=HEAVY), image(dark, 40, 10, 5, 5)))
    list(QUESTIONS["F401"].ask(asked))
    assert asked.shared["facts"]["ink_max"] == 320
    list(QUESTIONS["F402"].ask(asked))
    assert asked.shared["facts"]["ink_max"] == 376
