"""A small invented project, and the languages of the repository."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.model.locale import Locale

LOCALES = Path(__file__).parents[2] / "locales"

LEAFLET = """\
leaflet: tea
original: en
title: {text: Tea and sleep, note: A calm title.}
purpose: This leaflet is about tea.
sections:
  - id: first
    heading: Before you drink
    blocks:
      - {kind: paragraph, id: how-many, text: "About {poor_sleep} sleep badly [@A1]."}
      - kind: paragraph
        id: wait
        text: {one: "Wait {days.count} day.", other: "Wait {days.count} days.", count: days}
      - {kind: paragraph, id: call, text: "Call [our line](helpline) on {helpline}."}
      - {kind: paragraph, id: calm, text: "Tea is *warm* and calm."}
      - kind: warning
        id: stop
        title: Get help now
        groups: [{lead: Do not wait if, items: [you cannot wake up]}]
evidence:
  searched: 2026-01-02
  written: 2026-01-03
  review: 2028-01-03
  certainty: [{claim: A1, text: "Tea probably keeps people awake [@A1]."}]
  unknowns: [Why.]
  limits: [Adults only.]
  method: We read.
  who: We wrote it.
  funding: Nobody paid.
  conflicts: None.
  updating: Often.
short:
  blocks: [{kind: paragraph, id: brief, text: "Call {helpline}."}]
  certainty: [A1]
  unknowns: [Why.]
  limits: [Adults only.]
"""

FACTS = """\
facts:
  poor_sleep: {kind: proportion, value: 15, of: 100, says: People who sleep badly., claim: A1}
  days: {kind: duration, value: 3, unit: day, says: Days to wait., claim: A1}
  helpline: {kind: phone, value: "020 7946 0123", says: The line to call.}
"""

CLAIMS = """\
claims:
  A1: {statement: Tea keeps people awake., certainty: moderate, reason: One study., sources: [a]}
"""


@pytest.fixture(scope="session")
def locales() -> dict[str, Locale]:
    """Every locale of the repository, by tag."""
    root = LOCALES.parent
    return dict(library.read(Project.at(root)).locales)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a project about tea, with four languages and no translation yet."""
    content = tmp_path / "content"
    for name in ("leaflets", "facts", "claims", "sources", "imprints"):
        (content / name).mkdir(parents=True)
    (content / "leaflets" / "tea.yaml").write_text(LEAFLET)
    (content / "facts" / "tea.yaml").write_text(FACTS)
    (content / "claims" / "tea.yaml").write_text(CLAIMS)
    for name in ("en", "ar", "pl", "fr"):
        (tmp_path / "locales" / name).mkdir(parents=True)
        text = (LOCALES / name / "locale.yaml").read_text()
        (tmp_path / "locales" / name / "locale.yaml").write_text(text)
    return tmp_path


@pytest.fixture
def tea(folder: Path) -> Callable[[], Library]:
    """Read the project about tea as it is now, as often as asked."""

    def read() -> Library:
        held = library.read(Project.at(folder))
        assert held.findings == ()
        return held

    return read


@pytest.fixture
def fr(locales: dict[str, Locale]) -> Locale:
    """French."""
    return locales["fr"]
