"""``leaflets check``: every mistake in one go, with its place and its exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leaflets.cli.main import run

Change = Callable[[str, str, str], Path]


def check(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[Any]]:
    """Check a project; give the exit code and the findings."""
    capsys.readouterr()
    code = run(["--project", str(root), "check", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["exit_code"] == code
    return code, said["findings"]


def test_a_project_without_errors_is_nought(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Warnings are said, and stop nothing."""
    code, findings = check(tea, capsys)

    assert code == 0
    assert all(finding["severity"] != "error" for finding in findings)


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("content/leaflets/tea.yaml", "leaflet: tea", "leaflet: [tea", 3),
        ("content/leaflets/tea.yaml", "subtitle:", "subtitel:", 3),
        ("content/claims/tea.yaml", "sources: [", "sources: [NOBODY, ", 3),
        ("content/leaflets/tea.yaml", "Pour.", '"Pour {nothing}."', 3),
        ("content/leaflets/tea.yaml", "Pour.", "Pour <b>tea</b>.", 3),
        ("content/imprints/tea-room.yaml", "tea-room.svg", "../../x.svg", 3),
        ("locales/ar/LC_MESSAGES/tea.po", "ولا ينسكب {kept}", "ولا ينسكب {kpet}", 4),
        ("locales/ar/LC_MESSAGES/tea.po", "سخّن الماء", "<i>سخّن الماء", 4),
        ("locales/ar/LC_MESSAGES/tea.po", "msgstr", "msgstrr", 4),
        ("locales/ar/locale.yaml", "tag: ar", "tag: [", 4),
    ],
)
def test_a_mistake_is_found_in_its_file(  # noqa: PLR0917
    change: Change,
    capsys: pytest.CaptureFixture[str],
    name: str,
    old: str,
    new: str,
    code: int,
) -> None:
    """With its line, and the code of content (3) or of locales and catalogs (4)."""
    root = change(name, old, new)

    found_code, findings = check(root, capsys)

    errors = [finding for finding in findings if finding["severity"] == "error"]
    assert found_code == code
    assert name in {finding["path"] for finding in errors}
    assert all(finding["line"] for finding in errors if finding["path"] == name)


def test_a_ledger_that_is_not_understood_is_found(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A torn line counts for nothing, and someone must look."""
    (own_tea / "content/ledger.jsonl").write_text('{"event": "signoff"\n')

    code, findings = check(own_tea, capsys)

    assert code == 3
    assert "content/ledger.jsonl" in {finding["path"] for finding in findings}


def test_a_catalog_without_its_leaflet_is_still_read(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own mistakes are found, and nothing else is asked of it."""
    folder = own_tea / "locales/ar/LC_MESSAGES"
    (folder / "coffee.po").write_text("msgstr msgstr\n")

    code, findings = check(own_tea, capsys)

    assert code == 4
    assert "locales/ar/LC_MESSAGES/coffee.po" in {finding["path"] for finding in findings}


def test_people_see_each_mistake_and_a_count(
    change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    """Place, severity, code and message in a line; many of a kind are not all shown."""
    root = change("content/leaflets/tea.yaml", "Pour.", '"Pour {nothing}."')
    path = root / "locales/ar/LC_MESSAGES/tea.po"
    path.write_text(path.read_text().replace("msgctxt", "#, fuzzy\nmsgctxt"))

    assert run(["--project", str(root), "check"]) == 3
    short = capsys.readouterr().out
    assert run(["--project", str(root), "check", "--all"]) == 3
    whole = capsys.readouterr().out

    assert "content/leaflets/tea.yaml:" in short
    assert ": error " in short
    assert "--all shows them" in short
    assert len(whole.splitlines()) > len(short.splitlines())
    assert " errors, " in short.splitlines()[-1]


def test_the_day_is_asked_at_the_edge_and_can_be_named(
    tea: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A review that is past is an error from the next day on, whatever day it is."""
    monkeypatch.setenv("LEAFLETS_TODAY", "2028-02-01")
    assert check(tea, capsys)[0] == 0
    monkeypatch.setenv("LEAFLETS_TODAY", "2028-02-02")
    code, findings = check(tea, capsys)
    assert code == 3
    assert [f["code"] for f in findings if f["severity"] == "error"] == ["E320"]
    monkeypatch.setenv("LEAFLETS_TODAY", "tomorrow")
    assert run(["--project", str(tea), "check"]) == 2
