"""What is known of a language's words is read from its file, mistakes with their lines."""

from __future__ import annotations

from pathlib import Path

from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project

WORDS = """\
negations: [no, never, "*n't"]
numbers: {2: [two], "1/2": [half]}
hedges: {low: [may]}
length: [0.5, 2]
"""


def _read(root: Path, words: str, glossary: str = "") -> Library:
    (root / "locales/pl/words.yaml").write_text(words, encoding="utf-8")
    if glossary:
        folder = root / "content/glossary"
        folder.mkdir(exist_ok=True)
        (folder / "pl.yaml").write_text(glossary, encoding="utf-8")
    return library.read(Project.at(root))


def test_words_are_read_for_their_locale(own_tea: Path) -> None:
    """Words that YAML would take for something else stay words."""
    held = _read(own_tea, WORDS).wordings["pl"]
    assert held.negations == ("no", "never", "*n't")
    assert held.numbers == {"2": ("two",), "1/2": ("half",)}
    assert held.hedges == {"low": ("may",)}
    assert held.length == (0.5, 2.0)
    assert held.absolutes == ()


def test_a_glossary_is_read_for_its_locale(own_tea: Path) -> None:
    """Its terms come by concept, each with its line."""
    shelf = _read(own_tea, WORDS, "terms:\n  cup: {forms: [kub*], forbidden: [szklan*]}\n")
    term = shelf.glossary.of("pl")["cup"]
    assert (term.forms, term.forbidden) == (("kub*",), ("szklan*",))
    assert str(term.origin) == "content/glossary/pl.yaml:2"
    assert shelf.glossary.of("fr") == {}


def test_a_mistake_is_found_with_its_line(own_tea: Path) -> None:
    """A star in a word, a level nobody knows, a key misspelt."""
    words = "negations: [n*o]\nhedges: {maybe: [may]}\nlenght: [1, 2]\n"
    found = {f.origin.line for f in _read(own_tea, words).findings if "words" in str(f)}
    assert found == {1, 2, 3}


def test_a_locale_without_words_is_no_mistake(tea: Path) -> None:
    """The checks that need them are silent."""
    shelf = library.read(Project.at(tea))
    assert shelf.findings == ()
    assert "pl" in shelf.locales


def test_the_words_of_the_repository_are_whole() -> None:
    """Every file of words and terms is read without a finding, and has a locale."""
    shelf = library.read(Project.at(Path(__file__).parents[2]))
    assert [
        str(f) for f in shelf.findings if "words" in str(f) or "glossary" in str(f)
    ] == []
    assert shelf.wordings.keys() <= shelf.locales.keys()
    assert shelf.glossary.terms.keys() <= shelf.locales.keys()
