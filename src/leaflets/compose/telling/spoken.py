"""Words as they are to be spoken: what is said how, and what is not said at all.

A synthesiser guesses: it reads a telephone number as thousands and a code as a word. So
every fact says what it is, with the values of the W3C Note "SSML 1.0 say-as attribute
values" (26 May 2005). A percentage keeps its sign beside its number: the Note has no
value for it, and every voice knows the sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from leaflets.model.facts import FactKind
from leaflets.model.narrative import Passage, Role, Run

SAID_AS = {
    FactKind.NUMBER: "cardinal",
    FactKind.PROPORTION: "cardinal",
    FactKind.AGE: "cardinal",
    FactKind.DURATION: "cardinal",
    FactKind.DATE: "date",
    FactKind.PHONE: "telephone",
    FactKind.EMAIL: "characters",
    FactKind.WEB: "characters",
    FactKind.CODE: "characters",
    "time": "time",
}
"""``interpret-as`` of the facts of each kind; a kind that is not here is said as it is
written."""

SPELT = frozenset({"telephone", "characters"})
"""What is said sign by sign."""

_CITED = re.compile(r"\[\w+(?:, \w+)*\]")
_NUMBER = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f]\d+)*")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_IDENTIFIER = re.compile(r"10\.\d{4,9}/\S*[^\s.,;]|\b[A-Z]{0,4}\d{5,}\b")
"""A DOI, or the number of a paper in a register. What a path of a web address says are
words, and is left to the voice."""

_UNSAID = re.compile("[\u00ad\u061c\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")
"""What only says where lines break and which way words run."""

_BULLET = re.compile(r"[•–*-]\s*")
_ENDS = re.compile(r"[.!?؟۔।॥…]+[\"”’»)\]]*\s+(?=\S)|[。！？]+[\"”’」』）]*(?=.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that are spoken in one way."""

    words: str
    lang: str
    said_as: str = ""
    form: str = ""
    """``format`` of what is said as a date or a time."""

    strong: bool = False
    mark: str = ""
    """Name of the place right before the words."""

    @property
    def silent(self) -> bool:
        """True where only a place is marked and nothing said."""
        return not self.words


def pieces(passage: Passage) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Say what leads a passage, and the passage.

    A number that leads is said apart from what it counts; other words that lead are the
    beginning of the sentence. A bullet is silent.
    """
    lead = [piece for run in passage.lead for piece in _of(run, strong=False)]
    counts = passage.role in (Role.ITEM, Role.REFERENCE)
    wanted = passage.role is not Role.HEADING and passage.role is not Role.TITLE
    source = passage.role is Role.REFERENCE
    said = [p for run in passage.runs for p in _of(run, strong=wanted, source=source)]
    if counts:
        return tuple(lead), tuple(said)
    return (), (*lead, *said)


def sentences(line: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Divide a passage into its sentences, as far as signs alone can tell.

    A sentence ends at a full stop, a question mark or their like with a space behind it,
    never inside a fact, and not after a single letter or before a small one.
    """
    rest = list(line)
    whole = "".join(piece.words for piece in rest)
    begun = 0
    for end in _breaks(whole, rest):
        here, rest = _divided(rest, end - begun)
        yield here
        begun = end
    if rest:
        yield tuple(rest)


def is_bullet(words: str) -> bool:
    """Tell whether some words are a bullet, which is not said."""
    return bool(_BULLET.fullmatch(words))


def _of(run: Run, *, strong: bool, source: bool = False) -> Iterator[Piece]:
    words = _UNSAID.sub("", run.words).replace("\u00a0", " ").replace("\u202f", " ")
    if run.kind == "citation" and (cited := _CITED.fullmatch(words.strip())):
        numbers = re.findall(r"\w+", cited[0])
        yield Piece(words="", lang=run.lang, mark=f"cites-{'-'.join(numbers)}")
        return
    made = Piece(words=words, lang=run.lang, strong=strong and run.strong)
    parts = list(_parts(made, run, source=source))
    if run.mark and parts:
        parts[0] = replace(parts[0], mark=run.mark)
    yield from parts


def _parts(made: Piece, run: Run, *, source: bool) -> Iterator[Piece]:
    said_as = "characters" if run.kind == "code" else ""
    if run.kind == "fact":
        said_as = SAID_AS.get(run.fact, "")
    if said_as == "date":
        yield replace(made, said_as=said_as, form=_order(made.words))
    elif said_as in SPELT:
        yield replace(made, said_as=said_as)
    elif said_as == "time":
        # "4:30 pm" says by itself which half of the day it means.
        form = "hms24" if _CLOCK.fullmatch(made.words.strip()) else ""
        yield from _within(made, _CLOCK, said_as, form)
    elif said_as:
        yield from _within(made, _NUMBER, said_as)
    elif source:
        yield from _within(made, _IDENTIFIER, "characters")
    else:
        yield made


def _within(
    made: Piece, pattern: re.Pattern[str], said_as: str, form: str = ""
) -> Iterator[Piece]:
    """Say what matches in one way, and what stands between as it is."""
    at = 0
    for found in pattern.finditer(made.words):
        if found.start() > at:
            yield replace(made, words=made.words[at : found.start()])
        yield replace(made, words=found[0], said_as=said_as, form=form)
        at = found.end()
    if at < len(made.words):
        yield replace(made, words=made.words[at:])


def _order(words: str) -> str:
    """Say in which order a date stands: its year is the number of four digits."""
    numbers = re.findall(r"\d+", words)
    if len(numbers) == 3:
        return "ymd" if len(numbers[0]) == 4 else "dmy"
    if len(numbers) != 2:
        return ""
    if len(numbers[0]) == 4:
        return "ymd"
    return "dmy" if re.match(r"\W*\d", words) else "mdy"


def _breaks(whole: str, line: list[Piece]) -> Iterator[int]:
    """Yield where sentences begin, but for the first."""
    spans: list[tuple[int, int]] = []
    at = 0
    for piece in line:
        if piece.said_as:
            spans.append((at, at + len(piece.words)))
        at += len(piece.words)
    for found in _ENDS.finditer(whole):
        end = found.end()
        word = whole[: found.start()].rpartition(" ")[2]
        letter = len(word.lstrip("(“\"'")) == 1 and word[-1].isalpha()
        if letter or whole[end].islower():
            continue
        if not any(start < end and found.start() < stop for start, stop in spans):
            yield end


def _divided(line: list[Piece], at: int) -> tuple[tuple[Piece, ...], list[Piece]]:
    """Divide pieces at a place in their words; what is silent stays with what is before."""
    before: list[Piece] = []
    for number, piece in enumerate(line):
        size = len(piece.words)
        if at >= size:
            if at == 0 and not piece.silent:
                return tuple(before), line[number:]
            before.append(piece)
            at -= size
            continue
        if at == 0:
            return tuple(before), line[number:]
        before.append(replace(piece, words=piece.words[:at]))
        after = replace(piece, words=piece.words[at:], mark="")
        return tuple(before), [after, *line[number + 1 :]]
    return tuple(before), []
