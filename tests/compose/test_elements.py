"""Composed HTML, read again as a tree."""

from __future__ import annotations

from leaflets.compose.elements import parse


def test_a_page_is_read_as_a_tree() -> None:
    """Elements stand in elements, with their words between them."""
    page = parse("<p>One <b class='x y'>two</b> three</p>")
    (paragraph,) = page.children
    assert paragraph.inner[0] == "One "
    assert paragraph.children[0].classes == {"x", "y"}
    assert paragraph.inner[2] == " three"


def test_what_has_no_end_tag_holds_nothing() -> None:
    """Words after a picture stand beside it."""
    (paragraph,) = parse("<p><img alt='a'>b<br>c</p>").children
    assert [each if isinstance(each, str) else each.tag for each in paragraph.inner] == [
        "img",
        "b",
        "br",
        "c",
    ]


def test_elements_are_found_at_any_depth_in_order() -> None:
    """Rows of a table are found through its bodies."""
    page = parse(
        "<table><tbody><tr id=a></tr></tbody><tbody><tr id=b></tr></tbody></table>"
    )
    assert [row.attributes["id"] for row in page.every("tr")] == ["a", "b"]


def test_a_stray_end_tag_ends_nothing() -> None:
    """Words that look like markup were escaped, and what is left does no harm."""
    (paragraph,) = parse("<p>a</b>c &lt;i&gt;</p>").children
    assert "".join(str(each) for each in paragraph.inner) == "ac <i>"
