"""Read a composed page as it is told: Composition → Narrative.

Text, braille and speech are made from the page that a browser would show, so that they
say what it says, in its order, and nothing can be in one and not in the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from leaflets.catalogs.digits import in_digits
from leaflets.compose.elements import Element, parse
from leaflets.compose.html import Composition
from leaflets.compose.runs import Reader, Voice
from leaflets.model.edition import Edition
from leaflets.model.narrative import Narrative, Passage, Role, Run

BULLET = "• "
_UNTOLD = frozenset({"head", "script", "style", "template", "title"})
_INLINE = frozenset(
    {"a", "b", "bdi", "br", "code", "dfn", "em", "i", "span", "strong", "sub", "sup"}
)
_BOXES = frozenset({"ask", "icons", "key-points", "warning"})
_COUNTERS = {
    "arabic-indic": "arab",
    "bengali": "beng",
    "devanagari": "deva",
    "gujarati": "gujr",
    "gurmukhi": "guru",
    "kannada": "knda",
    "khmer": "khmr",
    "lao": "laoo",
    "malayalam": "mlym",
    "myanmar": "mymr",
    "oriya": "orya",
    "persian": "arabext",
    "tamil": "tamldec",
    "telugu": "telu",
    "thai": "thai",
    "tibetan": "tibt",
}
"""Counter styles of CSS that differ from ``decimal`` in their digits alone, and the
numbering systems of CLDR that have those (CSS Counter Styles 3, section 6.1)."""

_ENDS = tuple(":：;؛?？؟!！")
"""What needs no colon behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where in the leaflet a passage stands."""

    voice: Voice
    part: str = ""
    box: str = ""
    number: int = 0
    depth: int = 0


def narrate(composition: Composition, edition: Edition) -> Narrative:
    """Tell a composed edition in a line.

    The composition is one of a format that is told, or of a web page.
    """
    narrator = _Narrator(composition, edition)
    locale = edition.locale
    voice = Voice(lang=locale.tag, direction=locale.direction)
    narrator.tell(parse(composition.html), _Place(voice=voice))
    bands = tuple(p for p in narrator.passages if _is_band(p))
    return Narrative(
        title=composition.title,
        lang=locale.tag,
        direction=locale.direction,
        draft=edition.draft,
        code=edition.code,
        passages=(*narrator.passages, *bands),
    )


def _is_band(passage: Passage) -> bool:
    return any(run.kind == "band" for run in passage.runs)


class _Narrator:
    """Goes through a page and gathers its passages."""

    def __init__(self, composition: Composition, edition: Edition) -> None:
        self.passages: list[Passage] = []
        self._reader = Reader(edition, composition.expected)
        # "For whom: …" as the language writes a label before its value.
        _, _, behind = edition.phrases["figure.bar"].partition("{label}")
        self._colon = behind.partition("{value}")[0]
        self._digits = _COUNTERS.get(edition.locale.marker, "latn")
        self._number = 0

    def tell(self, element: Element, place: _Place) -> None:
        """Tell an element that is not within a line."""
        if element.tag in _UNTOLD or element.attributes.get("aria-hidden") == "true":
            return
        place = self._inside(element, place)
        match element.tag:
            case "h1":
                self._add(Role.TITLE, element, place, level=1)
            case "h2" | "h3" | "h4" | "h5" | "h6":
                self._add(Role.HEADING, element, place, level=int(element.tag[1]))
            case "p" | "caption" | "figcaption":
                self._paragraph(element, place)
            case "img":
                if words := element.attributes.get("alt"):
                    self._put(Role.FIGURE, (place.voice.say(words),), place)
            case "ul" | "ol":
                self._items(element, replace(place, depth=place.depth + 1))
            case "table":
                self._table(element, place)
            case _:
                self._container(element, place)

    def _inside(self, element: Element, place: _Place) -> _Place:
        name = element.attributes.get("id", "")
        if element.tag == "section" and (name == "imprint" or name.startswith("evidence")):
            place = replace(place, part=name.removeprefix("evidence-"))
        boxes = sorted(element.classes & _BOXES)
        if boxes or element.tag == "table":
            self._number += 1
            box = boxes[0] if boxes else "table"
            place = replace(place, box=box, number=self._number)
        return replace(place, voice=self._reader.inside(element, place.voice))

    def _container(self, element: Element, place: _Place) -> None:
        """Tell what is in an element; words right in it make a paragraph.

        The bands of a draft stand side by side, and each is a note.
        """
        line: list[Element | str] = []
        band = "band" in element.classes
        for each in element.inner:
            if isinstance(each, str) or each.tag in _INLINE:
                line.append(each)
                if not band:
                    continue
            self._line(line, place, note=band)
            if isinstance(each, Element) and each.tag not in _INLINE:
                self.tell(each, place)
        self._line(line, place, note=band)

    def _line(self, line: list[Element | str], place: _Place, *, note: bool) -> None:
        runs = self._reader.read(line, place.voice)
        line.clear()
        self._put(Role.NOTE if note else Role.PARAGRAPH, runs, place)

    def _paragraph(self, element: Element, place: _Place) -> None:
        inner: list[Element | str] = element.inner
        lead: tuple[Run, ...] = ()
        role = Role.PARAGRAPH
        if element.classes & {"flag", "draft-note", "demonstration"}:
            role = Role.NOTE
        elif "reference" in element.classes:
            role = Role.REFERENCE
            inner, lead = self._apart(inner, place, "number", " ")
        elif any(child.tag == "dfn" for child in element.children):
            inner, lead = self._apart(inner, place, "dfn", self._colon)
        self._put(role, self._reader.read(inner, place.voice), place, lead=lead)

    def _apart(
        self, inner: list[Element | str], place: _Place, name: str, sign: str
    ) -> tuple[list[Element | str], tuple[Run, ...]]:
        """Take the element of that class or tag from the beginning of a line."""
        for number, each in enumerate(inner):
            if isinstance(each, Element) and (name in each.classes or name == each.tag):
                return inner[number + 1 :], self._led([each], place.voice, sign)
            if isinstance(each, Element) or each.strip():
                break
        return inner, ()

    def _led(self, inner: list[Element | str], voice: Voice, sign: str) -> tuple[Run, ...]:
        """Set what leads a passage, and the sign between it and the passage."""
        runs = self._reader.read(inner, voice)
        if not runs:
            return ()
        if runs[-1].words.endswith(_ENDS) and sign == self._colon:
            sign = " " if sign.endswith(" ") else ""
        last = runs[-1]
        if last.mark or last.kind or last.lang != voice.lang:
            return (*runs, voice.say(sign))
        return (*runs[:-1], replace(last, words=last.words + sign))

    def _items(self, element: Element, place: _Place) -> None:
        number = int(element.attributes.get("start") or 1)
        for item in element.children:
            own = replace(place, voice=self._reader.inside(item, place.voice))
            mark = BULLET
            if element.tag == "ol":
                mark = f"{in_digits(str(number), self._digits)}. "
                number += 1
            line = [e for e in item.inner if isinstance(e, str) or e.tag in _INLINE]
            runs = self._reader.read(line, own.voice)
            self._put(Role.ITEM, runs, own, lead=(own.voice.say(mark),))
            for each in item.children:
                if each.tag not in _INLINE:
                    self.tell(each, own)

    def _table(self, table: Element, place: _Place) -> None:
        for caption in table.every("caption"):
            self.tell(caption, place)
        heads: list[tuple[Run, ...]] = []
        for row in table.every("tr"):
            own = replace(place, voice=self._reader.inside(row, place.voice))
            cells = [cell for cell in row.children if cell.tag in ("th", "td")]
            if all(cell.attributes.get("scope") == "col" for cell in cells):
                heads = [self._led([cell], own.voice, self._colon) for cell in cells]
            else:
                self._row(cells, heads, own)

    def _row(
        self, cells: list[Element], heads: list[tuple[Run, ...]], place: _Place
    ) -> None:
        """Tell a row: its head and then its cells, or one cell with its head before it."""
        lone = len(cells) == 2 and len(heads) < 2 and cells[0].tag == "th"
        if lone:
            lead = self._led([cells[0]], place.voice, self._colon)
            self._cell(Role.CELL, cells[1], place, lead)
            return
        for number, cell in enumerate(cells):
            lead = heads[number] if number < len(heads) else ()
            role = Role.ROW if cell.tag == "th" else Role.CELL
            self._cell(role, cell, place, lead)

    def _cell(
        self, role: Role, cell: Element, place: _Place, lead: tuple[Run, ...]
    ) -> None:
        """Tell a cell; the words beside a picture in it say what it shows."""
        voice = self._reader.inside(cell, place.voice)
        runs = self._reader.read(cell.inner, voice)
        if not runs:
            alts = [picture.attributes.get("alt", "") for picture in cell.every("img")]
            runs = tuple(voice.say(words) for words in alts if words)
        self._put(role, runs, place, lead=lead)

    def _add(self, role: Role, element: Element, place: _Place, *, level: int) -> None:
        runs = self._reader.read(element.inner, place.voice)
        self._put(role, runs, place, level=level)

    def _put(
        self,
        role: Role,
        runs: tuple[Run, ...],
        place: _Place,
        *,
        lead: tuple[Run, ...] = (),
        level: int = 0,
    ) -> None:
        if not runs:
            return
        self.passages.append(
            Passage(
                role=role,
                runs=runs,
                lead=lead,
                level=level or place.depth,
                part=place.part,
                box=place.box,
                number=place.number,
            )
        )
