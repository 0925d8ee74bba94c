"""One artifact from end to end, and every way in which its pages can be wrong."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leaflets.build import make as making
from leaflets.build import rendering
from leaflets.build.workshop import Workshop
from leaflets.checks import artifact, webpage
from leaflets.checks.artifact import Verdict
from leaflets.compose.html import Composition, compose
from leaflets.errors import ContentError, GateClosed, LocaleError, RenderError
from leaflets.formats.base import FORMATS
from leaflets.model.evidence import FORMS
from leaflets.model.format import Format
from leaflets.model.walk import texts
from leaflets.model.work import Job
from leaflets.pdf.variant import Variant

LOCALES = ("en", "pl", "ar")
PDFS = ("screen", "press", "large")


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


def _job(locale: str, form: str, *, imprint: str = "tea-room", final: bool = False) -> Job:
    return Job(
        leaflet="tea", locale=locale, imprint=imprint, format=form, final=final, key="k"
    )


def _composed(workshop: Workshop, locale: str, form: Format) -> Composition:
    edition = workshop.bind("tea", locale, "tea-room").edition
    return compose(edition, form, workshop.templates)


Inspect = Callable[..., Verdict]


@pytest.fixture
def inspect(workshop: Workshop) -> Inspect:
    """Render a page that was tampered with, and ask everything of it."""

    def look(
        locale: str = "en",
        form: str = "screen",
        tamper: Callable[[str], str] = str,
        style: str = "",
    ) -> Verdict:
        wanted = FORMATS[form]
        composition = _composed(workshop, locale, wanted)
        html = tamper(composition.html)
        assert html != composition.html or style or tamper is str, "nothing was changed"
        edition = workshop.bind("tea", locale, "tea-room").edition
        families = tuple(dict.fromkeys((*edition.locale.fonts, "Noto Sans")))
        rendered = workshop.engine.render(
            html,
            stylesheets=(*composition.styles, style),
            variant=Variant(wanted.variant),
            identity=rendering.identity_of(edition, wanted, composition),
        )
        return artifact.inspect(
            rendered,
            composition,
            wanted,
            edition.locale,
            families,
            fontset=workshop.fontset,
        )

    return look


def _codes(verdict: Verdict) -> set[str]:
    return {finding.code for finding in verdict.findings}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", [*PDFS, "web"])
def test_every_fact_and_part_is_found_again(
    workshop: Workshop, locale: str, form: str
) -> None:
    """A finished file of every format and locale holds what it was given."""
    made = making.make(workshop, _job(locale, form))
    assert made.facts["placed"] == made.facts["verified"] > 20
    assert made.evidence["verified"] is True
    assert made.evidence["parts"] == list(FORMS["full"])
    assert made.evidence["sources"] == ["SPILL-2020", "SAUCER-2021"]
    assert made.draft


@pytest.mark.parametrize("form", [*PDFS, "web"])
def test_the_same_job_makes_the_same_bytes(workshop: Workshop, form: str) -> None:
    """Nothing of the clock or of what was made before gets into a file."""
    first = making.make(workshop, _job("ar", form))
    making.make(workshop, _job("en", "screen"))
    again = making.make(workshop, _job("ar", form))
    assert first.data == again.data


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", PDFS)
def test_a_changed_digit_is_found(inspect: Inspect, locale: str, form: str) -> None:
    """One other digit in a telephone number fails the page."""
    verdict = inspect(
        locale, form, lambda html: html.replace("020 7946 0123<", "020 7946 0128<")
    )
    assert "P102" in _codes(verdict)
    assert verdict.facts["verified"] != verdict.facts["placed"]


@pytest.mark.parametrize("locale", LOCALES)
def test_swapped_groups_are_found(inspect: Inspect, locale: str) -> None:
    """The right digits in the wrong order fail the page."""
    verdict = inspect(
        locale, tamper=lambda h: h.replace("020 7946 0123<", "0123 7946 020<")
    )
    assert "P103" in _codes(verdict)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_dropped_fact_is_found(inspect: Inspect, locale: str) -> None:
    """A fact that was to be placed and is not on the page fails it."""
    pattern = re.compile(r'<span class="fact"[^>]*>020 7946 0123</span>')
    assert "P101" in _codes(
        inspect(locale, tamper=lambda html: pattern.sub("", html, count=1))
    )


def test_lost_isolation_is_found_in_right_to_left_text(inspect: Inspect) -> None:
    """Without its direction, a telephone number in Arabic reads backwards: it fails."""
    pattern = re.compile(r'dir="ltr"( data-mark="m\d+")>020 7946 0123<')
    tampered = inspect("ar", tamper=lambda html: pattern.sub(r"\1>020 7946 0123<", html))
    assert "P103" in _codes(tampered)


@pytest.mark.parametrize("part", FORMS["full"])
def test_a_lost_part_of_the_evidence_section_is_found(inspect: Inspect, part: str) -> None:
    """No part of the fixed section can go missing between the composer and the page."""
    pattern = re.compile(
        rf'<section class="part[^>]*id="evidence-{part}".*?</section>', re.DOTALL
    )
    verdict = inspect(form="press", tamper=lambda html: pattern.sub("", html))
    assert "P101" in _codes(verdict)
    assert verdict.evidence["verified"] is False


def test_a_hidden_evidence_section_is_found(inspect: Inspect) -> None:
    """A style cannot hide the fixed section."""
    assert "P101" in _codes(inspect(form="press", style=".evidence { display: none }"))


def test_references_that_are_too_small_are_found(inspect: Inspect) -> None:
    """References are never set under 9 pt."""
    assert "P114" in _codes(inspect(style=".reference { font-size: 6pt !important }"))


def test_a_lost_reference_is_found(inspect: Inspect) -> None:
    """Each number that the text cites stands in the list of sources."""
    pattern = re.compile(r'<p class="reference"[^>]* id="ref-2".*?</p>', re.DOTALL)
    verdict = inspect(form="press", tamper=lambda html: pattern.sub("", html))
    assert "P101" in _codes(verdict)


def test_a_reference_that_is_only_a_number_is_found(inspect: Inspect) -> None:
    """The words of a reference stand behind its number."""
    words = "Invented trial of saucers"
    assert "P115" in _codes(inspect(tamper=lambda html: html.replace(words, "")))


def test_a_page_without_the_band_of_a_draft_is_found(inspect: Inspect) -> None:
    """A draft says so on every page, not on most."""
    style = "@page :nth(2) { @top-left { content: none } }"
    assert "P113" in _codes(inspect(style=style))


def test_a_letter_that_no_font_has_is_found(inspect: Inspect) -> None:
    """A letter that no font of the leaflet has fails the page."""
    assert "P201" in _codes(
        inspect(tamper=lambda html: html.replace("Pour.", "Pour \u13a0."))
    )


def test_clipped_text_is_found(inspect: Inspect) -> None:
    """Words that do not fit their box fail the page."""
    style = "#count { height: 4pt; overflow: hidden }"
    assert "P203" in _codes(inspect(style=style))


def test_text_over_text_is_found(inspect: Inspect) -> None:
    """Two lines on top of each other fail the page."""
    assert "P204" in _codes(inspect(style="#things { margin-top: -30pt }"))


def test_a_name_in_braces_is_found(inspect: Inspect) -> None:
    """A name in braces on the page fails it."""
    assert "P205" in _codes(
        inspect(tamper=lambda html: html.replace("Pour.", "Pour {cups}."))
    )


def _web(workshop: Workshop, tamper: Callable[[str], str]) -> set[str]:
    composition = _composed(workshop, "ar", FORMATS["web"])
    page = tamper(composition.html)
    assert page != composition.html
    locale = workshop.library.locales["ar"]
    return _codes(webpage.inspect(page, composition, FORMATS["web"], locale))


def test_words_that_a_style_hides_are_found(inspect: Inspect) -> None:
    """What the leaflet says stands on the page, every word of it."""
    assert "P115" in _codes(inspect(style="#things { display: none }"))


def test_a_template_that_leaves_a_text_out_fails(own_tea: Path, tmp_path: Path) -> None:
    """An empty template of the warning box does not make a leaflet without one."""
    (own_tea / "templates/blocks/warning.html").write_text("", encoding="utf-8")
    shop = Workshop(own_tea, tmp_path)
    for form in (*PDFS, "web"):
        with pytest.raises(RenderError, match=r"leave out the Text 'tea\.help\.title'"):
            making.make(shop, _job("en", form))


@pytest.mark.parametrize("form", ["screen", "web"])
@pytest.mark.parametrize(
    "old", ["place(contact.fact)", "{{ imprint.name }}", "draft.demonstration"]
)
def test_a_template_that_leaves_out_the_clinic_is_refused(
    own_tea: Path, tmp_path: Path, form: str, old: str
) -> None:
    """Who to ring, whose leaflet it is and that a clinic is invented are never lost."""
    path = own_tea / "templates/imprint.html"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(
        text.replace(
            old, "" if "{" in old else "locale.tag" if "(" in old else "leaflet.skip"
        )
    )
    shop = Workshop(own_tea, tmp_path)
    with pytest.raises(RenderError, match=r"leave out the clinic|P115"):
        making.make(shop, _job("en", form, imprint="show"))


WEB: dict[str, Callable[[str], str]] = {
    "W101": lambda page: re.sub(r'<span class="fact"[^>]*>020 7946 0123</span>', "", page),
    "W102": lambda page: page.replace("020 7946 0123<", "020 7946 0128<"),
    "W103": lambda page: page.replace("<main", '<img src="https://example.org/x.png" alt="x"><main'),
    "W104": lambda page: page.replace('lang="ar" dir="rtl"', 'lang="ar"'),
    "W105": lambda page: re.sub(r"<title>.*?</title>", "<title></title>", page),
    "W106": lambda page: page.replace("<h1>", "<h1>a</h1><h1>"),
    "W107": lambda page: page.replace("</h1>", "</h1><h4>a</h4>"),
    "W108": lambda page: re.sub(r'alt="[^"]+"', 'alt=""', page),
    "W109": lambda page: page.replace("<main", '<p id="text"></p><main'),
    "W111": lambda page: page.replace("<main", "<details><main"),
    "W110": lambda page: page.replace('href="#text"', 'href="#nowhere"'),
    "P115": lambda page: page.replace("Heat the water", "").replace("سخّن الماء", ""),
    "P205": lambda page: page.replace("</h1>", " {name}</h1>"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(WEB))
def test_a_web_page_with_a_fault_is_found(workshop: Workshop, code: str) -> None:
    """Each question to a web page can be failed."""
    assert code in _web(workshop, WEB[code])


@pytest.mark.parametrize(
    "rule",
    [
        ".evidence { display: none }",
        "@media print { section.evidence { visibility: hidden } }",
        ".evidence ul, b { opacity: 0.1 }",
        ".level li { font-size: 2px }",
        ".band { color: var(--paper) }",
        "main > * { height: 0; overflow: hidden }",
        ".evidence::after { content: ''; position: absolute; inset: 0 }",
        "#evidence-limits { clip-path: circle(0) }",
    ],
)
def test_a_style_that_hides_words_is_found(workshop: Workshop, rule: str) -> None:
    """What stands in the markup and not on the screen is missing."""
    style = f"<style>{rule}"
    assert "W111" in _web(workshop, lambda page: page.replace("<style>", style, 1))


@pytest.mark.parametrize("attribute", ["hidden", 'aria-hidden="true"', 'style="opacity:0"'])
def test_an_attribute_that_hides_words_is_found(workshop: Workshop, attribute: str) -> None:
    """Nothing on the way to a word may hide it."""
    assert "W111" in _web(
        workshop,
        lambda page: page.replace('class="evidence"', f'class="evidence" {attribute}'),
    )


def test_a_style_that_fetches_is_found(workshop: Workshop) -> None:
    """A web page asks the network for nothing, not even for a font."""
    fetch = "<style>@import url(https://example.org/x.css);"
    assert "W103" in _web(workshop, lambda page: page.replace("<style>", fetch, 1))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_short_evidence_section_has_every_part_of_its_form(
    workshop: Workshop, locale: str
) -> None:
    """A small format carries the short form, with every source cited on its sheet."""
    small = dataclasses.replace(FORMATS["screen"], evidence="short")
    composition = _composed(workshop, locale, small)
    assert composition.parts == FORMS["short"]
    assert composition.sources == ("SPILL-2020", "SAUCER-2021")
    assert 'id="things"' not in composition.html


def _editions(root: Path, cache: Path) -> Iterator[str]:
    shop = Workshop(root, cache)
    for locale in LOCALES:
        yield shop.bind("tea", locale, "tea-room").edition.code


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("content/leaflets/tea.yaml", "Heat the water.", "Heat the milk."),
        ("content/facts/tea.yaml", "value: 15, of: 100", "value: 16, of: 100"),
        ("content/claims/tea.yaml", "certainty: high", "certainty: moderate"),
        ("content/sources/sources.json", "spilled tea", "spilt tea"),
        ("content/imprints/tea-room.yaml", "020 7946 0321", "020 7946 0322"),
    ],
)
def test_an_edition_code_changes_with_anything_a_reader_sees(
    own_tea: Path, tmp_path: Path, name: str, old: str, new: str
) -> None:
    """Two editions that differ have two codes."""
    before = list(_editions(own_tea, tmp_path))
    path = own_tea / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    after = list(_editions(own_tea, tmp_path))
    assert all(a != b for a, b in zip(before, after, strict=True))
    assert len(set(before)) == len(before)


def test_a_mistake_in_one_clinics_file_stops_that_clinic_alone(
    change: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    """A bad cell never blocks the others."""
    root = change("content/imprints/show.yaml", "contacts:", "contact:")
    shop = Workshop(root, tmp_path)
    with pytest.raises(ContentError, match="contact") as caught:
        making.make(shop, _job("en", "web", imprint="show"))
    assert caught.value.origin is not None
    assert caught.value.origin.path == "content/imprints/show.yaml"
    assert making.make(shop, _job("en", "web")).facts["verified"]


def test_a_mistake_in_a_record_stops_every_job(
    change: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    """A claim without its source may stand in any leaflet."""
    root = change("content/claims/tea.yaml", "sources: [SPILL-2020]", "sources: [SPILL-1]")
    with pytest.raises(ContentError, match="unknown source"):
        making.make(Workshop(root, tmp_path), _job("en", "web"))


def test_a_final_without_sign_offs_is_refused(workshop: Workshop) -> None:
    """The gate says what is missing."""
    with pytest.raises(GateClosed, match="no sign-off by 'author'"):
        making.make(workshop, _job("en", "screen", final=True))


def test_a_final_of_a_demonstration_is_refused(workshop: Workshop) -> None:
    """An invented clinic never leaves as final."""
    with pytest.raises(GateClosed, match="demonstration"):
        making.make(workshop, _job("en", "screen", imprint="show", final=True))


def test_a_demonstration_says_so_on_its_page(workshop: Workshop) -> None:
    """An invented clinic is named as one."""
    page = making.make(workshop, _job("en", "web", imprint="show")).data.decode()
    assert "Example clinic: not for patients" in page


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Poczekaj {brew}.", "Poczekaj.", "lost the placeholder"),
        ("Poczekaj {brew}.", "Poczekaj {brew} {helpline}.", "placeholder of its own"),
        ("Nalej.", "<b>Nalej.</b>", "markup"),
        ("Nalej.", "Nalej {{ 7 * 7 }}.", "brace that is no placeholder"),
        ("Nalej.", "Nalej 3 razy.", "typed by hand"),
    ],
)
def test_a_dangerous_translation_is_never_printed(
    change: Callable[[str, str, str], Path], tmp_path: Path, old: str, new: str, what: str
) -> None:
    """A hard fault in a catalog fails its job, and names file and line."""
    root = change("locales/pl/LC_MESSAGES/tea.po", f'msgstr "{old}"', f'msgstr "{new}"')
    shop = Workshop(root, tmp_path)
    with pytest.raises(LocaleError, match=what) as caught:
        making.make(shop, _job("pl", "web"))
    assert caught.value.origin is not None
    assert caught.value.origin.path == "locales/pl/LC_MESSAGES/tea.po"
    assert caught.value.origin.line > 1


def test_a_changed_number_makes_its_plural_stale_in_every_locale(
    change: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    """From 3 to 5 another Polish and another Arabic form would be right: both are stale."""
    root = change(
        "content/facts/tea.yaml",
        "cups: {kind: number, value: 3",
        "cups: {kind: number, value: 5",
    )
    shop = Workshop(root, tmp_path)
    for locale in ("pl", "ar"):
        bound = shop.bind("tea", locale, "tea-room")
        stale = [f.message for f in bound.findings if f.code == "T203"]
        assert any("tea.count.text" in message for message in stale)


def test_a_number_selects_the_plural_of_its_locale(workshop: Workshop) -> None:
    """Three cups take the form for a few in Polish, for three to ten in Arabic."""
    said = {
        locale: next(
            text.words
            for text in texts(workshop.bind("tea", locale, "tea-room").edition.leaflet)
            if text.key == "tea.count.text"
        )
        for locale in LOCALES
    }
    assert said == {
        "en": "You need {cups} cups [@T-1].",
        "pl": "Potrzebujesz {cups} filiżanek (kilku) [@T-1].",
        "ar": "تحتاج إلى {cups} أكواب [@T-1].",
    }


def test_a_template_that_fails_names_its_file(own_tea: Path, tmp_path: Path) -> None:
    """A broken template is an error with a place, not a traceback."""
    path = own_tea / "templates/blocks/steps.html"
    path.write_text("<p>\n{{ nothing.here }}\n</p>\n", encoding="utf-8")
    shop = Workshop(own_tea, tmp_path)
    with pytest.raises(RenderError, match="nothing") as caught:
        making.make(shop, _job("en", "web"))
    assert str(caught.value.origin) == "templates/blocks/steps.html:2"
