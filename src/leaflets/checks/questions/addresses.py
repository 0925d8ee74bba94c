"""T381: no address is typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

_ADDRESS = re.compile(
    r"https?:|www\.|[\w.+-]+@[\w-]+\.\w|\b[a-z0-9-]+\.(?:org|com|net|info|eu|gov|nhs|uk)\b",
    re.IGNORECASE | re.ASCII,
)


_MAYBE = re.compile(r"[.@:][/\w]")


@asks_whether(
    "T381",
    Example(
        tag="pl",
        words="See [our page](web).",
        good="Zob. [naszą stronę](web).",
        bad="Zob. [naszą stronę](web): www.example.org.",
    ),
)
def no_address_is_typed(asked: Asked) -> Iterator[Said]:
    """Addresses are facts, placed by name (design, promise 2; rules NUM-001, TRN-016)."""
    bare = asked.said.bare
    if not _MAYBE.search(bare):
        return
    match = _ADDRESS.search(bare)
    if match and match[0] not in asked.pair.whole.bare:
        yield f"has an address typed by hand: {match[0]!r}"
