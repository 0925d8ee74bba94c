"""Any words at all, through the .po format and back."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

import polib
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.catalogs.paper import HEAD, parsed

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Entry
from leaflets.model.locale import Locale

REWRITTEN = Path(__file__).parent / "rewritten"

WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\0")
    | st.sampled_from('"\\\n\r\t# ~|'),
    max_size=200,
)


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(said=st.tuples(WORDS, WORDS, WORDS, WORDS, WORDS, WORDS))
def test_any_words_come_back_as_they_went(said: tuple[str, ...], fr: Locale) -> None:
    """Every plane of Unicode, quotes, backslashes, line ends; in any state."""
    key, words, other, before, *forms = said
    assume(key)
    for obsolete in (False, True):
        entry = Entry(
            key=key,
            words=words,
            other=other,
            forms=tuple(forms) if other else (forms[0],),
            fuzzy=True,
            previous=before,
        )
        catalog = replace(
            parsed(HEAD, fr),
            entries=MappingProxyType({} if obsolete else {key: entry}),
            obsolete=(entry,) if obsolete else (),
        )
        for text in (store.written(catalog), store.written(replace(catalog, raw=None))):
            again = parsed(text, fr)
            assert [*again.entries.values(), *again.obsolete] == [entry]
            assert store.written(again) == text


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    words=st.text(st.sampled_from('ab é-"\\!'), min_size=1, max_size=300),
    form=st.text(st.sampled_from("ab é-\n"), max_size=300),
)
def test_our_own_form_is_that_of_polib(words: str, form: str, fr: Locale) -> None:
    """Lines are broken where they always were, so that no catalog changes by itself."""
    entry = Entry(key="t.one", words=words, forms=(form,))
    held = replace(parsed(HEAD, fr), entries=MappingProxyType({"t.one": entry}), raw=None)
    theirs = str(polib.POEntry(msgctxt="t.one", msgid=words, msgstr=form))
    assert store.written(held).partition("\n\n")[2] == f"{theirs}\n"


LINES = st.lists(st.sampled_from(("wash", "w-w", "w: x", "wide " * 4 + "end")), max_size=2)


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    shape=st.sampled_from(("\n", "\r\n")),
    states=st.tuples(st.booleans(), st.booleans()),
    said=st.tuples(WORDS, WORDS, WORDS, WORDS, WORDS),
    lines=st.tuples(LINES, LINES, LINES, LINES),
)
def test_whatever_is_edited_is_read_again_as_it_was_meant(
    shape: str,
    states: tuple[bool, bool],
    said: tuple[str, ...],
    lines: tuple[list[str], ...],
    fr: Locale,
) -> None:
    """Every field at once, over a file that is wrapped and ordered otherwise."""
    text = (REWRITTEN / "toolkit.po").read_text().replace("\n", shape)
    held = parsed(text, fr)
    gone, fuzzy = states
    words, other, previous, *forms = said
    comments, notes, flags, workflow = map(tuple, lines)
    entries = dict(held.entries)
    key = list(entries)[len(words) % len(entries)]
    entry = replace(
        held.obsolete[len(words) % 2] if gone else entries[key],
        words=words,
        other=other,
        forms=tuple(forms) if other else (forms[0],),
        fuzzy=fuzzy,
        comments=comments,
        notes=() if gone else notes,
        flags=flags,
        workflow=workflow,
        previous=previous,
    )
    rest = [e for e in held.obsolete if e.key != entry.key]
    if not gone:
        entries[key] = entry
    catalog = replace(
        held,
        entries=MappingProxyType(entries),
        obsolete=(*rest, entry) if gone else tuple(rest),
    )
    again = parsed(store.written(catalog), fr)
    assert again.entries == catalog.entries
    by_key = attrgetter("key")
    assert sorted(again.obsolete, key=by_key) == sorted(catalog.obsolete, key=by_key)
