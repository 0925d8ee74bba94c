"""Ledgers: what is understood, what is not, and that the order never matters."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.review.desk import attested, ledger, part, reviewed, signed, text

from leaflets.review.coverage import coverage
from leaflets.review.events import Check, as_line
from leaflets.review.gate import still_open
from leaflets.review.ledger import Ledger, lost, read_ledger

HOUSE = Path(__file__).resolve().parents[2]
GOOD = [as_line(event) for event in signed(text(), "author")]
SIGNOFF: dict[str, Any] = json.loads(GOOD[-1])


def written(folder: Path, *lines: str | bytes) -> Path:
    """Write a ledger of these lines after good ones."""
    path = folder / "ledger.jsonl"
    whole = [each.encode() if isinstance(each, str) else each for each in (*GOOD, *lines)]
    path.write_bytes(b"".join(whole))
    return path


def line(**changes: object) -> str:
    """Give the line of a sign-off, some of it changed; None leaves a name out."""
    event = {**SIGNOFF, **changes}
    return json.dumps({k: v for k, v in event.items() if v is not None}) + "\n"


HOSTILE: dict[str, str | bytes] = {
    "half a line": '{"event": "signoff"\n',
    "a list": "[]\n",
    "a number": "7\n",
    "nothing": "null\n",
    "no event": "{}\n",
    "an unknown event": '{"event": "x"}\n',
    "an event that is a list": '{"event": ["signoff"]}\n',
    "ten megabytes": b'{"event": "' + b"a" * (10 << 20) + b'"}\n',
    "a NUL": '{"event": "signoff", "by": "\0"}\n',
    "an escaped NUL": line(by="Ada\0"),
    "not a number": line().replace('"turn": 1', '"turn": NaN'),
    "infinity": line().replace('"turn": 1', '"turn": Infinity'),
    "a fraction": line(turn=1.5),
    "a huge number": line().replace('"turn": 1', '"turn": ' + "9" * 5000),
    "a turn too far": line(turn=10**11),
    "no turn": line(turn=0),
    "a truth": line(turn=True),
    "a name twice": line().replace("{", '{"role": "author", ', 1),
    "deep nesting": "[" * 100_000 + "\n",
    "deep objects": '{"a":' * 100_000 + "\n",
    "a byte order mark": b"\xef\xbb\xbf" + line().encode(),
    "Windows' line end": line().replace("\n", "\r\n"),
    "not UTF-8": b'{"event": "\xff"}\n',
    "half a surrogate": line(by="Ada \ud800"),
    "a control character": line(by="Ada\x1b[2J"),
    "a hidden character": line(by="Ada\u202eadA"),
    "no name": line(by="  "),
    "a long name": line(by="A" * 500),
    "an unknown role": line(role="king"),
    "no date": line(date="yesterday"),
    "a day that never was": line(date="2026-02-30"),
    "another form of date": line(date="20260203"),
    "a field too many": line(more=1),
    "a field too few": line(date=None),
    "a number for words": line(by=7),
    "a path for a name": line(leaflet="../tea"),
    "a reading of nothing": line(reading="0" * 32),
    "another leaflet's reading": line(leaflet="coffee"),
    "another locale's reading": line(locale="pl"),
    "forged words": GOOD[0].replace("Pour", "Spill"),
    "a forged reading": GOOD[-2].replace("111111111111", "222222222222"),
    "words that are a number": '{"event": "words", "mark": "000000000000", "words": 3}\n',
    "an attestation by a clinician": as_line(
        attested(part("a", "b"), part("a", "c"))[-1]
    ).replace('"author"', '"clinical"'),
    "a review of no locale": as_line(reviewed(part("a", "b"), "author")[-1]).replace(
        '"locale": "en", ', ""
    ),
    "a state of grace": as_line(reviewed(part("a", "b"), "author")[-1]).replace(
        "reviewed", "blessed"
    ),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_line_that_is_no_event_is_a_finding_and_counts_for_nothing(
    name: str, tmp_path: Path
) -> None:
    """What is not understood neither signs nor stops the reading of the rest."""
    path = written(tmp_path, HOSTILE[name], line(role="clinical"))
    read, found = read_ledger(path, "content/ledger.jsonl")
    assert [(f.code in ("S101", "S102"), f.origin.line) for f in found] == [
        (True, len(GOOD) + 1)
    ]
    assert all(len(f.message) < 300 and f.message.isprintable() for f in found)
    assert [s.role for s in read.signoffs] == ["author", "clinical"]


def test_what_a_merge_left_behind_is_called_that(tmp_path: Path) -> None:
    """A clerk is told what to take out, not what JSON expected."""
    _, found = read_ledger(written(tmp_path, "<<<<<<< HEAD\n"), "content/ledger.jsonl")
    assert "left over from a merge" in found[0].message


def test_a_ledger_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """Nobody has signed yet: that is no mistake."""
    assert read_ledger(tmp_path / "none.jsonl", "none.jsonl") == (Ledger(), ())


def test_a_folder_in_place_of_a_ledger_is_a_finding(tmp_path: Path) -> None:
    """It can neither be read nor added to."""
    read, found = read_ledger(tmp_path, "content/ledger.jsonl")
    assert read == Ledger()
    assert [f.code for f in found] == ["S100"]


def test_a_last_line_without_an_end_counts(tmp_path: Path) -> None:
    """An editor may have cut the line end off."""
    path = written(tmp_path, line(role="clinical").rstrip("\n"))
    read, found = read_ledger(path, "x")
    assert (len(read.signoffs), found) == (2, ())


def test_the_order_of_lines_never_matters(tmp_path: Path) -> None:
    """Any order gives the same ledger, and the same gate."""
    now = text(words={"tea.pour": "Pour it."})
    events = [
        *signed(text(), "author"),
        *signed(now, "author", turn=2),
        *signed(now, "clinical", turn=3),
        Check(name="fact:x", by="Ada", date="2026-02-03", fingerprint="a" * 64),
    ]
    lines = [as_line(event) for event in events]
    seen = set()
    for seed in range(5):
        random.Random(seed).shuffle(lines)
        path = tmp_path / "ledger.jsonl"
        path.write_text("".join(lines), encoding="utf-8")
        read, found = read_ledger(path, "x")
        held = coverage(read, Ledger(), "tea", "en")
        left = still_open(now, held, ("author", "clinical"))
        assert not found
        seen.add((left, held.original_signed("tea.pour"), frozenset(read.vouched)))
    assert [(left, words) for left, words, _ in seen] == [((), "Pour it.")]


def test_two_branches_that_both_signed_merge_without_a_conflict(tmp_path: Path) -> None:
    """Git joins ledgers line by line (``merge=union``), and both sign-offs count."""

    def git(*words: str) -> None:
        who = ["-c", "user.name=Invented", "-c", "user.email=i@example.org"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q", "-b", "trunk")
    (tmp_path / "content").mkdir()
    (tmp_path / ".gitattributes").write_bytes((HOUSE / ".gitattributes").read_bytes())
    path = tmp_path / "content/ledger.jsonl"
    start = "".join(as_line(e) for e in signed(text(words={"tea.pour": "x"}), "author"))
    path.write_text(start, encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "start")
    for branch, role in (("one", "author"), ("two", "clinical")):
        git("checkout", "-q", "-b", branch, "trunk")
        more = "".join(as_line(e) for e in signed(text(), role, turn=2))
        path.write_text(start + more, encoding="utf-8")
        git("commit", "-q", "-a", "-m", branch)
    git("merge", "-q", "one")

    read, found = read_ledger(path, "content/ledger.jsonl")
    assert not found
    held = coverage(read, Ledger(), "tea", "en")
    assert still_open(text(), held, ("author", "clinical")) == ()


def test_words_that_were_signed_and_are_gone_are_missed() -> None:
    """A sign-off stands on words that can be shown; each mark is asked for."""
    events = signed(text(), "author")
    whole, cut = ledger(events), ledger(events[1:])
    assert list(lost(whole)) == []
    assert [mark for mark, _ in lost(cut)] == [text().words[0].mark]


def test_turns_go_on_from_the_highest() -> None:
    """So that the last sign-off is known though the order of lines is not."""
    assert Ledger().next_turn == 1
    assert ledger(signed(text(), "author", turn=7)).next_turn == 8
