"""Every construct that a page may hold goes through the press whole."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from tests.pdf.torture.compare import BOUNDS, apart
from tests.pdf.torture.made import torture

from leaflets.findings import Severity
from leaflets.pdf.engine import Engine
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.preflight.opening import opened
from leaflets.pdf.preflight.walk import walk
from leaflets.pdf.printspec import COATED

RESOLUTION = 72
"""Of the pages that are compared, in pixels an inch."""

SHARE = 0.008
"""Most of a page that poppler and pdfium may draw otherwise; 0.0058 was measured, at edges
and in saturated greens. A gradient or an image that is not drawn is more."""


@pytest.fixture(scope="module")
def pressed(engine: Engine) -> bytes:
    """Render the torture leaflet for the press, once."""
    return torture(engine).pdf


def test_the_torture_leaflet_passes_the_preflight(pressed: bytes) -> None:
    """Nothing that a shop would refuse comes out, whatever went in."""
    report = preflight(pressed, COATED, ordered=Ordered(read_codes=False))
    found = [p for p in report.found if p.answer.severity is Severity.ERROR]
    assert found == []
    assert report.facts["spaces"] == ["DeviceCMYK", "DeviceGray", "Pattern"]


def test_the_torture_leaflet_is_the_same_bytes_again(
    engine: Engine, pressed: bytes
) -> None:
    """No table, cache or clock leaves a trace."""
    assert torture(engine).pdf == pressed


def test_only_black_text_overprints(pressed: bytes) -> None:
    """And all of it does: in words, marks of lists, footnotes and drawings."""
    black = (0, 0, 0, 1)
    with opened(pressed) as pdf:
        painted = [thing for page in walk(pdf) for thing in page.painted]
    over = [thing for thing in painted if thing.overprint]
    assert over
    assert {(t.kind, t.colour.inks, t.overprint_mode) for t in over} == {("text", black, 1)}
    fills = [t for t in painted if t.kind == "text" and t.colour.inks == black]
    assert [t for t in fills if not t.overprint and t.size] == []


def test_the_tags_of_the_torture_leaflet_lead_to_its_content(pressed: bytes) -> None:
    """Every marked piece of a page has a place in the tree, and the tree no other."""
    with pikepdf.open(io.BytesIO(pressed)) as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers: list[Any] = list(tree.ParentTree.Nums)
        rows = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        reached = set(_leaves(tree.K, None))
        # What is seen through an opacity stands in a form.
        forms = pdf.pages[0].Resources.XObject.values()
        inside = set().union(*(_marked(f) for f in forms if f.Subtype == "/Form"))
        for number, page in enumerate(pdf.pages):
            tagged = _marked(page) | inside
            row: list[Any] = list(rows[int(page.StructParents)])
            parents = {n for n, parent in enumerate(row) if parent}
            assert tagged >= parents > set()
            assert {mcid for at, mcid in reached if at == page.objgen} == parents, number


def _leaves(item: Any, page: Any) -> Any:
    """Give the page and number of each marked piece that the tree leads to."""
    if isinstance(item, pikepdf.Array):
        for kid in item:
            yield from _leaves(kid, page)
    elif isinstance(item, pikepdf.Dictionary):
        here = item.Pg.objgen if "/Pg" in item else page
        if "/MCID" in item:
            yield here, int(item.MCID)
        elif "/K" in item:
            yield from _leaves(item.K, here)
    elif isinstance(item, int):
        yield page, item


def _marked(page: Any) -> set[int]:
    return {
        int(found.operands[1].MCID)
        for found in pikepdf.parse_content_stream(page)
        if str(found.operator) == "BDC" and "/MCID" in found.operands[1]
    }


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
def test_poppler_and_pdfium_draw_the_torture_leaflet_alike(
    pressed: bytes, tmp_path: Path
) -> None:
    """Within the tolerance above, on each page."""
    (tmp_path / "t.pdf").write_bytes(pressed)
    call = ["pdftoppm", "-r", str(RESOLUTION), "-png", "t.pdf", "page"]
    subprocess.run(call, cwd=tmp_path, check=True)
    poppler = [Image.open(path) for path in sorted(tmp_path.glob("page-*.png"))]
    document = pypdfium2.PdfDocument(pressed)
    pdfium = [page.render(scale=RESOLUTION / 72).to_pil() for page in document]
    assert len(poppler) == len(pdfium)
    most, far, _ = BOUNDS["poppler"]
    for one, other in zip(poppler, pdfium, strict=True):
        mean, share = apart(one, other, far)
        assert mean <= most
        assert share <= SHARE
    # One gradient that is not drawn would be noticed.
    ImageDraw.Draw(pdfium[1]).rectangle((207, 123, 245, 151), "white")
    assert apart(poppler[1], pdfium[1], far)[1] > SHARE
