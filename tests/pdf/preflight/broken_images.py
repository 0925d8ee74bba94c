"""Files with images of too few pixels, or packed as no press wants them: F6."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, String
from tests.pdf.preflight.broken_inks import PLACED, Sample, drawn, with_image

from leaflets.pdf.printspec import COATED

OLD = dataclasses.replace(COATED, name="old", standard="PDF/X-1a:2003")


def placed(side: int, *, bits: int = 8, inches: float = 100 / 72, **entries: Any) -> Sample:
    """Place a square grey image of so many pixels."""
    row = (side * bits + 7) // 8
    given = {"ColorSpace": Name.DeviceGray, "BitsPerComponent": bits, **entries}
    points = inches * 72
    return drawn(
        f"q {points} 0 0 {points} 60 60 cm /Im Do Q",
        with_image(b"\xaa" * row * side, side, side, **given),
    )


def old(sample: Sample) -> Sample:
    """Ask for a standard of 2003."""
    data, _, ordered = sample
    return data, OLD, ordered


def inline() -> Sample:
    """Draw an image that stands in the page's instructions."""
    data = "AA" * 100 * 100
    return drawn(
        f"q 100 0 0 100 60 60 cm BI /W 100 /H 100 /CS /G /BPC 8 /F /AHx ID {data}> EI Q"
    )


BROKEN: dict[str, Callable[[], Sample]] = {
    "F601": lambda: placed(100),
    "F601:warning": lambda: placed(280),
    "F601:inline": inline,
    "F601:tiny but large": lambda: placed(40),
    "F602": lambda: placed(400, bits=1),
    "F602:warning": lambda: placed(1000, bits=1),
    "F602:stencil": lambda: drawn(
        f"q 0 0 0 1 k {PLACED[2:]}",
        with_image(b"\xaa" * 25 * 200, 200, 200, ImageMask=True, BitsPerComponent=1,
                   ColorSpace=None),
    ),
    "F603": lambda: placed(400, inches=0.3),
    "F604": lambda: placed(400, Interpolate=True),
    "F605": lambda: placed(400, bits=16),
    "F605:old": lambda: old(placed(400, bits=16)),
    "F606": lambda: old(placed(400, Filter=Name.JPXDecode)),
    "F606:bitmap": lambda: old(placed(1200, bits=1, Filter=Name.JBIG2Decode)),
    "F607": lambda: placed(400, OPI=Dictionary({"/2.0": Dictionary(F=String("fine.tif"))})),
    "F607:alternates": lambda: placed(400, Alternates=Array([])),
}  # fmt: skip
