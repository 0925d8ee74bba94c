"""What stops the work, and the exit code that says so.

LeafletsError             1
├── ContentError          3   a file of the project could not be read
├── LocaleError           4   a locale or a catalog could not be used
├── GateClosed            5   a sign-off is missing or stale
├── RenderError           6   a document could not be rendered
└── OrderError            7   an order could not be placed or delivered

A command line that is wrong exits with 2, a bug with 70. Only ``cli.main`` turns
these into exits.
"""

from __future__ import annotations

from typing import ClassVar

from leaflets.origin import Origin


class LeafletsError(Exception):
    """Something stopped the work: one sentence, a hint, a place."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str = "", origin: Origin | None = None):
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.origin = origin

    def __reduce__(self) -> tuple[object, ...]:
        """Survive a process pool: keyword-only arguments do not by themselves."""
        return _rebuild, (type(self), self.message, self.hint, self.origin)

    def __str__(self) -> str:
        line = f"{self.origin}: {self.message}" if self.origin else self.message
        return f"{line}\n  hint: {self.hint}" if self.hint else line


def _rebuild(
    kind: type[LeafletsError], message: str, hint: str, origin: Origin | None
) -> LeafletsError:
    return kind(message, hint=hint, origin=origin)


class ContentError(LeafletsError):
    """A file of the project could not be read."""

    exit_code = 3


class LocaleError(LeafletsError):
    """A locale or a catalog could not be used."""

    exit_code = 4


class GateClosed(LeafletsError):
    """A sign-off is missing or stale, so the artifact may not leave as finished."""

    exit_code = 5


class RenderError(LeafletsError):
    """A document could not be rendered, or the finished page is not what it says."""

    exit_code = 6


class OrderError(LeafletsError):
    """An order could not be placed or delivered."""

    exit_code = 7
