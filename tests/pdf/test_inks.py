"""RGB in a finished file is found wherever it hides; a wrong intent is named."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.pdf.conftest import Render

from leaflets.errors import RenderError
from leaflets.pdf import inks
from leaflets.pdf.variant import Variant


def _file(content: bytes, **resources: Any) -> bytes:
    """Write a PDF of one page with this content."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(content)
    page.Resources = Dictionary(**resources)
    return _bytes(pdf)


def _bytes(pdf: pikepdf.Pdf) -> bytes:
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("space", "named"),
    [
        (Name.DeviceRGB, "DeviceRGB"),
        (Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])]), "CalRGB"),
        (Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]), "Lab"),
        (Array([Name.Indexed, Name.DeviceRGB, 0, b"abc"]), "DeviceRGB"),
        (
            Array([Name.Separation, Name.Gold, Name.DeviceRGB, Dictionary(FunctionType=2)]),
            "DeviceRGB",
        ),
    ],
)
def test_a_colour_space_that_is_not_ink_is_named(space: pikepdf.Object, named: str) -> None:
    """By name, through an index, or as what stands in for a spot colour."""
    made = _file(b"/X cs 0 sc 0 0 9 9 re f", ColorSpace=Dictionary(X=space))
    assert inks.find_rgb(made) == [f"page 1: a fill in {named}"]


def test_an_rgb_profile_is_named(render: Render) -> None:
    """A profile with three components is RGB by another name."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    icc = pdf.make_stream(b"not looked at", N=3)
    pdf.pages[0].Resources = Dictionary(
        ColorSpace=Dictionary(X=Array([Name.ICCBased, icc]))
    )
    pdf.pages[0].Contents = pdf.make_stream(b"/X CS 1 0 0 SC 0 0 m 9 9 l S")
    assert inks.find_rgb(_bytes(pdf)) == ["page 1: a line in an RGB profile"]


def test_rgb_is_found_in_every_place_that_draws() -> None:
    """A pattern, a soft mask, a glyph, a group and an inline image all draw."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    red = b"1 0 0 rg 0 0 9 9 re f"
    box = Array([0, 0, 9, 9])

    def form(content: bytes, **entries: object) -> pikepdf.Object:
        return pdf.make_stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries
        )

    group = form(b"", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))
    found = []
    for resources in (
        Dictionary(
            XObject=Dictionary(
                A=form(b"", Resources=Dictionary(XObject=Dictionary(B=form(red))))
            )
        ),
        Dictionary(Pattern=Dictionary(A=pdf.make_stream(red, PatternType=1, BBox=box))),
        Dictionary(
            ExtGState=Dictionary(
                A=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form(red)))
            )
        ),
        Dictionary(
            Font=Dictionary(
                A=Dictionary(
                    Subtype=Name.Type3, CharProcs=Dictionary(a=pdf.make_stream(red))
                )
            )
        ),
        Dictionary(XObject=Dictionary(A=group)),
    ):
        pdf.pages[0].Resources = resources
        found.append(inks.find_rgb(_bytes(pdf)))
    assert found == [["page 1: a fill in DeviceRGB"]] * 4 + [
        ["page 1: a transparency group in DeviceRGB"]
    ]
    inline = _file(b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI")
    assert inks.find_rgb(inline) == ["page 1: an image in DeviceRGB"]


def test_an_endless_nest_of_forms_ends(render: Render) -> None:
    """A form that draws itself does not hang the check."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    form = pdf.make_stream(b"/A Do", Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    form.Resources = Dictionary(XObject=Dictionary(A=form))
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(A=form))
    assert inks.find_rgb(_bytes(pdf)) == []


def test_what_is_not_a_pdf_is_refused() -> None:
    """A damaged upload is an error, not a clean file."""
    with pytest.raises(RenderError, match="not a PDF"):
        inks.find_rgb(b"%PDF-1.6 nothing")
    with pytest.raises(RenderError, match="not a PDF"):
        inks.check_intent(b"")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda root: root.OutputIntents.__delitem__(0), "0 output intents"),
        (
            lambda root: root.OutputIntents.append(root.OutputIntents[0]),
            "2 output intents",
        ),
        (
            lambda root: root.OutputIntents[0].__setitem__(
                "/OutputConditionIdentifier", pikepdf.String("My press")
            ),
            "unknown printing condition 'My press'",
        ),
        (lambda root: root.OutputIntents[0].__delitem__("/RegistryName"), "no registry"),
        (
            lambda root: root.OutputIntents[0].__delitem__("/DestOutputProfile"),
            "carries no profile",
        ),
        (
            lambda root: root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 3),
            "not one of a CMYK printer",
        ),
    ],
)
def test_a_wrong_output_intent_is_named(
    render: Render, change: object, problem: str
) -> None:
    """Missing, doubled, unregistered, without or with the wrong profile."""
    made = render("<p>x", variant=Variant.PRESS)
    assert inks.check_intent(made.pdf) == []
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        change(pdf.Root)  # type: ignore[operator]
        (said,) = inks.check_intent(_bytes(pdf))
    assert problem in said
