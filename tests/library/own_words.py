"""Runs of eight words, and digests of those that are other people's.

The texts that the leaflets were written from are not ours to copy, so what is committed is
only the digest of every run of eight words in them, headings apart. Make it anew from the texts with
``python tests/library/own_words.py TEXT… > tests/library/runs.txt``.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

LENGTH = 8
"""Words of a run: shorter ones are shared by chance, or by the language."""

RUNS = Path(__file__).parent / "runs.txt"

_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
"""A heading of Markdown: the dossier names our own leaflets in some."""

_MARKS = re.compile(r"\[@[^\]]*\]|\{[^}]*\}")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Say a text as words: no case, no apostrophes, no marks; a fact breaks a run."""
    plain = _MARKS.sub(" \N{BULLET} ", text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    found: list[str] = []
    for place, part in enumerate(plain.replace("'", "").casefold().split("\N{BULLET}")):
        if place:
            found.append("\N{BULLET}")
        found += _WORD.findall(part)
    return found


def runs(text: str) -> Iterator[str]:
    """Yield every run of eight words."""
    said = words(text)
    for start in range(len(said) - LENGTH + 1):
        yield " ".join(said[start : start + LENGTH])


def digest(run: str) -> str:
    """Say a run so that nobody can read it: forty bits are enough to know it again."""
    return hashlib.sha256(run.encode()).hexdigest()[:10]


def digests(texts: Iterable[str]) -> list[str]:
    """Digests of all runs of some texts, in order."""
    bare = (_HEADING.sub("\N{BULLET}", text) for text in texts)
    return sorted({digest(run) for text in bare for run in runs(text)})


if __name__ == "__main__":
    for line in digests(Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]):
        sys.stdout.write(f"{line}\n")
