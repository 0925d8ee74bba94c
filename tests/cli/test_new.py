"""Beginning a leaflet, a source, a clinic or a language: right at once, and honest about it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from leaflets.cli.main import run
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.model.facts import FactKind

BEGUN = [
    ("leaflet", "rinsing", "--title", 'Rinsing: "why", and how?'),
    ("imprint", "river-clinic", "--name", "River: the clinic"),
    ("source", "SMITH-2024", "--title", "Of cups", "--doi", "10.1000/x1", "--year", "2024"),
    ("locale", "uk"),
    ("locale", "ps"),
    ("locale", "zh-Hant"),
]


def new(project: Path, *words: str) -> int:
    """Run ``leaflets new`` in a project."""
    return run(["--project", str(project), "new", *words])


def shelf(project: Path) -> Library:
    """Read the project as it is now."""
    return library.read(Project.at(project))


def tree(project: Path) -> dict[str, bytes]:
    """Read every file of content and of locales, by its name."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for folder in ("content", "locales")
        for path in (project / folder).rglob("*")
        if path.is_file()
    }


def errors(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """List the errors that ``leaflets check`` finds."""
    capsys.readouterr()
    run(["--project", str(project), "check", "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [each["message"] for each in found if each["severity"] == "error"]


@pytest.mark.parametrize("words", BEGUN, ids=lambda words: f"{words[0]} {words[1]}")
def test_what_is_begun_has_no_error(
    words: tuple[str, ...], own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``leaflets check`` finds none that was not there before."""
    before = errors(own_tea, capsys)
    assert new(own_tea, *words) == 0
    assert errors(own_tea, capsys) == before


@pytest.mark.parametrize("words", BEGUN, ids=lambda words: f"{words[0]} {words[1]}")
def test_what_exists_is_never_written_over(words: tuple[str, ...], own_tea: Path) -> None:
    """A second time is refused, and nothing changes."""
    assert new(own_tea, *words) == 0
    held = tree(own_tea)
    assert new(own_tea, *words) != 0
    assert tree(own_tea) == held


def test_a_leaflet_is_begun_whole_or_not_at_all(own_tea: Path) -> None:
    """Where the claims of its name are somebody's, not even the leaflet is written."""
    (own_tea / "content" / "claims" / "rinsing.yaml").write_text("claims: {}\n")
    held = tree(own_tea)
    assert new(own_tea, "leaflet", "rinsing") == 3
    assert tree(own_tea) == held


def test_a_begun_leaflet_says_what_is_still_to_be_written(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By line, and until the author has written it."""
    assert new(own_tea, "leaflet", "rinsing", "--title", "Rinsing") == 0
    run(["--project", str(own_tea), "check", "--all"])
    said = capsys.readouterr().out
    path = own_tea / "content" / "leaflets" / "rinsing.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    marked = {
        number for number, line in enumerate(lines, 1) if "TO WRITE:" in line and number > 4
    }
    found = {
        int(line.split(":")[1])
        for line in said.splitlines()
        if line.startswith("content/leaflets/rinsing.yaml:") and "C410" in line
    }
    assert len(found) == len(marked) > 10
    assert "stands for" not in said
    assert shelf(own_tea).leaflets["rinsing"].title.words == "Rinsing"


def test_a_begun_leaflet_can_be_seen_as_a_draft_and_never_be_final(
    own_tea: Path, tmp_path: Path
) -> None:
    """Its author looks at a page at once; nobody can give it to a patient."""
    assert new(own_tea, "leaflet", "rinsing", "--title", "Rinsing") == 0
    where = ["build", "rinsing", "--format", "web", "--executor", "here", "--output"]
    assert run(["--project", str(own_tea), *where, str(tmp_path / "o")]) == 0
    assert run(["--project", str(own_tea), *where, str(tmp_path / "p"), "--final"]) == 5


def test_a_begun_clinic_is_stamped_until_its_own_numbers_stand_there(own_tea: Path) -> None:
    """What it holds is nobody's number."""
    assert new(own_tea, "imprint", "river-clinic", "--name", "River: the clinic") == 0
    imprint = shelf(own_tea).imprints["river-clinic"]
    assert imprint.demonstration
    assert imprint.name == "River: the clinic"
    phones = [c.fact.value for c in imprint.contacts if c.fact.kind is FactKind.PHONE]
    assert phones
    assert all(phone.startswith("020 7946 0") for phone in phones)


def test_a_begun_source_holds_what_was_given_and_nothing_else(own_tea: Path) -> None:
    """No author, page or year is guessed."""
    assert new(own_tea, "source", "LEE_1", "--title", "Of pots", "--pmid", "123") == 0
    assert shelf(own_tea).sources["LEE_1"].csl == {
        "id": "LEE_1",
        "type": "article-journal",
        "title": "Of pots",
        "PMID": "123",
    }


@pytest.mark.parametrize(
    ("tag", "held"),
    [
        ("uk", {"direction": "ltr", "script": "Cyrl", "name": "українська"}),
        ("ps", {"direction": "rtl", "script": "Arab", "digits": "arabext"}),
        ("so", {"script": "Latn", "english": "Somali"}),
        ("he", {"direction": "rtl", "script": "Hebr"}),
    ],
)
def test_a_begun_language_is_what_cldr_says(
    tag: str, held: dict[str, str], own_tea: Path
) -> None:
    """Direction, script, digits and names are looked up, not asked."""
    assert new(own_tea, "locale", tag) == 0
    locale = shelf(own_tea).locales[tag]
    assert {name: getattr(locale, name) for name in held} == held
    assert locale.machine


def test_a_begun_language_takes_the_fonts_of_its_script(own_tea: Path) -> None:
    """What a person has measured for one language serves its neighbour."""
    neighbour = shelf(own_tea).locales["ar"]
    assert new(own_tea, "locale", "ps") == 0
    begun = shelf(own_tea).locales["ps"]
    assert (begun.fonts, begun.line_height) == (neighbour.fonts, neighbour.line_height)


def test_a_begun_language_can_be_translated_and_built(
    own_tea: Path, tmp_path: Path
) -> None:
    """Catalogs are made for it, and a draft says that nothing is translated yet."""
    assert new(own_tea, "locale", "uk") == 0
    project = ["--project", str(own_tea)]
    assert run([*project, "catalog", "update", "--locale", "uk"]) == 0
    words = ["build", "tea", "--locale", "uk", "--format", "web", "--executor", "here"]
    assert run([*project, *words, "--output", str(tmp_path)]) == 0


@pytest.mark.parametrize(
    "words",
    [
        ("leaflet", "Tea Time"),
        ("leaflet", "../../etc"),
        ("leaflet", "tea--time"),
        ("leaflet", "x" * 41),
        ("leaflet", "rinsing", "--original", "xx"),
        ("leaflet", "rinsing", "--title", "a\nb"),
        ("imprint", "-"),
        ("imprint", "river", "--name", "\u202eriver"),
        ("source", "A/B", "--title", "t", "--pmid", "1"),
        ("source", "AB", "--title", "t"),
        ("source", "AB", "--title", "t", "--doi", "https://doi.org/10.1000/x"),
        ("source", "AB", "--title", "t", "--pmid", "1; 2"),
        ("source", "AB", "--title", "t", "--pmcid", "123"),
        ("source", "AB", "--title", "t", "--url", "javascript:alert(1)"),
        ("locale", "UK"),
        ("locale", "../uk"),
    ],
)
def test_a_name_that_can_be_no_file_is_refused(
    words: tuple[str, ...], own_tea: Path
) -> None:
    """It is a mistake of the command line, and nothing is written."""
    held = tree(own_tea)
    assert new(own_tea, *words) == 2
    assert tree(own_tea) == held


def test_a_language_that_cldr_does_not_know_is_refused(own_tea: Path) -> None:
    """Nobody is left with a locale that cannot write a number."""
    assert new(own_tea, "locale", "tlh") == 4


def test_a_folder_that_is_no_project_is_refused(own_tea: Path) -> None:
    """With the exit code of content."""
    shutil.rmtree(own_tea / "locales")
    assert new(own_tea, "leaflet", "rinsing") == 3
