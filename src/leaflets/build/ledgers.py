"""Read a project's ledgers, and add to them: one writer at a time, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from leaflets import files
from leaflets.build.lock import held
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.review.events import Event, Words, as_line
from leaflets.review.ledger import LARGEST, Ledger, read_ledger


class Books:
    """The ledgers of a project as they are now, each read once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._held: dict[str, Ledger] = {}

    def of(self, folder: str = "") -> Ledger:
        """Give the ledger of originals, or of a locale's *folder*; raises as ``read``."""
        if folder not in self._held:
            self._held[folder] = read(self._project, folder)
        return self._held[folder]


def read(project: Project, folder: str = "") -> Ledger:
    """Read the ledger of originals, or of a locale's *folder*.

    Raises ContentError for a line that is not understood: it may be a sign-off that
    somebody relies on, or was never given.
    """
    path = project.ledger(folder)
    ledger, found = read_ledger(path, project.shown(path))
    if found:
        raise ContentError(found[0].message, hint=found[0].hint, origin=found[0].origin)
    return ledger


def add(project: Project, folder: str, events: Callable[[Ledger], Iterable[Event]]) -> Path:
    """Add the events that *events* makes of the ledger as it is; return its path.

    Words and readings that the ledger holds are not added again. Raises ContentError as
    ``read`` does, what *events* raises, and LeafletsError while another process adds.
    """
    path = project.ledger(folder)
    with held(path.with_name(f".{path.name}.lock"), "another sign-off is being written to"):
        ledger = read(project, folder)
        lines = [as_line(event) for event in events(ledger) if not _has(ledger, event)]
        if lines:
            shown = project.shown(path)
            before = (
                files.read_text(path, shown=shown, limit=LARGEST) if path.exists() else ""
            )
            joint = "\n" if before and not before.endswith("\n") else ""
            files.write_atomically(path, before + joint + "".join(dict.fromkeys(lines)))
    return path


def _has(ledger: Ledger, event: Event) -> bool:
    if isinstance(event, Words):
        return event.mark in ledger.words
    return getattr(event, "mark", "") in ledger.readings
