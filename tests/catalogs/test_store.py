"""Read and write .po files."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaflets.catalogs import store
from leaflets.model.locale import Locale

HEAD = """\
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"X-Kept: yes\\n"
"""

WHOLE = (
    "# A comment at the top.\n"
    + HEAD
    + """
# a translator's own line
# machine draft
# original: 0123456789ab
#. a note
#: content/leaflets/tea.yaml
#, fuzzy, python-brace-format
#| msgid "About {rate} slept."
msgctxt "tea.rate"
msgid "About {rate} sleep."
msgstr "Environ {rate} dorment."

# original: 0123456789ac
msgctxt "tea.days"
msgid "day"
msgid_plural "days"
msgstr[0] "jour"
msgstr[1] "jours"

# original: 0123456789ad
#~ msgctxt "tea.gone"
#~ msgid "gone"
#~ msgstr "parti"
"""
)


def codes(text: str, locale: Locale) -> list[str]:
    """Parse the text of a catalog; its findings, with their lines."""
    held = store.parse(text, domain="tea", shown="fr.po", locale=locale)
    return [f"{f.code}:{f.origin.line}" for f in held.findings]


def test_everything_in_an_entry_is_read(locales: dict[str, Locale]) -> None:
    """Key, words, forms, state and what it translates."""
    held = store.parse(WHOLE, domain="tea", shown="fr.po", locale=locales["fr"])
    assert held.findings == ()
    entry = held.entries["tea.rate"]
    assert entry.fuzzy
    assert entry.machine
    assert entry.translates == "0123456789ab"
    assert entry.previous == "About {rate} slept."
    assert entry.comments == ("a translator's own line",)
    assert entry.notes == ("a note",)
    assert entry.forms == ("Environ {rate} dorment.",)
    assert str(entry.origin) == "fr.po:18"
    assert held.entries["tea.days"].forms == ("jour", "jours")
    assert not held.entries["tea.days"].machine
    assert [entry.key for entry in held.obsolete] == ["tea.gone"]
    assert held.header["X-Kept"] == "yes"


def test_what_is_read_is_written_byte_for_byte(locales: dict[str, Locale]) -> None:
    """A file that nobody edited does not change."""
    held = store.parse(WHOLE, domain="tea", shown="fr.po", locale=locales["fr"])
    once = store.written(held)
    again = store.parse(once, domain="tea", shown="fr.po", locale=locales["fr"])
    assert store.written(again) == once
    assert sorted(once.split()) == sorted(WHOLE.split())


def test_gettext_accepts_what_is_written(
    tmp_path: Path, locales: dict[str, Locale]
) -> None:
    """GNU msgfmt finds nothing wrong."""
    held = store.parse(WHOLE, domain="tea", shown="fr.po", locale=locales["fr"])
    path = tmp_path / "fr.po"
    assert store.write(path, held)
    assert not store.write(path, held)
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "tool", [["msgcat"], ["msgcat", "--no-wrap"], ["msgattrib", "--no-obsolete"]]
)
def test_a_file_rewritten_by_gettext_says_the_same(
    tool: list[str], tmp_path: Path, locales: dict[str, Locale]
) -> None:
    """What a Text needs survives the tools that translators use."""
    path = tmp_path / "fr.po"
    path.write_text(WHOLE)
    done = subprocess.run([*tool, str(path)], capture_output=True, text=True, check=True)
    held = store.parse(done.stdout, domain="tea", shown="fr.po", locale=locales["fr"])
    before = store.parse(WHOLE, domain="tea", shown="fr.po", locale=locales["fr"])
    for key, entry in before.entries.items():
        found = held.entries[key]
        assert (found.forms, found.translates, found.machine, found.fuzzy) == (
            entry.forms,
            entry.translates,
            entry.machine,
            entry.fuzzy,
        )
        assert found.previous == entry.previous


def test_a_catalog_that_does_not_parse_is_a_finding_with_its_line(
    locales: dict[str, Locale],
) -> None:
    """No traceback, whatever is in the file."""
    fr = locales["fr"]
    assert codes(HEAD + '\nmsgid "open\nmsgstr ""\n', fr) == ["T101:10"]
    assert codes(HEAD + '\nmsgid "a"\nnonsense\n', fr) == ["T101:11"]
    assert codes("", fr) == ["T101:1"]
    assert codes("PK\x03\x04 not a catalog", fr) == ["T101:1"]
    assert codes(HEAD + '\nmsgid "a\0b"\nmsgstr ""\n', fr) == ["T101:10"]
    assert codes(HEAD + f'\nmsgid "{"a" * 200_000}"\nmsgstr ""\n', fr) == ["T107:10"]
    assert codes(HEAD + '\nmsgid "a"\n' + '"b"\n' * 3000, fr) == ["T101:3011"]
    assert codes(HEAD + "\n" + "# a\n" * 3000, fr) == []
    assert codes(HEAD + '\nmsgid "a"\nmsgstr[x] "b"\n', fr) == ["T101:11"]


def test_a_file_that_is_not_utf8_or_too_large_is_a_finding(
    tmp_path: Path, locales: dict[str, Locale], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are said before anything is parsed."""
    path = tmp_path / "fr.po"
    path.write_bytes(HEAD.encode() + b'\nmsgid "a"\nmsgstr "\xe9t\xe9"\n')
    found = store.read(path, "fr.po", locales["fr"]).findings
    assert [str(f.origin) for f in found] == ["fr.po:11"]
    assert "not UTF-8" in found[0].message
    monkeypatch.setattr(store, "LIMIT", 100)
    found = store.read(path, "fr.po", locales["fr"]).findings
    assert "larger than 100 bytes" in found[0].message


