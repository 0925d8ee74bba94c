"""A file that was made to do harm costs little, reaches nothing, and is a finding."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from leaflets.catalogs.exchange import kinds, table, xliff12, xmlfile
from leaflets.catalogs.exchange.packet import Packet
from leaflets.findings import Finding

HEAD = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
    '<file original="tea" source-language="en" target-language="pl" datatype="x"><body>'
)
TAIL = "</body></file></xliff>"
UNIT = '<trans-unit id="tea.title"><source>Tea</source><target>{}</target></trans-unit>'

MEMORY = 400 * 1024 * 1024
"""Bytes that Python's own objects may take at the most while a file is read."""


def findings(data: bytes) -> tuple[Finding, ...]:
    """Read a file that must not be readable, within bounds; say what was found."""
    tracemalloc.start()
    try:
        packet, _, found = kinds.read(data, "hostile")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert packet is None
    assert found
    assert all(finding.origin.path == "hostile" for finding in found)
    assert peak < MEMORY
    return found


def xliff(target: str, before: str = "") -> bytes:
    """Make an XLIFF file of one unit."""
    return f"{before}{HEAD}{UNIT.format(target)}{TAIL}".encode()


def test_a_message_of_ten_megabytes_is_refused() -> None:
    """XML's own text may be that long; ours is not."""
    packet, _, found = kinds.read(xliff("x" * 11_000_000), "hostile")

    assert packet is None
    assert found[0].code == "X101"


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    """Neither as XML nor as a workbook."""
    assert "larger" in findings(xliff("x") + b" " * xmlfile.LIMIT)[0].message
    assert "larger" in findings(b"PK\x03\x04" + b"\0" * xmlfile.LIMIT)[0].message


def test_a_hundred_thousand_nested_marks_are_refused() -> None:
    """Depth is bounded before any of our own code walks the tree."""
    depth = 100_000
    nested = "<g id='1'>" * depth + "x" + "</g>" * depth

    assert findings(xliff(nested))[0].code == "X101"


def test_a_hundred_thousand_marks_side_by_side_are_read() -> None:
    """Many marks in one message are slow for nobody; the length of the words counts."""
    packet, _, found = kinds.read(xliff("<g id='1'>x</g>" * 100_000), "wide")

    assert found == ()
    assert packet is not None
    assert len(packet.units[0].forms[0]) == 100_000


def test_a_million_tags_are_too_many() -> None:
    """A tree takes many times the bytes of its file."""
    assert "tags" in findings(xliff("<x/>" * 1_000_001))[0].message


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 1000,
        b"PK\x03\x04",
        b"<",
        b"<xliff",
        b"<xliff>",
        b"<html><body>Tea</body></html>",
        b'msgid "Tea"',
        b"\xff\xfe<\0x\0",
        b"%PDF-1.7",
        HEAD.encode() + b"\0" + TAIL.encode(),
        HEAD.encode() + b"\xff\xfe\xfd" + TAIL.encode(),
        b'<?xml version="1.0" encoding="klingon"?>' + HEAD.encode() + TAIL.encode(),
        b'<?xml version="1.0" encoding="utf-16"?>' + HEAD.encode() + TAIL.encode(),
        b'<?xml version="1.0" encoding="utf-7"?>' + HEAD.encode() + TAIL.encode(),
    ],
)
def test_what_is_no_file_of_ours_is_a_finding(data: bytes) -> None:
    """Empty, cut off, another kind, NUL, or in no character set."""
    assert findings(data)[0].code == "X101"


def test_words_in_a_wrong_character_set_are_a_finding() -> None:
    """Latin letters in a file that says UTF-8 are not guessed at."""
    assert findings(xliff("zażółć").replace("ż".encode(), b"\xbf"))[0].code == "X101"


def test_entities_that_multiply_are_never_expanded() -> None:
    """A billion laughs."""
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10)
    )

    assert "entit" in findings(xliff("&l9;", f"<!DOCTYPE x [{laughs}]>"))[0].message


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{}">]>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "file://{}"> %p;]>',
        '<!DOCTYPE x [<!ENTITY e PUBLIC "-//x" "file://{}">]>',
    ],
)
def test_an_entity_outside_the_file_is_never_fetched(declared: str, tmp_path: Path) -> None:
    """Neither from the disk nor from the network."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")

    found = findings(xliff("&e;", declared.replace("{}", str(secret))))

    assert found[0].code == "X101"
    assert "secret words" not in str(found)


@pytest.mark.parametrize(
    ("doctype", "expected"),
    [
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd">', "Herbata"),
        ('<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">', "Herbata"),
        (
            '<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD x//EN" "file:///etc/passwd">',
            "Herbata",
        ),
    ],
)
def test_a_document_type_is_never_loaded(doctype: str, expected: str) -> None:
    """Most TMX files name one; it is passed over."""
    data = (
        f'{doctype}<tmx version="1.4"><header srclang="en"/><body><tu tuid="tea.title">'
        '<tuv xml:lang="en"><seg>Tea</seg></tuv><tuv xml:lang="pl"><seg>Herbata</seg></tuv>'
        "</tu></body></tmx>"
    ).encode()

    packet, kind, found = kinds.read(data, "memory")

    assert (kind, found) == ("tmx", ())
    assert packet is not None
    assert packet.units[0].forms == (expected,)


def test_an_attribute_default_of_a_document_type_is_not_taken() -> None:
    """What the file says, not what its document type says for it."""
    data = xliff("Herbata", '<!DOCTYPE xliff [<!ATTLIST target state CDATA "final">]>')

    packet, _, _ = kinds.read(data, "x")

    assert packet is None or packet.units[0].forms == ("Herbata",)


def test_an_inclusion_is_left_as_it_is(tmp_path: Path) -> None:
    """XInclude reads nothing."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" '
        f'href="{secret}"/>'
    )

    packet, _, _ = kinds.read(xliff(f"Herbata{include}"), "x")

    assert packet is not None
    assert packet.units[0].forms == ("Herbata",)


