"""What goes into a catalog and out again: nothing is lost, nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.catalogs.paper import HEAD, changed_lines, edited, parsed

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.model.locale import Locale

FIRST = 'msgctxt "t.first"\nmsgid "first"\nmsgstr "premier"\n'
LAST = 'msgctxt "t.last"\nmsgid "last"\nmsgstr "dernier"\n'
ONE = 'msgctxt "t.one"\nmsgid "one"\nmsgstr "un"\n'
GONE = '#~ msgctxt "t.gone"\n#~ msgid "gone"\n#~ msgstr "parti"\n'

Question = Callable[[Catalog], bool]


def one(question: Callable[[Entry], bool]) -> Question:
    """Ask about the entry in the middle."""
    return lambda held: question(held.entries["t.one"])


def gone(question: Callable[[Entry], bool]) -> Question:
    """Ask about the one obsolete entry."""
    return lambda held: len(held.obsolete) == 1 and question(held.obsolete[0])


MATRIX: dict[str, tuple[str, Question]] = {
    "X- header": (ONE, lambda held: held.header["X-Another"] == "1"),
    "order of the header": (ONE, lambda held: list(held.header)[-2] == "X-Kept"),
    "translator comment": (
        "# a remark\n" + ONE,
        one(lambda e: e.comments == ("a remark",)),
    ),
    "empty comment": (
        "# one\n#\n# two\n" + ONE,
        one(lambda e: e.comments == ("one", "", "two")),
    ),
    "note": ("#. a note\n" + ONE, one(lambda e: e.notes == ("a note",))),
    "place": ("#: tea.yaml:12 b.yaml\n" + ONE, one(lambda e: len(e.places) == 2)),
    "place with a space": (
        "#: \u2068my tea.yaml\u2069:3 b.yaml\n" + ONE,
        one(lambda e: e.places == ("my tea.yaml:3", "b.yaml")),
    ),
    "known flag": (
        "#, python-brace-format\n" + ONE,
        one(lambda e: e.flags == ("python-brace-format",)),
    ),
    "own flag": (
        "#, max-length:80, x-state\n" + ONE,
        one(lambda e: e.flags == ("max-length:80", "x-state")),
    ),
    "fuzzy": ("#, fuzzy\n" + ONE, one(lambda e: e.fuzzy and e.flags == ())),
    "workflow line": (
        "#= reviewed\n" + ONE,
        one(lambda e: e.workflow == ("reviewed",) and not e.fuzzy),
    ),
    "fuzzy workflow line": ("#= fuzzy, x\n" + ONE, one(lambda e: e.fuzzy)),
    "unknown comment": ("#! odd\n#-thing\n" + ONE, one(lambda e: len(e.unknown) == 2)),
    "previous words": (
        '#, fuzzy\n#| msgid ""\n#| "on"\n#| "ce"\n' + ONE,
        one(lambda e: e.previous == "once"),
    ),
    "previous key": (
        '#, fuzzy\n#| msgctxt "t.old"\n#| msgid "once"\n' + ONE,
        one(lambda e: (e.previous_key, e.previous) == ("t.old", "once")),
    ),
    "previous plural": (
        '#, fuzzy\n#| msgid "one"\n#| msgid_plural "ones"\n' + ONE,
        one(lambda e: e.previous_other == "ones"),
    ),
    "fingerprint and machine draft": (
        "# original: 0123456789ab\n# machine draft\n" + ONE,
        one(lambda e: e.translates == "0123456789ab" and e.machine),
    ),
    "obsolete": (
        ONE + "\n# kept\n" + GONE,
        gone(lambda e: (e.key, e.comments) == ("t.gone", ("kept",))),
    ),
    "obsolete previous": (
        ONE + '\n#, fuzzy\n#~| msgid "went"\n' + GONE,
        gone(lambda e: e.previous == "went" and e.fuzzy),
    ),
    "obsolete plural": (
        ONE
        + '\n#~ msgctxt "t.gone"\n#~ msgid "a"\n#~ msgid_plural "b"\n'
        + '#~ msgstr[0] "c"\n#~ msgstr[1] ""\n#~ "d"\n',
        gone(lambda e: e.forms == ("c", "d")),
    ),
    "alive before obsolete previous": (
        ONE + '\n#~| msgid "went"\n' + GONE,
        one(lambda e: e.forms == ("un",)),
    ),
    "empty key": (
        ONE + '\nmsgctxt ""\nmsgid "none"\nmsgstr "rien"\n',
        lambda held: held.raw is None or 'msgctxt ""' in store.written(held),
    ),
    "no key": (
        ONE + '\n# mine\nmsgid "none"\nmsgstr "rien"\n',
        lambda held: held.raw is None or "# mine\nmsgid" in store.written(held),
    ),
    "plural": (
        'msgctxt "t.one"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
        one(lambda e: (e.other, e.forms) == ("b", ("c", "d"))),
    ),
    "bidi isolates": (
        ONE.replace('"un"', '"\u2066un\u2069 \u200f"'),
        one(lambda e: e.forms == ("\u2066un\u2069 \u200f",)),
    ),
    "narrow no-break space": (
        ONE.replace('"un"', '"un\u202f! «\u00a0x\u00a0»"'),
        one(lambda e: e.forms == ("un\u202f! «\u00a0x\u00a0»",)),
    ),
    "escapes": (
        ONE.replace('"un"', r'"\a\b\f\n\r\t\v\"\\ \303\251\x21"'),
        one(lambda e: e.forms == ('\a\b\f\n\r\t\v"\\ é!',)),
    ),
    "line separators": (
        ONE.replace('"un"', '"un\u2028\u0085\x1cdeux"'),
        one(lambda e: e.forms == ("un\u2028\u0085\x1cdeux",)),
    ),
}
"""What a round trip has to keep, and how it is known to have been read."""


@pytest.mark.parametrize("row", MATRIX)
def test_nothing_is_lost_in_a_round_trip(row: str, fr: Locale) -> None:
    """Every row: read, written again byte for byte, and kept when entries are edited."""
    lines, holds = MATRIX[row]
    text = f"{HEAD}\n{FIRST}\n{lines}\n{LAST}"
    held = parsed(text, fr)
    assert holds(held)
    assert store.written(held) == text
    beside = store.written(edited(held, "t.last", "ultime"))
    assert changed_lines(text, beside) == ['-msgstr "dernier"', '+msgstr "ultime"']
    itself = store.written(edited(held, "t.one", "neuf"))
    assert len(changed_lines(text, itself)) == 2


@pytest.mark.parametrize("row", [row for row in MATRIX if not row.startswith(("no", "em"))])
def test_nothing_is_lost_where_a_catalog_is_written_in_our_own_form(
    row: str, fr: Locale
) -> None:
    """A catalog that forgot its file says the same, and the second time the same bytes."""
    lines, holds = MATRIX[row]
    held = parsed(f"{HEAD}\n{FIRST}\n{lines}\n{LAST}", fr)
    fresh = store.written(replace(held, raw=None))
    again = parsed(fresh, fr)
    assert holds(again)
    assert again.entries == held.entries
    assert store.written(again) == fresh


SHAPES = {
    "ours": lambda text: text,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no newline at the end": lambda text: text.rstrip("\n"),
    "no empty lines": lambda text: text.replace("\n\n", "\n"),
    "many empty lines": lambda text: "\n\n" + text.replace("\n\n", "\n \n\n\n") + "\n\n",
    "tabs and spaces": lambda text: text.replace("\nmsg", "\n \tmsg").replace(' "', '\t "'),
    "wrapped narrowly": lambda text: text.replace('"pre', '""\n"p" "r"\n"e'),
    "comments at the end": lambda text: text + "\n# the end\n\n#, fuzzy\n",
    "obsolete among the living": lambda text: text.replace(FIRST, FIRST + "\n" + GONE),
    "no head": lambda text: text.replace(HEAD, ""),
    "a head behind a message": lambda text: text.replace(FIRST, "") + "\n" + FIRST,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_only_what_was_edited_changes_whatever_the_shape_of_the_file(
    shape: str, fr: Locale, tmp_path: Path
) -> None:
    """The very bytes where nothing was edited, one line where one was."""
    text = SHAPES[shape]("\n".join([HEAD, FIRST, "# a remark\n" + ONE, LAST]))
    path = tmp_path / "t.po"
    path.write_bytes(text.encode())
    held = store.read(path, "t.po", fr)
    assert set(held.entries) == {"t.first", "t.one", "t.last"}
    assert not store.write(path, held)
    assert path.read_bytes() == text.encode()
    assert store.write(path, edited(held, "t.one", "neuf"))
    after = path.read_bytes().decode()
    assert len(changed_lines(text, after)) == 2
    assert store.read(path, "t.po", fr).entries["t.one"].forms == ("neuf",)


def test_entries_that_are_made_anew_keep_their_lines(fr: Locale) -> None:
    """Another order of comments, another folding: kept, since nothing else is said."""
    lines = '#. a note that\n#. goes on\n# mine\nmsgctxt "t.one"\nmsgid ""\n"one"\nmsgstr "un"\n'
    text = f"{HEAD}\n{FIRST}\n{lines}\n{LAST}"
    held = parsed(text, fr)
    old = held.entries["t.one"]
    new = Entry(
        key=old.key,
        words=old.words,
        forms=old.forms,
        notes=old.notes,
        comments=old.comments,
    )
    entries = {**held.entries, "t.one": new}
    assert store.written(replace(held, entries=MappingProxyType(entries))) == text


def test_an_edited_entry_keeps_the_order_of_its_comments(fr: Locale) -> None:
    """A mark that came or went changes its own line and no other."""
    lines = '#: t.yaml\n# mine\n#! odd\n#, x\n#. note\nmsgctxt "t.one"\nmsgid "one"\nmsgstr "un"\n'
    text = f"{HEAD}\n{FIRST}\n{lines}\n{LAST}"
    held = parsed(text, fr)
    entry = replace(held.entries["t.one"], fuzzy=True, previous="won", machine=True)
    entries = MappingProxyType({**held.entries, "t.one": entry})
    after = store.written(replace(held, entries=entries))
    assert changed_lines(text, after) == [
        "+# machine draft",
        "-#, x",
        "+#, fuzzy, x",
        '+#| msgid "won"',
    ]
    back = replace(parsed(after, fr), entries=held.entries)
    assert changed_lines(text, store.written(back)) == []


def test_a_new_head_keeps_its_order_and_what_else_stands_in_it(fr: Locale) -> None:
    """One field changes, one comes, one goes: the flag and the odd line stay."""
    head = (
        '# top\n#, fuzzy\nmsgid ""\nmsgstr ""\n"X-Last: 1\\n"\n"odd\\n"\n'
        + HEAD.split('""\n', 2)[2]
    )
    text = f"{head}\n{FIRST}"
    held = parsed(text, fr)
    header = {**held.header, "X-Kept": "no", "X-New": "a\nb"}
    del header["X-Another"]
    after = store.written(replace(held, header=MappingProxyType(header)))
    assert changed_lines(text, after) == [
        '-"X-Kept: yes\\n"',
        '-"X-Another: 1\\n"',
        '+"X-Kept: no\\n"',
        '+"X-New: a b\\n"',
    ]


def test_entries_come_go_and_move_and_the_rest_keeps_its_bytes(fr: Locale) -> None:
    """New ones stand where the catalog has them, obsolete ones where they stood."""
    text = "\n".join([HEAD, FIRST, GONE, "#  odd  remark\n" + ONE, LAST, "# the end\n"])
    held = parsed(text, fr)
    first, middle, last = held.entries.values()
    new = Entry(key="t.new", words="new", forms=("neuf",))
    entries = {e.key: e for e in (last, new, middle)}
    after = store.written(
        replace(held, entries=MappingProxyType(entries), obsolete=(*held.obsolete, first))
    )
    fresh = '\nmsgctxt "t.new"\nmsgid "new"\nmsgstr "neuf"\n'
    was = '\n#~ msgctxt "t.first"\n#~ msgid "first"\n#~ msgstr "premier"\n'
    parts = [HEAD, "\n" + GONE, "\n" + LAST, fresh, "\n#  odd  remark\n" + ONE, was]
    assert after == "".join(parts) + "\n# the end\n"
    again = parsed(after, fr)
    assert list(again.entries) == ["t.last", "t.new", "t.one"]
    assert store.written(again) == after


def test_no_comment_and_no_place_can_become_a_statement(fr: Locale) -> None:
    """Words from elsewhere are broken into comment lines, whatever stands in them."""
    hostile = 'x\nmsgid "y"\r\nmsgstr "z"\rmsgctxt "t.one"'
    entry = Entry(
        key="t.one",
        words="one",
        forms=("un",),
        comments=(hostile,),
        notes=(hostile,),
        places=(hostile,),
        unknown=("#!" + hostile,),
    )
    held = replace(parsed(HEAD, fr), entries=MappingProxyType({"t.one": entry}))
    for catalog in (held, replace(held, raw=None)):
        again = parsed(store.written(catalog), fr)
        assert list(again.entries) == ["t.one"]
        assert again.entries["t.one"].forms == ("un",)


def test_merged_catalogs_that_disagree_about_the_original_say_nothing(fr: Locale) -> None:
    """Neither of two fingerprints can be trusted."""
    lines = "# original: 0123456789ab\n# original: 0123456789ac\n" + ONE
    assert parsed(HEAD + "\n" + lines, fr).entries["t.one"].translates == ""
