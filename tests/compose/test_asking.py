"""What templates ask of the furniture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from leaflets.compose.asking import extract_template, look_through, phrases_asked
from leaflets.errors import ContentError, RenderError

HOUSE = Path(__file__).parents[2]


def keys(text: str) -> list[str]:
    """List the keys that a template asks for."""
    return [phrase.key for _, phrase in phrases_asked(text, "x.html")]


def test_a_phrase_is_found_wherever_it_is_asked_for() -> None:
    """Plain, in both branches of a choice, and inside another call."""
    assert keys('<p>{{ phrase("draft.band") }}</p>') == ["draft.band"]
    choice = (
        '{% if x %}{{ say(phrase("draft.band" if y else "draft.original")) }}{% endif %}'
    )
    assert keys(choice) == ["draft.band", "draft.original"]
    assert keys('{# phrase("none") #}phrase') == []


def test_a_key_that_is_put_together_asks_for_every_phrase_that_starts_so() -> None:
    """The template knows only the start of it."""
    found = keys('{{ phrase("certainty." ~ level ~ ".label") }}')
    assert "certainty.high.label" in found
    assert all(key.startswith("certainty.") for key in found)


@pytest.mark.parametrize(
    "text",
    [
        '\n{{ phrase("no.such.phrase") }}',
        '\n{{ phrase("draft.band" if x else "no.such") }}',
        '\n{{ phrase("draft.band" if x) }}',
        '\n{{ phrase("nothing." ~ x) }}',
        "\n{{ phrase(x) }}",
        "\n{{ phrase() }}",
        "\n{{ phrase(3) }}",
    ],
)
def test_a_phrase_that_is_not_there_is_an_error_and_not_silence(text: str) -> None:
    """With the template's name and the line."""
    with pytest.raises(ContentError, match="template asks for") as caught:
        keys(text)
    assert str(caught.value.origin) == "x.html:2"


def test_a_template_that_does_not_parse_is_an_error_with_its_line() -> None:
    """Babel's own extractors would leave it out without a word."""
    with pytest.raises(RenderError, match="does not parse") as caught:
        list(extract_template(io.BytesIO(b"\n{% if %}"), {}, (), {"silent": "false"}))
    assert str(caught.value.origin) == "template.html:2"
    assert list(extract_template(io.BytesIO(b"{% if %}"), {}, (), {"silent": "true"})) == []


def test_every_phrase_that_the_templates_of_this_project_ask_for_is_there() -> None:
    """Looking through them raises nothing, and finds some."""
    assert look_through(HOUSE / "templates", "templates") > 10
