"""Walk through all pages of a file, and say what each of them paints."""

from __future__ import annotations

from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.matrix import IDENTITY, Box, Matrix
from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.notes import Endless, Shared, Spent, said
from leaflets.pdf.preflight.numbers import numbers_of, rectangle_of
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes
from leaflets.pdf.preflight.painted import PageInk
from leaflets.pdf.preflight.tracer import Tracer, group_space
from leaflets.pdf.rendered import Rectangle

LETTER = Rectangle(x0=0.0, y0=0.0, x1=612.0, y1=792.0)
"""What readers take for the sheet where a page does not say."""

_ANNOTATIONS = 2000


def walk(pdf: pikepdf.Pdf) -> tuple[PageInk, ...]:
    """Say what every page of an opened file paints; never raises for what is in it."""
    shared = Shared()
    return tuple(_page(number, page.obj, shared) for number, page in enumerate(pdf.pages))


def _page(number: int, page: Any, shared: Shared) -> PageInk:
    media = rectangle_of(inherited(page, "/MediaBox")) or LETTER
    tracer = Tracer(shared)
    resources = inherited(page, "/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        resources = pikepdf.Dictionary()
    clip = (media.x0, media.y0, media.x1, media.y1)
    try:
        group = page.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and group.get("/S") == "/Transparency":
            tracer.groups.append(group_space(group, resources))
        tracer.page(_content(page), resources, clip)
        _annotations(page, tracer, clip)
    except (Spent, RenderError, *UNREADABLE, RecursionError) as error:
        reason = str(error) if isinstance(error, Spent) else said(error)
        tracer.fault = tracer.fault or reason
        tracer.endless |= isinstance(error, Spent | Endless | RecursionError)
    return PageInk(
        number=number,
        media=media,
        crop=rectangle_of(inherited(page, "/CropBox")),
        bleed=rectangle_of(inherited(page, "/BleedBox")),
        trim=rectangle_of(inherited(page, "/TrimBox")),
        art=rectangle_of(inherited(page, "/ArtBox")),
        rotate=_whole(inherited(page, "/Rotate")),
        user_unit=_unit(page),
        painted=tuple(tracer.painted),
        groups=tuple(tracer.groups),
        page=page,
        broken=tracer.fault,
        endless=tracer.endless,
    )


def inherited(page: Any, key: str) -> Any:
    """Find an entry of a page, or of the nearest node above it that has one."""
    node = page
    for _ in range(limits.NESTING):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


def _content(page: Any) -> bytes:
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        return stream_bytes(contents, limits.CONTENT)
    if not isinstance(contents, pikepdf.Array):
        return b""
    left = limits.CONTENT
    pieces = []
    for piece in contents:
        data = stream_bytes(piece, left)
        left -= len(data)
        pieces.append(data)
    return b"\n".join(pieces)


def _annotations(page: Any, tracer: Tracer, media: Box) -> None:
    """Follow how annotations look, one after the other."""
    annotations = page.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return
    for annotation in list(annotations)[:_ANNOTATIONS]:
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        looks = annotation.get("/AP")
        look = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
        if isinstance(look, pikepdf.Dictionary) and not isinstance(look, pikepdf.Stream):
            look = look.get(str(annotation.get("/AS", "/Off")))
        if isinstance(look, pikepdf.Stream):
            place = _placed(look, rectangle_of(annotation.get("/Rect")))
            name = f"annotation {annotation.get('/Subtype', '')}".strip()
            try:
                tracer.look(look, place, media, name)
            except (RenderError, *UNREADABLE) as error:
                tracer.note(error)


def _placed(look: Any, into: Rectangle | None) -> Matrix:
    """Give the matrix from a look to the place of its annotation (ISO 32000-1, 12.5.5)."""
    box = rectangle_of(look.get("/BBox"))
    if into is None or box is None or not box.width or not box.height:
        return IDENTITY
    across, up = into.width / box.width, into.height / box.height
    return across, 0.0, 0.0, up, into.x0 - box.x0 * across, into.y0 - box.y0 * up


def _whole(value: Any) -> int:
    try:
        return int(value) if value is not None else 0
    except (TypeError, ValueError, ArithmeticError):
        return 0


def _unit(page: Any) -> float:
    found = numbers_of(pikepdf.Array([page.get("/UserUnit", 1)]))
    return found[0] if found else 1.0
