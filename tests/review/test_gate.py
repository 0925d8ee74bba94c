"""What closes the gate of a final artifact."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets import review
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.formats.base import FORMATS

NOBODY = "Invented Person"
WORDS = {"certainty.moderate.group": "This is probably right:"}


@pytest.fixture(scope="module")
def shelf(tea: Path) -> Library:
    """Give the library of the tests' project."""
    return library.read(Project.at(tea))


def _signed(
    role: str, fingerprint: str, *, by: str = NOBODY, locale: str = "en"
) -> review.Signoff:
    return review.Signoff(
        leaflet="tea",
        locale=locale,
        role=role,
        by=by,
        date="2026-02-02",
        fingerprint=fingerprint,
    )


def _gate(shelf: Library, *signed: review.Signoff, locale: str = "en", imprint: str = "tea-room",
          stand_ins: int = 0) -> tuple[str, ...]:  # fmt: skip
    leaflet = shelf.leaflets["tea"]
    whole = review.original_fingerprint(shelf, leaflet, WORDS)
    return review.open_gate(
        library=shelf,
        original=leaflet,
        locale=locale,
        imprint=shelf.imprints[imprint],
        form=FORMATS["screen"],
        originals=review.Ledger(tuple(s for s in signed if s.locale == "en"), ()),
        translations=review.Ledger(tuple(s for s in signed if s.locale != "en"), ()),
        fingerprints={"original": whole, "translation": "t1"},
        stand_ins=stand_ins,
    )


def _author_and_clinical(shelf: Library) -> tuple[review.Signoff, review.Signoff]:
    whole = review.original_fingerprint(shelf, shelf.leaflets["tea"], WORDS)
    return _signed("author", whole), _signed("clinical", whole)


def test_an_unsigned_leaflet_is_closed_for_each_role(shelf: Library) -> None:
    """Without a sign-off, the gate names the roles that must sign."""
    assert _gate(shelf) == (
        "no sign-off by 'author' for 'tea' in 'en'",
        "no sign-off by 'clinical' for 'tea' in 'en'",
    )


def test_two_sign_offs_open_the_gate_of_an_original(shelf: Library) -> None:
    """Author and clinical reviewer are what a final asks for in the original language."""
    assert _gate(shelf, *_author_and_clinical(shelf)) == ()


def test_a_stale_sign_off_keeps_the_gate_closed(shelf: Library) -> None:
    """A sign-off for other words does not count."""
    _, clinical = _author_and_clinical(shelf)
    assert _gate(shelf, _signed("author", "old"), clinical) == (
        "the sign-off by 'author' for 'tea' in 'en' is stale",
    )


def test_a_translation_asks_for_translator_and_reviser_too(shelf: Library) -> None:
    """A locale other than the original has two more roles."""
    signed = _author_and_clinical(shelf)
    assert len(_gate(shelf, *signed, locale="pl")) == 2
    both = (
        _signed("translator", "t1", by="A", locale="pl"),
        _signed("reviser", "t1", by="B", locale="pl"),
    )
    assert _gate(shelf, *signed, *both, locale="pl") == ()


def test_a_reviser_is_never_the_translator(shelf: Library) -> None:
    """ISO 17100: a second person revises."""
    signed = (
        *_author_and_clinical(shelf),
        _signed("translator", "t1", by="Same", locale="pl"),
        _signed("reviser", "t1", by="same ", locale="pl"),
    )
    assert "one person" in _gate(shelf, *signed, locale="pl")[0]


def test_a_text_without_a_translation_closes_the_gate(shelf: Library) -> None:
    """A stand-in never leaves as finished."""
    signed = _author_and_clinical(shelf)
    assert any(
        "not translated" in why for why in _gate(shelf, *signed, locale="pl", stand_ins=1)
    )


def test_a_demonstration_never_leaves_as_final(shelf: Library) -> None:
    """An invented clinic is refused whatever was signed."""
    signed = _author_and_clinical(shelf)
    assert "demonstration" in _gate(shelf, *signed, imprint="show")[0]


def test_moving_a_block_down_the_file_keeps_a_sign_off(own_tea: Path) -> None:
    """A fingerprint covers words, not lines."""
    before = library.read(Project.at(own_tea))
    path = own_tea / "content/leaflets/tea.yaml"
    path.write_text("# a comment\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = library.read(Project.at(own_tea))
    one, other = (
        review.original_fingerprint(s, s.leaflets["tea"], WORDS) for s in (before, after)
    )
    assert one == other


def test_a_claim_cited_in_one_form_of_a_plural_counts(own_tea: Path) -> None:
    """A citation that only the other form bears is cited all the same."""
    path = own_tea / "content/leaflets/tea.yaml"
    text = path.read_text(encoding="utf-8")
    leaflet = library.read(Project.at(own_tea)).leaflets["tea"]
    assert "X-1" not in review.claims_of(leaflet)
    path.write_text(text.replace("You need {cups} cups.", "Take {cups} cups [@X-1]."))
    leaflet = library.read(Project.at(own_tea)).leaflets["tea"]
    assert "X-1" in review.claims_of(leaflet)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("content/leaflets/tea.yaml", "Heat the water.", "Heat the milk."),
        ("content/facts/tea.yaml", "value: 15, of: 100", "value: 16, of: 100"),
        ("content/claims/tea.yaml", "certainty: high", "certainty: moderate"),
        ("content/sources/sources.json", "Invented study", "Retracted study"),
    ],
)
def test_a_changed_word_fact_certainty_or_source_makes_a_sign_off_stale(
    own_tea: Path, name: str, old: str, new: str
) -> None:
    """A fingerprint covers the words, the figures, how sure one can be and why."""
    before = library.read(Project.at(own_tea))
    path = own_tea / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    after = library.read(Project.at(own_tea))
    one, other = (
        review.original_fingerprint(s, s.leaflets["tea"], WORDS) for s in (before, after)
    )
    assert one != other


def test_another_word_for_how_sure_we_are_makes_a_sign_off_stale(shelf: Library) -> None:
    """Who signed "probably" did not sign "certainly"."""
    leaflet = shelf.leaflets["tea"]
    stronger = {"certainty.moderate.group": "This is certainly right:"}
    one, other = (review.original_fingerprint(shelf, leaflet, w) for w in (WORDS, stronger))
    assert one != other


def test_what_must_be_checked_is_named_until_it_is(
    own_tea: Path,
) -> None:
    """A fact flagged for checking closes the gate until a person records the check."""
    path = own_tea / "content/facts/tea.yaml"
    text = path.read_text(encoding="utf-8")
    flagged = text.replace(
        "says: telephone of the", "verify: ring it, says: telephone of the"
    )
    path.write_text(flagged, encoding="utf-8")
    shelf = library.read(Project.at(own_tea))
    wanted = review.to_verify(shelf, shelf.leaflets["tea"])
    assert list(wanted) == ["fact:helpline"]
    assert (
        "fact:helpline has not been checked"
        in _gate(shelf, *_author_and_clinical(shelf))[0]
    )


def test_a_broken_ledger_line_is_a_finding_and_counts_for_nothing(tmp_path: Path) -> None:
    """What is not understood neither signs nor stops the reading of the rest."""
    good = _signed("author", "f")
    path = tmp_path / "ledger.jsonl"
    path.write_text('{"event": "signoff"\n[]\n{"event": "x"}\n' + review.as_line(good))
    ledger, found = review.read_ledger(path, "content/ledger.jsonl")
    assert ledger.signoffs == (good,)
    assert [f.origin.line for f in found] == [1, 2, 3]
