"""An edition told in a line, from the job to the file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from leaflets.build import make as making
from leaflets.build import telling
from leaflets.build.work import Rejected
from leaflets.build.workshop import Workshop
from leaflets.compose.html import compose
from leaflets.compose.telling import plain
from leaflets.compose.telling.told import Told, Way
from leaflets.errors import RenderError
from leaflets.formats.base import FORMATS
from leaflets.model.evidence import FORMS
from leaflets.model.format import Format
from leaflets.model.locale import Locale
from leaflets.model.narrative import Narrative
from leaflets.model.work import Job

TEXTS = ("text", "text-email")


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


def _job(locale: str, form: str) -> Job:
    return Job(
        leaflet="tea", locale=locale, imprint="tea-room", format=form, final=False, key="k"
    )


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("locale", ["en", "pl", "ar"])
def test_a_told_file_is_made_and_looked_at_like_any_other(
    workshop: Workshop, locale: str, form: str
) -> None:
    """Facts and the whole evidence section are found again in its bytes."""
    made = making.make(workshop, _job(locale, form))
    assert made.facts["placed"] == made.facts["verified"] > 20
    assert made.evidence["verified"] is True
    assert made.evidence["parts"] == list(FORMS["full"])
    assert made.text == {"accessible": True}
    assert made.draft
    assert (made.pages, made.thumbnail) == (1, b"")
    assert made.told["lines"] == made.data.decode().count("\n")


@pytest.mark.parametrize("form", TEXTS)
def test_the_same_told_job_makes_the_same_bytes(workshop: Workshop, form: str) -> None:
    """Whatever was told before, and kept."""
    first = making.make(workshop, _job("ar", form))
    making.make(workshop, _job("en", form))
    assert making.make(workshop, _job("ar", form)).data == first.data


def test_the_formats_of_an_edition_are_composed_once(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said in them is the same, however long their lines are."""
    composed: list[str] = []

    def counted(*given: object, **named: object) -> object:
        composed.append("once")
        return compose(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("leaflets.build.telling.compose", counted)
    teller = telling.Teller(workshop.templates)
    edition = workshop.bind("tea", "en", "tea-room").edition
    for form in TEXTS:
        teller.tell(edition, FORMATS[form])
    assert composed == ["once"]
    final = dataclasses.replace(edition, draft=False)
    told, _ = teller.tell(final, FORMATS["text"])
    assert composed == ["once", "once"]
    assert "not for patients" not in told.data


def test_a_teller_that_loses_a_hedge_fails_the_job(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is refused, with what was wrong and what it was."""

    def tell(narrative: Narrative, form: Format, locale: Locale) -> Told:
        told = plain.tell(narrative, form, locale)
        return dataclasses.replace(told, data=told.data.replace(" may help", " helps"))

    ways = {**telling.WAYS, "text": Way(tell=tell, read=plain.read)}
    monkeypatch.setattr(telling, "WAYS", ways)
    with pytest.raises(Rejected) as refused:
        making.make(workshop, _job("en", "text"))
    assert {"N104", "P115"} <= {finding.code for finding in refused.value.findings}
    assert b" helps" in refused.value.data


def test_a_variant_that_nobody_tells_is_refused(workshop: Workshop) -> None:
    """A format alone makes no file."""
    edition = workshop.bind("tea", "en", "tea-room").edition
    form = dataclasses.replace(FORMATS["text"], variant="semaphore")
    with pytest.raises(RenderError, match="nothing here tells 'semaphore'"):
        telling.Teller(workshop.templates).tell(edition, form)
