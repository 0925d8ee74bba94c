"""A gradient yields as many values as its space has inks, and looks as it was drawn."""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped]
import pytest

from leaflets.errors import RenderError
from leaflets.pdf.colour import to_inks
from leaflets.pdf.enginecolours import inked
from leaflets.pdf.intent import FOGRA39
from leaflets.pdf.press import gradients
from leaflets.pdf.press.separation import Separation


def _separated(
    start: Any, stop: Any, *, space: str = "/DeviceCMYK", mask: bool = False, power: int = 1
) -> Any:
    stretch = pydyf.Dictionary(
        {"FunctionType": 2, "Domain": (0, 1), "C0": start, "C1": stop, "N": power}
    )
    whole = pydyf.Dictionary({"FunctionType": 3, "Functions": pydyf.Array([stretch])})
    shading = pydyf.Dictionary({"ColorSpace": space, "Function": whole})
    gradients.separate(shading, Separation(FOGRA39, {}), mask=mask)
    assert shading["ColorSpace"] == ("/DeviceGray" if mask else "/DeviceCMYK")
    return shading["Function"]["Functions"][0]


def _at(function: Any, place: float) -> list[float]:
    """Give the value of a function, as a reader of PDF works it out."""
    if function["FunctionType"] == 3:
        bounds = [0.0, *function["Bounds"], 1.0]
        number = max(n for n, edge in enumerate(bounds[:-1]) if edge <= place)
        low, high = bounds[number : number + 2]
        return _at(function["Functions"][number], (place - low) / (high - low))
    share = place ** function["N"]
    pairs = zip(function["C0"], function["C1"], strict=True)
    return [a + share * (b - a) for a, b in pairs]


@pytest.mark.parametrize("power", [1, 3])
def test_a_gradient_of_colours_is_cut_into_pieces(power: int) -> None:
    """Halfway it has the inks of the colour halfway, not the mean of the inks."""
    function = _separated((1, 0, 0), (0, 0, 1), power=power)
    share = 0.5**power
    halfway = (round(255 * (1 - share)), 0, round(255 * share))
    assert _at(function, 0) == pytest.approx(to_inks(255, 0, 0))
    assert _at(function, 0.5) == pytest.approx(to_inks(*halfway))
    assert _at(function, 1) == pytest.approx(to_inks(0, 0, 255))


def test_a_gradient_of_greys_is_black_ink_alone() -> None:
    """In one piece, for the black is as straight as the grey."""
    function = _separated((0, 0, 0), (1, 1, 1))
    assert function["FunctionType"] == 2
    assert (list(function["C0"]), list(function["C1"])) == ([0, 0, 0, 1], [0, 0, 0, 0])


def test_a_gradient_of_inks_has_just_these_inks() -> None:
    """What stands in for them on a screen is never separated."""
    function = _separated(inked(0, 1, 1, (1, 0, 0, 0)), inked(0.5, 0, 0, (0, 1, 0, 0.5)))
    assert (list(function["C0"]), list(function["C1"])) == ([1, 0, 0, 0], [0, 1, 0, 0.5])


def test_a_gradient_in_a_mask_is_light() -> None:
    """The engine's own stay as they are; one of a drawing's colours becomes grey."""
    own = _separated((0.25,), (1,), space="/DeviceGray", mask=True)
    assert (list(own["C0"]), list(own["C1"])) == ([0.25], [1])
    drawn = _separated((0, 0, 0), (1, 0, 0), mask=True)
    assert (list(drawn["C0"]), list(drawn["C1"])) == ([0], [0.3])


def test_a_gradient_of_light_outside_a_mask_is_refused() -> None:
    """The engine makes none; if it did, white would mean no ink and black all."""
    with pytest.raises(RenderError, match="outside"):
        _separated((0,), (1,), space="/DeviceGray")
