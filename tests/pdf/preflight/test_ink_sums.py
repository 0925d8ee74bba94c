"""The inks of pixels are read as the file means them, and their greatest mean is found."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image
from tests.pdf.preflight.handmade import image, jpeg, pixels, stream

from leaflets.pdf.preflight import pixels as module
from leaflets.pdf.preflight.imagespace import space_of
from leaflets.pdf.preflight.painted import ImageFacts
from leaflets.pdf.preflight.peaks import greatest_ink
from leaflets.pdf.preflight.pixels import Unmeasured, ink_sums

DARK = bytes((204, 153, 255, 255))  # 80 + 60 + 100 + 100 = 340 %


def facts(made: object, *place: float) -> ImageFacts:
    """Give the facts of an image as it stands on a page."""
    shown = image(made, *place).image
    assert shown is not None
    return shown


def test_four_inks_of_a_pixel_are_summed() -> None:
    """80, 60, 100 and 100 percent are 340."""
    sums = ink_sums(pixels(DARK * 4, 2, 2))
    assert sums.getextrema() == pytest.approx((340, 340))


@given(st.binary(min_size=4 * 6, max_size=4 * 6))
def test_the_greatest_pixel_is_the_greatest_sum_of_its_bytes(data: bytes) -> None:
    """Whatever the values are, packed or not."""
    sums = [sum(data[at : at + 4]) / 2.55 for at in range(0, 24, 4)]
    plain = ink_sums(pixels(data, 3, 2))
    packed = ink_sums(pixels(zlib.compress(data), 3, 2, Filter=Name.FlateDecode))
    assert plain.getextrema() == pytest.approx((min(sums), max(sums)), abs=0.01)
    assert packed.getextrema() == plain.getextrema()


@pytest.mark.parametrize(
    ("entries", "sums"),
    [({}, 300), ({"Decode": Array([1, 0, 1, 0, 1, 0, 1, 0])}, 100)],
)
def test_a_jpeg_of_four_inks_means_what_its_decode_array_says(
    entries: dict[str, Array], sums: float
) -> None:
    """Adobe's programs turn the values round and say so; the bytes alone do not tell."""
    # Pillow writes the values turned round: 0, 0, 0, 255 becomes 255, 255, 255, 0
    made = jpeg(Image.new("CMYK", (16, 16), (0, 0, 0, 255)), **entries)
    assert ink_sums(made).getextrema()[1] == pytest.approx(sums, abs=3)


def test_grey_is_black_ink_turned_round() -> None:
    """0 is black, 255 is paper; a decode array turns it once more."""
    assert ink_sums(pixels(b"\x00\xff", 2, 1, Name.DeviceGray)).getextrema() == (
        pytest.approx((0, 100))
    )
    turned = pixels(b"\x00\x00", 2, 1, Name.DeviceGray, Decode=Array([1, 0]))
    assert ink_sums(turned).getextrema() == pytest.approx((0, 0))


def test_registration_colour_counts_four_times() -> None:
    """Separation All stands on every plate."""
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, Dictionary()])
    assert ink_sums(pixels(b"\xff\x00", 2, 1, space)).getextrema() == (
        pytest.approx((0, 400))
    )


@pytest.mark.parametrize(
    ("bits", "data"), [(1, b"\x40"), (2, b"\x10"), (4, b"\x01"), (8, b"\x00\x01")]
)
def test_a_table_of_colours_is_looked_up(bits: int, data: bytes) -> None:
    """At every number of bits; the second entry is the dark one."""
    table = bytes(4) + DARK
    for held in (table, stream(table)):
        space = Array([Name.Indexed, Name.DeviceCMYK, 1, held])
        made = pixels(data, 2, 1, space, bits)
        assert ink_sums(made).getextrema() == pytest.approx((0, 340), abs=0.01)
        found = space_of(space)
        assert found is not None
        assert found.most == pytest.approx(340)


