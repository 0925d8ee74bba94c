"""What is noted while a page is followed, and what the following may cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf import operators
from leaflets.pdf.matrix import Box, Matrix
from leaflets.pdf.preflight import limits, paths
from leaflets.pdf.preflight.colours import Space
from leaflets.pdf.preflight.faces import Face
from leaflets.pdf.preflight.painted import Colour, Kind, Painted
from leaflets.pdf.preflight.state import State

Key = tuple[object, ...]
"""What tells one following of a form or a pattern from another; empty: nothing does."""


class Spent(Exception):
    """A file is larger than is read: nothing more of it is followed."""


class Endless(RenderError):
    """Something draws itself, or lies in too many of its kind."""


@dataclass(slots=True)
class Shared:
    """What the pages of one file share, and what may still be spent on them."""

    faces: dict[tuple[int, int], Face] = field(default_factory=dict)
    streams: dict[tuple[int, int], bytes] = field(default_factory=dict)
    colours: dict[tuple[int, bytes], tuple[Space, Colour]] = field(default_factory=dict)
    operations: int = limits.OPERATIONS
    painted: int = limits.PAINTED


class Notes:
    """The state of things while one page is followed, and what was painted so far."""

    def __init__(self, shared: Shared) -> None:
        self.painted: list[Painted] = []
        self.groups: list[str] = []
        self.fault = ""
        self.endless = False
        self._faults = 0
        self._followed: dict[Key, int] = {}
        """What was followed already on this page with all that it took over, and what it
        cost."""

        self._shared = shared
        self._state = State()
        self._base: Matrix = self._state.matrix
        """Where patterns are anchored: the matrix that the content began with."""

        self._resources: Any = pikepdf.Dictionary()
        self._spaces: dict[bytes, Space] = {}
        self._where: tuple[str, ...] = ()
        self._path = ""

    def note(self, error: Exception) -> None:
        """Keep the first thing that could not be understood; of too many make an end."""
        self.fault = self.fault or said(error)
        self.endless = self.endless or isinstance(error, Endless)
        self._faults += 1
        if self._faults > limits.FAULTS:
            raise Spent(self.fault)

    def _enter(self, name: str) -> tuple[str, ...]:
        """Go into a form, a pattern or a glyph; gives where it was before."""
        before = self._where
        if len(before) >= limits.FORMS:
            raise Endless(f"forms lie in each other more than {limits.FORMS} deep")
        self._leave((*before, name))
        return before

    def _leave(self, where: tuple[str, ...]) -> None:
        self._where, self._path = where, " > ".join(where)

    def _spend(self, operations: int) -> None:
        """Count drawing operations; of too many make an end."""
        self._shared.operations -= operations
        if self._shared.operations < 0:
            raise Spent(f"the file has more than {limits.OPERATIONS} operations")

    def _again(self, key: Key) -> bool:
        """Say whether a thing was followed before; drawing it costs the same again."""
        cost = self._followed.get(key)
        if cost is None:
            return False
        self._spend(cost)
        return True

    def _emit(
        self,
        kind: Kind,
        box: Box,
        colour: Colour,
        *,
        stroking: bool = False,
        hidden: bool = False,
        soft_mask: bool = False,
        **more: Any,
    ) -> None:
        """Note a thing that is painted: where, and what the clip leaves of it."""
        state, shared, far = self._state, self._shared, limits.COORDINATE
        if not (-far < box[0] <= box[2] < far and -far < box[1] <= box[3] < far):
            raise RenderError("something is painted beyond every page")
        shared.painted -= 1
        if shared.painted < 0:
            raise Spent(f"the file paints more than {limits.PAINTED} things")
        left = paths.within(box, state.clip)
        if left is None:
            hidden, left = True, _nearest(box, state.clip)
        self.painted.append(
            Painted(
                kind=kind,
                box=left,
                colour=colour,
                where=self._path,
                alpha=state.group_alpha * (state.stroke_alpha if stroking else state.alpha),
                blend=state.blend,
                soft_mask=state.masked or soft_mask,
                overprint=state.stroke_overprint if stroking else state.overprint,
                overprint_mode=state.overprint_mode,
                hidden=hidden,
                order=len(self.painted),
                **more,
            )
        )

    def _resource(self, category: str, operands: bytes) -> Any:
        """Find a named resource; RenderError if there is none."""
        name = operators.name(operands)
        held = self._resources.get(f"/{category}")
        found = held.get(f"/{name}") if isinstance(held, pikepdf.Dictionary) else None
        if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            raise RenderError(f"the page uses {category} '{name}', which it does not have")
        return found


def said(error: Exception) -> str:
    """Say what went wrong in a page, on one line."""
    if isinstance(error, RenderError):
        return error.message
    text = " ".join(str(error).split())
    return f"its objects are not what they should be ({text[:100] or type(error).__name__})"


def _nearest(box: Box, clip: Box) -> Box:
    """Give the corner of the clip that is nearest to what it hides."""
    x = min(max(box[0], clip[0]), clip[2])
    y = min(max(box[1], clip[1]), clip[3])
    return x, y, x, y
