"""What making a file for a print shop costs, beside the bare engine on the same pages.

The job of a press file from its HTML on: rendering and finishing it as PDF/X-4, and the
preflight of the finished bytes; see ``README.md`` beside this file. Codes are read from a
raster of 600 dpi, which is timed apart.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cost import bare_engine
from measure import cpu, machine, turns, verdict

if TYPE_CHECKING:
    from worker import Worker

TARGET = 2.2
"""How much of the bare engine's time rendering, finishing and preflight may take."""


def main() -> None:
    """Measure, and print a table and the verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leaflet", default="nk-cells")
    parser.add_argument("--locale", action="append", help="a BCP 47 tag; all if not given")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        # Here, because it loads the whole house.
        from worker import Worker

        worker = Worker(Path(cache))
        worker.shop.engine._started()  # noqa: SLF001 - points the process at its fonts
        _table(worker, given.leaflet, given.locale or [], given.rounds)


def _table(worker: Worker, leaflet: str, tags: list[str], rounds: int) -> None:
    print(machine())
    print(f"{'locale':8} {'pages':>5} {'engine':>10} {'finished':>9} {'preflight':>9} "
          f"{'both':>6} {'codes':>6}   (engine in ms a page; the rest in engines)")  # fmt: skip
    ratios: list[float] = []
    for locale in worker.locales(leaflet):
        if tags and locale.tag not in tags:
            continue
        ways, pages = _ways(worker, leaflet, locale.tag)
        spent = turns(ways, rounds)
        engine = spent["engine"]
        both = (spent["finished"] + spent["preflight"]) / engine
        ratios.append(both)
        codes = (spent["with codes"] - spent["preflight"]) / engine
        print(f"{locale.tag:8} {pages:5} {1000 * engine / pages:10.1f} "
              f"{spent['finished'] / engine:9.2f} {spent['preflight'] / engine:9.2f} "
              f"{both:6.2f} {codes:6.2f}", flush=True)  # fmt: skip
    print()
    if ratios:
        print(verdict("press with finish and preflight to the bare engine", ratios, TARGET))


def _ways(
    worker: Worker, leaflet: str, tag: str
) -> tuple[dict[str, Callable[[], float]], int]:
    """Give the parts of the job, each to be timed alone, and how many pages there are."""
    # Here, because they load the engine.
    from leaflets.build.rendering import identity_of
    from leaflets.formats.base import FORMATS
    from leaflets.pdf.preflight.ask import preflight
    from leaflets.pdf.preflight.base import Ordered
    from leaflets.pdf.variant import Variant

    shop, form = worker.shop, FORMATS["press"]
    spec = shop.spec(form.spec)
    if spec is None:
        raise SystemExit("the format press has no print spec")
    edition = shop.bind(leaflet, tag, worker.imprint).edition
    composition = worker.composition(leaflet, tag, form.name)
    identity = identity_of(edition, form, composition)

    def finished() -> bytes:
        return shop.engine.render(
            composition.html,
            stylesheets=composition.styles,
            variant=Variant.PRESS,
            identity=identity,
            spec=spec,
        ).pdf

    data = finished()

    def asked(*, codes: bool) -> int:
        ordered = Ordered(
            trim=(form.width, form.height), edition_code=edition.code, read_codes=codes
        )
        return preflight(data, spec, ordered=ordered).pages

    engine = bare_engine(composition, form.name)
    return {
        "engine": lambda: cpu(engine),
        "finished": lambda: cpu(finished),
        "preflight": lambda: cpu(lambda: asked(codes=False)),
        "with codes": lambda: cpu(lambda: asked(codes=True)),
    }, asked(codes=False)


if __name__ == "__main__":
    main()