@pytest.mark.parametrize(("bits", "data"), [(1, b"\xb0"), (4, b"\xf0\xff"), (16, b"")])
def test_values_of_other_lengths_are_read(bits: int, data: bytes) -> None:
    """One pixel with cyan, yellow and black solid, and no magenta."""
    data = data or b"\xff\xff\x00\x00\xff\xff\xff\xff"
    assert ink_sums(pixels(data, 1, 1, bits=bits)).getextrema()[1] == pytest.approx(300)


@pytest.mark.parametrize("inks", [2, 3, 6])
def test_any_number_of_spot_colours_is_summed(inks: int) -> None:
    """Each is a plate of its own."""
    names = Array([Name(f"/Spot{number}") for number in range(inks)])
    space = Array([Name.DeviceN, names, Name.DeviceCMYK, Dictionary()])
    data = b"\xff" * inks + b"\0" * (inks - 1) + b"\xff"
    for size in (None, (1, 1)):
        expected = (100, 100 * inks) if size is None else (50 * (inks + 1),) * 2
        sums = ink_sums(pixels(data, 2, 1, space), size)
        assert sums.getextrema() == pytest.approx(expected, abs=inks)


def test_a_soft_mask_thins_the_ink() -> None:
    """Half transparent is half the ink, as on bare paper."""
    mask = pixels(b"\x80\x00", 2, 1, Name.DeviceGray)
    made = pixels(DARK * 2, 2, 1, SMask=mask)
    assert ink_sums(made).getextrema() == pytest.approx((0, 340 * 128 / 255), abs=0.01)


def test_a_lone_dark_pixel_does_no_harm() -> None:
    """The mean over a millimetre counts, not the pixel."""
    light, dark = bytes(4), b"\xff\xff\xff\xff"
    lone = bytearray(light * 100 * 100)
    lone[4 * 5050 : 4 * 5051] = dark
    small = greatest_ink(facts(pixels(bytes(lone), 100, 100), 0, 0, 10, 10), 0)
    assert small < 8


def test_a_dark_square_of_a_millimetre_is_found_wherever_it_lies() -> None:
    """Also where it lies across the edges of a grid."""
    picture = Image.new("CMYK", (200, 200))
    picture.paste((255, 255, 255, 255), (47, 93, 47 + 25, 93 + 25))
    made = pixels(picture.tobytes(), 200, 200)
    assert greatest_ink(facts(made, 0, 0, 20, 20), 280) > 390


def test_pixels_wider_than_a_millimetre_count_by_themselves() -> None:
    """An image that is drawn far too large is not smoothed."""
    made = pixels(bytes(4) + b"\xff" * 4, 2, 1)
    assert greatest_ink(facts(made, 0, 0, 50, 50), 280) == pytest.approx(400)


@pytest.mark.parametrize(
    "made",
    [
        pixels(b"\xff" * 12, 2, 2, Name.DeviceRGB),
        pixels(b"\xff" * 3, 2, 2),
        pixels(b"", 0, 2),
        pixels(b"no Flate", 2, 2, Filter=Name.FlateDecode),
        pixels(b"no JPEG", 2, 2, Filter=Name.DCTDecode),
        pixels(b"JPEG 2000", 2, 2, Filter=Name.JPXDecode),
        pixels(b"\xff" * 16, 2, 2, bits=7),
        pixels(b"\xff" * 16, 2, 2, Array([Name.Indexed, Name.DeviceCMYK, 1])),
        jpeg(Image.new("L", (8, 8))),
        pixels(b"", 100_000, 100_000),
    ],
)
def test_what_cannot_be_read_is_said_to_be_unmeasured(made: object) -> None:
    """Light, cut off, empty, damaged, of another kind, too large: never a crash."""
    with pytest.raises(Unmeasured):
        ink_sums(made)


def test_a_jpeg_larger_than_it_claims_is_not_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The file may say 2 by 2 pixels, and the JPEG inside hold millions."""
    made = jpeg(Image.new("CMYK", (200, 200)))
    made.Width, made.Height = 2, 2
    monkeypatch.setattr(module, "MOST_PIXELS", 10_000)
    with pytest.raises(Unmeasured, match="larger than it says"):
        ink_sums(made)
