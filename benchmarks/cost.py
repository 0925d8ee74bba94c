"""What a leaflet costs against other ways of making the same pages, in one run.

Prints, for each locale and format, the CPU time of a page and how it compares with the
bare engine, with Chromium and with Typst; see ``README.md`` beside this file.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from chromium import Chromium, installed
from measure import cpu, machine, turns, verdict
from typesetter import typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from worker import Worker

    from leaflets.compose.html import Composition

FORMATS = ("screen", "large", "press", "web")
ENGINE = {"screen": 1.35, "large": 1.35, "web": 1.35, "press": 2.2}
"""How much of the bare engine's time a format may take."""

CHROMIUM = 1.5
"""How much of Chromium's time screen and large may take."""


def main() -> None:
    """Measure, and print a table and the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leaflet", default="nk-cells")
    parser.add_argument("--locale", action="append", help="a BCP 47 tag; all if not given")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    browser: Chromium | None = None
    with tempfile.TemporaryDirectory() as cache:
        # Here, because it loads the whole house.
        from worker import Worker

        worker = Worker(Path(cache))
        worker.shop.engine._started()  # noqa: SLF001 - points the process at its fonts
        browser = Chromium() if installed() else None
        try:
            _table(worker, browser, given.leaflet, given.locale or [], given.rounds)
        finally:
            if browser is not None:
                browser.close()


def _table(
    worker: Worker, browser: Chromium | None, leaflet: str, tags: list[str], rounds: int
) -> None:
    print(machine())
    print(f"{'locale':8} {'script':6} {'format':6} {'pages':>5} {'ms/page':>7} "
          f"{'engine':>7} {'chromium':>9} {'typst':>7}")  # fmt: skip
    engine: dict[str, list[float]] = {name: [] for name in FORMATS}
    chromium: dict[str, list[float]] = {}
    for locale in worker.locales(leaflet):
        if tags and locale.tag not in tags:
            continue
        for form in FORMATS:
            try:
                ways, pages = _ways(worker, browser, leaflet, locale.tag, form)
            except RuntimeError as failed:
                print(f"{locale.tag:8} {locale.script:6} {form:6} {failed}")
                continue
            spent = turns(ways, rounds)
            ratios = {way: spent["job"] / cost for way, cost in spent.items()}
            engine[form].append(ratios["engine"])
            if "chromium" in ratios:
                chromium.setdefault(locale.script, []).append(ratios["chromium"])
            cells = [
                f"{ratios[way]:{wide}.2f}" if way in ratios else f"{'-':>{wide}}"
                for way, wide in (("engine", 7), ("chromium", 9), ("typst", 7))
            ]
            print(f"{locale.tag:8} {locale.script:6} {form:6} {pages:5} "
                  f"{1000 * spent['job'] / pages:7.1f} {' '.join(cells)}", flush=True)  # fmt: skip
    print()
    for form, figures in engine.items():
        if figures:
            print(verdict(f"{form} to the bare engine", figures, ENGINE[form]))
    for script, figures in chromium.items():
        print(verdict(f"{script}, screen and large, to Chromium", figures, CHROMIUM))
    every = [figure for figures in chromium.values() for figure in figures]
    print(verdict("all scripts to Chromium", every, CHROMIUM) if every
          else "Chromium and chromedriver are not installed: not compared")  # fmt: skip


def _ways(
    worker: Worker, browser: Chromium | None, leaflet: str, tag: str, form: str
) -> tuple[dict[str, Callable[[], float]], int]:
    """Give the ways of making one page, and how many pages there are."""
    job = worker.job(leaflet, tag, form)
    paper = "screen" if form == "web" else form  # the twin of the page
    composition = worker.composition(leaflet, tag, paper)
    pages = worker.do(worker.job(leaflet, tag, paper)).pages
    engine = bare_engine(composition, paper)

    def whole() -> None:
        worker.forget()
        worker.do(job)

    ways = {"job": lambda: cpu(whole), "engine": lambda: cpu(engine)}
    if form in {"screen", "large"}:
        if browser is not None:
            page = browser.page(composition)
            printer = browser.print
            ways["chromium"] = lambda: printer(page)
        families = worker.shop.library.locales[tag].fonts
        ways["typst"] = typesetter(composition.html, families, worker.shop.fontset.folder)
    return ways, pages


def bare_engine(composition: Composition, form: str) -> Callable[[], object]:
    """Make the engine alone write a page: warm, its stylesheets read, tags and all."""
    # After the worker has pointed the process at its fonts.
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheets = [CSS(string=style, font_config=fonts) for style in composition.styles]
    options: dict[str, object] = {"pdf_variant": "pdf/ua-1"}
    if form == "press":
        options = {"pdf_variant": "pdf/x-4", "pdf_tags": True}

    def write() -> object:
        return HTML(string=composition.html).write_pdf(
            stylesheets=sheets, font_config=fonts, **options
        )

    return write


if __name__ == "__main__":
    main()
