"""Read a file as a screen reader does: from tag to tag, in the order of the tags.

Each tag leads to marked content on a page, and that to the codes that are shown in it.
What stands for a stretch of them (``/ActualText``, ISO 32000-1, 14.9.4) is read in its
place, and strings that are shown backwards (``/ReversedChars``, 14.8.2.3.3) are turned
round. Artifacts are not read; a figure is read by its alternative text.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf

from leaflets.errors import RenderError
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

_Texts = Mapping[int, str]


def read(pdf: bytes) -> tuple[str, ...]:
    """Give the words of a tagged file, one block of text after the other.

    Raises RenderError if the file cannot be opened or has no tags.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            pages = words_of_pages(document)
            root = document.Root.StructTreeRoot
            text = "".join(_element(root, pages, {}))
    except (pikepdf.PdfError, AttributeError, KeyError) as error:
        raise RenderError(f"the tags of the file cannot be read: {error}") from error
    return tuple(block for each in text.split("\n") if (block := each.strip()))


def words_of_pages(document: pikepdf.Pdf) -> dict[tuple[int, int], Mapping[int, str]]:
    """Give the words of each marked content, by page and number (MCID)."""
    return {page.obj.objgen: _contents(page) for page in document.pages}


def _element(
    element: pikepdf.Object, pages: Mapping[tuple[int, int], _Texts], texts: _Texts
) -> Iterator[str]:
    apart = element.get("/S") in _BLOCKS
    if apart:
        yield "\n"
    if "/Pg" in element:
        texts = pages[element.Pg.objgen]
    replaced = element.get("/ActualText", element.get("/Alt"))
    if replaced is not None:
        yield str(replaced)
    else:
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield texts.get(kid, "")
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from _element(kid, pages, texts)
    if apart:
        yield "\n"


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
    texts: dict[int, list[str]] = field(default_factory=dict)
    marks: list[_Mark] = field(default_factory=list)
    font: Mapping[int, str] = field(default_factory=dict)

    def begin(self, tag: str, properties: pikepdf.Object | None) -> None:
        """Open marked content; what stands for it is read at once."""
        outer = self.marks[-1] if self.marks else _Mark(None, False, False)
        mark = _Mark(outer.mcid, outer.replaced, outer.reversed or tag == "/ReversedChars")
        if isinstance(properties, pikepdf.Dictionary):
            if "/MCID" in properties:
                mark.mcid = int(properties.MCID)
            if "/ActualText" in properties and not mark.replaced:
                self._say(mark, str(properties.ActualText))
                mark.replaced = True
        self.marks.append(mark)

    def show(self, codes: bytes) -> None:
        """Read one string of two-byte codes."""
        mark = self.marks[-1] if self.marks else None
        if mark is None or mark.replaced:
            return
        letters = [
            self.font.get(int.from_bytes(codes[place : place + 2], "big"), "")
            for place in range(0, len(codes), 2)
        ]
        self._say(mark, "".join(reversed(letters) if mark.reversed else letters))

    def _say(self, mark: _Mark, words: str) -> None:
        if mark.mcid is not None:
            self.texts.setdefault(mark.mcid, []).append(words)


def _contents(page: pikepdf.Page) -> _Texts:
    """Give the words of each marked content of a page."""
    fonts = page.resources.get("/Font", pikepdf.Dictionary())
    maps = {
        name: meanings(font.ToUnicode.read_bytes())
        for name, font in fonts.items()
        if "/ToUnicode" in font
    }
    read_so_far = _Page(maps)
    for instruction in pikepdf.parse_content_stream(page):
        if isinstance(instruction, pikepdf.ContentStreamInstruction):
            _follow(read_so_far, str(instruction.operator), list(instruction.operands))
    return {mcid: "".join(words) for mcid, words in read_so_far.texts.items()}


def _follow(page: _Page, operator: str, operands: list[pikepdf.Object]) -> None:
    match operator:
        case "BMC":
            page.begin(str(operands[0]), None)
        case "BDC":
            page.begin(str(operands[0]), operands[1])
        case "EMC" if page.marks:
            page.marks.pop()
        case "Tf":
            page.font = page.maps.get(str(operands[0]), {})
        case "Tj":
            page.show(bytes(operands[0]))
        case "TJ":
            for codes in _strings(operands[0]):
                page.show(codes)


def _strings(array: Iterable[pikepdf.Object]) -> Iterator[bytes]:
    return (bytes(each) for each in array if isinstance(each, pikepdf.String))
