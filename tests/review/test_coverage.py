"""Who has signed which message, in exactly which words."""

from __future__ import annotations

import itertools

from tests.review.desk import attested, ledger, part, reviewed, signed, text

from leaflets.review.coverage import coverage
from leaflets.review.ledger import Ledger
from leaflets.review.marks import mark_of

KEY = "tea.help"


def test_a_sign_off_covers_exactly_the_pair_of_marks_that_was_read() -> None:
    """Other words on either side are covered by nobody who read both."""
    now = text("pl")
    (one,) = [p for p in now.parts if p.key == KEY]
    held = coverage(Ledger(), ledger(signed(now, "translator")), "tea", "pl")
    assert held.roles_over(KEY, one.original, one.translation) == {"translator"}
    assert held.roles_over(KEY, "0" * 12, one.translation) == frozenset()
    assert held.roles_over(KEY, one.original, mark_of(["other"])) == frozenset()
    assert held.roles_over(KEY, one.original, "") == frozenset()
    assert held.roles_over("tea.nothing", one.original, one.translation) == frozenset()


def test_an_original_s_sign_off_shows_in_every_locale() -> None:
    """Author and clinical reviewer cover the original beside any translation."""
    originals = ledger(signed(text(), "author"))
    held = coverage(originals, Ledger(), "tea", "pl")
    one = part(KEY, "Do not drink it hot.")
    assert held.roles_over(KEY, one.original, mark_of(["x"])) == {"author"}


def test_another_leaflet_and_another_locale_are_not_covered() -> None:
    """Neither a name nor a tag is passed over."""
    now = text("pl")
    local = ledger(signed(now, "translator"))
    for slug, tag in (("coffee", "pl"), ("tea", "ar")):
        held = coverage(Ledger(), local, slug, tag)
        assert not held.signed
        assert not held.roles_ever_over(KEY)


def test_the_words_that_were_signed_last_are_kept() -> None:
    """Translation and original as they were, whatever the catalog says now."""
    first, second = text("pl", help="first"), text("pl", help="second")
    lines = (signed(first, "translator"), signed(second, "reviser", turn=2))
    for order in itertools.permutations(lines):
        held = coverage(Ledger(), ledger(*order), "tea", "pl")
        assert held.words_signed(KEY) == "second"
        assert held.original_signed(KEY) == "Do not drink it hot."
    assert held.words_signed("tea.nothing") == ""
    assert held.original_signed("tea.nothing") == ""


def test_a_locale_without_sign_offs_shows_what_the_author_signed() -> None:
    """There is nothing else to compare the original with."""
    held = coverage(ledger(signed(text(), "author")), Ledger(), "tea", "pl")
    assert held.original_signed(KEY) == "Do not drink it hot."
    assert held.words_signed(KEY) == ""


def test_an_attestation_leads_one_way_and_one_step() -> None:
    """Slips add up to another meaning: two steps carry only if somebody says so of both."""
    one, two, three = (
        part(KEY, f"Do not drink it{end}") for end in (" htt", " hott", " hot")
    )
    now = text("pl", words={KEY: "Do not drink it htt"})
    originals = ledger(attested(one, two), attested(two, three))
    local = ledger(signed(now, "translator"))
    held = coverage(originals, local, "tea", "pl")
    said = mark_of(["help in pl"])
    assert held.roles_over(KEY, two.original, said) == {"translator"}
    assert held.roles_over(KEY, three.original, said) == frozenset()
    both = ledger(attested(one, two), attested(two, three), attested(one, three))
    held = coverage(both, local, "tea", "pl")
    assert held.roles_over(KEY, three.original, said) == {"translator"}
    later = text("pl", words={KEY: "Do not drink it hot"})
    held = coverage(originals, ledger(signed(later, "translator")), "tea", "pl")
    assert held.roles_over(KEY, one.original, said) == frozenset()


def test_phrases_are_found_by_their_bare_key_in_their_own_domain() -> None:
    """The furniture is signed with each leaflet, and asked for on its own."""
    phrase = part("phrases:page", "Page", "Strona")
    held = coverage(Ledger(), ledger(reviewed(phrase, "translator")), "phrases", "pl")
    assert held.roles_over("page", phrase.original, phrase.translation) == {"translator"}


def test_words_that_were_signed_anew_are_not_signed_when_they_come_back() -> None:
    """A merge that brings back what was mended since is read again, by each role."""
    before, now = part(KEY, "Take ten."), part(KEY, "Take two.")
    events = [
        signed(text(words={KEY: "Take ten."}), "author"),
        signed(text(words={KEY: "Take ten."}), "clinical"),
        reviewed(now, "author", turn=2),
    ]
    for order in itertools.permutations(events):
        held = coverage(ledger(*order), Ledger(), "tea", "en")
        assert held.roles_over(KEY, before.original, "") == {"clinical"}
        assert held.roles_over(KEY, now.original, "") == {"author"}


def test_a_claim_that_was_signed_anew_is_not_signed_when_it_comes_back() -> None:
    """Nor is a figure, a source, or how the leaflet is put together."""
    first, second = text(claims={"T-1": "1" * 12}), text(claims={"T-1": "2" * 12})
    lines = (signed(first, "author"), signed(second, "author", turn=2))
    held = coverage(ledger(*lines), Ledger(), "tea", "en")
    assert held.roles_over_thing("claim", "T-1", "1" * 12) == frozenset()
    assert held.roles_over_thing("claim", "T-1", "2" * 12) == {"author"}


def test_the_last_words_of_two_branches_both_count() -> None:
    """Neither branch knew of the other, so neither took back what the other signed."""
    one, two = part(KEY, "Take one."), part(KEY, "Take two.")
    held = coverage(
        ledger(reviewed(one, "author", turn=2), reviewed(two, "author", turn=2)),
        Ledger(),
        "tea",
        "en",
    )
    for each in (one, two):
        assert held.roles_over(KEY, each.original, "") == {"author"}


def test_a_review_of_one_locale_says_nothing_of_another() -> None:
    """Not when the words are the same, and not when a reader saw the original alone."""
    one = part(KEY, "Do not drink it hot.", "Nie.")
    held = coverage(Ledger(), ledger(reviewed(one, "translator")), "tea", "ar")
    assert not held.roles_ever_over(KEY)
    read = ledger(reviewed(part(KEY, "Do not drink it hot."), "lay"))
    assert not coverage(read, Ledger(), "tea", "pl").roles_ever_over(KEY)
    assert coverage(read, Ledger(), "tea", "en").roles_ever_over(KEY) == {"lay"}
