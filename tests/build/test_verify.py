"""Ledgers against manifests: what a final relied on is still there, or is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.build.signers import sign_all, sign_as
from tests.conftest import lay_out

from leaflets.build import make
from leaflets.build.inputs import Inputs
from leaflets.build.manifest import Manifest
from leaflets.build.plan import survey
from leaflets.build.record import Recorder
from leaflets.build.verify import verify
from leaflets.build.work import Outcome
from leaflets.build.workshop import Workshop
from leaflets.content.project import Project
from leaflets.errors import LeafletsError
from leaflets.model.work import Job

LEDGERS = ("content/ledger.jsonl", "locales/pl/ledger.jsonl")


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with one final in Polish, and its manifest; for copying."""
    folder = tmp_path_factory.mktemp("left")
    root = lay_out(folder / "project")
    sign_all(root)
    shop = Workshop(root, folder)
    job = Job(
        leaflet="tea",
        locale="pl",
        imprint="tea-room",
        format="web",
        final=True,
        key="a" * 64,
    )
    recorder = Recorder(root / "output", Manifest(), Inputs(), survey(shop.project))
    recorder.settle(Outcome(job=job, result=make.make(shop, job)))
    recorder.close()
    return root


@pytest.fixture
def built(left: Path, tmp_path: Path) -> Path:
    """Give a copy of that project, which a test may spoil."""
    return shutil.copytree(left, tmp_path / "project")


def wrong(root: Path) -> list[tuple[str, str]]:
    """Give code and message of all that is found."""
    finals, found = verify(Project.at(root), root / "output/manifest.json")
    assert finals == 1
    return [(finding.code, finding.message) for finding in found]


def some_of(lines: list[str]) -> list[tuple[int, str]]:
    """Choose the first and the last line of every kind, and some of those between."""
    kinds: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        kinds.setdefault(json.loads(line)["event"], []).append(number)
    assert set(kinds) == {"words", "reading", "signoff"}
    chosen = {0, *range(0, len(lines), 40)}
    chosen.update(number for held in kinds.values() for number in (held[0], held[-1]))
    return [(number, lines[number]) for number in sorted(chosen)]


def test_ledgers_that_nobody_touched_hold(built: Path) -> None:
    """Nothing is found where nothing was changed."""
    assert wrong(built) == []


def test_added_lines_and_another_order_are_no_matter(built: Path) -> None:
    """A ledger grows, and two branches join in any order."""
    sign_as(built, "pl", "lay")
    for name in LEDGERS:
        path = built / name
        path.write_text("".join(reversed(path.read_text().splitlines(keepends=True))))
    assert wrong(built) == []


@pytest.mark.parametrize("name", LEDGERS)
def test_whichever_line_is_removed_is_missed(built: Path, name: str) -> None:
    """Each one: who vouched, what lay before them, and the very words."""
    path = built / name
    lines = path.read_text().splitlines(keepends=True)
    assert len(lines) > 100
    for number, line in some_of(lines):
        path.write_text("".join(lines[:number] + lines[number + 1 :]))
        found = wrong(built)
        event = json.loads(line)
        assert found, event["event"]
        if event["event"] == "signoff":
            assert found[0][0] == "S103"
            assert f"sign-off by {event['role']!r} for 'tea'" in found[0][1]
        if event["event"] == "words":
            assert event["mark"] in found[0][1]


@pytest.mark.parametrize("name", LEDGERS)
def test_whichever_line_is_edited_is_missed(built: Path, name: str) -> None:
    """Another name, day, mark or word in the place of one that was signed."""
    path = built / name
    lines = path.read_text().splitlines(keepends=True)
    for number, line in some_of(lines):
        event = json.loads(line)
        if event["event"] == "signoff":
            event["by"] = "Somebody Else"
        elif event["event"] == "words" and isinstance(event["words"], list):
            event["words"][0] += "!"
        elif event["event"] == "words":
            event["words"]["words"][0] += "!"
        else:
            event["locale"] = "ar"
        edited = json.dumps(event, ensure_ascii=False, sort_keys=True) + "\n"
        path.write_text("".join([*lines[:number], edited, *lines[number + 1 :]]))
        assert wrong(built), event["event"]


def test_a_ledger_that_is_gone_is_missed(built: Path) -> None:
    """Each sign-off that a final relied on is named."""
    (built / "locales/pl/ledger.jsonl").unlink()
    assert [message.partition(" is gone")[0] for _, message in wrong(built)] == [
        f"sign-off by {role!r} for 'tea' in 'pl' of 2026-02-03"
        for role in ("reviser", "translator")
    ]


def test_a_manifest_names_nobody_and_stays_small(built: Path) -> None:
    """Who signed is in the ledger; the manifest keeps digests of their lines."""
    text = (built / "output/manifest.json").read_text()
    assert "Invented" not in text
    assert sorted(map(len, json.loads(text)["ledgers"].values())) == [2, 2]


def test_a_manifest_whose_states_were_edited_is_not_believed(built: Path) -> None:
    """A digest stands for the lines of a state; others are refused."""
    path = built / "output/manifest.json"
    data = json.loads(path.read_text())
    for lines in data["ledgers"].values():
        lines.clear()
    path.write_text(json.dumps(data))
    with pytest.raises(LeafletsError, match="no manifest"):
        wrong(built)


@pytest.mark.parametrize("name", ["../../elsewhere.jsonl", "/etc/passwd", "locales/xx/l"])
def test_a_manifest_cannot_lead_out_of_the_project(built: Path, name: str) -> None:
    """A ledger that the project does not have is missed, never opened."""
    path = built / "output/manifest.json"
    data = json.loads(path.read_text())
    (made,) = data["artifacts"]
    made["ledgers"] = {name: made["ledgers"]["content/ledger.jsonl"]}
    path.write_text(json.dumps(data))
    assert {code for code, _ in wrong(built)} == {"S103"}


def test_a_final_without_a_ledger_is_found(built: Path) -> None:
    """Nothing may leave that nobody let."""
    path = built / "output/manifest.json"
    data = json.loads(path.read_text())
    data["artifacts"][0]["ledgers"] = {}
    path.write_text(json.dumps(data))
    assert [code for code, _ in wrong(built)] == ["S104"]
