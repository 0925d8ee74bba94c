"""The Translate Toolkit's pofilter, asked as a program apart."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from leaflets.build import pofilter
from leaflets.build.checking import check
from leaflets.content import library
from leaflets.content.project import Project
from leaflets.reporter import Reporter

STAND_IN = """#!/bin/sh
for last; do :; done
cat > "$last/tea.po" <<'END'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# (pofilter) escapes: Escapes do not match
msgctxt "tea.title"
msgid "Tea"
msgstr "Herbata"
END
"""
"""A program that finds fault with one message, whatever it is given."""


def _program(folder: Path, words: str) -> str:
    path = folder / "pofilter"
    path.write_text(words)
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


def _found(root: Path, program: str) -> list[tuple[str, str]]:
    shelf = library.read(Project.at(root))
    found = pofilter.ask(program, shelf.project, shelf.locales["pl"])
    return [(f.code, str(f)) for f in found]


def test_what_it_says_is_a_warning_at_the_line_of_ours(tea: Path, tmp_path: Path) -> None:
    """Each of its remarks comes with the key, and with the line of our own file."""
    [(code, said)] = _found(tea, _program(tmp_path, STAND_IN))
    assert code == "T391"
    assert "'tea.title': pofilter escapes: Escapes do not match" in said
    path, line = said.split(": ")[0].split(":")
    assert (tea / path).read_text("utf-8").splitlines()[int(line) - 1].startswith("msgctxt")


def test_a_program_that_fails_stops_nothing(tea: Path, tmp_path: Path) -> None:
    """Its last words are a warning."""
    [(code, said)] = _found(tea, _program(tmp_path, "#!/bin/sh\necho broken >&2\nexit 3\n"))
    assert code == "T392"
    assert "broken" in said


def test_where_it_is_not_installed_one_line_says_how_to_get_it(
    tea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing fails for its absence."""
    monkeypatch.setenv("PATH", "/nonexistent")
    found = [
        f
        for f in check(Project.at(tea), Reporter(), beside=["pofilter"])
        if "T39" in f.code
    ]
    assert [(f.code, f.severity.value) for f in found] == [("T390", "info")]
    assert "translate-toolkit" in found[0].hint


def test_its_number_test_is_not_asked() -> None:
    """It passes 50 mg for 5 mg, which would be worse than no test."""
    assert "numbers" not in pofilter.TESTS
