"""Which way words run in plain text, where no markup can say so (UAX 9).

A telephone number in Arabic text is shown with its groups turned round unless something
says that it runs left to right. In text that is a pair of isolates, which a program that
knows them heeds, with a left-to-right mark inside for one that does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflets.model.narrative import Run

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
LRM, RLM = "\u200e", "\u200f"

BIDI = str.maketrans("", "", f"{LRI}{RLI}\u2068{PDI}{LRM}{RLM}")
"""For ``str.translate``: takes the marks of direction out of words."""

_NUMERIC = frozenset({"fact", "code", "citation", "reference"})
"""Kinds of Runs that hold digits, which take on the direction of what is around them."""


def isolated(run: Run, base: str) -> str:
    """Set words off from a paragraph that runs as *base*, where they need it.

    What runs the other way is set off; so are digits in right-to-left text, which an
    abbreviation in Latin letters before them would draw to its side.
    """
    if run.direction == base and (base == "ltr" or run.kind not in _NUMERIC):
        return run.words
    if run.direction == "rtl":
        return f"{RLI}{run.words}{PDI}"
    return f"{LRI}{LRM}{run.words}{PDI}"


def directed(line: str, base: str, *, among: str) -> str:
    """Say which way a line runs, wherever it is shown.

    *among* is the direction of the leaflet. In a right-to-left one every line begins with
    a mark that makes it what it is where a program looks for the first letter, and is an
    isolate for a program that takes all text for one or the other. Left-to-right text
    needs neither.
    """
    if among == "ltr" or not line:
        return line
    mark, isolate = (RLM, RLI) if base == "rtl" else (LRM, LRI)
    return f"{mark}{isolate}{line}{PDI}"


def balanced(lines: Iterable[str]) -> Iterator[str]:
    """Close at the end of a line what is set off, and open it again on the next.

    Each line of a text is a paragraph to whoever shows it, and nothing that is open at the
    end of a paragraph goes on in the next (UAX 9, X8).
    """
    opened = ""
    for line in lines:
        begun = opened
        for letter in line:
            if letter in (LRI, RLI):
                opened += letter
            elif letter == PDI:
                opened = opened[:-1]
        yield begun + line + PDI * len(opened)
