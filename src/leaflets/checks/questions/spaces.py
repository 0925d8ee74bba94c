"""T380: spaces stand where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

_WRONG = re.compile(r"[ \u00a0][.,。，、،۔।](?!\w)")


@asks_whether(
    "T380",
    Example(tag="pl", words="Tea, warm.", good="Herbata, ciepła.", bad="Herbata , ciepła."),
    Example(tag="ar", words="Tea, warm.", good="شاي، دافئ.", bad="شاي،  دافئ."),
    Example(tag="pl", words="Tea.", good="Herbata.", bad="Herbata. "),
)
def spaces_are_right(asked: Asked) -> Iterator[Said]:
    """No space is doubled, stands at an end, or before a full stop or comma.

    Weblate's ``double_space``, ``begin_space``, ``end_space``; pofilter's ``puncspacing``.
    """
    form = asked.form
    if form != form.strip() or "  " in form or _WRONG.search(form):
        yield "has a space too many"
