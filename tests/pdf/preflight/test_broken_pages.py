"""Each question about ink, type, images and fonts finds its fault in a file, and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.pdf.preflight import broken_fonts, broken_images, broken_inks, broken_type
from tests.pdf.preflight.asking import asked
from tests.pdf.preflight.broken_inks import Sample
from tests.pdf.preflight.good import good

from leaflets.pdf.preflight.base import QUESTIONS, Ordered
from leaflets.pdf.printspec import COATED

FAMILIES = ("F4", "F5", "F6", "F7")
SAMPLES = {
    **broken_inks.BROKEN,
    **broken_type.BROKEN,
    **broken_images.BROKEN,
    **broken_fonts.BROKEN,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_broken_page_is_found_to_be_broken_in_that_alone(name: str) -> None:
    """Faults that only look alike are not mixed up."""
    sample: Callable[[], Sample] = SAMPLES[name]
    codes = {code for family in FAMILIES for code, _ in asked(sample(), family)}
    assert codes == {name[:4]}


def test_the_good_file_has_none_of_these_faults() -> None:
    """Or else every broken one would only be as broken as the good one."""
    sample = (good(pages=2), COATED, Ordered(folds=((90.0,),) * 2))
    assert [each for family in FAMILIES for each in asked(sample, family)] == []


def test_a_page_within_the_rim_of_an_office_printer_is_right() -> None:
    """The same rectangle a little further in."""
    sample = broken_type.office("q 0 0 0 1 k 20 60 30 30 re f Q")
    assert asked(sample, "F52") == []


def test_every_question_of_these_families_has_a_broken_sample() -> None:
    """A question that was never seen to fail asks nothing."""
    asked_for = {code for code in QUESTIONS if code[:2] in FAMILIES}
    assert asked_for == {name[:4] for name in SAMPLES}
