"""Sending out and taking in, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from leaflets.catalogs.exchange.kinds import KINDS
from leaflets.cli.main import run

PO = "locales/pl/LC_MESSAGES/tea.po"
ENDINGS = {name: kind.suffix for name, kind in KINDS.items()}


def call(project: Path, *words: str) -> int:
    """Run a ``leaflets catalog`` command in a project."""
    return run(["--project", str(project), "catalog", *words])


@pytest.fixture
def sent(own_tea: Path, tmp_path: Path) -> Path:
    """Send the Polish leaflet out as XLIFF 2.1."""
    path = tmp_path / "tea.xlf"
    words = (
        "export",
        "tea",
        "--locale",
        "pl",
        "--format",
        "xliff21",
        "--output",
        str(path),
    )
    assert call(own_tea, *words) == 0
    return path


def change(path: Path, old: str, new: str) -> None:
    """Change the words of a file, once; they must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", list(KINDS))
def test_what_is_sent_out_is_taken_in_unchanged(
    name: str, own_tea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By default into the working directory, under the leaflet's name and the locale's."""
    monkeypatch.chdir(tmp_path)
    before = (own_tea / PO).read_bytes()

    assert call(own_tea, "export", "tea", "--locale", "pl", "--format", name) == 0
    path = tmp_path / f"tea.pl{ENDINGS[name]}"
    assert path.is_file()
    assert call(own_tea, "import", str(path)) == 0

    assert (own_tea / PO).read_bytes() == before


def test_a_changed_translation_changes_its_entry_and_no_more(
    own_tea: Path, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the header, if it is said who translated."""
    before = (own_tea / PO).read_text()
    change(sent, ">Parzenie herbaty<", ">Jak parzyć herbatę<")

    assert call(own_tea, "import", str(sent), "--by", "Ola Przykład") == 0

    assert f"{PO} written" in capsys.readouterr().out
    expected = before.replace('"Parzenie herbaty"', '"Jak parzyć herbatę"')
    expected = expected.replace("Last-Translator: unnamed", "Last-Translator: Ola Przykład")
    assert (own_tea / PO).read_text() == expected


def test_a_dry_run_writes_nothing(
    own_tea: Path, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what would be taken."""
    before = (own_tea / PO).read_bytes()
    change(sent, ">Parzenie herbaty<", ">Jak parzyć herbatę<")

    assert call(own_tea, "import", str(sent), "--dry-run") == 0

    assert "1 taken" in capsys.readouterr().out
    assert (own_tea / PO).read_bytes() == before


def test_what_is_good_comes_in_beside_what_is_refused(
    own_tea: Path, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The refusal names the key, the exit code tells; --all-or-nothing takes none."""
    before = (own_tea / PO).read_bytes()
    change(sent, ">Parzenie herbaty<", ">Jak parzyć herbatę<")
    change(sent, '<unit id="tea.subtitle"', '<unit id="tea.gone"')
    capsys.readouterr()

    assert call(own_tea, "import", str(sent), "--all-or-nothing") == 1
    assert (own_tea / PO).read_bytes() == before
    assert "'tea.gone' is no message of this leaflet" in capsys.readouterr().out

    assert call(own_tea, "import", str(sent)) == 1
    assert "Jak parzyć herbatę" in (own_tea / PO).read_text()


def test_the_kind_of_a_file_is_in_its_bytes(own_tea: Path, sent: Path) -> None:
    """Whatever it is called."""
    odd = sent.with_name("from-the-translator.docx")
    sent.rename(odd)

    assert call(own_tea, "import", str(odd)) == 0


def test_import_prints_one_json_document(
    own_tea: Path, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the keys that were taken and refused, file by file; the rest goes on."""
    junk = sent.with_name("junk.bin")
    junk.write_bytes(b"\x00\x01junk")
    change(sent, ">Parzenie herbaty<", ">Jak parzyć herbatę<")
    change(sent, '<unit id="tea.subtitle"', '<unit id="tea.gone"')
    capsys.readouterr()

    assert call(own_tea, "import", str(junk), str(sent), "--json") == 4

    said = json.loads(capsys.readouterr().out)
    assert [each["findings"][0]["code"] for each in said["files"][:1]] == ["X101"]
    assert said["files"][1]["taken"] == ["tea.title"]
    assert [each["key"] for each in said["files"][1]["refused"]] == ["tea.gone"]
    assert said["written"] == [PO]


@pytest.mark.parametrize(
    ("swap", "told"),
    [
        (('trgLang="pl"', 'trgLang="xx"'), "'xx', which is no locale"),
        (('trgLang="pl"', 'trgLang="en"'), "into its own language"),
        (('srcLang="en"', 'srcLang="fr"'), "from 'fr', not from 'en'"),
        (('original="tea"', 'original="cocoa"'), "'cocoa', which this project has not"),
    ],
)
def test_a_file_of_another_place_is_refused(
    swap: tuple[str, str],
    told: str,
    own_tea: Path,
    sent: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The wrong locale, the wrong original, or no leaflet of ours."""
    change(sent, *swap)
    capsys.readouterr()

    assert call(own_tea, "import", str(sent)) == 4
    assert told in capsys.readouterr().out


def test_a_file_under_the_name_of_another_locale_changes_nothing(
    own_tea: Path, sent: Path
) -> None:
    """Polish words that say they are Arabic: other marks, so they replace nothing."""
    change(sent, ">Parzenie herbaty<", ">Jak parzyć herbatę<")
    before = {path: path.read_bytes() for path in (own_tea / "locales").rglob("*.po")}
    change(sent, 'trgLang="pl"', 'trgLang="ar"')

    assert call(own_tea, "import", str(sent)) == 1
    assert {
        path: path.read_bytes() for path in (own_tea / "locales").rglob("*.po")
    } == before


def test_states_of_a_file_are_no_sign_offs(own_tea: Path, sent: Path) -> None:
    """'final' is what somebody's tool says."""
    text = sent.read_text(encoding="utf-8")
    sent.write_text(text.replace('state="translated"', 'state="final"'), encoding="utf-8")
    held = sorted(own_tea.rglob("ledger.jsonl"))

    assert call(own_tea, "import", str(sent)) == 0
    assert sorted(own_tea.rglob("ledger.jsonl")) == held


def test_a_catalog_that_cannot_be_read_is_not_written_over(
    own_tea: Path, sent: Path
) -> None:
    """What came in waits until it is mended."""
    (own_tea / PO).write_text('msgid "broken\n', encoding="utf-8")

    assert call(own_tea, "import", str(sent)) == 4
    assert (own_tea / PO).read_text(encoding="utf-8") == 'msgid "broken\n'
    assert call(own_tea, "export", "tea", "--locale", "pl", "--format", "tmx") == 4


def test_several_leaflets_go_into_a_folder(
    own_tea: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file each, and what needs nothing is not written."""
    folder = tmp_path / "out"
    words = (
        "--locale",
        "pl",
        "--locale",
        "ar",
        "--format",
        "table",
        "--output",
        str(folder),
    )

    assert call(own_tea, "export", "tea", "phrases", *words) == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "phrases.ar.xlsx",
        "phrases.pl.xlsx",
        "tea.ar.xlsx",
        "tea.pl.xlsx",
    ]

    capsys.readouterr()
    assert call(own_tea, "export", "tea", *words, "--needs", "missing") == 0
    assert "nothing to send" in capsys.readouterr().err


def test_a_memory_without_drafts_holds_what_people_translated(
    own_tea: Path, tmp_path: Path
) -> None:
    """A machine's draft in a memory comes back as a match."""
    text = (own_tea / PO).read_text()
    at = text.index('msgctxt "tea.title"')
    start = text.rindex("# original", 0, at)
    (own_tea / PO).write_text(f"{text[:start]}# machine draft\n{text[start:]}")
    path = tmp_path / "tea.tmx"
    words = ("export", "tea", "--locale", "pl", "--format", "tmx", "--output", str(path))

    assert call(own_tea, *words) == 0
    assert 'tuid="tea.title"' in path.read_text()
    assert call(own_tea, *words, "--translated-by-people", "--overwrite") == 0
    assert 'tuid="tea.title"' not in path.read_text()
    assert 'tuid="tea.subtitle"' in path.read_text()


def test_a_translator_s_file_is_not_written_over(
    own_tea: Path, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What came back lies where it went out; the same bytes again are no harm."""
    words = (
        "export",
        "tea",
        "--locale",
        "pl",
        "--format",
        "xliff21",
        "--output",
        str(sent),
    )
    assert call(own_tea, *words) == 0
    change(sent, ">Parzenie herbaty<", ">Jak parzyć herbatę<")

    assert call(own_tea, *words) == 2
    assert "is there already" in capsys.readouterr().err
    assert "Jak parzyć herbatę" in sent.read_text(encoding="utf-8")
    assert call(own_tea, *words, "--overwrite") == 0
    assert "Jak parzyć herbatę" not in sent.read_text(encoding="utf-8")


def test_the_original_s_own_language_is_not_sent_out(own_tea: Path) -> None:
    """A wrong command line, as are a leaflet or a locale that are not there."""
    rest = ("--format", "tmx")
    assert call(own_tea, "export", "tea", "--locale", "en", *rest) == 2
    assert call(own_tea, "export", "tea", "--locale", "xx", *rest) == 2
    assert call(own_tea, "export", "cocoa", "--locale", "pl", *rest) == 2


def test_what_came_in_and_looks_dangerous_is_said_at_once(
    own_tea: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is written, for a person decides; the finding names the file and the key."""
    path = tmp_path / "tea.xlsx"
    call(
        own_tea,
        "export",
        "tea",
        "--locale",
        "pl",
        "--format",
        "table",
        "--output",
        str(path),
    )
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    row = next(r for r in sheet.iter_rows() if r[0].value == "tea.title")
    place = next(i for i, cell in enumerate(sheet[1]) if "ranslation" in str(cell.value))
    row[place].value = row[place - 1].value
    book.save(path)
    capsys.readouterr()

    call(own_tea, "import", str(path))

    said = capsys.readouterr().out
    assert f"{path}: warning T351 translation of 'tea.title'" in said
    assert "1 taken" in said
