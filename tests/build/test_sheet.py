"""Questions that have a section to themselves are a sheet to tear off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import html as markup

from leaflets.build import rendering
from leaflets.build.workshop import Workshop
from leaflets.compose.html import compose
from leaflets.formats.base import FORMATS
from leaflets.pdf.variant import Variant

LEAFLET = "content/leaflets/tea.yaml"
BEFORE = "      - kind: ask\n"
APART = "  - id: sheet\n    heading: Take these along\n    blocks:\n" + BEFORE


def test_a_sheet_of_questions_begins_a_page(
    change: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    """Nothing stands above it, so that nothing is lost with it."""
    change(LEAFLET, "[Is there more tea?]", '["Are {spilled} spilled [@T-1]?"]')
    workshop = Workshop(change(LEAFLET, BEFORE, APART), tmp_path / "fonts")
    edition = workshop.bind("tea", "en", "tea-room").edition
    form = FORMATS["screen"]
    composition = compose(edition, form, workshop.templates)
    rendered = workshop.engine.render(
        composition.html,
        stylesheets=composition.styles,
        variant=Variant(form.variant),
        identity=rendering.identity_of(edition, form, composition),
    )
    page = markup.fromstring(composition.html)
    where = {mark.id: mark.page for mark in rendered.marks}
    sheet = page.xpath("//section[@id='sheet']//@data-mark")
    above = page.xpath("//section[@id='sheet']/preceding-sibling::section//@data-mark")

    assert page.xpath("//section[@class='sheet']/@id") == ["sheet"]
    assert sheet
    assert above
    assert max(where[m] for m in above if m in where) < min(where[m] for m in sheet)


def test_questions_among_other_words_stay_among_them(tea: Path, tmp_path: Path) -> None:
    """Only a section of their own makes them a sheet."""
    workshop = Workshop(tea, tmp_path / "fonts")
    edition = workshop.bind("tea", "en", "tea-room").edition
    html = compose(edition, FORMATS["screen"], workshop.templates).html
    assert 'class="sheet"' not in html
