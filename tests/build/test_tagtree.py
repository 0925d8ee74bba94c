"""The tags of a leaflet are what a person has read and found right."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from tests.build import golden

from leaflets.build.workshop import Workshop
from leaflets.model.blocks import KINDS
from leaflets.model.evidence import FULL_PARTS
from leaflets.pdf import tagtree


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


@pytest.mark.parametrize(("locale", "name"), golden.SHOWN)
def test_the_tags_are_those_that_were_read(
    workshop: Workshop, locale: str, name: str
) -> None:
    """Whoever changes them on purpose writes them anew: python -m tests.build.golden."""
    path = golden.FOLDER / f"tea.{locale}.{name}.txt"
    _, rendered = golden.drawn(workshop, locale, name)
    now = tagtree.written(rendered.pdf).splitlines()
    kept = path.read_text(encoding="utf-8").splitlines()
    changed = list(difflib.unified_diff(kept, now, path.name, "now", lineterm=""))
    assert not changed, "\n".join(changed)


def test_the_leaflet_that_is_shown_has_every_kind_of_block(workshop: Workshop) -> None:
    """Otherwise a kind could lose its tags and nobody would see it."""
    leaflet = workshop.library.leaflets["tea"]
    used = {block.kind for section in leaflet.sections for block in section.blocks}
    assert used == {kind.kind for kind in KINDS}


def test_every_part_of_the_evidence_has_a_heading_in_the_tags(workshop: Workshop) -> None:
    """All of them of one level, under the heading of the section."""
    _, rendered = golden.drawn(workshop, "en", "screen")
    tree = tagtree.read(rendered.pdf)
    nodes = [node for top in tree.top for node in top.all()]
    kinds = [node.kind for node in nodes if node.kind in {"H1", "H2", "H3"}]
    end = len(kinds) - 1 - kinds[::-1].index("H2")
    start = end - len(FULL_PARTS) - 1
    assert kinds[start:end] == ["H2"] + ["H3"] * len(FULL_PARTS)


def test_the_same_leaflet_gives_the_same_text(workshop: Workshop) -> None:
    """So that two of them can be compared line by line."""
    _, rendered = golden.drawn(workshop, "en", "screen")
    assert tagtree.written(rendered.pdf) == tagtree.written(rendered.pdf)
