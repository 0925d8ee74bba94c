"""Each question to a finished page finds what is wrong, and nothing on a clean page."""

from __future__ import annotations

import itertools

import pytest
from tests.pdf.conftest import Render
from tests.pdf.tongues import TONGUES, Tongue

from leaflets.pdf import glyphs, overlaps, pagechecks, visibility
from leaflets.pdf.pageproblem import PageProblem, Question
from leaflets.pdf.rendered import Rendered

SCRIPTS = {"Latin": "en", "Nastaliq": "ur", "Devanagari": "hi", "CJK": "zh-Hans"}
FAMILIES = ("Noto Sans", "Noto Nastaliq Urdu", "Noto Sans Devanagari", "Noto Sans CJK SC",
            "Noto Naskh Arabic", "Noto Sans Bengali", "Noto Sans Gurmukhi")  # fmt: skip

every_script = pytest.mark.parametrize("tag", SCRIPTS.values(), ids=SCRIPTS)


def ask(
    rendered: Rendered,
    families: tuple[str, ...] = FAMILIES,
    headings: tuple[str, ...] = (),
    safe_mm: float = 4,
) -> list[PageProblem]:
    """Put every question to a rendering."""
    pages = glyphs.read(rendered.pdf)
    areas = [box.content for box in rendered.boxes]
    return list(
        itertools.chain(
            pagechecks.missing_glyphs(pages),
            pagechecks.foreign_fonts(pages, families),
            pagechecks.clipped(pages, safe_mm),
            pagechecks.outside(pages, areas),
            overlaps.overlapping(pages),
            pagechecks.placeholders(pages, rendered.pages),
            pagechecks.empty_pages(pages, areas),
            visibility.faint(pages),
            visibility.covered(pages),
            visibility.tiny(pages),
            pagechecks.stranded_headings(pages, areas, rendered.marks, headings),
        )
    )


def asked(problems: list[PageProblem]) -> set[Question]:
    """Say which questions found something."""
    return {problem.question for problem in problems}


def shown(render: Render, tag: str, body: str, css: str = "") -> Rendered:
    """Render a body in one language."""
    tongue: Tongue = TONGUES[tag]
    return render(body, tongue.css + css, lang=tag, direction=tongue.direction)


@pytest.mark.parametrize("tag", TONGUES)
def test_a_clean_page_raises_nothing(tag: str, render: Render) -> None:
    """A page of headings, notes, lists, tables and boxes has no problem at all."""
    words = TONGUES[tag].words
    facts = " · ".join(TONGUES[tag].facts.values())
    body = f"""
        <h1 data-mark="h1">{words}</h1>
        <p>{words}<sup>3</sup> <b>{words}</b><sup>12, 13</sup> <u>{words}</u> {words}</p>
        <p style="text-align: justify">{words} {words} {words} {words}</p>
        <ul><li>{words}<li>{words} {words}</ul><ol><li>{words}<li>{words}</ol>
        <p style="border: 1pt solid; border-radius: 4pt; padding: 6pt">{words} {words}</p>
        <table><tr><th>{words}<td>{words}<tr><th>15<td>{words}</table>
        <h2 data-mark="h2">{words}</h2><p style="color: #333">{facts}</p>
        <p>{words} {words} {words} {words} {words} {words} {words} {words}</p>
    """
    css = "@page { @bottom-center { content: counter(page) ' / ' counter(pages) } }"
    assert ask(shown(render, tag, body, css), headings=("h1", "h2")) == []


@pytest.mark.parametrize(
    "words", ["Ç̧ ẹ̀ n̈ x̌ ệ q̃ — Å̊", "नि ट्ट्ठ्ये क्ष्म्य ँ", "ਨ੍ਹਾਂ ਸ੍ਵੈ", "مُّحَمَّدٌ رَسُوْلٌ"]
)
def test_marks_that_are_stacked_over_letters_are_clean(words: str, render: Render) -> None:
    """Combining marks lie on letters of their own line, and that is no overlap."""
    css = """html { font-family: "Noto Sans", "Noto Sans Devanagari", "Noto Sans Gurmukhi",
             "Noto Naskh Arabic"; line-height: 1.8 }"""
    assert ask(render(f"<p>{words} {words}</p>" * 8, css)) == []


@every_script
def test_a_missing_glyph_is_found(tag: str, render: Render) -> None:
    """A letter that no font of the set has is named with its code."""
    rendered = shown(render, tag, f"<p>{TONGUES[tag].words} ᚠ</p>")
    (problem,) = pagechecks.missing_glyphs(glyphs.read(rendered.pdf))
    assert problem.question is Question.MISSING_GLYPH
    assert "(U+16A0)" in problem.detail
    assert problem.rectangle is not None


