"""Every claim of the five seeds has its place, or a reason why it has none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.library.cited import cited

from leaflets.content.library import Library

COUNTS = {"S0": 15, "S1": 24, "S2": 15, "S3": 20, "S4": 27}
"""Claims of each seed, as the dossier counts them: 101."""

VERDICTS = {"supported", "partly", "uncertain", "contradicted", "advertising"}

_ROW = re.compile(r"\| (S\d-\d\d) \| ([^|]+) \| ([a-z]+) \| ([^|]+) \|")
_KEYS = re.compile(r"\(((?:[A-Z]\d-\d\d[a-z]?(?:, )?)+)\)")


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of a seed, as ``docs/seeds.md`` tells it."""

    key: str
    verdict: str
    keys: tuple[str, ...]
    leaflets: frozenset[str]
    reason: str


@pytest.fixture(scope="module")
def rows(root: Path) -> list[Row]:
    """Read the table."""
    found: list[Row] = []
    for line in (root / "docs" / "seeds.md").read_text(encoding="utf-8").splitlines():
        if match := _ROW.fullmatch(line):
            where = match[4].strip()
            keys = _KEYS.search(where)
            named = where[: keys.start()].strip() if keys else ""
            reason = where[keys.end() :] if keys else where
            found.append(
                Row(
                    match[1],
                    match[3],
                    tuple(keys[1].split(", ")) if keys else (),
                    frozenset(named.split(", ")) if named else frozenset(),
                    reason.lstrip("; "),
                )
            )
    return found


def test_every_claim_of_every_seed_has_one_row(rows: list[Row]) -> None:
    """None is passed over, and none stands twice."""
    wanted = [
        f"{seed}-{n:02d}" for seed, count in COUNTS.items() for n in range(1, count + 1)
    ]
    assert [row.key for row in rows] == wanted
    assert {row.verdict for row in rows} == VERDICTS


def test_a_row_names_the_leaflets_that_cite_its_claims(
    rows: list[Row], shelf: Library
) -> None:
    """All of them and no other; and the claims are there."""
    by_claim = cited(shelf)
    told = {row.key: row.leaflets for row in rows if row.keys}
    true = {
        row.key: frozenset[str]().union(*(by_claim.get(key, set()) for key in row.keys))
        for row in rows
        if row.keys
    }
    assert {key for row in rows for key in row.keys} <= set(shelf.claims)
    assert told == true


def test_a_claim_that_is_split_is_named_in_all_its_parts(
    rows: list[Row], shelf: Library
) -> None:
    """S0-01, S0-01a and S0-01b are what one claim of a seed became."""
    for row in rows:
        parts = {key for key in shelf.claims if re.fullmatch(f"{row.key}[a-z]?", key)}
        assert parts <= set(row.keys), row.key


def test_what_was_left_out_says_why(rows: list[Row]) -> None:
    """As advertising, wrong, unsupported, or of no use; in words, and not only a verdict."""
    bare = [row for row in rows if not row.keys]
    assert bare
    assert all(len(row.reason.split()) > 2 or "advertising" in row.reason for row in bare)
    assert all(row.reason for row in rows if row.verdict == "advertising" and not row.keys)
