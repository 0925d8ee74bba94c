"""The work list on a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets.cli.main import run


def _list(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    words = ("catalog", "status", "tea", "--locale", "pl", "--work")
    run(["--project", str(project), *words])
    return capsys.readouterr().out


def test_hidden_characters_of_a_translation_do_nothing_to_a_terminal(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are shown by number: one could wipe out the line that warns of it."""
    path = own_tea / "locales/pl/LC_MESSAGES/tea.po"
    before, title, after = path.read_text().partition('msgctxt "tea.title"')
    head, _, rest = after.partition('msgstr "')
    path.write_text(f'{before}{title}{head}msgstr "\x1b[2K\u202e{rest}')

    shown = _list(own_tea, capsys)

    assert "<U+001B>[2K<U+202E>" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_file_that_cannot_be_used_is_on_the_work_list(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Though no message of it is to be redone."""
    assert _list(own_tea, capsys) == "0 messages to redo, 0 words\n"
    path = own_tea / "locales/pl/LC_MESSAGES/tea.po"
    text = path.read_text()
    start = text.index('msgctxt "tea.title"')
    again = text[start : text.index("\n\n", start)]
    path.write_text(f"{text}\n{again}\n")

    assert "'tea.title' stands twice" in _list(own_tea, capsys)
