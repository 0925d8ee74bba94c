"""Pages made of a few painted things, to ask a question about them without a PDF."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from leaflets.pdf.preflight.base import QUESTIONS, Answer, Case, Ordered
from leaflets.pdf.preflight.painted import Colour, ImageFacts, Kind, PageInk, Painted
from leaflets.pdf.printspec import COATED, PrintSpec
from leaflets.pdf.rendered import Rectangle

MM = 72 / 25.4
SIDE = 100 * MM
"""The pages are squares of 100 mm."""


def cmyk(*inks: float) -> Colour:
    """Give a colour in DeviceCMYK."""
    cyan, magenta, yellow, black = inks
    return Colour("DeviceCMYK", 4, inks, (cyan, magenta, yellow, black))


def rgb(*values: float) -> Colour:
    """Give a colour in DeviceRGB, of which no inks are known."""
    return Colour("DeviceRGB", 3, values)


BLACK, WHITE, CYAN = cmyk(0, 0, 0, 1), cmyk(0, 0, 0, 0), cmyk(1, 0, 0, 0)
GREY_WHITE = Colour("DeviceGray", 1, (1.0,), (0.0, 0.0, 0.0, 0.0))
GREY_BLACK = Colour("DeviceGray", 1, (0.0,), (0.0, 0.0, 0.0, 1.0))


def box(left: float, low: float, wide: float, high: float) -> tuple[float, ...]:
    """Give a box in points from millimetres."""
    return left * MM, low * MM, (left + wide) * MM, (low + high) * MM


def fill(*place: float, colour: Colour = CYAN, **more: Any) -> Painted:
    """Give an area: left, bottom, width and height in mm."""
    return Painted(kind=Kind.FILL, box=box(*place), colour=colour, **more)  # type: ignore[arg-type]


def line(*place: float, colour: Colour = BLACK, thickness: float, **more: Any) -> Painted:
    """Give a line of *thickness* in points."""
    return Painted(
        kind=Kind.STROKE,
        box=box(*place),  # type: ignore[arg-type]
        colour=colour,
        thickness=thickness,
        **more,
    )


def text(*place: float, colour: Colour = BLACK, size: float = 12, **more: Any) -> Painted:
    """Give a text that says "Ask us", unless it says something else."""
    more.setdefault("text", "Ask us")
    more.setdefault("font", "F1 ABCDEF+Serif")
    return Painted(kind=Kind.TEXT, box=box(*place), colour=colour, size=size, **more)  # type: ignore[arg-type]


def image(
    stream: Any,
    *place: float,
    colour: Colour | None = None,
    mask: bool = False,
    interpolate: bool = False,
    **more: Any,
) -> Painted:
    """Give an image XObject, or anything with its entries, at a place in mm."""
    x0, y0, x1, y1 = box(*place)
    width, height = int(stream.Width), int(stream.Height)
    return Painted(
        kind=Kind.IMAGE,
        box=(x0, y0, x1, y1),
        colour=colour or Colour("DeviceCMYK", 4),
        image=ImageFacts(
            width=width,
            height=height,
            bits=int(stream.get("/BitsPerComponent", 8)),
            mask=mask,
            matrix=(x1 - x0, 0.0, 0.0, y1 - y0, x0, y0),
            ppi=(width / (x1 - x0) * 72, height / (y1 - y0) * 72),
            key=(0, 0),
            interpolate=interpolate,
            stream=stream,
        ),
        **more,
    )


def page(*things: Painted, number: int = 0, rotate: int = 0) -> PageInk:
    """Give a page on which *things* are painted one after the other."""
    trim = Rectangle(x0=0, y0=0, x1=SIDE, y1=SIDE)
    bleed = Rectangle(x0=-3 * MM, y0=-3 * MM, x1=SIDE + 3 * MM, y1=SIDE + 3 * MM)
    return PageInk(
        number=number,
        media=bleed,
        crop=None,
        bleed=bleed,
        trim=trim,
        art=None,
        rotate=rotate,
        user_unit=1.0,
        painted=tuple(
            dataclasses.replace(each, order=order) for order, each in enumerate(things)
        ),
        groups=(),
        page=None,
    )


def case(*pages: PageInk, spec: PrintSpec = COATED, ordered: Ordered | None = None) -> Case:
    """Give a case of such pages."""
    return Case(
        name="",
        data=b"",
        pdf=None,
        spec=spec,
        pages=pages,
        ordered=ordered or Ordered(),
    )


def ask(code: str, *things: Painted, **more: Any) -> list[Answer]:
    """Ask one question about one page."""
    return list(QUESTIONS[code].ask(case(page(*things), **more)))


def found(*things: Painted, codes: str = "F4 F5 F6 F7", **more: Any) -> list[str]:
    """Give the codes of all that is found on one page."""
    asked = case(page(*things), **more)
    return [
        code
        for code, question in QUESTIONS.items()
        if code[:2] in codes.split() and list(question.ask(asked))
    ]


_kept: list[pikepdf.Pdf] = []


def stream(data: bytes, **entries: Any) -> Any:
    """Give a stream of an open file; the file stays open as long as the tests run."""
    if not _kept:
        _kept.append(pikepdf.new())
    return _kept[0].make_stream(data, **entries)


def pixels(
    data: bytes, width: int, height: int, space: Any = Name.DeviceCMYK, bits: int = 8,
    **more: Any,
) -> Any:  # fmt: skip
    """Give an image XObject of plain values."""
    return stream(
        data, Subtype=Name.Image, Width=width, Height=height, ColorSpace=space,
        BitsPerComponent=bits, **more,
    )  # fmt: skip


def jpeg(picture: Image.Image, space: Any = Name.DeviceCMYK, **more: Any) -> Any:
    """Give an image XObject packed as JPEG."""
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=95)
    return pixels(
        held.getvalue(), picture.width, picture.height, space,
        Filter=Name.DCTDecode, **more,
    )  # fmt: skip


__all__ = ["Array", "Dictionary", "Name"]
