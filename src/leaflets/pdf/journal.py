"""What the engine says while it works: an error stops, a warning is kept.

The engine never stops for an image that does not load or an option it does not know:
it writes a line in its log and goes on. Here the lines of one rendering are heard.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from leaflets.errors import RenderError

LOGGER = "weasyprint"


class Journal(logging.Handler):
    """Hears the engine's warnings and errors in one thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._thread = threading.get_ident()
        self._notes: dict[str, None] = {}
        self.errors: list[str] = []

    @property
    def notes(self) -> tuple[str, ...]:
        """Warnings, each once, in the order in which they were given."""
        return tuple(self._notes)

    def emit(self, record: logging.LogRecord) -> None:
        """Take down one line, unless another thread's rendering said it."""
        if record.thread != self._thread:
            return
        message = record.getMessage()
        if record.levelno >= logging.ERROR:
            self.errors.append(message)
        else:
            self._notes.setdefault(message)


@contextmanager
def listen() -> Iterator[Journal]:
    """Hear the engine for a while; raise RenderError at the end if it saw an error."""
    journal = Journal()
    logger = logging.getLogger(LOGGER)
    logger.addHandler(journal)
    try:
        yield journal
    finally:
        logger.removeHandler(journal)
    if journal.errors:
        raise RenderError("; ".join(dict.fromkeys(journal.errors)))
