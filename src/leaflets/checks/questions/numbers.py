"""T356: numbers in words agree."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether


@asks_whether(
    "T356",
    Example(
        tag="pl", words="Take three cups.", good="Weź trzy kubki.", bad="Weź cztery kubki."
    ),
    Example(
        tag="ar", words="After three tests.", good="بعد ثلاثة فحوص.", bad="بعد أربعة فحوص."
    ),
    Example(tag="pl", words="About half of us.", good="Około połowy z nas.", bad="Wielu z nas."),
)  # fmt: skip
def numbers_in_words_agree(asked: Asked) -> Iterator[Said]:
    """A number that is written as a word is the same number in both languages.

    Rule NUM-002; a leaflet's figures are facts, but "three or more" is words.
    """
    known = asked.known.shared_numbers
    if not known:
        return
    theirs = asked.theirs.said("number") & known
    ours = asked.ours.said("number") & known
    if theirs == ours:
        return
    lost = sorted(theirs - ours)
    new = sorted(ours - theirs - {"1"})
    if lost and new:
        yield f"counts {', '.join(new)} where the original counts {', '.join(lost)}"
    elif lost:
        yield f"does not say the number {', '.join(lost)}"
    elif new:
        yield f"says a number that the original does not: {', '.join(new)}"
