"""Braille by liblouis: what is asked, what comes back, and what is refused."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from leaflets.build import brailling, liblouis, machine
from leaflets.build.brailling import Translator
from leaflets.build.inputs import Inputs
from leaflets.compose.braille.heard import Asked
from leaflets.compose.braille.numbers import digits
from leaflets.compose.braille.wording import prepared
from leaflets.content import library
from leaflets.content.project import Project
from leaflets.errors import LocaleError, RenderError
from leaflets.model.locale import Locale

HOUSE = Path(__file__).resolve().parents[2]

LOCALES = library.read(Project.at(HOUSE)).locales
SHIPPED = sorted(tag for tag, locale in LOCALES.items() if not locale.pseudo)

ALPHABETS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةءأإآئؤى",
    "bn": "অআইঈউঊএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎংঃঁ",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijklmnñopqrstuvwxyzáéíóúü",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ",
    "fr": "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôœùûü",
    "hi": "अआइईउऊएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहक़ड़ढ़ंँ",
    "pa": "ਅਆਇਈਉਊਏਐਓਔਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜਸਹਸ਼ਖ਼ਗ਼ਜ਼ਫ਼ੰੱਂ",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyz",
    "ur": "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے",
    "zh-Hans": "的一是不了人我在有他这为之大来以个中上们妇产医院流产怀孕",
}


def translated(locale: Locale, words: str) -> str:
    """Give the cells of words by the locale's own table."""
    assert locale.braille is not None
    asked = Asked(locale.braille.table, prepared(words, locale.braille))
    (heard,) = Translator(locale)([asked])
    return heard.cells


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_shipped_locale_writes_its_alphabet_in_braille(tag: str) -> None:
    """Its table is there and has cells of six dots for each letter."""
    braille = LOCALES[tag].braille
    assert braille is not None
    letters = prepared(ALPHABETS[tag], braille)
    cells = translated(LOCALES[tag], " ".join(letters))
    assert all(0x2800 <= ord(cell) < 0x2840 for cell in cells)
    assert len(cells.replace("⠀", "")) >= len(letters)


@pytest.mark.parametrize("tag", SHIPPED)
@pytest.mark.parametrize("words", ["020 7946 0123", "1 2 3 4 5 6 7 8 9 0", "999", "09:45"])
def test_every_shipped_locale_writes_figures_that_read_as_they_are(
    tag: str, words: str
) -> None:
    """Read by rules that are not liblouis'."""
    locale = LOCALES[tag]
    assert locale.braille is not None
    read = digits(translated(locale, words), locale.braille.numbers)
    assert read == words.replace(" ", "").replace(":", "")


def test_english_is_contracted_as_the_rules_of_2013_say() -> None:
    """A sentence of the Rules of Unified English Braille's contractions, cell by cell."""
    said = "People can call 111 for the children."
    assert translated(LOCALES["en"], said) == "⠠⠏⠀⠉⠀⠉⠁⠇⠇⠀⠼⠁⠁⠁⠀⠿⠀⠮⠀⠡⠝⠲"


def test_romanian_is_told_in_six_dots() -> None:
    """The letters, the capital sign and the number sign of braille in Romania."""
    assert translated(LOCALES["ro"], "Sunați 112") == "⠨⠎⠥⠝⠁⠪⠊⠀⠼⠁⠁⠃"


def test_each_character_knows_its_first_cell() -> None:
    """So that a fact is found in the braille where it was said."""
    (heard,) = Translator(LOCALES["en"])([Asked("en-ueb-g2.ctb", "with 16 of")])
    assert heard.cells == "⠾⠀⠼⠁⠋⠀⠷"
    assert heard.where[5] == 2
    assert heard.where[8:] == (6, 6)


def test_a_character_without_cells_is_named() -> None:
    """And never comes out as the escape that liblouis writes for it."""
    with pytest.raises(
        LocaleError, match=r"Polish braille has no cells for '一' \(U\+4E00\)"
    ):
        Translator(LOCALES["pl"])([Asked("pl.tbl", "a 一")])


def test_a_shape_of_a_known_sign_stands_in() -> None:
    """An umlaut in a foreign name does not stop a leaflet in Spanish."""
    es = Translator(LOCALES["es"])
    with_mark, without = es(
        [Asked("es-g1.ctb", "Göteborg"), Asked("es-g1.ctb", "Goteborg")]
    )
    assert with_mark.cells == without.cells


def test_a_table_that_is_not_there_is_named_with_its_locale() -> None:
    """The hint says where it is named."""
    with pytest.raises(LocaleError, match=r"no table xx-none\.ctb for 'en'") as caught:
        Translator(LOCALES["en"])([Asked("xx-none.ctb", "words")])
    assert "locale.yaml" in caught.value.hint


def test_without_liblouis_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One job fails, with the command that mends it."""
    monkeypatch.setattr(liblouis, "LIBRARY", "liblouis-that-is-not-there.so")
    with pytest.raises(RenderError, match="liblouis") as caught:
        Translator(LOCALES["en"])([Asked("en-ueb-g2.ctb", "words")])
    assert "apt-get install" in caught.value.hint


def test_a_translation_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other process has its bounds."""
    monkeypatch.setattr(
        brailling, "BOUNDS", dataclasses.replace(brailling.BOUNDS, patience=0)
    )
    with pytest.raises(RenderError, match="could not translate to braille"):
        Translator(LOCALES["en"])([Asked("en-ueb-g2.ctb", "words")])


def test_words_read_back_are_compared_by_letters_and_digits() -> None:
    """Quotation marks have one shape in braille; a lost digit counts."""
    translator = Translator(LOCALES["en"])
    assert translator.similarity == 1.0
    translator.back = [("“Call 16”", '"call 16"')]
    assert translator.similarity == 1.0
    translator.back = [("call 16", "call 1")]
    assert translator.similarity < 0.9


def test_another_liblouis_or_another_table_makes_another_key(
    tea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes of a braille file depend on both."""

    def asked() -> str:
        return machine.digest(machine.toolchain(Project.at(tea), tmp_path / "c", Inputs()))

    folder = tmp_path / "tables"
    folder.mkdir()
    monkeypatch.setattr(liblouis, "FOLDERS", (folder,))
    (folder / "en.ctb").write_text("lowercase a 1\n")
    first = asked()
    assert asked() == first
    (folder / "en.ctb").write_text("lowercase a 12\n")
    second = asked()
    monkeypatch.setattr(liblouis, "version", lambda: "9.9.9")
    assert len({first, second, asked()}) == 3
