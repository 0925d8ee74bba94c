"""T356: numbers in words agree."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs import plurals
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
    Example(tag="ar", words="Take two cups.", good="خذ كوبين.", bad="خذ أكوابًا."),
    Example(
        tag="ar",
        words="{n} clean cup||{n} clean cups",
        good="لا أكواب نظيفة||كوب نظيف||كوبان اثنان نظيفان||{n} أكواب نظيفة||{n} كوبًا نظيفًا||{n} كوب نظيف",
        bad="لا أكواب نظيفة||كوب نظيف||ثلاثة أكواب نظيفة||{n} أكواب نظيفة||{n} كوبًا نظيفًا||{n} كوب نظيف",
    ),
    Example(tag="pl", words="About half of us.", good="Około połowy z nas.", bad="Wielu z nas."),
    ours=("number",), theirs=("number",),
)  # fmt: skip
def numbers_in_words_agree(asked: Asked) -> Iterator[Said]:
    """A number that is written as a word is the same number in both languages.

    Rule NUM-002; a leaflet's figures are facts, but "three or more" is words. The plural
    form of one number may say that number.
    """
    known = asked.known.shared_numbers
    if not known:
        return
    theirs, ours = asked.theirs.said("number"), asked.ours.said("number")
    if theirs == ours or (theirs := theirs & known) == (ours := ours & known):
        return
    lost = sorted(theirs - ours - asked.ours.values("loose number"))
    new = sorted(ours - theirs - {"1", _counted(asked)})
    if lost and new:
        yield f"counts {', '.join(new)} where the original counts {', '.join(lost)}"
    elif lost:
        yield f"does not say the number {', '.join(lost)}"
    elif new:
        yield f"says a number that the original does not: {', '.join(new)}"


def _counted(asked: Asked) -> str:
    """Give the number that this plural form is for, where it is for one alone (the dual)."""
    if not asked.pair.message.other:
        return ""
    numbers = plurals.examples(asked.known.locale)[asked.pair.index]
    return str(numbers[0]) if len(numbers) == 1 else ""
