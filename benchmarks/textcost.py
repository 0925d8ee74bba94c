"""What the true text layer costs: bytes, time, and pixels, of real leaflets.

Each file is made with the layer and without, in one run and by turns; see ``README.md``
beside this file. Whatever is compared, the file without it is 1.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from measure import cpu, machine, turns, verdict

if TYPE_CHECKING:
    from worker import Worker

    from leaflets.pdf.rendered import Rendered

LEAFLETS = ("nk-cells", "support", "immune-treatments")
LOCALES = ("ar", "ur", "fa", "hi", "bn", "pa")
FORMATS = ("screen", "large", "bilingual")
BYTES = 1.15
"""How many bytes a file with the layer may have, over those of one without."""

TIME = 1.15
"""How much of the time of a job without the layer one with it may take."""


def main() -> None:
    """Measure, and print a table and the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leaflet", action="append", help=f"if not {', '.join(LEAFLETS)}")
    parser.add_argument("--locale", action="append", help=f"if not {', '.join(LOCALES)}")
    parser.add_argument("--format", action="append", help=f"if not {', '.join(FORMATS)}")
    parser.add_argument("--rounds", type=int, default=5, help="0: bytes and pixels alone")
    parser.add_argument(
        "--pixels", action="store_true", help="compare them, in two readers"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        # Here, because it loads the whole house.
        from worker import Worker

        worker = Worker(Path(cache))
        worker.shop.engine._started()  # noqa: SLF001 - points the process at its fonts
        rows = [
            _Row(worker, leaflet, tag, form)
            for leaflet in given.leaflet or LEAFLETS
            for tag in given.locale or LOCALES
            for form in given.format or FORMATS
        ]
        _table(rows, given.rounds, Path(cache) if given.pixels else None)


def _table(rows: list[_Row], rounds: int, folder: Path | None) -> None:
    print(machine())
    print(f"{'leaflet':18} {'locale':6} {'format':9} {'pages':>5} {'without':>8} "
          f"{'bytes':>6} {'render':>6} {'job':>6}  pixels   (bytes; ratios)")  # fmt: skip
    sizes: list[float] = []
    renders: list[float] = []
    jobs: list[float] = []
    same = True
    for row in rows:
        found = row.measure(rounds, folder)
        sizes.append(found.bytes)
        renders.append(found.render)
        jobs.append(found.job)
        same = same and found.same is not False
        seen = "" if found.same is None else "same" if found.same else "DIFFER"
        print(f"{row.leaflet:18} {row.tag:6} {row.form:9} {found.pages:5} "
              f"{found.without:8} {found.bytes:6.3f} {found.render:6.3f} "
              f"{found.job:6.3f}  {seen}", flush=True)  # fmt: skip
    print()
    print(verdict("bytes", sizes, BYTES))
    if rounds:
        print(verdict("rendering", renders, TIME))
        print(verdict("whole job", jobs, TIME))
    if folder is not None:
        print("pixels: the same in every file" if same else "pixels: NOT the same")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    pages: int
    without: int
    bytes: float
    render: float
    job: float
    same: bool | None


class _Row:
    """One edition in one format."""

    def __init__(self, worker: Worker, leaflet: str, tag: str, form: str) -> None:
        self._worker = worker
        self.leaflet, self.tag, self.form = leaflet, tag, form

    def measure(self, rounds: int, folder: Path | None) -> _Found:
        """Make the file with and without; in *folder* its pages are drawn."""
        render, ask = _ways(self._worker, self.leaflet, self.tag, self.form)
        layered = render()
        with _without_layer():
            bare = render()
        spent = dict.fromkeys(("render", "bare render", "ask", "bare ask"), 1.0)
        if rounds:
            spent = turns(
                {
                    "render": lambda: cpu(render),
                    "bare render": lambda: _bare(render),
                    "ask": lambda: cpu(lambda: ask(layered)),
                    "bare ask": lambda: cpu(lambda: ask(bare)),
                },
                rounds,
            )
        same = None
        if folder is not None:
            same = all(
                draw(layered.pdf, folder) == draw(bare.pdf, folder)
                for draw in (_pdfium, _poppler)
            )
        job, plain = (spent[f"{k}render"] + spent[f"{k}ask"] for k in ("", "bare "))
        return _Found(
            pages=len(layered.pages),
            without=len(bare.pdf),
            bytes=len(layered.pdf) / len(bare.pdf),
            render=spent["render"] / spent["bare render"],
            job=job / plain,
            same=same,
        )


def _ways(
    worker: Worker, leaflet: str, tag: str, name: str
) -> tuple[Callable[[], Rendered], Callable[[Rendered], object]]:
    """Give what composes and renders an edition, and what asks the finished file."""
    # Here, because they load the engine.
    from leaflets.build import make
    from leaflets.build.logos import logo_of
    from leaflets.build.rendering import render
    from leaflets.checks import artifact
    from leaflets.formats.base import FORMATS as KNOWN

    shop, form = worker.shop, KNOWN[name]
    edition = shop.bind(leaflet, tag, worker.imprint).edition
    if form.beside:
        edition = make._with_original(shop, edition)  # noqa: SLF001 - as a job does
    locale = make.as_set(edition, form).locale
    original = shop.library.locales[edition.leaflet.original]
    families = tuple(dict.fromkeys((*locale.fonts, *original.fonts)))
    logo = logo_of(shop.project, edition.imprint)
    composed: list[object] = []

    def rendered() -> Rendered:
        composition, found = render(
            shop.engine, shop.templates, edition, form=form, spec=None, logo=logo
        )
        composed[:] = [composition]
        return found

    def asked(found: Rendered) -> object:
        (composition,) = composed
        return artifact.inspect(
            found, composition, form, locale, families, fontset=shop.fontset
        )  # fmt: skip

    return rendered, asked


@contextmanager
def _without_layer() -> Iterator[None]:
    """Let the engine's own text layer pass for a true one."""
    from leaflets.pdf.textlayer import plain

    kept = plain.is_plain
    plain.is_plain = lambda _: True
    try:
        yield
    finally:
        plain.is_plain = kept


def _bare(render: Callable[[], object]) -> float:
    with _without_layer():
        return cpu(render)


def _pdfium(pdf: bytes, _: Path) -> list[bytes]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=1.5).to_pil().tobytes() for page in document]


def _poppler(pdf: bytes, folder: Path) -> list[bytes]:
    path = folder / "pages.pdf"
    path.write_bytes(pdf)
    drawn = subprocess.run(
        ["pdftoppm", "-r", "100", str(path)], check=True, capture_output=True
    )
    return [drawn.stdout]


if __name__ == "__main__":
    main()
