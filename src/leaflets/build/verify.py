"""Prove a project's ledgers against the manifest of what left the house.

Every final in a manifest names the state of the ledgers that opened its gate: digests of
every line by which somebody vouches. One that has gone since, or was edited, is missing
among the lines of now; the readings and words that those stand on carry their own digests
and are asked for by them. Lines that were added, or stand elsewhere, are no matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leaflets.build import manifest
from leaflets.content.project import Project
from leaflets.errors import LeafletsError
from leaflets.findings import Finding, in_order
from leaflets.model.work import Artifact
from leaflets.origin import Origin
from leaflets.review.ledger import HINT, Ledger, lost, read_ledger


def verify(project: Project, path: Path) -> tuple[int, tuple[Finding, ...]]:
    """Compare the ledgers with a manifest; say how many finals it has, and what is wrong.

    Codes: S100 to S102 as in reading a ledger, S103 a line that a final relies on is
    gone, S104 a final relies on no ledger, S105 words that were signed are gone. Raises LeafletsError for a manifest that
    cannot be read.
    """
    held = manifest.read(path)
    if held is None:
        raise LeafletsError(
            f"{path.name!r} is no manifest that can be read",
            hint="build, or name the manifest of a build",
        )
    finals = [made for made in held.artifacts.values() if not made.draft]
    return len(finals), in_order(_wrong(project, finals, held.ledgers))


def _wrong(
    project: Project, finals: list[Artifact], states: dict[str, dict[str, str]]
) -> Iterator[Finding]:
    now: dict[str, frozenset[str]] = {}
    for made in finals:
        if not made.ledgers:
            message = f"{made.path!r} is final and names no ledger that let it leave"
            yield Finding(code="S104", message=message, origin=Origin("content"))
    for shown, state in sorted({pair for made in finals for pair in made.ledgers.items()}):
        if shown not in now:
            now[shown] = frozenset()
            path = _path(project, shown)
            if path is not None:
                ledger, found = read_ledger(path, shown)
                yield from found
                yield from _lost(ledger, shown)
                now[shown] = frozenset(ledger.vouched)
        relying = [made.path for made in finals if made.ledgers.get(shown) == state]
        if state not in states:
            message = f"the manifest does not say what {shown!r} held for {relying[0]!r}"
            yield Finding(code="S104", message=message, origin=Origin(shown))
        for line, said in states.get(state, {}).items():
            if line not in now[shown]:
                yield _gone(shown, said, relying)


def _lost(ledger: Ledger, shown: str) -> Iterator[Finding]:
    for mark, said in lost(ledger):
        message = f"the words {mark} are gone; the {said} stands on them"
        yield Finding(code="S105", message=message, origin=Origin(shown), hint=HINT)


def _gone(shown: str, said: str, relying: list[str]) -> Finding:
    more = f" and {len(relying) - 1} more" if len(relying) > 1 else ""
    return Finding(
        code="S103",
        message=f"{said} is gone or was edited; {relying[0]!r}{more} relied on it",
        origin=Origin(shown),
        hint=f"take the line back from the history: git log -p -- {shown}",
    )


def _path(project: Project, shown: str) -> Path | None:
    """Find a ledger by the name that a manifest gives it; None where the project has none.

    Names are compared, never followed: a manifest cannot lead out of the project.
    """
    known = [project.ledger()]
    known += [project.ledger(path.parent.name) for path in project.locale_files()]
    return next((path for path in known if project.shown(path) == shown), None)
