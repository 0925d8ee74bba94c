"""Every mistake in a project is reported, with its file and line; none is a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflets.content import library, marks, yamlfile
from leaflets.content.project import Project
from leaflets.errors import ContentError

LEAFLET = "content/leaflets/tea.yaml"


def _found(root: Path) -> list[str]:
    return [str(finding) for finding in library.read(Project.at(root)).findings]


def test_a_clean_project_is_read_whole(tea: Path) -> None:
    """Nothing is found, and everything is there."""
    shelf = library.read(Project.at(tea))
    assert shelf.findings == ()
    assert set(shelf.leaflets) == {"tea"}
    assert set(shelf.imprints) == {"show", "tea-room"}
    assert {"en", "ar", "pl", "zh-Hans"} <= set(shelf.locales)
    assert len(shelf.facts) == 15


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("purpose:", "porpose:", ":7: error C103 unknown key 'porpose'"),
        ("title: Making tea\n", "", ":3: error C104 key 'title' is missing"),
        ("kind: steps", "kind: stepz", "error C105 'stepz' is not one of the values"),
        ("searched: 2026-01-10", "searched: 10 January", "not a date of the form"),
        ("id: points", "id: Points!", "error C105 'id'"),
        ("heading: Before you begin", "heading: [", "error C101 YAML does not parse"),
        ("nothing: true}", "nothing: false}", "exactly one option must say 'nothing: true'"),
        ("[Green, light]", "[Green]", "every row needs 2 cells"),
        ("  funding: There was no funding.\n", "", "error C104 key 'funding' is missing"),
        ("original: en", "original: en\noriginal: fr", "error C102 key 'original' stands twice"),
        ("leaflet: tea", "leaflet: coffee", "error C107 file is named 'tea' but holds"),
        ("title: Making tea", "title: &a Making tea", "anchors and aliases are not read"),
        ("title: Making tea", "title: !!python/object:os.system x", "is not read"),
    ],
)  # fmt: skip
def test_a_mistake_has_its_file_and_line(
    change: Callable[[str, str, str], Path], old: str, new: str, expected: str
) -> None:
    """One fact and one place for each mistake."""
    found = _found(change(LEAFLET, old, new))
    assert any(expected in line and line.startswith(f"{LEAFLET}:") for line in found), found


def test_an_unknown_key_suggests_the_known_one(
    change: Callable[[str, str, str], Path],
) -> None:
    """The way out stands apart from the fact."""
    found = _found(change(LEAFLET, "purpose:", "porpose:"))
    assert any("hint: did you mean 'purpose'?" in line for line in found)


def test_all_mistakes_are_reported_in_one_go(own_tea: Path) -> None:
    """Three mistakes in three files are three findings of one reading."""
    for name, old, new in (
        (LEAFLET, "purpose:", "porpose:"),
        ("content/facts/tea.yaml", "kind: number, value: 3", "kind: nmber, value: 3"),
        ("content/imprints/show.yaml", "name:", "nam:"),
    ):
        path = own_tea / name
        path.write_text(
            path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8"
        )
    files = {line.split(":")[0] for line in _found(own_tea) if "error" in line}
    assert files == {LEAFLET, "content/facts/tea.yaml", "content/imprints/show.yaml"}


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (f"{{kind: number, value: '{9:0>40}', says: x}}", "a number such as 1.9"),
        ("{kind: phone, value: 020-7946, says: x}", "digits and single spaces"),
        ("{kind: date, value: 20261121, says: x}", "not a date of the form"),
        ("{kind: date, value: 2026-W47-6, says: x}", "not a date of the form"),
        ("{kind: web, value: 'https://example.org', says: x}", "without 'https://'"),
        ("{kind: web, value: 'javascript:alert(1)', says: x}", "an address"),
        ("{kind: proportion, value: 15, says: x}", "has 'of'"),
        ("{kind: proportion, value: 150, of: 100, says: x}", "not more than its whole"),
        ("{kind: duration, value: 3, says: x}", "has a 'unit'"),
        ("{kind: date, value: 2026-13-01, says: x}", "not a date of the form"),
        ("{kind: number, value: three, says: x}", "a number such as 1.9"),
    ],
)
def test_a_fact_is_of_the_form_of_its_kind(own_tea: Path, fact: str, expected: str) -> None:
    """A telephone number, an address, a date: each is checked when it is read."""
    (own_tea / "content/facts/more.yaml").write_text(f"facts:\n  extra: {fact}\n")
    assert any(expected in line for line in _found(own_tea))


def test_a_file_with_another_ending_is_found(own_tea: Path) -> None:
    """A clinic in a file that nothing reads is not passed over in silence."""
    (own_tea / "content/imprints/other.yml").write_text(
        "imprint: other\n", encoding="utf-8"
    )
    found = _found(own_tea)
    assert found[0].startswith("content/imprints/other.yml: error C108 file is not read")


def test_a_file_that_is_not_utf8_is_a_finding(own_tea: Path) -> None:
    """Bytes that are no text are named by the line they stand in."""
    (own_tea / LEAFLET).write_bytes(b"leaflet: tea\ntitle: \xff\xfe\n")
    assert _found(own_tea)[0].startswith(f"{LEAFLET}:2: error C100 file is not UTF-8")


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 100_000,
        "a: " * 5_000,
        "- " * 50_000,
        "{" * 3_000,
        "\x00",
        "a: &x [*x]",
        "? ? ? ?",
    ],
)
def test_hostile_yaml_ends_in_a_finding(own_tea: Path, hostile: str) -> None:
    """Depth, anchors and control characters are refused, not followed."""
    (own_tea / LEAFLET).write_text(hostile, encoding="utf-8")
    assert any(LEAFLET in line for line in _found(own_tea))


def test_a_folder_that_is_no_project_is_an_error(tmp_path: Path) -> None:
    """The message says what a project has."""
    with pytest.raises(ContentError) as caught:
        Project.at(tmp_path)
    assert "content/" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("12:30", "12:30"),
        ("020", "020"),
        ("3", 3),
        ("1.9", 1.9),
        ("true", True),
        ("2026-01-10", "2026-01-10"),
        ("'3'", "3"),
        ("+442079460123", "+442079460123"),
        ("1.10", "1.10"),
        ("-0", "-0"),
    ],
)
def test_a_plain_value_means_what_it_looks_like(text: str, value: object) -> None:
    """YAML's old traps (no is false, 020 is sixteen, +44 is 44) are not set here."""
    file, _ = yamlfile.read(f"a: {text}", "x")
    assert file is not None
    assert file.data == {"a": value}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No input raises anything but what the reader promises."""
    file, found = yamlfile.read(text, "x")
    assert file is not None or found


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab*[]()@{}_.;- S1\\", max_size=40))
def test_the_words_of_a_text_survive_their_marks(words: str) -> None:
    """Whatever the marks are, nothing but marks is taken out of the words."""
    left = marks.without_marks(words)
    assert set(left) <= set(words)
    assert len(left) <= len(words)


def test_marks_nested_beyond_all_sense_are_words() -> None:
    """A file of asterisks is read and refused like any other, and ends nothing."""
    for words in ("*a " * 1500 + "b* " * 1500, "**" * 5000 + "a" + "**" * 5000):
        assert marks.parse(words) == (marks.Mark("words", words),)


def test_only_the_allowed_marks_are_marks() -> None:
    """A heading, an image, a link to a host and HTML stay the words they are."""
    for words in ("# x", "![a](b)", "[x](https://example.org)", "<b>x</b>", "`x`", "~~x~~"):
        assert {mark.kind for mark in marks.parse(words)} <= {"words"} or words.startswith(
            "!["
        )
    assert marks.links("[x](https://example.org)") == ()
