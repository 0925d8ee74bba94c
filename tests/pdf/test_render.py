"""HTML goes in; true bytes, words and places come out, and nothing is fetched."""

from __future__ import annotations

import io
import logging
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from PIL import Image
from tests.pdf.conftest import Render

from leaflets.errors import RenderError
from leaflets.pdf import journal
from leaflets.pdf.rendered import Mark, Rendered


def _png(colour: str = "red") -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (8, 4), colour).save(written, "PNG")
    return written.getvalue()


def _within(rendered: Rendered, mark: Mark) -> str:
    """Give the text that pdfium finds within a mark."""
    document = pypdfium2.PdfDocument(rendered.pdf)
    page = document[mark.page].get_textpage()
    text = page.get_text_bounded(mark.x0, mark.y0, mark.x1, mark.y1)
    page.close()
    document.close()
    return str(text).strip()


def test_a_mark_stands_where_its_words_stand_in_the_finished_file(render: Render) -> None:
    """What another reader finds within the rectangle is the text of the mark."""
    rendered = render('<h1>Top</h1><p>Ring <b data-mark="tel">020 7946 0123</b> now.')
    (mark,) = rendered.marks
    assert (mark.id, mark.page, mark.text) == ("tel", 0, "020 7946 0123")
    assert (mark.weight, mark.italic, mark.size) == (700, False, 12.0)
    assert (mark.family, mark.direction, mark.lang) == (("Noto Sans",), "ltr", "en")
    assert _within(rendered, mark) == "020 7946 0123"
    assert mark.y0 < mark.baseline < mark.y1


def test_bleed_does_not_move_a_mark(render: Render) -> None:
    """Positions count from the corner of the trimmed page, with bleed as without."""
    body = '<p data-mark="m">Here'
    plain, bled = render(body), render(body, "@page { bleed: 3mm }")
    assert plain.marks == bled.marks
    assert _within(bled, bled.marks[0]) == "Here"
    assert bled.boxes[0].media.x0 == pytest.approx(-8.504, abs=0.001)
    assert bled.boxes[0].trim == plain.boxes[0].trim == plain.boxes[0].media


def test_an_element_broken_over_lines_and_pages_has_a_mark_for_each_line(
    render: Render,
) -> None:
    """Lines are numbered through, across the break of the page."""
    rendered = render('<p data-mark="long">' + "Many words in a row. " * 90)
    assert [mark.line for mark in rendered.marks] == list(range(len(rendered.marks)))
    assert {mark.page for mark in rendered.marks} == {0, 1}
    for mark in rendered.marks[:3]:
        assert _within(rendered, mark) == mark.text.strip()


def test_runs_of_two_styles_in_one_line_are_two_marks(render: Render) -> None:
    """A reader of positions must know the face of each part."""
    rendered = render('<p data-mark="m">Take <b>two</b> <i>daily</i>')
    assert [(m.text, m.weight, m.italic, m.line) for m in rendered.marks] == [
        ("Take ", 400, False, 0),
        ("two", 700, False, 0),
        (" ", 400, False, 0),
        ("daily", 400, True, 0),
    ]


def test_a_mark_holds_the_words_of_its_element_and_nothing_generated(
    render: Render,
) -> None:
    """Bullets and inserted text belong to the page, but not to the element's words."""
    rendered = render('<ul><li data-mark="m">First</ul>', "li::before { content: 'No. ' }")
    assert [mark.text for mark in rendered.marks] == ["First"]
    assert "No. First" in rendered.pages[0].text


def test_marks_in_each_other_both_hold_the_inner_words(render: Render) -> None:
    """A fact in a heading is found as the fact and in the heading."""
    rendered = render('<h2 data-mark="head">Week <span data-mark="fact">12</span></h2>')
    words: dict[str, str] = {}
    for mark in rendered.marks:
        words[mark.id] = words.get(mark.id, "") + mark.text
    assert words == {"head": "Week 12", "fact": "12"}


