"""``leaflets sign``: one person's word for exactly what is there now."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leaflets.build.lock import held
from leaflets.build.manifest import Manifest
from leaflets.cli.main import run
from leaflets.model.work import Artifact, Job

Sign = Callable[..., int]


def events(path: Path) -> list[dict[str, Any]]:
    """Give the events of a ledger."""
    return [json.loads(line) for line in path.read_text().splitlines()]


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
    *read, event = events(own_tea / "content/ledger.jsonl")
    assert (event["by"], event["date"], event["role"]) == ("Ada", "2026-03-01", "author")
    assert event["reading"] == read[-1]["mark"]
    assert {each["event"] for each in read[:-1]} == {"words"}


def test_earlier_lines_of_the_ledger_stay(sign: Sign, own_tea: Path) -> None:
    """A ledger is only ever added to."""
    sign("--role", "author", "--by", "Ada", "--date", "2026-03-01")
    before = (own_tea / "content/ledger.jsonl").read_text()

    sign("--role", "clinical", "--by", "Grace", "--date", "2026-03-02")

    after = (own_tea / "content/ledger.jsonl").read_text()
    assert after.startswith(before)
    assert len(after.splitlines()) == len(before.splitlines()) + 1


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
        (["--role", "author", "--by", "A\x1bda"], 5, "cannot be seen"),
        (["--role", "author", "--by", "Ada", "--date", "2999-01-01"], 2, "still to come"),
        (["--role", "author", "--by", "..."], 5, "holds no letter"),
        (["--role", "author", "--by", "Ada", "--key", "tea.no"], 5, "no message"),
        (["--role", "author", "--by", "Ada", "--meaning-unchanged"], 2, "--key"),
        (["--list", "--by", "Ada"], 2, "only looks"),
        (["--why", "--role", "author"], 2, "only looks"),
        (["--list", "--why"], 2, "say one of"),
        (["--list", "--verify"], 2, "say one of"),
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
    held = events(own_tea / "locales/ar/ledger.jsonl")
    assert [each["role"] for each in held if each["event"] == "signoff"] == ["translator"]


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


def test_every_text_is_listed_where_no_leaflet_is_named(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each leaflet in each language that it can be read in."""
    assert run(["--project", str(own_tea), "sign", "--list", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(t["leaflet"], t["locale"]) for t in said["texts"]] == [
        ("tea", "ar"),
        ("tea", "en"),
        ("tea", "pl"),
    ]
    assert run(["--project", str(own_tea), "sign", "--list", "--locale", "pl"]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("tea in pl, ")


def test_signing_needs_a_leaflet(own_tea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody signs all there is in one go."""
    assert run(["--project", str(own_tea), "sign", "--role", "author", "--by", "Ada"]) == 2
    assert "LEAFLET" in capsys.readouterr().err


def test_why_shows_each_change_with_the_words_before_and_now(
    sign: Sign,
    change: Callable[[str, str, str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is open, who must sign it, and what made it stale."""
    for role in ("author", "clinical"):
        sign("--role", role, "--by", f"Invented {role}")
    change("content/leaflets/tea.yaml", "you cannot see the cup", "you can see the cup")
    change("content/claims/tea.yaml", "certainty: low", "certainty: very-low")
    capsys.readouterr()

    assert sign("--why", "--json") == 0

    left = {each["name"]: each for each in json.loads(capsys.readouterr().out)["open"]}
    changed = left["tea.help.groups.1.items.2"]
    assert changed["original_before"] == "you cannot see the cup"
    assert changed["original_now"] == "you can see the cup"
    assert changed["roles"] == ["author", "clinical"]
    assert left["T-2"]["kind"] == "claim"

    assert sign("--why") == 0
    shown = capsys.readouterr().out
    assert "original was: you cannot see the cup" in shown
    assert "claim T-2" in shown


def test_why_shows_the_words_of_a_translation_before_and_now(
    sign: Sign, own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A changed comma is a change, and the reader sees which."""
    sign("--locale", "pl", "--role", "translator", "--by", "Jan")
    path = own_tea / "locales/pl/LC_MESSAGES/tea.po"
    path.write_text(path.read_text().replace('"Nalej."', '"Nalewaj."'))
    capsys.readouterr()

    assert sign("--locale", "pl", "--why", "--json") == 0

    left = {each["name"]: each for each in json.loads(capsys.readouterr().out)["open"]}
    changed = left["tea.steps.items.3"]
    assert (changed["translation_before"], changed["translation_now"]) == (
        "Nalej.",
        "Nalewaj.",
    )
    assert changed["original_before"] == changed["original_now"] == "Pour."


def test_why_says_so_where_nothing_is_open(
    sign: Sign, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer, not silence."""
    for role in ("author", "clinical"):
        sign("--role", role, "--by", f"Invented {role}")
    capsys.readouterr()
    assert sign("--why") == 0
    assert capsys.readouterr().out == "tea in en: everything is signed\n"


def test_why_names_what_nobody_checked_and_what_is_open_in_the_original(
    sign: Sign,
    change: Callable[[str, str, str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing that keeps a final from leaving is left out."""
    change("content/facts/tea.yaml", "says: telephone", "verify: Call it once., says: tel")
    for role in ("author", "clinical"):
        sign("--role", role, "--by", f"Invented {role}")
    for role in ("translator", "reviser"):
        sign("--locale", "pl", "--role", role, "--by", f"Invented {role}")
    capsys.readouterr()

    assert sign("--why") == 0
    assert "fact:helpline has not been checked" in capsys.readouterr().out
    assert sign("--locale", "pl", "--why") == 0
    assert "its original has 1 open" in capsys.readouterr().out


def test_one_message_is_signed_again_by_its_key(
    sign: Sign, standing: Callable[..., Any], own_tea: Path
) -> None:
    """The rest was signed before and is as it was."""
    sign("--locale", "pl", "--role", "translator", "--by", "Jan")
    path = own_tea / "locales/pl/LC_MESSAGES/tea.po"
    path.write_text(path.read_text().replace('"Nalej."', '"Nalewaj."'))
    assert standing("--locale", "pl")["translator"] == "stale"

    key = ["--key", "tea.steps.items.3"]
    assert sign("--locale", "pl", "--role", "translator", "--by", "Jan", *key) == 0

    assert standing("--locale", "pl")["translator"] == "signed"
    assert sign("--locale", "pl", "--role", "reviser", "--by", "jan", *key) == 5


def test_an_attestation_from_the_command_line_names_the_files_it_wrote(
    sign: Sign,
    standing: Callable[..., Any],
    change: Callable[[str, str, str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The sign-offs stand again; without a sign-off before, nothing is attested."""
    change("content/leaflets/tea.yaml", "small plate under", "small plat under")
    who = ["--role", "author", "--by", "Ada"]
    slip = ["--meaning-unchanged", "--key", "tea.saucer.meaning", *who]
    assert sign(*slip) == 5
    for role in ("author", "clinical"):
        sign("--role", role, "--by", f"Invented {role}")
    change("content/leaflets/tea.yaml", "small plat under", "small plate under")
    assert standing() == {"author": "stale", "clinical": "signed"}

    assert sign(*slip) == 0

    assert standing() == {"author": "signed", "clinical": "signed"}


def test_ledgers_are_proved_against_a_manifest_from_the_command_line(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 where they hold, 1 where something is missing or the manifest cannot be read."""
    call = ["--project", str(own_tea), "sign", "--verify"]
    assert run(call) == 1
    assert "no manifest" in capsys.readouterr().err
    manifest = Manifest()
    state = manifest.rely_on({"0" * 16: "sign-off by 'author' for 'tea' in 'en'"})
    job = Job(
        leaflet="tea", locale="en", imprint="tea-room", format="web", final=True, key="k"
    )
    made = Artifact(
        job=job,
        path="tea/en/tea.en.web.html",
        sha256="0" * 64,
        bytes=1,
        pages=1,
        edition_code="X",
        draft=False,
        ledgers={"content/ledger.jsonl": state},
    )
    manifest.write(own_tea / "output/manifest.json")
    assert run(call) == 0
    assert "0 finals" in capsys.readouterr().out
    manifest.record(made)
    other = own_tea / "other.json"
    manifest.write(other)

    assert run([*call, str(other)]) == 1
    assert "sign-off by 'author' for 'tea' in 'en' is gone" in capsys.readouterr().out
    assert run([*call, str(other), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["finals"], said["findings"][0]["code"]) == (1, "S103")


def test_a_second_signer_waits_for_the_first(
    sign: Sign, own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two who sign at once lose no line: the second is told to wait."""
    ledger = own_tea / "content/ledger.jsonl"
    with held(ledger.with_name(".ledger.jsonl.lock")):
        assert sign("--role", "author", "--by", "Ada") == 1
    assert "another sign-off is being written" in capsys.readouterr().err
    assert sign("--role", "author", "--by", "Ada") == 0


def test_nobody_signs_into_a_ledger_that_is_not_understood(
    sign: Sign, own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says which line, and leaves the file as it is."""
    ledger = own_tea / "content/ledger.jsonl"
    ledger.write_text('{"event": "signoff", "turn": NaN}\n')
    assert sign("--role", "author", "--by", "Ada") == 3
    assert "content/ledger.jsonl:1" in capsys.readouterr().err
    assert ledger.read_text() == '{"event": "signoff", "turn": NaN}\n'
