"""Whether a file is the profile of a press that colours can be turned through.

A profile from elsewhere is embedded in what goes to the shop, and every picture is
converted through it: it must be the right kind (ISO 15930-7: an output profile, ``prtr``,
in CMYK), be whole, and open in the library that converts.
"""

from __future__ import annotations

import io
import struct

LIMIT = 8 * 1024 * 1024
"""Greatest size of a profile in bytes; those of presses take up to 3 MB."""

_HEADER = 128


def problem_of(data: bytes) -> str:
    """Say why *data* cannot be used as the profile of a press; empty if it can.

    A fragment of a sentence, such as ``is a profile of RGB, not CMYK``.
    """
    if len(data) > LIMIT:
        return f"is larger than {LIMIT // 1024 // 1024} MB"
    if len(data) < _HEADER or data[36:40] != b"acsp":
        return "is not an ICC profile"
    (size,) = struct.unpack_from(">I", data, 0)
    if size != len(data):
        return f"is not whole: it says that it has {size} bytes, and has {len(data)}"
    space, kind = _word(data[16:20]), _word(data[12:16])
    if space != "CMYK":
        return f"is a profile of {space}, not CMYK"
    if kind != "prtr":
        return f"is a profile of class {kind!r}, not of a press ('prtr')"
    return "" if _converts(data) else "cannot be converted through: it is damaged"


def _word(four: bytes) -> str:
    return four.decode("ascii", errors="replace").strip()


def _converts(data: bytes) -> bool:
    # Here, because most who read print specs have no profile of their own to open.
    from PIL import Image, ImageCms

    try:
        press = ImageCms.ImageCmsProfile(io.BytesIO(data))
        there = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            press,
            "RGB",
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        )
        inks = ImageCms.applyTransform(Image.new("RGB", (1, 1), (128, 64, 32)), there)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return False
    return inks is not None and any(inks.tobytes())
