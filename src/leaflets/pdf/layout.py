"""The one door to the engine: HTML and CSS in, a finished PDF out.

Importing this module starts the engine (0.4 s), so ``engine`` does it at its first
rendering; no font is looked for before a Layout is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from weasyprint import DEFAULT_OPTIONS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.pdf import generate_pdf
from weasyprint.text.ffi import harfbuzz_subset
from weasyprint.text.fonts import FontConfiguration

from leaflets.errors import RenderError
from leaflets.pdf import (
    enginecolours,
    enginemarkers,
    enginepictures,
    enginetags,
    finish,
    journal,
    linebreaks,
    lineends,
    settle,
    writer,
)
from leaflets.pdf.boxtree import Reader
from leaflets.pdf.fetcher import GivenOnly, Refused
from leaflets.pdf.identity import Identity
from leaflets.pdf.lettermap import Fonts
from leaflets.pdf.press.file import Press
from leaflets.pdf.printspec import PrintSpec
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.stylesheets import Sheet, Sheets
from leaflets.pdf.tags.asides import asides
from leaflets.pdf.textlayer import drawn, plain
from leaflets.pdf.variant import Variant

_FAULTS = (
    linebreaks,
    enginecolours,
    enginemarkers,
    enginepictures,
    enginetags,
    lineends,
    drawn,
)
"""What mends the engine, each a fault."""


class Layout:
    """The engine of one process, with its fonts and parsed style sheets."""

    def __init__(self) -> None:
        if harfbuzz_subset is None:
            # The engine would cut fonts down in another way, and put the clock in them.
            raise RenderError(
                "the library libharfbuzz-subset.so.0 is not installed",
                hint="apt-get install libharfbuzz-subset0",
            )
        for fault in _FAULTS:
            fault.mend()
        self._fonts = FontConfiguration()
        self._sheets = Sheets(self._fonts)

    def render(
        self,
        html: str,
        *,
        stylesheets: Sequence[str],
        resources: Mapping[str, bytes],
        variant: Variant,
        identity: Identity,
        spec: PrintSpec,
    ) -> Rendered:
        """Lay out, draw and finish one document; see ``Engine.render``."""
        _ = identity.moment  # raises ValueError before any work is done
        fetcher = GivenOnly(resources)
        reader = Reader()
        with journal.listen() as heard, _broken_off(fetcher):
            sheets = self._sheets.parsed(stylesheets)
            document = self._lay_out(html, sheets, fetcher)
            for page, aside in zip(document.pages, asides(document.pages), strict=True):
                reader.read(page, aside)
            settle.describe(document, identity)
            words = "".join(page.text for page in reader.pages)
            tagged, truly = variant is Variant.ACCESSIBLE, plain.is_plain(words)
            document.fonts = Fonts(silent=tagged and not truly, spaced=tagged and truly)
            pdf = self._draw(document, variant, identity, spec)
        said = [note for sheet in sheets for note in sheet.notes]
        return Rendered(
            pdf=pdf,
            pages=tuple(reader.pages),
            boxes=tuple(reader.boxes),
            marks=tuple(reader.marks),
            notes=tuple(dict.fromkeys([*said, *heard.notes])),
        )

    def _lay_out(self, html: str, sheets: Sequence[Sheet], fetcher: GivenOnly) -> Any:
        counters = CounterStyle()
        for sheet in sheets:
            counters.update(sheet.counters)
        return HTML(string=html, url_fetcher=fetcher).render(
            font_config=self._fonts,
            counter_style=counters,
            color_profiles={},
            stylesheets=[sheet.css for sheet in sheets],
        )

    def _draw(
        self, document: Any, variant: Variant, identity: Identity, spec: PrintSpec
    ) -> bytes:
        finisher: Press | finish.Accessible
        if variant is Variant.PRESS:
            finisher = Press(document, identity, spec, self._lay_out_more)
        else:
            finisher = finish.Accessible(document, identity)
        # The engine's writing is left out: it is done once, and better, by ``writer``.
        asked = {
            "pdf_version": finisher.version,
            "pdf_tags": True,
            "uncompressed_pdf": True,
        }
        pdf = generate_pdf(document, None, 1, **(DEFAULT_OPTIONS | asked))
        finisher.finish(pdf)
        return writer.write(
            pdf,
            version=finisher.version,
            identifier=identity.file_id,
            packed=finisher.packed,
        )

    def _lay_out_more(self, html: str, css: str) -> Any:
        """Lay out what a finisher adds, which asks for no resources."""
        return self._lay_out(html, self._sheets.parsed([css]), GivenOnly({}))


@contextmanager
def _broken_off(fetcher: GivenOnly) -> Iterator[None]:
    """Turn whatever ends a rendering into a RenderError.

    The engine has no error of its own: it stops with whatever its code ran into.
    """
    try:
        yield
    except Refused as refused:
        raise refused.error from None
    except RenderError:
        if fetcher.refused is not None:
            raise fetcher.refused.error from None
        raise
    except Exception as error:
        reason = f"{type(error).__name__} {error}".strip()
        raise RenderError(f"the engine broke off: {reason}") from error
    if fetcher.refused is not None:
        raise fetcher.refused.error
