"""Files that nobody made by mistake, and files that are something else."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import pytest
from tests.catalogs.paper import HEAD, edited

from leaflets.catalogs import store
from leaflets.model.locale import Locale

SIZE = 2_000_000
ENTRY = '\nmsgctxt "k"\nmsgid "a"\nmsgstr "{}"\n'
OPEN = '\nmsgctxt "k"\nmsgid "a"\nmsgid_plural "b"\n'
"""Begins at line 11 of a file, as ENTRY does: a key, words, plural words."""

HOSTILE = {
    "a message of ten megabytes": (ENTRY.format("x" * 10_000_000), "T107", 11),
    "a message that is all escapes": (ENTRY.format(r"\303" * SIZE), "T107", 11),
    "marks in one another": (ENTRY.format("[" * 100_000 + "]" * 100_000), "T107", 11),
    "a comment without end": ("#, " + "a," * SIZE + ENTRY.format("b"), "T107", 11),
    "comments without end": ('#| "a"\n' * SIZE + ENTRY.format("b"), "T107", SIZE + 11),
    "nothing for long": ("\n" * SIZE + ENTRY.format("b"), "T107", SIZE + 11),
    "a raw NUL": (ENTRY.format("b\0c"), "T101", 13),
    "an escaped NUL": (ENTRY.format(r"b\000c"), "T108", 11),
    "a string that is open": (ENTRY.replace('{}"', "b"), "T101", 13),
    "a string that is open and long": (ENTRY.replace('{}"', "b" * SIZE), "T101", 13),
    "an escape at the end": (ENTRY.format("b")[:-2] + "\\", "T101", 13),
    "an escaped quote at the end": (ENTRY.format("b\\"), "T101", 13),
    "many open strings": ('msgid "a\n' * SIZE, "T101", 10),
    "one string in many": ('msgid "a"\nmsgstr ' + '""\n' * SIZE, "T101", 10_012),
    "keys and keys": ('msgctxt "k"\n' * SIZE, "T101", 11),
    "a million messages": (
        "".join(f'msgctxt "{n}"\nmsgid "a"\nmsgstr "b"\n' for n in range(1_000_000)),
        "T101",
        10 + 3 * 99_999,
    ),
    "a plural form too far": (OPEN + 'msgstr[99999] "c"\n', "T101", 14),
    "a plural form very far": (OPEN + f'msgstr[{"9" * SIZE}] "c"\n', "T101", 14),
    "a plural form twice": (OPEN + 'msgstr[0] "c"\nmsgstr[0] "d"\n', "T101", 15),
    "no plural form": (OPEN + 'msgstr "c"\n', "T101", 14),
    "a plural form of nothing": ('msgid "a"\nmsgstr[0] "b"\n', "T101", 11),
    "a comment inside": ('msgid "a"\n# b\nmsgstr "c"\n', "T101", 11),
    "half obsolete": ('#~ msgid "a"\nmsgstr "c"\n', "T101", 11),
    "the end too early": ('msgid "a"\n', "T101", 11),
    "a keyword alone": ('msgid\nmsgstr "a"\n', "T101", 11),
    "a page of the web": ("<html>\n" * SIZE, "T101", 10),
    "the same key": (ENTRY.format("b") * 3, "T103", 15),
}
"""What follows a good head, the finding, and its line."""


@pytest.fixture(scope="module", name="fr")
def french(locales: dict[str, Locale]) -> Locale:
    """French."""
    return locales["fr"]


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_catalog_is_a_finding_with_its_line(case: str, fr: Locale) -> None:
    """No traceback, and no byte of what was not understood is lost on the way back."""
    lines, code, line = HOSTILE[case]
    text = HEAD + lines
    held = store.parse(text, domain="t", shown="t.po", locale=fr)
    assert (held.findings[0].code, held.findings[0].origin.line) == (code, line)
    assert len(held.findings[0].message) < 200
    if held.raw is not None:
        assert store.written(held) == text


@pytest.mark.parametrize(
    "lines",
    [
        ENTRY.format(r"\303" * 500_000),
        ENTRY.format("\\\\" * 500_000),
        "# a\n" * 500_000,
        '#| "a"\n' * 200_000 + ENTRY.format("b"),
        'msgid "a"\nmsgstr ' + '"b"\n' * 500_000,
        '#~ msgctxt "k"\n' * 100_000,
    ],
    ids=["octal", "backslashes", "comments", "previous", "lines", "obsolete"],
)
def test_memory_is_in_proportion_to_the_file(lines: str, fr: Locale) -> None:
    """Ten times the size of the text at most."""
    tracemalloc.start()
    try:
        store.parse(HEAD + lines, domain="t", shown="t.po", locale=fr)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10 * len(HEAD + lines)


OTHERS = {
    "gzip": (gzip.compress(HEAD.encode()), "gzip", 1),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF", 1),
    "office": (b"PK\x03\x04\x14\0", "ZIP", 1),
    "compiled": (b"\xde\x12\x04\x95\0\0\0\0", "compiled", 1),
    "utf-16": (HEAD.encode("utf-16"), "UTF-16", 1),
    "utf-16 without mark": (HEAD.encode("utf-16-be"), "NUL", 1),
    "latin-1": ((HEAD + ENTRY.format("été")).encode("latin-1"), "not UTF-8", 13),
    "surrogate": (HEAD.encode() + b"\n# \xed\xa0\x80\n", "not UTF-8", 11),
    "old Macintosh": (HEAD.replace("\n", "\r").encode(), "CR alone", 1),
    "empty": (b"", "no message", 1),
    "a mark alone": (b"\xef\xbb\xbf", "no message", 1),
    "comments alone": (b"# words only\n", "no message", 1),
}
"""What is in the file, a word of the finding, its line."""


@pytest.mark.parametrize("case", OTHERS)
def test_a_file_that_is_something_else_is_a_finding(
    case: str, fr: Locale, tmp_path: Path
) -> None:
    """Said by name where it can be known, whatever the file is called."""
    data, word, line = OTHERS[case]
    path = tmp_path / "t.po"
    path.write_bytes(data)
    found = store.read(path, "t.po", fr).findings
    assert [finding.code for finding in found] == ["T101"]
    assert word in found[0].message
    assert str(found[0].origin) == f"t.po:{line}"


def test_a_character_set_that_the_head_names_is_named_in_the_hint(
    fr: Locale, tmp_path: Path
) -> None:
    """The way out is another one than saving the file again."""
    path = tmp_path / "t.po"
    text = HEAD.replace("UTF-8", "ISO-8859-1") + ENTRY.format("été")
    path.write_bytes(text.encode("latin-1"))
    assert "msgconv -t UTF-8" in store.read(path, "t.po", fr).findings[0].hint
    path.write_bytes(text.encode())
    held = store.read(path, "t.po", fr)
    assert [finding.code for finding in held.findings] == ["T102"]
    assert held.entries["k"].forms == ("été",)


def test_what_cannot_be_used_is_still_there_when_the_rest_is_edited(fr: Locale) -> None:
    """A message without a key, one that stands twice, one that is too long."""
    odd = ENTRY.format("c") + '\nmsgid "no key"\nmsgstr ""\n'
    odd += ENTRY.replace('"k"', '"long"').format("x" * 30_000)
    text = HEAD + ENTRY.format("b") + odd
    held = store.parse(text, domain="t", shown="t.po", locale=fr)
    assert [f.code for f in held.findings] == ["T103", "T105", "T107"]
    assert store.written(edited(held, "k", "neuf")) == HEAD + ENTRY.format("neuf") + odd


def test_a_catalog_of_nothing_but_obsolete_entries_is_read(fr: Locale) -> None:
    """It may come from a tool; nothing in it is wrong."""
    text = HEAD + '\n#~ msgctxt "k"\n#~ msgid "a"\n#~ msgstr "b"\n'
    held = store.parse(text, domain="t", shown="t.po", locale=fr)
    assert (held.findings, dict(held.entries)) == ((), {})
    assert [entry.key for entry in held.obsolete] == ["k"]


def test_a_missing_file_is_a_finding(fr: Locale, tmp_path: Path) -> None:
    """So is a folder of that name."""
    for path in (tmp_path / "none.po", tmp_path):
        found = store.read(path, "t.po", fr).findings
        assert [finding.code for finding in found] == ["T101"]
