"""What a file of sheets keeps of the file of pages, what it drops, and what is refused."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from tests.pdf.impose.paper import Seen, book, cornered, mm, saved

from leaflets.errors import RenderError
from leaflets.pdf.identity import Identity
from leaflets.pdf.impose.booklet import booklet
from leaflets.pdf.impose.laid import MOST, lay
from leaflets.pdf.impose.repeat import repeat
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

Render = Callable[..., Rendered]

STYLE = """
@page { size: 148mm 210mm; margin: 12mm; bleed: 3mm }
html { font: 12pt "Noto Sans"; color: device-cmyk(0 0 0 1) }
section { break-before: page } section:first-child { break-before: auto }
h1 { color: device-cmyk(0.4 0 0.3 0.2); background: device-cmyk(0.1 0 0 0) }
"""
PAGES = "".join(
    f"<section><h1>Part {n}</h1><p>Some words, and more of them.</p></section>"
    for n in range(1, 5)
)


@pytest.fixture(scope="module")
def rendered(engine: Any, identity: Callable[..., Identity]) -> Callable[[Variant], bytes]:
    """Render four pages in a variant of the program's own."""

    def make(variant: Variant) -> bytes:
        whole: Rendered = engine.render(
            f"<html lang=en><title>t</title><body>{PAGES}</body></html>",
            stylesheets=[STYLE],
            variant=variant,
            identity=identity(),
        )
        return whole.pdf

    return make


def imposed(data: bytes) -> pikepdf.Pdf:
    """Lay four pages as a booklet on a sheet with room round it, and open it."""
    return pikepdf.open(io.BytesIO(booklet(data, rtl=False, sheet=(320.0, 240.0))))


def test_a_press_file_stays_what_it_is(rendered: Callable[[Variant], bytes]) -> None:
    """The output intent with its profile, the version, inks and names are kept."""
    data = rendered(Variant.PRESS)
    with pikepdf.open(io.BytesIO(data)) as before, imposed(data) as after:
        assert after.pdf_version == before.pdf_version == "1.6"
        intents = [pdf.Root.OutputIntents[0] for pdf in (before, after)]
        assert (
            len(
                {
                    (str(i.OutputConditionIdentifier), i.DestOutputProfile.read_bytes())
                    for i in intents
                }
            )
            == 1
        )
        assert after.docinfo["/GTS_PDFXVersion"] == "PDF/X-4"
        assert after.docinfo["/Trapped"] == Name.False_ or str(
            after.docinfo["/Trapped"]
        ) == ("/False")
        assert after.docinfo["/Title"] == before.docinfo["/Title"]
        packet = after.Root.Metadata.read_raw_bytes()
        assert b"GTS_PDFXVersion" in packet  # and in the open, as ISO 15930-7 asks
        forms = after.pages[0].obj.Resources.XObject
        drawn = [form.read_bytes() for form in forms.values()]
        pages = [page.Contents.read_bytes() for page in before.pages]
        assert drawn == [pages[3], pages[0]]


@pytest.mark.parametrize("variant", list(Variant))
def test_a_sheet_claims_neither_tags_nor_archive(
    rendered: Callable[[Variant], bytes], variant: Variant
) -> None:
    """What was true of the pages alone is gone, from the catalog and from XMP."""
    data = rendered(variant)
    with pikepdf.open(io.BytesIO(data)) as before:
        assert "/StructTreeRoot" in before.Root
    with imposed(data) as after:
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names"} & set(after.Root)
        packet = after.Root.Metadata.read_bytes()
        for claim in (b"<pdfuaid:", b"<pdfaid:", b"<pdfaExtension:"):
            assert claim not in packet
        assert not any(
            key in item
            for item in after.objects
            if isinstance(item, (Dictionary, pikepdf.Stream))
            for key in ("/StructParents", "/StructParent")
        )
        assert not after.check_pdf_syntax()


def test_the_same_file_gives_the_same_sheets(
    rendered: Callable[[Variant], bytes],
) -> None:
    """No clock and no chance; another file has another name."""
    data = rendered(Variant.PRESS)

    once, again = (booklet(data, rtl=False) for _ in range(2))
    other = booklet(data, rtl=True)

    assert once == again
    names = set()
    for made in (data, once, other):
        with pikepdf.open(io.BytesIO(made)) as pdf, pdf.open_metadata() as said:
            names.add(said["xmpMM:InstanceID"])
    assert len(names) == 3


