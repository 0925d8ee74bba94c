"""What a content stream sets: from operations to runs of glyphs (ISO 32000-1, 8 and 9).

Kept small on purpose: text, what moves or hides it (matrices, clips, colours, what is
painted later), forms, and the tags around it. Lines are passed over.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf import operators, pagefonts
from leaflets.pdf.lightness import lightness
from leaflets.pdf.matrix import IDENTITY, Box, Matrix, bounds, times
from leaflets.pdf.pagefonts import PageFont
from leaflets.pdf.runs import Run

DEPTH = 12
"""Forms within forms that are followed; a deeper nest is an error, not a leaflet."""

COVER = 4.0
"""Least width and height in points of what can hide a letter; underlines are thinner."""

_CONTENT_ID = re.compile(rb"/MCID\s+(\d+)")


@dataclass(slots=True)
class State:
    """The graphics state, as far as it moves or hides text (ISO 32000-1, 8.4)."""

    matrix: Matrix = IDENTITY
    clip: Box | None = None
    font: PageFont | None = None
    size: float = 1.0
    letter: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    light: float = 0.0

    def copy(self) -> State:
        """Give a state that can change without this one."""
        return State(
            self.matrix, self.clip, self.font, self.size, self.letter, self.word,
            self.stretch, self.leading, self.rise, self.mode, self.light,
        )  # fmt: skip


@dataclass(slots=True)
class _Open:
    """A run that is still being set: pen positions are in text space."""

    font: PageFont
    size: float
    gids: list[int] = field(default_factory=list)
    pens: list[float] = field(default_factory=list)
    rises: list[tuple[int, float]] = field(default_factory=list)
    start: float = 0.0


class Reader:
    """Walks through content streams and keeps what it sees."""

    def __init__(self, fonts: dict[tuple[int, int], PageFont]) -> None:
        self.runs: list[Run] = []
        self.pictures: list[Box] = []
        self.covers: list[tuple[int, Box]] = []
        """How many runs stood there already, and the bounds of what was painted then."""
        self._lights: dict[bytes, float] = {}
        self._fonts = fonts
        self._state = State()
        self._stack: list[State] = []
        self._resources: pikepdf.Object = pikepdf.Dictionary()
        self._depth = 0
        self._chosen: dict[bytes, tuple[PageFont, float]] = {}
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._pen = 0.0
        self._origin = 0
        self._run: _Open | None = None
        self._marked: list[tuple[str, int | None]] = [("", None)]
        self._path: list[bytes] = []
        self._clipping = False
        self._actions: dict[bytes, Callable[[bytes], None]] = {
            b"TJ": self._show, b"Tj": self._show, b"'": self._next_line_show,
            b'"': self._spaced_show, b"Tm": self._set_matrix, b"Td": self._move,
            b"TD": self._move_leading, b"T*": self._next_line, b"Tf": self._set_font,
            b"Ts": self._set_rise, b"Tc": self._set_letter, b"Tw": self._set_word,
            b"Tz": self._set_stretch, b"TL": self._set_leading, b"Tr": self._set_mode,
            b"BT": self._begin_text, b"ET": self._end_text, b"q": self._save,
            b"Q": self._restore, b"cm": self._transform, b"re": self._rectangle,
            b"m": self._point, b"l": self._point, b"c": self._point, b"v": self._point,
            b"y": self._point, b"W": self._set_clip, b"W*": self._set_clip,
            b"n": self._paint, b"f": self._fill, b"F": self._fill, b"f*": self._fill_between,
            b"S": self._paint, b"s": self._paint, b"B": self._fill, b"B*": self._fill_between,
            b"b": self._fill, b"b*": self._fill_between, b"Do": self._draw,
            b"rg": self._set_colour, b"g": self._set_colour, b"k": self._set_colour,
            b"sc": self._set_colour, b"scn": self._set_colour,
            b"sh": self._shade, b"BDC": self._mark, b"BMC": self._mark,
            b"EMC": self._unmark,
        }  # fmt: skip

    def follow(
        self, data: bytes, resources: pikepdf.Object, state: State, depth: int
    ) -> None:
        """Read one content stream with the state that it begins with."""
        if depth > DEPTH:
            raise RenderError(f"forms are nested more than {DEPTH} deep")
        kept = self._state, self._stack, self._resources, self._depth, self._chosen
        self._state, self._stack, self._chosen = state, [], {}
        self._resources, self._depth = resources, depth
        actions = self._actions
        for operator, operands in operators.operations(data):
            action = actions.get(operator)
            if action is not None:
                action(operands)
        self._close()
        self._state, self._stack, self._resources, self._depth, self._chosen = kept

    # Text: ISO 32000-1, 9.3 and 9.4.

    def _show(self, operands: bytes) -> None:
        state, run = self._state, self._run
        if run is None:
            if state.font is None:
                raise RenderError("text is shown before a font is chosen")
            run = self._run = _Open(state.font, state.size, start=self._pen)
        font, pen = run.font, self._pen
        gids, pens = run.gids, run.pens
        first = len(gids)
        unit = state.size * state.stretch / 1000
        letter = state.letter * state.stretch
        width_of, other = font.widths.get, font.width
        word = 0.0 if font.wide else state.word * state.stretch
        for hexadecimal, number, literal in operators.shown(operands):
            if number:
                pen -= float(number) * unit
                continue
            new: Sequence[int]
            if len(hexadecimal) == 4 and font.wide:
                new = (int(hexadecimal, 16),)
            else:
                new = codes = operators.codes(hexadecimal, literal)
                if font.wide:
                    count = len(codes) // 2
                    new = struct.unpack(f">{count}H", codes[: 2 * count])
            gids += new
            for gid in new:
                pens.append(pen)
                pen += width_of(gid, other) * unit + letter
                if word and gid == 32:
                    pen += word
        if state.rise:
            run.rises.append((first, state.rise))
            run.rises.append((len(gids), 0.0))
        self._pen = pen

    def _close(self) -> None:
        """Finish the open run and put it on the page."""
        run, self._run = self._run, None
        if run is None or not run.gids:
            return
        state = self._state
        a, b, c, d, e, f = times(self._text, state.matrix)
        pens = run.pens
        rises = [0.0] * len(pens)
        for place, (first, rise) in enumerate(run.rises):
            if rise:
                stop = run.rises[place + 1][0]
                rises[first:stop] = [rise] * (stop - first)
        if b or c:
            xs = [e + a * p + c * r for p, r in zip(pens, rises, strict=True)]
            ys = [f + b * p + d * r for p, r in zip(pens, rises, strict=True)]
        else:
            xs = [e + a * p for p in pens]
            ys = [f + d * r for r in rises] if run.rises else [f] * len(pens)
        tag, mcid = self._marked[-1]
        size, stretch = run.size, state.stretch
        self.runs.append(
            Run(
                number=len(self.runs),
                origin=self._origin,
                font=run.font,
                size=abs(size) * (c * c + d * d) ** 0.5,
                matrix=(a * size * stretch, b * size * stretch, c * size, d * size),
                gids=run.gids,
                xs=xs,
                ys=ys,
                baseline=f + b * run.start,
                start=e + a * run.start,
                end=e + a * self._pen,
                clip=state.clip,
                painted=state.mode not in (3, 7),
                light=state.light,
                tag=tag,
                mcid=mcid,
            )
        )

    def _place(self, matrix: Matrix) -> None:
        self._close()
        self._text = self._line = matrix
        self._pen = 0.0
        self._origin += 1

    def _begin_text(self, _: bytes) -> None:
        self._place(IDENTITY)

    def _end_text(self, _: bytes) -> None:
        self._close()

    def _set_matrix(self, operands: bytes) -> None:
        self._place(_matrix(operands))

    def _move(self, operands: bytes) -> None:
        x, y = operators.numbers(operands)
        self._place(times((1.0, 0.0, 0.0, 1.0, x, y), self._line))

    def _move_leading(self, operands: bytes) -> None:
        self._state.leading = -operators.numbers(operands)[1]
        self._move(operands)

    def _next_line(self, _: bytes = b"") -> None:
        self._place(times((1.0, 0.0, 0.0, 1.0, 0.0, -self._state.leading), self._line))

    def _next_line_show(self, operands: bytes) -> None:
        self._next_line()
        self._show(operands)

    def _spaced_show(self, operands: bytes) -> None:
        start = min(
            place for place in (operands.find(b"("), operands.find(b"<")) if place >= 0
        )
        self._state.word, self._state.letter = operators.numbers(operands[:start])
        self._next_line_show(operands[start:])

    def _set_font(self, operands: bytes) -> None:
        chosen = self._chosen.get(operands)
        if chosen is None:
            chosen = self._chosen[operands] = self._font(operands)
        found, size = chosen
        state = self._state
        if found is not state.font or size != state.size:
            self._close()
            state.font, state.size = found, size

    def _font(self, operands: bytes) -> tuple[PageFont, float]:
        key = operators.name(operands)
        font = self._resources.Font[f"/{key}"]
        found = self._fonts.get(font.objgen)
        if found is None or font.objgen == (0, 0):
            found = self._fonts[font.objgen] = pagefonts.read(key, font)
        return found, float(operands.split()[-1])

    def _set_rise(self, operands: bytes) -> None:
        self._state.rise = float(operands)

    def _set_letter(self, operands: bytes) -> None:
        self._state.letter = float(operands)

    def _set_word(self, operands: bytes) -> None:
        self._state.word = float(operands)

    def _set_stretch(self, operands: bytes) -> None:
        self._close()
        self._state.stretch = float(operands) / 100

    def _set_leading(self, operands: bytes) -> None:
        self._state.leading = float(operands)

    def _set_mode(self, operands: bytes) -> None:
        self._close()
        self._state.mode = int(operands)

    # Graphics state, paths and clips: ISO 32000-1, 8.4 and 8.5.

    def _save(self, _: bytes) -> None:
        self._stack.append(self._state.copy())

    def _restore(self, _: bytes) -> None:
        self._close()
        if not self._stack:
            raise RenderError("a graphics state is restored that was never saved")
        self._state = self._stack.pop()

    def _transform(self, operands: bytes) -> None:
        self._close()
        self._state.matrix = times(_matrix(operands), self._state.matrix)

    def _rectangle(self, operands: bytes) -> None:
        self._path.append(b"r" + operands)

    def _point(self, operands: bytes) -> None:
        self._path.append(operands)

    def _set_clip(self, _: bytes) -> None:
        self._clipping = True

    def _set_colour(self, operands: bytes) -> None:
        light = self._lights.get(operands)
        if light is None:
            light = self._lights[operands] = lightness(operators.numbers(operands))
        if light != self._state.light:
            self._close()
            self._state.light = light

    def _paint(self, _: bytes) -> None:
        if self._clipping:
            self._narrow(operators.points(self._path))
            self._clipping = False
        self._path = []

    def _fill(self, operands: bytes) -> None:
        if self._path:
            self._cover(self._clipped(operators.points(self._path)))
        self._paint(operands)

    def _fill_between(self, operands: bytes) -> None:
        """Fill by the even-odd rule: two rectangles are a frame, which covers nothing."""
        if [piece[:1] for piece in self._path] == [b"r", b"r"]:
            self._paint(operands)
        else:
            self._fill(operands)

    def _cover(self, box: Box) -> None:
        if self.runs and box[2] - box[0] > COVER and box[3] - box[1] > COVER:
            self.covers.append((len(self.runs), box))

    def _narrow(self, points: list[tuple[float, float]]) -> None:
        """Make the clip smaller: never larger than the bounds of a path."""
        self._close()
        self._state.clip = self._clipped(points)

    def _clipped(self, points: list[tuple[float, float]]) -> Box:
        """Bounds of a path within the clip."""
        box = bounds(points, self._state.matrix) if points else (0.0, 0.0, 0.0, 0.0)
        clip = self._state.clip
        if clip is not None:
            x0, y0 = max(box[0], clip[0]), max(box[1], clip[1])
            box = x0, y0, max(x0, min(box[2], clip[2])), max(y0, min(box[3], clip[3]))
        return box

    def _shade(self, _: bytes) -> None:
        if self._state.clip is not None:
            self.pictures.append(self._state.clip)
            self._cover(self._state.clip)

    def _draw(self, operands: bytes) -> None:
        form = self._resources.XObject[f"/{operators.name(operands)}"]
        if form.get("/Subtype") == "/Image":
            corners = [(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0)]
            self.pictures.append(bounds(corners, self._state.matrix))
            self._cover(self._clipped(corners))
            return
        self._close()
        state = self._state.copy()
        if "/Matrix" in form:
            a, b, c, d, e, f = (float(each) for each in form.Matrix)
            state.matrix = times((a, b, c, d, e, f), state.matrix)
        kept, self._state = self._state, state
        if "/BBox" in form:
            x0, y0, x1, y1 = (float(each) for each in form.BBox)
            self._narrow([(x0, y0), (x1, y0), (x0, y1), (x1, y1)])
        self._state = kept
        self.follow(
            form.read_bytes(),
            form.get("/Resources", self._resources),
            state,
            self._depth + 1,
        )

    # Marked content: ISO 32000-1, 14.6.

    def _mark(self, operands: bytes) -> None:
        self._close()
        found = _CONTENT_ID.search(operands)
        mcid = int(found.group(1)) if found else self._marked[-1][1]
        self._marked.append((operators.name(operands), mcid))

    def _unmark(self, _: bytes) -> None:
        self._close()
        if len(self._marked) > 1:
            self._marked.pop()


def _matrix(operands: bytes) -> Matrix:
    a, b, c, d, e, f = operators.numbers(operands)
    return a, b, c, d, e, f
