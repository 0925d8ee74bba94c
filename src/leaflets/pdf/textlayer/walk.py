"""Read a file as a screen reader does: from tag to tag, in the order of the tags.

Each tag leads to marked content on a page, and that to the codes that are shown in it.
What stands for a stretch of them (``/ActualText``, ISO 32000-1, 14.9.4) is read in its
place, and strings that are shown backwards (``/ReversedChars``, 14.8.2.3.3) are turned
round. Artifacts are not read; a figure is read by its alternative text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf import operators
from leaflets.pdf.pagefonts import meanings

_BLOCKS = frozenset(
    (
        "/P",
        "/H1",
        "/H2",
        "/H3",
        "/H4",
        "/H5",
        "/H6",
        "/Lbl",
        "/LBody",
        "/TD",
        "/TH",
        "/LI",
        "/Caption",
        "/Figure",
        "/Div",
        "/Sect",
        "/BlockQuote",
        "/L",
        "/Table",
        "/TR",
    )
)
"""Tags whose words stand apart from those around them."""

DEPTH = 200
"""Tags within tags that are followed; a deeper nest, or a ring, is an error."""

_PROPERTIES = re.compile(rb"<<.*>>", re.DOTALL)
_KEPT = re.compile(rb"/MCID\s+(\d+)")
_TAG = re.compile(rb"\s*/([^\s()<>\[\]{}/%]+)\s*/?([^\s()<>\[\]{}/%]*)")
_WRONG = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    AttributeError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
)

_Texts = Mapping[int, str]


def read(pdf: bytes, *, pictures: bool = True) -> tuple[str, ...]:
    """Give the words of a tagged file, one block of text after the other.

    Without *pictures* alternative texts are left out: only words that are printed stay.
    Raises RenderError if the file cannot be opened or has no tags.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            walk = _Walk(words_of_pages(pdf), pictures)
            text = "".join(walk.words(document.Root.StructTreeRoot, {}, 0))
    except _WRONG as error:
        raise RenderError(f"the tags of the file cannot be read: {error}") from error
    return tuple(block for each in text.split("\n") if (block := each.strip()))


@lru_cache(maxsize=1)
def words_of_pages(pdf: bytes) -> Mapping[tuple[int, int], Mapping[int, str]]:
    """Give the words of each marked content, by page and number (MCID).

    The file asked of last is kept: two questions to the same one follow each other.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {page.obj.objgen: _contents(page) for page in document.pages}


@dataclass(frozen=True, slots=True)
class _Walk:
    """The words of each page by marked content, and what of the tags is read."""

    pages: Mapping[tuple[int, int], _Texts]
    pictures: bool

    def words(self, element: pikepdf.Object, texts: _Texts, depth: int) -> Iterator[str]:
        """Give the words of a tag and of those in it; *texts* are those of its page."""
        if depth > DEPTH:
            raise ValueError(f"they lie more than {DEPTH} deep")
        tag = element.get("/S")
        apart = tag in _BLOCKS
        if apart:
            yield "\n"
        if "/Pg" in element:
            texts = self.pages[element.Pg.objgen]
        replaced: pikepdf.Object | str | None = element.get("/ActualText")
        if replaced is None and "/Alt" in element:
            replaced = element.Alt if self.pictures or tag != "/Figure" else ""
        if replaced is not None:
            yield str(replaced)
        else:
            yield from self._kids(element, texts, depth)
        if apart:
            yield "\n"

    def _kids(self, element: pikepdf.Object, texts: _Texts, depth: int) -> Iterator[str]:
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield texts.get(kid, "")
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self.words(kid, texts, depth + 1)
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                there = self.pages[kid.Pg.objgen] if "/Pg" in kid else texts
                yield there.get(int(kid.MCID), "")


@dataclass(slots=True)
class _Mark:
    """Marked content that is open."""

    mcid: int | None
    replaced: bool
    reversed: bool


@dataclass(slots=True)
class _Page:
    """What has been read of the content of one page."""

    maps: Mapping[str, Mapping[int, str]]
    narrow: frozenset[str]
    """Fonts of one byte a code."""

    lists: Mapping[str, pikepdf.Object]
    """Property lists of the resources, by name."""

    texts: dict[int, list[str]] = field(default_factory=dict)
    marks: list[_Mark] = field(default_factory=list)
    font: Mapping[int, str] = field(default_factory=dict)
    step: int = 2

    def begin(self, operands: bytes) -> None:
        """Open marked content; what stands for it is read at once."""
        found = _TAG.match(operands)
        tag, name = (found[1], found[2].decode("latin-1")) if found else (b"", "")
        outer = self.marks[-1] if self.marks else _Mark(None, False, False)
        backwards = outer.reversed or tag == b"ReversedChars"
        mark = _Mark(outer.mcid, outer.replaced, backwards)
        self.marks.append(mark)
        words: str | None = None
        if listed := _PROPERTIES.search(operands):
            if number := _KEPT.search(listed[0]):
                mark.mcid = int(number[1])
            if b"/ActualText" in listed[0]:
                words = str(pikepdf.Object.parse(listed[0]).get("/ActualText", ""))
        elif name in self.lists:
            properties = self.lists[name]
            if "/MCID" in properties:
                mark.mcid = int(properties.MCID)
            if "/ActualText" in properties:
                words = str(properties.ActualText)
        if words is not None and not mark.replaced:
            self._say(mark, words)
            mark.replaced = True

    def choose(self, operands: bytes) -> None:
        """Take up the font that is set."""
        name = operators.name(operands)
        self.font = self.maps.get(name, {})
        self.step = 1 if name in self.narrow else 2

    def show(self, operands: bytes) -> None:
        """Read the strings that are shown, one by one."""
        mark = self.marks[-1] if self.marks else None
        if mark is None or mark.replaced or mark.mcid is None:
            return
        step, meaning = self.step, self.font.get
        for hexadecimal, _, literal in operators.shown(operands):
            if not (hexadecimal or literal):
                continue
            codes = operators.codes(hexadecimal, literal)
            letters = [
                meaning(int.from_bytes(codes[place : place + step], "big"), "")
                for place in range(0, len(codes), step)
            ]
            self._say(mark, "".join(reversed(letters) if mark.reversed else letters))

    def _say(self, mark: _Mark, words: str) -> None:
        if mark.mcid is not None:
            self.texts.setdefault(mark.mcid, []).append(words)


def _contents(page: pikepdf.Page) -> _Texts:
    """Give the words of each marked content of a page."""
    fonts = page.resources.get("/Font", pikepdf.Dictionary())
    found = _Page(
        maps={
            name[1:]: meanings(font.ToUnicode.read_bytes())
            for name, font in fonts.items()
            if "/ToUnicode" in font
        },
        narrow=frozenset(
            name[1:] for name, font in fonts.items() if font.get("/Subtype") != "/Type0"
        ),
        lists={
            name[1:]: listed
            for name, listed in page.resources.get(
                "/Properties", pikepdf.Dictionary()
            ).items()
        },
    )
    contents = page.obj.get("/Contents")
    parts = [contents] if isinstance(contents, pikepdf.Stream) else contents or ()
    for operator, operands in operators.operations(
        b"\n".join(part.read_bytes() for part in parts)
    ):
        match operator:
            case b"BMC" | b"BDC":
                found.begin(operands)
            case b"EMC" if found.marks:
                found.marks.pop()
            case b"Tf":
                found.choose(operands)
            case b"Tj" | b"TJ" | b"'" | b'"':
                found.show(operands)
    return {mcid: "".join(words) for mcid, words in found.texts.items()}
