"""Tell an edition in a line, in a format for those who do not see a page.

Steps 8 and 9 for what has no page to be set: compose, narrate, tell, look again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from leaflets.build import brailling
from leaflets.checks import brailled, narrated, spoken
from leaflets.checks.artifact import Verdict
from leaflets.compose.environment import Templates
from leaflets.compose.html import Composition, compose
from leaflets.compose.narrative import narrate
from leaflets.compose.telling import plain, script, ssml
from leaflets.compose.telling.told import Told, Way
from leaflets.errors import RenderError
from leaflets.findings import Finding
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.model.narrative import Narrative

WAYS: Mapping[str, Way] = {
    "ssml": Way(tell=ssml.tell, read=script.read),
    "text": Way(tell=plain.tell, read=plain.read),
}
"""How each variant is told, and read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Narrated:
    """An edition told in a line, before it is written in any way."""

    edition: Edition
    alike: Format
    composition: Composition
    narrative: Narrative
    untold: tuple[Finding, ...]


class Teller:
    """Tells editions, and keeps the last one for the next format of it."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates
        self._last: _Narrated | None = None

    def tell(self, edition: Edition, form: Format) -> tuple[Told, Verdict]:
        """Tell an edition, and look whether the file says what the leaflet says.

        Raises RenderError for a variant that nobody can tell, and what composing raises.
        """
        # Braille needs a program outside, and words of the furniture.
        way = (
            Way(tell=brailling.tell_for(edition))
            if form.variant == "braille"
            else WAYS.get(form.variant)
        )
        if way is None:
            raise RenderError(f"nothing here tells {form.variant!r}")
        line = self._narrated(edition, form)
        narrative = line.narrative
        if form.variant == "ssml":
            narrative = ssml.prefaced(narrative, edition)
        told = way.tell(narrative, form, edition.locale)
        verdict = narrated.inspect(
            told, line.narrative, line.composition, form, read=way.read, untold=line.untold
        )
        braille = edition.locale.braille
        if form.variant == "braille" and braille is not None:
            composition, draft = line.composition, edition.draft
            found = brailled.inspect(told, composition, form, braille, draft=draft)
            verdict = replace(verdict, findings=(*verdict.findings, *found))
        if form.variant == "ssml":
            heard = spoken.inspect(told.data, narrative)
            verdict = replace(verdict, findings=(*verdict.findings, *heard))
        return told, verdict

    def _narrated(self, edition: Edition, form: Format) -> _Narrated:
        # What is said is the same in all of them, however long their lines are.
        alike = replace(
            form, name="", title="", extension="", variant="text", columns=0, lines=0
        )
        last = self._last
        if last is None or last.edition is not edition or last.alike != alike:
            composition = compose(edition, form, self._templates)
            narrative = narrate(composition, edition)
            self._last = last = _Narrated(
                edition=edition,
                alike=alike,
                composition=composition,
                narrative=narrative,
                untold=tuple(narrated.untold(narrative, composition)),
            )
        return last
