"""How long what was built is, said in the measure of whoever uses it."""

from __future__ import annotations

from leaflets.build import lengths
from leaflets.model.work import Artifact, Job


def _made(number: int, form: str, told: dict[str, object]) -> Artifact:
    job = Job(
        leaflet=f"plums-{number}",
        locale="en",
        imprint="clinic",
        format=form,
        final=False,
        key="k",
    )
    return Artifact(
        job=job,
        path="p",
        sha256="0" * 64,
        bytes=1,
        pages=1,
        edition_code="X",
        draft=True,
        told=told,
    )


def test_few_files_are_named_one_by_one() -> None:
    """Only what somebody plans by: lines of plain text are not."""
    few = [
        _made(1, "audio", {"minutes": 1}),
        _made(1, "braille", {"braille_pages": 30, "lines": 25}),
        _made(1, "text", {"lines": 341}),
        _made(1, "screen", {}),
    ]
    assert lengths.estimates(few) == [
        "plums-1.en.clinic.audio: 1 minute to hear",
        "plums-1.en.clinic.braille: 30 braille pages",
    ]


def test_of_many_files_each_format_is_one_line() -> None:
    """From the shortest to the longest, and all together."""
    many = [
        made
        for number in range(1, 9)
        for made in (
            _made(number, "braille", {"braille_pages": 20 + number, "lines": 25}),
            _made(number, "audio", {"minutes": number}),
            _made(number, "text", {"lines": 300}),
        )
    ]
    assert lengths.estimates(many) == [
        "audio: 1 to 8 minutes to hear, 36 in 8 files",
        "braille: 21 to 28 braille pages, 196 in 8 files",
    ]
    assert lengths.estimates([]) == []
