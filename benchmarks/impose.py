"""What laying pages on sheets costs, beside rendering and beside rewriting them.

Eight pages, rendered for the press by the program, become a stapled booklet. Beside it
stand the rendering of the same pages and, as another way to read and write the same
bytes, ``qpdf`` as a program; see ``README.md`` beside this file.
"""

from __future__ import annotations

import argparse
import datetime
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from measure import cpu, machine, turns, verdict

TARGET = 50.0
"""Milliseconds that eight pages may take."""

PAGES = 8

STYLE = """
@page { size: 148mm 210mm; margin: 15mm 12mm; bleed: 3mm }
html { font: 12pt/1.45 "Noto Sans"; color: device-cmyk(0 0 0 1) }
section { break-before: page } section:first-child { break-before: auto }
h1 { background: device-cmyk(0.2 0 0.1 0) }
"""
WORDS = "Some words that stand on a page, and more of them, until it is nearly full. "


def main() -> None:
    """Measure, and print a table and the verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        render = _renderer(Path(folder))
        data = render()
        ways = _ways(data, render, Path(folder))
        spent = turns(ways, given.rounds)
    print(machine())
    print(f"{PAGES} pages, {len(data) / 1024:.0f} KiB")
    for way, seconds in spent.items():
        ratio = spent["booklet"] / seconds
        print(f"{way:12} {1000 * seconds:7.1f} ms   booklet takes {ratio:.2f} of it")
    print(verdict("booklet of 8 pages", [1000 * spent["booklet"]], TARGET, " ms"))


def _ways(
    data: bytes, render: Callable[[], bytes], folder: Path
) -> dict[str, Callable[[], float]]:
    # Here, because rendering must have pointed the process at its fonts.
    from leaflets.pdf.impose.booklet import booklet
    from leaflets.pdf.impose.repeat import repeat

    large = (620.0, 460.0)
    ways: dict[str, Callable[[], float]] = {
        "booklet": lambda: cpu(lambda: booklet(data, rtl=False, sheet=(320.0, 240.0))),
        "clear rim": lambda: cpu(lambda: booklet(data, rtl=False, printable=5.0)),
        "four up": lambda: cpu(lambda: repeat(data, across=4, down=2, sheet=large)),
        "render": lambda: cpu(render),
    }
    if shutil.which("qpdf"):
        source, target = folder / "in.pdf", folder / "out.pdf"
        source.write_bytes(data)
        ways["qpdf"] = lambda: _program(["qpdf", str(source), str(target)])
    return ways


def _program(command: list[str]) -> float:
    """Seconds of CPU time that another program takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _renderer(folder: Path) -> Callable[[], bytes]:
    """Make a warm engine write the pages that are laid out."""
    from leaflets.pdf import fonts
    from leaflets.pdf.engine import Engine
    from leaflets.pdf.identity import Identity
    from leaflets.pdf.variant import Variant

    engine = Engine(fonts.collect(("Noto Sans",), folder / "fonts"))
    identity = Identity(
        title="Pages",
        lang="en",
        created=datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC),
        identifier="pages",
    )
    body = "".join(
        f"<section><h1>Part {number}</h1><p>{WORDS * 20}</p></section>"
        for number in range(1, PAGES + 1)
    )
    html = f"<html lang=en><title>Pages</title><body>{body}</body></html>"

    def render() -> bytes:
        return engine.render(
            html, stylesheets=[STYLE], variant=Variant.PRESS, identity=identity
        ).pdf

    return render


if __name__ == "__main__":
    main()
