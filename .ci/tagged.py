"""Read the tags of a PDF as ISO 32000-1 tells a screen reader to (14.6 to 14.9).

This is a reading of its own: it shares nothing with the program that wrote the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from hearing import Listener, address

GROUPS = {
    "/Document",
    "/Part",
    "/Sect",
    "/Div",
    "/Art",
    "/NonStruct",
    "/Span",
    "/BlockQuote",
}
GROUPS |= {"/TBody", "/THead", "/TFoot", "/LBody", "/Reference", "/Note", "/Em", "/Strong"}
GROUPS |= {"/Lbl"}  # the number before a reference: words like those after it
KINDS = {
    "/P": "paragraph",
    "/LI": "item",
    "/TR": "row",
    "/TD": "cell",
    "/Caption": "caption",
}
MARKED = re.compile(rb"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
PIECE = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[|\]")


def heard(path: Path) -> Listener:
    """Give what a listener is told of a PDF."""
    with pikepdf.open(path) as pdf:
        reading = _Reading(pdf)
        root = pdf.Root.StructTreeRoot
        for kid in kids(root):
            reading.element(kid, str(pdf.Root.get("/Lang", "")), None)
        reading.listener.rest()
        return reading.listener


def kids(element: Any) -> list[Any]:
    """Give what lies directly under a tag."""
    below = element.get("/K", [])
    return list(below) if isinstance(below, pikepdf.Array) else [below]


class _Reading:
    """One walk through the tags of a file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.listener = Listener()
        self._pages = {page.obj.objgen: page for page in pdf.pages}
        self._texts: dict[tuple[int, int], dict[int, str]] = {}
        self._roles = pdf.Root.StructTreeRoot.get("/RoleMap", {})
        self._names = dict(_destinations(pdf))

    def element(self, element: Any, lang: str, page: Any) -> None:
        """Tell a tag and all that is under it."""
        role = str(element.get("/S"))
        role = str(self._roles.get(role, role))
        lang = str(element.get("/Lang", lang))
        page = element.get("/Pg", page)
        listener = self.listener
        if role == "/Link":
            self._link(element, lang, page)
        elif role == "/Figure":
            listener.note("image", str(element.get("/Alt", "")), lang)
        elif "/ActualText" in element:
            listener.hear(str(element.ActualText), lang)
        elif re.fullmatch("/H[1-6]", role):
            self._apart(f"heading {role[2]}", element, lang, page)
        elif role == "/Lbl" and str(element.P.get("/S")) == "/LI":
            listener.mark("".join(self._plain(element, page)), lang)
        elif role == "/L":
            count = sum(str(kid.get("/S")) == "/LI" for kid in kids(element))
            self._apart(f"list of {count}", element, lang, page)
        elif role == "/Table":
            self._apart("table", element, lang, page)
        elif role == "/TH":
            scope = str(_attribute(element, "/Scope")).strip("/").lower()
            self._apart(f"{scope} header", element, lang, page)
        elif role in KINDS:
            self._apart(KINDS[role], element, lang, page)
        elif role in GROUPS:
            self._below(element, lang, page)
        else:
            self._apart(f"({role})", element, lang, page)

    def _apart(self, kind: str, element: Any, lang: str, page: Any) -> None:
        self.listener.note(kind)
        self._below(element, lang, page)
        self.listener.note("end " + kind.split(" ", maxsplit=1)[0])

    def _below(self, element: Any, lang: str, page: Any) -> None:
        for kid in kids(element):
            if isinstance(kid, int):
                self.listener.hear(self._page(page).get(kid, ""), lang)
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                self.element(kid, lang, page)
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                on = kid.get("/Pg", page)
                self.listener.hear(self._page(on).get(int(kid.MCID), ""), lang)

    def _plain(self, element: Any, page: Any) -> Iterator[str]:
        page = element.get("/Pg", page)
        if "/ActualText" in element:
            yield str(element.ActualText)
            return
        for kid in kids(element):
            if isinstance(kid, int):
                yield self._page(page).get(kid, "")
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self._plain(kid, page)
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                yield self._page(kid.get("/Pg", page)).get(int(kid.MCID), "")

    def _link(self, element: Any, lang: str, page: Any) -> None:
        targets, names = [], []
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type")) == "/OBJR":
                note = kid.Obj
                targets.append(self._target(note))
                names.append(str(note.get("/Contents", "")))
        name = names[0] if names else ""
        self.listener.note(f"link to {targets[0] if targets else 'nowhere'}", name, lang)
        self._below(element, lang, page)
        self.listener.note("end link")

    def _target(self, note: Any) -> str:
        action = note.get("/A", {})
        if "/URI" in action:
            return address(str(action.URI))
        place = note.get("/Dest", action.get("/D"))
        if isinstance(place, pikepdf.Array):
            return self._names.get(_key(place), "a place without a name")
        return f"#{place}" if place is not None else "nowhere"

    def _page(self, page: Any) -> Mapping[int, str]:
        if page is None:
            return {}
        if page.objgen not in self._texts:
            self._texts[page.objgen] = words(self._pages[page.objgen])
        return self._texts[page.objgen]


