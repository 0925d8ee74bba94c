"""Mend a fault of the engine: a line that ends after its first word.

Where words fit a line, and only the space behind them does not, WeasyPrint 70.0 measures
the line with that space, finds it too wide and keeps the first word alone
(``text.line_break.split_first_line``, step 3). It happens wherever words are followed by an
element, so before every placed fact: "We / do not know. In a trial of 40 women". Here the
words are asked for again without the space, which no line needs at its end (CSS Text 3,
section 4.1.3), and the rest of the paragraph goes on behind it.
"""

from __future__ import annotations

import math
from typing import Any

from weasyprint.layout import inline

_ENGINES = inline.split_first_line
_COLLAPSING = ("normal", "pre-line")


def split_first_line(
    text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **named: Any
) -> Any:
    """Fit as much of a text as possible into a line of *max_width* CSS pixels.

    Takes and returns what the engine's own function does: layout, length and place to
    resume at (bytes of UTF-8), width, height and baseline.
    """
    found = _ENGINES(text, style, context, max_width, *rest, **named)
    resume = found[2]
    bare = text.rstrip(" ")
    if (
        resume is None
        or max_width is None
        or math.isinf(max_width)
        or len(bare) == len(text)
        or resume >= len(bare.encode())
        or style["white_space"] not in _COLLAPSING
    ):
        return found
    layout, length, left, width, height, baseline = _ENGINES(
        bare, style, context, max_width, *rest, **named
    )
    if left is None and length and width <= max_width:
        return layout, length, len(text.encode()), width, height, baseline
    return found


def mend() -> None:
    """Let the engine break lines by this function; a second time changes nothing."""
    inline.split_first_line = split_first_line
