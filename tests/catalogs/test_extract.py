"""Templates, and pybabel."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from tests.catalogs.desk import domain_of

from leaflets.catalogs.domains import domains
from leaflets.catalogs.extract import extract_leaflet, extract_phrases, write_templates
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError, LocaleError

HOUSE = Path(__file__).parents[2]

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


def test_pybabel_finds_the_same_keys_words_and_comments(tmp_path: Path) -> None:
    """The real ``pybabel extract``, on this repository, by the babel.cfg that it ships."""
    pot = tmp_path / "all.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F"]
    done = subprocess.run(
        [*command, "babel.cfg", "-o", str(pot), "."],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    theirs = {
        unit.msgctxt: (
            (unit.msgid, unit.msgid_plural) if unit.msgid_plural else (unit.msgid,),
            unit.comment.split(),
            "python-brace-format" in unit.flags,
        )
        for unit in polib.pofile(str(pot))
    }
    ours = {
        message.key: (
            (message.words, message.other) if message.other else (message.words,),
            " ".join(message.notes).split(),
            "{" in message.words,
        )
        for domain in domains(library.read(Project.at(HOUSE)))
        for message in domain.messages
    }
    assert theirs == ours


def test_damaged_phrases_are_an_error() -> None:
    """Not a traceback of a library."""
    for text in (b"phrases: [\n", b"phrases: {a: b}\n", b"phrases: 3\n"):
        with pytest.raises(LocaleError, match="damaged"):
            list(extract_phrases(io.BytesIO(text), {}, (), {}))
