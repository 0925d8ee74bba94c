"""The ledger of claims is complete both ways: nothing is said without, nothing stands idle."""

from __future__ import annotations

import re

from tests.library.cited import cited

from leaflets.content.library import Library
from leaflets.model.evidence import Certainty
from leaflets.model.facts import FactKind, placed_in
from leaflets.model.walk import texts

SEVEN = {
    "immune-system", "nk-cells", "immune-tests", "immune-treatments",
    "causes", "implantation", "support",
}  # fmt: skip

CONTACTS = {FactKind.PHONE, FactKind.EMAIL, FactKind.WEB, FactKind.CODE}


def test_the_seven_leaflets_are_there_and_the_specimen(shelf: Library) -> None:
    """No patient is offered the specimen, and nothing else stands on the shelf."""
    patients = {slug for slug, leaflet in shelf.leaflets.items() if not leaflet.specimen}
    assert patients == SEVEN
    assert set(shelf.leaflets) - patients == {"specimen"}


def test_every_claim_that_a_leaflet_makes_is_in_the_ledger(shelf: Library) -> None:
    """By its key."""
    assert set(cited(shelf)) - set(shelf.claims) == set()


def test_every_claim_of_the_ledger_is_made_by_a_leaflet(shelf: Library) -> None:
    """One that nobody makes would be looked after for nothing."""
    assert set(shelf.claims) - set(cited(shelf)) == set()


def test_every_claim_has_a_reason_and_what_it_rests_on(shelf: Library) -> None:
    """Sources that are there; none only where no study was found."""
    for claim in shelf.claims.values():
        assert claim.reason
        assert set(claim.sources) <= set(shelf.sources), claim.key
        assert claim.sources or claim.certainty is Certainty.UNTESTED, claim.key


def test_every_figure_rests_on_a_claim_that_its_leaflet_cites(shelf: Library) -> None:
    """A figure whose claim stands in no leaflet beside it could not be looked up."""
    by_claim = cited(shelf)
    for leaflet in (each for each in shelf.leaflets.values() if not each.specimen):
        for text in texts(leaflet):
            for name, _ in placed_in(f"{text.words} {text.other}"):
                fact = shelf.facts[name]
                if fact.claim:
                    assert leaflet.slug in by_claim[fact.claim], (text.key, name)
                else:
                    assert fact.kind in CONTACTS, name


def test_every_fact_is_placed(shelf: Library) -> None:
    """One that stands nowhere would never be read again on a page."""
    placed: set[str] = set()
    for leaflet in shelf.leaflets.values():
        for text in texts(leaflet):
            placed |= {name for name, _ in placed_in(f"{text.words} {text.other}")}
            placed |= set(re.findall(r"\]\(([a-z0-9_]+)\)", text.words)) | {text.count}
        for section in leaflet.sections:
            for block in section.blocks:
                bars = getattr(block, "bars", ())
                placed |= {
                    name for bar in bars for name in (bar.fact, bar.low, bar.high) if name
                }
                placed |= {getattr(block, "fact", "")}
    assert set(shelf.facts) - placed == set()


def test_no_leaflet_says_what_only_an_advert_says(shelf: Library) -> None:
    """No dose, price, named clinic or seed's mistake stands in any leaflet."""
    forbidden = re.compile(
        r"pregnazole|polysaturated|\broche\b|immuneline|bernabeu|success rate of|£|\bmg\b"
        r"|\babort|third-generation|miracle|breakthrough",
        re.IGNORECASE,
    )
    found = [
        text.key
        for leaflet in shelf.leaflets.values()
        for text in texts(leaflet)
        if forbidden.search(f"{text.words} {text.other}")
    ]
    assert found == []
