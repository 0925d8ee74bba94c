"""Files that are broken, or made to break what reads them: small on disk, all of them.

Each is made when it is asked for. ``READABLE`` are those that can be opened and must be
answered; of the others it is said that they cannot be read.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from functools import cache, partial

import pikepdf
from tests.pdf.preflight.rawpdf import one_page, raw, stream

Make = Callable[[], bytes]

_MEGABYTES = 220
_IMAGE = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent %d/ColorSpace/%b"
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 300 400]"
_TREE = b"<</Type/Catalog/Pages 2 0 R>>"
_LEAF = b"<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 300 400]>>"


@cache
def bomb(fill: bytes = b" ", times: int = 1) -> bytes:
    """Pack so many megabytes of one letter as Flate, over and over."""
    block = fill * (1 << 20)
    packer = zlib.compressobj(9, wbits=-15)
    # What was flushed whole can be said again: it refers to nothing before it.
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(_MEGABYTES):
        check = zlib.adler32(block, check)
    data = b"\x78\xda" + again * _MEGABYTES + packer.flush() + check.to_bytes(4, "big")
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


def sane() -> bytes:
    """Give a plain file of three pages to cut pieces off."""
    pages = [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 6 0 R>>"
        for _ in range(3)
    ]
    kids = b"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>"
    drawn = stream(b"0 0 0 1 k 50 50 100 100 re f\n" * 40)
    return raw([_TREE, kids, *pages, drawn])


def cut(share: float) -> bytes:
    """Give the first part of a plain file."""
    whole = sane()
    return whole[: int(len(whole) * share)]


def _encrypted(owner: str, user: str) -> bytes:
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(sane())) as pdf:
        pdf.save(held, encryption=pikepdf.Encryption(owner=owner, user=user, R=6))
    return held.getvalue()


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)
    return raw([_TREE, tree, *[_LEAF] * count])


def _same_page(count: int) -> bytes:
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * count, count)
    return raw([_TREE, tree, _LEAF])


def _deep_tree() -> bytes:
    nodes = [
        b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(2, 5000)
    ]
    return raw([_TREE, *nodes, _LEAF])


def _doubling_tree() -> bytes:
    nodes = [
        b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>"
        % (number + 1, number + 1, 2 ** (32 - number))
        for number in range(2, 32)
    ]
    return raw([_TREE, *nodes, _LEAF])


def _laughing_forms() -> bytes:
    """Ten forms, each of which draws the next one ten times: ten thousand millions."""
    drawn = b"/F Do " * 10
    forms = [
        stream(drawn, _FORM + b"/Resources<</XObject<</F %d 0 R>>>>" % (number + 1))
        for number in range(5, 15)
    ]
    last = stream(b"0 0 1 1 re f ", _FORM)
    return one_page(drawn, *forms, last, resources=b"/XObject<</F 5 0 R>>")


def _font(*more: bytes, entries: bytes) -> bytes:
    return one_page(
        b"BT /F 12 Tf 50 50 Td (abc) Tj ET",
        b"<</Type/Font %b>>" % entries,
        *more,
        resources=b"/Font<</F 5 0 R>>",
    )


def _image(data: bytes, entries: bytes, *more: bytes) -> bytes:
    return one_page(
        b"q 200 0 0 200 50 50 cm /I Do Q",
        stream(data, entries),
        *more,
        resources=b"/XObject<</I 5 0 R>>",
    )


def _shading(function: bytes, *more: bytes) -> bytes:
    return one_page(
        b"/S sh",
        b"<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 300 400]/Function 6 0 R>>",
        function,
        *more,
        resources=b"/Shading<</S 5 0 R>>",
    )


def _packed_objects() -> bytes:
    """Pack the catalog into a stream of objects that unpacks to very much."""
    parts = [b"%PDF-1.6\n"]
    packed = bomb()
    places = [len(parts[0])]
    parts.append(
        b"1 0 obj\n<</Type/ObjStm/N 2/First 10/Length %d/Filter/FlateDecode>>\nstream\n%b\n"
        b"endstream\nendobj\n" % (len(packed), packed)
    )
    places.append(sum(map(len, parts)))
    rows = b"\x00\x00\x00\xff" + b"".join(
        (
            b"\x01" + places[0].to_bytes(2, "big") + b"\x00",
            b"\x02\x00\x01\x00",
            b"\x02\x00\x01\x01",
        )
    )
    parts.append(
        b"4 0 obj\n<</Type/XRef/Size 4/W[1 2 1]/Root 2 0 R/Length %d>>\nstream\n%b\n"
        b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(rows), rows, places[1])
    )
    return b"".join(parts)


def _circling_table() -> bytes:
    whole = sane()
    place = whole.rindex(b"startxref")
    start = int(whole[place:].split()[1])
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


BROKEN: dict[str, Make] = {
    "nothing": lambda: b"",
    "a web page": lambda: b"<!doctype html><title>404</title>" * 50,
    "a head alone": lambda: b"%PDF-1.7\n",
    "only zeros": lambda: bytes(100_000),
    "a password to open": partial(_encrypted, "owner", "user"),
    "cut at a tenth": partial(cut, 0.1),
    "cut in the middle": partial(cut, 0.5),
    "cut in the table": partial(cut, 0.95),
    "cut by ten bytes": lambda: sane()[:-10],
    "no catalog": lambda: raw([b"<<>>"], b""),
    "catalog is a number": lambda: raw([b"7"]),
    "no pages": lambda: raw([_TREE, b"<</Type/Pages/Kids[]/Count 0>>"]),
    "pages are words": lambda: raw([_TREE, b"(pages)"]),
    "ten thousand pages": partial(_many_pages, 10_000),
    "one page ten thousand times": partial(_same_page, 10_000),
    "pages below themselves": lambda: raw(
        [_TREE, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", _LEAF]
    ),
    "pages in a ring": lambda: raw(
        [
            _TREE,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Pages/Kids[4 0 R]/Count 1/Parent 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>",
        ]
    ),
    "five thousand floors of pages": _deep_tree,
    "pages that double thirty times": _doubling_tree,
    "objects in a bomb": _packed_objects,
    "a table that points at itself": _circling_table,
    "deep arrays": lambda: one_page(catalog=b"/A " + b"[" * 100_000 + b"]" * 100_000),
    "a million objects that are not there": lambda: sane().replace(
        b"/Size 7", b"/Size 2000000000"
    ),
}
"""What cannot be read at all."""

READABLE: dict[str, Make] = {
    "an owner's password": partial(_encrypted, "owner", ""),
    "a count that lies": lambda: raw(
        [_TREE, b"<</Type/Pages/Kids[3 0 R]/Count -5>>", _LEAF]
    ),
    "a bomb of drawing": lambda: one_page(bomb(), packed=b"/Filter/FlateDecode"),
    "a bomb in a bomb": lambda: one_page(
        bomb(times=3), packed=b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"
    ),
    "a thousand filters": lambda: one_page(
        b"00" * 500, packed=b"/Filter[" + b"/ASCIIHexDecode" * 1000 + b"]"
    ),
    "the same content twenty thousand times": lambda: raw(
        [
            _TREE,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<<>>/Contents[%b]>>"
            % (b"4 0 R " * 20_000),
            stream(b"0 0 1 1 re f " * 4000),
        ]
    ),
    "a million operators": lambda: one_page(
        zlib.compress(b"0 0 1 1 re f\n" * 1_000_000, 9), packed=b"/Filter/FlateDecode"
    ),
    "a million operators of type": lambda: one_page(
        zlib.compress(b"BT /F 9 Tf (a) Tj ET\n" * 300_000, 9),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        packed=b"/Filter/FlateDecode",
        resources=b"/Font<</F 5 0 R>>",
    ),
    "a path of a million points": lambda: one_page(
        zlib.compress(b"0 0 m " + b"9 9 l 1 1 l\n" * 500_000 + b"S", 9),
        packed=b"/Filter/FlateDecode",
    ),
    "q within q": lambda: one_page(b"q " * 300_000),
    "more Q than q": lambda: one_page(b"Q " * 10_000 + b"0 0 9 9 re f"),
    "arrays within arrays": lambda: one_page(b"[" * 200_000),
    "half an instruction": lambda: one_page(b"0 0 9 9 re f (not closed"),
    "operands of the wrong kind": lambda: one_page(
        b"(a) (b) re /X k [1] w <<>> cm /No Do (x) gs /F (big) Tf BT (a) Tj ET sh d0 EI"
    ),
    "numbers without end": lambda: one_page(
        b"%b 0 0 %b 0 0 cm 0 0 9 9 re f" % (b"9" * 400, b"9" * 400)
    ),
    "no numbers": lambda: one_page(b"nan inf -inf 0 0 0 cm 1e999 0 9 9 re f 1e-999 w S"),
    "a matrix of nothing": lambda: one_page(b"0 0 0 0 0 0 cm 0 0 9 9 re S"),
    "a form that draws itself": lambda: one_page(
        b"/F Do",
        stream(b"/F Do", _FORM + b"/Resources<</XObject<</F 5 0 R>>>>"),
        resources=b"/XObject<</F 5 0 R>>",
    ),
    "two forms that draw each other": lambda: one_page(
        b"/F Do",
        stream(b"/F Do", _FORM + b"/Resources<</XObject<</F 6 0 R>>>>"),
        stream(b"/F Do", _FORM + b"/Resources<</XObject<</F 5 0 R>>>>"),
        resources=b"/XObject<</F 5 0 R>>",
    ),
    "forms that laugh": _laughing_forms,
    "a pattern painted with itself": lambda: one_page(
        b"/Pattern cs /P scn 0 0 300 400 re f",
        stream(
            b"/Pattern cs /P scn 0 0 9 9 re f",
            b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9"
            b"/YStep 9/Resources<</Pattern<</P 5 0 R>>>>",
        ),
        resources=b"/Pattern<</P 5 0 R>>",
    ),
    "tiles without size": lambda: one_page(
        b"/Pattern cs /P scn 0 0 300 400 re f",
        stream(
            b"0 0 9 9 re f",
            b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]"
            b"/XStep 0.0000001/YStep 0.0000001/Resources<<>>",
        ),
        resources=b"/Pattern<</P 5 0 R>>",
    ),
    "a soft mask that masks itself": lambda: one_page(
        b"/G gs 0 0 9 9 re f",
        b"<</SMask<</S/Luminosity/G 6 0 R>>>>",
        stream(b"/G gs 0 0 9 9 re f", _FORM + b"/Resources<</ExtGState<</G 5 0 R>>>>"),
        resources=b"/ExtGState<</G 5 0 R>>",
    ),
    "a glyph that shows itself": lambda: _font(
        stream(b"9 0 d0 BT /F 1 Tf (a) Tj ET"),
        entries=b"/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97"
        b"/LastChar 99/Widths[9 9 9]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>"
        b"/Resources<</Font<</F 5 0 R>>>>",
    ),
    "a font that stands in itself": lambda: _font(
        entries=b"/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]"
    ),
    "a font of noise": lambda: _font(
        b"<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>",
        stream(b"\x00\x01\x00\x00" + bytes(range(256)) * 40),
        entries=b"/Subtype/TrueType/BaseFont/A/FontDescriptor 6 0 R/FirstChar 97/LastChar 99"
        b"/Widths[500 500 500]",
    ),
    "a bomb of a font": lambda: _font(
        b"<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>",
        stream(bomb(b"\0"), b"/Filter/FlateDecode"),
        entries=b"/Subtype/TrueType/BaseFont/A/FontDescriptor 6 0 R",
    ),
    "a bomb of letters": lambda: _font(
        stream(bomb(), b"/Filter/FlateDecode"),
        entries=b"/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R",
    ),
    "letters of noise": lambda: _font(
        stream(b"beginbfrange <00> <ffffffff> <0000> endbfrange <zz> beginbfchar " * 99),
        entries=b"/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R",
    ),
    "a font with a terrible name": lambda: _font(
        entries=b"/Subtype/Type1/BaseFont/#1b#5b2J#ff#fe#3cscript#3ealert#281#29#3c#2fscript#3e"
    ),
    "an image of sixty thousand pixels square": lambda: _image(
        zlib.compress(bytes(10_000)),
        b"/Filter/FlateDecode" + _IMAGE % (60_000, 60_000, 8, b"DeviceCMYK"),
    ),
    "an image of negative size": lambda: _image(
        b"x", _IMAGE % (0, 1, 8, b"DeviceCMYK") + b"/Height -5/Width -7"
    ),
    "a bomb of an image": lambda: _image(
        bomb(b"\xff"), b"/Filter/FlateDecode" + _IMAGE % (10_000, 10_000, 8, b"DeviceCMYK")
    ),
    "an image of too little": lambda: _image(
        b"too little", _IMAGE % (800, 800, 8, b"DeviceCMYK")
    ),
    "an image of JPX noise": lambda: _image(
        b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(range(256)) * 9,
        b"/Filter/JPXDecode" + _IMAGE % (800, 800, 8, b"DeviceRGB"),
    ),
    "an image of JBIG2 noise": lambda: _image(
        bytes(range(256)) * 9,
        b"/Filter/JBIG2Decode" + _IMAGE % (9000, 9000, 1, b"DeviceGray"),
    ),
    "an image of JPEG noise": lambda: _image(
        b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9,
        b"/Filter/DCTDecode" + _IMAGE % (8000, 8000, 8, b"DeviceCMYK"),
    ),
    "an image of fax noise": lambda: _image(
        bytes(range(256)) * 9,
        b"/Filter/CCITTFaxDecode/DecodeParms<</Columns 60000/K -1>>"
        + _IMAGE % (60_000, 60_000, 1, b"DeviceGray"),
    ),
    "an image that is its own mask": lambda: _image(
        b"x" * 64, b"/SMask 5 0 R" + _IMAGE % (8, 8, 8, b"DeviceGray")
    ),
    "an image in a colour of itself": lambda: _image(
        b"x" * 64,
        b"/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace 6 0 R",
        b"[/Indexed 6 0 R 255 <00>]",
    ),
    "a bomb of a profile": lambda: one_page(
        b"/C cs 0 0 0 1 sc 0 0 9 9 re f",
        b"[/ICCBased 6 0 R]",
        stream(bomb(b"\0"), b"/N 4/Filter/FlateDecode"),
        resources=b"/ColorSpace<</C 5 0 R>>",
    ),
    "an output intent of a bomb": lambda: one_page(
        b"",
        b"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)"
        b"/DestOutputProfile 6 0 R>>",
        stream(bomb(b"\0"), b"/N 4/Filter/FlateDecode"),
        catalog=b"/OutputIntents[5 0 R]",
    ),
    "a profile of minus four inks": lambda: one_page(
        b"/C cs 0 0 0 1 sc 0 0 9 9 re f",
        b"[/ICCBased 6 0 R]",
        stream(b"noise", b"/N -4/Alternate 5 0 R"),
        resources=b"/ColorSpace<</C 5 0 R>>",
    ),
    "a function made of itself": lambda: _shading(
        b"<</FunctionType 3/Domain[0 1]/Functions[6 0 R 6 0 R]/Bounds[.5]/Encode[0 1 0 1]>>"
    ),
    "a function of a million loops": lambda: _shading(
        stream(
            b"{" * 50_000 + b"}" * 50_000,
            b"/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1 0 1]",
        )
    ),
    "a sampled function of all sizes": lambda: _shading(
        stream(
            b"x",
            b"/FunctionType 0/Domain[0 1]/Range[0 1 0 1 0 1 0 1]/Size[2147483647]"
            b"/BitsPerSample 32",
        )
    ),
    "a spot colour tinted by itself": lambda: one_page(
        b"/C cs 1 scn 0 0 9 9 re f",
        b"[/Separation/Spot 5 0 R 6 0 R]",
        b"<</FunctionType 2/Domain[0 1]/N 1>>",
        resources=b"/ColorSpace<</C 5 0 R>>",
    ),
    "outlines in a ring": lambda: one_page(
        b"",
        b"<</First 6 0 R/Last 6 0 R/Count 9>>",
        b"<</Title(a)/Parent 5 0 R/Next 6 0 R/First 5 0 R>>",
        catalog=b"/Outlines 5 0 R",
    ),
    "names in a ring": lambda: one_page(
        b"",
        b"<</Kids[5 0 R]>>",
        catalog=b"/Names<</JavaScript 5 0 R/EmbeddedFiles 5 0 R>>/OpenAction 5 0 R",
    ),
    "a page of ten kilometres": lambda: one_page(
        b"0 0 9 9 re f", page=b"/MediaBox[0 0 28346457 28346457]"
    ),
    "a page of a hair": lambda: one_page(page=b"/MediaBox[0 0 0.0001 0.0001]"),
    "no boxes": lambda: one_page(b"0 0 9 9 re f", page=b""),
    "boxes of words": lambda: one_page(
        page=b"/MediaBox[(a)/b null 4]/TrimBox[1 2]/BleedBox 7/CropBox<<>>/Rotate(x)"
    ),
    "boxes upside down": lambda: one_page(
        page=b"/MediaBox[300 400 -50 -60]/TrimBox[0 0 -9 -9]/Rotate 45/UserUnit -3"
    ),
    "a page below itself": lambda: raw(
        [
            _TREE,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 3 0 R>>",
        ]
    ),
    "resources within resources": lambda: one_page(
        b"/R Do", b"<</XObject<</R 5 0 R>>>>", resources=b"/XObject 5 0 R/Font 5 0 R"
    ),
    "a title of half letters": lambda: one_page(
        b"",
        b"<</Title<FEFFD800DC>/Producer<FFFE00D8>/Trapped(7)/CreationDate(yesterday)>>",
        trailer=b"/Info 5 0 R",
    ),
    "a packet that is no packet": lambda: one_page(
        b"",
        stream(b"<?xpacket?><x:xmpmeta" + b"<a>" * 50_000, b"/Type/Metadata/Subtype/XML"),
        catalog=b"/Metadata 5 0 R",
    ),
    "a packet of entities": lambda: one_page(
        b"",
        stream(
            b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
            b'<!ENTITY c SYSTEM "file:///etc/passwd">]><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            b"&b;&c;</x:xmpmeta>",
            b"/Type/Metadata/Subtype/XML",
        ),
        catalog=b"/Metadata 5 0 R",
    ),
    "a bomb of a packet": lambda: one_page(
        b"",
        stream(bomb(), b"/Type/Metadata/Subtype/XML/Filter/FlateDecode"),
        catalog=b"/Metadata 5 0 R",
    ),
    "a length that is itself": lambda: raw(
        [
            _TREE,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            b"<</Length 4 0 R>>\nstream\n0 0 9 9 re f\nendstream",
        ]
    ),
    "content that is a page": lambda: raw(
        [
            _TREE,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>",
        ]
    ),
    "an inline image without end": lambda: one_page(
        b"BI /W 60000 /H 60000 /BPC 8 /CS /CMYK ID " + b"x" * 9999
    ),
    "layers in a ring": lambda: one_page(
        b"/OC /L BDC 0 0 9 9 re f EMC",
        b"<</Type/OCMD/OCGs 5 0 R/VE[/And 5 0 R]>>",
        resources=b"/Properties<</L 5 0 R>>",
        catalog=b"/OCProperties<</OCGs[5 0 R]/D<</Order 5 0 R>>>>",
    ),
}
"""What can be opened, and must be answered."""


def everything() -> Iterator[tuple[str, Make]]:
    """Name all of them."""
    yield from BROKEN.items()
    yield from READABLE.items()