def remade(packet: Packet, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Change the parts of a workbook; a part for which None comes is left out."""
    held = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(table.write(packet))) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            data = change(part, old.read(part))
            if data is not None:
                new.writestr(part, data)
    return held.getvalue()


def test_a_workbook_that_unpacks_without_end_is_refused(packet: Packet) -> None:
    """The sizes are looked at before anything is unpacked."""

    def bomb(part: str, data: bytes) -> bytes:
        return b" " * 60_000_000 if part == "xl/styles.xml" else data

    bombed = remade(packet, bomb)
    assert len(bombed) < 1_000_000

    assert "unpacks" in findings(bombed)[0].message


def test_a_workbook_that_lies_about_its_sizes_is_refused(packet: Packet) -> None:
    """What is unpacked is no more than was declared."""
    honest = table.write(packet)
    at = honest.rfind(b"PK\x01\x02")
    lying = bytearray(honest)
    lying[at + 24 : at + 28] = (10).to_bytes(4, "little")

    assert findings(bytes(lying))[0].code == "X101"


@pytest.mark.parametrize("tag", [b"<c/>", b"<row/>", b"<x:c/>", b"<si/>"])
def test_a_workbook_with_too_many_things_in_it_is_refused(
    tag: bytes, packet: Packet
) -> None:
    """Each cell costs many times its bytes, whatever a program calls it."""
    part = "xl/worksheets/sheet1.xml"
    much = tag * 1_000_001

    data = remade(packet, lambda name, data: data + much if name == part else data)

    assert "more than" in findings(data)[0].message


def test_a_workbook_of_a_million_rows_is_read_no_further_than_its_bound(
    packet: Packet,
) -> None:
    """A row that says its number is a billion costs no billion rows."""
    rows = b'<row r="1000000000"><c r="A9" t="inlineStr"><is><t>x</t></is></c></row>'

    def add(part: str, data: bytes) -> bytes:
        if part != "xl/worksheets/sheet1.xml":
            return data
        return data.replace(b"</sheetData>", rows + b"</sheetData>")

    read, _, found = kinds.read(remade(packet, add), "tall")

    assert found == ()
    assert read is not None
    assert len(read.units) == 5


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY e "x">]><worksheet/>'),
        ("xl/worksheets/sheet1.xml", "<worksheet/>".encode("utf-16")),
        ("xl/worksheets/sheet1.xml", None),
        ("xl/worksheets/sheet1.xml", b"<broken"),
        ("xl/workbook.xml", None),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/workbook.xml", b"<work"),
        ("[Content_Types].xml", b""),
        ("[Content_Types].xml", None),
        ("xl/styles.xml", b"<styleSheet"),
    ],
)
def test_a_broken_workbook_is_a_finding(
    part: str, data: bytes | None, packet: Packet
) -> None:
    """With a document type, in UTF-16, or with parts that are gone, cut or empty."""
    broken = remade(packet, lambda name, held: data if name == part else held)

    assert findings(broken)[0].code == "X101"


def test_a_zip_that_is_cut_off_is_a_finding(packet: Packet) -> None:
    """Wherever it is cut."""
    whole = table.write(packet)

    for length in range(4, len(whole), len(whole) // 40):
        assert findings(whole[:length])[0].code == "X101"


def test_names_that_climb_out_of_the_folder_write_nothing(
    packet: Packet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of a workbook is ever unpacked to the disk."""
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    held = BytesIO(table.write(packet))
    with zipfile.ZipFile(held, "a") as book:
        book.writestr("../escaped.xml", "<x/>")
        book.writestr("/escaped.xml", "<x/>")
        book.writestr("xl/vbaProject.bin", b"macro")

    read, _, found = kinds.read(held.getvalue(), "climbing")

    assert (read is not None, found) == (True, ())
    assert [path.name for path in tmp_path.rglob("*")] == ["inner"]


def test_links_out_of_a_workbook_are_not_followed(packet: Packet) -> None:
    """A target elsewhere, on the disk or in the network, is not opened."""
    link = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/'
        b'2006/relationships/externalLink" Target="file:///etc/passwd" '
        b'TargetMode="External"/></Relationships>'
    )

    def add(part: str, data: bytes) -> bytes:
        if part != "xl/_rels/workbook.xml.rels":
            return data
        return data.replace(b"</Relationships>", link)

    read, _, found = kinds.read(remade(packet, add), "linked")

    assert (read is not None, found) == (True, ())


def test_another_zip_by_that_name_is_a_finding() -> None:
    """An OpenDocument sheet, a Word file, or any zip."""
    for name in ("content.xml", "word/document.xml", "tea.txt"):
        held = BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr(name, "<x/>")

        assert "not an Excel workbook" in findings(held.getvalue())[0].message


def test_a_file_of_many_units_takes_no_square_of_its_size(packet: Packet) -> None:
    """Fifty thousand units of one key are read once each."""
    units = UNIT.format("Herbata") * 50_000

    read, findings_ = xliff12.read(f"{HEAD}{units}{TAIL}".encode(), "long")

    assert findings_ == ()
    assert read is not None
    assert len(read.units) == 50_000
