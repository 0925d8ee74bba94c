"""Files with too much ink, or that overprint and knock out wrongly: F4."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from tests.pdf.preflight.good import CONTENT, Change, good

from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED, PrintSpec

Sample = tuple[bytes, PrintSpec, Ordered]


def drawn(content: str, *changes: Change) -> Sample:
    """Draw on top of the good page."""
    return good(*changes, content=CONTENT + b"\n" + content.encode()), COATED, Ordered()


def with_image(data: bytes, width: int, height: int, **entries: Any) -> Change:
    """Give the pages an image under the name Im."""
    entries = {"ColorSpace": Name.DeviceCMYK, "BitsPerComponent": 8, **entries}

    def change(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(
            data, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height,
            **entries,
        )  # fmt: skip
        for page in pdf.pages:
            page.obj.Resources.XObject = Dictionary(Im=made)

    return change


def with_state(**entries: Any) -> Change:
    """Give the pages a graphics state under the name Own."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Resources.ExtGState.Own = Dictionary(**entries)

    return change


def with_cell(content: str) -> Change:
    """Give the pages a pattern under the name Own that begins far above the sheet."""

    def change(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(
            content.encode(), Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
            BBox=Array([0, 0, 10, 10]), XStep=10, YStep=10, Resources=Dictionary(),
            Matrix=Array([1, 0, 0, -1, 0, 2000]),
        )  # fmt: skip
        for page in pdf.pages:
            page.obj.Resources.Pattern = Dictionary(Own=made)

    return change


def with_gradient(*stops: tuple[float, ...]) -> Change:
    """Give the pages an axial gradient of two stops under the name Sh."""

    def change(pdf: pikepdf.Pdf) -> None:
        function = Dictionary(
            FunctionType=2, Domain=Array([0, 1]), N=1,
            C0=Array(list(stops[0])), C1=Array(list(stops[1])),
        )  # fmt: skip
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([60, 0, 160, 0]),
            Function=function,
        )  # fmt: skip
        for page in pdf.pages:
            page.obj.Resources.Shading = Dictionary(Sh=shading)

    return change


def registration(pdf: pikepdf.Pdf) -> None:
    """Give the pages the colour space Separation All under the name All."""
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * 4), C1=Array([1] * 4)
    )
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, function])
    for page in pdf.pages:
        page.obj.Resources.ColorSpace = Dictionary(All=space)


PLACED = "q 100 0 0 100 60 60 cm /Im Do Q"
COLOURED = "q 1 0.6 0 0 k 60 60 120 120 re f Q "
LETTERS = "BT /F1 12 Tf 70 100 Td <000100020003> Tj ET"

BROKEN: dict[str, Callable[[], Sample]] = {
    "F401": lambda: drawn("q 1 1 1 0.2 k 60 60 100 100 re f Q"),
    "F401:warning": lambda: drawn("q 0.9 0.9 0.9 0.2 k 60 60 100 100 re f Q"),
    "F401:line": lambda: drawn("q 1 1 1 0.2 K 9 w 60 60 m 160 60 l S Q"),
    "F401:narrow": lambda: drawn("q 1 1 1 0.2 K 1 w 60 60 m 160 60 l S Q"),
    "F401:gradient": lambda: drawn(
        "q 60 60 100 100 re W n /Sh sh Q", with_gradient((0, 0, 0, 0), (1, 1, 1, 0.5))
    ),
    "F401:cell elsewhere": lambda: drawn(
        "q /Pattern cs /Own scn 60 60 50 50 re f Q", with_cell("1 1 1 0.2 k 0 0 9 9 re f")
    ),
    "F402": lambda: drawn(PLACED, with_image(b"\xfa" * 4 * 400 * 400, 400, 400)),
    "F402:table": lambda: drawn(
        PLACED,
        with_image(
            b"\1" * 400 * 400, 400, 400,
            ColorSpace=Array([Name.Indexed, Name.DeviceCMYK, 1, b"\0\0\0\0\xff\xff\xff\x80"]),
        ),
    ),
    "F402:thin": lambda: drawn(
        f"q /Own gs {PLACED} Q",
        with_image(b"\xfa" * 4 * 400 * 400, 400, 400),
        with_state(ca=0.9),
    ),
    "F403": lambda: drawn(
        "q 1 1 0 0 k 60 60 100 100 re f /Over gs 0 0 0.8 0.8 k 80 80 50 50 re f Q"
    ),
    "F403:multiplied": lambda: drawn(
        "q 1 1 0 0 k 60 60 100 100 re f /Own gs 0 0 0.8 0.8 k 80 80 50 50 re f Q",
        with_state(BM=Name.Multiply),
    ),
    "F404": lambda: drawn("q /All cs 1 scn 60 60 50 50 re f Q", registration),
    "F404:four": lambda: drawn("q 1 1 1 1 k 60 60 50 50 re f Q"),
    "F405": lambda: drawn(PLACED, with_image(b"\xfa" * 99, 400, 400)),
    "F405:inline": lambda: drawn(
        "q 20 0 0 20 60 60 cm BI /W 80 /H 80 /CS /CMYK /BPC 8 /F /AHx ID "
        f"{'FA' * 4 * 80 * 80}> EI Q"
    ),
    "F411": lambda: drawn(f"{COLOURED} q /Over gs 0 0 0 0 k {LETTERS} Q"),
    "F411:area": lambda: drawn(f"{COLOURED} q /Over gs 0 0 0 0 k 80 80 30 30 re f Q"),
    "F412": lambda: drawn(f"{COLOURED} q 0 0 0 1 k {LETTERS} Q"),
    "F412:mode": lambda: drawn(
        f"{COLOURED} q /Own gs 0 0 0 1 k {LETTERS} Q", with_state(op=True, OPM=0)
    ),
    "F413": lambda: drawn(f"q 0.3 0.3 0.3 1 k {LETTERS} Q"),
    "F414": lambda: drawn(f"{COLOURED} q /Over gs 0 0 0 1 k 80 80 60 60 re f Q"),
}  # fmt: skip
