"""Mend faults of the engine: it forgets what a raster image was, and shows half of one.

WeasyPrint 70.0 makes palettes and images of one bit RGB, drops the profiles of PNG
images, and writes images of 16 bits a pixel as if they had 8. Here an image of 16 bits is
made one of 8 as it is read, and what is written remembers the picture it comes from.

It also lets the rest of an image that ends too early be grey. Here that is an error.
"""

from __future__ import annotations

import io
from typing import Any

from PIL import ImageFile
from weasyprint.images import RasterImage

_INIT = RasterImage.__init__
_WRITE = RasterImage.get_x_object
_KNOWN = {"1", "P", "L", "LA", "RGB", "RGBA", "CMYK"}


def read(self: Any, image: Any, image_id: str, data: Any, *rest: Any, **named: Any) -> None:
    """Read an image to its end; one in a mode that the engine does not know as grey or RGB.

    Raises OSError for an image that ends too early.
    """
    image.load()
    if image.mode not in _KNOWN:
        kind, image = image.format, _known(image)
        image.format = "PNG" if kind not in {"JPEG", "MPO"} else kind
        written = io.BytesIO()
        image.save(written, image.format)
        data, rest = written.getvalue(), (None, *rest[1:])  # no file holds these bytes
    _INIT(self, image, image_id, data, *rest, **named)
    self.bilevel = image.mode == "1" and "transparency" not in image.info
    self.icc = image.info.get("icc_profile", b"")


def _known(image: Any) -> Any:
    if image.mode.startswith("I"):
        # Pillow's own conversion cuts off at 255 instead of dividing.
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in {"La", "PA", "RGBa"}:
        return image.convert("LA" if image.mode == "La" else "RGBA")
    return image.convert("L" if image.mode == "F" else "RGB")


def write(self: Any, interpolate: bool, ratio: float) -> Any:
    """Write an image, and remember the picture as ``picture`` of what is written."""
    written = _WRITE(self, interpolate, ratio)
    written.picture = self
    return written


def mend() -> None:
    """Let the engine read and write images so; a second time changes nothing."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    RasterImage.__init__ = read
    RasterImage.get_x_object = write
