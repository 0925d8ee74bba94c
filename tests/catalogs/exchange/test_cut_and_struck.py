"""What tools leave in a text: segments without words, and words that are to go."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.styles import Font

from leaflets.catalogs.exchange import kinds
from leaflets.catalogs.exchange.packet import Packet, State, Unit

KEY = "tea.title"
TWO_CUTS = (
    '<seg-source><mrk mtype="seg" mid="1">Stop.</mrk> '
    '<mrk mtype="seg" mid="2">Call.</mrk></seg-source>'
)


def _read(data: bytes) -> tuple[dict[str, Unit], list[str]]:
    packet, _, findings = kinds.read(data, "back")
    assert packet is not None
    return {unit.key: unit for unit in packet.units}, [f.message for f in findings]


def _xliff(target: str, cuts: str = "") -> bytes:
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
        '<file original="tea" source-language="en" target-language="pl"><body>'
        f'<trans-unit id="{KEY}"><source>Stop. Call.</source>{cuts}{target}'
        "</trans-unit></body></file></xliff>"
    ).encode()


def test_a_segment_without_words_is_not_translated() -> None:
    """Half a warning is none, whatever state the tool gives it."""
    half = (
        '<target state="translated"><mrk mtype="seg" mid="1">Stop.</mrk> '
        '<mrk mtype="seg" mid="2"/></target>'
    )
    whole = half.replace('mid="2"/>', 'mid="2">Telefon.</mrk>')

    units, _ = _read(_xliff(half, TWO_CUTS))
    assert units[KEY].state is State.MISSING
    units, _ = _read(_xliff(whole, TWO_CUTS))
    assert (units[KEY].state, units[KEY].forms) == (State.TRANSLATED, ("Stop. Telefon.",))


def test_an_empty_target_of_a_segment_is_not_translated() -> None:
    """The same in XLIFF 2."""
    data = (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" '
        f'trgLang="pl"><file id="f" original="tea"><unit id="{KEY}">'
        '<segment state="final"><source>Stop. </source><target>Stop. </target></segment>'
        '<segment state="final"><source>Call.</source><target/></segment>'
        "</unit></file></xliff>"
    )

    units, _ = _read(data.encode())
    assert units[KEY].state is State.MISSING
    units, _ = _read(data.replace("<target/>", "<target>Telefon.</target>").encode())
    assert units[KEY].state is State.TRANSLATED


def test_changes_that_nobody_accepted_are_not_taken() -> None:
    """Read as they stand, the words that are to go would be printed."""
    target = '<target>Do <mrk mtype="x-sdl-deleted">not</mrk> stop.</target>'

    units, told = _read(_xliff(target))

    assert units == {}
    assert "accepted" in told[0]


def test_a_memory_that_says_one_language_twice_is_not_believed(packet: Packet) -> None:
    """Nobody knows which of the two is meant."""
    data = kinds.KINDS["tmx"].write(packet)
    again = b'<tuv xml:lang="pl"><seg>Inna</seg></tuv></tu>'

    units, told = _read(data.replace(b"</tu>", again, 1))

    assert KEY not in units
    assert told == [f"{KEY!r} says the same language twice"]


def test_words_that_are_struck_through_are_not_taken(packet: Packet) -> None:
    """A reviewer means them to go, in a part of a cell or in the whole of it."""
    book = load_workbook(BytesIO(kinds.KINDS["table"].write(packet)))
    sheet = book.worksheets[0]
    by_key = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    sheet.cell(by_key[KEY], 3).font = Font(strike=True)
    sheet.cell(by_key["tea.call"], 3).value = "HERE0"
    sheet.cell(by_key["tea.rate"], 3).value = "HERE1"
    saved = BytesIO()
    book.save(saved)

    units, told = _read(
        _shared(saved, [("Proszę ", "strike", "nie"), ("Źle ", "b", "śpi")])
    )

    assert told == ["the cell 'translation' holds words that are struck through"] * 2
    assert (units[KEY].forms, units["tea.call"].forms) == (("",), ("",))
    assert units["tea.rate"].forms == ("Źle śpi",)


def _shared(saved: BytesIO, cells: list[tuple[str, str, str]]) -> bytes:
    """Put words of two looks in, as Excel does: in a table that the cells point into."""
    runs = "".join(
        f'<si><r><t xml:space="preserve">{plain}</t></r>'
        f"<r><rPr><{look}/></rPr><t>{rest}</t></r></si>"
        for plain, look, rest in cells
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    held = BytesIO()
    with ZipFile(saved) as old, ZipFile(held, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for place in range(len(cells)):
                inline = f't="inlineStr"><is><t>HERE{place}</t></is>'
                assert inline in text or not name.startswith("xl/worksheets/sheet")
                text = text.replace(inline, f't="s"><v>{place}</v>')
            if name == "[Content_Types].xml":
                part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
                text = text.replace("</Types>", f"{part}</Types>")
            new.writestr(name, text)
        new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{runs}</sst>')
    return held.getvalue()
