"""Translating back, blind: a sheet goes out without the original, and comes in beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from leaflets.catalogs import store
from leaflets.catalogs.backwards import mark_of, outdated, said_back, with_back
from leaflets.catalogs.exchange import blindsheet
from leaflets.cli.main import run
from leaflets.content import library
from leaflets.content.project import Project

PO = "locales/pl/LC_MESSAGES/tea.po"

Rows = list[dict[str, str]]
Fill = Callable[[Callable[[Rows], None]], Path]


def call(project: Path, *words: str) -> int:
    """Run ``leaflets catalog back`` in a project."""
    return run(["--project", str(project), "catalog", "back", "pl", *words])


def rows(path: Path) -> Rows:
    """Read a sheet as a spreadsheet shows it."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def backs(project: Path) -> dict[str, str]:
    """Say what stands beside each translation of the leaflet in Polish."""
    shelf = library.read(Project.at(project))
    catalog = store.read(project / PO, PO, shelf.locales["pl"])
    return {
        key: back for key, entry in catalog.entries.items() if (back := said_back(entry))
    }


@pytest.fixture
def fill(own_tea: Path, tmp_path: Path) -> Fill:
    """Send the sheet out and let somebody write into it."""

    def filled(write: Callable[[Rows], None]) -> Path:
        path = tmp_path / "blind.csv"
        assert call(own_tea, "tea", "--output", str(path)) == 0
        lines = rows(path)
        write(lines)
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            sheet = csv.DictWriter(stream, blindsheet.COLUMNS)
            sheet.writeheader()
            sheet.writerows(lines)
        return path

    return filled


def _all(lines: Rows) -> None:
    for number, line in enumerate(lines):
        line["back-translation"] = f"What number {number} says."


def test_the_sheet_shows_no_word_of_the_original(own_tea: Path, tmp_path: Path) -> None:
    """A reader who sees the English writes the English: it must not be there."""
    path = tmp_path / "blind.csv"
    assert call(own_tea, "tea", "--output", str(path)) == 0

    shelf = library.read(Project.at(own_tea))
    catalog = store.read(own_tea / PO, PO, shelf.locales["pl"])
    risky = {" | ".join(e.forms): e.words for e in catalog.entries.values()}
    lines = rows(path)
    assert lines
    for line in lines:
        assert risky[line["translation"]] not in ",".join(line.values())


def test_what_comes_back_stands_beside_its_translation(own_tea: Path, fill: Fill) -> None:
    """In the catalog, for every message that has the words; a second time changes nothing."""
    path = fill(_all)
    assert call(own_tea, "--read", str(path)) == 0
    before = (own_tea / PO).read_bytes()
    assert set(backs(own_tea).values()) == {
        f"What number {number} says." for number in range(len(rows(path)))
    }
    assert call(own_tea, "--read", str(path)) == 0
    assert (own_tea / PO).read_bytes() == before


def test_what_is_done_is_not_sent_out_again(
    own_tea: Path, fill: Fill, tmp_path: Path
) -> None:
    """Only ``--again`` sends a wording out a second time."""
    lines = rows(path := fill(_all))
    assert call(own_tea, "--read", str(path)) == 0
    left, again = tmp_path / "left.csv", tmp_path / "again.csv"
    assert call(own_tea, "tea", "--output", str(left)) == 0
    assert call(own_tea, "tea", "--again", "--output", str(again)) == 0
    assert rows(left) == []
    assert len(rows(again)) == len(lines)


