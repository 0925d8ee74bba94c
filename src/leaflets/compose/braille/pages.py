"""Lines to pages, so that nothing stands apart that belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leaflets.compose.braille.lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text, before it has its place on a page."""

    line: Line | None = None
    """None for a blank line."""

    holds: bool = False
    """True where the next line must stand on the same page."""

    block: int = -1
    """Which block of the narrative it is of; less than 0 for none."""

    @property
    def cells(self) -> str:
        """What stands in it."""
        return self.line.cells if self.line else ""


def paged(rows: Sequence[Row], lines: int) -> list[list[Row]]:
    """Set rows on pages of *lines* lines.

    What holds together goes on the next page together; only what is longer than a page is
    parted. No page begins or ends with a blank line.
    """
    pages: list[list[Row]] = [[]]
    for group in _groups(rows):
        if len(pages[-1]) + len(group) > lines and len(group) <= lines:
            pages.append([])
        for row in group:
            if len(pages[-1]) == lines:
                pages.append([])
            if row.line or pages[-1]:
                pages[-1].append(row)
    for page in pages:
        while page and page[-1].line is None:
            page.pop()
    return [page for page in pages if page]


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    held = False
    for row in rows:
        if held:
            groups[-1].append(row)
        else:
            groups.append([row])
        held = row.holds
    return groups
