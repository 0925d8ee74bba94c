"""T376: nothing is left over from a tool or another notation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

_LEFT = re.compile(
    r"\\[nrtu\"']|%[sd]\b|%\([a-z]|\$\{|\$[A-Za-z]|__|``|~~|\[/?[biu]\]|&[a-z]{2,6}\b"
    r"|<|>|\\|#(?<=^#)#*\s|⟦|⟧|\*\s\*|＊|｛|｝|\|\|"
)
"""Each begins with a letter of its own, so that the engine can leap to the next such."""


_SUSPECT = frozenset("\\%$_`~/&<>#⟦⟧*＊｛｝|")


@asks_whether(
    "T376",
    Example(tag="pl", words="Tea. Milk.", good="Herbata. Mleko.", bad="Herbata.\\nMleko."),
    Example(tag="zh-Hans", words="**Call** us.", good="**联系**我们。", bad="＊＊联系＊＊我们。"),
    Example(tag="fr", words="Tea.", good="Du thé.", bad="[b]Du thé[/b]."),
    ours=_SUSPECT,
)  # fmt: skip
def nothing_is_left_over(asked: Asked) -> Iterator[Said]:
    """No escape, entity, format code or other notation stands in the words.

    pofilter's ``escapes`` and ``variables``, Weblate's ``escaped_newline`` and ``bbcode``.
    """
    match = _LEFT.search(asked.form)
    if match and match[0] not in asked.pair.whole.words:
        yield f"holds what looks left over: {match[0]!r}"
