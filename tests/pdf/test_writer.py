"""A file is written once, in the open or packed, and every length is true."""

from __future__ import annotations

import io
import re
import zlib

import pikepdf
import pydyf  # type: ignore[import-untyped]
import pytest

from leaflets.pdf import writer


def _document(*contents: bytes) -> pydyf.PDF:
    """Make a PDF of one page, with a stream for each of *contents*."""
    pdf = pydyf.PDF()
    for content in contents:
        pdf.add_object(pydyf.Stream([content]))
    page = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array([0, 0, 9, 9]),
            "Resources": pydyf.Dictionary(),
            "Contents": pdf.objects[3].reference,
        }
    )
    pdf.add_page(page)
    pdf.info["Title"] = pydyf.String("Ünïcode")
    return pdf


@pytest.mark.parametrize("packed", [True, False])
def test_a_written_file_is_read_as_it_was_meant(packed: bool) -> None:
    """Objects, streams, information and names come back, and no repair was needed."""
    made = writer.write(
        _document(b"0 0 9 9 re f"), version="1.6", identifier="ab" * 16, packed=packed
    )
    with pikepdf.open(io.BytesIO(made), attempt_recovery=False) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == b"0 0 9 9 re f"
        assert pdf.docinfo.Title == "Ünïcode"
        assert pdf.pdf_version == "1.6"
        assert bytes(pdf.trailer.ID[0]).hex() == "ab" * 16
        assert pdf.get_warnings() == []
    assert (b"/ObjStm" in made) is packed


@pytest.mark.parametrize("packed", [True, False])
def test_many_objects_are_found_again(packed: bool) -> None:
    """More objects than go into one object stream."""
    document = _document(b"n")
    numbers = []
    for value in range(2 * writer.PACKED):
        document.add_object(pydyf.Dictionary({"Value": value}))
        numbers.append(document.objects[-1].number)
    made = writer.write(document, version="1.7", identifier="00" * 16, packed=packed)
    with pikepdf.open(io.BytesIO(made), attempt_recovery=False) as pdf:
        found = [int(pdf.get_object(number, 0).Value) for number in numbers]
    assert found == list(range(2 * writer.PACKED))


def test_data_that_ends_in_a_line_end_has_its_true_length() -> None:
    """Whoever measures a stream from its end must not take a byte of it for the end."""
    ending: dict[bytes, bytes] = {}
    for number in range(1024):
        content = b"n " * (number // 4) + b"q" * (number % 4)
        ending.setdefault(zlib.compress(content, writer.LEVEL)[-1:], content)
    made = writer.write(
        _document(ending[b"\r"], ending[b"\n"]),
        version="1.7",
        identifier="00" * 16,
        packed=True,
    )
    streams = re.findall(rb"/Length (\d+)>>\nstream\n(.*?)\r\nendstream", made, re.DOTALL)
    assert len(streams) == 4
    assert all(int(length) == len(data) for length, data in streams)


def test_another_content_has_another_second_identifier() -> None:
    """The first half names the file for ever, the second this state of it."""

    def identifiers(content: bytes) -> tuple[bytes, bytes]:
        made = writer.write(
            _document(content), version="1.7", identifier="00" * 16, packed=True
        )
        with pikepdf.open(io.BytesIO(made)) as pdf:
            return bytes(pdf.trailer.ID[0]), bytes(pdf.trailer.ID[1])

    one, other = identifiers(b"n"), identifiers(b"n n")
    assert one[0] == other[0]
    assert one[1] != other[1]
    assert identifiers(b"n") == one
