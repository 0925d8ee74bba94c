"""What a page says of an image: how many pixels, and in which colours (ISO 32000-1, 8.9)."""

from __future__ import annotations

import math
import re
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.matrix import Matrix
from leaflets.pdf.preflight import colours
from leaflets.pdf.preflight.painted import Colour, ImageFacts

_ENTRY = re.compile(rb"/(\w+)\s*(/[^\s/\[\]<>()]+|\[[^\]]*\]|[-+.\w]+)")
_LONG = {"W": "Width", "H": "Height", "BPC": "BitsPerComponent", "CS": "ColorSpace",
         "IM": "ImageMask", "I": "Interpolate"}  # fmt: skip
_INDEXED = re.compile(rb"\[\s*/(?:I|Indexed)\s*/(\w+)")


def facts(image: Any, place: Matrix) -> ImageFacts:
    """Read an image XObject that is drawn into *place*."""
    mask = bool(image.get("/ImageMask", False))
    return ImageFacts(
        width=int(image.get("/Width", 0)),
        height=int(image.get("/Height", 0)),
        bits=1 if mask else int(image.get("/BitsPerComponent", 8)),
        mask=mask,
        matrix=place,
        ppi=_ppi(int(image.get("/Width", 0)), int(image.get("/Height", 0)), place),
        key=image.objgen,
        interpolate=bool(image.get("/Interpolate", False)),
        stream=image,
    )


def colour(image: Any, resources: Any) -> Colour:
    """Give the colour space of an image XObject that is no stencil."""
    space = image.get("/ColorSpace")
    if space is not None:
        return colours.read(space, resources).colour()
    if _packed(image) == "/JPXDecode":
        # The picture itself says what its colours are (ISO 32000-1, 7.4.9).
        return Colour("JPXDecode", 0)
    raise RenderError("an image has no colour space")


def transparent(image: Any) -> bool:
    """Say whether an image has a soft mask of its own."""
    return isinstance(image.get("/SMask"), pikepdf.Stream) or bool(
        image.get("/SMaskInData", 0)
    )


def inline(operands: bytes, place: Matrix, resources: Any) -> tuple[ImageFacts, Colour]:
    """Read an inline image by what stands between ``BI`` and ``ID``."""
    said: dict[str, bytes] = {}
    for key, value in _ENTRY.findall(operands):
        short = key.decode("latin-1")
        said[_LONG.get(short, short)] = value
    mask = said.get("ImageMask") == b"true"
    width, height = (_whole(said.get(side, b"0")) for side in ("Width", "Height"))
    shown = ImageFacts(
        width=width,
        height=height,
        bits=1 if mask else _whole(said.get("BitsPerComponent", b"8")),
        mask=mask,
        matrix=place,
        ppi=_ppi(width, height, place),
        key=(0, 0),
        interpolate=said.get("Interpolate") == b"true",
    )
    named = said.get("ColorSpace", b"/G")
    if found := _INDEXED.match(named):
        named = b"/" + found.group(1)
    if mask or named[:1] != b"/":
        return shown, colours.GREY.colour()
    name = pikepdf.Name(named.decode("latin-1"))
    return shown, colours.read(name, resources).colour()


def _packed(image: Any) -> str:
    named = image.get("/Filter")
    if isinstance(named, pikepdf.Array):
        named = named[-1] if len(named) else None
    return str(named)


def _whole(text: bytes) -> int:
    try:
        return int(text)
    except ValueError:
        return 0


def _ppi(width: int, height: int, place: Matrix) -> tuple[float, float]:
    a, b, c, d, _, _ = place
    across, down = math.hypot(a, b) / 72, math.hypot(c, d) / 72
    return (width / across if across else 0.0), (height / down if down else 0.0)
