"""Annotations of a page: what they print becomes a part of it, because they stay behind.

An annotation is tied to a page by its place and cannot go along into a form. A field
that is filled in, or a stamp, shows what its appearance stream draws; a viewer may make
one up where there is none, and nobody can say what it would look like.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from leaflets.errors import RenderError

_SHOW_NOTHING = frozenset({"/Link", "/Popup", "/TrapNet", "/PrinterMark"})
"""Kinds that draw nothing that belongs on a page (ISO 32000-1, 12.5.6)."""

_HIDDEN, _PRINTED = 2, 4
"""Flags of an annotation (ISO 32000-1, table 165)."""

_DEEP = 16


def draw(pdf: pikepdf.Pdf) -> None:
    """Make what the annotations of a file print a part of its pages.

    Raises RenderError for one that is to be printed and says not what it looks like.
    """
    printed = list(_printed(pdf))
    for page, note in printed:
        if not isinstance(note.get("/AP"), Dictionary) and _matters(note):
            raise RenderError(
                f"page {page} has a field or a note whose look is not in the file",
                hint="print it to a new PDF, where everything is drawn, and lay that out",
            )
    if printed:
        pdf.flatten_annotations("print")
    for each in pdf.pages:
        if "/Annots" in each.obj:
            del each.obj["/Annots"]


def _printed(pdf: pikepdf.Pdf) -> Iterator[tuple[int, Dictionary]]:
    """Yield what is to be printed, with the number of its page."""
    for number, page in enumerate(pdf.pages, 1):
        notes = page.obj.get("/Annots")
        for note in notes if isinstance(notes, Array) else ():
            if not isinstance(note, Dictionary):
                continue
            flags = note.get("/F", 0)
            known = flags if isinstance(flags, int) else 0
            printed = known & _PRINTED and not known & _HIDDEN
            if printed and str(note.get("/Subtype")) not in _SHOW_NOTHING:
                yield number, note


def _matters(note: Dictionary) -> bool:
    """Say whether something is lost without it: an empty field is not."""
    if note.get("/Subtype") != Name.Widget:
        return True
    field: pikepdf.Object | None = note
    for _ in range(_DEEP):
        if not isinstance(field, Dictionary):
            return False
        value = field.get("/V")
        if value is not None:
            return str(value) not in {"", "/Off"}
        field = field.get("/Parent")
    return False
