"""Say raster images in inks.

What has no colour becomes DeviceGray, which prints in black ink alone, and an image of
one bit stays one. A drawing of few colours becomes a palette of inks, each as exact as
the colour of a word; a photograph is separated through the profile. CMYK is kept: it was
separated for some paper by somebody who looked.
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pydyf  # type: ignore[import-untyped]
from PIL import Image, UnidentifiedImageError

from leaflets.errors import RenderError
from leaflets.pdf import colour
from leaflets.pdf.intent import Condition

JPEG_QUALITY = 95
"""Of separated photographs; each ink keeps every pixel (4:4:4)."""

PALETTE = 256
"""Most colours of an image that becomes a palette."""

PALETTE_PIXELS = 1_000_000
"""Most pixels of one: they are numbered one by one."""

_KEPT = {"/DeviceGray", "/DeviceCMYK"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Separated:
    """The pixels of an image in inks or grey."""

    data: bytes
    entries: Mapping[str, Any]
    """What the dictionary of the image says anew."""


def separate(image: Any, condition: Condition) -> None:
    """Rewrite an image object of the engine, made by the mended ``enginepictures``.

    Raises RenderError for an image whose pixels cannot be read.
    """
    picture = image.picture
    if image.extra["ColorSpace"] in _KEPT:
        return
    source = picture.image_data.data
    key = hashlib.sha256(source).digest()
    made = _separated(_Source(source, key), picture.bilevel, picture.icc, condition)
    for old in ("Decode", "DecodeParms", "Filter"):
        image.extra.pop(old, None)
    image.extra.update(made.entries)
    image.stream = [made.data]


class _Source:
    """The bytes of a picture, known by their digest, which is kept and compared alone."""

    __slots__ = ("data", "key")

    def __init__(self, data: bytes, key: bytes) -> None:
        self.data = data
        self.key = key

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source) and self.key == other.key


@lru_cache(maxsize=16)
def _separated(
    source: _Source, bilevel: bool, icc: bytes, condition: Condition
) -> Separated:
    try:
        with Image.open(io.BytesIO(source.data)) as opened:
            opened.load()
            photograph = opened.format in {"JPEG", "MPO"}
            if bilevel:
                return _bilevel(opened.convert("1"))
            pixels = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise RenderError("an image cannot be read", hint="use PNG or JPEG") from error
    if colour.neutral(pixels):
        grey = pixels.convert("L")
        return _photograph(grey) if photograph else _lossless(grey, "/DeviceGray", 1)
    if not photograph and not icc and pixels.width * pixels.height <= PALETTE_PIXELS:
        few = pixels.getcolors(PALETTE)
        if few is not None:
            return _palette(pixels, sorted(each for _, each in few), condition)
    inks = colour.separate(pixels, condition, icc)
    if photograph:
        return _photograph(inks)
    # A PNG of four channels packs four inks as well as red, green, blue and opacity.
    four = Image.frombytes("RGBA", inks.size, inks.tobytes())
    return _lossless(four, "/DeviceCMYK", 4)


def _bilevel(pixels: Image.Image) -> Separated:
    entries = {
        "ColorSpace": "/DeviceGray",
        "BitsPerComponent": 1,
        "Filter": "/FlateDecode",
        "DecodeParms": pydyf.Dictionary(
            {"Predictor": 15, "Colors": 1, "BitsPerComponent": 1, "Columns": pixels.width}
        ),
    }
    return Separated(data=_packed(pixels), entries=entries)


def _palette(pixels: Image.Image, colours: list[Any], condition: Condition) -> Separated:
    """Write a drawing as numbers of colours, and each colour in inks."""
    numbers = {each: number for number, each in enumerate(colours)}
    table = bytes(
        round(ink * 255) for each in colours for ink in colour.to_inks(*each, condition)
    )
    numbered = Image.new("P", (1, 1))
    numbered.putpalette([value for each in colours for value in each])
    indexed = _indexed(pixels, numbers)
    space = pydyf.Array(("/Indexed", "/DeviceCMYK", len(colours) - 1, f"<{table.hex()}>"))
    made = _lossless(indexed, "/DeviceGray", 1)
    return Separated(data=made.data, entries={**made.entries, "ColorSpace": space})


def _indexed(pixels: Image.Image, numbers: Mapping[Any, int]) -> Image.Image:
    """Give each pixel the number of its colour, as an image of one channel."""
    indexed = Image.new("L", pixels.size)
    given = pixels.tobytes()
    indexed.putdata(
        [numbers[each] for each in zip(given[::3], given[1::3], given[2::3], strict=True)]
    )
    return indexed


def _photograph(pixels: Image.Image) -> Separated:
    written = io.BytesIO()
    pixels.save(written, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    entries: dict[str, Any] = {"BitsPerComponent": 8, "Filter": "/DCTDecode"}
    if pixels.mode == "L":
        entries["ColorSpace"] = "/DeviceGray"
    else:
        # Pillow writes inks the way Adobe does, upside down.
        entries |= {"ColorSpace": "/DeviceCMYK", "Decode": pydyf.Array((1, 0) * 4)}
    return Separated(data=written.getvalue(), entries=entries)


def _lossless(pixels: Image.Image, space: str, colours: int) -> Separated:
    entries = {
        "ColorSpace": space,
        "BitsPerComponent": 8,
        "Filter": "/FlateDecode",
        "DecodeParms": pydyf.Dictionary(
            {"Predictor": 15, "Colors": colours, "Columns": pixels.width}
        ),
    }
    return Separated(data=_packed(pixels), entries=entries)


def _packed(pixels: Image.Image) -> bytes:
    """Compress pixels as PNG does, which is what PDF's predictor 15 reads."""
    written = io.BytesIO()
    pixels.save(written, "PNG")
    data = written.getvalue()
    place, found = 8, []
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        if data[place + 4 : place + 8] == b"IDAT":
            found.append(data[place + 8 : place + 8 + length])
        place += 12 + length
    return b"".join(found)
