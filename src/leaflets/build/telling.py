"""Tell an edition in a line, in a format for those who do not see a page.

Steps 8 and 9 for what has no page to be set: compose, narrate, tell, look again.
"""

from __future__ import annotations

from collections.abc import Mapping

from leaflets.checks import narrated
from leaflets.checks.artifact import Verdict
from leaflets.compose.environment import Templates
from leaflets.compose.html import compose
from leaflets.compose.narrative import narrate
from leaflets.compose.telling import plain
from leaflets.compose.telling.told import Told, Way
from leaflets.errors import RenderError
from leaflets.model.edition import Edition
from leaflets.model.format import Format

WAYS: Mapping[str, Way] = {
    "text": Way(tell=plain.tell, read=plain.read),
}
"""How each variant is told, and read again."""


def tell(edition: Edition, form: Format, templates: Templates) -> tuple[Told, Verdict]:
    """Tell an edition, and look whether the file says what the leaflet says.

    Raises RenderError for a variant that nobody can tell.
    """
    way = WAYS.get(form.variant)
    if way is None:
        raise RenderError(f"nothing here tells {form.variant!r}")
    composition = compose(edition, form, templates)
    narrative = narrate(composition, edition)
    told = way.tell(narrative, form, edition.locale)
    verdict = narrated.inspect(told, narrative, composition, form, read=way.read)
    return told, verdict
