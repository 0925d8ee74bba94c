"""What came out of a rendering: the bytes, and what the engine knew about them.

Pure data, and the only thing that the writers and the readers of a PDF in this room
share. Lengths are PDF points (1/72 inch). Positions are in the default user space of
the finished file: x grows to the right, y grows **upwards**, and (0, 0) is the lower
left corner of the *trimmed* page, so that a page with bleed has a media box that
begins below zero.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """A rectangle with its sides along the page, x0 <= x1 and y0 <= y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Say whether a point lies inside, or at most *slack* points outside."""
        return (
            self.x0 - slack <= x <= self.x1 + slack
            and self.y0 - slack <= y <= self.y1 + slack
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where one line of a marked element stands.

    An element of the HTML is marked with ``data-mark="ID"``. It yields one Mark for
    each run of text of one style in each line that it is broken into, in document
    order, so an element in bold and regular type yields at least two.
    """

    id: str
    page: int
    """First page is 0."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    """The words of this run in logical order, as they were laid out."""

    weight: int
    """CSS weight: 400 is regular, 700 bold."""

    italic: bool
    size: float
    """Size of the type in points."""

    family: tuple[str, ...]
    """Families in the order in which they are tried."""

    direction: str
    """``ltr`` or ``rtl``: the direction that the engine laid the run out in."""

    lang: str
    """BCP 47 tag of the language of the run, empty if the HTML gives none."""

    line: int = 0
    """Number of the line within the element, the first one is 0."""

    baseline: float = 0.0
    """Height of the baseline of the run, in points."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in document order, one block a line.

    They are taken from what was laid out, generated text included: first the body of
    the page, then its margins (page numbers, running headers and footers).
    """

    text: str
    blocks: tuple[str, ...] = ()
    """The blocks of its body."""

    furniture: tuple[str, ...] = ()
    """The runs of text in its margins."""

    pieces: tuple[str, ...] = ()
    """What of its body a reader that goes by place takes up by itself: blocks; the lines of
    blocks that stand side by side, each with a space behind it."""

    own: str = ""
    """Words of the body that elements hold themselves: no bullets and numbers of lists,
    nothing that a style sheet writes, and nothing that no tag leads to. White space at line ends is left out."""

    spoken: str = ""
    """Words of the body that tags lead to: no signs that are only to be seen, no heads of
    tables that are said again. Blocks end with a line feed; where a line ends there is the
    space that it ends with, or U+00AD for the hyphen of a broken word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBox:
    """The boxes of one page, in points."""

    media: Rectangle
    """The whole sheet, bleed included."""

    trim: Rectangle
    """What is left when the page is cut; begins at (0, 0)."""

    content: Rectangle
    """The page less its margins: where the body of the text may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A finished PDF, and what a reader of it can be held to."""

    pdf: bytes
    pages: tuple[PageText, ...]
    boxes: tuple[PageBox, ...]
    marks: tuple[Mark, ...]
    notes: tuple[str, ...] = ()
    """What the engine warned about, each once, in the order it was said."""
