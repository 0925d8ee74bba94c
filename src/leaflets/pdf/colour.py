"""Turn a colour of the screen into inks.

Greys become black ink alone, so that text and rules stay sharp when the four plates do
not meet exactly; every other colour goes through the profile of the printing condition
(relative colorimetric, with black point compensation).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageChops, ImageCms

from leaflets.errors import RenderError
from leaflets.pdf.intent import FOGRA39, Condition, profile

NEUTRAL = 2
"""How far apart red, green and blue of a grey may lie, in 255ths."""

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
    return _one("RGB", (red, green, blue), _transform("RGB", b"", condition))


def lab_to_inks(lightness: float, a: float, b: float, condition: Condition) -> Inks:
    """Separate one colour of CIE Lab, lightness from 0 to 100.

    A colour without hue is black ink alone, as much of it as the same grey of sRGB.
    """
    if max(abs(a), abs(b)) < 1:
        linear = ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3
        grey = (
            12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
        )
        return 0.0, 0.0, 0.0, round(min(max(1 - grey, 0.0), 1.0), 3)
    # Pillow counts both hues from 128.
    values = (
        round(lightness * 2.55),
        *(round(min(max(part, -128), 127)) + 128 for part in (a, b)),
    )
    return _one("LAB", values, _transform("LAB", b"", condition))


def profiled_to_inks(
    values: Sequence[float], given: bytes, condition: Condition = FOGRA39
) -> Inks:
    """Separate one colour, from 0 to 1, of the space that the profile *given* describes.

    Four values are inks already, and kept as they are: to separate them again would put
    colour into black text.
    """
    if len(values) == 4:
        cyan, magenta, yellow, black = values
        return cyan, magenta, yellow, black
    if len(values) == 1 or max(values) == min(values):
        return 0.0, 0.0, 0.0, round(1 - values[0], 3)
    bytes_ = tuple(round(min(max(value, 0.0), 1.0) * 255) for value in values)
    return _one("RGB", bytes_, _transform("RGB", given, condition))


def separate(
    image: Image.Image, condition: Condition = FOGRA39, given: bytes = b""
) -> Image.Image:
    """Give an RGB image in CMYK; *given* is its own profile, if that is not sRGB.

    A profile that cannot be used is passed over, as browsers do.
    """
    try:
        transform = _transform("RGB", given, condition)
    except RenderError:
        transform = _transform("RGB", b"", condition)
    separated = ImageCms.applyTransform(image, transform)
    if separated is None:
        raise RenderError("an image could not be separated into inks")
    return separated


def neutral(image: Image.Image) -> bool:
    """Say whether an RGB image is grey all over."""
    red, green, blue = image.split()
    apart = (
        ImageChops.difference(red, green),
        ImageChops.difference(green, blue),
        ImageChops.difference(red, blue),
    )
    return all(_greatest(band) <= NEUTRAL for band in apart)


def _greatest(band: Image.Image) -> int:
    return max(level for level, count in enumerate(band.histogram()) if count)


def _one(mode: str, values: tuple[int, ...], transform: ImageCms.ImageCmsTransform) -> Inks:
    separated = ImageCms.applyTransform(Image.new(mode, (1, 1), values), transform)
    if separated is None:
        raise RenderError("a colour could not be separated into inks")
    cyan, magenta, yellow, black = (round(v / 255, 3) for v in separated.tobytes())
    return cyan, magenta, yellow, black


@lru_cache(maxsize=16)
def _transform(mode: str, given: bytes, condition: Condition) -> ImageCms.ImageCmsTransform:
    try:
        source = (
            ImageCms.ImageCmsProfile(io.BytesIO(given))
            if given
            else ImageCms.ImageCmsProfile(
                ImageCms.createProfile("sRGB" if mode == "RGB" else "LAB")
            )
        )
        return ImageCms.buildTransform(
            source,
            ImageCms.ImageCmsProfile(io.BytesIO(profile(condition))),
            mode,
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError) as error:
        raise RenderError("a colour profile cannot be used") from error
