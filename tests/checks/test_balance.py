"""Each rule of a fair leaflet has an example that breaks it, and a twin that does not."""

from __future__ import annotations

import dataclasses
import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from leaflets.checks.balance.base import RULES, look
from leaflets.checks.base import run
from leaflets.checks.passages import Part, Passages
from leaflets.content import library
from leaflets.content.project import Project
from leaflets.findings import Finding
from leaflets.model.walk import with_texts

HERE = Path(__file__).parent / "balance"
HOUSE = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((HERE / "examples").glob("*.yaml"))
TODAY = datetime.date(2026, 6, 1)
"""The day on which the examples are asked: they must not spoil."""


@pytest.fixture
def kettle(tmp_path: Path) -> Path:
    """Give a copy of a small project that keeps every rule, with the house's English."""
    root = tmp_path / "project"
    shutil.copytree(HERE / "kettle", root)
    (root / "locales" / "en").mkdir(parents=True)
    for name in ("locale.yaml", "words.yaml"):
        shutil.copy(HOUSE / "locales" / "en" / name, root / "locales" / "en")
    return root


@pytest.fixture
def asked(kettle: Path) -> Callable[..., list[Finding]]:
    """Change words in the small project, and ask it every rule."""

    def ask(name: str = "", old: str = "", new: str = "") -> list[Finding]:
        if name:
            path = kettle / name
            words = path.read_text(encoding="utf-8")
            assert words.count(old) == 1, f"{old!r} must stand in {name} once"
            path.write_text(words.replace(old, new), encoding="utf-8")
        shelf = library.read(Project.at(kettle))
        assert shelf.findings == ()
        return list(look(shelf, TODAY))

    return ask


def _example(path: Path, which: str) -> tuple[str, str, str]:
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    return said["file"], said["instead of"], said[which]


def test_a_leaflet_that_keeps_every_rule_has_no_finding(
    asked: Callable[..., list[Finding]],
) -> None:
    """What the examples change is clean before."""
    assert asked() == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_breaks_its_rule_alone(
    path: Path, asked: Callable[..., list[Finding]]
) -> None:
    """One mistake, one finding, in the file that holds it."""
    found = asked(*_example(path, "wrong"))
    assert [finding.code for finding in found] == [path.stem.split(".")[0]]
    assert found[0].origin.path.startswith("content/")
    assert found[0].origin.line > 0


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_twin_of_an_example_breaks_no_rule(
    path: Path, asked: Callable[..., list[Finding]]
) -> None:
    """What looks like the mistake and is none is left in peace."""
    assert asked(*_example(path, "right")) == []


