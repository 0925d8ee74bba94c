"""Say the colours of a content stream in inks, and let black text overprint.

Goes over the operations as the engine made them, before they are bytes. Every colour
becomes DeviceCMYK; in the group of a soft mask, where colours stand for light, it becomes
DeviceGray. Text in black ink alone is printed over what is below, so that no paper shows
where the plates do not meet; all else knocks out, white above all.
"""

from __future__ import annotations

from typing import Any

from leaflets.errors import RenderError
from leaflets.pdf.press.separation import Separation

OVERPRINT, KNOCKOUT = "over", "out"
"""Names of the graphics states for text in black, and for all else."""

STATES = {
    OVERPRINT: {"Type": "/ExtGState", "op": "true", "OP": "false", "OPM": 1},
    KNOCKOUT: {"Type": "/ExtGState", "op": "false", "OP": "false", "OPM": 0},
}
"""Fills overprint, strokes do not: the outline of a letter may be white. With OPM 1 the
three inks that black text has none of are left as they are below (ISO 32000-1, 11.7.4.3)."""

_ON, _OFF = f"/{OVERPRINT} gs".encode(), f"/{KNOCKOUT} gs".encode()
_DEVICE = {b"rg": "DeviceRGB", b"g": "DeviceGray", b"k": "DeviceCMYK"}
_SPACE, _VALUE = (b"cs", b"CS"), (b"sc", b"scn", b"SC", b"SCN")
_OPERATORS = frozenset(
    (b"q", b"Q", b"BT", b"ET", *_DEVICE, *(o.upper() for o in _DEVICE), *_SPACE, *_VALUE)
)
_SPECIAL = {"Pattern", "All"}
"""Spaces that are left as they are: patterns have colours of their own, and All is the
space of printer's marks."""

BLACK = (0.0, 0.0, 0.0, 1.0)


class Rewriter:
    """Rewrites one content stream."""

    def __init__(self, separation: Separation, *, mask: bool, on_page: bool) -> None:
        self._separation = separation
        self._mask = mask
        self._spaces = {False: "DeviceGray", True: "DeviceGray"}
        # A page begins in black; a form in whatever its page was painting with.
        self._black = on_page and not mask
        self._saved: list[tuple[bool, dict[bool, str]]] = []
        self._in_text = self._over = False
        self._written: list[Any] = []
        self.overprints = False
        """Whether a piece of text overprints."""

    def rewrite(self, parts: list[Any]) -> list[Any]:
        """Give the operations of a stream again, in inks."""
        written = self._written
        for given in parts:
            part = given.encode() if isinstance(given, str) else given
            if not isinstance(part, bytes):
                written.append(part)
                continue
            operator = part[part.rfind(b" ") + 1 :]
            if operator in _OPERATORS:
                self._operation(operator, part)
            else:
                written.append(part)
        return written

    def _operation(self, operator: bytes, part: bytes) -> None:
        if operator == b"BT":
            self._written.append(part)
            self._in_text = True
            self._agree()
        elif operator == b"ET":
            self._in_text = False
            self._agree()
            self._written.append(part)
        elif operator == b"q":
            self._saved.append((self._black, self._spaces.copy()))
            self._written.append(part)
        elif operator == b"Q":
            if self._saved:
                self._black, self._spaces = self._saved.pop()
            self._written.append(part)
        else:
            self._colour(operator, part)

    def _colour(self, operator: bytes, part: bytes) -> None:
        stroke = operator.isupper()
        operands = part.split()[:-1]
        lower = operator.lower()
        if lower in _DEVICE:
            self._spaces[stroke] = _DEVICE[lower]
        elif lower == b"cs":
            self._spaces[stroke] = space = operands[0][1:].decode()
            if space in _SPECIAL:
                self._written.append(part)
                self._painted(stroke, black=False)
            return
        space = self._spaces[stroke]
        if space in _SPECIAL:
            self._written.append(part)
            return
        said, black = self._said(space, tuple(operands), stroke)
        self._written.append(said)
        self._painted(stroke, black=black)

    def _said(
        self, space: str, operands: tuple[bytes, ...], stroke: bool
    ) -> tuple[bytes, bool]:
        try:
            values = tuple(float(operand) for operand in operands)
        except ValueError:
            raise RenderError(f"a colour of {space} cannot be read") from None
        if self._mask:
            grey = self._separation.light(space, values)
            return b"%.4g %s" % (grey, b"G" if stroke else b"g"), False
        inks = self._separation.inks(space, values)
        text = b" ".join(b"%.4g" % ink for ink in inks)
        return text + (b" K" if stroke else b" k"), inks == BLACK

    def _painted(self, stroke: bool, *, black: bool) -> None:
        if not stroke:
            self._black = black
            if self._in_text:
                self._agree()

    def _agree(self) -> None:
        """Let text overprint just while it is black."""
        over = self._in_text and self._black and not self._mask
        if over != self._over:
            self._written.append(_ON if over else _OFF)
            self._over = over
            self.overprints = True
