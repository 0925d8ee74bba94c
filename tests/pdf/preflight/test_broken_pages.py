"""Each question about ink, type, images and fonts finds its fault in a file, and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.pdf.preflight import broken_fonts, broken_images, broken_inks, broken_type
from tests.pdf.preflight.asking import asked
from tests.pdf.preflight.broken_inks import Sample
from tests.pdf.preflight.good import good

from leaflets.findings import Severity
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


MILD = {
    "F403",
    "F405",
    "F412",
    "F413",
    "F414",
    "F503",
    "F512",
    "F513",
    "F524",
    "F514",
    "F702",
    "F703",
}
TOLD = {"F603", "F604", "F605", "F705"}
MILDER = {"F401:narrow", "F601:tiny but large", "F522:near"}
GRAVER = {"F605:old"}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_fault_matters_as_much_as_it_should(name: str) -> None:
    """Errors stop a job; what a person should look at does not."""
    severities = {answer.severity for _, answer in asked(SAMPLES[name](), name[:4])}
    mild = name[:4] in MILD or name.endswith(":warning") or name in MILDER
    told = name[:4] in TOLD and name not in GRAVER
    expected = Severity.INFO if told else Severity.WARNING if mild else Severity.ERROR
    assert severities == {expected}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_fault_is_shown_on_its_page(name: str) -> None:
    """A finding that cannot be drawn cannot be found by the one who must mend it."""
    for _, answer in asked(SAMPLES[name](), name[:4]):
        assert answer.page == 0
        assert answer.rectangle is not None
        assert answer.message
        assert answer.message[0].islower()
        assert not answer.message.endswith(".")


def test_the_good_file_has_none_of_these_faults() -> None:
    """Or else every broken one would only be as broken as the good one."""
    sample = (good(pages=2), COATED, Ordered(folds=((90.0,),) * 2))
    assert [each for family in FAMILIES for each in asked(sample, family)] == []


def test_a_page_within_the_rim_of_an_office_printer_is_right() -> None:
    """The same rectangle a little further in."""
    sample = broken_type.office("q 0 0 0 1 k 20 60 30 30 re f Q")
    assert asked(sample, "F52") == []


def test_every_question_about_a_page_has_a_broken_sample() -> None:
    """A question that was never seen to fail asks nothing."""
    asked_for = {code for code in QUESTIONS if code[:2] in FAMILIES}
    assert asked_for == {name[:4] for name in SAMPLES}
