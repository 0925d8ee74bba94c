"""F7: fonts that travel with the file, are whole, and have a glyph for every letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.findings import Severity
from leaflets.pdf.preflight.alike import Fault, merged
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes
from leaflets.pdf.preflight.painted import Kind, Painted
from leaflets.pdf.preflight.sight import excerpt, outline, plain, seen

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_SFNT = (b"\0\1\0\0", b"true", b"OTTO")
_CFF = (b"\1\0", b"\2\0")

_STANDARD = re.compile(
    r"^(Helvetica|Times|Courier|Arial|TimesNewRoman|CourierNew|Symbol|ZapfDingbats)\b"
)
"""The fonts that viewers once brought with them, and what is often put in their place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Used:
    """A font, and the first text that is set in it."""

    font: Any
    page: int
    text: Painted

    @property
    def name(self) -> str:
        """Name of the font as the file gives it, with its subset prefix."""
        return str(self.font.get("/BaseFont", self.font.get("/Name", "/")))[1:]

    @property
    def kind(self) -> str:
        """Kind of font: ``Type0``, ``TrueType``, ``Type1`` or ``Type3``."""
        return str(self.font.get("/Subtype", "/"))[1:]

    @property
    def descriptor(self) -> Any:
        """What describes the font and holds its program; empty if nothing does."""
        kids = self.font.get("/DescendantFonts")
        font = kids[0] if isinstance(kids, pikepdf.Array) and len(kids) else self.font
        found = (
            font.get("/FontDescriptor") if isinstance(font, pikepdf.Dictionary) else None
        )
        return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()

    def program(self) -> tuple[str, Any]:
        """Give the embedded program and the key it stands under; empty and None if none."""
        descriptor = self.descriptor
        for key in _PROGRAMS:
            if isinstance(descriptor.get(key), pikepdf.Stream):
                return key, descriptor[key]
        return "", None

    def answer(self, said: str, severity: Severity, hint: str) -> Answer:
        """Say something about the font, at its first text."""
        name = plain(self.name)
        font = f"the font '{name}'" if name else "a font without a name"
        return Answer(
            message=f"{font} {said}: {excerpt(self.text)}",
            severity=severity,
            page=self.page,
            rectangle=outline(self.text.box),
            hint=hint,
        )


def _fonts(case: Case) -> tuple[_Used, ...]:
    """Give each font that a text is set in, in the order of their first texts."""
    kept: tuple[_Used, ...] | None = case.shared.get("fonts")
    if kept is None:
        found: dict[object, _Used] = {}
        for page in case.pages:
            for text in page.painted:
                font = text.resource
                if text.kind is not Kind.TEXT or not isinstance(font, pikepdf.Dictionary):
                    continue
                key = font.objgen if font.objgen != (0, 0) else (page.number, text.font)
                earlier = found.get(key)
                if earlier is None or (earlier.text.hidden and not text.hidden):
                    found[key] = _Used(font=font, page=page.number, text=text)
        kept = case.shared["fonts"] = tuple(found.values())
    return kept


@question("F701", basis="ISO 15930-7 and ISO 15930-4: all fonts are embedded")
def fonts_are_embedded(case: Case) -> Iterator[Answer]:
    """Every font is embedded."""
    for used in _fonts(case):
        if used.kind != "Type3" and not used.program()[0]:
            standard = _STANDARD.match(_SUBSET.sub("", used.name))
            yield used.answer(
                "is not embedded, so that another stands in for it",
                # what is not painted prints the same in any font
                Severity.WARNING if used.text.hidden else Severity.ERROR,
                "the fonts that every viewer has are to be embedded too"
                if standard
                else "embed all fonts when the file is made",
            )


@question("F702", basis="ISO 32000-1, 9.6.4: a subset is named by a tag of its own")
def fonts_do_not_share_a_name(case: Case) -> Iterator[Answer]:
    """No two font programs go by the same name."""
    programs: dict[str, bytes] = {}
    for used in _fonts(case):
        program = _read(used)
        if program and programs.setdefault(used.name, program) != program:
            yield used.answer(
                "has two different programs, and a machine may take one for the other",
                Severity.WARNING,
                "make the file again with a name of its own for each subset",
            )


@question("F703", basis="shops: Type 3 fonts print coarsely on some machines")
def no_font_is_type_three(case: Case) -> Iterator[Answer]:
    """No font is drawn glyph by glyph in the file (Type 3)."""
    for used in _fonts(case):
        if used.kind == "Type3" and not used.text.hidden:
            yield used.answer(
                "is of Type 3", Severity.WARNING, "use a TrueType or OpenType font"
            )


@question("F704", basis="ISO 32000-1, 9.6.6.4: glyph 0 stands for what a font lacks")
def every_letter_has_a_glyph(case: Case) -> Iterator[Answer]:
    """No text shows the sign for a letter that its font lacks."""
    for page in case.pages:
        yield from merged(
            page,
            (
                Fault(
                    thing=text,
                    what=excerpt(text),
                    many="texts",
                    fault="with letters that the font lacks",
                    amount=f"{text.missing} in '{plain(text.font.rpartition(' ')[2])}'",
                    weight=float(text.missing),
                    hint="set it in a font that has the letters of its script",
                )
                # the sign itself may be bare: what is missing leaves a gap then
                for text in seen(case, page)
                if text.missing
            ),
        )


@question("F705", basis="ISO 32000-1, 9.10: how the letters of a font are known")
def letters_of_every_font_are_known(case: Case) -> Iterator[Answer]:
    """Every font says which letters its codes stand for."""
    for used in _fonts(case):
        if "/ToUnicode" not in used.font and used.kind in {"Type0", "Type3"}:
            yield used.answer(
                "does not say which letters its codes stand for",
                Severity.INFO,
                "it prints, but its words cannot be searched, copied or read aloud",
            )


@question("F706", basis="ISO 32000-1, 9.9: what an embedded font program is")
def font_programs_are_whole(case: Case) -> Iterator[Answer]:
    """Every embedded font is one that can be opened."""
    for used in _fonts(case):
        key, stream = used.program()
        if stream is not None and not _openable(key, stream, _read(used)):
            yield used.answer(
                "is embedded, but damaged", Severity.ERROR, "make the file again"
            )


def _read(used: _Used) -> bytes:
    """Give the embedded program of a font; empty if it is missing or cannot be unpacked."""
    stream = used.program()[1]
    if stream is None:
        return b""
    try:
        return stream_bytes(stream)
    except (RenderError, *UNREADABLE):
        return b""


def _openable(key: str, stream: Any, data: bytes) -> bool:
    """Say whether a font program begins as one of its kind does, and has all its tables."""
    if key == "/FontFile":
        return data[:2] in {b"%!", b"\x80\1"}
    tabled = key == "/FontFile2" or str(stream.get("/Subtype")) == "/OpenType"
    return _whole(data) or (not tabled and data[:2] in _CFF)


def _whole(data: bytes) -> bool:
    """Say whether a font of tables holds all the tables that it lists (OpenType, otff)."""
    if data[:4] not in _SFNT:
        return False
    count = int.from_bytes(data[4:6], "big")
    rows = [data[row : row + 16] for row in range(12, 12 + 16 * count, 16)]
    ends = (
        int.from_bytes(row[8:12], "big") + int.from_bytes(row[12:], "big") for row in rows
    )
    return bool(rows) and all(len(row) == 16 for row in rows) and max(ends) <= len(data)
