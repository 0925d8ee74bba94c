"""T366 and T367: a translation goes to the end, and ends as the original does."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.knowledge import Language
from leaflets.checks.lexicon import Scan
from leaflets.checks.questions.base import Asked, asks_whether

_CLOSERS = "”’\"'»)）]」』›“„ \u00a0\u202f*"
_SAME = {
    ".": ".。。۔।॥።။។.",
    "?": "?？؟;՞?",
    "!": "!！՜",
    ":": ":：።፡",
    "…": "…",
    ";": ";；؛",
    ",": ",，、،",
}
"""End marks of the scripts by the Latin one, where a language says nothing else."""


@asks_whether(
    "T366",
    Example(
        tag="pl",
        words="Tea is warm. Milk is cold. Water is wet.",
        good="Herbata jest ciepła. Mleko jest zimne. Woda jest mokra.",
        bad="Herbata jest ciepła. Mleko jest zimne.",
    ),
    Example(
        tag="pl",
        words="warm tea or milk",
        good="ciepła herbata lub mleko",
        bad="ciepła herbata lub",
    ),
)
def no_sentence_is_missing(asked: Asked) -> Iterator[Said]:
    """A translation has as many sentences as the original, and does not break off."""
    word = _last(asked.ours, asked.known.own) if asked.known.own.spaced else ""
    if word and not _last(asked.theirs, asked.known.original):
        yield f"breaks off with {word!r}"
        return
    theirs, ours = asked.theirs.sentences, asked.ours.sentences
    if ours >= theirs or asked.known.own.script in _WITHOUT_ENDS:
        return
    if ours + sum(token in _JOINTS for token in asked.ours.written) >= theirs:
        return
    if not asked.known.own.spaced:
        # Chinese often makes one sentence of two; then it is not shorter than usual.
        limits = asked.known.own.wording.length
        ratio = len(asked.said.plain) / len(asked.original.plain)
        if limits is None or ratio > limits[0] * _USUAL:
            return
    yield f"has {ours} of {theirs} sentences"


def _last(scan: Scan, language: Language) -> str:
    """Give the last word, where it is one that goes on: "and", "of"."""
    last = scan.folded[-1] if scan.folded else ""
    return scan.written[-1] if last in language.never_last else ""


_JOINTS = frozenset(";；؛")
_USUAL = 1.4
"""A translation of the usual length is about so much longer than the shortest."""


_WITHOUT_ENDS = frozenset({"Thai", "Laoo"})
"""Scripts that end a sentence with a space."""


@asks_whether(
    "T367",
    Example(tag="pl", words="Is it warm?", good="Czy jest ciepła?", bad="Jest ciepła."),
    Example(tag="ar", words="Is it warm?", good="هل هو دافئ؟", bad="هل هو دافئ?"),
    Example(tag="pl", words="It is warm.", good="Jest ciepła.", bad="Jest ciepła"),
)
def end_mark_is_kept(asked: Asked) -> Iterator[Said]:
    """A translation ends with its language's mark for the original's end mark.

    Weblate's ``end_stop``, ``end_question``, ``end_colon``; the locale's own data first.
    A statement may become a question ("Whether it helps."), and no question a statement.
    """
    theirs = asked.original.plain.rstrip(_CLOSERS)[-1:]
    ours = asked.said.plain.rstrip(_CLOSERS)[-1:]
    if asked.known.own.script in _WITHOUT_ENDS and theirs == ".":
        return
    if theirs in _SAME:
        own = asked.known.own.wording.ends.get(theirs)
        wanted = own if own is not None else tuple(_SAME[theirs])
        if theirs == ".":
            wanted += asked.known.own.wording.ends.get("?", tuple(_SAME["?"]))
        if ours not in wanted and not any(
            end and asked.said.plain.rstrip(_CLOSERS).endswith(end) for end in wanted
        ):
            best = wanted[0] if own else theirs
            yield f"does not end with {best!r}, as the original does"
    elif ours in _STRONG and theirs not in _STRONG:
        yield f"ends with {ours!r}, unlike the original"


_STRONG = frozenset("?؟？!！:：;；؛,，،")
"""Marks that change what a text is: a question, an order, half a sentence."""
