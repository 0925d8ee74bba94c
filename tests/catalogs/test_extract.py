"""Templates, and pybabel."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from tests.catalogs.desk import domain_of

from leaflets.catalogs.extract import extract_leaflet, write_templates
from leaflets.content.library import Library
from leaflets.errors import ContentError

Read = Callable[[], Library]


def test_a_template_holds_every_message_and_no_line_number(tea: Read, folder: Path) -> None:
    """The same bytes the second time, and after a line was put on top."""
    assert [p.name for p in write_templates(tea())] == ["phrases.pot", "tea.pot"]
    text = (folder / "locales" / "tea.pot").read_text()
    assert text.count("msgctxt ") == len(domain_of(tea()).messages)
    assert "#: content/leaflets/tea.yaml\n" in text
    path = folder / "content" / "leaflets" / "tea.yaml"
    path.write_text("# on top\n" + path.read_text())
    assert write_templates(tea()) == ()


def test_gettext_merges_a_template_into_a_catalog(tea: Read, folder: Path) -> None:
    """Those who use msgmerge may."""
    write_templates(tea())
    pot = folder / "locales" / "tea.pot"
    po = folder / "fr.po"
    done = subprocess.run(
        ["msginit", "--no-translator", "-l", "fr", "-i", str(pot), "-o", str(po)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    done = subprocess.run(
        ["msgmerge", "-q", "-o", "-", str(po), str(pot)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "# original: " in done.stdout
    assert 'msgctxt "tea.title"' in done.stdout


def test_babel_extracts_keys_words_plurals_and_notes(tea: Read, folder: Path) -> None:
    """The entry point serves ``pybabel extract``."""
    path = folder / "content" / "leaflets" / "tea.yaml"
    with path.open("rb") as stream:
        found = list(
            extract("leaflets.catalogs.extract:extract_leaflet", stream, DEFAULT_KEYWORDS)
        )
    by_key = {context: (line, words, notes) for line, words, notes, context in found}
    assert set(by_key) == {message.key for message in domain_of(tea()).messages}
    line, words, notes = by_key["tea.wait.text"]
    assert words == ("Wait {days.count} day.", "Wait {days.count} days.")
    assert path.read_text().splitlines()[line - 1].strip().startswith("text: {one:")
    assert any("duration 3 day" in note for note in notes)


def test_a_file_that_is_no_leaflet_is_an_error_with_its_line() -> None:
    """Nothing is extracted from half a file."""
    with pytest.raises(ContentError, match="missing"):
        list(extract_leaflet(io.BytesIO(b"leaflet: tea\n"), {}, (), {}))
    with pytest.raises(ContentError, match="does not parse"):
        list(extract_leaflet(io.BytesIO(b"leaflet: [\n"), {}, (), {}))
