"""Made-up languages: every letter changes, and nothing else does."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalogs import store
from leaflets.catalogs.cldr import format_number
from leaflets.catalogs.domains import domains
from leaflets.catalogs.pseudo import GROWTH, accented, turned
from leaflets.catalogs.pseudolocales import PSEUDO_LOCALES, Pseudo, write_pseudo_locales
from leaflets.catalogs.translate import judge
from leaflets.content import library, marks
from leaflets.content.project import Project
from leaflets.errors import LocaleError

WORDS = (
    "Call {helpline} now, or see [our page](page): **three** in {rate.of} [@S1-02; @S2]?"
)
SAY = (accented, turned)


@pytest.mark.parametrize("say", SAY)
def test_no_plain_letter_is_left(say: Callable[[str], str]) -> None:
    """A plain letter on a page of a made-up language was never given to translators."""
    said = marks.without_marks(say(WORDS))

    assert any(char.isalpha() for char in said)
    assert not any(char.isascii() and char.isalpha() for char in said)


@pytest.mark.parametrize("say", SAY)
def test_what_is_no_word_stays_as_it_is(say: Callable[[str], str]) -> None:
    """Facts, links, citations and stress stand in the same order as before."""

    def shape(tree: tuple[marks.Mark, ...]) -> list[object]:
        return [
            (m.kind, m.field, "" if m.kind == "words" else m.value, shape(m.inner))
            for m in tree
        ]

    assert shape(marks.parse(say(WORDS))) == shape(marks.parse(WORDS))


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F)))
def test_accented_words_are_longer_by_four_tenths(words: str) -> None:
    """Whatever the words, so many letters are added and none is lost."""
    plain = [char for char in words.replace("[", "").replace("{", "") if char.isalpha()]
    said = accented("".join(plain))

    assert len(said) >= len(plain) * (1 + GROWTH)
    assert len(said) <= len(plain) * (1 + GROWTH) + 1


@given(st.text())
def test_letters_that_run_from_the_right_need_no_hidden_marks(words: str) -> None:
    """No direction mark comes out that did not go in; plain letters become Arabic."""
    said = turned(words)

    assert {c for c in said if unicodedata.category(c) == "Cf"} <= set(words)
    letters = turned("".join(c for c in words if c.isascii() and c.isalpha()))
    assert all(unicodedata.bidirectional(char) == "AL" for char in letters)


@pytest.mark.parametrize("pseudo", PSEUDO_LOCALES, ids=lambda made: made.locale.tag)
def test_every_message_may_be_printed(own_tea: Path, pseudo: Pseudo) -> None:
    """The hard checks find nothing in a made-up translation, plural forms included."""
    shelf = library.read(Project.at(own_tea))
    write_pseudo_locales(shelf)
    locale = pseudo.locale

    seen = 0
    for domain in domains(shelf):
        path = shelf.project.catalog(locale.folder, domain.name)
        catalog = store.read(path, path.name, locale)
        assert not catalog.findings
        for message in domain.messages:
            assert judge(message, catalog.entries[message.key], locale) == []
            seen += 1
    assert seen > 100


def test_making_them_twice_changes_nothing(own_tea: Path) -> None:
    """The files are the same bytes on any day."""
    shelf = library.read(Project.at(own_tea))
    first = write_pseudo_locales(shelf)

    assert len(first) == 2 * (1 + len(domains(shelf)))
    assert write_pseudo_locales(library.read(Project.at(own_tea))) == ()


def test_a_project_reads_them_as_what_they_are(own_tea: Path) -> None:
    """A made-up locale is valid, says that it is none, and one runs from the right."""
    write_pseudo_locales(library.read(Project.at(own_tea)))
    shelf = library.read(Project.at(own_tea))

    assert not shelf.findings
    made = {tag: locale for tag, locale in shelf.locales.items() if locale.pseudo}
    assert {tag: locale.direction for tag, locale in made.items()} == {
        "ar-XB": "rtl",
        "en-XA": "ltr",
    }
    assert all(locale.machine for locale in made.values())


def test_a_country_that_is_none_is_written_as_its_language() -> None:
    """CLDR knows no XA: numbers are those of the language around the world."""
    for made in PSEUDO_LOCALES:
        assert format_number("1234.5", made.locale) == "1,234.5"


def test_a_real_locale_of_the_same_name_is_not_written_over(own_tea: Path) -> None:
    """Somebody's own en-XA stays, and nothing is written."""
    path = own_tea / "locales/en_XA/locale.yaml"
    path.parent.mkdir()
    text = (own_tea / "locales/en/locale.yaml").read_text()
    path.write_text(text.replace("tag: en", "tag: en-XA"))

    with pytest.raises(LocaleError, match="not written over"):
        write_pseudo_locales(library.read(Project.at(own_tea)))

    assert not (own_tea / "locales/ar_XB").exists()
    assert "pseudo" not in path.read_text()
