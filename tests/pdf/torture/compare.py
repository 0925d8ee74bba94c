"""Say how far two programs differ on a page, and how much ink there is on it.

Run as a program, with a folder in which are pictures of the same pages by several programs
and their four plates, it says what they differ by and fails where that is too much.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

from PIL import Image, ImageChops

CELL = 4
"""Pixels across and down that are taken as one: no two programs smooth an edge alike."""

BOUNDS = {"poppler": (5.0, 64, 0.01), "mupdf": (13.0, 96, 0.03)}
"""For programs that know profiles, and for one that does not: the most that two may differ
on the mean of a page, in 255ths; what counts as drawn otherwise; and the most of a page
that may be. Measured: 4.5, 0.8 % and 11.0, 2.1 %."""

INK_LIMIT = 302
"""In percent: 300, and what two plates of eight bits are rounded by."""

PLATES = ("Cyan", "Magenta", "Yellow", "Black")


def apart(one: Image.Image, other: Image.Image, far: int) -> tuple[float, float]:
    """Give the mean difference in 255ths, and the share of places further apart than *far*."""
    size = (one.width // CELL, one.height // CELL)
    pages = [
        image.convert("RGB").resize(size, Image.Resampling.BOX) for image in (one, other)
    ]
    difference = ImageChops.difference(*pages).tobytes()
    places = list(zip(difference[::3], difference[1::3], difference[2::3], strict=True))
    share = sum(max(place) > far for place in places) / len(places)
    return sum(difference) / len(difference), share


def most_ink(plates: list[Image.Image]) -> float:
    """Give the greatest sum of inks in percent, on the mean of *CELL* pixels each way."""
    size = (plates[0].width // CELL, plates[0].height // CELL)
    inks = [
        ImageChops.invert(plate.convert("L")).resize(size, Image.Resampling.BOX).tobytes()
        for plate in plates
    ]
    return max(map(sum, zip(*inks, strict=True))) / 2.55


def main() -> int:
    """Compare all pictures in the folder given."""
    folder, most = Path(sys.argv[1]), 0.0
    said: list[str] = []
    programs = sorted({path.name.partition("-")[0] for path in folder.glob("*-*.png")})
    for one, other in combinations(programs, 2):
        mean, far, share = BOUNDS["mupdf" if "mupdf" in (one, other) else "poppler"]
        for number in range(1, len(list(folder.glob(f"{one}-*.png"))) + 1):
            first, second = (folder / f"{p}-{number}.png" for p in (one, other))
            by, places = apart(Image.open(first), Image.open(second), far)
            if by > mean or places > share:
                said.append(f"page {number}: {one} and {other}: {by:.1f}, {places:.2%}")
    for black in sorted(folder.glob("*(Black).tif")):
        names = [black.name.replace("Black", plate) for plate in PLATES]
        ink = most_ink([Image.open(folder / name) for name in names])
        most = max(most, ink)
        if ink > INK_LIMIT:
            said.append(f"{black.name}: {ink:.0f} % of ink")
    counted = f"{', '.join(programs)}: {len(said)} wrong, {most:.0f} % of ink at the most"
    sys.stdout.write("\n".join([*said, counted, ""]))
    return int(bool(said) or len(programs) < len(BOUNDS) or not most)


if __name__ == "__main__":
    sys.exit(main())
