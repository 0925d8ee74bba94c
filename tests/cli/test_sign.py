"""``leaflets sign``: one person's word for exactly what is there now."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leaflets.cli.main import run

Sign = Callable[..., int]


@pytest.fixture
def sign(own_tea: Path) -> Sign:
    """Run ``leaflets sign tea`` in the tests' project."""

    def call(*words: str) -> int:
        return run(["--project", str(own_tea), "sign", "tea", *words])

    return call


@pytest.fixture
def standing(sign: Sign, capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Give the state of each role, by name."""

    def ask(*words: str) -> dict[str, str]:
        capsys.readouterr()
        assert sign("--list", "--json", *words) == 0
        said = json.loads(capsys.readouterr().out)
        return {each["role"]: each["state"] for each in said["standings"]}

    return ask


def test_nothing_is_signed_at_first(standing: Callable[..., Any]) -> None:
    """The list names every role that a format asks for, in each language its own."""
    assert standing() == {"author": "missing", "clinical": "missing"}
    assert standing("--locale", "ar") == {"translator": "missing", "reviser": "missing"}


def test_a_signoff_is_added_to_the_ledger(
    sign: Sign, standing: Callable[..., Any], own_tea: Path
) -> None:
    """Who, in which role, on which day, for which fingerprint."""
    assert sign("--role", "author", "--by", " Ada ", "--date", "2026-03-01") == 0

    assert standing() == {"author": "signed", "clinical": "missing"}
    (line,) = (own_tea / "content/ledger.jsonl").read_text().splitlines()
    event = json.loads(line)
    assert (event["by"], event["date"], event["role"]) == ("Ada", "2026-03-01", "author")
    assert len(event["fingerprint"]) == 64


def test_earlier_lines_of_the_ledger_stay(sign: Sign, own_tea: Path) -> None:
    """A ledger is only ever added to."""
    sign("--role", "author", "--by", "Ada", "--date", "2026-03-01")
    before = (own_tea / "content/ledger.jsonl").read_text()

    sign("--role", "clinical", "--by", "Grace", "--date", "2026-03-02")

    after = (own_tea / "content/ledger.jsonl").read_text()
    assert after.startswith(before)
    assert len(after.splitlines()) == 2


def test_one_changed_word_makes_a_signoff_stale(
    sign: Sign, standing: Callable[..., Any], change: Callable[[str, str, str], Path]
) -> None:
    """It covered what was read, and nothing that came after."""
    sign("--role", "author", "--by", "Ada")

    change("content/leaflets/tea.yaml", "Heat the water.", "Heat some water.")

    assert standing()["author"] == "stale"


def test_a_changed_number_makes_a_signoff_stale(
    sign: Sign, standing: Callable[..., Any], change: Callable[[str, str, str], Path]
) -> None:
    """A figure is part of what was read, though no word of the leaflet changes."""
    sign("--role", "author", "--by", "Ada")

    change("content/facts/tea.yaml", "value: ", "value: 9")

    assert standing()["author"] == "stale"


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["--role", "author"], 2, "--by"),
        (["--by", "Ada"], 2, "--role"),
        (["--role", "author", "--by", "  "], 2, "--by"),
        (["--role", "author", "--checked", "fact:x", "--by", "Ada"], 2, "--role"),
        (["--role", "king", "--by", "Ada"], 2, "'author'"),
        (["--role", "author", "--by", "Ada", "--locale", "xx"], 2, "no locale"),
        (["--role", "translator", "--by", "Ada"], 5, "author, clinical"),
        (["--checked", "fact:nothing", "--by", "Ada"], 5, "needs no check"),
    ],
)
def test_what_cannot_be_signed_is_refused(  # noqa: PLR0917
    sign: Sign,
    own_tea: Path,
    words: list[str],
    code: int,
    hint: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With the reason, and not a line in a ledger."""
    assert sign(*words) == code
    assert hint in capsys.readouterr().err
    assert not (own_tea / "content/ledger.jsonl").exists()


def test_an_unknown_leaflet_is_a_wrong_command_line(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the one that may have been meant."""
    assert run(["--project", str(own_tea), "sign", "te", "--list"]) == 2
    assert "did you mean 'tea'?" in capsys.readouterr().err


def test_a_reviser_is_not_the_translator(
    sign: Sign, own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """ISO 17100 asks for a second person, however the name is written."""
    assert sign("--locale", "ar", "--role", "translator", "--by", "Noor Ali") == 0

    assert sign("--locale", "ar", "--role", "reviser", "--by", "NOOR ali ") == 5

    assert "another person" in capsys.readouterr().err
    assert len((own_tea / "locales/ar/ledger.jsonl").read_text().splitlines()) == 1


def test_a_translation_that_is_not_whole_cannot_be_signed(
    sign: Sign, own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text that nobody translated cannot be vouched for."""
    path = own_tea / "locales/ar/LC_MESSAGES/tea.po"
    path.write_text(path.read_text().replace("msgctxt", "#, fuzzy\nmsgctxt", 1))

    assert sign("--locale", "ar", "--role", "translator", "--by", "Noor") == 5
    assert "not translated, fuzzy or stale" in capsys.readouterr().err


def test_content_with_an_error_cannot_be_signed(
    sign: Sign,
    change: Callable[[str, str, str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The place of the error is said."""
    change("content/leaflets/tea.yaml", "Pour.", "Pour {nothing}.")

    assert sign("--role", "author", "--by", "Ada") == 3
    assert "content/leaflets/tea.yaml:" in capsys.readouterr().err


def test_a_check_at_the_source_is_recorded(
    sign: Sign, standing: Callable[..., Any], change: Callable[[str, str, str], Path]
) -> None:
    """What the dossier could not verify, a person does; by name, and for this value."""
    change("content/facts/tea.yaml", "says: telephone", "verify: Call it once., says: tel")
    (name,) = [role for role in standing() if role.startswith("fact:")]
    assert standing()[name] == "missing"

    assert sign("--checked", name, "--by", "Ada", "--date", "2026-03-01") == 0

    assert standing()[name] == "signed"
    change("content/facts/tea.yaml", "Call it once.", "Call it twice.")
    assert standing()[name] == "missing"


def test_people_get_a_list(sign: Sign, capsys: pytest.CaptureFixture[str]) -> None:
    """Each role with its state, and who signed."""
    sign("--role", "author", "--by", "Ada", "--date", "2026-03-01")
    capsys.readouterr()

    assert sign("--list") == 0

    assert "  author: signed by Ada, 2026-03-01\n  clinical: missing\n" in (
        capsys.readouterr().out
    )
