"""Questions to a finished file of braille, read again cell by cell.

The words cannot be taken back out of contracted braille with certainty; what can be is
asked: that every page has its shape, its number and its bands, and that the digits of every
fact stand where it was put, read by other rules than those that wrote them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from leaflets.compose.braille.cells import ASCII, as_cells
from leaflets.compose.braille.numbers import digits
from leaflets.compose.html import Composition
from leaflets.compose.telling.brf import END_OF_LINE, END_OF_PAGE
from leaflets.compose.telling.told import Told
from leaflets.findings import Finding
from leaflets.model.braille import Braille
from leaflets.model.format import Format
from leaflets.origin import Origin

_GOES_ON = re.compile(rf'"{END_OF_LINE} *')
_EXACT = frozenset(["fact", "code"])
"""Kinds of Expectations whose digits are read again."""


def inspect(
    told: Told, composition: Composition, form: Format, braille: Braille, *, draft: bool
) -> Iterator[Finding]:
    """Ask everything of a finished file in the code that *braille* names."""
    pages = [page.split(END_OF_LINE) for page in told.data.split(END_OF_PAGE)]
    if pages.pop() != [""]:
        yield _finding("N301", "the last page does not end")
    head = _head(pages)
    yield from _shapes(pages, form, braille)
    if draft and not "".join(head).strip():
        yield _finding("N303", "pages of a draft do not all begin with its band")
    for expectation in composition.expected:
        if expectation.kind not in _EXACT or expectation.id not in told.placed:
            continue
        wanted = _decimals(expectation.text)
        cells = as_cells(_text(told.placed[expectation.id], head))
        ways = dict.fromkeys((braille.numbers, "letters"))
        if wanted not in {digits(cells, way) for way in ways}:
            what = f"{expectation.kind} {expectation.name!r}"
            read = digits(cells, braille.numbers)
            yield _finding("N304", f"{what} reads as {read!r} in braille, not {wanted!r}")
    back = told.about.get("reads_back", 0.0)
    if not isinstance(back, float) or back < braille.reads_back:
        yield _finding(
            "N305",
            f"words read back from braille are {back} like what was said, "
            f"less than {braille.reads_back}",
        )


def _shapes(
    pages: Sequence[Sequence[str]], form: Format, braille: Braille
) -> Iterator[Finding]:
    for number, page in enumerate(pages, start=1):
        lines = page[:-1]
        if len(lines) != form.lines or any(len(line) > form.columns for line in page):
            yield _finding("N301", f"page {number} is not of {form.columns} × {form.lines}")
        strange = sorted({letter for line in page for letter in line} - set(ASCII))
        if strange:
            named = ", ".join(f"U+{ord(letter):04X}" for letter in strange)
            yield _finding("N302", f"page {number} has what is no cell: {named}")
        if not lines or digits(as_cells(lines[-1]), braille.numbers) != str(number):
            yield _finding("N303", f"page {number} does not end with its number")


def _head(pages: Sequence[Sequence[str]]) -> list[str]:
    """Give the lines that all pages begin with; a file has a first page and a text."""
    return [
        together[0]
        for at, together in enumerate(zip(*pages, strict=False))
        if len(pages) > 1 and all(page[: at + 1] == pages[0][: at + 1] for page in pages)
    ]


def _text(slice_: str, head: Sequence[str]) -> str:
    """Take the foot and the head of a page out of what stands across two of them."""
    parts = []
    for index, page in enumerate(broken := slice_.split(END_OF_PAGE)):
        lines = page.split(END_OF_LINE)
        if index:
            lines = lines[len(head) :]
        if index + 1 < len(broken):
            # The number, and the empty piece after the end of the last line.
            lines = lines[:-2]
        parts.append(END_OF_LINE.join(lines))
    whole = END_OF_LINE.join(parts)
    return _GOES_ON.sub("", whole).replace(END_OF_LINE, " ")


def _decimals(words: str) -> str:
    return "".join(
        str(unicodedata.decimal(letter))
        for letter in words
        if unicodedata.category(letter) == "Nd"
    )


def _finding(code: str, message: str) -> Finding:
    return Finding(code=code, message=message, origin=Origin("file"))