def test_a_running_header_is_marked_on_every_page(render: Render) -> None:
    """What must stand on every page can be looked for on every page."""
    rendered = render(
        '<div class="head" data-mark="head">Draft</div>' + "<p>Words. " * 60,
        "@page { @top-center { content: element(head) } } .head { position: running(head) }",
    )
    pages = len(rendered.pages)
    assert pages > 1
    assert [mark.page for mark in rendered.marks] == list(range(pages))
    assert all(_within(rendered, mark) == "Draft" for mark in rendered.marks)


def test_a_marked_image_has_a_mark_without_words(render: Render) -> None:
    """Where a code stands can be known too."""
    rendered = render(
        '<img alt="A" data-mark="code" src="leaflets:code">',
        "img { width: 30mm; height: 15mm }",
        resources={"leaflets:code": _png()},
    )
    (mark,) = rendered.marks
    assert mark.text == ""
    assert mark.x1 - mark.x0 == pytest.approx(30 * 72 / 25.4)
    assert mark.y1 - mark.y0 == pytest.approx(15 * 72 / 25.4)


def test_a_turned_block_takes_its_marks_with_it(render: Render) -> None:
    """A panel that stands on its side is found on its side."""
    rendered = render(
        '<div><p data-mark="m">Turned</div>',
        "div { width: 60mm; height: 60mm; transform: rotate(90deg) }",
    )
    (mark,) = rendered.marks
    assert mark.y1 - mark.y0 > mark.x1 - mark.x0
    assert _within(rendered, mark) == "Turned"


def test_the_words_of_a_page_come_in_order_with_its_margins_last(render: Render) -> None:
    """Blocks are lines; page numbers and headers follow the body."""
    rendered = render(
        "<h1>Title</h1><p>One <b>two</b> three.</p><ul><li>Item</ul>",
        "@page { @top-left { content: 'Head' } @bottom-left { content: counter(page) } }",
    )
    assert rendered.pages[0].text.split("\n") == [
        "Title", "One two three.", "• ", "Item", "Head", "1",
    ]  # fmt: skip


def test_lines_are_joined_by_a_space_only_in_scripts_that_have_spaces(
    render: Render,
) -> None:
    """A broken line of Chinese must not gain a space that no one wrote."""
    english = render("<p>" + "pregnancy loss " * 20).pages[0].text
    assert english == ("pregnancy loss " * 20).strip()
    chinese = render("<p>" + "流产之后" * 40, "p { font-family: 'Noto Sans CJK SC' }")
    assert chinese.pages[0].text == "流产之后" * 40


def test_words_read_right_to_left_are_given_in_logical_order(render: Render) -> None:
    """The order is that of reading, whatever the order on the line."""
    rendered = render(
        '<p data-mark="m">اتصل <span dir="ltr">020 7946 0123</span> الآن',
        "html { font-family: 'Noto Naskh Arabic' }",
        lang="ar",
        direction="rtl",
    )
    assert rendered.pages[0].text == "اتصل 020 7946 0123 الآن"
    first, number, last = rendered.marks
    assert first.x0 > number.x0 > last.x0
    assert (first.direction, number.direction) == ("rtl", "ltr")


@pytest.mark.parametrize(
    "body",
    [
        '<img alt="a" src="file:///etc/hostname">',
        '<img alt="a" src="http://127.0.0.1:9/x.png">',
        '<img alt="a" src="leaflets:other">',
        '<base href="file:///etc/"><img alt="a" src="hostname">',
        '<link rel="stylesheet" href="https://127.0.0.1:9/x.css"><p>x',
        '<style>@import "file:///etc/x.css";</style><p>x',
        "<style>p { background: url(file:///etc/hostname) }</style><p>x",
        '<style>@font-face { font-family: x; src: url("file:///etc/f") }</style><p>x',
        '<style>@font-face { font-family: x; src: local("Noto Sans Regular") }</style><p>x',
        '<object type="image/png" data="file:///etc/hostname">x</object>',
        '<svg viewBox="0 0 1 1"><image href="file:///etc/hostname"/></svg>',
    ],
)
def test_an_address_that_was_not_given_stops_the_rendering(
    render: Render, body: str
) -> None:
    """No file is opened and no host is asked, whatever the page says."""
    with pytest.raises(RenderError, match="which it was not given"):
        render(body, resources={"leaflets:logo": _png()})


