"""T302: no placeholder is invented."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.guards.base import guards_that
from leaflets.catalogs.pair import Pair
from leaflets.catalogs.question import Example, Said
from leaflets.model.facts import FIELDS


@guards_that(
    "T302",
    Example(
        tag="pl",
        words="Call {phone}.",
        good="Proszę zadzwonić: {phone}.",
        bad="Proszę zadzwonić: {phone} ({email}).",
    ),
    Example(
        tag="ar", words="Call {phone}.", good="اتصل على {phone}.", bad="اتصل على {phone}}."
    ),
    ours="{}",
)
def placeholder_is_the_originals(pair: Pair) -> Iterator[Said]:
    """Every brace of a translation places a fact that the original places too.

    Python's brace format, as gettext's ``python-brace-format`` checks it.
    """
    known = {name for name, _ in pair.whole.placed}
    for name, field in pair.said.placed:
        whole = f"{name}.{field}" if field else name
        if name not in known or (field and field not in _parts(pair, name)):
            yield f"has a placeholder of its own: {{{whole}}}"
    count = len(pair.said.placed)
    if pair.form.count("{") != count or pair.form.count("}") != count:
        yield "has a brace that is no placeholder"


def _parts(pair: Pair, name: str) -> tuple[str, ...]:
    """Give the parts that a fact may be placed by."""
    return FIELDS.get(pair.kinds[name], ()) if name in pair.kinds else ()
