"""Words that come back beside the wrong message, or as more than they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.catalogs.exchange.test_intake import KEY, Desk, Tea, codes, entry

from leaflets.catalogs.exchange.intake import Terms
from leaflets.catalogs.exchange.outgoing import packet_of
from leaflets.catalogs.exchange.packet import State

PLAIN = {
    KEY: ("Le thé est *chaud* et calme.",),
    "tea.title": ("Le thé et le sommeil",),
    "tea.purpose": ("Ce dépliant parle du thé.",),
    "tea.first.heading": ("Avant de boire",),
    "tea.stop.title": ("Demandez de l’aide",),
}
"""Messages with no fact: no hard check sees that their words were moved."""


@pytest.fixture
def desk(tea: Tea) -> Desk:
    """Give a desk at which some plain messages are translated and sent out."""
    desk = Desk(tea())
    for key, forms in PLAIN.items():
        desk.here(key, forms=forms)
    desk.sent = packet_of(desk.domain, desk.catalog, desk.locale)
    return desk


def test_a_column_that_was_sorted_alone_is_refused(desk: Desk) -> None:
    """Every translation stands beside another original, and none loses a fact."""
    keys = ["tea.title", "tea.purpose", "tea.first.heading", "tea.stop.title"]
    words = sorted(PLAIN[key] for key in keys)
    moved = [
        replace(desk.unit(key), forms=forms)
        for key, forms in zip(keys, words, strict=True)
        if PLAIN[key] != forms
    ]

    done = desk.back(*moved)

    assert done.taken == ()
    assert codes(done) == [(unit.key, "X208") for unit in moved]


def test_where_many_have_moved_a_new_translation_is_not_believed_either(
    desk: Desk,
) -> None:
    """It was moved with them, and says nothing of where it belongs."""
    keys = list(PLAIN)[1:]
    turned = [*keys[1:], keys[0]]
    moved = [
        replace(desk.unit(key), forms=PLAIN[other])
        for key, other in zip(keys, turned, strict=True)
    ]
    new = replace(desk.unit(), forms=("Le thé, *chaud*.",))

    assert (KEY, "X208") in codes(desk.back(*moved, new))
    assert desk.back(new).taken == (KEY,)


def test_two_messages_may_say_the_same(desk: Desk) -> None:
    """The one that was sent with these words still has them: nothing has moved."""
    unit = replace(desk.unit("tea.stop.title"), forms=PLAIN["tea.title"])

    assert desk.back(desk.unit("tea.title"), unit).taken == ("tea.stop.title",)


def test_who_mends_a_swap_says_so(desk: Desk) -> None:
    """With --force it is taken as meant."""
    one, two = "tea.title", "tea.stop.title"
    swapped = [
        replace(desk.unit(one), forms=PLAIN[two]),
        replace(desk.unit(two), forms=PLAIN[one]),
    ]

    assert codes(desk.back(*swapped)) == [(one, "X208"), (two, "X208")]
    assert desk.back(*swapped, terms=Terms(force=True)).taken == (one, two)


def test_plural_forms_that_have_changed_places_are_refused(desk: Desk) -> None:
    """The one for 'one day' would be printed of many."""
    key = "tea.wait.text"

    done = desk.returned(*reversed(desk.unit(key).forms), key=key)

    assert codes(done) == [(key, "X208")]


def test_forms_of_two_files_make_no_message(desk: Desk) -> None:
    """A row of an older file says what the original was then."""
    unit = replace(desk.unit("tea.wait.text"), original_mark="mixed")

    assert codes(desk.back(unit)) == [("tea.wait.text", "X203")]


def test_an_old_file_takes_no_doubt_away(desk: Desk) -> None:
    """It was sent as finished; that it is not was found out here since."""
    desk.here(KEY, fuzzy=True)

    done = desk.back(replace(desk.unit(), state=State.TRANSLATED))

    assert done.taken == ()
    assert entry(done).fuzzy


def _blanks(words: str) -> str:
    return f"{words}\n"


def _double(words: str) -> str:
    return words.replace(" ", "  ", 1)


def _narrow(words: str) -> str:
    return words.replace(" ", "\u00a0", 1)


@pytest.mark.parametrize("change", [_blanks, _double, _narrow])
def test_blanks_make_no_draft_a_person_s(desk: Desk, change: Callable[[str], str]) -> None:
    """Tools change them by themselves: nobody has read the words."""
    desk.here(KEY, machine=True)
    desk.sent = packet_of(desk.domain, desk.catalog, desk.locale)
    unit = desk.unit()

    done = desk.back(replace(unit, forms=(change(unit.forms[0]),), state=State.TRANSLATED))

    assert entry(done).machine


@pytest.mark.parametrize("change", [_blanks, _double])
def test_blanks_make_no_stale_translation_fresh(
    desk: Desk, change: Callable[[str], str]
) -> None:
    """A figure has changed behind words that nobody touched."""
    key = "tea.how-many.text"
    desk.here(key, translates="0" * 12)
    desk.sent = packet_of(desk.domain, desk.catalog, desk.locale)
    unit = desk.unit(key)

    done = desk.back(replace(unit, forms=(change(unit.forms[0]),), state=State.UNSAID))

    assert entry(done, key).fuzzy


def test_force_takes_only_what_was_worked_on(desk: Desk) -> None:
    """The rest of an old file would undo what was done here."""
    desk.here(KEY, forms=("Ce thé est *chaud*.",))

    done = desk.back(desk.unit(), terms=Terms(force=True))

    assert (done.taken, done.refused) == ((), ())
    assert entry(done).forms == ("Ce thé est *chaud*.",)


def test_a_copy_of_the_original_is_no_finished_translation(desk: Desk) -> None:
    """Tools fill an empty text with it; a person who means it gives it a state."""
    desk.here(KEY, forms=("",))
    desk.sent = packet_of(desk.domain, desk.catalog, desk.locale)
    copied = replace(desk.unit(), forms=desk.unit().sources)

    assert entry(desk.back(replace(copied, state=State.UNSAID))).fuzzy
    assert not entry(desk.back(replace(copied, state=State.TRANSLATED))).fuzzy


def test_letters_come_in_put_together(desk: Desk) -> None:
    """A Mac sends an accent apart from its letter; a page prints it beside."""
    assert entry(desk.returned("Le the\u0301, *chaud*.")).forms == ("Le thé, *chaud*.",)
