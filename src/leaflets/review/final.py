"""What closes the gate of a final artifact, all of it at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from leaflets.content.library import Library
from leaflets.model.format import Format
from leaflets.model.imprint import Imprint
from leaflets.model.leaflet import Leaflet
from leaflets.review.coverage import coverage
from leaflets.review.gate import one_person, still_open
from leaflets.review.ledger import Ledger
from leaflets.review.parts import to_verify
from leaflets.review.present import Present
from leaflets.review.roles import asked_of_original, asked_of_translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is to leave the house, and the ledgers that may let it."""

    library: Library
    leaflet: Leaflet
    imprint: Imprint
    form: Format
    original: Present
    translation: Present | None
    """None where the original itself is to leave."""

    originals: Ledger
    translations: Ledger
    """Ledger of the locale; empty where the original itself is to leave."""

    today: datetime.date | None = None
    """The day on which it is to leave; None where nobody says, and no date is looked at."""

    stand_ins: int = 0
    """Number of Texts and phrases still in the original's words."""


def closed_by(case: Case) -> tuple[str, ...]:
    """Say what closes the gate for a final artifact; an open gate says nothing."""
    return tuple(_closed_by(case))


def _closed_by(case: Case) -> Iterator[str]:
    slug, form, also = case.leaflet.slug, case.form, case.imprint.also_signed_by
    if case.leaflet.specimen:
        yield f"leaflet {slug!r} is a specimen, never for patients"
    if case.imprint.demonstration:
        yield f"imprint {case.imprint.id!r} is a demonstration, never for patients"
    due = case.leaflet.evidence.review
    if case.today and datetime.date.fromisoformat(due) < case.today:
        yield f"the review of {slug!r} was due on {due}"
    printed = case.translation is None or form.beside
    asked = asked_of_original(form.gate, also if printed else ())
    signed = coverage(case.originals, Ledger(), slug, case.leaflet.original)
    yield from map(str, still_open(case.original, signed, asked))
    if case.translation is not None:
        locale = case.translation.locale
        if case.stand_ins:
            yield (
                f"{case.stand_ins} texts are not translated, fuzzy or stale in {locale!r}"
            )
        asked = asked_of_translation(form.gate_translated, also)
        signed = coverage(case.originals, case.translations, slug, locale)
        waiting = still_open(case.translation, signed, asked)
        yield from map(str, waiting)
        yield from one_person(case.translation, signed, waiting)
    done = {(check.name, check.fingerprint) for check in case.originals.checks}
    for name, (why, mark, _) in to_verify(case.library, case.leaflet).items():
        if (name, mark) not in done:
            yield f"{name} has not been checked by a person ({why})"
