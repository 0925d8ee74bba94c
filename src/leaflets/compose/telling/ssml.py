"""Tell a Narrative as a script to be spoken: SSML 1.1, for a synthesiser or a person.

Speech Synthesis Markup Language 1.1, W3C Recommendation, 7 September 2010. One document
holds the whole edition in its order. Numbers of sources are not said in the middle of a
sentence: where one stands the script has a ``mark``, and so have bullets; the sources are
read at their place, and each has a mark of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from leaflets.compose.telling import speechtime
from leaflets.compose.telling.spoken import Piece, is_bullet, pieces, sentences
from leaflets.compose.telling.told import Told
from leaflets.errors import RenderError
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.model.locale import Locale
from leaflets.model.narrative import Narrative, Passage, Role, Run

NAMESPACE = "http://www.w3.org/2001/10/synthesis"

SOURCES = "audio.sources"
"""Phrase that says where the sources are read."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, even escaped (XML 1.0, production 2)."""

_LONG, _MIDDLE, _SHORT = 1500, 1000, 600
"""Pauses in ms: before a section; before what has a heading of its own, and around a box;
after a heading and before a row."""


def tell(narrative: Narrative, _form: Format, locale: Locale) -> Told:
    """Tell a narrative as an SSML document, one sentence a line.

    Raises RenderError for a character that XML cannot hold.
    """
    script = _Script(narrative, _voice=narrative.lang)
    before: Passage | None = None
    for passage in narrative.passages:
        script.add(passage, before, locale.speech_rate)
        before = passage
    about: dict[str, object] = {}
    if locale.speech_rate:
        about["minutes"] = speechtime.minutes(script.seconds)
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<speak version="1.1" xmlns="{NAMESPACE}" xml:lang={_quoted(narrative.lang)}',
        '       onlangfailure="changevoice">',
        *(
            f'  <meta name="{name}" content={_quoted(str(value))}/>'
            for name, value in _meta(narrative, about)
        ),
    ]
    data = "\n".join([*head, *script.lines, "</speak>", ""])
    return Told(data=data, pages=1, placed=script.placed, about=about)


def prefaced(narrative: Narrative, edition: Edition) -> Narrative:
    """Say, before the first section, that numbers of sources are left out of the text."""
    foreign = SOURCES in edition.stand_in_phrases
    note = Run(
        words=edition.phrases[SOURCES],
        lang=edition.leaflet.original if foreign else narrative.lang,
        direction="ltr" if foreign else narrative.direction,
    )
    passages = narrative.passages
    heads = (n for n, p in enumerate(passages) if p.role is Role.HEADING)
    at = next(heads, len(passages))
    said = Passage(role=Role.NOTE, runs=(note,))
    return replace(narrative, passages=(*passages[:at], said, *passages[at:]))


def _meta(narrative: Narrative, about: dict[str, object]) -> Iterator[tuple[str, object]]:
    yield "title", narrative.title
    yield "edition", narrative.code
    yield "draft", "yes" if narrative.draft else "no"
    yield from about.items()


