"""The tags of a document are those of its elements, however it is laid out."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tests.pdf.conftest import Render

from leaflets.errors import RenderError
from leaflets.pdf import tagplaces, tagtree
from leaflets.pdf.tagtree import Node, Tree

FILLER = "<p>Words that fill a page.</p>" * 40


def tree(render: Render, body: str, css: str = "", **parts: str) -> Tree:
    """Give the tags of a document."""
    return tagtree.read(render(body, css, **parts).pdf)


def nodes(drawn: Tree, kind: str) -> list[Node]:
    """Give the tags of a kind, in the order of reading."""
    return [node for top in drawn.top for node in top.all() if node.kind == kind]


def shape(node: Node) -> str:
    """Write the kinds of a tag and those in it, as in ``L(LI(Lbl LBody))``."""
    below = " ".join(shape(kid) for kid in node.nodes)
    return f"{node.kind}({below})" if below else node.kind


def test_a_list_that_goes_on_over_the_page_is_one_list(render: Render) -> None:
    """It is announced with all its items, and an item is not cut in two."""
    items = "".join(f"<li>Point {n} {'and more words ' * 30}</li>" for n in range(12))
    drawn = tree(render, f"<h1>T</h1><ul>{items}</ul>")
    assert drawn.pages > 1
    (found,) = nodes(drawn, "L")
    assert [kid.kind for kid in found.nodes] == ["LI"] * 12
    assert {page for node in found.all() for page, _ in node.marks} == set(
        range(drawn.pages)
    )


def test_a_paragraph_on_two_pages_says_on_which_its_words_stand(render: Render) -> None:
    """Its second half stands in a tag of the second page, and it is read as one."""
    words = " ".join(f"word{n}" for n in range(900))
    drawn = tree(render, f"<p>{words}</p>")
    (found,) = nodes(drawn, "P")
    assert drawn.pages > 1
    later = [("Span", page) for page in range(1, drawn.pages)]
    assert [(kid.kind, kid.page) for kid in found.nodes] == later
    assert "".join(found.words.split()) == "".join(words.split())


def test_the_head_of_a_table_is_read_once(render: Render) -> None:
    """Where it stands again on the next page it is an artifact."""
    rows = "".join(f"<tr><th scope=row>Row {n}<td>{n}" for n in range(60))
    head = '<thead><tr><th scope="col">Kind of row<th scope="col">Number</thead>'
    rendered = render(f"<table>{head}<tbody>{rows}</tbody></table>")
    drawn = tagtree.read(rendered.pdf)
    assert [page.text.count("Kind of row") for page in rendered.pages] == [1, 1, 1]
    (table,) = nodes(drawn, "Table")
    assert table.words.count("Kind of row") == 1
    assert len(nodes(drawn, "TR")) == 61
    assert not any(tagplaces.read(rendered.pdf).loose)


def test_a_link_over_two_lines_is_one_link(render: Render) -> None:
    """With a place to press on each line."""
    words = "a link that is longer than any line of this page can ever be " * 2
    drawn = tree(render, f'<p><a href="https://example.org/">{words}</a></p>')
    (link,) = nodes(drawn, "Link")
    assert len(link.links) == 2


def test_a_heading_that_runs_into_its_paragraph_stands_beside_it(render: Render) -> None:
    """A heading within a paragraph would be none."""
    body = f"<section><h2>Head</h2> <p>{'Many words. ' * 30}</p></section>"
    drawn = tree(render, body, "h2, p { display: inline }")
    (section,) = nodes(drawn, "Sect")
    assert shape(section) == "Sect(H2 P)"


def test_a_sign_that_is_hidden_is_not_read(render: Render) -> None:
    """Neither in the tags nor in the bookmarks; it is drawn all the same."""
    drawn = tree(render, '<h1><span aria-hidden="true">!</span>Stop <b>now</b></h1>')
    (heading,) = nodes(drawn, "H1")
    assert heading.words == "Stop now"
    assert [each.title for each in drawn.bookmarks] == ["Stop now"]


def test_words_that_stand_in_no_block_are_a_paragraph(render: Render) -> None:
    """A part that only groups has no words of its own."""
    body = '<div id="a">One <b>two</b><p>Three</p>Four</div><div>Five</div>'
    drawn = tree(render, body)
    assert shape(drawn.top[0]) == "Document(Div(P P P) P)"
    assert [node.words for node in nodes(drawn, "P")] == [
        "One two",
        "Three",
        "Four",
        "Five",
    ]


def test_a_word_and_its_meaning_are_one_item(render: Render) -> None:
    """The word is the label, its meanings are the body."""
    drawn = tree(render, "<dl><dt>Tea<dd>A drink<dt>Cup<dd>A vessel</dl>")
    assert shape(nodes(drawn, "L")[0]) == "L(LI(Lbl LBody) LI(Lbl LBody))"


def test_a_list_in_an_item_belongs_to_the_item(render: Render) -> None:
    """It stands in its body, behind its words."""
    drawn = tree(render, "<ol><li>One<ul><li>Inner</ul><li>Two</ol>")
    inner = "L(LI(Lbl LBody))"
    assert shape(nodes(drawn, "L")[0]) == f"L(LI(Lbl LBody({inner})) LI(Lbl LBody))"
    said = [node.attributes["ListNumbering"] for node in nodes(drawn, "L")]
    assert said == ["Decimal", "Circle"]


def test_a_part_may_say_that_it_is_a_list(render: Render) -> None:
    """With the number at the beginning of each item as its label."""
    items = "".join(
        f'<p role="listitem"><span class="number">{n}.</span> Source</p>' for n in (1, 2)
    )
    (found,) = nodes(tree(render, f'<div role="list">{items}</div>'), "L")
    assert shape(found) == "L(LI(Lbl LBody) LI(Lbl LBody))"
    assert found.attributes["ListNumbering"] == "Decimal"


def test_what_says_nothing_has_no_tag(render: Render) -> None:
    """Lines to write on are drawn, and are no part of the text."""
    lines = "<div id=a style='border-bottom: 1pt solid; height: 9mm'></div>" * 3
    drawn = tree(render, f"<p>Notes</p>{lines}<p></p>")
    assert shape(drawn.top[0]) == "Document(P)"


def test_an_empty_cell_keeps_its_place(render: Render) -> None:
    """Without it the cells behind it would stand under other headers."""
    drawn = tree(render, "<table><tr><td>a<td><td>c</table>")
    assert [node.words for node in nodes(drawn, "TD")] == ["a", "", "c"]


@pytest.mark.parametrize(("direction", "way"), [("ltr", None), ("rtl", "RlTb")])
def test_a_document_says_which_way_it_runs(
    render: Render, direction: str, way: str | None
) -> None:
    """And a part that runs the other way says so, and no other part."""
    other = {"ltr": "rtl", "rtl": "ltr"}[direction]
    body = f"<p>One</p><p dir={other}>Two</p><p>Three</p>"
    drawn = tree(render, body, direction=direction)
    ways = [node.attributes.get("WritingMode") for node in nodes(drawn, "P")]
    assert drawn.top[0].attributes.get("WritingMode") == way
    assert ways == [None, "LrTb" if way else "RlTb", None]


def test_a_heading_in_two_languages_is_one_heading(render: Render) -> None:
    """The one without a bookmark goes into that of the reader, with its language."""
    body = '<h1 lang="pl" style="bookmark-level: none">Herbata</h1><p>1</p><h1>Tea</h1>'
    drawn = tree(render, body)
    (heading,) = nodes(drawn, "H1")
    assert [(kid.kind, kid.lang, kid.words) for kid in heading.nodes] == [
        ("Span", "pl", "Herbata"),
        ("Span", "", "1"),
        ("Span", "", "Tea"),
    ]


def test_a_cell_calls_the_header_of_its_group_and_its_row(render: Render) -> None:
    """A header over a group of rows stands for that group, and not for the next."""
    groups = "".join(
        f"<tbody><tr><th scope=rowgroup colspan=2>{name}"
        f"<tr><th scope=row>Who<td>{name}</tbody>"
        for name in ("One", "Two")
    )
    drawn = tree(render, f"<table>{groups}</table>")
    named = {node.name: node.words for node in nodes(drawn, "TH")}
    called = [
        [named[name] for name in node.attributes["Headers"].split()]
        for node in nodes(drawn, "TD")
    ]
    assert called == [["One", "Who"], ["Two", "Who"]]


def test_names_of_headers_are_found_by_the_viewer(render: Render) -> None:
    """ISO 32000-1, 14.7.2: elements with an ID stand in the tree of names."""
    body = "<table><tbody><tr><th scope=rowgroup>A<tr><th scope=row>B<td>c</table>"
    rendered = render(body)
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert [str(name) for name in names[::2]] == ["h1", "h2"]
        assert all(element.S == "/TH" for element in names[1::2])


def test_a_picture_without_words_stops_the_rendering(render: Render) -> None:
    """Nobody could know whether it says something."""
    square = (
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/%3E"
    )
    with pytest.raises(RenderError, match="no alternative text"):
        render(f'<img alt=" " src="{square}">')
