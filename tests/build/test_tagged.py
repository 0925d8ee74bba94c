"""Every fault of the tags that the build asks about is found in a file that has it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.build import golden

from leaflets.build.workshop import Workshop
from leaflets.checks import tagged
from leaflets.compose.html import Composition
from leaflets.errors import RenderError
from leaflets.pdf import tagtree
from leaflets.pdf.rendered import Rendered

Drawn = tuple[Composition, Rendered]


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def arabic(workshop: Workshop) -> Drawn:
    """Draw the tests' leaflet in Arabic, with English parts."""
    return golden.drawn(workshop, "ar", "screen")


@pytest.fixture(scope="module")
def english(workshop: Workshop) -> Drawn:
    """Draw the tests' leaflet in English."""
    return golden.drawn(workshop, "en", "screen")


def elements(element: Any) -> Iterator[Any]:
    """Give the structure elements below one, in order."""
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def first(pdf: pikepdf.Pdf, kind: str, number: int = 0) -> Any:
    """Give an element of a kind."""
    found = [e for e in elements(pdf.Root.StructTreeRoot) if f"/{kind}" == e.S]
    return found[number]


def changed(drawn: Drawn, change: Callable[[pikepdf.Pdf], None]) -> Drawn:
    """Give the leaflet with a change in its file."""
    composition, rendered = drawn
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        change(pdf)
        data = io.BytesIO()
        pdf.save(data)
    return composition, replace(rendered, pdf=data.getvalue())


def codes(drawn: Drawn, direction: str) -> list[str]:
    """Give the codes of what is found."""
    composition, rendered = drawn
    return [each.code for each in tagged.inspect(rendered, composition, direction)]


@pytest.mark.parametrize(
    ("locale", "name"), [("en", "screen"), ("ar", "large"), ("ar", "bilingual")]
)
def test_a_leaflet_has_no_fault(workshop: Workshop, locale: str, name: str) -> None:
    """In either direction, in large print, and with two languages on a page."""
    composition, rendered = golden.drawn(workshop, locale, name)
    direction = "rtl" if locale == "ar" else "ltr"
    assert list(tagged.inspect(rendered, composition, direction)) == []


def second_first_heading(pdf: pikepdf.Pdf) -> None:
    """Make a second first heading."""
    first(pdf, "H2").S = pikepdf.Name.H1


def skipped_level(pdf: pikepdf.Pdf) -> None:
    """Let a heading skip a level."""
    first(pdf, "H2").S = pikepdf.Name.H4


def silent_figure(pdf: pikepdf.Pdf) -> None:
    """Take the words of a figure away."""
    del first(pdf, "Figure").Alt


def bare_link(pdf: pikepdf.Pdf) -> None:
    """Take the description of a link away."""
    pdf.pages[0].Annots[0].Contents = ""


def lost_link(pdf: pikepdf.Pdf) -> None:
    """Let a link lead nowhere."""
    link = first(pdf, "Link")
    link.K = pikepdf.Array([kid for kid in link.K if isinstance(kid, int)])


def header_without_scope(pdf: pikepdf.Pdf) -> None:
    """Take the scope of a header away."""
    del first(pdf, "TH").A.Scope


def header_that_is_called_in_vain(pdf: pikepdf.Pdf) -> None:
    """Give a header another name than the cells call it by."""
    header = next(e for e in elements(pdf.Root.StructTreeRoot) if "/ID" in e)
    header.ID = "elsewhere"


def no_language(pdf: pikepdf.Pdf) -> None:
    """Let English be read as the language around it."""
    for element in elements(pdf.Root.StructTreeRoot):
        if "/Lang" in element:
            del element["/Lang"]


def wrong_language(pdf: pikepdf.Pdf) -> None:
    """Let a paragraph be read as another language than it is in."""
    first(pdf, "P").Lang = "en"


def swapped_bookmarks(pdf: pikepdf.Pdf) -> None:
    """Change the words of two bookmarks for one another."""
    one = pdf.Root.Outlines.First.First
    one.Title, one.Next.Title = one.Next.Title, one.Title


def lost_bookmark(pdf: pikepdf.Pdf) -> None:
    """Take a bookmark out."""
    one = pdf.Root.Outlines.First.First
    one.Next = one.Next.Next


def bookmark_that_leads_astray(pdf: pikepdf.Pdf) -> None:
    """Let a bookmark lead to another page."""
    pdf.Root.Outlines.First.First.Dest[0] = pdf.pages[-1].obj


def swapped_paragraphs(pdf: pikepdf.Pdf) -> None:
    """Let a paragraph be read before that above it."""
    kids = first(pdf, "Document").K
    kids[2], kids[3] = kids[3], kids[2]


def swapped_cells(pdf: pikepdf.Pdf) -> None:
    """Let the cells of a row be read against its direction."""
    row = first(pdf, "TR", 3)
    row.K = pikepdf.Array(reversed(list(row.K)))


def ink_without_a_tag(pdf: pikepdf.Pdf) -> None:
    """Draw something that no tag holds."""
    pdf.pages[0].contents_add(b"q 0 0 9 9 re f Q")


def hidden_title(pdf: pikepdf.Pdf) -> None:
    """Let the viewer show the name of the file."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def other_direction(pdf: pikepdf.Pdf) -> None:
    """Let the viewer begin on the other side."""
    pdf.Root.ViewerPreferences.Direction = pikepdf.Name.L2R


def other_tabs(pdf: pikepdf.Pdf) -> None:
    """Let the tabulator go through the rows."""
    pdf.pages[0].Tabs = pikepdf.Name.R


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (second_first_heading, "P401"),
        (skipped_level, "P401"),
        (silent_figure, "P402"),
        (bare_link, "P403"),
        (lost_link, "P403"),
        (header_without_scope, "P404"),
        (header_that_is_called_in_vain, "P404"),
        (no_language, "P405"),
        (wrong_language, "P405"),
        (swapped_bookmarks, "P406"),
        (lost_bookmark, "P406"),
        (bookmark_that_leads_astray, "P406"),
        (swapped_paragraphs, "P407"),
        (swapped_cells, "P407"),
        (ink_without_a_tag, "P408"),
        (hidden_title, "P409"),
        (other_direction, "P409"),
        (other_tabs, "P409"),
    ],
)
def test_a_fault_is_found(
    arabic: Drawn, change: Callable[[pikepdf.Pdf], None], code: str
) -> None:
    """Each by the code that names it, in a file that was right before."""
    assert code in codes(changed(arabic, change), "rtl")


def test_a_file_without_tags_cannot_be_asked(english: Drawn) -> None:
    """It is not passed over: what cannot be read is an error."""

    def strip(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/StructTreeRoot"]

    with pytest.raises(RenderError, match="no tags"):
        codes(changed(english, strip), "ltr")


def test_a_ring_of_tags_is_refused(english: Drawn) -> None:
    """A tag that stands in itself would be read for ever."""

    def tie(pdf: pikepdf.Pdf) -> None:
        heading = first(pdf, "H1")
        heading.K.append(pdf.Root.StructTreeRoot.K[0])

    _, rendered = changed(english, tie)
    with pytest.raises(RenderError, match="deep"):
        tagtree.read(rendered.pdf)
