"""Pages in colours that are no inks: at least one for every question of F3."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from tests.pdf.preflight.broken_files import X1A, Sample, bent
from tests.pdf.preflight.good import CONTENT, Change

AREA = b" 20 20 40 40 re f"
BOX = [0, 0, 100, 100]
WHITE = Array([0.95, 1, 1.09])
TO_INKS = Dictionary(
    FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]),
    C1=Array([0, 1, 1, 0]), N=1,
)  # fmt: skip
TO_LIGHT = Dictionary(
    FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 1, 1]), C1=Array([1, 0, 0]), N=1
)
TO_GREY = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)


def held(category: str, make: Callable[[pikepdf.Pdf], Any]) -> Change:
    """Give the page a resource named Own."""

    def change(pdf: pikepdf.Pdf) -> None:
        held = pdf.pages[0].Resources.get(f"/{category}", Dictionary())
        held["/Own"] = make(pdf)
        pdf.pages[0].Resources[f"/{category}"] = held

    return change


def space(*parts: Any) -> Change:
    """Give the page a colour space named Own."""
    return held("ColorSpace", lambda _: Array(list(parts)))


def profiled(count: int) -> Change:
    """Give the page a colour space with a profile of its own."""
    return held(
        "ColorSpace", lambda pdf: Array([Name.ICCBased, pdf.make_stream(b"icc", N=count)])
    )


def _of_the_intent(pdf: pikepdf.Pdf) -> Any:
    return Array([Name.ICCBased, pdf.Root.OutputIntents[0].DestOutputProfile])


def form(content: bytes, **entries: Any) -> Change:
    """Give the page a form named Own."""
    return held(
        "XObject",
        lambda pdf: pdf.make_stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=Array(BOX), **entries
        ),
    )


def image(colours: Any, count: int, **entries: Any) -> Change:
    """Give the page an image of four pixels named Own."""
    return held(
        "XObject",
        lambda pdf: pdf.make_stream(
            bytes(4 * count), Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2,
            BitsPerComponent=8, ColorSpace=colours, **entries,
        ),
    )  # fmt: skip


def group(colours: Any) -> Change:
    """Give the page a transparency group named Own."""
    return form(
        b"0 0 0 1 k" + AREA,
        Group=Dictionary(S=Name.Transparency, CS=colours),
    )


def gradient(colours: Any, function: Any, kind: int = 2, **entries: Any) -> Change:
    """Give the page a gradient named Own."""
    return held(
        "Shading",
        lambda _: Dictionary(
            ShadingType=kind, ColorSpace=colours, Coords=Array([0, 0, 100, 100]),
            **({"Function": function} if function is not None else {}), **entries,
        ),
    )  # fmt: skip


def _tiles(pdf: pikepdf.Pdf) -> Any:
    return pdf.make_stream(
        b"1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1,
        BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9, Resources=Dictionary(),
    )  # fmt: skip


def _shades(_: pikepdf.Pdf) -> Any:
    return Dictionary(
        PatternType=2,
        Shading=Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 9, 9]),
            Function=TO_LIGHT,
        ),
    )  # fmt: skip


def _drawn_letters(pdf: pikepdf.Pdf) -> Any:
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=97, LastChar=97,
        Widths=Array([600]), Encoding=Dictionary(Differences=Array([97, Name.a])),
        CharProcs=Dictionary(
            a=pdf.make_stream(b"600 0 d0 1 0 0 rg 0 0 500 700 re f")
        ),
        Resources=Dictionary(),
    )  # fmt: skip


def _mask(content: bytes) -> Change:
    return held(
        "ExtGState",
        lambda pdf: Dictionary(
            SMask=Dictionary(
                S=Name.Luminosity,
                G=pdf.make_stream(
                    content, Subtype=Name.Form, BBox=Array(BOX),
                    Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
                ),
            )
        ),
    )  # fmt: skip


def _look(pdf: pikepdf.Pdf) -> None:
    look = pdf.make_stream(b"1 0 0 rg" + AREA, Subtype=Name.Form, BBox=Array(BOX))
    pdf.pages[0].obj.Annots = Array(
        [Dictionary(Subtype=Name.Stamp, Rect=Array(BOX), AP=Dictionary(N=look))]
    )


BROKEN: dict[str, Callable[[], Sample]] = {
    "F301": bent(content=b"1 0 0 rg" + AREA),
    "F301:line": bent(content=b"1 0 0 RG 2 w 20 20 m 90 20 l S"),
    "F301:text": bent(content=b"1 0 0 rg BT /F1 12 Tf 20 20 Td <00010002> Tj ET"),
    "F301:calibrated": bent(
        space(Name.CalRGB, Dictionary(WhitePoint=WHITE)), content=b"/Own cs 1 0 0 sc" + AREA
    ),
    "F301:lab": bent(
        space(Name.Lab, Dictionary(WhitePoint=WHITE)), content=b"/Own cs 50 9 9 sc" + AREA
    ),
    "F301:profile": bent(profiled(3), content=b"/Own cs 1 0 0 sc" + AREA),
    "F301:index": bent(
        space(Name.Indexed, Name.DeviceRGB, 0, String("abc")),
        content=b"/Own cs 0 sc" + AREA,
    ),
    "F301:image": bent(image(Name.DeviceRGB, 3), content=b"40 0 0 40 20 20 cm /Own Do"),
    "F301:inline": bent(
        content=b"q 9 0 0 9 20 20 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"
    ),
    "F301:form": bent(form(b"1 0 0 rg" + AREA), content=b"/Own Do"),
    "F301:mask": bent(_mask(b"1 0 0 rg" + AREA), content=b"/Own gs 0 0 0 1 k" + AREA),
    "F301:pattern": bent(
        held("Pattern", _tiles), content=b"/Pattern cs /Own scn 20 20 90 90 re f"
    ),
    "F301:gradient": bent(
        held("Pattern", _shades), content=b"/Pattern cs /Own scn 20 20 90 90 re f"
    ),
    "F301:shading": bent(gradient(Name.DeviceRGB, TO_LIGHT), content=b"/Own sh"),
    "F301:glyph": bent(
        held("Font", _drawn_letters), content=b"BT /Own 12 Tf 20 20 Td (aa) Tj ET"
    ),
    "F301:annotation": bent(_look),
    "F301:picture's own": bent(
        held(
            "XObject",
            lambda pdf: pdf.make_stream(
                b"jpx", Subtype=Name.Image, Width=9, Height=9, Filter=Name.JPXDecode
            ),
        ),
        content=b"40 0 0 40 20 20 cm /Own Do",
    ),
    "F302": bent(profiled(4), content=b"/Own cs 0 0 0 1 sc" + AREA),
    "F302:intent": bent(
        held("ColorSpace", _of_the_intent), content=b"/Own cs 0 0 0 1 sc" + AREA
    ),
    "F303": bent(
        space(Name.Separation, Name("/PANTONE 300 C"), Name.DeviceCMYK, TO_INKS),
        content=b"/Own cs 1 sc" + AREA,
    ),
    "F303:several": bent(
        space(Name.DeviceN, Array([Name.Black, Name.Gold]), Name.DeviceCMYK, TO_INKS),
        content=b"/Own cs 1 1 sc" + AREA,
    ),
    "F304": bent(
        space(Name.Separation, Name.Gold, Name.DeviceRGB, TO_LIGHT),
        content=b"/Own cs 1 sc" + AREA,
    ),
    "F305": bent(profiled(1), content=b"/Own cs 0 sc" + AREA),
    "F305:calibrated": bent(
        space(Name.CalGray, Dictionary(WhitePoint=WHITE)), content=b"/Own cs 0 sc" + AREA
    ),
    "F306": bent(
        lambda pdf: pdf.pages[0].Resources.__setitem__(
            "/ColorSpace", Dictionary(DefaultCMYK=Name.DeviceCMYK)
        )
    ),
    "F311": bent(gradient(Name.DeviceCMYK, TO_LIGHT), content=b"/Own sh"),
    "F311:grey": bent(gradient(Name.DeviceCMYK, TO_GREY), content=b"/Own sh"),
    "F311:array": bent(
        gradient(Name.DeviceCMYK, Array([TO_GREY, TO_GREY])), content=b"/Own sh"
    ),
    "F311:stitched": bent(
        gradient(
            Name.DeviceCMYK,
            Dictionary(FunctionType=3, Functions=Array([TO_LIGHT]), Domain=Array([0, 1])),
        ),
        content=b"/Own sh",
    ),
    "F311:none": bent(gradient(Name.DeviceCMYK, None), content=b"/Own sh"),
    "F311:kind": bent(gradient(Name.DeviceCMYK, TO_INKS, kind=9), content=b"/Own sh"),
    "F321": bent(group(Name.DeviceRGB), content=b"/Own Do"),
    "F321:grey": bent(group(Name.DeviceGray), content=b"/Own Do"),
    "F321:page": bent(
        lambda pdf: pdf.pages[0].obj.__setitem__(
            "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        )
    ),
    "F322": bent(spec=X1A, content=CONTENT + b" /Half gs" + AREA),
    "F322:group": bent(group(Name.DeviceCMYK), spec=X1A, content=b"/Own Do"),
    "F322:mask": bent(_mask(b"1 g" + AREA), spec=X1A, content=b"/Own gs 0 0 0 1 k" + AREA),
    "F322:blend": bent(
        held("ExtGState", lambda _: Dictionary(BM=Name.Multiply)),
        spec=X1A,
        content=b"/Own gs 0 0 0 1 k" + AREA,
    ),
}
