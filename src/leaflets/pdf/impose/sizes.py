"""Whether pages are of one size, and fit the sheet they are to lie on."""

from __future__ import annotations

from collections.abc import Sequence

from leaflets.errors import RenderError
from leaflets.pdf.impose.leaf import POINTS, Leaf

SLACK = 0.1 * POINTS
"""Points by which sizes may differ and count as the same: a tenth of a millimetre."""

_NAMED = 5
"""Pages that a message names."""


def alike(leaves: Sequence[Leaf]) -> None:
    """Raise RenderError if pages differ in size, and name those that do."""
    first = leaves[0]
    other = [
        leaf
        for leaf in leaves
        if abs(leaf.width - first.width) > SLACK or abs(leaf.height - first.height) > SLACK
    ]
    if other:
        named = ", ".join(f"page {leaf.number} {leaf.size}" for leaf in other[:_NAMED])
        more = f" and {len(other) - _NAMED} more" if len(other) > _NAMED else ""
        raise RenderError(
            f"page 1 measures {first.size}, but {named}{more}",
            hint="pages that share a sheet are of one size",
        )


def needed(
    spare: float, sheet: tuple[float, float], block: tuple[float, float], room: float
) -> None:
    """Raise RenderError if less than *room* is spare round a *block* on its sheet."""
    if spare >= room - SLACK:
        return
    w, h = (side / POINTS for side in sheet)
    bw, bh = ((side + 2 * room) / POINTS for side in block)
    what = "the pages with what stands round them" if room else "the pages side by side"
    raise RenderError(
        f"{what} need a sheet of {bw:.1f} × {bh:.1f} mm, and it has {w:g} × {h:g} mm",
        hint="pages are never made smaller: take a larger sheet",
    )
