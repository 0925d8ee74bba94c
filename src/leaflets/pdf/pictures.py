"""Whether a raster image can be read, and is of a size that a page can use."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

MOST_PIXELS = 16_000_000
"""Pixels of the largest image; a small file can hold many, and fill a worker's memory."""


def picture_problem(data: bytes) -> str:
    """Say what is wrong with a PNG or JPEG; empty if nothing is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MOST_PIXELS:
                    return f"has more than {MOST_PIXELS} pixels"
                image.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError,
            SyntaxError):  # fmt: skip
        return "is a broken picture"
    return ""
