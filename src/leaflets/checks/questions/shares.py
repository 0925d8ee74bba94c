"""T385: the parts of a proportion stand where the language puts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether
from leaflets.model.facts import PLACEHOLDER

_MARKS = re.compile(r"[\s*]+")

_CLITIC = frozenset({"Arab"})
"""Scripts in which a short word may be written on to the one before."""


@asks_whether(
    "T385",
    Example(
        tag="fr",
        words="Of {rate.of} women, {rate.count} do.",
        good="Sur {rate.of} femmes, {rate.count} le font.",
        bad="Sur {rate.count} femmes, {rate.of} le font.",
    ),
    Example(
        tag="hi",
        words="{rate} women do.",
        good="{rate.of} महिलाओं में से {rate.count} ऐसा करती हैं।",
        bad="{rate.count} महिलाओं में से {rate.of} ऐसा करती हैं।",
    ),
    Example(
        tag="zh-Hans",
        words="{rate} women do.",
        good="每{rate.of}名女性中有{rate.count}名会这样做。",
        bad="每{rate.count}名女性中有{rate.of}名会这样做。",
    ),
    ours="{",
)
def a_share_is_not_turned_over(asked: Asked) -> Iterator[Said]:
    """The parts of a proportion do not change places: 15 of 100 is not 100 of 15.

    The words before the whole ("sur", "每") or behind it ("में से") tell the two apart;
    where a translation uses none of them nothing is asked. After the idea of comparing
    figures with what they belong to (``num-order``).
    """
    if ".of}" not in asked.form:
        return
    wording = asked.known.own.wording
    placed = list(PLACEHOLDER.finditer(asked.form))
    for place, part in enumerate(placed):
        if part[2] != "count":
            continue
        before = asked.form[placed[place - 1].end() if place else 0 : part.start()]
        behind = next(
            (asked.form[part.end() : p.start()] for p in placed[place + 1 : place + 2]
             if (p[1], p[2]) == (part[1], "of")), "",
        )  # fmt: skip
        if _ends(before, wording.before_whole, asked) or any(
            cue in behind.casefold() for cue in wording.behind_whole
        ):
            yield (
                f"says {{{part[1]}.count}} where the language says the whole",
                "a share of 15 in 100 must not become 100 in 15",
            )


def _ends(words: str, cues: tuple[str, ...], asked: Asked) -> bool:
    """Say whether some words end with a cue, as a word of its own."""
    bare = _MARKS.sub(" ", words).casefold().rstrip()
    joined = asked.known.locale.script in _CLITIC or not asked.known.own.spaced
    return any(
        bare.endswith(cue) and (joined or not bare[: -len(cue)][-1:].isalnum())
        for cue in cues
    )
