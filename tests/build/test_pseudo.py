"""Pages in made-up languages: they build, and show what was never translated."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as markup
from tests.conftest import lay_out

from leaflets.build.inputs import Inputs
from leaflets.build.keys import Keys
from leaflets.build.make import make
from leaflets.build.plan import Wanted, plan, survey
from leaflets.build.workshop import Workshop
from leaflets.catalogs.pseudolocales import write_pseudo_locales
from leaflets.compose.html import compose
from leaflets.content import library
from leaflets.content.project import Project
from leaflets.errors import GateClosed
from leaflets.formats.base import FORMATS
from leaflets.model.work import Job

TAGS = ("en-XA", "ar-XB")

NOT_TRANSLATED = (
    ".//style",
    ".//*[contains(@class, 'fact')]",  # CLDR says them, or they are dialled
    ".//*[contains(@class, 'reference')]",
    ".//*[contains(@class, 'original-title')]",  # for those who hand it out
    ".//*[@class='clinic' or @class='address' or @class='logo']",
    ".//*[@class='hours']/td",  # weekdays are CLDR's
    ".//img[@class='qr']",  # read aloud as what it holds: an address or a code
)
"""What stands on a page in words that no translator is given."""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project with the made-up locales in it."""
    root = lay_out(tmp_path_factory.mktemp("pseudo") / "project")
    write_pseudo_locales(library.read(Project.at(root)))
    return Workshop(root, tmp_path_factory.mktemp("fonts"))


def _job(locale: str, form: str, *, final: bool = False) -> Job:
    return Job(
        leaflet="tea",
        locale=locale,
        imprint="tea-room",
        format=form,
        final=final,
        key="k",
    )


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_they_build_with_all_checks_on(workshop: Workshop, tag: str, form: str) -> None:
    """Nothing is clipped, lost or overlapping in any format, and nothing stands in."""
    made = make(workshop, _job(tag, form))

    assert made.findings == ()
    assert made.facts["placed"] == made.facts["verified"]
    assert made.evidence["verified"] is True


def _plain_words(page: str) -> list[str]:
    """Find words in plain letters that a reader or a screen reader would meet."""
    tree = markup.fromstring(page)
    for path in NOT_TRANSLATED:
        for found in tree.xpath(path):
            tail = found.tail or ""
            for inner in found.iter():
                inner.text = inner.tail = ""
                inner.attrib.clear()
            found.tail = tail
    met = [*tree.itertext()]
    met += tree.xpath(
        "//@alt | //@aria-label | //@title | //meta[@name='description']/@content"
    )
    return [
        words.strip() for words in met if any(c.isascii() and c.isalpha() for c in words)
    ]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("form", ["screen", "web"])
def test_every_word_of_a_page_was_given_to_translators(
    workshop: Workshop, tag: str, form: str
) -> None:
    """A word in plain letters would be one that no translator can ever see."""
    edition = workshop.bind("tea", tag, "tea-room").edition
    composition = compose(edition, FORMATS[form], workshop.templates)

    assert _plain_words(composition.html) == []


def test_a_word_that_was_not_given_out_is_found(workshop: Workshop) -> None:
    """The test above can fail: a word in a template is met."""
    edition = workshop.bind("tea", "en-XA", "tea-room").edition
    page = compose(edition, FORMATS["screen"], workshop.templates).html

    assert _plain_words(page.replace("</main>", "<p>See overleaf</p></main>")) == [
        "See overleaf"
    ]
    assert _plain_words(page.replace("<img ", '<img title="A picture" ', 1)) == [
        "A picture"
    ]


def test_they_are_built_only_where_they_are_named(workshop: Workshop) -> None:
    """A build of everything is of everything that exists."""
    project = workshop.project
    keys = Keys(project, Inputs(), "p", "t")

    whole = plan(survey(project), Wanted(), keys)
    named = plan(survey(project), Wanted(locales=("en_XA", "ar-XB")), keys)

    assert not {job.locale for job in whole} & set(TAGS)
    assert {job.locale for job in named} == set(TAGS)


@pytest.mark.parametrize("tag", TAGS)
def test_they_are_never_final(workshop: Workshop, tag: str) -> None:
    """No sign-off can let a language out that nobody speaks."""
    with pytest.raises(GateClosed, match="made-up language"):
        make(workshop, _job(tag, "screen", final=True))


def test_they_are_kept_out_of_the_repository(workshop: Workshop) -> None:
    """Git does not see the folders that the command writes."""
    ignored = (Path(__file__).parents[2] / ".gitignore").read_text().splitlines()
    folders = {path.parent.name for path in workshop.project.locale_files()}

    assert {"en_XA", "ar_XB"} <= folders
    assert {"/locales/en_XA/", "/locales/ar_XB/"} <= set(ignored)