def test_words_that_have_changed_since_are_refused(
    own_tea: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was read is gone: the row is named by its line, and the others come in."""

    def wrong(lines: Rows) -> None:
        _all(lines)
        lines[0]["mark"] = "000000000000"

    path = fill(wrong)
    assert call(own_tea, "--read", str(path)) == 1
    assert "blind.csv:2: error X102" in capsys.readouterr().out
    assert len(set(backs(own_tea).values())) == len(rows(path)) - 1


def test_a_changed_translation_silences_its_back_translation(
    own_tea: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was of other words: it is said no more, and ``leaflets check`` names the message."""
    assert call(own_tea, "--read", str(fill(_all))) == 0
    shelf = library.read(Project.at(own_tea))
    catalog = store.read(own_tea / PO, PO, shelf.locales["pl"])
    key, entry = next((k, e) for k, e in catalog.entries.items() if said_back(e))
    text = (own_tea / PO).read_text(encoding="utf-8")
    form = entry.forms[0].split()[0]
    head, _, tail = text.partition(f'msgctxt "{key}"')
    (own_tea / PO).write_text(
        f'{head}msgctxt "{key}"' + tail.replace(f'"{form}', f'"Ależ {form}', 1),
        encoding="utf-8",
    )

    assert key not in backs(own_tea)
    capsys.readouterr()
    run(["--project", str(own_tea), "check", "--all"])
    said = capsys.readouterr().out
    assert f"warning T387 translation of {key!r} has changed since" in " ".join(
        said.split()
    )


def test_what_nobody_has_translated_back_is_counted(
    own_tea: Path, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    """One remark for a catalog, gone when all is done."""

    def asked() -> bool:
        capsys.readouterr()
        run(["--project", str(own_tea), "check", "--all"])
        return f"{PO}: info T386" in capsys.readouterr().out

    assert asked()
    assert call(own_tea, "--read", str(fill(_all))) == 0
    assert not asked()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe\x00", "X101"),
        (b"locale,mark,translation\r\npl,1,a\r\n", "X102"),
        (b'locale,mark,translation,back-translation\r\npl,"a', "X101"),
        (b"", "X102"),
        (b"locale,mark,translation,back-translation\r\npl,1,a,b\r\nar,2,a,b\r\n", "X102"),
    ],
)
def test_a_sheet_that_is_none_is_refused(
    data: bytes,
    code: str,
    own_tea: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is written, and the exit code is that of catalogs."""
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    before = (own_tea / PO).read_bytes()
    assert call(own_tea, "--read", str(path)) == 4
    assert f"error {code}" in capsys.readouterr().out
    assert (own_tea / PO).read_bytes() == before


def test_words_that_cannot_be_seen_are_not_taken(own_tea: Path, fill: Fill) -> None:
    """A mark that turns the direction could make a reviewer read what is not there."""

    def hidden(lines: Rows) -> None:
        lines[0]["back-translation"] = "Do \u202enot\u202c wait."

    assert call(own_tea, "--read", str(fill(hidden))) == 1
    assert backs(own_tea) == {}


def test_a_sheet_of_another_language_is_refused(own_tea: Path, fill: Fill) -> None:
    """A sheet put into the wrong catalog says so at once."""

    def other(lines: Rows) -> None:
        _all(lines)
        for line in lines:
            line["locale"] = "ar"

    assert call(own_tea, "--read", str(fill(other))) == 2


def test_a_cell_that_a_spreadsheet_would_calculate_stays_words() -> None:
    """What begins like a formula is sent out behind an apostrophe."""
    line = ("pl", "0" * 12, "'=1+1", "")
    assert b"'=1+1" in blindsheet.write([line])


def test_only_present_words_have_a_back_translation(own_tea: Path) -> None:
    """A new reading takes the place of the old one."""
    shelf = library.read(Project.at(own_tea))
    catalog = store.read(own_tea / PO, PO, shelf.locales["pl"])
    entry = next(e for e in catalog.entries.values() if e.translated)
    once = with_back(entry, "one " * 40)
    twice = with_back(once, "two")

    assert said_back(once) == ("one " * 40).strip()
    assert (said_back(twice), outdated(twice)) == ("two", False)
    assert all(len(line) < 100 for line in once.comments)
    assert sum(mark_of(entry) in line for line in twice.comments) == 1


def test_a_broken_catalog_is_refused_and_left_as_it_is(own_tea: Path, fill: Fill) -> None:
    """What cannot be read whole is not written over."""
    path = fill(_all)
    broken = (own_tea / PO).read_text(encoding="utf-8").replace("msgstr", "msgstrr", 3)
    (own_tea / PO).write_text(broken, encoding="utf-8")
    assert call(own_tea, "--read", str(path)) == 4
    assert (own_tea / PO).read_text(encoding="utf-8") == broken