@every_script
def test_a_font_that_is_not_listed_is_found(tag: str, render: Render) -> None:
    """A fallback that nobody asked for is named by the name it bears itself."""
    own = TONGUES[tag].fonts.split(",")[0].strip('"')
    other, stranger = (
        ("한국어", "NotoSansCJKsc-Regular")
        if own == "Noto Sans"
        else ("Žluť", "NotoSans-Regular")
    )
    rendered = shown(render, tag, f"<p>{TONGUES[tag].words}</p><p>{other}</p>")
    problems = ask(rendered, families=(own,))
    assert asked(problems) == {Question.FOREIGN_FONT}
    assert any(f"'{stranger}'" in problem.detail for problem in problems)


@every_script
def test_text_that_a_box_cuts_off_is_found(tag: str, render: Render) -> None:
    """A box of fixed height that hides what overflows cuts its text."""
    words = TONGUES[tag].words
    body = (
        f'<div style="height: 9mm; overflow: hidden">{words} {words} {words} {words}</div>'
    )
    assert asked(ask(shown(render, tag, body))) == {Question.CLIPPED}


@every_script
def test_text_that_leaves_the_page_is_found(tag: str, render: Render) -> None:
    """Letters beyond the trimmed page, or nearer to it than is safe, are cut."""
    tongue = TONGUES[tag]
    body = (
        f'<p style="white-space: nowrap">{tongue.words} {tongue.words} {tongue.words}</p>'
    )
    assert asked(ask(shown(render, tag, body))) == {Question.CLIPPED, Question.OUTSIDE}


def test_text_in_the_unsafe_margin_is_found_and_elsewhere_not(render: Render) -> None:
    """The safe margin is measured in millimetres from the trimmed edge."""
    body = '<p style="position: absolute; left: -12mm; top: 40mm">Near the edge</p><p>Text'
    rendered = render(body)
    assert Question.CLIPPED in asked(ask(rendered, safe_mm=4))
    assert Question.CLIPPED not in asked(ask(rendered, safe_mm=2))


@every_script
def test_text_wider_than_its_column_is_found(tag: str, render: Render) -> None:
    """A line that runs into the margin, and still stands on the page, is found."""
    tongue = TONGUES[tag]
    side = "right" if tongue.direction == "rtl" else "left"
    body = f'<p style="margin-{side}: 95mm; white-space: nowrap">{tongue.words[:28]}</p>'
    problems = ask(shown(render, tag, body), safe_mm=0)
    assert Question.OUTSIDE in asked(problems)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_space_that_hangs_out_of_a_line_is_no_overflow(tag: str, render: Render) -> None:
    """Spaces at the end of a line may stand outside the text area: they are not seen."""
    body = f'<p style="white-space: pre">{TONGUES[tag].words[:30]}{" " * 90}</p>'
    rendered = shown(render, tag, body)
    area = rendered.boxes[0].content
    hanging = [
        run
        for page in glyphs.read(rendered.pdf)
        for run in page.runs
        if run.start < area.x0 - 1.5 or run.end > area.x1 + 1.5
    ]
    assert hanging
    assert ask(rendered) == []


@every_script
@pytest.mark.parametrize("pull", ["-1.2em", "-0.7em"])
def test_a_block_over_another_is_found(tag: str, pull: str, render: Render) -> None:
    """Two blocks that are set on the same spot print over one another."""
    words = TONGUES[tag].words
    css = "p { margin: 0; line-height: 1.3 }"
    body = f'<p>{words} {words}</p><p style="margin-top: {pull}">{words} {words}</p>'
    assert Question.OVERLAP in asked(ask(shown(render, tag, body, css)))


@every_script
def test_lines_that_stand_too_close_are_found(tag: str, render: Render) -> None:
    """A line height under what the script needs makes lines touch."""
    words = TONGUES[tag].words
    height = {"ur": 1.3, "hi": 0.8, "en": 0.7, "zh-Hans": 0.8}[tag]
    rendered = shown(render, tag, f'<p style="line-height: {height}">{f"{words} " * 8}</p>')
    problems = [p for p in ask(rendered) if p.question is Question.OVERLAP]
    assert problems
    assert all(problem.rectangle is not None for problem in problems)


def test_two_words_on_one_spot_of_one_line_are_found(render: Render) -> None:
    """Words of one line that are pushed over each other are no neighbours."""
    body = (
        '<p>The first <span style="position: relative; left: -12mm">second</span> third</p>'
    )
    assert asked(ask(render(body))) == {Question.OVERLAP}


@every_script
@pytest.mark.parametrize("left", ["{name}", "{{ phone }}", "{% if x %}", "⟦Text⟧"])
def test_a_placeholder_that_is_left_is_found(tag: str, left: str, render: Render) -> None:
    """The name of a value that nobody filled in is found in every script."""
    words = TONGUES[tag].words
    problems = ask(shown(render, tag, f"<p>{words} {left} {words}</p>"))
    assert Question.PLACEHOLDER in asked(problems)
    assert any(left.strip("⟦⟧") in problem.detail for problem in problems)


