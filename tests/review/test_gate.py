"""What keeps a gate closed, and for whom."""

from __future__ import annotations

import dataclasses

import pytest
from tests.review.desk import attested, ledger, part, reviewed, signed, text

from leaflets.review.coverage import coverage
from leaflets.review.events import Event
from leaflets.review.gate import Open, one_person, still_open
from leaflets.review.ledger import Ledger
from leaflets.review.present import Present
from leaflets.review.roles import asked_of_original, asked_of_translation

ORIGINAL = ("author", "clinical")
TRANSLATION = ("translator", "reviser")
ALL = (*TRANSLATION, "language", "lay")


def left(
    now: Present,
    asked: tuple[str, ...],
    originals: Ledger,
    local: Ledger | None = None,
) -> tuple[Open, ...]:
    """Say what is still open of a text."""
    held = coverage(originals, local or Ledger(), "tea", now.locale)
    return still_open(now, held, asked)


def waiting(found: tuple[Open, ...]) -> dict[str, tuple[str, ...]]:
    """Give the roles that something waits for, by its name."""
    return {each.name: each.roles for each in found if each.kind != "role"}


def both(now: Present) -> tuple[tuple[Event, ...], ...]:
    """Sign an original as its author and its clinical reviewer."""
    return signed(now, "author"), signed(now, "clinical")


def everybody(now: Present) -> tuple[tuple[Event, ...], ...]:
    """Sign a translation in all of its roles."""
    return tuple(signed(now, role) for role in ALL)


def test_an_unsigned_text_waits_for_each_role_once() -> None:
    """Without a sign-off, the gate names the roles and no message."""
    assert [str(each) for each in left(text(), ORIGINAL, Ledger())] == [
        "no sign-off by 'author' for 'tea' in 'en'",
        "no sign-off by 'clinical' for 'tea' in 'en'",
    ]


def test_a_text_that_every_role_signed_is_open() -> None:
    """Nothing is left to sign, in the original and in a translation."""
    assert left(text(), ORIGINAL, ledger(*both(text()))) == ()
    assert left(text("pl"), ALL, Ledger(), ledger(*everybody(text("pl")))) == ()


def test_a_change_without_risk_is_for_the_author_alone() -> None:
    """Nobody else need read a sentence again that can do no harm."""
    now = text(words={"tea.pour": "Pour it."})
    found = left(now, ORIGINAL, ledger(*both(text())))
    assert waiting(found) == {"tea.pour": ("author",)}
    assert str(found[0]) == "the sign-off by 'author' for 'tea' in 'en' is stale"


@pytest.mark.parametrize(
    "words", ["Do not drink it cold.", "Drink it hot."], ids=["bears one", "bore one"]
)
def test_a_change_that_bears_or_bore_a_risk_is_for_every_role(words: str) -> None:
    """A lost 'not' leaves a message without one: what was signed counts too."""
    now = text()
    risks = {"negation"} if "not" in words else set[str]()
    parts = tuple(
        dataclasses.replace(part("tea.help", words), risks=frozenset(risks))
        if p.key == "tea.help"
        else p
        for p in now.parts
    )
    now = dataclasses.replace(now, parts=parts)
    found = left(now, ORIGINAL, ledger(*both(text())))
    assert waiting(found) == {"tea.help": ORIGINAL}


def test_words_that_a_role_never_read_are_for_it_whatever_their_risk() -> None:
    """A new message is no change of one that was signed."""
    now = text(words={"tea.sugar": "Sugar is nice."})
    assert waiting(left(now, ORIGINAL, ledger(*both(text())))) == {"tea.sugar": ORIGINAL}


def test_a_changed_claim_is_for_author_and_clinical_reviewer() -> None:
    """And for nobody who signed a translation."""
    now = text(claims={"T-1": "2" * 12})
    local = ledger(*everybody(text("pl")))
    originals = ledger(*both(text()))
    assert waiting(left(now, ORIGINAL, originals)) == {"T-1": ORIGINAL}
    assert left(text("pl"), ALL, originals, local) == ()


def test_another_build_of_the_leaflet_is_for_author_and_clinical_reviewer() -> None:
    """Order, kinds of blocks and dates are read too, though no word of them is."""
    now = text(frame="e" * 12)
    assert waiting(left(now, ORIGINAL, ledger(*both(text())))) == {"tea": ORIGINAL}


