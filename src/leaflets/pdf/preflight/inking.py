"""What inks a colour needs, and what two things yield that lie upon each other.

Estimates where the file leaves something to the press: how overprint and blending act is
ISO 32000-1, 8.6.7 and 11.3; the mixing is done ink by ink, as in a group of four inks.
"""

from __future__ import annotations

from leaflets.pdf.preflight.painted import Colour, Kind, Painted

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

PAPER: Inks = (0.0, 0.0, 0.0, 0.0)

TRACE = 0.005
"""Less of an ink than this is none: it is under half a percent, which no plate holds."""

FULL = 0.995
"""From here on an ink is solid."""

_STEM = 0.12
"""Width of a stem as a part of the size of the type: bold text faces."""

_RGB = frozenset({"DeviceRGB", "CalRGB"})


def percent(inks: Inks) -> float:
    """Sum up the inks, in percent of one."""
    return sum(inks) * 100


def how_many(colour: Colour) -> int:
    """Count the inks that print a colour; 0 for none, or if the file does not say."""
    if colour.inks is not None:
        return sum(ink > TRACE for ink in colour.inks)
    if colour.space in {"Separation", "DeviceN"}:
        named = zip(colour.colorants, colour.values, strict=False)
        return sum(value > TRACE for name, value in named if name != "None")
    return 0


def blank(colour: Colour) -> bool:
    """Say whether a colour leaves the paper bare, white of light included."""
    if colour.inks is not None:
        return how_many(colour) == 0
    values = colour.values
    if colour.space in _RGB or (colour.space == "ICCBased" and colour.components == 3):
        return bool(values) and min(values) >= FULL
    if colour.space in {"Separation", "DeviceN"}:
        return bool(values) and how_many(colour) == 0
    return False


def black_alone(colour: Colour) -> bool:
    """Say whether a colour is solid black without any other ink."""
    inks = colour.inks
    return inks is not None and inks[3] >= FULL and max(inks[:3]) <= TRACE


def registration(colour: Colour) -> bool:
    """Say whether a colour stands on every plate: Separation All, or four solid inks."""
    if "All" in colour.colorants:
        return not blank(colour)
    return colour.inks is not None and min(colour.inks) >= FULL


def lightness(inks: Inks) -> float:
    """Say roughly how light inks look, from 0 to 1: to tell light from dark only."""
    cyan, magenta, yellow, black = (1 - min(1.0, ink) for ink in inks)
    return (0.30 * cyan + 0.59 * magenta + 0.11 * yellow) * black


def lets_through(thing: Painted) -> bool:
    """Say whether overprint keeps what lies beneath, and is not only asked for.

    In DeviceCMYK a zero keeps the ink beneath only in overprint mode 1; a thing in
    DeviceGray or by a profile paints all four inks whatever it is set to.
    """
    if not thing.overprint:
        return False
    if thing.colour.space in {"Separation", "DeviceN"}:
        return True
    return thing.colour.space == "DeviceCMYK" and thing.overprint_mode == 1


def mixes(thing: Painted) -> bool:
    """Say whether what a thing yields depends on what lies beneath it."""
    return (
        thing.alpha < 1
        or thing.blend not in {"Normal", "Compatible"}
        or lets_through(thing)
    )


def laid(thing: Painted, inks: Inks, beneath: Inks) -> Inks:
    """Give the inks where *thing*, itself in *inks*, lies upon *beneath*.

    A soft mask can leave anything between the two: the one with more ink is given.
    """
    pairs = tuple(zip(inks, beneath, strict=True))
    if lets_through(thing):
        mixed = [top if top > TRACE else low for top, low in pairs]
    elif thing.blend in {"Normal", "Compatible"}:
        mixed = list(inks)
    elif thing.blend == "Darken":
        mixed = [max(pair) for pair in pairs]
    elif thing.blend == "Multiply":
        mixed = [1 - (1 - top) * (1 - low) for top, low in pairs]
    elif thing.blend in {"Screen", "Lighten"}:
        mixed = [min(pair) for pair in pairs]
    else:  # no bound is known that is lower
        mixed = [min(1.0, top + low) for top, low in pairs]
    alpha = min(1.0, max(0.0, thing.alpha))
    cyan, magenta, yellow, black = (
        alpha * new + (1 - alpha) * low for new, low in zip(mixed, beneath, strict=True)
    )
    given = (cyan, magenta, yellow, black)
    return beneath if thing.soft_mask and sum(beneath) > sum(given) else given


def breadth(thing: Painted) -> float:
    """Give the lesser extent of the ink of a thing, in points: a stem, a line, a side."""
    if thing.kind is Kind.TEXT:
        return thing.size * _STEM
    x0, y0, x1, y1 = thing.box
    side = min(x1 - x0, y1 - y0)
    return thing.thickness if thing.kind is Kind.STROKE else (thing.thickness or side)