def test_a_header_that_misleads_is_found(locales: dict[str, Locale]) -> None:
    """Character set, language and plural forms are compared with the locale."""
    fr = locales["fr"]
    assert codes(HEAD.replace("UTF-8", "ISO-8859-1"), fr) == ["T102:1"]
    assert codes(HEAD.replace("Language: fr", "Language: es"), fr) == ["T106:1"]
    assert codes(HEAD.replace("n > 1", "n != 1"), fr) == ["T104:1"]
    assert codes(
        HEAD.replace("nplurals=2; plural=(n > 1)", "nplurals=1; plural=0"), fr
    ) == ["T104:1"]
    assert codes(HEAD.replace("(n > 1)", "os.abort()"), fr) == ["T104:1"]


def test_the_same_plural_rule_in_other_words_is_no_finding(
    locales: dict[str, Locale],
) -> None:
    """A rule is compared by what it computes."""
    assert codes(HEAD.replace("(n > 1)", "n>=2 ? 1 : 0"), locales["fr"]) == []


def test_a_message_that_stands_twice_or_has_no_key_is_found(
    locales: dict[str, Locale],
) -> None:
    """The first of two is used; one without a key by nothing."""
    twice = '\nmsgctxt "k"\nmsgid "a"\nmsgstr "b"\n' * 2
    assert codes(HEAD + twice, locales["fr"]) == ["T103:14"]
    assert codes(HEAD + '\nmsgid "a"\nmsgstr "b"\n', locales["fr"]) == ["T105:10"]


def test_a_message_without_end_is_found_and_not_read(locales: dict[str, Locale]) -> None:
    """Put together from lines that are each short enough."""
    text = HEAD + '\nmsgctxt "k"\nmsgid "a"\nmsgstr ""\n' + ('"' + "[" * 5000 + '"\n') * 100
    held = store.parse(text, domain="tea", shown="fr.po", locale=locales["fr"])
    assert [f.code for f in held.findings] == ["T107"]
    assert dict(held.entries) == {}


def test_a_plural_form_that_is_left_out_is_empty(locales: dict[str, Locale]) -> None:
    """The forms behind it do not move up."""
    text = HEAD + '\nmsgctxt "k"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n'
    held = store.parse(text, domain="tea", shown="fr.po", locale=locales["fr"])
    assert held.entries["k"].forms == ("", "c")
    assert not held.entries["k"].translated


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    at=st.integers(0, len(WHOLE)),
    cut=st.integers(0, 30),
    put=st.text(
        alphabet=st.sampled_from('"\\\n#~|,:.{}[] msgidctxrplu0é\u202e\r\t'), max_size=30
    ),
)
def test_no_damage_to_a_file_ends_in_a_traceback(
    at: int, cut: int, put: str, locales: dict[str, Locale]
) -> None:
    """Whatever is cut out or put in: findings, or entries, and both have lines."""
    text = WHOLE[:at] + put + WHOLE[at + cut :]
    held = store.parse(text, domain="tea", shown="fr.po", locale=locales["fr"])
    assert all(finding.origin.line for finding in held.findings)
    assert all(entry.origin.line for entry in held.entries.values())
    store.written(held)