def test_a_placeholder_is_found_even_if_the_words_do_not_tell(render: Render) -> None:
    """The glyphs are searched too, not only the words that were laid out."""
    rendered = render("<p>Call {phone} now</p>")
    blind = [type(page)("") for page in rendered.pages]
    (problem,) = pagechecks.placeholders(glyphs.read(rendered.pdf), blind)
    assert problem.detail == "'{phone}'"


@every_script
def test_an_empty_page_is_found(tag: str, render: Render) -> None:
    """A page with a page number and the tail of a box, and no words, is empty."""
    words = TONGUES[tag].words
    css = "@page { @bottom-center { content: counter(page) } }"
    tail = '<div style="break-before: page; border: 1pt solid; height: 3cm"></div>'
    problems = ask(shown(render, tag, f"<p>{words}</p>{tail}", css))
    assert [(p.question, p.page) for p in problems] == [(Question.EMPTY, 1)]


def test_a_page_with_only_a_picture_is_not_empty(render: Render) -> None:
    """An image in the text area is content."""
    svg = (
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='90'"
        "%3E%3Ctext x='9' y='50'%3EHi%3C/text%3E%3C/svg%3E"
    )
    assert ask(render(f'<img src="{svg}" alt="A word">')) == []


@every_script
def test_a_heading_alone_at_the_foot_is_a_warning(tag: str, render: Render) -> None:
    """A heading whose text begins on the next page is stranded; a page number helps not."""
    words = TONGUES[tag].words
    css = "@page { @bottom-center { content: counter(page) } } h2 { break-after: auto }"
    body = f'<p>{words}</p><h2 data-mark="h">{words}</h2><p style="break-before: page">{words}</p>'
    problems = ask(shown(render, tag, body, css), headings=("h",))
    assert [(p.question, p.page, p.warning) for p in problems] == [
        (Question.STRANDED, 0, True)
    ]


def test_a_heading_over_its_column_is_not_stranded(render: Render) -> None:
    """What stands in another column does not follow a heading, what stands below does."""
    css = "#c { columns: 2; column-fill: auto; height: 120mm }"
    lines = "Some words to fill a column with lines of text. " * 5
    follows = (
        f'<div id="c"><p>{lines}</p><h2 data-mark="h">A heading</h2><p>{lines}</p></div>'
    )
    assert ask(render(follows, css), headings=("h",)) == []
    alone = f'<div id="c"><h2 data-mark="h">One</h2><p style="break-before: column">{lines}</div>'
    assert asked(ask(render(alone, css), headings=("h",))) == {Question.STRANDED}


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_heading_that_runs_into_its_text_is_not_stranded(
    tag: str, render: Render
) -> None:
    """Words in the line of the heading follow it; a heading by itself there is alone."""
    words = TONGUES[tag].words

    def last(after: str) -> Rendered:
        head = f'<b data-mark="h">{words[:14]}</b>'
        return shown(render, tag, f"<p>{words}</p><p>{head}{after}</p>")

    assert ask(last(f"&emsp;{words[:20]}"), headings=("h",)) == []
    assert asked(ask(last(""), headings=("h",))) == {Question.STRANDED}


@every_script
@pytest.mark.parametrize(
    ("css", "question"),
    [
        ("b { color: #fff }", Question.FAINT),
        ("b { color: #aaa }", Question.FAINT),
        ("b { color: device-cmyk(0 0 0 0.3) }", Question.FAINT),
        ("b { font-size: 3pt }", Question.TINY),
        (("p { position: relative } p::after { content: ''; position: absolute; "
         "inset: 0; background: #fff }"), Question.COVERED),
        (("p { position: relative } img { position: absolute; inset: 0; height: 4em; "
         "width: 20em }"), Question.COVERED),
    ],
)  # fmt: skip
def test_words_that_cannot_be_seen_are_found(
    tag: str, css: str, question: Question, render: Render
) -> None:
    """Words that are in the file, in their place, and hidden from a reader."""
    words = TONGUES[tag].words
    picture = (
        '<img alt="x" src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 '
        'viewBox=%220 0 9 3%22><rect width=%229%22 height=%223%22/></svg>">'
    )
    body = f"<p><b>{words}</b>{picture if 'img' in css else ''}</p><p>{words}</p>"
    assert question in asked(ask(shown(render, tag, body, css)))


def test_a_light_sign_in_a_dark_square_is_seen(render: Render) -> None:
    """The sign of a warning, a tinted ground and a frame hide nothing."""
    css = """b { background: #000; color: #fff } p { background: #eee; outline: 2pt solid }
             div { border: 3pt solid; border-radius: 3pt } u { text-decoration: underline }"""
    body = "<div><p><b>!</b> Words <u>on a tint</u></p></div>"
    assert ask(shown(render, "en", body, css)) == []


def test_a_problem_says_what_and_where() -> None:
    """A problem reads as one line with the number of the page."""
    problem = PageProblem(question=Question.EMPTY, page=1, rectangle=None, detail="nothing")
    assert str(problem) == "empty page on page 2: nothing"
