"""What the tests of the PDF room share: one set of fonts, one engine, short documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from leaflets.pdf import fonts
from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

FAMILIES = (
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    "Noto Nastaliq Urdu",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans CJK SC",
)

PAGE = """
@page { size: 148mm 210mm; margin: 18mm 15mm }
html { font: 12pt/1.45 "Noto Sans" }
body { margin: 0 }
"""

INK = """
html, a { color: device-cmyk(0 0 0 1) }
@page { color: device-cmyk(0 0 0 1); bleed: 3mm }
"""

Render = Callable[..., Rendered]


@pytest.fixture(scope="session")
def fontset(tmp_path_factory: pytest.TempPathFactory) -> fonts.FontSet:
    """Gather the faces of all tests in one set, because a process takes only one."""
    return fonts.collect(FAMILIES, tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def engine(fontset: fonts.FontSet) -> Engine:
    """Give the engine of this test process."""
    return Engine(fontset)


@pytest.fixture(scope="session")
def identity() -> Callable[..., Identity]:
    """Make an identity; any part of it can be given."""

    def make(**parts: object) -> Identity:
        given: dict[str, object] = {
            "title": "Tests & <truth>: Prüfung",
            "lang": "en",
            "author": "A clinic",
            "subject": "What a test is",
            "keywords": ("one", "two"),
            "created": datetime(2026, 11, 1, 8, 30, tzinfo=UTC),
            "identifier": "TEST-1",
        }
        return Identity(**(given | parts))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def render(engine: Engine, identity: Callable[..., Identity]) -> Render:
    """Render the body of a document with a plain style sheet, and CSS of one's own."""

    def run(
        body: str,
        css: str = "",
        *,
        lang: str = "en",
        direction: str = "ltr",
        variant: Variant = Variant.ACCESSIBLE,
        **parts: object,
    ) -> Rendered:
        ink = INK if variant is Variant.PRESS else ""
        return engine.render(
            f'<!doctype html><html lang="{lang}" dir="{direction}"><body>{body}',
            stylesheets=[PAGE + ink + css],
            variant=variant,
            identity=identity(lang=lang, direction=direction),
            **parts,  # type: ignore[arg-type]
        )

    return run
