"""Take off an edition what marks a draft, once every gate is open."""

from __future__ import annotations

import dataclasses

from leaflets.model.blocks import Block
from leaflets.model.edition import Edition


def without_flags(edition: Edition) -> Edition:
    """Take off an edition what marks a draft: its band, and what is to be checked."""
    checked = {n: dataclasses.replace(f, verify="") for n, f in edition.facts.items()}
    leaflet = edition.leaflet
    sections = tuple(
        dataclasses.replace(s, blocks=_checked(s.blocks)) for s in leaflet.sections
    )
    short = dataclasses.replace(leaflet.short, blocks=_checked(leaflet.short.blocks))
    leaflet = dataclasses.replace(leaflet, sections=sections, short=short)
    return dataclasses.replace(edition, leaflet=leaflet, facts=checked, draft=False)


def _checked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks that a person has checked at their sources."""
    return tuple(dataclasses.replace(block, verify="") for block in blocks)
