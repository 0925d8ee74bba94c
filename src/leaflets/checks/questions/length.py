"""T365: a translation is about as long as its language makes it."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether

SURE = 40
"""From so many characters of the original on, the language's range is asked."""

SHORT = 12
"""Below so many, nothing can be said."""

SLACK = 0.6
"""Between the two, the range is so much wider."""

TIGHTER = ((200, 1.3), (120, 1.2), (80, 1.1))
"""From so many characters on, the least is so many times as much: the longer a text, the
nearer it comes to the usual. Measured on the catalogs, of which none is as short."""


@asks_whether(
    "T365",
    Example(
        tag="pl",
        words="A biopsy, which takes a very small sample of the inner layer of the skin",
        good="biopsja, czyli pobranie bardzo małej próbki wewnętrznej warstwy skóry",
        bad="biopsja, czyli pobranie",
    ),
    Example(
        tag="ar",
        words="A biopsy, which takes a very small sample of the inner layer of the skin",
        good="خزعة، وهي أخذ عينة صغيرة جدًا من الطبقة الداخلية للجلد",
        bad="خزعة، وهي أخذ",
    ),
    Example(
        tag="pl",
        words="The team may offer you warm tea, milk or water while you wait for the doctor, "
        "and somebody will come and sit beside you and answer all of your questions.",
        good="Zespół może zaproponować ciepłą herbatę, mleko lub wodę, kiedy będzie się "
        "czekać na lekarza, a ktoś przyjdzie, usiądzie obok i odpowie na wszystkie pytania.",
        bad="Zespół może zaproponować ciepłą herbatę, mleko lub wodę, kiedy będzie się "
        "czekać na lekarza.",
    ),
)
def length_is_the_languages(asked: Asked) -> Iterator[Said]:
    """The ratio of letters is within the language's range (rule TRN-012).

    A long text that is rather short has often lost its last clause.
    """
    limits = asked.known.own.wording.length
    if limits is None:
        return
    theirs, ours = len(asked.original.plain), len(asked.said.plain)
    if theirs < SHORT or not ours:
        return
    slack = 1.0 if theirs >= SURE else SLACK
    tight = next((times for length, times in TIGHTER if theirs >= length), slack)
    ratio = ours / theirs
    if ratio < limits[0] * tight:
        yield f"is very short: {ratio:.0%} of the original's length"
    elif ratio > limits[1] / slack:
        yield f"is very long: {ratio:.0%} of the original's length"