def test_what_a_form_shows_is_printed_and_links_are_not() -> None:
    """A field that is filled in is a part of the page; a link leaves nothing behind."""

    def notes(pdf: pikepdf.Pdf) -> Array:
        look = pdf.make_stream(b"0.2 g 0 0 50 50 re f")
        look.update({"/Type": Name.XObject, "/Subtype": Name.Form})
        look["/BBox"] = Array([0, 0, 50, 50])
        stamp = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Stamp,
            Rect=Array(mm(50, 30, 60, 40)),
            F=4,
            AP=Dictionary(N=look),
        )
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array(mm(70, 30, 80, 40))
        )
        return Array([link, stamp])

    made = repeat(cornered({"Annots": notes}), across=1, down=1, sheet=(100.0, 60.0))

    seen = Seen(made)
    assert seen.number(0, 55, 25) == 5
    assert seen.number(0, 75, 25) == 0
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "/Annots" not in pdf.pages[0].obj


@pytest.mark.parametrize(
    ("kind", "flags", "value", "refused"),
    [
        ("FreeText", 4, None, True),
        ("Widget", 4, "filled in", True),
        ("Widget", 4, "", False),
        ("Widget", 4, None, False),
        ("FreeText", 0, None, False),
        ("FreeText", 6, None, False),
        ("Text", 28, None, True),
        ("Link", 4, None, False),
    ],
)
def test_what_is_to_be_printed_and_is_not_drawn_is_refused(
    kind: str, flags: int, value: str | None, refused: bool
) -> None:
    """A viewer would make something up for it; leaving it out would lose words."""

    def notes(pdf: pikepdf.Pdf) -> Array:
        note = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([9, 9, 50, 50]), F=flags
        )
        if value is not None:
            # As in a form whose fields have several places: the value stands above.
            note["/Parent"] = pdf.make_indirect(Dictionary(FT=Name.Tx, V=value, T="a"))
            note = pdf.make_indirect(note)
            note.Parent["/Kids"] = Array([note])
        if kind == "Widget":
            note = pdf.make_indirect(note)
            pdf.Root["/AcroForm"] = Dictionary(Fields=Array([note.get("/Parent", note)]))
        return Array([note])

    data = cornered({}, {"Annots": notes})

    if refused:
        with pytest.raises(RenderError, match="page 2 has a field or a note"):
            repeat(data, across=1, down=1, sheet=(100.0, 60.0))
    else:
        assert Seen(repeat(data, across=1, down=1, sheet=(100.0, 60.0))).number(1, 10, 55)


def test_layers_are_kept() -> None:
    """What is switched off on a page is switched off on the sheet."""
    with pikepdf.open(io.BytesIO(cornered({}))) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Off"))
        pdf.Root["/OCProperties"] = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]))
        )
        page = pdf.pages[0].obj
        page.Resources["/Properties"] = Dictionary(L=layer)
        page["/Contents"] = pdf.make_stream(b"/OC /L BDC 0 g 0 0 99 99 re f EMC")
        data = saved(pdf)

    made = repeat(data, across=1, down=1, sheet=(100.0, 60.0))

    assert Seen(made).images[0].getextrema() == (255, 255)


@pytest.mark.parametrize(
    "packet", [b"<not xml", zlib.compress(b" " * 8_000_000), b"<x>" * 100_000]
)
def test_metadata_that_cannot_be_read_goes(packet: bytes) -> None:
    """Broken XMP says nothing of the sheets, and stops nothing."""
    with pikepdf.open(io.BytesIO(cornered({}))) as pdf:
        stream = pdf.make_stream(packet)
        stream.update({"/Type": Name.Metadata, "/Subtype": Name.XML})
        if packet[:1] == b"x":
            stream["/Filter"] = Name.FlateDecode
        pdf.Root["/Metadata"] = stream
        data = saved(pdf)

    made = repeat(data, across=1, down=1, sheet=(100.0, 60.0))

    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "/Metadata" not in pdf.Root


