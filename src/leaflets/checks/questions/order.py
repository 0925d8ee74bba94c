"""T354: facts have not changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
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
        tag="ar",
        words="Call {phone_one}, or {phone_two} from abroad.",
        good="اتصل على {phone_one}، أو {phone_two} من الخارج.",
        bad="اتصل على {phone_two}، أو {phone_one} من الخارج.",
    ),
)
def facts_keep_their_order(asked: Asked) -> Iterator[Said]:
    """Facts come in the order of the original, or a person sees to it that they are right.

    After the idea of comparing figures with what they belong to (``num-order``): two
    figures that change places both still stand there. Asked of facts of one kind: a time
    and a share change places rightly, where the grammar wants it.
    """
    if len(asked.original.placed) < 2 or asked.said.placed == asked.original.placed:
        return
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


def _order(placed: tuple[tuple[str, str], ...]) -> list[str]:
    """Names of the facts by their first place, those left out that stand whole twice.

    Parts of one fact ("{rate.count} of {rate.of}") count as it.
    """
    count = Counter(name for name, field in placed if not field)
    return [name for name in dict.fromkeys(name for name, _ in placed) if count[name] < 2]
