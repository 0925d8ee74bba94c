"""What a page paints, one thing after the other: pure data.

The walk (``walk``) makes these, the questions read them. Coordinates are points in the
default user space of the page, y upwards; a box is x0, y0, x1, y1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from leaflets.pdf.matrix import Box, Matrix
from leaflets.pdf.rendered import Rectangle

HAIR = 1e-9
"""Points: thickness of an area without any, and of an outline of width 0, both of which a
device draws as thin as it can (ISO 32000-1, 8.4.3.2 and 8.5.3.3)."""


class Kind(StrEnum):
    """How something is painted."""

    FILL = "fill"
    STROKE = "line"
    TEXT = "text"
    IMAGE = "image"
    SHADING = "gradient"


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as the file gives it."""

    space: str
    """Family of the space: ``DeviceGray``, ``DeviceCMYK``, ``DeviceRGB``, ``ICCBased``,
    ``CalGray``, ``CalRGB``, ``Lab``, ``Separation``, ``DeviceN``, ``Pattern``; of an
    Indexed image that of its base."""

    components: int
    values: tuple[float, ...] = ()
    """As the operands give them; empty for an image or a pattern."""

    inks: tuple[float, float, float, float] | None = None
    """Cyan, magenta, yellow, black from 0 to 1, where the file says so by itself: of
    DeviceCMYK, DeviceGray and CalGray (black alone), ICCBased of 4 values, and of a
    Separation or DeviceN whose colorants are process inks (or All). Of a gradient in such a
    space those of its stop with the greatest sum. None otherwise."""

    colorants: tuple[str, ...] = ()
    """Names in a Separation or DeviceN: ``All``, ``Cyan``, ``PANTONE 300 C`` …"""

    alternate: str = ""
    """Family that stands in for a Separation or DeviceN where its inks are not there."""

    profile: tuple[int, int] = (0, 0)
    """Of ICCBased: object number and generation of its profile."""

    @property
    def white(self) -> bool:
        """True for no ink at all."""
        return self.inks is not None and not any(self.inks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """One thing that is painted on a page."""

    kind: Kind
    box: Box
    """Bounds of what can be seen of it: what the clip leaves. Of text the glyphs' ink or,
    where an outline cannot be read, their advance by ascent and descent."""

    colour: Colour
    where: str = ""
    """Empty on the page itself; else the form, pattern, soft mask or glyph it stands in,
    such as ``form /Fm0``."""

    alpha: float = 1.0
    blend: str = "Normal"
    soft_mask: bool = False
    overprint: bool = False
    """``op`` for fills, text, images; ``OP`` for strokes."""

    overprint_mode: int = 0
    thickness: float = 0.0
    """In points on the page: width of a line; of a filled rectangle or of a filled path
    that is one, its lesser side; of text in outline the width of its line; 0 where it
    says nothing. What is as thin as the device can draw is 0.0 with kind STROKE, and
    ``HAIR`` with another."""

    size: float = 0.0
    """Of text: size of the type on the page, in points."""

    font: str = ""
    """Of text: name of the font, as the page's resources call it and its BaseFont."""

    text: str = ""
    """Of text: what the file says that it means; may be wrong."""

    missing: int = 0
    """Of text: how many of its glyphs are ``.notdef``: glyph 0 of a composite font or of a
    TrueType one, a code without a glyph in another, as far as the font can be read."""

    hidden: bool = False
    """Text in rendering mode 3 or 7, or anything that the clip leaves nothing of."""

    image: ImageFacts | None = None
    order: int = 0
    """Place in the drawing order of the page."""

    resource: Any = field(default=None, compare=False, hash=False, repr=False)
    """The font's dictionary of text, the shading's of a gradient (pikepdf), for what only
    one question asks."""

    @property
    def masking(self) -> bool:
        """True inside a soft mask: it leaves no ink, it says where there is some."""
        return self.where.startswith("soft mask")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFacts:
    """An image as it is used on a page."""

    width: int
    height: int
    bits: int
    mask: bool
    """True for a stencil (ImageMask), which takes the fill's colour."""

    matrix: Matrix
    """From the unit square to the page."""

    ppi: tuple[float, float]
    """Pixels an inch across and down, as it stands on the page."""

    key: tuple[int, int]
    """Object number and generation; (0, 0) for an inline image."""

    interpolate: bool = False
    stream: Any = field(default=None, compare=False, hash=False, repr=False)
    """The image XObject, for who wants its pixels; None for an inline image."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInk:
    """One page: its boxes, and all that it paints in drawing order."""

    number: int
    """First page is 0."""

    media: Rectangle
    crop: Rectangle | None
    bleed: Rectangle | None
    trim: Rectangle | None
    """None where the page does not give the box (inherited ones count as given)."""

    art: Rectangle | None
    rotate: int
    user_unit: float
    painted: tuple[Painted, ...]
    groups: tuple[str, ...]
    """Colour spaces of the transparency groups, the page's own among them."""

    page: Any = field(compare=False, hash=False, repr=False)
    """The page's dictionary (pikepdf), for what only one question asks."""

    broken: str = ""
    """Why its content could not be followed to the end; empty if it was."""

    endless: bool = False
    """True where drawing it may have no end: something draws itself, or the content asks
    for more than is followed. Nobody should draw such a page unguarded."""

    @property
    def finished(self) -> Rectangle:
        """What is left when the sheet is cut: the trim box, or what stands in for it."""
        return self.trim or self.crop or self.media
