"""A line of a page holds as many words as fit, whatever elements they stand in."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from leaflets.pdf.layout import Layout

WORDS = "No sabemos si ayuda. En un ensayo de solo {} mujeres, {} tuvieron un bebé."
ARABIC = "لا نعرف ما إذا كان ذلك يساعد. في تجربة على {} امرأة فقط، رُزقت {} بطفل."


@pytest.fixture(scope="module", autouse=True)
def engine() -> Layout:
    """Start the engine, as for any leaflet."""
    return Layout()


def lines(words: str, width: float, *, rtl: bool) -> list[str]:
    """Set a paragraph *width* mm wide; give the words of each of its lines."""
    family = "Noto Naskh Arabic" if rtl else "Noto Sans"
    html = (
        "<style>@page { size: 200mm } p { "
        f'font: 12pt "{family}"; width: {width}mm; direction: {"rtl" if rtl else "ltr"}'
        f" }}</style><p>{words}"
    )
    page: Any = HTML(string=html).render().pages[0]
    return [
        "".join(b.text for b in line.descendants() if isinstance(b, boxes.TextBox)).strip()
        for line in page._page_box.descendants()
        if isinstance(line, boxes.LineBox)
    ]


@pytest.mark.parametrize(("words", "rtl"), [(WORDS, False), (ARABIC, True)])
def test_an_element_behind_words_does_not_end_their_line(words: str, *, rtl: bool) -> None:
    """At every width the lines are those of the same words without an element."""
    facts = ("40", "60")
    apart = tuple(f"<span>{fact}</span>" for fact in facts)
    for tenths in range(600, 1000, 6):
        width = tenths / 10
        plain = lines(words.format(*facts), width, rtl=rtl)
        spans = lines(words.format(*apart), width, rtl=rtl)
        assert [len(line.split()) for line in spans] == [
            len(line.split()) for line in plain
        ], width


def test_no_word_is_lost_or_said_twice_where_a_line_ends_at_an_element() -> None:
    """What is broken is put together again."""
    words = WORDS.format("<b>40</b>", "<i>60</i>")
    whole = WORDS.format("40", "60").split()
    for tenths in range(200, 1000, 17):
        assert " ".join(lines(words, tenths / 10, rtl=False)).split() == whole