def _attribute(element: Any, name: str) -> Any:
    """Give a standard attribute of a tag (14.7.5)."""
    given = element.get("/A", {})
    for each in given if isinstance(given, pikepdf.Array) else [given]:
        if isinstance(each, pikepdf.Dictionary) and name in each:
            return each[name]
    return ""


def _destinations(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Give the places that have names (12.3.2.3)."""
    tree = pdf.Root.get("/Names", {}).get("/Dests")
    if tree is not None:
        for name, place in pikepdf.NameTree(tree).items():
            array = place.D if isinstance(place, pikepdf.Dictionary) else place
            yield _key(array), f"#{name}"


def _key(place: Any) -> str:
    return f"{place[0].objgen} {[str(each) for each in list(place)[1:]]}"


# ------------------------------------------------------------ the content of a page


@dataclass(slots=True)
class _Mark:
    """Marked content that is open."""

    mcid: int | None = None
    replaced: bool = False
    backwards: bool = False


@dataclass(slots=True)
class _Font:
    """What the codes of a font mean."""

    width: int = 1
    letters: Mapping[int, str] = field(default_factory=dict)

    def read(self, codes: bytes) -> list[str]:
        """Give the letters of a string."""
        step = self.width
        numbers = (int.from_bytes(codes[i : i + step]) for i in range(0, len(codes), step))
        return [self.letters.get(number, "\ufffd") for number in numbers]


def words(page: pikepdf.Page) -> dict[int, str]:
    """Give the words of each marked content of a page, by its number."""
    fonts = {name: _font(font) for name, font in page.resources.get("/Font", {}).items()}
    said: dict[int, list[str]] = {}
    marks = [_Mark()]
    font, saved = _Font(), []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC" | "BDC" as begin:
                values = operands[1] if begin == "BDC" else {}
                if isinstance(values, pikepdf.Name):
                    values = page.resources.Properties[values]
                mark = _begun(marks[-1], str(operands[0]), values)
                if "/ActualText" in values and not marks[-1].replaced:
                    _say(said, mark, str(values["/ActualText"]))
                marks.append(mark)
            case "EMC":
                marks.pop()
            case "q":
                saved.append(font)
            case "Q":
                font = saved.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "'" | '"' | "TJ" as shows:
                if marks[-1].replaced or marks[-1].mcid is None:
                    continue
                shown = operands[-1] if shows == "TJ" else [operands[-1]]
                for codes in shown:
                    if isinstance(codes, pikepdf.String):
                        letters = font.read(bytes(codes))
                        order = reversed(letters) if marks[-1].backwards else letters
                        _say(said, marks[-1], "".join(order))
    return {mcid: "".join(parts) for mcid, parts in said.items()}


def _begun(outer: _Mark, tag: str, values: Any) -> _Mark:
    artifact = tag == "/Artifact"
    own = int(values["/MCID"]) if "/MCID" in values else outer.mcid
    return _Mark(
        mcid=None if artifact else own,
        replaced=outer.replaced or "/ActualText" in values,
        backwards=outer.backwards or tag == "/ReversedChars",
    )


def _say(said: dict[int, list[str]], mark: _Mark, words: str) -> None:
    if mark.mcid is not None:
        said.setdefault(mark.mcid, []).append(words)


def _font(font: Any) -> _Font:
    width = 2 if str(font.Subtype) == "/Type0" else 1
    return _Font(
        width, _meanings(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}
    )


def _meanings(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode map (9.10.3)."""
    letters: dict[int, str] = {}
    for kind, body in MARKED.findall(cmap):
        pieces = [m[1] if m[1] is not None else m[0].decode() for m in PIECE.finditer(body)]
        waiting = iter(pieces)
        for first in waiting:
            code = int(first, 16)
            if kind == b"char":
                letters[code] = _text(next(waiting))
                continue
            last, begins = int(next(waiting), 16), next(waiting)
            if begins == "[":
                for number in range(code, last + 1):
                    letters[number] = _text(next(waiting))
                next(waiting)
            else:
                text = _text(begins)
                for number in range(code, last + 1):
                    letters[number] = text[:-1] + chr(ord(text[-1]) + number - code)
    return letters


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
