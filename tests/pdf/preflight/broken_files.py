"""Files that are not what they should be: one for every question of F1, and more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from tests.pdf.preflight.good import PACKET, Change, good

from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED, PrintSpec

Sample = tuple[bytes, PrintSpec, Ordered]

NONE = Ordered(read_codes=False)
X1A = replace(COATED, standard="PDF/X-1a:2003")


def bent(*changes: Change, spec: PrintSpec = COATED, **how: object) -> Callable[[], Sample]:
    """Give a maker of the good file with these changes."""
    return lambda: (good(*changes, **how), spec, NONE)  # type: ignore[arg-type]


def root(**entries: object) -> Change:
    """Set entries of the catalog."""
    return lambda pdf: [
        pdf.Root.__setitem__(f"/{key}", value) for key, value in entries.items()
    ]


def state(**entries: Any) -> Change:
    """Add a graphics state that the page may use."""
    return lambda pdf: pdf.pages[0].Resources.ExtGState.__setitem__(
        "/Own", Dictionary(**entries)
    )


def form(**entries: object) -> Change:
    """Add a form that the page may draw."""

    def add(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(b"0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form)
        made.BBox = Array([0, 0, 5, 5])
        for key, value in entries.items():
            made[f"/{key}"] = value
        pdf.pages[0].Resources.XObject = Dictionary(Own=made)

    return add


def _ring(pdf: pikepdf.Pdf) -> None:
    """Add a form that draws itself."""
    made = pdf.make_stream(b"/Own Do", Type=Name.XObject, Subtype=Name.Form)
    made.BBox = Array([0, 0, 5, 5])
    made.Resources = Dictionary(XObject=Dictionary(Own=made))
    pdf.pages[0].Resources.XObject = Dictionary(Own=made)


def _untrapped(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Trapped"]


def _untitled(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Title"]


def _without_packet(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def _packed() -> Sample:
    """Say of the metadata that it is packed; what writes files never packs it."""
    data = good(compress_streams=False)
    changed = data.replace(
        b"/Subtype /XML /Type /Metadata", b"/Subtype /XML /Filter /AHx   "
    )
    assert changed != data
    return changed, COATED, NONE


def _claims(standard: str) -> str:
    return PACKET.replace("PDF/X-4<", f"{standard}<")


def _unnumbered() -> Sample:
    data = good()
    start = data.rindex(b"/ID")
    return data[:start] + b"/XX" + data[start + 3 :], COATED, NONE


def _sheetless(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.MediaBox


def _acting(pdf: pikepdf.Pdf) -> None:
    """Lay a link with an action beside the page, and one without."""
    far, act = Array([-90, -90, -50, -50]), Dictionary(S=Name.URI, URI=String("https://a"))
    links = [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=far) for _ in range(2)]
    links[1].A = act
    pdf.pages[0].obj.Annots = Array(links)


def _layered(**entries: Any) -> Change:
    """Give the file a layer; OFF switches it off."""

    def add(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
        given: dict[str, Any] = {
            key: Array([layer]) if key == "OFF" else each for key, each in entries.items()
        }
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(**given))

    return add


LOCKED = pikepdf.Encryption(owner="o", user="", R=4)

BROKEN: dict[str, Callable[[], Sample]] = {
    "F101": bent(encryption=LOCKED, static_id=False),
    "F102": bent(_sheetless),
    "F103": bent(content=b"0 0 0 1 k 0 0 9 9 re f )"),
    "F103:operator": bent(content=b"0 0 9 9 re fill"),
    "F103:resource": bent(content=b"/Lost Do"),
    "F103:state": bent(content=b"q Q Q"),
    "F103:colour": bent(content=b"1 0 k 0 0 9 9 re f"),
    "F103:far": bent(content=b"1000 0 0 99999999 0 0 cm 0 0 9 9 re f"),
    "F103:own": bent(form(), content=b"/Own Do /Own Do /Missing gs"),
    "F104": bent(version="1.7"),
    "F104:old": bent(version="1.6", spec=X1A),
    "F104:catalog": bent(root(Version=Name("/2.0"))),
    "F105": _unnumbered,
    "F106": lambda: (good(), COATED, Ordered(drawn=False)),
    "F106:page": bent(_ring, content=b"/Own Do"),
    "F111": bent(packet=_claims("")),
    "F111:other": bent(packet=_claims("PDF/X-4p")),
    "F111:earlier": bent(packet=_claims("PDF/X-1a:2003")),
    "F111:asked for less": bent(spec=X1A),
    "F111:only in the old place": bent(
        lambda pdf: pdf.docinfo.__setitem__("/GTS_PDFXVersion", String("PDF/X-4")),
        packet=_claims(""),
    ),
    "F112": bent(_without_packet),
    "F112:packed": _packed,
    "F112:words": bent(packet="no XML at all <"),
    "F112:entities": bent(packet='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    "F113": bent(packet=PACKET.replace("xmpMM:VersionID>", "xmpMM:Lost>")),
    "F113:empty": bent(
        packet=PACKET.replace("2026-11-01T08:30:00Z</xmp:ModifyDate>", "</xmp:ModifyDate>")
    ),
    "F114": bent(_untrapped),
    "F114:unknown": bent(lambda pdf: pdf.docinfo.__setitem__("/Trapped", Name.Unknown)),
    "F114:words": bent(lambda pdf: pdf.docinfo.__setitem__("/Trapped", String("True"))),
    "F114:two minds": bent(packet=PACKET.replace("Trapped>False", "Trapped>True")),
    "F115": bent(_untitled),
    "F115:other": bent(lambda pdf: pdf.docinfo.__setitem__("/Title", String("Coffee"))),
    "F121": bent(root(OpenAction=Dictionary(S=Name.JavaScript, JS=String("1")))),
    "F121:more": bent(root(AA=Dictionary())),
    "F121:script": bent(root(Names=Dictionary(JavaScript=Dictionary(Names=Array())))),
    "F121:form": bent(root(AcroForm=Dictionary(Fields=Array()))),
    "F121:page": bent(lambda pdf: pdf.pages[0].obj.__setitem__("/AA", Dictionary())),
    "F121:beside the page": bent(_acting),
    "F122": bent(root(Names=Dictionary(EmbeddedFiles=Dictionary(Names=Array())))),
    "F122:associated": bent(root(AF=Array([Dictionary(F=String("a.txt"))]))),
    "F122:collection": bent(root(Collection=Dictionary())),
    "F123": bent(form(Subtype=Name.PS)),
    "F123:two": bent(form(Subtype2=Name.PS)),
    "F123:elsewhere": bent(form(Ref=Dictionary(F=String("a.pdf"), Page=0))),
    "F123:stand-in": bent(form(OPI=Dictionary())),
    "F124": bent(state(TR=Name("/Own"))),
    "F124:newer": bent(state(TR2=Name.Identity2)),
    "F124:halftone": bent(state(HT=Dictionary(HalftoneType=1))),
    "F124:place": bent(state(HTP=Array([1, 1]))),
    "F125": bent(_layered(OFF=True)),
    "F125:all": bent(_layered(BaseState=Name.OFF)),
    "F125:old": bent(_layered(), spec=X1A),
}
