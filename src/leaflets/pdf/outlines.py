"""Where the ink of a glyph lies, read from the font program itself.

A font program is a whole font file or the subset of one that a PDF embeds. Lengths are
in em: one em is the size of the type, y grows upwards from the baseline.
"""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from leaflets.errors import RenderError

Bounds = tuple[float, float, float, float]
"""x0, y0, x1, y1 in em."""

Contour = tuple[tuple[float, float], ...]
"""Corners of one closed outline in em; curves are flattened."""

NO_INK: Bounds = (0.0, 0.0, 0.0, 0.0)
"""Bounds of a glyph that leaves no ink, a space for instance."""

_POSTSCRIPT_NAME = 6
_FAMILY_NAME = 1
_TYPOGRAPHIC_FAMILY_NAME = 16
_STEPS = 4
"""Straight pieces that a curve is flattened into: under 1 % em off in text faces."""


_KEPT = 24
"""Embedded programs that one process keeps open: those of a few files."""


class FontProgram:
    """A font opened for its outlines, its names and its character map."""

    __slots__ = ("_bounds", "_characters", "_contours", "_has", "family", "font",
                 "glyph_count", "postscript", "upem")  # fmt: skip

    def __init__(self, face: hb.Face) -> None:
        self.font = hb.Font(face)
        self.upem = float(face.upem)
        self._bounds: dict[int, Bounds] = {}
        self._contours: dict[int, tuple[Contour, ...]] = {}
        self._characters: dict[int, str] | None = None
        self._has: dict[str, bool] = {}
        self.glyph_count: int = face.glyph_count
        self.postscript: str = face.get_name(_POSTSCRIPT_NAME) or ""
        self.family: str = (
            face.get_name(_TYPOGRAPHIC_FAMILY_NAME) or face.get_name(_FAMILY_NAME) or ""
        )

    def bounds(self, gid: int) -> Bounds:
        """Bounds of the ink of a glyph; ``NO_INK`` if it has none."""
        found = self._bounds.get(gid)
        if found is None:
            extents = self.font.get_glyph_extents(gid)
            if extents is None or not (extents.width and extents.height):
                found = NO_INK
            else:
                left, top, width, height = extents
                found = (
                    left / self.upem,
                    (top + height) / self.upem,
                    (left + width) / self.upem,
                    top / self.upem,
                )
            self._bounds[gid] = found
        return found

    def contours(self, gid: int) -> tuple[Contour, ...]:
        """Outlines of a glyph as closed polygons."""
        found = self._contours.get(gid)
        if found is None:
            pen = _Flattener(1 / self.upem)
            self.font.draw_glyph_with_pen(gid, pen)
            found = self._contours[gid] = tuple(pen.contours)
        return found

    def has(self, character: str) -> bool:
        """Say whether the font maps a character to a glyph."""
        found = self._has.get(character)
        if found is None:
            found = self._has[character] = bool(self.font.get_nominal_glyph(ord(character)))
        return found

    def character(self, gid: int) -> str:
        """Character that the font itself maps to a glyph; empty if there is none."""
        if self._characters is None:
            # A font may have several names for a shape: 自 is also an old radical, and
            # many fonts map forms for compatibility. The plain letter is wanted.
            characters = (
                chr(code) for code in sorted(self.font.face.unicodes, reverse=True)
            )
            self._characters = {
                self.font.get_nominal_glyph(ord(each)): each
                for each in sorted(characters, key=_plain)
            }
        return self._characters.get(gid, "")


def _plain(character: str) -> bool:
    return unicodedata.is_normalized("NFKC", character)


class _Flattener:
    """A drawing pen that keeps closed polygons."""

    def __init__(self, scale: float) -> None:
        self.contours: list[Contour] = []
        self._points: list[tuple[float, float]] = []
        self._scale = scale

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pen's own name
        self.closePath()
        self._add(*point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add(*point)

    def qCurveTo(self, control: Any, end: Any) -> None:  # noqa: N802
        x0, y0 = self._last()
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            self._add(
                a * x0 + b * control[0] + c * end[0], a * y0 + b * control[1] + c * end[1]
            )

    def curveTo(self, first: Any, second: Any, end: Any) -> None:  # noqa: N802
        x0, y0 = self._last()
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            a, b = (1 - t) ** 3, 3 * t * (1 - t) ** 2
            c, d = 3 * t * t * (1 - t), t**3
            self._add(
                a * x0 + b * first[0] + c * second[0] + d * end[0],
                a * y0 + b * first[1] + c * second[1] + d * end[1],
            )

    def closePath(self) -> None:  # noqa: N802
        if len(self._points) > 2:
            self.contours.append(tuple(self._points))
        self._points = []

    def endPath(self) -> None:  # noqa: N802
        self.closePath()

    def _add(self, x: float, y: float) -> None:
        self._points.append((x * self._scale, y * self._scale))

    def _last(self) -> tuple[float, float]:
        x, y = self._points[-1]
        return x / self._scale, y / self._scale


_opened: dict[bytes, FontProgram] = {}


def embedded(data: bytes) -> FontProgram:
    """Open the font program of a PDF; a process opens the same bytes once.

    Raises RenderError if the bytes are no TrueType or OpenType font.
    """
    digest = hashlib.sha256(data).digest()
    found = _opened.pop(digest, None)
    if found is None:
        if data[:4] not in {b"\0\1\0\0", b"OTTO", b"true"}:
            raise RenderError("a font is embedded in a form that cannot be read")
        found = FontProgram(hb.Face(data))
        if len(_opened) >= _KEPT:
            del _opened[next(iter(_opened))]
    _opened[digest] = found  # the one used last stands last
    return found


@functools.lru_cache(maxsize=64)
def from_file(path: Path, index: int = 0) -> FontProgram:
    """Open a font file of the machine, or the face *index* of a collection.

    Raises RenderError if the file cannot be read.
    """
    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)), index)
    except (OSError, hb.HarfBuzzError) as error:
        raise RenderError(f"the font '{path.name}' cannot be read") from error
    if not face.glyph_count:
        raise RenderError(f"the font '{path.name}' has no glyphs")
    return FontProgram(face)
