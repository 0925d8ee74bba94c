"""Images of every kind come out in inks or grey, and show what they showed."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms
from tests.pdf.conftest import Render

from leaflets.errors import RenderError
from leaflets.pdf.colour import to_inks
from leaflets.pdf.variant import Variant

RED = (200, 30, 60)

Made = Callable[..., Any]


@pytest.fixture
def made(render: Render) -> Made:
    """Render one image for the press, and give its object."""
    kept = []  # an object lives as long as its file

    def run(image: Image.Image, kind: str = "PNG", **options: Any) -> Any:
        written = io.BytesIO()
        image.save(written, kind, **options)
        pdf = render(
            "<img alt=a src=leaflets:a>",
            variant=Variant.PRESS,
            resources={"leaflets:a": written.getvalue()},
        ).pdf
        kept.append(pikepdf.open(io.BytesIO(pdf)))
        return next(iter(kept[-1].pages[0].Resources.XObject.values()))

    return run


def _many() -> Image.Image:
    """Give an image of more colours than a palette holds."""
    image = Image.new("RGB", (24, 24))
    image.putdata([(x * 10, y * 10, 40) for y in range(24) for x in range(24)])
    return image


def _inks(image: Any) -> tuple[float, ...]:
    """Give the inks of the first pixel, as a reader of PDF finds them."""
    pixels = pikepdf.PdfImage(image).as_pil_image()
    assert pixels.mode == "CMYK"
    first = pixels.getpixel((0, 0))
    assert isinstance(first, tuple)
    return tuple(value / 255 for value in first)


def test_a_drawing_of_few_colours_becomes_a_palette_of_inks(made: Made) -> None:
    """Each colour as exact as that of a word, and black is black ink alone."""
    drawing = Image.new("RGB", (9, 9), RED)
    drawing.putpixel((4, 4), (0, 0, 0))
    for mode in ("RGB", "P"):
        image = made(drawing.convert(mode) if mode == "RGB" else drawing.quantize(4))
        family, base, last, table = image.ColorSpace
        assert (family, base, last) == ("/Indexed", "/DeviceCMYK", 1)
        values = bytes(table)
        assert values[:4] == bytes([0, 0, 0, 255])
        assert [v / 255 for v in values[4:]] == pytest.approx(to_inks(*RED), abs=0.003)
        assert pikepdf.PdfImage(image).as_pil_image().getpixel((0, 0)) != (0, 0, 0, 255)


def test_an_image_of_many_colours_is_separated(made: Made) -> None:
    """Without loss from PNG and WebP, as JPEG of full colour from JPEG."""
    expected = to_inks(0, 0, 40)
    png, webp = made(_many()), made(_many(), "WEBP", lossless=True)
    assert png.ColorSpace == webp.ColorSpace == "/DeviceCMYK"
    assert png.Filter == webp.Filter == "/FlateDecode"
    assert int(png.DecodeParms.Colors) == 4
    flat = made(Image.new("RGB", (16, 16), RED), "JPEG", quality=95)
    assert (flat.ColorSpace, flat.Filter) == ("/DeviceCMYK", "/DCTDecode")
    assert list(flat.Decode) == [1, 0] * 4
    data = png.read_bytes()
    assert [value / 255 for value in data[:4]] == pytest.approx(expected, abs=0.003)
    assert _inks(flat) == pytest.approx(to_inks(*RED), abs=0.03)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_without_colour_is_grey(made: Made, kind: str) -> None:
    """Even if it says that it is RGB: it would be printed in four inks."""
    grey = Image.linear_gradient("L")
    for image in (grey, grey.convert("RGB")):
        found = made(image, kind)
        assert (found.ColorSpace, int(found.BitsPerComponent)) == ("/DeviceGray", 8)


def test_an_image_of_one_bit_stays_one(made: Made) -> None:
    """And black stays black."""
    bits = Image.new("1", (16, 8), 1)
    bits.putpixel((0, 0), 0)
    image = made(bits)
    assert (image.ColorSpace, int(image.BitsPerComponent)) == ("/DeviceGray", 1)
    assert image.read_bytes()[:2] == b"\x7f\xff"


def test_an_image_of_sixteen_bits_keeps_its_greys(made: Made) -> None:
    """The engine would write its bytes as if each were a pixel."""
    deep = Image.new("I;16", (4, 1))
    deep.putdata([0, 20_000, 40_000, 65_535])
    image = made(deep)
    assert (image.ColorSpace, int(image.BitsPerComponent)) == ("/DeviceGray", 8)
    assert list(image.read_bytes()) == pytest.approx([0, 78, 156, 255], abs=1)


def test_opacity_is_kept(made: Made) -> None:
    """As a soft mask of its own, in grey, of the same size."""
    clear = _many().convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize((24, 24)))
    for mode in ("RGBA", "LA"):
        image = made(clear.convert(mode))
        assert image.SMask.ColorSpace == "/DeviceGray"
        assert (image.SMask.Width, image.SMask.Height) == (24, 24)
        assert "/Interpolate" not in image
        assert "/Interpolate" not in image.SMask


def test_inks_are_kept_as_they_are(made: Made) -> None:
    """Somebody separated them who looked at them."""
    given = Image.new("CMYK", (16, 16), (10, 200, 30, 90))
    written = io.BytesIO()
    given.save(written, "JPEG", quality=95)
    image = made(given, "JPEG", quality=95)
    assert image.read_raw_bytes() == written.getvalue()
    assert _inks(image) == pytest.approx(
        (10 / 255, 200 / 255, 30 / 255, 90 / 255), abs=0.02
    )


def test_an_image_with_a_profile_of_its_own_is_read_by_it(made: Made) -> None:
    """A profile that nobody can read is passed over, as browsers do."""
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # A profile whose red is green, and whose green is red.
    swapped = own.replace(b"rXYZ", b"....").replace(b"gXYZ", b"rXYZ")
    swapped = swapped.replace(b"....", b"gXYZ")
    red, green, blue = _many().split()
    plain = made(_many()).read_bytes()
    turned = made(Image.merge("RGB", (green, red, blue))).read_bytes()
    assert made(_many(), icc_profile=b"not a profile").read_bytes() == plain
    for profile, expected in ((own, plain), (swapped, turned)):
        found = made(_many(), icc_profile=profile).read_bytes()
        assert max(abs(a - b) for a, b in zip(found, expected, strict=True)) <= 3


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("variant", list(Variant))
def test_half_an_image_is_no_image(render: Render, kind: str, variant: Variant) -> None:
    """The engine would show the other half in grey, and say nothing."""
    written = io.BytesIO()
    _many().resize((200, 200)).save(written, kind)
    half = written.getvalue()[: len(written.getvalue()) // 2]
    with pytest.raises(RenderError, match="leaflets:a"):
        render(
            "<img alt=a src=leaflets:a>", variant=variant, resources={"leaflets:a": half}
        )
