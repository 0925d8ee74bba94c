"""Web pages that a judge opens, in a browser that it shares among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from chromium import Refused, Tab, opened


def judge(folder: Path, ask: Callable[[Tab, Path], Iterator[str]]) -> tuple[int, int]:
    """Ask every web file of a folder; print what is wrong; give how many, and refused."""
    files = sorted(folder.rglob("*.web.*html"))
    refused = 0
    with opened() as browser:
        tab = browser.tab()

        for file in files:
            try:
                wrong = list(ask(tab, file))
            except Refused as error:
                wrong = [str(error)]
            refused += bool(wrong)
            for line in wrong:
                print(f"{file.relative_to(folder)}: {line}", flush=True)
    return len(files), refused
