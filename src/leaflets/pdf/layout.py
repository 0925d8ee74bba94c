"""The one door to the engine: HTML and CSS in, a finished PDF out.

Importing this module starts the engine (0.4 s), so ``engine`` does it at its first
rendering; no font is looked for before a Layout is made.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from weasyprint import CSS, DEFAULT_OPTIONS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.pdf import generate_pdf
from weasyprint.text.fonts import FontConfiguration

from leaflets import fingerprint
from leaflets.errors import RenderError
from leaflets.pdf import finish, journal, press, settle, writer
from leaflets.pdf.boxtree import Reader
from leaflets.pdf.fetcher import GivenOnly, Refused
from leaflets.pdf.identity import Identity
from leaflets.pdf.intent import Condition
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

SHEETS = 64
"""How many parsed stylesheets are kept."""


class Layout:
    """The engine of one process, with its fonts and parsed stylesheets."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()
        self._sheets: OrderedDict[str, tuple[CSS, CounterStyle]] = OrderedDict()

    def render(
        self,
        html: str,
        *,
        stylesheets: Sequence[str],
        resources: Mapping[str, bytes],
        variant: Variant,
        identity: Identity,
        condition: Condition,
    ) -> Rendered:
        """Lay out, draw and finish one document; see ``Engine.render``."""
        _ = identity.moment  # raises ValueError before any work is done
        fetcher = GivenOnly(resources)
        reader = Reader()
        with journal.listen() as heard, _broken_off(fetcher):
            document = self._lay_out(html, stylesheets, fetcher)
            for page in document.pages:
                reader.read(page)
            settle.describe(document, identity)
            pdf = _draw(document, variant, identity, condition)
        return Rendered(
            pdf=pdf,
            pages=tuple(reader.pages),
            boxes=tuple(reader.boxes),
            marks=tuple(reader.marks),
            notes=heard.notes,
        )

    def _lay_out(self, html: str, stylesheets: Sequence[str], fetcher: GivenOnly) -> Any:
        sheets = [self._sheet(css) for css in stylesheets]
        counters = CounterStyle()
        for _, defined in sheets:
            counters.update(defined)
        source = HTML(string=html, url_fetcher=fetcher)
        return source.render(
            font_config=self._fonts,
            counter_style=counters,
            color_profiles={},
            stylesheets=[sheet for sheet, _ in sheets],
        )

    def _sheet(self, css: str) -> tuple[CSS, CounterStyle]:
        """Parse a stylesheet, or give it again as it was parsed before."""
        key = fingerprint.of_bytes(css.encode())
        if key not in self._sheets:
            counters = CounterStyle()
            sheet = CSS(
                string=css,
                font_config=self._fonts,
                counter_style=counters,
                url_fetcher=GivenOnly({}),
            )
            self._sheets[key] = (sheet, counters)
            if len(self._sheets) > SHEETS:
                self._sheets.popitem(last=False)
        self._sheets.move_to_end(key)
        return self._sheets[key]


@contextmanager
def _broken_off(fetcher: GivenOnly) -> Iterator[None]:
    """Turn whatever ends a rendering into a RenderError.

    The engine has no error of its own: it stops at a blurred shadow in inks with an
    AssertionError, and at a gradient in inks with a NotImplementedError.
    """
    try:
        yield
    except Refused as refused:
        raise refused.error from None
    except RenderError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__} {error}".strip()
        raise RenderError(f"the engine broke off: {reason}") from error
    if fetcher.refused is not None:
        raise fetcher.refused.error


def _draw(
    document: Any, variant: Variant, identity: Identity, condition: Condition
) -> bytes:
    finisher: press.Press | finish.Accessible
    if variant is Variant.PRESS:
        finisher = press.Press(document, identity, condition)
    else:
        finisher = finish.Accessible(document, identity)
    # The engine's writing is left out: it is done once, and better, by ``writer``.
    asked = {"pdf_version": finisher.version, "pdf_tags": True, "uncompressed_pdf": True}
    pdf = generate_pdf(document, None, 1, **(DEFAULT_OPTIONS | asked))
    finisher.finish(pdf)
    return writer.write(
        pdf,
        version=finisher.version,
        identifier=identity.file_id,
        packed=finisher.packed,
    )
