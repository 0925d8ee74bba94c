"""Where a thing came from: file and line.

The lowest floor of the house: findings and errors both point with it, and the
model carries it, so it imports nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A file of the project and a line in it.

    >>> str(Origin("content/leaflets/nk-cells.yaml", 14))
    'content/leaflets/nk-cells.yaml:14'
    """

    path: str
    """Path from the project folder, with forward slashes on every system."""

    line: int = 0
    """First line is 1; 0 where a line means nothing (a folder, a binary file)."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path
