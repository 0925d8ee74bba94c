"""An author renames a block, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from leaflets.content import yamlfile
from leaflets.content.leafletshape import LeafletShape, make_leaflet
from leaflets.model.walk import texts

TEA = Path(__file__).parents[1] / "project" / "content" / "leaflets" / "tea.yaml"


def was(extra: str) -> dict[str, str]:
    """Read a leaflet with some more lines; the old key of every Text that has one."""
    file, found = yamlfile.read(f"{TEA.read_text(encoding='utf-8')}\n{extra}", "tea.yaml")
    assert file is not None
    assert found == ()
    leaflet = make_leaflet(LeafletShape.model_validate(file.data), file)
    return {text.key: text.was for text in texts(leaflet) if text.was}


def test_without_a_word_nothing_was_renamed() -> None:
    """Texts have the keys they have."""
    assert was("") == {}


def test_a_renamed_block_tells_the_old_key_of_each_of_its_texts() -> None:
    """Whole blocks, blocks of the short form, and single Texts; the nearest name counts."""
    found = was(
        "renamed: {old-points: points, short.did: short.do, old-points.items.9: points.items.1}"
    )
    assert found["tea.points.items.1"] == "tea.old-points.items.9"
    assert found["tea.points.items.2"] == "tea.old-points.items.2"
    assert found["tea.short.do.items.1"] == "tea.short.did.items.1"
    assert {key.split(".")[1] for key in found} == {"points", "short"}


def test_a_renamed_section_keeps_its_heading() -> None:
    """A section has one Text of its own."""
    assert was("renamed: {begin: start}") == {"tea.start.heading": "tea.begin.heading"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("renamed: {points: help}", "is gone, but it is there"),
        ("renamed: {old: nowhere}", "which is not there"),
        ("renamed: {old: point}", "which is not there"),
        ("renamed: {old: points, older: points}", "leads twice"),
        ("renamed: {'o ld': points}", "pattern"),
        ("renamed: {'../x': points}", "pattern"),
        ("renamed: [points]", "dictionary"),
    ],
)
def test_a_rename_that_cannot_be_true_is_refused(line: str, reason: str) -> None:
    """A typing slip would cost a translation."""
    with pytest.raises(ValidationError, match=reason):
        was(line)
