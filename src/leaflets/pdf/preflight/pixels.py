"""The inks of an image's pixels, taken out within bounds.

Only what can be read without guessing is: device inks, grey, spot colours and tables of
them, by profile of one or four values; packed as JPEG or in one of the plain filters. Of
light (RGB, Lab) no inks are known.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

import pikepdf
from PIL import Image, ImageChops, ImageMath

from leaflets.errors import RenderError
from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.imagespace import Space, space_of
from leaflets.pdf.preflight.opening import UNREADABLE, stream_bytes
from leaflets.pdf.preflight.unpack import NAMES, STEPS, TooLarge

MOST_PIXELS = 50_000_000
"""Pixels of an image that is looked at: an A3 page at 500 ppi has 48 million."""

_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_FAULTS = (*UNREADABLE, RenderError, TooLarge, OSError, SyntaxError, MemoryError,
           Image.DecompressionBombError)  # fmt: skip


class Unmeasured(Exception):
    """The pixels of an image cannot be read, or are too many; says why."""


def ink_sums(stream: Any, size: tuple[int, int] | None = None) -> Image.Image:
    """Give the sum of the inks of each pixel in percent of one ink, as floats (mode F).

    *size* is how large the result may be at the most: means are taken. A soft mask thins
    the inks. Raises Unmeasured.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _summed(stream, size)
    except _FAULTS as error:
        raise Unmeasured("it is damaged, or packed in a way that is not read") from error


def _summed(stream: Any, size: tuple[int, int] | None) -> Image.Image:
    space = space_of(stream.get("/ColorSpace"))
    if space is None and "JPXDecode" in filters(stream):
        raise Unmeasured("it is packed as JPEG 2000")
    if space is None:
        raise Unmeasured("its colours are not inks")
    width, height = _extent(stream)
    size = (min(width, size[0]), min(height, size[1])) if size else (width, height)
    total = Image.new("F", size, 0.0)
    for band in _bands(stream, space, size):
        total = _combined(total, band, "plus")
    total = _combined(total, Image.new("F", size, (4.0 if space.every else 1.0) / 2.55))
    mask = stream.get("/SMask")
    if isinstance(mask, pikepdf.Stream):
        # 255 is where the image shows: the values are taken as they stand
        (shown,) = _bands(mask, Space(1), size)
        total = _combined(_combined(total, shown), Image.new("F", size, 1 / 255))
    return total


def _combined(one: Image.Image, other: Image.Image, how: str = "times") -> Image.Image:
    if how == "plus":
        given = ImageMath.lambda_eval(lambda each: each["a"] + each["b"], a=one, b=other)
    else:
        given = ImageMath.lambda_eval(
            lambda each: each["a"] * each["float"](each["b"]), a=one, b=other
        )
    assert isinstance(given, Image.Image)
    return given


def _extent(stream: Any) -> tuple[int, int]:
    width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
    if width < 1 or height < 1:
        raise Unmeasured("it has no pixels")
    if width * height > MOST_PIXELS:
        raise Unmeasured(f"it has more than {MOST_PIXELS // 1_000_000} million pixels")
    return width, height


def _bands(stream: Any, space: Space, size: tuple[int, int]) -> Iterator[Image.Image]:
    """Yield the inks one by one: 255 is solid (of a soft mask: shows)."""
    packed = filters(stream)
    if packed and packed[-1] == "DCTDecode":
        pieces = [_jpeg(stream, packed, space, size)]
    elif packed and packed[-1] not in STEPS:
        raise Unmeasured(f"it is packed in a way that is not read ({packed[-1]})")
    else:
        pieces = _plain(stream, space)
    if space.table:
        for band in range(space.bands):
            entries = space.table[band :: space.bands]
            inks = [255 - each if space.additive else each for each in entries]
            yield _smaller(pieces[0].point((inks + [0] * 256)[:256]), size)
        return
    parts = [part for piece in pieces for part in _smaller(piece, size).split()]
    for part, (low, high) in zip(parts, _decoded(stream, len(parts)), strict=True):
        lower, upper = (1 - low, 1 - high) if space.additive else (low, high)
        yield part.point(_line(lower, upper))


def _decoded(stream: Any, bands: int) -> list[tuple[float, float]]:
    """Give what the least and the greatest value of each band mean."""
    decode = stream.get("/Decode")
    given = [float(each) for each in decode] if isinstance(decode, pikepdf.Array) else []
    if len(given) < 2 * bands:
        return [(0.0, 1.0)] * bands
    return list(zip(given[0 : 2 * bands : 2], given[1 : 2 * bands : 2], strict=True))


def _line(low: float, high: float) -> list[int]:
    """Give the table that maps 0 to *low* and 255 to *high*, both from 0 to 1."""
    values = (255 * low + value * (high - low) for value in range(256))
    return [min(255, max(0, round(value))) for value in values]


def _smaller(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.BOX)


def filters(stream: Any) -> list[str]:
    """Give the long names of the filters that a stream is packed with."""
    named = stream.get("/Filter")
    each = named if isinstance(named, pikepdf.Array) else [named]
    names = [str(name)[1:] for name in each if isinstance(name, pikepdf.Name)]
    return [NAMES.get(name, name) for name in names][: limits.FILTERS]


def _jpeg(
    stream: Any, packed: list[str], space: Space, size: tuple[int, int]
) -> Image.Image:
    data = stream.read_raw_bytes()
    for name in packed[:-1]:
        data = STEPS[name](data, limits.STREAM, {})
    image: Image.Image = Image.open(io.BytesIO(data), formats=("JPEG",))
    if image.width * image.height > MOST_PIXELS:
        raise Unmeasured("it is larger than it says")
    image.draft(None, size)
    image.load()
    if image.mode != _MODES.get(space.bands) or space.table:
        raise Unmeasured("its pixels do not fit its colour space")
    # Pillow turns four inks round, as Adobe's programs write them; a PDF says so by itself.
    return ImageChops.invert(image) if image.mode == "CMYK" else image


def _plain(stream: Any, space: Space) -> list[Image.Image]:
    """Give the values of an image as one picture, or as one for each of many inks."""
    width, height = _extent(stream)
    bits = int(stream.get("/BitsPerComponent", 8))
    bands = 1 if space.table else space.bands
    if bits not in {1, 2, 4, 8, 16}:
        raise Unmeasured(f"it has {bits} bits a value")
    row = (width * bands * bits + 7) // 8
    data = stream_bytes(stream)
    if len(data) < row * height:
        raise Unmeasured("it is cut off")
    data = data[: row * height]
    if bits == 16:
        data = data[::2]  # the higher of the two bytes
    elif bits < 8:
        data = _spread(data, (width * bands, height), bits, as_they_are=bool(space.table))
    if bands in _MODES:
        return [Image.frombytes(_MODES[bands], (width, height), data)]
    return [Image.frombytes("L", (width, height), data[at::bands]) for at in range(bands)]


def _spread(data: bytes, size: tuple[int, int], bits: int, *, as_they_are: bool) -> bytes:
    """Give each value a byte: as it stands for a table, else from 0 to 255."""
    if as_they_are:
        return Image.frombytes("P", size, data, "raw", f"P;{bits}").tobytes()
    if bits == 1:
        return Image.frombytes("1", size, data).convert("L").tobytes()
    return Image.frombytes("L", size, data, "raw", f"L;{bits}").tobytes()
