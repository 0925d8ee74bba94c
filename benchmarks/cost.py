"""What a leaflet costs against other ways of making the same pages, in one run.

    .venv/bin/python benchmarks/cost.py [--leaflet SLUG] [--rounds N]

Prints, for each locale and format, CPU time a page of

* the whole job (compose, render, finish, read again, check), warm, in this process;
* the engine's bare ``write_pdf`` on the same HTML and CSS, warm, in this process;
* headless Chromium printing the same HTML, warm, on one core (all of its processes);
* Typst compiling the same words (PyPI's ``typst``).

Absolute times on a shared machine mean little: read the ratios. Each is the median over
rounds in which the ways take turns.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from chromium import Chromium, find
from leaflets.build import make as making
from leaflets.build.make import Workshop
from leaflets.compose.html import Composition, compose
from leaflets.formats.base import FORMATS
from leaflets.model.work import Job

HOUSE = Path(__file__).resolve().parents[1]
TARGETS = {"screen": 1.35, "large": 1.35, "web": 1.35, "press": 2.2}


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU time that *work* takes in this process."""
    began = time.process_time()
    work()
    return time.process_time() - began


def bare_engine(shop: Workshop, composition: Composition, variant: str) -> Callable[[], object]:
    """The engine alone, with one font configuration and parsed stylesheets."""
    # After the workshop has pointed the process at its fonts.
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheets = [CSS(string=style, font_config=fonts) for style in composition.styles]
    options: dict[str, object] = {"pdf_variant": "pdf/x-4", "pdf_tags": True}
    if variant != "press":
        options = {"pdf_variant": "pdf/ua-1"}

    def write() -> object:
        return HTML(string=composition.html).write_pdf(
            stylesheets=sheets, font_config=fonts, **options
        )

    return write


def typst_words(composition: Composition, families: tuple[str, ...]) -> str:
    """The words of a page as Typst's markup, block by block."""
    body = composition.html.partition("<main")[2]
    body = re.sub(r"</(p|li|h1|h2|h3|td|th|caption)>", "\n\n", body)
    words = re.sub(r"<[^>]*>", "", body.partition(">")[2])
    escaped = re.sub(r"([#$*_`<>@\\\[\]~=/+-])", r"\\\1", words)
    fonts = ", ".join(f'"{family}"' for family in families)
    return (
        f"#set page(width: 148mm, height: 210mm, margin: 15mm)\n"
        f"#set text(font: ({fonts}), size: 12pt)\n{escaped}"
    )


def typst_compile(shop: Workshop, source: str) -> Callable[[], object]:
    """Typst, warm, with the same fonts."""
    import typst

    folder = Path(tempfile.mkdtemp())
    (folder / "main.typ").write_text(source, encoding="utf-8")
    compiler = typst.Compiler(
        str(folder / "main.typ"), font_paths=[str(shop.fontset.folder)], ignore_system_fonts=True
    )
    return lambda: compiler.compile(format="pdf")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--leaflet", default="nk-cells")
    parser.add_argument("--locale", action="append")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    shop = Workshop(HOUSE, HOUSE / "output" / ".cache")
    imprint = sorted(shop.library.imprints)[0]
    locales = given.locale or [
        tag
        for tag in sorted(shop.library.locales)
        if tag == "en" or shop.catalog(shop.library.locales[tag], given.leaflet)
    ]
    browser = Chromium() if find() else None
    print(f"{'locale':8} {'format':7} {'pages':>5} {'ms/page':>8} "
          f"{'/engine':>8} {'/chromium':>10} {'/typst':>8}")  # fmt: skip
    ratios: dict[str, list[float]] = {}
    chromium: list[float] = []
    for tag in locales:
        locale = shop.library.locales[tag]
        for name in ("screen", "large", "press", "web"):
            form = FORMATS[name]
            job = Job(
                leaflet=given.leaflet, locale=tag, imprint=imprint,
                format=name, final=False, key="",
            )  # fmt: skip
            made = making.make(shop, job)
            edition = shop.bind(given.leaflet, tag, imprint).edition
            paper = FORMATS["screen"] if name == "web" else form
            composition = compose(edition, paper, shop.templates)
            pages = made.pages if name != "web" else making.make(
                shop, Job(leaflet=given.leaflet, locale=tag, imprint=imprint,
                          format="screen", final=False, key=""),
            ).pages  # fmt: skip
            ways: dict[str, Callable[[], float]] = {}
            engine = bare_engine(shop, composition, paper.variant)
            engine()
            ways["job"] = lambda job=job: cpu(lambda: making.make(shop, job))
            ways["engine"] = lambda engine=engine: cpu(engine)
            if name in ("screen", "large"):
                if browser is not None:
                    page = browser.page(composition, paper)
                    browser.print(page)
                    ways["chromium"] = lambda page=page: browser.print(page)
                other = typst_compile(shop, typst_words(composition, locale.fonts))
                other()
                ways["typst"] = lambda other=other: cpu(other)
            taken: dict[str, list[float]] = {way: [] for way in ways}
            for _ in range(given.rounds):
                for way, run in ways.items():
                    taken[way].append(run())
            middle = {way: statistics.median(each) for way, each in taken.items()}
            against = middle["job"] / middle["engine"]
            ratios.setdefault(name, []).append(against)
            cells = [f"{against:8.2f}"]
            for way in ("chromium", "typst"):
                cells.append(f"{middle['job'] / middle[way]:9.2f}" if way in middle else f"{'-':>9}")
            if "chromium" in middle:
                chromium.append(middle["job"] / middle["chromium"])
            print(f"{tag:8} {name:7} {pages:5} {1000 * middle['job'] / pages:8.1f} "
                  f"{' '.join(cells)}", flush=True)  # fmt: skip
    print()
    for name, each in ratios.items():
        verdict = "met" if statistics.median(each) <= TARGETS[name] else "NOT met"
        print(f"{name}: {statistics.median(each):.2f} of the bare engine "
              f"(worst {max(each):.2f}; target {TARGETS[name]}: {verdict})")  # fmt: skip
    if chromium:
        verdict = "met" if statistics.median(chromium) <= 1.5 else "NOT met"
        print(f"screen and large: {statistics.median(chromium):.2f} of Chromium "
              f"(worst {max(chromium):.2f}; target 1.5: {verdict})")  # fmt: skip
    if browser is not None:
        browser.close()


if __name__ == "__main__":
    main()
