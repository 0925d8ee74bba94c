"""Colours of the screen become inks: greys black alone, the rest by the profile."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from leaflets.errors import RenderError
from leaflets.pdf.colour import to_cmyk_image, to_inks
from leaflets.pdf.intent import FOGRA39, FOGRA47
from leaflets.pdf.svgcolour import svg_to_cmyk


def _png(mode: str, colour: object, **more: object) -> bytes:
    written = io.BytesIO()
    Image.new(mode, (6, 4), colour).save(written, "PNG", **more)  # type: ignore[arg-type]
    return written.getvalue()


def _svg(inside: str, **attributes: str) -> bytes:
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg"{more}>{inside}</svg>'.encode()


@pytest.mark.parametrize("grey", [0, 64, 128, 255])
def test_a_grey_is_black_ink_alone(grey: int) -> None:
    """However dark, no other plate has a part in it."""
    assert to_inks(grey, grey, grey) == (0, 0, 0, round(1 - grey / 255, 3))


def test_a_colour_goes_through_the_profile_of_the_paper() -> None:
    """Red is magenta and yellow, never more ink than the paper bears, and paper counts."""
    red, same = to_inks(255, 0, 0), to_inks(255, 0, 0, FOGRA47)
    assert red[0] < 0.05
    assert red[1] > 0.9
    assert red[2] > 0.9
    assert sum(to_inks(0, 0, 90)) * 100 <= FOGRA39.ink_limit
    assert red != same


@pytest.mark.parametrize(
    ("given", "kind", "mode"),
    [
        (_png("RGB", (200, 30, 60)), "JPEG", "CMYK"),
        (_png("RGB", (90, 91, 90)), "PNG", "L"),
        (_png("1", 1), "PNG", "L"),
        (_png("P", 3), "PNG", "L"),
        (_png("RGBA", (90, 90, 90, 40)), "PNG", "LA"),
        (_png("RGBA", (90, 200, 90, 40)), "JPEG", "CMYK"),
    ],
)
def test_an_image_comes_back_in_ink_or_grey(given: bytes, kind: str, mode: str) -> None:
    """A neutral picture is never printed in four inks."""
    with Image.open(io.BytesIO(to_cmyk_image(given))) as image:
        assert (image.format, image.mode, image.size) == (kind, mode, (6, 4))


def test_what_is_transparent_stands_on_white_paper() -> None:
    """A clear pixel of a coloured image is no ink."""
    image = Image.new("RGBA", (16, 16), (255, 0, 0, 0))
    image.putpixel((15, 15), (255, 0, 0, 255))
    written = io.BytesIO()
    image.save(written, "PNG")
    with Image.open(io.BytesIO(to_cmyk_image(written.getvalue()))) as made:
        corner = made.getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert max(corner) <= 3


def test_an_image_in_inks_is_left_as_it_is() -> None:
    """Separated by the shop's own hand, it is not separated again."""
    written = io.BytesIO()
    Image.new("CMYK", (4, 4), (0, 10, 20, 30)).save(written, "JPEG")
    assert to_cmyk_image(written.getvalue()) == written.getvalue()


def test_what_is_not_an_image_is_refused() -> None:
    """With a word on what would do."""
    with pytest.raises(RenderError, match="cannot be read"):
        to_cmyk_image(b"GIF89a and then nothing")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<path fill="#000"/>', 'fill="device-cmyk(0 0 0 1)"'),
        ('<path fill="White"/>', 'fill="device-cmyk(0 0 0 0)"'),
        ('<path stroke="rgb(128, 128, 128)"/>', 'stroke="device-cmyk(0 0 0 0.498)"'),
        ('<path style="fill : #333;x:y"/>', 'style="fill : device-cmyk(0 0 0 0.8);x:y"'),
        ("<style>.a{fill:black}</style>", ".a{fill:device-cmyk(0 0 0 1)}"),
        ('<path fill="none" stroke="url(#m)"/>', 'fill="none" stroke="url(#m)"'),
        ('<path fill="rgba(0,0,0,.5)"/>', 'fill="device-cmyk(0 0 0 1 / 0.5)"'),
        (
            '<g color="#fff"><path fill="currentColor"/></g>',
            '<path fill="device-cmyk(0 0 0 0)"',
        ),
        ('<path fill="currentColor"/>', '<path fill="device-cmyk(0 0 0 1)"'),
        ('<path fill="device-cmyk(0 1 0 0)"/>', 'fill="device-cmyk(0 1 0 0)"'),
    ],
)
def test_a_colour_of_a_drawing_is_written_as_ink(inside: str, expected: str) -> None:
    """In an attribute, a style, a style sheet, or taken from a parent."""
    assert expected in svg_to_cmyk(_svg(inside)).decode()


def test_black_that_a_drawing_leaves_unsaid_is_said() -> None:
    """A shape without a fill is black; the engine would make it RGB black."""
    assert b'fill="device-cmyk(0 0 0 1)"' in svg_to_cmyk(_svg("<path/>"))
    assert svg_to_cmyk(_svg("<path/>", fill="#fff")).count(b"device-cmyk") == 1


def test_a_gradient_is_refused_if_it_is_used_and_dropped_if_not() -> None:
    """The engine cannot draw one in inks; a drawing program often leaves one behind."""
    defined = (
        '<defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs>'
    )
    assert b"Gradient" not in svg_to_cmyk(_svg(defined + "<path/>"))
    with pytest.raises(RenderError, match="gradient"):
        svg_to_cmyk(_svg(defined + '<path fill="url(#g)"/>'))


@pytest.mark.parametrize(
    ("svg", "message"),
    [
        (_svg("<script>x</script>"), "script"),
        (_svg("<foreignObject/>"), "foreignObject"),
        (_svg('<image href="data:image/png;base64,AA=="/>'), "image"),
        (_svg('<use href="https://example.org/x.svg#a"/>'), "outside"),
        (_svg('<path fill="mauve-ish"/>'), "unknown colour 'mauve-ish'"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + _svg(""), "document type"),
        (_svg("").decode().encode("utf-16"), "UTF-8"),
        (_svg("").decode().encode("utf-16-le"), "document type"),
        (b"<svg", "well-formed"),
        (b"<html/>", "not SVG"),
    ],
)
def test_a_drawing_that_cannot_be_trusted_or_printed_is_refused(
    svg: bytes, message: str
) -> None:
    """Clinics send drawings: they are data, and never more."""
    with pytest.raises(RenderError, match=message):
        svg_to_cmyk(svg)
