"""Files for another press, or cut at the wrong place: one for every question of F2."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from tests.pdf.preflight.broken_files import Sample, bent
from tests.pdf.preflight.good import HEIGHT, WIDTH, Change

from leaflets.pdf.intent import FOGRA39, FOGRA47
from leaflets.pdf.printspec import COATED

UNCOATED = replace(COATED, name="offset-uncoated", condition=FOGRA47)
SHOP = replace(COATED, condition=replace(FOGRA39, data=b"the profile that the shop sent"))
TRIM = [0, 0, WIDTH, HEIGHT]


def intent(key: str, value: Any) -> Change:
    """Set an entry of the output intent."""
    return lambda pdf: pdf.Root.OutputIntents[0].__setitem__(f"/{key}", value)


def without(key: str) -> Change:
    """Take an entry out of the output intent."""
    return lambda pdf: pdf.Root.OutputIntents[0].__delitem__(f"/{key}")


def page(key: str, value: Any) -> Change:
    """Set an entry of the page."""
    return lambda pdf: pdf.pages[0].obj.__setitem__(f"/{key}", value)


def lacking(key: str) -> Change:
    """Take an entry out of the page."""
    return lambda pdf: pdf.pages[0].obj.__delitem__(f"/{key}")


def _twice(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def _profile(edit: Callable[[bytearray], object], **entries: int) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        data = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
        edit(data)
        made = pdf.make_stream(bytes(data), **({"N": 4} | entries))
        pdf.Root.OutputIntents[0].DestOutputProfile = made

    return change


def _put(place: int, tag: bytes) -> Callable[[bytearray], object]:
    return lambda data: data.__setitem__(slice(place, place + 4), tag)


def _renamed(data: bytearray, name: bytes) -> None:
    """Put another name in the profile's own words."""
    data[:] = data.replace(b"FOGRA39", name).replace(
        "FOGRA39".encode("utf-16-be"), name.decode().encode("utf-16-be")
    )


def note(**entries: Any) -> Change:
    """Lay an annotation on the page."""
    return page("Annots", Array([Dictionary(Type=Name.Annot, **entries)]))


BROKEN: dict[str, Callable[[], Sample]] = {
    "F201": bent(lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    "F201:two": bent(_twice),
    "F201:another kind": bent(intent("S", Name.GTS_PDFA1)),
    "F202": bent(intent("OutputConditionIdentifier", String("Our press"))),
    "F202:long": bent(
        intent("OutputConditionIdentifier", String("Offset printing, according to FOGRA39"))
    ),
    "F202:registry": bent(without("RegistryName")),
    "F203": bent(without("DestOutputProfile")),
    "F203:screen": bent(_profile(_put(12, b"mntr"))),
    "F203:light": bent(_profile(_put(16, b"RGB "))),
    "F203:no profile": bent(_profile(lambda data: data.clear())),
    "F203:three": bent(_profile(bytes, N=3)),
    "F203:cut off": bent(_profile(lambda data: data.__delitem__(slice(-99, None)))),
    "F204": bent(spec=UNCOATED),
    "F204:profile": bent(spec=SHOP),
    "F205": bent(_profile(lambda data: _renamed(data, b"FOGRA47"))),
    "F205:measured": bent(
        intent("OutputConditionIdentifier", String("FOGRA51")),
    ),
    "F211": bent(lacking("TrimBox")),
    "F211:words": bent(page("TrimBox", Array([0, 0, String("x"), 1]))),
    "F212": bent(page("ArtBox", Array(TRIM))),
    "F213": bent(page("TrimBox", Array([-50, 0, WIDTH, HEIGHT]))),
    "F213:sheet": bent(page("BleedBox", Array([-50, -50, WIDTH, HEIGHT]))),
    "F213:crop": bent(page("CropBox", Array([0, 0, WIDTH / 2, HEIGHT]))),
    "F213:empty": bent(page("TrimBox", Array([5, 5, 5, 9]))),
    "F213:no bleed": bent(
        lacking("BleedBox"), page("TrimBox", Array([0, 0, WIDTH * 2, HEIGHT]))
    ),
    "F214": bent(page("Rotate", 90)),
    "F215": bent(page("UserUnit", 10)),
    "F216": bent(page("MediaBox", Array([-10, -10, 20000, HEIGHT + 10]))),
    "F221": bent(note(Subtype=Name.Link, Rect=Array([10, 10, 60, 30]))),
    "F221:bleed": bent(note(Subtype=Name.Link, Rect=Array([-8, -8, -5, -5]))),
    "F221:nowhere": bent(note(Subtype=Name.Text)),
}
