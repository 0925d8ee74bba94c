"""A translation beside its original: rows, numbers, one evidence section for each."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as markup

from leaflets.build import make as making
from leaflets.build import rendering
from leaflets.build.inputs import Inputs
from leaflets.build.keys import Keys
from leaflets.build.plan import Wanted, plan, survey
from leaflets.build.workshop import Workshop
from leaflets.checks import artifact
from leaflets.compose.environment import Templates
from leaflets.compose.facing import compose_facing
from leaflets.compose.html import Composition
from leaflets.content.project import Project
from leaflets.errors import LocaleError, RenderError
from leaflets.formats.base import FORMATS
from leaflets.model.blocks import KINDS
from leaflets.model.edition import Edition
from leaflets.model.evidence import FORMS
from leaflets.model.paragraphs import numbers
from leaflets.model.work import Job
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

FORM = FORMATS["bilingual"]


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


def _job(locale: str) -> Job:
    return Job(
        leaflet="tea",
        locale=locale,
        imprint="tea-room",
        format="bilingual",
        final=False,
        key="k",
    )


def _edition(workshop: Workshop, locale: str) -> Edition:
    edition = workshop.bind("tea", locale, "tea-room").edition
    return making._with_original(workshop, edition)


def _composed(workshop: Workshop, locale: str) -> Composition:
    return compose_facing(_edition(workshop, locale), FORM, workshop.templates)


def _rendered(workshop: Workshop, locale: str, composition: Composition) -> Rendered:
    return workshop.engine.render(
        composition.html,
        stylesheets=composition.styles,
        variant=Variant(FORM.variant),
        identity=rendering.identity_of(_edition(workshop, locale), FORM, composition),
    )


@pytest.mark.parametrize("locale", ["pl", "ar"])
def test_both_languages_are_found_again_on_the_page(
    workshop: Workshop, locale: str
) -> None:
    """Every fact stands on the sheet twice, and every part of the evidence."""
    made = making.make(workshop, _job(locale))
    alone = making.make(workshop, dataclasses.replace(_job(locale), format="screen"))

    assert made.facts["placed"] == made.facts["verified"]
    assert made.facts["placed"] > 1.9 * int(str(alone.facts["placed"]))
    assert made.evidence["verified"] is True
    assert made.evidence["parts"] == list(FORMS["full"])
    assert made.evidence["sources"] == alone.evidence["sources"]
    assert made.edition_code == alone.edition_code


def test_the_same_sheet_has_the_same_bytes(workshop: Workshop) -> None:
    """Nothing of the clock or of what was made before gets into a sheet."""
    assert making.make(workshop, _job("ar")).data == making.make(workshop, _job("ar")).data


def test_a_row_holds_one_text_in_both_languages(workshop: Workshop) -> None:
    """The original is on one side, the translation on the other, the number between."""
    edition = _edition(workshop, "pl")
    page = markup.fromstring(_composed(workshop, "pl").html)
    rows = {
        row.xpath("string(div[2])"): (
            " ".join(row.xpath("string(div[1])").split()),
            " ".join(row.xpath("string(div[3])").split()),
        )
        for row in page.xpath("//div[starts-with(@class, 'row')]")
    }
    number = numbers(edition.leaflet)

    assert rows[number["tea.title"]] == ("Making tea", edition.leaflet.title.words)
    assert edition.beside is not None
    for section, original in zip(
        edition.leaflet.sections, edition.beside.leaflet.sections, strict=True
    ):
        words = (original.heading.words, section.heading.words)
        assert rows[number[section.heading.key]] == words


@pytest.mark.parametrize("locale", ["pl", "ar"])
def test_a_row_stays_on_one_page(workshop: Workshop, locale: str) -> None:
    """What is marked on both sides of a row stands on the same page, side by side."""
    composition = _composed(workshop, locale)
    rendered = _rendered(workshop, locale, composition)
    where = {mark.id: mark for mark in rendered.marks}
    page = markup.fromstring(composition.html)
    rows = page.xpath("//div[starts-with(@class, 'row')]")

    pairs = 0
    for row in rows:
        left, right = (row.xpath(f"div[{side}]//@data-mark") for side in (1, 3))
        assert len(left) == len(right)
        marks = [where[name] for name in (*left, *right)]
        assert len({mark.page for mark in marks}) <= 1
        pairs += len(left)
    assert pairs > 40


def test_arabic_stands_on_the_right_of_english(workshop: Workshop) -> None:
    """Each language begins at its own margin of the sheet."""
    composition = _composed(workshop, "ar")
    rendered = _rendered(workshop, "ar", composition)
    where = {mark.id: mark for mark in rendered.marks}
    page = markup.fromstring(composition.html)
    for row in page.xpath("//div[starts-with(@class, 'row') and div//@data-mark]"):
        left = [where[m] for m in row.xpath("div[1]//@data-mark")]
        right = [where[m] for m in row.xpath("div[3]//@data-mark")]
        assert max(mark.x1 for mark in left) < min(mark.x0 for mark in right)


def test_references_stand_once(workshop: Workshop) -> None:
    """Two languages have one list of sources, with one set of numbers."""
    composition = _composed(workshop, "ar")
    references = [e.name for e in composition.expected if e.kind == "reference"]

    assert references == [str(n + 1) for n in range(len(composition.sources))]


def test_a_draft_says_so_in_both_languages(workshop: Workshop) -> None:
    """Every page carries the band for the reader and for whoever hands it out."""
    bands = [e for e in _composed(workshop, "ar").expected if e.kind == "band"]

    assert {band.lang for band in bands} == {"ar", "en"}
    assert all(band.name == "draft.band" for band in bands)


def test_a_part_in_one_language_only_fails_the_sheet(workshop: Workshop) -> None:
    """The evidence section is whole in both languages, or the check of the page says so."""
    composition = _composed(workshop, "pl")
    assert composition.parts == FORMS["full"]
    lone = dataclasses.replace(composition, parts=())
    rendered = _rendered(workshop, "pl", lone)
    locale = workshop.library.locales["pl"]

    verdict = artifact.inspect(
        rendered, lone, FORM, locale, ("Noto Sans",), fontset=workshop.fontset
    )

    assert "P111" in {finding.code for finding in verdict.findings}
    assert verdict.evidence["verified"] is False


def test_an_original_stands_alone(workshop: Workshop) -> None:
    """There is nothing to print beside an original."""
    with pytest.raises(RenderError, match="beside its original"):
        making.make(workshop, _job("en"))


def test_the_original_is_not_planned(tea: Path) -> None:
    """A sheet is planned for every translation; asked for the original, the plan says why."""
    project = Project.at(tea)
    keys = Keys(project, Inputs(), "p", "t")
    form = ("bilingual",)

    jobs = plan(survey(project), Wanted(formats=form), keys)

    assert {job.locale for job in jobs} == {"ar", "pl"}
    with pytest.raises(LocaleError, match="no translation"):
        plan(survey(project), Wanted(formats=form, locales=("en",)), keys)


def test_how_the_original_is_set_is_part_of_the_key(own_tea: Path) -> None:
    """A sheet is made anew when the locale of its original changes."""
    project = Project.at(own_tea)

    def key() -> str:
        return Keys(project, Inputs(), "p", "t").of_job(_job("pl"))

    before = key()
    path = own_tea / "locales/en/locale.yaml"
    path.write_text(path.read_text().replace("line_height: 1.45", "line_height: 1.5"))

    assert key() != before


def test_every_kind_of_block_has_a_sheet(tea: Path) -> None:
    """A new kind needs a template for two languages as well."""
    there = {path.stem for path in (tea / "templates/bilingual").glob("*.html")}

    assert {kind.kind for kind in KINDS} <= there


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("bilingual/row.html", "caller(original)", "caller(said)"),
        ("bilingual/paragraph.html", "{{ line(block.text) }}", ""),
        ("bilingual/imprint.html", "{{ side.place(contact.fact) }}", ""),
    ],
)
def test_a_template_that_leaves_words_out_is_refused(
    workshop: Workshop, tmp_path: Path, file: str, old: str, new: str
) -> None:
    """No template can print one language only, or lose a Text or a telephone number."""
    folder = tmp_path / "templates"
    shutil.copytree(workshop.project.templates, folder)
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new))

    with pytest.raises(RenderError, match="leave out"):
        compose_facing(_edition(workshop, "pl"), FORM, Templates(folder))


def test_an_address_wider_than_a_column_gets_a_row_of_its_own(
    change: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    """It is neither broken nor printed over the edge: no finding on the page."""
    address = "www.example.org/a-long-way-down-to-the-tea-room"
    fact = f"long: {{kind: web, value: {address}, says: A page.}}\n  mail:"
    root = change("content/facts/tea.yaml", "mail:", fact)
    leaflet = root / "content/leaflets/tea.yaml"
    text = leaflet.read_text().replace("Pour.]", "'See {long} and pour.']")
    leaflet.write_text(text)
    shop = Workshop(root, tmp_path / "fonts")

    made = making.make(shop, _job("pl"))

    assert made.facts["placed"] == made.facts["verified"]
    page = markup.fromstring(_composed(shop, "pl").html)
    wide = page.xpath("//div[contains(@class, ' wide')]")
    assert wide
    assert all(address in row.text_content() for row in wide)
