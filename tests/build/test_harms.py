"""Each choice of a grid can say what harm it may do, in a row of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import html as markup

from leaflets.build import make as making
from leaflets.build.workshop import Workshop
from leaflets.compose.facing import compose_facing
from leaflets.compose.html import compose
from leaflets.formats.base import FORMATS

LEAFLET = "content/leaflets/tea.yaml"
SAID = 'what: "{spilled} cups are spilled.", '
OTHER = 'what: "{with_saucer} may be spilled, but we are not sure.", '


def _rows(page: markup.HtmlElement) -> list[list[str]]:
    """Find the rows of the grid that say what harm a choice may do: heading and words."""
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.xpath("//table[contains(@class, 'options')]//tr[td]")
        if row[0].text_content().startswith("Possible harms")
    ]


def test_what_harm_a_choice_may_do_stands_under_what_happened(
    change: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    """Each choice has the row, as all of a grid say it or none (DISCERN items 10, 11)."""
    change(LEAFLET, OTHER, OTHER + "harms: Nobody knows., ")
    root = change(LEAFLET, SAID, SAID + "harms: A wet table., ")
    workshop = Workshop(root, tmp_path / "fonts")
    edition = workshop.bind("tea", "en", "tea-room").edition

    page = markup.fromstring(compose(edition, FORMATS["screen"], workshop.templates).html)

    assert _rows(page) == [
        ["Possible harms", "A wet table."],
        ["Possible harms", "Nobody knows."],
    ]


def test_a_sheet_in_two_languages_says_the_harm_in_both(
    change: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    """What is not translated yet stands in for itself, and is not left out."""
    change(LEAFLET, OTHER, OTHER + "harms: Nobody knows., ")
    root = change(LEAFLET, SAID, SAID + "harms: A wet table., ")
    workshop = Workshop(root, tmp_path / "fonts")
    edition = making._with_original(
        workshop, workshop.bind("tea", "pl", "tea-room").edition
    )

    page = compose_facing(edition, FORMATS["bilingual"], workshop.templates).html

    assert page.count("A wet table.") == 2
