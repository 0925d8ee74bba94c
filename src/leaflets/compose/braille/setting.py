"""Blocks to rows: filled, parted by blank lines, held where they belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leaflets.compose.braille.blocks import Block
from leaflets.compose.braille.lines import Line, centred, fill
from leaflets.compose.braille.pages import Row
from leaflets.compose.braille.speech import Said

KEPT = 2
"""Lines of what follows that a heading keeps with it on a page."""


def rows(blocks: Sequence[Block], said: Sequence[Said], columns: int) -> list[Row]:
    """Set blocks, each with its cells, in rows of *columns* cells."""
    found: list[Row] = []
    kept = 0
    blank = True
    for at, (block, cells) in enumerate(zip(blocks, said, strict=True)):
        if block.before and not blank:
            # A blank line between a heading and what it heads must hold them too.
            found.append(Row(holds=kept > 0))
        lines = _lines(block, cells, columns)
        if block.rule:
            kept = 1 if block.before else 0
            _hold_last(found, block)
        for index, line in enumerate(lines):
            if block.heading or block.rule:
                holds = not (block.rule and block.after)
            else:
                kept -= 1
                holds = kept > 0 and index + 1 < len(lines)
            found.append(Row(line, holds, at))
        if block.heading:
            kept = KEPT
        elif not block.rule and lines:
            kept = 0
        blank = block.after or bool(block.rule)
        if block.after:
            found.append(Row(holds=block.heading))
    return found


def _lines(block: Block, said: Said, columns: int) -> list[Line]:
    if block.rule:
        return [Line(text=block.rule * columns)]
    if block.centred:
        return centred(said, columns)
    return fill(said, columns, block.first, block.over)


def _hold_last(found: list[Row], rule: Block) -> None:
    """Keep the last line of a box on the page of its last words."""
    if rule.after and found:
        found[-1] = replace(found[-1], holds=True)
