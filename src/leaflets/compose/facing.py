"""Compose a translation and its original on one sheet, row by row.

Whoever hands the leaflet out reads the same row as whoever receives it. Both languages
are whole, the evidence section too; references, the clinic's figures and the edition code
stand once, for they are the same in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leaflets.compose import evidence
from leaflets.compose.environment import Markup, Templates
from leaflets.compose.html import Composition, bands, imprint_words, say_all
from leaflets.compose.page import Page
from leaflets.compose.setter import Setter
from leaflets.errors import RenderError
from leaflets.model.blocks import BarComparison, Block, IconArray
from leaflets.model.edition import Edition
from leaflets.model.facts import Fact, placed_in
from leaflets.model.format import Format
from leaflets.model.leaflet import Leaflet
from leaflets.model.paragraphs import numbers
from leaflets.model.text import Text
from leaflets.model.walk import texts

ROOM = 30
"""Characters of an unbroken run, bold and in a list, that a column has room for at the
type size of Latin. What is longer gets the whole width of the sheet."""

_STYLES = ("styles/base.css", "styles/page.css", "styles/bilingual.css")


def compose_facing(
    edition: Edition, form: Format, templates: Templates, *, logo: str = ""
) -> Composition:
    """Compose an edition beside its original (``edition.beside``).

    Raises RenderError for an edition that stands alone, for a template that fails or
    leaves a Text out, and for a part of the evidence section that has nothing to say.
    """
    if edition.beside is None:
        raise RenderError(
            f"format {form.name!r} prints a translation beside its original",
            hint="name another locale, or another format",
        )
    said = Setter(edition, form)
    original = Setter(edition.beside, form, beside=said)
    original.minimum = original.body_size
    sides = (_Side(original, templates, "original"), _Side(said, templates, "said"))
    title = said.plain(edition.leaflet.title)
    full_title = f"{edition.phrases['draft.band']} – {title}" if edition.draft else title
    values: Mapping[str, Any] = {
        **sides[1].page.values,
        "original": sides[0].values,
        "said": sides[1].values,
        "numbers": numbers(edition.leaflet),
        "wide": sides[0].wide() | sides[1].wide(),
        "is_long": sides[1].is_long,
        "long_code": len(edition.code) > ROOM,
        "title": full_title,
        "bands": [*bands(said), *bands(original)],
        "logo": logo,
        "running_code": said.mark(
            "code", "running", edition.code, direction="ltr", css="fact code"
        ),
        "evidence_parts": lambda: tuple(
            zip(evidence.parts(original), evidence.parts(said), strict=True)
        ),
    }
    styles = (f"color/{form.colour}.css", *_STYLES)
    sheets = tuple(templates.fill(name, values) for name in styles)
    html = templates.fill("bilingual.html", values)
    for setter in (original, said):
        say_all(setter)
    tag = edition.beside.locale.tag
    return Composition(
        html=html,
        styles=sheets,
        expected=tuple(said.expected),
        said={
            **{f"{key} ({tag})": runs for key, runs in original.said.items()},
            **said.said,
            **imprint_words(edition),
        },
        claims=tuple(said.claims),
        sources=said.numbering.sources,
        parts=_parts_of_both(said),
        title=full_title,
    )


def _parts_of_both(setter: Setter) -> tuple[str, ...]:
    """Name the parts that stand there in both languages, in order; a lone one is none."""
    names = [e.name for e in setter.expected if e.kind == "part" and "." not in e.name]
    half = len(names) // 2
    return tuple(names[:half]) if names[:half] == names[half:] else ()


class _Side:
    """One language of the sheet: what a template says there, by the same names."""

    def __init__(self, setter: Setter, templates: Templates, name: str) -> None:
        self.page = Page(setter, templates)
        self._setter = setter
        self._texts: dict[str, Text] = {t.key: t for t in texts(setter.edition.leaflet)}
        self._blocks = _blocks(setter.edition.leaflet)
        self.values: Mapping[str, Any] = {
            **self.page.values,
            "side": name,
            "say": self._say,
            "icons": self._icons,
            "bars": self._bars,
        }

    def is_long(self, fact: Fact, field: str = "") -> bool:
        """Say whether a fact, which never breaks, needs more than a column."""
        room = ROOM / self._setter.edition.locale.scale
        return len(self._setter.words_of(fact, field)) > room

    def wide(self) -> frozenset[str]:
        """Keys of the Texts that place a fact which needs more than a column."""
        facts = self._setter.edition.facts
        return frozenset(
            key
            for key, text in self._texts.items()
            if any(self.is_long(facts[name], part) for name, part in placed_in(text.words))
        )

    def _say(self, text: Text) -> Markup:
        return self._setter.say(self._texts[text.key])

    def _icons(self, block: IconArray) -> dict[str, Any]:
        own = self._blocks[block.id]
        return self.page.icons(own) if isinstance(own, IconArray) else {}

    def _bars(self, block: BarComparison) -> list[dict[str, Any]]:
        own = self._blocks[block.id]
        return self.page.bars(own) if isinstance(own, BarComparison) else []


def _blocks(leaflet: Leaflet) -> dict[str, Block]:
    return {block.id: block for section in leaflet.sections for block in section.blocks}
