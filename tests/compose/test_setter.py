"""Facts as they are set: how large a long one may be."""

from __future__ import annotations

import dataclasses
import re

import pytest

from leaflets.build.workshop import Workshop
from leaflets.compose.setter import Setter
from leaflets.formats.base import FORMATS
from leaflets.model.facts import Fact, FactKind
from leaflets.model.text import Text
from leaflets.origin import Origin


def _size(tearoom: Workshop, form: str, address: str, *, scale: float = 1.0) -> float:
    """Set an address; give its size in pt."""
    edition = tearoom.bind("tea", "en", "tea-room").edition
    locale = dataclasses.replace(edition.locale, scale=scale)
    setter = Setter(dataclasses.replace(edition, locale=locale), FORMATS[form])
    fact = Fact(
        name="page", kind=FactKind.WEB, value=address, says="", origin=Origin("test")
    )
    html = str(setter.place(fact))
    said = re.search(r"font-size:([\d.]+)em", html)
    return setter.body_size * (float(said[1]) if said else 1.0)


def test_a_short_address_is_as_large_as_the_text(tearoom: Workshop) -> None:
    """In very large type too."""
    assert _size(tearoom, "large-24", "example.org/tea") == 24


def test_a_long_address_in_very_large_type_fits_its_line(tearoom: Workshop) -> None:
    """It does not break, so it is set smaller, and no smaller than running text may be."""
    assert 12 < _size(tearoom, "large-24", "example.org/" + "a" * 30) < 24
    assert _size(tearoom, "large-24", "example.org/" + "a" * 90) == pytest.approx(
        12.1, 0.01
    )


@pytest.mark.parametrize("scale", [1.0, 1.12])
@pytest.mark.parametrize("form", ["screen", "press", "folded", "web", "text"])
def test_no_address_is_smaller_than_running_text(
    tearoom: Workshop, form: str, scale: float
) -> None:
    """What is set in the least size already stays as it is, in every script."""
    body = FORMATS[form].text * scale
    assert _size(tearoom, form, "example.org/" + "a" * 40, scale=scale) == pytest.approx(
        body
    )


def test_a_bracket_in_very_large_type_may_leave_the_quotation_before_it(
    tearoom: Workshop,
) -> None:
    """Unicode lets no line end there, and two long words run off a table."""
    edition = tearoom.bind("tea", "en", "tea-room").edition
    text = Text(key="tea.x", words="Say “tea” (chai), tea (chai).", origin=Origin("test"))
    said = {form: Setter(edition, FORMATS[form]).say(text) for form in FORMATS}
    broken = {form for form, words in said.items() if "” \u200b(chai), tea (" in words}
    assert broken == {"large-24"}
    assert not any("\u200b" in said[form] for form in FORMATS if form not in broken)
