"""What comes back is taken in where it belongs, and refused with its key where not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from tests.catalogs.desk import FRENCH, catalog_of, domain_of

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.exchange import kinds
from leaflets.catalogs.exchange.intake import Intake, Terms, take
from leaflets.catalogs.exchange.outgoing import packet_of
from leaflets.catalogs.exchange.packet import Packet, State, Unit
from leaflets.content.library import Library

Tea = Callable[[], Library]
KEY = "tea.calm.text"


class Desk:
    """A catalog, what was sent out of it, and what comes back."""

    def __init__(self, shelf: Library, tag: str = "fr") -> None:
        self.locale = shelf.locales[tag]
        self.domain = domain_of(shelf)
        self.catalog = catalog_of(shelf, tag, FRENCH if tag == "fr" else {})
        self.sent = packet_of(self.domain, self.catalog, self.locale)

    def here(self, key: str, **changes: Any) -> None:
        """Change an entry of the catalog, after what was sent."""
        entries = dict(self.catalog.entries)
        entries[key] = replace(entries[key], **changes)
        self.catalog = replace(self.catalog, entries=MappingProxyType(entries))

    def unit(self, key: str = KEY) -> Unit:
        """Find what was sent."""
        return next(unit for unit in self.sent.units if unit.key == key)

    def back(self, *changed: Unit, terms: Terms | None = None, only: bool = True) -> Intake:
        """Take in units that came back; with all the others if not *only*."""
        units: Sequence[Unit] = changed
        if not only:
            by_key = {unit.key: unit for unit in changed}
            units = [by_key.get(unit.key, unit) for unit in self.sent.units]
        packet = replace(self.sent, units=tuple(units))
        return take(packet, self.catalog, self.domain, self.locale, terms)

    def returned(self, *forms: str, key: str = KEY, **more: Any) -> Intake:
        """Take in one unit with other words."""
        sent = replace(self.unit(key), state=State.TRANSLATED)
        return self.back(replace(sent, forms=forms or sent.forms, **more))


@pytest.fixture
def desk(tea: Tea) -> Desk:
    """Give the desk of a translator into French."""
    return Desk(tea())


def codes(intake: Intake) -> list[tuple[str, str]]:
    """Say which keys were refused, and why."""
    return [(refusal.key, refusal.finding.code) for refusal in intake.refused]


def entry(intake: Intake, key: str = KEY) -> Entry:
    """Find an entry as it is afterwards."""
    return intake.catalog.entries[key]


def test_a_changed_translation_comes_in(desk: Desk) -> None:
    """It is fresh, no draft, and nothing else moves."""
    done = desk.returned("Le thé est *chaud* et serein.")

    assert done.taken == (KEY,)
    assert entry(done).forms == ("Le thé est *chaud* et serein.",)
    assert not entry(done).fuzzy
    others = {k: e for k, e in done.catalog.entries.items() if k != KEY}
    assert others == {k: e for k, e in desk.catalog.entries.items() if k != KEY}
    assert list(done.catalog.entries) == list(desk.catalog.entries)


def test_taking_in_twice_changes_nothing_more(desk: Desk) -> None:
    """The second time all is as it was."""
    unit = replace(desk.unit(), forms=("Le thé est *chaud* et serein.",))
    desk.catalog = desk.back(unit).catalog

    again = desk.back(unit)

    assert (again.taken, again.same, again.refused) == ((), (KEY,), ())
    assert again.catalog == desk.catalog


def test_an_unknown_key_is_refused(desk: Desk) -> None:
    """A text that is gone, or of another leaflet."""
    done = desk.back(replace(desk.unit(), key="tea.gone"))

    assert codes(done) == [("tea.gone", "X201")]
    assert done.catalog is desk.catalog


def test_a_key_that_stands_twice_is_refused_both_times(desk: Desk) -> None:
    """Nobody knows which of the two is meant."""
    done = desk.back(desk.unit(), replace(desk.unit(), forms=("Autre.",)))

    assert codes(done) == [(KEY, "X202"), (KEY, "X202")]


@pytest.mark.parametrize(
    "change",
    [
        {"sources": ("Tea is *hot* and calm.",)},
        {"sources": ("",)},
        {"original_mark": "0" * 12},
    ],
)
def test_a_translation_of_other_words_is_refused(
    desk: Desk, change: dict[str, Any]
) -> None:
    """The original changed while it was away: its words, or a figure behind them."""
    assert codes(desk.returned("Le thé.", **change)) == [(KEY, "X203")]


def test_blanks_of_the_original_do_not_make_it_another(desk: Desk) -> None:
    """A tool may fold lines; the words are the same."""
    sources = (" Tea is *warm*\n and  calm. ",)

    assert desk.returned("Le thé, *chaud*.", sources=sources).taken == (KEY,)


def test_a_lost_mark_is_no_harm_where_there_is_no_figure(desk: Desk) -> None:
    """The words alone say what was translated; behind a figure they do not."""
    assert desk.returned("Le thé, *chaud*.", original_mark="").taken == (KEY,)

    key = "tea.how-many.text"
    words = "Environ {poor_sleep} dorment bien mal [@A1]."
    assert codes(desk.returned(words, key=key, original_mark="")) == [(key, "X203")]


@pytest.mark.parametrize(
    ("key", "form", "code"),
    [
        ("tea.how-many.text", "Beaucoup dorment mal [@A1].", "T301"),
        ("tea.how-many.text", "Environ {poor_sleep} {x} dorment [@A1].", "T302"),
        ("tea.how-many.text", "Environ {poor_sleep} dorment mal.", "T303"),
        ("tea.how-many.text", "Environ 15 sur 100 {poor_sleep} [@A1].", "T306"),
        ("tea.call.text", "Appelez au {helpline}.", "T304"),
        ("tea.calm.text", "Le thé est <b>chaud</b>.", "T305"),
        ("tea.calm.text", "Le thé est \u202echaud.", "T307"),
        ("tea.calm.text", "Le thé est *chaud.", "T309"),
        ("tea.calm.text", "Le thé\nest chaud.", "T307"),
    ],
)
def test_what_a_hard_check_refuses_stays_out(
    desk: Desk, key: str, form: str, code: str
) -> None:
    """Lost or invented placeholders, citations, links; markup and hidden characters."""
    done = desk.returned(form, key=key)

    assert (key, code) in codes(done)
    assert done.catalog is desk.catalog


def test_a_refusal_says_where_in_the_file_it_stands(desk: Desk) -> None:
    """So that it can be mended there."""
    packet, _, _ = kinds.read(kinds.KINDS["xliff12"].write(desk.sent), "back.xlf")
    assert packet is not None
    unit = next(u for u in packet.units if u.key == KEY)

    done = desk.back(replace(unit, forms=("Le thé est <b>chaud</b>.",)))

    assert done.refused[0].finding.origin == unit.origin
    assert unit.origin.line > 1


@pytest.mark.parametrize("forms", [("A {days.count}.",), ("A {days.count}.",) * 3])
def test_a_wrong_number_of_plural_forms_is_refused(
    desk: Desk, forms: tuple[str, ...]
) -> None:
    """French has two."""
    sources = ("Wait {days.count} days.",) * len(forms)

    done = desk.returned(*forms, key="tea.wait.text", sources=sources)

    assert codes(done) == [("tea.wait.text", "X205")]


def test_a_plural_with_an_empty_form_is_refused(desk: Desk) -> None:
    """All forms, or none."""
    done = desk.returned("Attendez {days.count} jour.", " ", key="tea.wait.text")

    assert codes(done) == [("tea.wait.text", "X206")]


def test_a_translation_is_not_emptied(desk: Desk) -> None:
    """An empty cell is more often an accident than a wish."""
    assert codes(desk.returned("")) == [(KEY, "X206")]


def test_what_nobody_has_translated_is_no_refusal(desk: Desk) -> None:
    """It is counted, and stays to be done."""
    done = desk.back(only=False)

    assert done.refused == ()
    assert done.empty
    assert set(done.empty) | set(done.same) == set(desk.catalog.entries)


def test_a_translation_that_is_far_too_long_is_refused(desk: Desk) -> None:
    """The same bound as that of a catalog."""
    assert codes(desk.returned("x" * 20_001)) == [(KEY, "X207")]


def test_what_was_changed_here_meanwhile_is_not_overwritten(desk: Desk) -> None:
    """Two people worked on one text: a person decides."""
    unit = replace(desk.unit(), forms=("Le thé, *chaud*.",))
    desk.here(KEY, forms=("Ce thé est *chaud*.",))

    assert codes(desk.back(unit)) == [(KEY, "X204")]
    assert desk.back(unit, terms=Terms(force=True)).taken == (KEY,)


def test_what_was_emptied_here_meanwhile_is_not_filled_again(desk: Desk) -> None:
    """Somebody did not want it; and a file of another language has other marks."""
    desk.here(KEY, forms=("",))

    done = desk.back(replace(desk.unit(), forms=("Le thé, *chaud*.",)))

    assert codes(done) == [(KEY, "X204")]
    assert desk.back(desk.unit()).taken == ()


def test_a_file_that_has_lost_its_marks_overwrites_nothing(desk: Desk) -> None:
    """It does not say what it is to replace; an empty place it may fill."""
    unit = replace(desk.unit(), forms=("Le thé, *chaud*.",), translation_mark="")

    assert codes(desk.back(unit)) == [(KEY, "X204")]
    desk.here(KEY, forms=("",))
    assert desk.back(unit).taken == (KEY,)


def test_what_came_back_as_it_went_does_not_undo_what_was_done_here(desk: Desk) -> None:
    """Nobody worked on it there: it is no quarrel."""
    desk.here(KEY, forms=("Ce thé est *chaud*.",))

    done = desk.back(desk.unit())

    assert (done.taken, done.refused) == ((), ())
    assert entry(done).forms == ("Ce thé est *chaud*.",)


@pytest.mark.parametrize("state", [State.FUZZY, State.MISSING])
def test_words_that_need_work_come_in_as_fuzzy(desk: Desk, state: State) -> None:
    """Also a unit of which a segment is not translated."""
    done = desk.back(replace(desk.unit(), forms=("Le thé, *chaud*.",), state=state))

    assert entry(done).fuzzy
    assert entry(done).forms == ("Le thé, *chaud*.",)


def test_a_person_who_says_that_it_is_done_takes_the_fuzzy_mark_away(desk: Desk) -> None:
    """The words may stay; what no state says leaves the mark."""
    desk.here(KEY, fuzzy=True, previous="Tea is *cold* and calm.")
    desk.sent = packet_of(desk.domain, desk.catalog, desk.locale)

    done = desk.back(replace(desk.unit(), state=State.TRANSLATED))
    assert not entry(done).fuzzy
    assert entry(done).previous == ""

    assert entry(desk.back(replace(desk.unit(), state=State.UNSAID))).fuzzy


@pytest.mark.parametrize("state", list(State))
def test_a_draft_that_comes_back_unchanged_is_still_a_draft(
    desk: Desk, state: State
) -> None:
    """Whatever the tool calls it: many say 'translated' of any words."""
    desk.here(KEY, machine=True)

    assert entry(desk.back(replace(desk.unit(), state=state))).machine


def test_a_draft_that_a_person_changed_is_none(desk: Desk) -> None:
    """Unless it is said that a machine changed it."""
    desk.here(KEY, machine=True)
    unit = replace(desk.unit(), forms=("Le thé, *chaud*.",), state=State.MACHINE)

    assert not entry(desk.back(unit)).machine
    assert entry(desk.back(unit, terms=Terms(machine=True))).machine


def test_a_machine_s_file_makes_no_draft_of_what_a_person_translated(desk: Desk) -> None:
    """It brings all messages back, and changed only some."""
    done = desk.back(desk.unit(), terms=Terms(machine=True))

    assert (done.taken, done.same) == ((), (KEY,))
    assert not entry(done).machine


def test_a_draft_that_a_tool_made_is_one(desk: Desk) -> None:
    """A tool that filled an empty text by machine says so."""
    desk.here(KEY, forms=("",))
    sent = packet_of(desk.domain, desk.catalog, desk.locale)
    empty = next(unit for unit in sent.units if unit.key == KEY)
    unit = replace(empty, forms=("Le thé, *chaud*.",), state=State.MACHINE)

    assert entry(desk.back(unit)).machine


@pytest.mark.parametrize("state", [State.UNSAID, State.MACHINE, State.FUZZY])
def test_a_stale_translation_that_nobody_touched_does_not_become_fresh(
    desk: Desk, state: State
) -> None:
    """A figure changed, and the file says nothing about it: it comes in as fuzzy."""
    key = "tea.how-many.text"
    desk.here(key, translates="0" * 12)

    done = desk.back(replace(desk.unit(key), state=state))

    assert entry(done, key).fuzzy


def test_a_translation_of_old_words_comes_in_with_the_new_ones(desk: Desk) -> None:
    """The catalog had not been brought in step; the entry that came in is."""
    desk.here(KEY, words="Tea is *cold* and calm.", translates="0" * 12)
    sent = packet_of(desk.domain, desk.catalog, desk.locale)
    unit = next(unit for unit in sent.units if unit.key == KEY)
    assert (unit.state, unit.previous) == (State.FUZZY, "Tea is *cold* and calm.")

    done = desk.back(replace(unit, forms=("Thé *chaud*.",), state=State.TRANSLATED))

    assert entry(done).words == "Tea is *warm* and calm."
    assert not entry(done).fuzzy
    assert packet_of(desk.domain, done.catalog, desk.locale, "work").units == tuple(
        unit
        for unit in packet_of(desk.domain, desk.catalog, desk.locale, "work").units
        if unit.key != KEY
    )


def test_a_message_that_the_catalog_does_not_have_yet_is_put_in_its_place(
    desk: Desk,
) -> None:
    """In the order of the original."""
    entries = {k: e for k, e in desk.catalog.entries.items() if k != KEY}
    desk.catalog = replace(desk.catalog, entries=MappingProxyType(entries))
    desk.sent = packet_of(desk.domain, desk.catalog, desk.locale)

    done = desk.returned("Le thé, *chaud*.")

    order = [message.key for message in desk.domain.messages]
    assert list(done.catalog.entries) == order


def test_a_remark_is_kept_beside_the_translation(desk: Desk) -> None:
    """As a comment, once; it can be no other line of the catalog."""
    unit = replace(desk.unit(), remarks=('Is this black tea?\nmsgid "x"',))

    done = desk.back(unit)
    assert entry(done).comments == ('remark: Is this black tea? msgid "x"',)

    desk.catalog = done.catalog
    assert desk.back(unit).taken == ()
    text = store.written(done.catalog)
    assert store.parse(text, domain="tea", shown="x", locale=desk.locale).findings == ()


@pytest.mark.parametrize("form", [" Le thé, *chaud*. ", "\nLe thé, *chaud*.\n"])
def test_blanks_around_the_words_are_taken_off(desk: Desk, form: str) -> None:
    """A cell that was pasted into often has them."""
    assert entry(desk.returned(form)).forms == ("Le thé, *chaud*.",)


@pytest.mark.parametrize(
    ("needs", "keys"),
    [
        ("missing", {"tea.stop.title"}),
        ("fuzzy", {"tea.title"}),
        ("stale", {"tea.how-many.text"}),
        ("machine", {"tea.calm.text"}),
        ("work", {"tea.stop.title", "tea.title", "tea.how-many.text", "tea.call.text"}),
    ],
)
def test_only_what_needs_it_is_sent(desk: Desk, needs: str, keys: set[str]) -> None:
    """Work is what may not be printed: missing, fuzzy, stale, refused by a hard check."""
    desk.here("tea.stop.title", forms=("",))
    desk.here("tea.title", fuzzy=True)
    desk.here("tea.how-many.text", translates="0" * 12)
    desk.here("tea.call.text", forms=("Appelez-nous.",))
    desk.here("tea.calm.text", machine=True)

    found = {
        unit.key for unit in packet_of(desk.domain, desk.catalog, desk.locale, needs).units
    }

    assert found & set(FRENCH) == keys


def test_all_that_is_sent_is_the_original_as_it_is_now(desk: Desk) -> None:
    """In its order, with the notes for the translator."""
    assert [u.key for u in desk.sent.units] == [m.key for m in desk.domain.messages]
    title = desk.unit("tea.title")
    assert any("calm title" in note for note in title.notes)


def test_each_form_shows_the_number_that_it_is_for(tea: Tea) -> None:
    """Arabic's six forms: the singular of the original beside the one for one."""
    desk = Desk(tea(), "ar")
    unit = desk.unit("tea.wait.text")

    assert unit.sources == (
        "Wait {days.count} days.",
        "Wait {days.count} day.",
        *("Wait {days.count} days.",) * 4,
    )


