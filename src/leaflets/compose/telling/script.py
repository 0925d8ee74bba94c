"""Read a script to be spoken again: what it says, how each word is said, in what language.

The document is read by a parser that knows nothing of who wrote it. A document type is
refused: a script needs none, and one could fetch or swell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from leaflets.errors import RenderError


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Words between two tags, and what stands around them."""

    words: str
    lang: str
    said_as: str = ""
    form: str = ""
    around: tuple[str, ...] = ()
    """Names of the elements that it stands in, the root first."""


@dataclass(slots=True)
class Script:
    """A script as it was read."""

    spoken: list[Spoken] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    """How many runs of words stand before each mark, by its name."""

    meta: dict[str, str] = field(default_factory=dict)
    lang: str = ""
    version: str = ""
    twice: list[str] = field(default_factory=list)
    """Names of marks that stand more than once, those of citations aside."""


def parse(data: str) -> Script:
    """Read an SSML document; raises RenderError if it is not well-formed XML."""
    reader = _Reader()
    try:
        reader.parser.Parse(data.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        raise RenderError(f"the audio script is not well-formed XML: {error}") from error
    return reader.script


def read(data: str) -> str:
    """Say the words of a script, with the numbers and bullets that it leaves unsaid.

    Raises RenderError if it is not well-formed XML.
    """
    script = parse(data)
    at: dict[int, list[str]] = {}
    for name, before in script.marks.items():
        at.setdefault(before, []).append(unsaid(name))
    said: list[str] = []
    for number, spoken in enumerate(script.spoken):
        said += [*at.get(number, ()), spoken.words]
    return "".join([*said, *at.get(len(script.spoken), ())])


def unsaid(mark: str) -> str:
    """Give what stands on paper where a script only has a mark; empty for other marks.

    >>> unsaid("cites-1-12#3")
    '[1, 12]'
    """
    kind, _, rest = mark.partition("#")[0].partition("-")
    if kind == "cites":
        return f"[{rest.replace('-', ', ')}]"
    return "• " if kind == "bullet" else ""


class _Reader:
    """Follows the tags of a document."""

    def __init__(self) -> None:
        self.script = Script()
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = self._refuse
        self._open: list[tuple[str, str, str, str]] = []
        """Name, language, ``interpret-as`` and ``format`` of every open element."""

        self._cited = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        lang = attributes.get(_LANG) or (self._open[-1][1] if self._open else "")
        if not self._open:
            self.script.lang, self.script.version = lang, attributes.get("version", "")
        said_as, form = attributes.get("interpret-as", ""), attributes.get("format", "")
        self._open.append((tag, lang, said_as, form))
        if tag == "meta":
            self.script.meta[attributes.get("name", "")] = attributes.get("content", "")
        if tag == "mark":
            self._mark(attributes.get("name", ""))

    def _mark(self, name: str) -> None:
        if name.startswith("cites-"):
            self._cited += 1
            name = f"{name}#{self._cited}"
        elif name in self.script.marks:
            self.script.twice.append(name)
        self.script.marks.setdefault(name, len(self.script.spoken))

    def _end(self, name: str) -> None:
        self._open.pop()

    def _words(self, words: str) -> None:
        tag, lang, said_as, form = self._open[-1]
        around = tuple(each[0] for each in self._open)
        if not words.strip() and tag in ("speak", "p"):
            words = "\n"
        self.script.spoken.append(
            Spoken(words=words, lang=lang, said_as=said_as, form=form, around=around)
        )

    def _refuse(self, *_: object) -> None:
        raise RenderError("the audio script has a document type, which none needs")


_LANG = "http://www.w3.org/XML/1998/namespace lang"
