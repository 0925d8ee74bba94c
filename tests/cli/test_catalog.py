"""The translator's side door on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaflets.cli.main import run


def call(project: Path, *words: str) -> int:
    """Run a ``leaflets catalog`` command in a project."""
    return run(["--project", str(project), "catalog", *words])


def test_extract_writes_templates_once(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second time they are in step."""
    assert call(own_tea, "extract") == 0
    assert "locales/phrases.pot" in capsys.readouterr().out
    assert call(own_tea, "extract") == 0
    assert capsys.readouterr().out == "templates are in step\n"


def test_update_begins_a_locale_and_is_then_in_step(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every locale that is named gets a file for each leaflet."""
    tag = next(
        path.parent.name
        for path in sorted(own_tea.glob("locales/*/locale.yaml"))
        if path.parent.name != "en"
    )
    assert call(own_tea, "update", "--locale", tag.replace("_", "-")) == 0
    capsys.readouterr()
    assert call(own_tea, "update", "--locale", tag.replace("_", "-")) == 0
    assert capsys.readouterr().out == "catalogs are in step\n"


def test_a_locale_that_is_not_there_is_a_wrong_command_line(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the names that are."""
    assert call(own_tea, "update", "--locale", "xx") == 2
    assert "no locale 'xx'; there are:" in capsys.readouterr().err


def test_status_prints_one_json_document(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Counts and the work list, and nothing else on stdout."""
    call(own_tea, "update")
    capsys.readouterr()
    call(own_tea, "status", "--json")
    found = json.loads(capsys.readouterr().out)
    assert all(
        entry["messages"]
        == sum(entry[s] for s in ("signed", "reviewed", "translated", "machine", "fuzzy"))
        + sum(entry[s] for s in ("stale", "missing", "refused"))
        for entry in found
    )
    assert found


def test_a_catalog_that_does_not_parse_exits_with_four(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With file and line, and nothing written over."""
    path = next(iter(sorted(own_tea.glob("locales/*/LC_MESSAGES/*.po"))))
    path.write_text('msgid "open\n')
    assert call(own_tea, "status") == 4
    shown = path.relative_to(own_tea).as_posix()
    assert f"{shown}:1: error T101" in capsys.readouterr().out
    assert call(own_tea, "update") == 4
    assert f"{shown}:1" in capsys.readouterr().err
    assert path.read_text() == 'msgid "open\n'


def test_update_says_what_became_of_the_messages(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In words, and as one JSON document; --check writes nothing and exits with 1."""
    call(own_tea, "update", "--locale", "ar")
    capsys.readouterr()
    path = next(iter(sorted(own_tea.glob("content/leaflets/*.yaml"))))
    new = "blocks:\n      - {kind: paragraph, id: brand-new, text: Something new.}\n"
    path.write_text(path.read_text().replace("blocks:\n", new, 1))
    before = {po: po.read_bytes() for po in own_tea.glob("locales/ar/LC_MESSAGES/*.po")}

    assert call(own_tea, "update", "--locale", "ar", "--check") == 1
    assert "1 new" in capsys.readouterr().out
    assert {po: po.read_bytes() for po in before} == before
    assert call(own_tea, "update", "--locale", "ar", "--json") == 0
    said = {each["path"]: each for each in json.loads(capsys.readouterr().out)}
    name = f"locales/ar/LC_MESSAGES/{path.stem}.po"
    assert said[name]["new"] == 1
    assert said[name]["changed"]
    assert set(said[name]) >= {"kept", "moved", "fuzzy", "emptied", "new", "obsolete"}
    assert call(own_tea, "update", "--locale", "ar", "--check") == 0
    assert capsys.readouterr().out == "catalogs are in step\n"


def test_extract_refuses_a_template_that_asks_for_no_phrase(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With file and line, before anything is written."""
    templates = own_tea / "templates"
    templates.mkdir(exist_ok=True)
    (templates / "extra.html").write_text('\n{{ phrase("no.such.phrase") }}\n')
    for pot in own_tea.glob("locales/*.pot"):
        pot.unlink()
    assert call(own_tea, "extract") == 3
    assert "templates/extra.html:2" in capsys.readouterr().err
    assert list(own_tea.glob("locales/*.pot")) == []
