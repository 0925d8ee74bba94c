"""The script of an audio version: what a voice says, how, and what it leaves out."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.compose.narrating import narrated

from leaflets.build.workshop import Workshop
from leaflets.compose.telling import script, ssml
from leaflets.errors import RenderError
from leaflets.formats.base import FORMATS
from leaflets.model.locale import Locale
from leaflets.model.narrative import Narrative, Passage, Role, Run
from leaflets.origin import Origin

GOLDEN = Path(__file__).parent / "golden"
HOUSE = Path(__file__).resolve().parents[2]
SCHEMA = etree.XMLSchema(
    etree.parse(HOUSE / "tests" / "schemas" / "ssml-1.1" / "ssmlv1p1-core.xsd")
)
FORM = FORMATS["audio"]
NAMES = {"s": ssml.NAMESPACE}


def _locale(rate: float = 10.0) -> Locale:
    return Locale(
        tag="en",
        name="English",
        english="English",
        direction="ltr",
        script="Latn",
        fonts=("Noto Sans",),
        speech_rate=rate,
        origin=Origin("test"),
    )


def _narrative(*passages: Passage, title: str = "Tea") -> Narrative:
    return Narrative(
        title=title, lang="en", direction="ltr", draft=True, code="T-1", passages=passages
    )


def _run(words: str, lang: str = "en", *, kind: str = "", mark: str = "") -> Run:
    return Run(words=words, lang=lang, direction="ltr", kind=kind, mark=mark)


def _fact(words: str, fact: str, mark: str = "m1") -> Run:
    return dataclasses.replace(_run(words, kind="fact", mark=mark), fact=fact)


def _paragraph(*runs: Run | str) -> Passage:
    said = tuple(_run(run) if isinstance(run, str) else run for run in runs)
    return Passage(role=Role.PARAGRAPH, runs=said)


def _tell(*passages: Passage) -> str:
    data = ssml.tell(_narrative(*passages), FORM, _locale()).data
    assert SCHEMA.validate(etree.fromstring(data.encode())), SCHEMA.error_log
    return data


def _said(*runs: Run | str) -> str:
    """Tell one paragraph, and give what stands in it."""
    data = _tell(_paragraph(*runs))
    return data.partition("<p>")[2].partition("</p>")[0].strip()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_script_reads_as_it_did(tearoom: Workshop, tag: str) -> None:
    """The whole script is kept beside the test, for a person to read a change."""
    edition = tearoom.bind("tea", tag, "tea-room").edition
    narrative = ssml.prefaced(narrated(tearoom, tag)[1], edition)
    data = ssml.tell(narrative, FORM, edition.locale).data
    kept = GOLDEN / f"tea.{tag}.audio.ssml"
    assert data.replace(edition.code, "CODE") == kept.read_text(encoding="utf-8")
    assert SCHEMA.validate(etree.fromstring(data.encode())), SCHEMA.error_log


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("020 7946 0123", "phone", ("telephone", "", "020 7946 0123")),
        ("tea@example.org", "email", ("characters", "", "tea@example.org")),
        ("example.org/tea", "web", ("characters", "", "example.org/tea")),
        ("AB-12", "code", ("characters", "", "AB-12")),
        ("41", "number", ("cardinal", "", "41")),
        ("35", "age", ("cardinal", "", "35")),
        ("21 July 2023", "date", ("date", "dmy", "21 July 2023")),
        ("July 21, 2023", "date", ("date", "mdy", "July 21, 2023")),
        ("2023年7月21日", "date", ("date", "ymd", "2023年7月21日")),
        ("09:00", "time", ("time", "hms24", "09:00")),
        ("০৯:০০", "time", ("time", "hms24", "০৯:০০")),
    ],
)
def test_a_fact_says_what_it_is(words: str, kind: str, said: tuple[str, str, str]) -> None:
    """Each kind is given to the voice as the Note on say-as names it."""
    root = ElementTree.fromstring(_tell(_paragraph("It is ", _fact(words, kind), ".")))
    (made,) = root.iterfind(".//s:say-as", NAMES)
    assert (made.get("interpret-as"), made.get("format") or "", made.text) == said


@pytest.mark.parametrize(
    ("words", "kind", "numbers"),
    [
        ("63\u00a0in\u00a0100", "proportion", ["63", "100"]),
        ("۶۳ از ۱۰۰", "proportion", ["۶۳", "۱۰۰"]),
        ("2 weeks", "duration", ["2"]),
        ("1,250.5", "number", ["1,250.5"]),
    ],
)
def test_the_numbers_of_a_fact_are_said_as_numbers(
    words: str, kind: str, numbers: list[str]
) -> None:
    """Words between them are left to the voice, which knows how its language bends."""
    root = ElementTree.fromstring(_tell(_paragraph(_fact(words, kind))))
    made = list(root.iterfind(".//s:say-as", NAMES))
    assert [each.text for each in made] == numbers
    assert {each.get("interpret-as") for each in made} == {"cardinal"}


def test_a_percentage_keeps_its_sign() -> None:
    """A number torn from its sign would be said without it."""
    assert _said(_fact("15%", "percentage")) == '<s><mark name="m1"/>15%</s>'


def test_half_days_are_left_to_the_voice() -> None:
    """The clock of 24 hours is named only where nothing else says the half of the day."""
    said = _said(_fact("4:30 pm", "time"))
    assert '<say-as interpret-as="time">4:30</say-as> pm' in said


def test_numbers_of_sources_are_marked_and_not_said() -> None:
    """Where a source is cited a player finds a mark, and a listener hears nothing."""
    cited = _run("[1, 12]", kind="citation")
    assert _said("Tea is old", cited, ".") == '<s>Tea is old<mark name="cites-1-12"/>.</s>'


def test_sentences_stand_apart() -> None:
    """A stop ends a sentence; a single letter, a fact or a small letter behind it do not."""
    said = _said("Ask J. Smith. Is it 3.", _fact("5", "number"), "? Yes! e.g. now.")
    assert said.split("\n    ") == [
        "<s>Ask J. Smith.</s>",
        '<s>Is it 3.<mark name="m1"/><say-as interpret-as="cardinal">5</say-as>?</s>',
        "<s>Yes! e.g. now.</s>",
    ]


def test_sentences_without_spaces_stand_apart_too() -> None:
    """Chinese sets no space behind a full stop."""
    assert _said("茶很好。请喝。") == "<s>茶很好。</s>\n    <s>请喝。</s>"


def test_a_fact_begins_a_sentence_in_a_sentence_of_its_own() -> None:
    """One synthesiser drops a number that stands alone behind a full stop."""
    said = _said("Call us. ", _fact("999", "phone"), ".")
    assert said.splitlines()[1].strip().startswith('<s><mark name="m1"/><say-as')


def test_words_in_another_language_say_so() -> None:
    """On the paragraph where all of it is, on the words where only some are."""
    data = _tell(_paragraph(_run("Bonjour.", "fr")), _paragraph("Say ", _run("thé", "fr")))
    assert '<p xml:lang="fr"><s>Bonjour.</s></p>' in data
    assert '<p xml:lang="en"><s>Say <lang xml:lang="fr">thé</lang></s></p>' in data


def test_a_voice_is_told_when_the_language_is_back() -> None:
    """One synthesiser goes on in the last language that it was told."""
    lead = (_run("1.", kind="reference", mark="m9"),)
    source = Passage(role=Role.REFERENCE, runs=(_run("Du thé.", "fr"),), lead=lead)
    data = _tell(source, _paragraph("Tea."), _paragraph("More."))
    assert '<s xml:lang="fr">Du thé.</s>' in data
    assert '<p xml:lang="en"><s>Tea.</s></p>\n  <p><s>More.</s></p>' in data


def test_a_number_that_leads_is_said_apart_and_a_bullet_is_not() -> None:
    """A listener hears which step it is, and never the word bullet."""
    steps = [
        Passage(role=Role.ITEM, runs=(_run("Pour."),), lead=(_run(lead),), level=1)
        for lead in ("1. ", "• ")
    ]
    data = _tell(*steps)
    assert "<s>1.</s>\n    <s>Pour.</s>" in data
    assert '<p><mark name="bullet-1"/><s>Pour.</s></p>' in data
    assert "•" not in data


def test_identifiers_of_sources_are_spelt() -> None:
    """A DOI or a number in a register is of use only sign by sign."""
    source = _run("Tea. Leaf. 2021;27(4):720–46. doi:10.1093/x/y.z PMID: 25954039.")
    lead = (_run("1.", kind="reference", mark="m9"), _run(" "))
    data = _tell(Passage(role=Role.REFERENCE, runs=(source,), lead=lead))
    root = ElementTree.fromstring(data)
    assert [e.text for e in root.iterfind(".//s:say-as", NAMES)] == [
        "10.1093/x/y.z",
        "25954039",
    ]
    assert '<mark name="source-1"/>' in data


def test_a_pause_stands_before_a_section_and_around_a_box() -> None:
    """A listener cannot see a heading or a frame."""
    box = dataclasses.replace(_paragraph("Boxed."), box="warning", number=1)
    heading = Passage(role=Role.HEADING, runs=(_run("Cups"),), level=2)
    data = _tell(
        _paragraph("First."), heading, _paragraph("Then."), box, _paragraph("Last.")
    )
    pauses = [line.strip() for line in data.splitlines() if "<break" in line]
    assert pauses == [f'<break time="{ms}ms"/>' for ms in (1500, 600, 1000, 1000)]


def test_hostile_words_stay_words() -> None:
    """Markup in content is read out, never obeyed."""
    words = "</s><audio src='x'/> & ]]> \"<!--\" <say-as interpret-as='x'>"
    fact = _fact("<0> & 1", "number")
    data = _tell(_paragraph(words, fact))
    assert script.read(data).replace("\n", "").strip() == words + "<0> & 1"
    narrative = _narrative(_paragraph("x"), title='a"b<c>&\n')
    assert script.parse(ssml.tell(narrative, FORM, _locale()).data).meta["title"] == (
        'a"b<c>&\n'
    )


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\ufffe", "\ud800"])
def test_what_no_xml_can_hold_fails_the_job(sign: str) -> None:
    """A script that no synthesiser opens is not made, and no word is dropped silently."""
    with pytest.raises(RenderError, match="cannot stand"):
        ssml.tell(_narrative(_paragraph(f"a{sign}b")), FORM, _locale())


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=40)))
def test_every_word_is_said_once_and_in_its_place(parts: list[str]) -> None:
    """Whatever the words, the script gives all of them back in their order."""
    legal = ["".join(c for c in part if c not in "\ufffe\uffff") for part in parts]
    data = ssml.tell(_narrative(_paragraph(*legal)), FORM, _locale()).data
    assert "".join(script.read(data).split()) == "".join("".join(legal).split())


def test_the_script_says_what_it_is_and_how_long_it_takes() -> None:
    """Title, edition, draft and minutes stand at its head."""
    told = ssml.tell(_narrative(_paragraph("tea " * 1000)), FORM, _locale())
    meta = script.parse(told.data).meta
    assert meta == {"title": "Tea", "edition": "T-1", "draft": "yes", "minutes": "5"}
    assert told.about == {"minutes": 5}


def test_no_minutes_are_guessed_for_a_language_without_a_rate() -> None:
    """A locale that nobody has measured says nothing about time."""
    told = ssml.tell(_narrative(_paragraph("tea")), FORM, _locale(rate=0.0))
    assert told.about == {}
    assert "minutes" not in script.parse(told.data).meta


def test_a_longer_number_takes_longer() -> None:
    """What is spelt takes time for every sign; spaces take none."""
    minutes = [
        ssml.tell(_narrative(_paragraph(_fact(words, "phone"))), FORM, _locale()).about
        for words in ("1" * 300, "1 " * 600)
    ]
    assert minutes == [{"minutes": 2}, {"minutes": 4}]


def test_the_preface_stands_before_the_first_section(tearoom: Workshop) -> None:
    """A listener hears at once where the sources are."""
    edition = tearoom.bind("tea", "en", "tea-room").edition
    passages = ssml.prefaced(narrated(tearoom)[1], edition).passages
    at = next(n for n, p in enumerate(passages) if p.role is Role.HEADING)
    assert passages[at - 1].words == edition.phrases[ssml.SOURCES]


def test_a_document_type_is_refused() -> None:
    """A script that could fetch or swell is not read."""
    with pytest.raises(RenderError, match="document type"):
        script.parse('<!DOCTYPE speak [<!ENTITY a "b">]><speak>&a;</speak>')


def test_what_is_not_xml_is_refused() -> None:
    """A broken script is an error with a place, not a crash."""
    with pytest.raises(RenderError, match="not well-formed"):
        script.parse("<speak><p></speak>")
