"""What authors do to a leaflet: by us and by GNU msgmerge, side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.catalogs.scenarios import SCENARIOS, Scenario, by_msgmerge, by_us, table

HOUSE = Path(__file__).parents[2]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.name)
def test_an_edit_leaves_the_translator_with(scenario: Scenario, tmp_path: Path) -> None:
    """What the table says, in both columns."""
    assert by_us(scenario) == scenario.ours
    assert by_msgmerge(scenario, tmp_path) == scenario.gettext


def test_the_page_about_updates_shows_the_very_table() -> None:
    """docs/update.md says what is tested here, row by row."""
    rows = [(s.name, dict(s.gettext), dict(s.ours)) for s in SCENARIOS]
    assert table(rows) in (HOUSE / "docs" / "update.md").read_text(encoding="utf-8")