def test_every_rule_has_an_example() -> None:
    """A rule without an example could be one that cannot fail."""
    assert {path.stem.split(".")[0] for path in EXAMPLES} == set(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_says_what_it_keeps(code: str) -> None:
    """Its title is a sentence, and its standard is named."""
    assert RULES[code].title.endswith(".")
    assert RULES[code].title[0].isupper()
    assert len(RULES[code].standard) > 10


def test_a_language_without_lists_is_not_asked_about_words(
    kettle: Path, asked: Callable[..., list[Finding]]
) -> None:
    """What nobody has written down is no reason for an alarm."""
    (kettle / "locales/en/words.yaml").unlink()
    assert asked(*_example(HERE / "examples" / "E303.yaml", "wrong")) == []


def test_the_rules_are_asked_with_the_checks(kettle: Path) -> None:
    """One call asks both."""
    path = kettle / "content/leaflets/kettle.yaml"
    words = path.read_text(encoding="utf-8").replace(
        " may help, but we are not sure", " helps"
    )
    path.write_text(words, encoding="utf-8")
    assert "E303" in {finding.code for finding in run(library.read(Project.at(kettle)))}


_SURE = [
    ("K-2", "Vinegar works"),
    ("K-2", "Vinegar probably helps"),
    ("K-2", "Vinegar prevents leaks"),
    ("K-2", "Vinegar does not work"),
    ("K-2", "Vinegar makes no difference"),
    ("K-2", "It is certain that vinegar raises the price"),
    ("K-2", "Vinegar cures a kettle"),
    ("K-2", "Vinegar is harmful"),
    ("K-2", "Vinegar can cause leaks"),
    ("K-3", "Soft water may help"),
    ("K-3", "It is not very uncertain that soft water helps"),
    ("K-3", "Soft water does not help"),
    ("K-5", "Singing helps"),
    ("K-5", "Singing may help"),
    ("K-2; @K-3", "Vinegar in soft water works"),
    ("K-2; @K-1", "Vinegar and time cause leaks"),
]
"""Claims of low certainty or less, and sentences that are too sure of them."""

_UNSURE = [
    ("K-2", "Vinegar may help, but we are not sure"),
    ("K-2", "Nobody knows whether vinegar helps"),
    ("K-2", "Does vinegar help?"),
    ("K-3", "We are very uncertain if soft water prevents leaks"),
    ("K-3", "We do not know if soft water does harm"),
    ("K-5", "Nobody has tested whether singing helps"),
    ("K-1", "Some kettles cause leaks"),
    ("K-6", "Cleaning helps, the makers say"),
    ("K-2", "Forty kettles took part, and vinegar may help"),
]
"""Sentences that are as unsure as their claims, or state no effect."""


@pytest.mark.parametrize(("claim", "said"), _SURE)
def test_a_sentence_surer_than_its_claim_is_an_error(
    claim: str, said: str, asked: Callable[..., list[Finding]]
) -> None:
    """Whatever the verb, and whatever is denied."""
    old = "Vinegar may help, but we are not sure [@K-2]."
    found = asked("content/leaflets/kettle.yaml", old, f"{said} [@{claim}].")
    assert [finding.code for finding in found] == ["E303"]


@pytest.mark.parametrize(("claim", "said"), _UNSURE)
def test_a_sentence_as_unsure_as_its_claim_is_left_in_peace(
    claim: str, said: str, asked: Callable[..., list[Finding]]
) -> None:
    """A false alarm would teach people to write for the program."""
    old = "Vinegar may help, but we are not sure [@K-2]."
    end = "" if said.endswith("?") else "."
    found = asked("content/leaflets/kettle.yaml", old, f"{said}{end} [@{claim}]")
    assert found == []


def test_a_percentage_that_compares_is_a_relative_figure(
    asked: Callable[..., list[Finding]],
) -> None:
    """Fewer by 15% says as little as half as many."""
    old = "Yours may be older"
    new = "It is {leaking_share} fewer. Yours may be older"
    name = "content/leaflets/kettle.yaml"
    assert {f.code for f in asked(name, old, new)} == {"E310", "E313"}


def test_without_a_day_nothing_is_past(kettle: Path) -> None:
    """What was built once can be built again, on whatever day."""
    path = kettle / "content/leaflets/kettle.yaml"
    words = path.read_text(encoding="utf-8")
    for name, day in (("searched", "2019-01-10"), ("written", "2019-02-01")):
        words = words.replace(f"{name}: 2026-0{day[6:]}", f"{name}: {day}")
    words = words.replace("review: 2028-01-31", "review: 2021-01-31")
    path.write_text(words, encoding="utf-8")
    shelf = library.read(Project.at(kettle))
    assert list(look(shelf)) == []
    assert {finding.code for finding in look(shelf, TODAY)} == {"E320", "E323"}


_HOSTILE = [
    " ",
    "…",
    "((((((((",
    "{nobody} [@NOBODY-1]",
    "[@K-2; @NOBODY-1; @K-1] {leaking}{leaking} – {leaking_share}%",
    "[@K-2] [@K-2]. [@K-2]? [@K-3]!",
    "*not* **not** [it](helpline) may not be unsure [@K-3].",
    "它可能有用，但我们不确定 [@K-2]。为什么？",
    "قد يساعد ذلك، لكننا لسنا متأكدين [@K-2]؟",
    "A&B-C&-D (A&B-C&-D " * 50,
    "may " * 2000 + "[@K-2].",
    "\u200f\u202e\x00\ufffc\x01",
]
"""What no author writes."""


@pytest.mark.parametrize("words", _HOSTILE, ids=range(len(_HOSTILE)))
@pytest.mark.parametrize("tag", ["en", "zh-Hans", "xx"])
def test_no_words_stop_the_rules(words: str, tag: str, kettle: Path) -> None:
    """Whatever stands in a Text, in a language that is known or not, all is asked."""
    shutil.copytree(HOUSE / "locales/zh_Hans", kettle / "locales/zh_Hans")
    shelf = library.read(Project.at(kettle))
    leaflet = with_texts(
        dataclasses.replace(shelf.leaflets["kettle"], original=tag),
        lambda text: dataclasses.replace(text, words=words),
    )
    hostile = dataclasses.replace(shelf, leaflets={"kettle": leaflet})
    assert all(finding.message for finding in look(hostile, TODAY))


def test_a_share_of_a_sentence_is_told_as_it_stands(kettle: Path) -> None:
    """Citations, facts and listed words are those of their own sentence."""
    shelf = library.read(Project.at(kettle))
    words = "It may help [@K-2]. Of {leaking}, none [@K-1; @K-6]! We do not know. Why?"
    text = dataclasses.replace(shelf.leaflets["kettle"].purpose, words=words)
    leaflet = dataclasses.replace(shelf.leaflets["kettle"], purpose=text)
    passages = Passages(leaflet, shelf)
    (passage,) = next(w.passages for w in passages.wholes if w.part is Part.PURPOSE)
    first, second, third, last = passage.sentences
    assert (first.cited, second.cited, third.cited) == (("K-2",), ("K-1", "K-6"), ())
    assert (first.placed, second.placed) == ((), ("leaking",))
    assert [hit.words for hit in first.of("hedge")] == ["may"]
    assert [hit.words for hit in third.of("unknown")] == ["We do not know"]
    assert (first.words, second.words, last.words) == (3, 3, 1)
    assert [each.asks for each in passage.sentences] == [False, False, False, True]
    assert [len(each.sentences) for each in passage.vouched] == [1, 1]
