"""Whatever is edited, in whatever order, no translation is lost and nothing runs away."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.domains import Domain
from leaflets.catalogs.joining import joined, recalled
from leaflets.catalogs.memory import Memory
from leaflets.catalogs.messages import Message, fingerprint_of
from leaflets.model.locale import Locale
from leaflets.origin import Origin

HERE = Origin("content/leaflets/x.yaml", 1)

FRENCH = Locale(
    tag="fr",
    name="français",
    english="French",
    direction="ltr",
    script="Latn",
    fonts=("Noto Sans",),
    plural_forms="nplurals=2; plural=(n > 1);",
    origin=HERE,
)

KEYS = [f"x.{name}" for name in ("a", "b", "c", "d")]
WORDS = [
    "Take the tea in the morning.",
    "Do not take the tea in the morning.",
    "Take the tea in the evening. Then sleep well.",
    "Then sleep well.",
    "Take the  tea in the morning.",
    "Wait two days.",
    "Wait three days.",
    "It may help.",
]

Texts = dict[str, tuple[str, str]]
"""Words and plural words, by key."""

texts = st.dictionaries(
    st.sampled_from(KEYS),
    st.tuples(st.sampled_from(WORDS), st.sampled_from(["", "", "", "Take all the teas."])),
    min_size=1,
)
renames = st.dictionaries(st.sampled_from(KEYS), st.sampled_from([*KEYS, "x.old"]))
rounds = st.lists(
    st.tuples(texts, renames, st.sets(st.sampled_from(KEYS)), st.booleans()),
    min_size=2,
    max_size=6,
)


def domain_of(words: Texts, was: dict[str, str]) -> Domain:
    """Make a domain of some Texts."""
    messages = tuple(
        Message(
            key=key,
            words=one,
            other=other,
            origin=HERE,
            fingerprint=fingerprint_of(key, one, other),
            was=was.get(key, ""),
        )
        for key, (one, other) in words.items()
    )
    return Domain("x", "en", messages)


def translations(catalog: Catalog) -> set[str]:
    """List every form that stands in a catalog, live or obsolete."""
    held = [*catalog.entries.values(), *catalog.obsolete]
    return {form for entry in held for form in entry.forms if form}


def kept(catalog: Catalog) -> str:
    """Give all that a catalog keeps: forms, and what stands in its comments."""
    held: list[Entry] = [*catalog.entries.values(), *catalog.obsolete]
    return "\n".join(
        [*translations(catalog), *(line for entry in held for line in entry.comments)]
    )


def reread(catalog: Catalog, locale: Locale) -> Catalog:
    """Send a catalog through its file."""
    return store.parse(store.written(catalog), domain="x", shown="x.po", locale=locale)


def worked_on(catalog: Catalog, keys: set[str], turn: int, locale: Locale) -> Catalog:
    """Let a translator fill or mend some entries."""
    entries = dict(catalog.entries)
    for key in keys & set(entries):
        held = entries[key]
        forms = tuple(f"{turn}{key[-1]}{n} {held.words}" for n, _ in enumerate(held.forms))
        entries[key] = replace(
            held, forms=forms, fuzzy=False, previous="", previous_other="", previous_key=""
        )
    return reread(replace(catalog, entries=MappingProxyType(entries)), locale)


@settings(max_examples=60, deadline=None)
@given(history=rounds)
def test_no_edit_loses_a_translation_and_no_second_run_changes_a_thing(
    history: list[tuple[Texts, dict[str, str], set[str], bool]],
) -> None:
    """Texts come, go, move, change and are renamed; translators work in between."""
    locale = FRENCH
    held: Catalog | None = None
    for turn, (words, was, worked, through_memory) in enumerate(history):
        domain = domain_of(words, was)
        before = translations(held) if held is not None else set()

        done = joined(domain, held, locale)
        if through_memory:
            done = recalled(done, Memory([done.catalog], lambda _: True))
        catalog = reread(done.catalog, locale)

        assert catalog.findings == ()
        assert not {form for form in before if form not in kept(catalog)}
        again = joined(domain, catalog, locale)
        if through_memory:
            again = recalled(again, Memory([again.catalog], lambda _: True))
        assert store.written(again.catalog) == store.written(done.catalog)
        names = [(entry.key, entry.words) for entry in catalog.entries.values()]
        names += [(entry.key, entry.words) for entry in catalog.obsolete]
        assert len(names) == len(set(names))
        held = worked_on(catalog, worked, turn, locale)


def test_what_the_counts_add_up_to() -> None:
    """Every message has one outcome, and an entry that left is counted apart."""
    locale = FRENCH
    first = domain_of({"x.a": (WORDS[0], ""), "x.b": (WORDS[5], "")}, {})
    held = worked_on(joined(first, None, locale).catalog, {"x.a", "x.b"}, 1, locale)
    done = joined(domain_of({"x.a": (WORDS[1], ""), "x.c": ("New.", "")}, {}), held, locale)
    assert done.counts == {
        "kept": 0,
        "moved": 0,
        "fuzzy": 0,
        "emptied": 1,
        "new": 1,
        "obsolete": 1,
    }
