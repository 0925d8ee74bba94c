"""A glance sees what stands plainly at the margin, and nothing else."""

from __future__ import annotations

import pytest

from leaflets.build import glance
from leaflets.content import yamlfile


@pytest.mark.parametrize(
    "text",
    [
        "original: en\n",
        "original: 'en'\n",
        'original: "en"   # why\n',
        "original : en\n",
        "original: en # why\n",
        "original:   zh-Hans\n",
        "original: a:b\n",
        "original: a#b\n",
        "original: What now?\n",
        "original: العربية\n",
        "# original: no\noriginal: en\n",
        "inner:\n  original: no\noriginal: en\n",
        "original: en\r\nother: x\r\n",
    ],
)
def test_what_a_glance_sees_is_what_yaml_reads(text: str) -> None:
    """A plain value is told exactly as the YAML library tells it."""
    file, _ = yamlfile.read(text, "x.yaml")

    assert file is not None
    assert glance.value(text, "original") == file.data["original"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "original:\n",
        "original: >-\n  en\n",
        "original: |\n  en\n",
        "original: [en]\n",
        "original: {a: b}\n",
        "original: &a en\n",
        'original: "e\\u006e"\n',
        "inner:\n  original: en\n",
        "original: en\noriginal: fr\n",
        "'original': en\n",
    ],
)
def test_a_glance_does_not_guess(text: str) -> None:
    """What is written in another way is not to be told at a glance."""
    assert glance.value(text, "original") is None


def test_the_words_of_a_text_are_seen_under_it() -> None:
    """A Text with a note has its words under ``text:``."""
    text = "title:\n  note: Be kind.\n  text: What now?\nother:\n  text: No.\n"

    assert glance.words(text, "title") == "What now?"
    assert glance.words("title: Plain\n", "title") == "Plain"
    assert glance.words("title:\n  text: >-\n    Folded\n", "title") is None