def test_a_changed_comma_in_a_translation_is_not_for_the_author() -> None:
    """It is for those who read the words of the language."""
    now = text("pl", help="help, in pl")
    originals = ledger(*both(text()))
    found = left(now, ALL, originals, ledger(*everybody(text("pl"))))
    assert waiting(found) == {"tea.help": ALL}
    assert left(text(), ORIGINAL, originals) == ()


def test_a_changed_original_under_the_same_translation_is_not_for_lay_readers() -> None:
    """They read the words of their language, and those are what they were."""
    now = text("pl", words={"tea.help": "Do not drink it cold."})
    found = left(now, ALL, Ledger(), ledger(*everybody(text("pl"))))
    assert waiting(found) == {"tea.help": TRANSLATION}


def test_one_message_can_be_signed_again_alone() -> None:
    """A state event covers the message that changed; the rest was signed before."""
    now = text("pl", help="other")
    (changed,) = [p for p in now.parts if p.key == "tea.help"]
    events = [*everybody(text("pl")), *(reviewed(changed, r, turn=2) for r in ALL)]
    assert left(now, ALL, Ledger(), ledger(*events)) == ()


def test_a_single_message_opens_no_gate_by_itself() -> None:
    """A role that never signed the whole has not signed it."""
    now = text("pl")
    events = [reviewed(p, role) for p in now.parts for role in TRANSLATION]
    found = left(now, TRANSLATION, Ledger(), ledger(*events))
    assert [each.kind for each in found] == ["role", "role"]


def test_an_attestation_carries_the_sign_offs_of_the_original_and_of_a_locale() -> None:
    """The mended words count as read, in every language, while the translation stays."""
    old, new = (
        part("tea.help", "Do not drnk it hot."),
        part("tea.help", "Do not drink it hot."),
    )
    before = {"tea.help": "Do not drnk it hot."}
    signed_then = both(text(words=before))
    local = ledger(*everybody(text("pl", words=before)))
    without, with_it = ledger(*signed_then), ledger(*signed_then, attested(old, new))
    assert waiting(left(text(), ORIGINAL, without)) == {"tea.help": ORIGINAL}
    assert left(text(), ORIGINAL, with_it) == ()
    assert left(text("pl"), ALL, with_it, local) == ()
    changed = left(text("pl", help="other"), ALL, with_it, local)
    assert waiting(changed) == {"tea.help": ALL}


def test_a_reviser_who_translated_has_revised_nothing() -> None:
    """ISO 17100: two branches may each be right, and their merge is not."""
    now = text("pl")
    mine = (
        signed(now, "translator", by="Jan Nowak"),
        signed(now, "reviser", by="NOWAK jan"),
    )
    held = coverage(Ledger(), ledger(*mine), "tea", "pl")
    waiting = still_open(now, held, TRANSLATION)
    assert [each.name for each in waiting] == ["reviser"]
    assert "one person (NOWAK jan)" in next(iter(one_person(now, held, waiting)))
    another = signed(now, "reviser", by="Another Person", turn=2)
    held = coverage(Ledger(), ledger(*mine, another), "tea", "pl")
    waiting = still_open(now, held, TRANSLATION)
    assert waiting == ()
    assert list(one_person(now, held, waiting)) == []


def test_a_role_counts_in_its_own_ledger_alone() -> None:
    """A translator's word among the originals', or an author's in a locale, is none."""
    now = text("pl")
    wrong = ledger(*everybody(now))
    assert len(left(now, TRANSLATION, wrong, Ledger())) == 2
    assert len(left(text(), ORIGINAL, Ledger(), ledger(*both(text())))) == 2


@pytest.mark.parametrize("gate", [(), ("author",), ("lay",)])
def test_nothing_can_loosen_a_gate(gate: tuple[str, ...]) -> None:
    """Whatever a format or a clinic says, it adds to what every gate asks."""
    for also in ((), ("language",), ("lay", "language")):
        assert {"author", "clinical", *also} <= set(asked_of_original(gate, also))
        assert {"translator", "reviser", *also} <= set(asked_of_translation(gate, also))


def test_words_that_a_role_never_read_are_new_to_it_whoever_else_read_them() -> None:
    """A lay reader is not told that a message changed since a signature never given."""
    now = text("pl", words={"tea.sugar": "Sugar is nice."})
    originals = ledger(*both(text(words={"tea.sugar": "Sugar is nice."})))
    found = left(now, ALL, originals, ledger(*everybody(text("pl"))))
    assert [(each.name, each.why) for each in found if each.kind == "message"] == [
        ("tea.sugar", "is new")
    ]
