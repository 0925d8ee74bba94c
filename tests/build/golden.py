"""Write the tags of the tests' project out, to be read by people and compared by tests.

``python -m tests.build.golden`` writes ``tests/build/tagtree/`` anew: read what changed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.conftest import lay_out

from leaflets.build.make import _with_original
from leaflets.build.rendering import render
from leaflets.build.workshop import Workshop
from leaflets.compose.html import Composition
from leaflets.formats.base import FORMATS
from leaflets.pdf import tagtree
from leaflets.pdf.rendered import Rendered

FOLDER = Path(__file__).with_name("tagtree")
SHOWN = (("en", "screen"), ("pl", "screen"), ("ar", "screen"), ("ar", "bilingual"))
"""Locales and formats whose tags are kept: every kind of block, one and two languages."""


def drawn(workshop: Workshop, locale: str, name: str) -> tuple[Composition, Rendered]:
    """Compose and render the tests' leaflet."""
    edition = workshop.bind("tea", locale, "tea-room").edition
    form = FORMATS[name]
    if form.beside:
        edition = _with_original(workshop, edition)
    return render(
        workshop.engine, workshop.templates, edition, form=form, spec=None, logo=LOGO
    )


LOGO = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'"
    "%3E%3Crect width='1' height='1' fill='%23069'/%3E%3C/svg%3E"
)


def main() -> None:
    """Write every golden file anew."""
    with tempfile.TemporaryDirectory() as folder:
        root = lay_out(Path(folder) / "project")
        workshop = Workshop(root, Path(folder) / "fonts")
        FOLDER.mkdir(exist_ok=True)
        for locale, name in SHOWN:
            _, rendered = drawn(workshop, locale, name)
            text = tagtree.written(rendered.pdf)
            (FOLDER / f"tea.{locale}.{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