def test_a_given_image_and_a_data_address_are_drawn(render: Render) -> None:
    """What came with the document is there."""
    rendered = render(
        '<img alt="a" src="leaflets:logo"><img alt="b" src="data:image/svg+xml,'
        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/%3E\">",
        resources={"leaflets:logo": _png()},
    )
    document = pypdfium2.PdfDocument(rendered.pdf)
    kinds = [thing.type for thing in document[0].get_objects()]
    document.close()
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds
    assert rendered.notes == ()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<p>See <a href="#nowhere">there', "nowhere"),
        ('<img alt="a" src="leaflets:broken">', "leaflets:broken"),
        ('<img src="leaflets:logo">', "no alternative text"),
    ],
)
def test_what_the_engine_only_logs_as_an_error_stops_the_rendering(
    render: Render, body: str, message: str
) -> None:
    """A link to nowhere, a broken image and an image without words are errors here."""
    given = {"leaflets:broken": b"\x89PNG\r\n no", "leaflets:logo": _png()}
    with pytest.raises(RenderError, match=message):
        render(body, resources=given)


def test_a_style_that_the_engine_does_not_know_is_noted_once(render: Render) -> None:
    """A slip in a style sheet is not passed over in silence."""
    css = "p { colour: red } /* a style sheet parsed for the first time */"
    assert [note for note in render("<p>x", css).notes if "colour" in note]


def test_a_note_is_given_again_with_a_style_sheet_that_is_kept(render: Render) -> None:
    """Which document of a process came first must not show in its record."""
    css = "p { font-wait: bold }"
    first, second = render("<p>x", css), render("<p>y", css)
    assert first.notes == second.notes
    assert len(first.notes) == 1


def test_an_engine_without_its_subsetter_is_refused(
    monkeypatch: pytest.MonkeyPatch, render: Render
) -> None:
    """It would write the clock into fonts, and so never the same bytes twice."""
    render("<p>x")
    layout = sys.modules["leaflets.pdf.layout"]
    monkeypatch.setattr(layout, "harfbuzz_subset", None)
    with pytest.raises(RenderError, match="libharfbuzz-subset"):
        layout.Layout()


def test_text_that_cannot_be_read_aloud_because_of_an_opacity_is_refused(
    render: Render,
) -> None:
    """A transparency group takes text out of the reading order."""
    with pytest.raises(RenderError, match="cannot be read aloud"):
        render('<p style="opacity: .5">Faint')


def test_only_the_thread_that_renders_hears_its_engine() -> None:
    """Two renderings at once do not get each other's warnings."""
    logger = logging.getLogger(journal.LOGGER)
    with journal.listen() as heard:
        other = threading.Thread(target=logger.error, args=("elsewhere",))
        other.start()
        other.join()
        logger.warning("here %d", 1)
        logger.warning("here %d", 1)
    assert heard.notes == ("here 1",)
    assert heard.errors == []


def test_two_threads_may_share_an_engine(render: Render) -> None:
    """Each gets its own document, whole and true."""
    bodies = [f"<h1>Part {number}</h1>" + "<p>Words. " * 30 for number in range(4)]
    alone = [render(body) for body in bodies]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(render, bodies))
    assert together == alone


def test_what_breaks_the_engine_is_a_rendering_error(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine stops with errors of Python: one job fails, and is named."""

    def stop(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr("leaflets.pdf.layout.generate_pdf", stop)
    with pytest.raises(RenderError, match="the engine broke off: NotImplementedError"):
        render("<p>x")


def test_the_engine_starts_at_its_first_rendering_and_not_before() -> None:
    """Planning a build does not pay for the engine."""
    code = (
        "import sys, leaflets.pdf.engine, leaflets.pdf.toolchain;"
        "sys.exit(any(name in sys.modules for name in ('weasyprint', 'fontTools', 'PIL')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
