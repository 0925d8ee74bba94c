"""One side of a sheet: which leaves lie where, what is cut off, what marks stand round it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from leaflets.pdf.impose.leaf import Leaf
from leaflets.pdf.matrix import Box, times
from leaflets.pdf.platemarks import ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """A leaf on a side. Points from the side's own origin."""

    leaf: Leaf
    x: float
    y: float
    """Lower left corner of its trim."""

    clip: Box
    """What may be seen of it: it ends at the spine and at a fold."""

    turned: bool = False
    """True where it stands on its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a sheet, in points."""

    media: Box
    trim: Box
    """What is left when the sheet is cut."""

    bleed: Box
    lying: tuple[Lying, ...]
    marks: bytes = b""


def page_of(pdf: pikepdf.Pdf, side: Side) -> Dictionary:
    """Make the page that a side of a sheet is."""
    forms = Dictionary()
    parts: list[bytes] = []
    for place, lying in enumerate(side.lying):
        forms[f"/P{place}"] = lying.leaf.form
        parts.append(_placed(lying, place))
    resources = Dictionary(XObject=forms)
    if side.marks:
        parts.append(side.marks)
        resources["/ColorSpace"] = Dictionary(All=pikepdf.Object.parse(ALL.encode()))
    page = Dictionary(
        Type=Name.Page,
        MediaBox=_array(side.media),
        BleedBox=_array(side.bleed),
        TrimBox=_array(side.trim),
        Resources=resources,
        Contents=pdf.make_stream(b"\n".join(parts)),
    )
    if space := _blending_space(lying.leaf.form for lying in side.lying):
        page["/Group"] = Dictionary(S=Name.Transparency, CS=space, I=True)
    return page


def _placed(lying: Lying, place: int) -> bytes:
    leaf = lying.leaf
    onto = (1.0, 0.0, 0.0, 1.0, lying.x, lying.y)
    if lying.turned:
        onto = (-1.0, 0.0, 0.0, -1.0, lying.x + leaf.width, lying.y + leaf.height)
    matrix = " ".join(_plain(value) for value in times(leaf.upright, onto))
    x0, y0, x1, y1 = lying.clip
    clip = " ".join(_plain(value) for value in (x0, y0, x1 - x0, y1 - y0))
    return f"q {clip} re W n {matrix} cm /P{place} Do Q".encode()


def _plain(value: float) -> str:
    """Write a number without exponent: a ten-thousandth of a point is enough."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _array(box: Box) -> Array:
    return Array([round(side, 4) for side in box])


def _blending_space(forms: Iterable[Any]) -> Any:
    """Find the colour space that the pages blend in; None where none says."""
    for form in forms:
        group = form.get("/Group")
        if group is not None and "/CS" in group:
            return group["/CS"]
    return None
