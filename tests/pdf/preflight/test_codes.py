"""Edition codes, QR codes and bar codes of a finished file."""

from __future__ import annotations

import io

import pikepdf
import pytest
import zxingcpp
from tests.pdf.preflight.asking import asked
from tests.pdf.preflight.broken_codes import BROKEN, CLEAN, ORDERED, WORDS
from tests.pdf.preflight.sheets_by_hand import (
    CODE,
    Page,
    art,
    bound,
    edition,
    square,
    words,
)

from leaflets.findings import Severity
from leaflets.pdf.preflight import scanning
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.preflight.base import Case, Ordered
from leaflets.pdf.preflight.opening import opened
from leaflets.pdf.preflight.walk import walk
from leaflets.pdf.printspec import COATED


@pytest.mark.parametrize("key", sorted(BROKEN))
def test_a_wrong_code_is_found(key: str) -> None:
    """Every question about codes is answered by a file that is wrong there."""
    assert key[:4] in {code for code, _ in asked(BROKEN[key](), key[:4])}


@pytest.mark.parametrize("key", sorted(CLEAN))
def test_a_right_code_is_taken(key: str) -> None:
    """A code that is right has no fault, wherever and however it stands."""
    assert asked(CLEAN[key](), "F9") == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("tea.en.press.ABCDEFGH.pdf", False),
        ("tea.en.press.ABCDEFGH.draft.pdf", False),
        ("tea.en.press.pdf", False),
        ("anything.pdf", False),
        ("", False),
        ("tea.en.press.HGFEDCBA.pdf", True),
        ("tea.en.press.HGFEDCBA.draft.pdf", True),
    ],
)
def test_a_file_named_for_another_edition_is_found(name: str, wrong: bool) -> None:
    """The code in a file's name is the end of the code that stands in it."""
    found = asked((edition(), COATED, Ordered()), "F903", name)
    assert [code for code, _ in found] == (["F903"] if wrong else [])


def test_a_bar_code_of_a_stranger_is_told_and_asked_for_its_inks() -> None:
    """Other codes than QR are read as well, and are to be black alone."""
    bars = zxingcpp.create_barcode("PO-2026-0042", zxingcpp.BarcodeFormat.Code128)
    picture = bars.to_image(scale=1, add_quiet_zones=False)
    seen = memoryview(picture)  # type: ignore[arg-type]
    row = seen.tobytes()[: seen.shape[1] if seen.shape else 0]
    drawn = "".join(
        art(20 + i * 0.33, 20, 0.33, 10, "0 0 1 1 k")
        for i, value in enumerate(row)
        if not value
    )
    found = asked((bound([Page(content=drawn)]), COATED, Ordered()), "F9")
    assert [(code, answer.severity) for code, answer in found] == [
        ("F912", Severity.INFO),
        ("F913", Severity.ERROR),
    ]
    assert "'PO-2026-0042'" in found[0][1].message


def test_what_a_code_says_cannot_write_on_the_terminal() -> None:
    """Letters that steer a terminal or turn the order of words are not repeated."""
    hostile = "https://example.org/\x1b[2J\u202egro.live"
    sample = (bound([Page(content=square(hostile))]), COATED, Ordered())
    ((_, answer),) = asked(sample, "F912")
    assert answer.message.isprintable()
    assert answer.message.endswith("\ufffd[2J\ufffdgro.live'")


def test_codes_are_left_unread_where_the_order_says_so() -> None:
    """Without a raster the letters on the page alone answer for the edition."""
    sample = (edition(WORDS), COATED, Ordered(edition_code=CODE, read_codes=False))
    assert asked(sample, "F9") == []


def test_an_address_that_ends_in_the_code_is_taken_wherever_it_stands() -> None:
    """The last page of a leaflet lies on the first side of a folded sheet."""
    front = Page(content=words(CODE) + square(f"https://example.org/tea#{CODE}"))
    data = bound([front, Page(content=words("inside"))], identifier=CODE, subject=CODE)
    assert asked((data, COATED, Ordered(edition_code=CODE)), "F9") == []


def test_a_covered_code_is_not_taken_for_the_edition() -> None:
    """A QR code under a black bar cannot be read, whatever the file paints first."""
    ((code, answer),) = asked((edition(WORDS + square(CODE) + art(20, 24, 12, 4)), COATED,
                               ORDERED), "F911")  # fmt: skip
    assert (code, answer.message, answer.page) == ("F911", "no QR code can be read", 0)


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"\xff\xfe\x00 not xml",
        b"<dc:identifier>" + b"A" * 500 + b"</dc:identifier>",
        b'<rdf:Description dc:identifier="rm -rf"/>',
        b"<!DOCTYPE a [<!ENTITY a 'b'>]><dc:identifier>&a;</dc:identifier>",
    ],
)
def test_a_packet_that_says_nothing_useful_is_passed_over(packet: bytes) -> None:
    """A stranger's packet is data: what is no edition code holds the file to nothing."""
    with pikepdf.open(io.BytesIO(bound([Page(content=square("x"))]))) as pdf:
        pdf.Root.Metadata = pdf.make_stream(packet)
        stream = io.BytesIO()
        pdf.save(stream, fix_metadata_version=False)
    found = asked((stream.getvalue(), COATED, Ordered()), "F9")
    assert [code for code, _ in found] == ["F912"]


def test_a_packet_in_its_short_form_is_read() -> None:
    """XMP may say a property as an attribute (ISO 16684-1, 7.9.2.2)."""
    with pikepdf.open(io.BytesIO(edition())) as pdf:
        words = f"<rdf:Description dc:identifier='{CODE}'/>"
        pdf.Root.Metadata = pdf.make_stream(words.encode())
        stream = io.BytesIO()
        pdf.save(stream, fix_metadata_version=False)
    assert asked((stream.getvalue(), COATED, ORDERED), "F902") == []


def test_the_codes_of_a_file_are_facts_of_its_report() -> None:
    """What was read is told with the file, whether or not anything is wrong."""
    report = preflight(edition(), COATED)
    assert report.facts["codes"] == [{"page": 1, "kind": "QR Code", "text": CODE}]


@pytest.mark.parametrize("count", [1, 2, 3, 60])
def test_no_page_is_looked_over_twice(count: int) -> None:
    """The last page comes first, then the first, and no more than a bound are drawn."""
    data = bound([Page(content="", size=(10.0, 10.0))] * count)
    with opened(data) as pdf:
        case = Case(name="", data=data, pdf=pdf, spec=COATED, pages=walk(pdf))
        numbers = [page.number for page in scanning.code_pages(case)]
    assert numbers[0] == count - 1
    assert numbers[1:2] == ([0] if count > 1 else [])
    assert len(set(numbers)) == len(numbers) == min(count, scanning.PAGES)
