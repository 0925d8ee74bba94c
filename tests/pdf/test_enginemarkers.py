"""Marks of lists are drawn where they are read."""

from __future__ import annotations

import pypdfium2
import pytest
from tests.pdf.conftest import Render
from tests.pdf.textlayer.readers import pdfium
from weasyprint import draw, stacking

from leaflets.pdf import enginemarkers

LIST = (
    "<p>Before</p><ol><li>One</li><li><p>Two</p><ul><li>inner</li></ul></li></ol>"
    "<ul style='position: relative; z-index: 1'><li>Last</li></ul><p>After</p>"
)
READ = ["Before", "1. One", "2. Two", "inner", "After", "Last"]


def lines(pdf: bytes) -> list[str]:
    """Give the lines that pdfium takes out of the first page, without bullets."""
    text = pdfium(pdf)[0]
    found = (line.strip("•◦ \r") for line in text.split("\n"))
    return [line for line in found if line]


def test_a_reader_meets_each_mark_before_its_item(render: Render) -> None:
    """Numbers come before their items, in lists within lists and in what is drawn above all else."""
    found = lines(render(LIST).pdf)
    assert found == READ
    text = pdfium(render(LIST).pdf)[0]
    assert text.index("◦") < text.index("inner") < text.index("After")
    assert text.index("After") < text.index("•") < text.index("Last")


def test_no_page_looks_another_way(render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pixel is what it is as the engine draws by itself."""
    mended = render(LIST).pdf
    engines = enginemarkers._ENGINES_CHILDREN, enginemarkers._ENGINES_BLOCKS
    monkeypatch.setattr(enginemarkers, "dispatch_children", engines[0])
    monkeypatch.setattr(stacking, "_dispatch_children", engines[0])
    monkeypatch.setattr(draw, "draw_block_level", engines[1])
    bare = render(LIST).pdf
    assert lines(bare) != READ
    pages = [pypdfium2.PdfDocument(pdf)[0] for pdf in (mended, bare)]
    one, other = (page.render(scale=3).to_pil().tobytes() for page in pages)
    assert one == other
