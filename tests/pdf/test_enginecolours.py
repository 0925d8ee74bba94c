"""The engine draws gradients, blur and bevels in any colour, and forgets no ink."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tests.pdf.conftest import Render
from tinycss2.color5 import parse_color  # type: ignore[import-untyped]

from leaflets.pdf import enginecolours
from leaflets.pdf.preflight.opening import opened
from leaflets.pdf.preflight.walk import walk
from leaflets.pdf.variant import Variant


def _first_and_last(pdf: bytes) -> list[list[float]]:
    """Give the colours of the first gradient in inks, from its two ends."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/ColorSpace") == (
                "/DeviceCMYK"
            ):
                parts = list(item.Function.Functions)
                return [[float(v) for v in end] for end in (parts[0].C0, parts[-1].C1)]
    raise AssertionError("no gradient")


@pytest.mark.parametrize(
    "css",
    [
        "linear-gradient(device-cmyk(1 0 0 0), device-cmyk(0 0 1 .5))",
        "radial-gradient(device-cmyk(1 0 0 0), device-cmyk(0 0 1 .5))",
    ],
)
def test_a_gradient_of_inks_is_drawn_in_them(render: Render, css: str) -> None:
    """The engine would stop, or take the black for opacity."""
    made = render("<p>x", f"p {{ background: {css} }}", variant=Variant.PRESS)
    assert _first_and_last(made.pdf) == [[1, 0, 0, 0], [0, 0, 1, 0.5]]


def test_a_gradient_of_inks_in_a_drawing_is_drawn_in_them(render: Render) -> None:
    """Here too the fourth value is no opacity."""
    made = render(
        "<svg width=90 height=90><title>a</title><linearGradient id=g>"
        "<stop stop-color='device-cmyk(1 0 0 0)'/>"
        "<stop offset=1 stop-color='device-cmyk(0 0 1 .5)'/></linearGradient>"
        "<path d='M1 1h80v80h-80z' fill='url(#g)'/></svg>",
        variant=Variant.PRESS,
    )
    assert _first_and_last(made.pdf) == [[1, 0, 0, 0], [0, 0, 1, 0.5]]
    assert b"SMask" not in made.pdf


@pytest.mark.parametrize(
    "css",
    [
        "box-shadow: 0 0 2mm device-cmyk(0 0 0 1)",
        "box-shadow: inset 0 0 2mm oklch(60% .1 30)",
        "border: 1mm groove device-cmyk(0 1 0 0)",
        "border: 1mm inset lab(40% 20 20)",
        "background: repeating-linear-gradient(device-cmyk(0 1 0 0), #fff 0)",
        "background: linear-gradient(device-cmyk(0 1 0 0))",
        "background: linear-gradient(lab(50% 20 20), lch(50% 30 20), oklab(.5 .1 .1))",
    ],
)
@pytest.mark.parametrize("variant", list(Variant))
def test_the_engine_no_longer_breaks_off(
    render: Render, css: str, variant: Variant
) -> None:
    """At what it stopped at, for any kind of file."""
    assert render("<p>x", f"p {{ {css} }}", variant=variant).pdf


def test_a_bevel_is_light_on_one_side_and_dark_on_the_other(render: Render) -> None:
    """The engine takes its values for percents, and draws both sides nearly black."""
    css = "p { border: 2mm inset rgb(90 90 90) }"
    with opened(render("<p>", css, variant=Variant.PRESS).pdf) as pdf:
        (page,) = walk(pdf)
    blacks = {t.colour.inks[3] for t in page.painted if t.colour.inks}
    assert len(blacks) == 2
    assert max(blacks) == pytest.approx(1 - 90 / 255 / 1.5, abs=0.01)
    assert min(blacks) == pytest.approx((1 - 90 / 255) / 1.5, abs=0.01)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lab(54.29% 80.8 69.9)", (1, 0, 0)),
        ("oklch(62.8% .2577 29.23)", (1, 0, 0)),
        ("oklab(1 0 0)", (1, 1, 1)),
        ("device-cmyk(0 1 0 .5)", (0.5, 0, 0.5)),
        ("hsl(120 100% 25%)", (0, 0.5, 0)),
        ("color(--own .2 .3 .4 0)", (0.8, 0.7, 0.6)),
    ],
)
def test_any_colour_can_be_said_in_srgb(text: str, expected: tuple[float, ...]) -> None:
    """For what is seen on a screen."""
    said = enginecolours.to(parse_color(text), "srgb")
    assert tuple(said.coordinates) == pytest.approx(expected, abs=0.01)
