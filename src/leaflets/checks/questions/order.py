"""T354: facts have not changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.catalogs.reading import PLACED, Reading
from leaflets.checks.lexicon import Scan
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T354",
    Example(
        tag="pl",
        words="{rate_one} are red and {rate_two} are not.",
        good="{rate_one} jest czerwonych, a {rate_two} nie.",
        bad="{rate_two} jest czerwonych, a {rate_one} nie.",
    ),
    Example(
        tag="fr",
        words="It was {rate_one} women, and {rate_two} others.",
        good="C’était {rate_one.count} femmes sur {rate_one.of}, et {rate_two} autres.",
        bad="C’était {rate_two.count} femmes sur {rate_two.of}, et {rate_one} autres.",
    ),
    Example(
        tag="pl",
        words="The tree is {age} years old. See {web}.",
        good="Drzewo ma {age} lat. Więcej: {web}.",
        bad="Drzewo ma {web} lat. Więcej: {age}.",
    ),
    Example(
        tag="ar",
        words="Call {phone_one}, or {phone_two} from abroad.",
        good="اتصل على {phone_one}، أو {phone_two} من الخارج.",
        bad="اتصل على {phone_two}، أو {phone_one} من الخارج.",
    ),
    theirs="{",
)
def facts_keep_their_order(asked: Asked) -> Iterator[Said]:
    """Facts come in the order of the original, or a person sees to it that they are right.

    After the idea of comparing figures with what they belong to (``num-order``): two
    figures that change places both still stand there. In one sentence it is asked of facts
    of one kind: a time and a share change places rightly, where the grammar wants it.
    """
    if len(asked.original.placed) < 2 or asked.said.placed == asked.original.placed:
        return
    if not asked.pair.message.facts:
        return  # a phrase's own parts stand where the language wants them
    theirs, ours = _order(asked.original.placed), _order(asked.said.placed)
    both = set(theirs) & set(ours)
    kinds = {fact.name: fact.kind for fact in asked.pair.message.facts}
    for kind in dict.fromkeys(map(kinds.get, theirs)):
        before = [n for n in theirs if n in both and kinds.get(n) is kind]
        after = [n for n in ours if n in both and kinds.get(n) is kind]
        for first, now in zip(before, after, strict=True):
            if first != now:
                yield f"places {{{now}}} where the original places {{{first}}}"
                return
    if asked.aligned and asked.ours.sentences > 1:
        here, there = (
            _sentences(asked.said, asked.ours),
            _sentences(asked.original, asked.theirs),
        )
        for name in theirs:
            if name in both and here[name] != there[name]:
                yield f"places {{{name}}} in another sentence than the original"
                return


def _sentences(reading: Reading, scan: Scan) -> dict[str, set[int]]:
    """Give the sentences that each fact stands in."""
    found: dict[str, set[int]] = {}
    for (name, _), sentence in zip(reading.placed, scan.places(PLACED), strict=False):
        found.setdefault(name, set()).add(sentence)
    return found


def _order(placed: tuple[tuple[str, str], ...]) -> list[str]:
    """Names of the facts by their first place, those left out that stand whole twice.

    Parts of one fact ("{rate.count} of {rate.of}") count as it.
    """
    count = Counter(name for name, field in placed if not field)
    return [name for name in dict.fromkeys(name for name, _ in placed) if count[name] < 2]
