"""A small clean PDF/X-4 made by hand, and ways to bend it.

Nothing of the program writes it, so that a fault that writer and reader share is seen.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, String

from leaflets.pdf.intent import FOGRA39, profile

MM = 72 / 25.4
WIDTH, HEIGHT, BLEED = 105 * MM, 148 * MM, 3 * MM
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz "

CONTENT = (
    b"q 0.2 0 0 0 k -10 380 330 60 re f Q "
    b"BT 0 0 0 1 k /F1 12 Tf 60 300 Td <000100020003> Tj ET "
    b"q 0 0 0 1 K 1 w 60 280 m 200 280 l S Q"
)
"""A band that reaches the bleed, three letters, a line of 1 pt."""

PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Tea</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-11-01T08:30:00Z</xmp:CreateDate>
<xmp:ModifyDate>2026-11-01T08:30:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-11-01T08:30:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:00000000-0000-5000-8000-000000000001</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>proof:pdf</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

Change = Callable[[pikepdf.Pdf], object]


def good(
    *changes: Change,
    content: bytes = CONTENT,
    pages: int = 1,
    version: str = "1.6",
    packet: str = PACKET,
    **save: Any,
) -> bytes:
    """Make the file; each change is done to it before it is written."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(composite_font(pdf))
    for _ in range(pages):
        pdf.add_blank_page(page_size=(10, 10))
        page = pdf.pages[-1].obj
        page.MediaBox = Array([-BLEED, -BLEED, WIDTH + BLEED, HEIGHT + BLEED])
        page.BleedBox = page.MediaBox
        page.TrimBox = Array([0, 0, WIDTH, HEIGHT])
        page.Resources = Dictionary(
            Font=Dictionary(F1=font),
            ExtGState=Dictionary(
                Over=Dictionary(OP=True, op=True, OPM=1), Half=Dictionary(ca=0.5, CA=0.5)
            ),
        )
        page.Contents = pdf.make_stream(content)
    icc = pdf.make_stream(profile(FOGRA39), N=4)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String("FOGRA39"),
                OutputCondition=String("Offset, coated"),
                Info=String("FOGRA39 (coated)"),
                RegistryName=String("http://www.color.org"),
                DestOutputProfile=icc,
            )
        ]
    )
    pdf.Root.Metadata = pdf.make_stream(
        packet.encode(), Type=Name.Metadata, Subtype=Name.XML
    )
    pdf.docinfo["/Title"] = "Tea"
    pdf.docinfo["/Trapped"] = Name("/False")
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = "D:20261101083000Z"
    for change in changes:
        change(pdf)
    written = io.BytesIO()
    options: dict[str, Any] = {
        "static_id": True,
        "fix_metadata_version": False,
        "force_version": version,
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "compress_streams": False,
    }
    pdf.save(written, **(options | save))
    return written.getvalue()


def composite_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Make a composite font of boxes; glyph n + 1 is letter n of ``LETTERS``."""
    data = font_program()
    meant = "".join(
        f"<{gid:04x}> <{ord(each):04x}>\n" for gid, each in enumerate(LETTERS, start=1)
    )
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Letters def 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(LETTERS)} beginbfchar\n{meant}endbfchar\nendcmap end end"
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/ABCDEF+Boxes"),
        Encoding=Name("/Identity-H"),
        ToUnicode=pdf.make_stream(table.encode()),
        DescendantFonts=Array(
            [
                Dictionary(
                    Type=Name.Font,
                    Subtype=Name.CIDFontType2,
                    BaseFont=Name("/ABCDEF+Boxes"),
                    CIDSystemInfo=Dictionary(
                        Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
                    ),
                    CIDToGIDMap=Name.Identity,
                    DW=600,
                    FontDescriptor=pdf.make_indirect(
                        Dictionary(
                            Type=Name.FontDescriptor,
                            FontName=Name("/ABCDEF+Boxes"),
                            Flags=4,
                            FontBBox=Array([0, 0, 600, 700]),
                            ItalicAngle=0,
                            Ascent=700,
                            Descent=-200,
                            CapHeight=700,
                            StemV=80,
                            FontFile2=pdf.make_stream(data, Length1=len(data)),
                        )
                    ),
                )
            ]
        ),
    )


@functools.cache
def font_program() -> bytes:
    """Make a TrueType font whose letters are boxes, 0.5 em wide and 0.7 em high."""
    names = [".notdef", *(f"g{number}" for number in range(1, len(LETTERS) + 1))]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    drawn, nothing = pen.glyph(), TTGlyphPen(None).glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"g{n}" for n, letter in enumerate(LETTERS, 1)})
    builder.setupGlyf(
        {
            name: nothing if name in {".notdef", f"g{len(LETTERS)}"} else drawn
            for name in names
        }
    )
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=700, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=700)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    written = io.BytesIO()
    builder.font.save(written)
    return written.getvalue()