@dataclass(slots=True)
class _Script:
    """Lines of a script as they come, with where things stand and how long they take."""

    narrative: Narrative
    lines: list[str] = field(default_factory=list)
    placed: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    _counts: dict[str, int] = field(default_factory=dict)
    _part: str = ""
    _voice: str = ""
    """Language that was said last."""

    def add(self, passage: Passage, before: Passage | None, rate: float) -> None:
        """Add a passage, with the pause before it and a mark to find it by."""
        pause = _pause(before, passage)
        if pause:
            self.lines.append(f'  <break time="{pause}ms"/>')
        lead, line = pieces(passage)
        said = list(sentences(line))
        self.seconds += pause / 1000
        if rate:
            every = (*lead, *line)
            self.seconds += speechtime.seconds(every, self.narrative.lang, rate)
        # One language for all that is said: every processor knows it of a paragraph.
        langs = {piece.lang for piece in (*lead, *line) if not piece.silent}
        lang = langs.pop() if len(langs) == 1 else self.narrative.lang
        other = self._turned(lang, self.narrative.lang)
        mark = self._name(passage)
        inner = [f'<mark name="{mark}"/>'] if mark else []
        bullet = is_bullet("".join(piece.words for piece in lead))
        if bullet:
            inner.append(f'<mark name="bullet-{self._next("bullet")}"/>')
        elif lead:
            inner.append(self._sentence(lead, lang))
        inner += [self._sentence(sentence, lang) for sentence in said]
        if len(said) + bool(lead and not bullet) == 1:
            self.lines.append(f"  <p{other}>{''.join(inner)}</p>")
        else:
            self.lines += [f"  <p{other}>", *(f"    {each}" for each in inner), "  </p>"]
        for run in (*passage.lead, *passage.runs):
            if run.mark:
                self.placed.setdefault(run.mark, run.words)

    def _sentence(self, line: Iterable[Piece], around: str) -> str:
        """Write a sentence; its language stands on it, or on the words that differ."""
        line = list(line)
        langs = {piece.lang for piece in line if not piece.silent}
        lang = langs.pop() if len(langs) == 1 else around
        other = self._turned(lang, around)
        inner: list[str] = []
        for strong, together in groupby(line, lambda piece: piece.strong):
            words = "".join(self._piece(piece, lang) for piece in together)
            inner.append(f"<emphasis>{words}</emphasis>" if strong else words)
        return f"<s{other}>{''.join(inner).strip()}</s>"

    def _turned(self, lang: str, around: str) -> str:
        """Say the language of a paragraph or a sentence, where it is not that around it.

        It is said again where it is back: espeak-ng goes on in the last one it was told.
        """
        said = lang == around == self._voice
        self._voice = lang
        return "" if said else f" xml:lang={_quoted(lang)}"

    def _piece(self, piece: Piece, around: str) -> str:
        mark = ""
        if piece.mark and (piece.silent or self._first(piece.mark)):
            mark = f"<mark name={_quoted(piece.mark)}/>"
        if piece.silent:
            return mark
        words = _escaped(piece.words)
        if piece.said_as:
            form = f' format="{piece.form}"' if piece.form else ""
            words = f'<say-as interpret-as="{piece.said_as}"{form}>{words}</say-as>'
        if piece.lang != around:
            words = f"<lang xml:lang={_quoted(piece.lang)}>{words}</lang>"
        return mark + words

    def _name(self, passage: Passage) -> str:
        """Name the place where a section, a part, a box or a source begins."""
        if passage.role is Role.TITLE:
            return "title"
        if passage.role is Role.REFERENCE:
            return f"source-{self._next('source')}"
        if passage.role is not Role.HEADING:
            return ""
        if passage.part and passage.part != self._part:
            self._part = passage.part
            alone = passage.part in ("evidence", "imprint")
            return passage.part if alone else f"evidence-{passage.part}"
        return f"heading-{self._next('heading')}"

    def _next(self, what: str) -> int:
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def _first(self, mark: str) -> bool:
        """Tell whether a mark has not been set yet: the band of a draft is said twice."""
        return self._next(f"mark {mark}") == 1


def _pause(before: Passage | None, passage: Passage) -> int:
    """Say how long a voice rests before a passage, in ms; 0 leaves it to the paragraph."""
    if before is None:
        return 0
    if passage.role is Role.HEADING:
        return _LONG if passage.level <= 2 else _MIDDLE
    if before.role in (Role.TITLE, Role.HEADING):
        return _LONG if before.role is Role.TITLE else _SHORT
    if passage.number != before.number:
        return _MIDDLE
    return _SHORT if passage.role is Role.ROW else 0


def _escaped(words: str) -> str:
    if found := _ILLEGAL.search(words):
        raise RenderError(
            f"the character U+{ord(found[0]):04X} cannot stand in an audio script",
            hint="take it out of the words",
        )
    return escape(words)


def _quoted(words: str) -> str:
    _escaped(words)
    return quoteattr(words)
