"""Measure what rendering adds to the engine, and that memory stays flat.

    python benchmarks/render.py            time of a document of some pages
    python benchmarks/render.py --memory   memory over 300 renderings

Process time is measured, and the middle of several runs counts, so that other work on
the machine does little harm.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from leaflets.pdf import fonts
from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.variant import Variant

STYLE = """
@page { size: 148mm 210mm; margin: 18mm 15mm; @bottom-center { content: counter(page) } }
html { font: 12pt/1.45 "Noto Sans" }
td, th { border: .5pt solid }
"""

PARAGRAPH = "Most pregnancies after a loss go well, whatever the cause was. " * 8


def main() -> None:
    """Run one of the two measurements and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        families = ["Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK SC"]
        engine = Engine(fonts.collect(families, Path(cache)))
        (memory if asked.memory else overhead)(engine)


def document(number: int = 0) -> str:
    """Make a document of six pages; each number gives another one."""
    parts = "".join(
        f"<h2>Part {part} of {number}</h2><p>{PARAGRAPH}</p><ul><li>One<li>Two</ul>"
        for part in range(14)
    )
    table = "<table><tr><th scope=col>A<th scope=col>B<tr><td>1<td>2</table>"
    return f"<!doctype html><html lang=en><body><h1>Title</h1>{parts}{table}"


def identity() -> Identity:
    """Give a name to what is made."""
    return Identity(
        title="A measurement",
        lang="en",
        created=datetime(2026, 1, 1, tzinfo=UTC),
        identifier="benchmark",
    )


def overhead(engine: Engine) -> None:
    """Compare each kind of file with the engine's own way to a plain, untagged one."""
    html = document()
    pages = len(engine.render(html, stylesheets=[STYLE], identity=identity()).pages)
    # The engine may be started only after the fonts are installed.
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    config = FontConfiguration()

    def bare() -> None:
        style = weasyprint.CSS(string=STYLE, font_config=config)
        weasyprint.HTML(string=html).write_pdf(stylesheets=[style], font_config=config)

    print(f"{pages} pages")
    base = middle(bare)
    print(f"engine alone  {base:6.0f} ms")
    for variant in Variant:

        def ours(kind: Variant = variant) -> None:
            engine.render(html, stylesheets=[STYLE], identity=identity(), variant=kind)

        taken = middle(ours)
        print(f"{variant:13} {taken:6.0f} ms  {taken / base - 1:+.0%}")


def memory(engine: Engine) -> None:
    """Print the resident memory of the process every fifty renderings."""
    for number in range(301):
        engine.render(
            document(number),
            stylesheets=[STYLE],
            identity=identity(),
            variant=list(Variant)[number % 2],
        )
        if number % 50 == 0:
            print(f"{number:4} renderings  {resident():5.0f} MiB", flush=True)


def middle(work: Callable[[], object], times: int = 9) -> float:
    """Give the middle process time of some runs, in milliseconds."""
    work()
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken) * 1000


def resident() -> float:
    """Give the memory that this process holds, in MiB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