def test_what_no_file_can_hold_is_not_sent(desk: Desk) -> None:
    """A control character in a catalog: the translator starts anew, and is told why."""
    desk.here(KEY, forms=("Le thé\x01.",))
    packet = packet_of(desk.domain, desk.catalog, desk.locale)
    unit = next(unit for unit in packet.units if unit.key == KEY)

    assert unit.state is State.MISSING
    assert any("cannot be sent" in note for note in unit.notes)
    for kind in kinds.KINDS.values():
        assert kind.write(packet)


@pytest.mark.parametrize("name", list(kinds.KINDS))
def test_a_translator_s_work_comes_in_by_every_format(desk: Desk, name: str) -> None:
    """Sent out, changed in the file as a tool would, taken in."""
    data = kinds.KINDS[name].write(desk.sent)
    packet, _, _ = kinds.read(data, "back")
    assert packet is not None
    changed = replace(
        packet,
        units=tuple(
            replace(unit, forms=("Le thé, *chaud*.",)) if unit.key == KEY else unit
            for unit in packet.units
        ),
    )
    again, _, _ = kinds.read(kinds.KINDS[name].write(changed), "again")
    assert again is not None

    done = take(again, desk.catalog, desk.domain, desk.locale)

    assert done.taken == (KEY,)
    assert done.refused == ()
    assert isinstance(done.catalog, Catalog)
    assert isinstance(again, Packet)
