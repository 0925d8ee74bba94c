"""Turn a colour of the screen into inks.

Greys become black ink alone, so that text and rules stay sharp when the four plates do
not meet exactly; every other colour goes through the profile of the printing condition
(relative colorimetric, with black point compensation).
"""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageChops, ImageCms, UnidentifiedImageError

from leaflets.errors import RenderError
from leaflets.pdf.intent import FOGRA39, Condition, profile

NEUTRAL = 2
"""How far apart red, green and blue of a grey may lie, in 255ths."""

JPEG_QUALITY = 95

_READY = {("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "L"), ("PNG", "LA")}
"""What the engine writes into a file without making it RGB."""

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, from 0 to 1."""


@lru_cache(maxsize=4096)
def to_inks(red: int, green: int, blue: int, condition: Condition = FOGRA39) -> Inks:
    """Separate one colour of sRGB, given in 255ths.

    >>> to_inks(0, 0, 0), to_inks(255, 255, 255)
    ((0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.0))
    """
    if max(red, green, blue) - min(red, green, blue) <= NEUTRAL:
        return 0.0, 0.0, 0.0, round(1 - (red + green + blue) / 765, 3)
    one = Image.new("RGB", (1, 1), (red, green, blue))
    cyan, magenta, yellow, black = (
        round(value / 255, 3) for value in _separate(one, condition).tobytes()
    )
    return cyan, magenta, yellow, black


def to_cmyk_image(data: bytes, condition: Condition = FOGRA39) -> bytes:
    """Give a raster image in inks: PNG in grey if it is neutral, else JPEG in CMYK.

    Images that are in CMYK or grey already come back as they are. Where a coloured
    image is transparent, white paper takes the place of what is behind it, since JPEG
    knows no transparency. Raises RenderError for what is not an image.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            if (image.format, image.mode) in _READY:
                return data
            clear = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise RenderError("an image cannot be read", hint="use PNG or JPEG") from error
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear.getchannel("A"))
    written = io.BytesIO()
    if _neutral(clear.convert("RGB")):
        opaque = clear.getchannel("A").getextrema() == (255, 255)
        grey = paper.convert("L") if opaque else clear.convert("LA")
        grey.save(written, "PNG", optimize=False)
    else:
        _separate(paper, condition).save(
            written, "JPEG", quality=JPEG_QUALITY, subsampling=0
        )
    return written.getvalue()


def _neutral(image: Image.Image) -> bool:
    red, green, blue = image.split()
    apart = (
        ImageChops.difference(red, green),
        ImageChops.difference(green, blue),
        ImageChops.difference(red, blue),
    )
    return all(_greatest(band) <= NEUTRAL for band in apart)


def _greatest(band: Image.Image) -> int:
    return max(level for level, count in enumerate(band.histogram()) if count)


def _separate(image: Image.Image, condition: Condition) -> Image.Image:
    separated = ImageCms.applyTransform(image, _transform(condition))
    if separated is None:
        raise RenderError("an image could not be separated into inks")
    return separated


@lru_cache(maxsize=8)
def _transform(condition: Condition) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile(condition))),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
