"""A leaflet in braille, from the words to the file that an embosser gets."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from leaflets.build.telling import Teller
from leaflets.build.workshop import Workshop
from leaflets.checks import brailled
from leaflets.checks.artifact import Verdict
from leaflets.compose.braille.cells import as_cells
from leaflets.compose.braille.numbers import digits
from leaflets.compose.html import Composition, compose
from leaflets.compose.telling.told import Told
from leaflets.errors import LocaleError
from leaflets.formats.base import FORMATS
from leaflets.model.braille import Braille
from leaflets.model.edition import Edition

GOLDEN = Path(__file__).parents[1] / "compose" / "golden" / "tea.en.braille.txt"
BRAILLE = FORMATS["braille"]


@pytest.fixture(scope="session")
def tearoom(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def edition(tearoom: Workshop) -> Edition:
    """Bind the tests' leaflet in English, with a code that does not change."""
    edition = tearoom.bind("tea", "en", "tea-room").edition
    return dataclasses.replace(edition, code="TEA-EN-ABCD2345")


@pytest.fixture(scope="session")
def told(tearoom: Workshop, edition: Edition) -> tuple[Told, Verdict]:
    """Tell the tests' leaflet in English, and look it over."""
    return Teller(tearoom.templates).tell(edition, BRAILLE)


@pytest.fixture(scope="session")
def composition(tearoom: Workshop, edition: Edition) -> Composition:
    """Compose what must be found in it."""
    return compose(edition, BRAILLE, tearoom.templates)


def named(told: Told, composition: Composition, name: str) -> str:
    """Give what stands in the file for a fact."""
    mark = next(e.id for e in composition.expected if e.kind == "fact" and e.name == name)
    return told.placed[mark]


def dotted(data: str) -> str:
    """Write a braille file beside its dots, a page a paragraph."""
    pages = [page.split("\r\n")[:-1] for page in data.split("\f")[:-1]]
    return "\n".join(
        "".join(f"{line:40} | {as_cells(line)}".rstrip() + "\n" for line in page)
        for page in pages
    )


def test_a_braille_file_is_what_it_was(told: tuple[Told, Verdict]) -> None:
    """The print of it is the golden file of plain text, beside this one."""
    assert dotted(told[0].data) == GOLDEN.read_text(encoding="utf-8")


def test_a_braille_file_passes_every_question(told: tuple[Told, Verdict]) -> None:
    """All facts are placed, the evidence is whole, nothing was found."""
    said, verdict = told
    assert verdict.findings == ()
    assert verdict.facts["placed"] == verdict.facts["verified"] != 0
    assert verdict.evidence["verified"]
    assert said.about["braille_pages"] == said.pages == said.data.count("\f")


def test_the_first_page_says_how_many_there_are(told: tuple[Told, Verdict]) -> None:
    """As the manifest says it, the first page among them."""
    first = told[0].data.partition("\f")[0]
    assert "PAGES3 " in first
    line = next(line for line in first.split("\r\n") if "PAGES3 " in line)
    assert digits(as_cells(line.rpartition(" ")[2]), "letters") == str(told[0].pages)


def test_every_page_of_a_draft_begins_with_its_band(told: tuple[Told, Verdict]) -> None:
    """And ends with its number, on the last of its lines."""
    pages = told[0].data.split("\f")[:-1]
    bands = {page.split("\r\n")[0].strip() for page in pages}
    assert len(bands) == 1
    assert bands.pop().startswith(",DRAFT3")
    assert all(page.count("\r\n") == BRAILLE.lines for page in pages)


@pytest.mark.parametrize("tag", ["ar", "pl"])
def test_other_languages_are_told_by_their_own_tables(tearoom: Workshop, tag: str) -> None:
    """Without a finding, and with the same figures."""
    said, verdict = Teller(tearoom.templates).tell(
        tearoom.bind("tea", tag, "tea-room").edition, BRAILLE
    )
    assert verdict.findings == ()
    assert said.about["table"] != "en-ueb-g2.ctb"


def test_a_locale_without_a_table_says_so(tearoom: Workshop, edition: Edition) -> None:
    """The message names it, and where a table would be named."""
    bare = dataclasses.replace(
        edition, locale=dataclasses.replace(edition.locale, braille=None)
    )
    with pytest.raises(
        LocaleError, match="no table of braille is named for 'en'"
    ) as caught:
        Teller(tearoom.templates).tell(bare, BRAILLE)
    assert "braille:" in caught.value.hint


def asked(told: Told, composition: Composition, braille: Braille) -> set[str]:
    """Give the codes of what is found in a file."""
    found = brailled.inspect(told, composition, BRAILLE, braille, draft=True)
    return {finding.code for finding in found}


def changed(told: Told, **values: Any) -> Told:
    """Give a file with something else in it."""
    return dataclasses.replace(told, **values)


def test_a_figure_that_changed_in_braille_is_found(
    told: tuple[Told, Verdict], composition: Composition, edition: Edition
) -> None:
    """By its digits, whatever wrote them."""
    braille = edition.locale.braille
    assert braille is not None
    said = told[0]
    assert asked(said, composition, braille) == set()
    mark = next(
        e.id for e in composition.expected if e.kind == "fact" and "#" in said.placed[e.id]
    )
    wrong = {**said.placed, mark: said.placed[mark].replace("#", "")}
    assert asked(changed(said, placed=wrong), composition, braille) == {"N304"}


def test_a_page_out_of_shape_is_found(
    told: tuple[Told, Verdict], composition: Composition, edition: Edition
) -> None:
    """A line too many, a small letter, a wrong number, no band, an end cut off."""
    braille = edition.locale.braille
    assert braille is not None
    said = told[0]
    band = said.data.split("\r\n")[0] + "\r\n"
    for data, code in (
        ("\r\n" + said.data, "N301"),
        (said.data.lower(), "N302"),
        (said.data.replace("#A\r\n\f", "#B\r\n\f", 1), "N303"),
        (said.data.replace(band, "\r\n"), "N303"),
        (said.data[:-1], "N301"),
    ):
        assert code in asked(changed(said, data=data), composition, braille)


def test_words_that_do_not_read_back_are_found(
    told: tuple[Told, Verdict], composition: Composition, edition: Edition
) -> None:
    """Where the locale says how well its table reads back."""
    braille = edition.locale.braille
    assert braille is not None
    wrong = {**told[0].about, "reads_back": 0.5}
    assert asked(changed(told[0], about=wrong), composition, braille) == {"N305"}
    silent = dataclasses.replace(braille, reads_back=0.0)
    assert asked(changed(told[0], about=wrong), composition, silent) == set()