def whole() -> bytes:
    """Give a file that is right, to be spoilt."""
    return book(4, bleed=0)


def encrypted(user: str) -> bytes:
    """Give a file that needs a password, or none to open it and one to print it."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole())) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(owner="a", user=user))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"%PDF-1.6\n", "damaged"),
        (b"not a pdf at all", "not a PDF"),
        (whole()[: len(whole()) // 2], "damaged"),
        (encrypted("b"), "encrypted"),
        (encrypted(""), "encrypted"),
    ],
    ids=["empty", "head", "text", "half", "locked", "protected"],
)
def test_a_file_that_cannot_be_read_is_refused(data: bytes, says: str) -> None:
    """One clear error, whatever it is."""
    with pytest.raises(RenderError, match=says):
        booklet(data, rtl=False)


def test_more_pages_than_anyone_lays_out_are_refused() -> None:
    """The bound is said."""
    with pikepdf.open(io.BytesIO(cornered({}))) as pdf:
        for _ in range(MOST):
            pdf.pages.append(pdf.pages[0])
        data = saved(pdf)

    with pytest.raises(RenderError, match=f"has {MOST + 1} pages"):
        lay(data, lambda _: [])


def test_a_catalog_with_nothing_under_a_name_is_read() -> None:
    """A reference to an object that is not there counts as null."""
    with pikepdf.open(io.BytesIO(cornered({}))) as pdf:
        pdf.Root["/Outlines"] = pdf.make_indirect(pikepdf.Dictionary())
        data = saved(pdf)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        number = pdf.Root.Outlines.objgen[0]
    lost = b"/Outlines %d 0 R" % number
    assert lost in data
    data = data.replace(lost, b"/Outlines 9 0 R".ljust(len(lost)))

    made = repeat(data, across=1, down=1, sheet=(100.0, 60.0))

    assert Seen(made).number(0, 10, 55) == 1


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    places=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=40),
    cut=st.integers(0, 10**6),
    shorten=st.booleans(),
)
def test_whatever_became_of_a_file_there_are_sheets_or_one_clear_error(
    places: list[tuple[int, int]], cut: int, shorten: bool
) -> None:
    """Bytes that were changed or lost on the way never bring about anything else."""
    spoilt = bytearray(whole())
    for place, byte in places:
        spoilt[place % len(spoilt)] = byte
    if shorten:
        del spoilt[cut % len(spoilt) :]

    try:
        made = booklet(bytes(spoilt), rtl=False)
    except RenderError:
        return
    assert made.startswith(b"%PDF")


def test_forms_that_hold_each_other_are_carried_and_not_followed() -> None:
    """A circle of forms comes to an end here; the preflight says what is wrong."""

    def circle(pdf: pikepdf.Pdf) -> Any:
        first, second = (
            pdf.make_indirect(
                pikepdf.Stream(
                    pdf,
                    b"/F Do",
                    Type=Name.XObject,
                    Subtype=Name.Form,
                    BBox=Array([0, 0, 9, 9]),
                )
            )
            for _ in range(2)
        )
        first["/Resources"] = Dictionary(XObject=Dictionary(F=second))
        second["/Resources"] = Dictionary(XObject=Dictionary(F=first))
        return Dictionary(XObject=Dictionary(F=first))

    made = repeat(cornered({"Resources": circle}), across=1, down=1, sheet=(100.0, 60.0))

    assert Seen(made).number(0, 10, 55) == 1


def test_a_page_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    """One stream is copied as it is; a list of them is unpacked within bounds."""
    squeezed = zlib.compress(b" " * 215_000_000, 1)

    def bomb(pdf: pikepdf.Pdf) -> pikepdf.Stream:
        stream = pdf.make_stream(squeezed)
        stream["/Filter"] = Name.FlateDecode
        return stream

    made = repeat(cornered({"Contents": bomb}), across=1, down=1, sheet=(100.0, 60.0))
    assert len(made) < 2 * len(squeezed)
    with pytest.raises(RenderError, match="unpacks to more than"):
        repeat(
            cornered({"Contents": lambda pdf: Array([bomb(pdf)])}),
            across=1,
            down=1,
            sheet=(100.0, 60.0),
        )
