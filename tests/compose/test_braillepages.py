"""Lines and pages of braille: full, whole, and in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leaflets.compose.braille.blocks import BOTTOM, TOP, blocks
from leaflets.compose.braille.cells import BLANK
from leaflets.compose.braille.lines import GOES_ON, Line, centred, fill
from leaflets.compose.braille.pages import Row, paged
from leaflets.compose.braille.setting import rows
from leaflets.compose.braille.speech import Said
from leaflets.model.narrative import Passage, Role, Run

WORDS = st.lists(st.text("⠁⠃⠉⠼", min_size=1, max_size=60), max_size=30)


@given(WORDS, st.integers(10, 40), st.integers(0, 6), st.integers(0, 6))
def test_no_cell_is_lost_between_lines(
    words: list[str], columns: int, first: int, over: int
) -> None:
    """Every line fits, and the lines together are the words again."""
    lines = fill(Said(BLANK.join(words)), columns, first, over)
    assert all(len(line.cells) <= columns for line in lines)
    said = "".join(
        line.text[:-1] if line.text.endswith(GOES_ON) else line.text + BLANK
        for line in lines
    )
    assert said.split(BLANK) == [*words, ""] if words else not lines


def test_a_paragraph_begins_in_cell_three() -> None:
    """What follows begins at the edge, and a word that does not fit goes down whole."""
    lines = fill(Said("⠁⠁⠁⠀⠃⠃⠃⠀⠉⠉⠉"), 10, 2, 0)
    assert [line.cells for line in lines] == ["⠀⠀⠁⠁⠁⠀⠃⠃⠃", "⠉⠉⠉"]


def test_a_fact_stays_on_one_line_where_it_fits() -> None:
    """A telephone number is not parted at its spaces, unless it is longer than a line."""
    said = Said("⠁⠁⠁⠁⠁⠀⠼⠁⠀⠼⠃", unbroken=((6, 11),))
    assert [line.text for line in fill(said, 10, 0, 0)] == ["⠁⠁⠁⠁⠁", "⠼⠁⠀⠼⠃"]
    assert [line.text for line in fill(said, 4, 0, 0)][-2:] == ["⠼⠁", "⠼⠃"]


def test_a_long_address_breaks_where_it_may() -> None:
    """The line ends with the sign that the word goes on."""
    said = Said("⠁⠁⠁⠌⠃⠃⠃⠃⠃", breaks=frozenset([4]))
    assert [line.text for line in fill(said, 7, 0, 0)] == ["⠁⠁⠁⠌" + GOES_ON, "⠃⠃⠃⠃⠃"]


def test_a_title_stands_in_the_middle() -> None:
    """As many blanks before it as after it."""
    (line,) = centred(Said("⠁⠁⠁⠁"), 20)
    assert line.cells == BLANK * 8 + "⠁⠁⠁⠁"


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=60), st.integers(3, 12))
def test_pages_hold_every_line_in_order(kinds: list[tuple[bool, bool]], size: int) -> None:
    """No page is too long, none begins or ends with a blank line, none is empty."""
    lines = [
        Row(Line(begin=at, text="⠁") if words else None, holds)
        for at, (words, holds) in enumerate(kinds)
    ]
    pages = paged(lines, size)
    assert all(0 < len(page) <= size for page in pages)
    assert all(page[0].line and page[-1].line for page in pages)
    kept = [row.line.begin for page in pages for row in page if row.line]
    assert kept == [at for at, (words, _) in enumerate(kinds) if words]


def passage(role: Role, words: str, *, level: int = 0, box: str = "") -> Passage:
    """Make a passage of one run."""
    run = Run(words=words, lang="en", direction="ltr")
    return Passage(role=role, runs=(run,), level=level, box=box, number=1 if box else 0)


def test_a_heading_never_ends_a_page() -> None:
    """It goes on the next page with the first lines of what it heads."""
    narrative = [
        *[passage(Role.PARAGRAPH, "⠁") for _ in range(4)],
        passage(Role.HEADING, "⠓", level=2),
        passage(Role.PARAGRAPH, "⠃"),
    ]
    set_out = list(blocks(narrative))
    cells = [Said("".join(run.words for run in block.runs)) for block in set_out]
    first, second = paged(rows(set_out, cells, 20), 7)
    assert [row.cells.strip(BLANK) for row in first] == ["⠁"] * 4
    assert [row.cells.strip(BLANK) for row in second] == ["⠓", "", "⠃"]


def test_a_box_stands_between_two_lines_of_signs() -> None:
    """Its first line never ends a page, and its last never begins one."""
    narrative = [
        *[passage(Role.PARAGRAPH, "⠁") for _ in range(3)],
        *[passage(Role.ITEM, "⠃", level=1, box="warning") for _ in range(3)],
    ]
    set_out = list(blocks(narrative))
    cells = [Said("".join(run.words for run in block.runs)) for block in set_out]
    told = [
        [row.cells.strip(BLANK) for row in page]
        for page in paged(rows(set_out, cells, 8), 5)
    ]
    assert told == [["⠁", "⠁", "⠁"], [TOP * 8, "⠃", "⠃", "⠃", BOTTOM * 8]]
