"""The graphics state, as far as the questions ask (ISO 32000-1, 8.4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf

from leaflets.pdf.matrix import IDENTITY, Box, Matrix
from leaflets.pdf.preflight.colours import GREY, Space
from leaflets.pdf.preflight.faces import Face
from leaflets.pdf.preflight.painted import Colour

BLACK = GREY.first()


Given = tuple[tuple[str, object], ...]
"""Fields of a state and what they become."""


@dataclass(slots=True)
class State:
    """What holds while something is painted."""

    matrix: Matrix = IDENTITY
    clip: Box = (0.0, 0.0, 0.0, 0.0)
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_space: Space = GREY
    stroke_space: Space = GREY
    fill_pattern: Any = None
    stroke_pattern: Any = None
    width: float = 1.0
    alpha: float = 1.0
    stroke_alpha: float = 1.0
    group_alpha: float = 1.0
    """What the transparency groups around it leave of it."""

    blend: str = "Normal"
    masked: bool = False
    overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    face: Face | None = None
    size: float = 1.0
    letter: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> State:
        """Give a state that can change without this one."""
        return State(
            self.matrix, self.clip, self.fill, self.stroke, self.fill_space,
            self.stroke_space, self.fill_pattern, self.stroke_pattern, self.width,
            self.alpha, self.stroke_alpha, self.group_alpha, self.blend, self.masked,
            self.overprint, self.stroke_overprint, self.overprint_mode, self.face,
            self.size, self.letter, self.word, self.stretch, self.leading, self.rise,
            self.mode,
        )  # fmt: skip

    def enter_group(self) -> None:
        """Begin a transparency group: it is mixed as a whole (ISO 32000-1, 11.6.6)."""
        self.group_alpha *= self.alpha
        self.alpha = self.stroke_alpha = 1.0

    def take(self, given: Given) -> None:
        """Take over what a dictionary of the graphics state sets."""
        for name, value in given:
            setattr(self, name, value)

    def look(self) -> tuple[object, ...]:
        """Give all that a form takes over from where it is drawn."""
        return (
            self.matrix, self.clip, self.fill, self.stroke, self.width, self.alpha,
            self.stroke_alpha, self.group_alpha, self.blend, self.masked, self.overprint,
            self.stroke_overprint, self.overprint_mode, self.mode, self.size,
            id(self.face), id(self.fill_pattern), id(self.stroke_pattern),
        )  # fmt: skip


def read(given: Any) -> Given:
    """Read what a dictionary of the graphics state sets, but for fonts and masks."""
    found: dict[str, object] = {}
    for key, name, kind in _ENTRIES:
        if key in given:
            found[name] = kind(given[key])
    if "/OP" in given and "/op" not in given:
        found["overprint"] = found["stroke_overprint"]
    return tuple(found.items())


def _blend(mode: Any) -> str:
    first = mode[0] if isinstance(mode, pikepdf.Array) and len(mode) else mode
    name = str(first)[1:] if isinstance(first, pikepdf.Name) else "Normal"
    return "Normal" if name == "Compatible" else name


_ENTRIES: tuple[tuple[str, str, Callable[[Any], object]], ...] = (
    ("/LW", "width", float),
    ("/ca", "alpha", float),
    ("/CA", "stroke_alpha", float),
    ("/BM", "blend", _blend),
    ("/OP", "stroke_overprint", bool),
    ("/op", "overprint", bool),
    ("/OPM", "overprint_mode", int),
)
"""Entries of a dictionary of the graphics state (ISO 32000-1, table 58)."""
