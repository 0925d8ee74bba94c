"""Catalogs that other programs have rewritten."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.catalogs.paper import edited, parsed

from leaflets.catalogs import store
from leaflets.model.locale import Locale

REWRITTEN = Path(__file__).parent / "rewritten"
"""One invented catalog, and the same saved by three programs: the Translate Toolkit at 60
columns, in Weblate's manner (its writer, 77 columns, its own fields in the head), and in
Poedit's (through GNU gettext, 79 columns, its own fields)."""

TOOLS = [
    ["msgcat"],
    ["msgcat", "--no-wrap"],
    ["msgcat", "--width=40"],
    ["msgcat", "--escape"],
    ["msgconv", "-t", "UTF-8"],
    ["msgmerge", "-q", "--previous", str(REWRITTEN / "whole.po")],
]


@pytest.mark.parametrize("tool", TOOLS, ids=" ".join)
def test_a_catalog_rewritten_by_gettext_is_read_without_loss(
    tool: list[str], fr: Locale
) -> None:
    """Keys, words, forms, states, earlier words and comments: all there."""
    path = str(REWRITTEN / "whole.po")
    done = subprocess.run([*tool, path], capture_output=True, text=True, check=True)
    assert_says_the_same(done.stdout, fr)


@pytest.mark.parametrize("name", ["toolkit.po", "weblate.po", "poedit.po"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_catalog_rewritten_by_other_programs_is_read_without_loss(
    name: str, ends: str, fr: Locale
) -> None:
    """The same for what the Translate Toolkit, Weblate and Poedit make of it."""
    assert_says_the_same((REWRITTEN / name).read_text().replace("\n", ends), fr)


def assert_says_the_same(text: str, locale: Locale) -> None:
    """Compare with the catalog as it was before a program rewrote it."""
    before = parsed((REWRITTEN / "whole.po").read_text(), locale)
    held = parsed(text, locale)
    assert held.entries == before.entries
    assert held.obsolete == before.obsolete
    assert before.header.keys() <= held.header.keys()
    assert held.header["X-Kept"] == "yes"
    assert held.comment == before.comment
    assert store.written(held) == text


def test_gettext_accepts_every_form_that_is_written(fr: Locale, tmp_path: Path) -> None:
    """GNU msgfmt finds nothing wrong with rewritten, edited and fresh catalogs."""
    for name in ("whole.po", "toolkit.po", "weblate.po", "poedit.po"):
        held = parsed((REWRITTEN / name).read_text(), fr)
        catalog = edited(held, "tea.lines.text", "a\t\a\n\x1b\x7f" + "long " * 40)
        for number, text in enumerate((catalog, replace(catalog, raw=None))):
            path = tmp_path / f"{number}.{name}"
            store.write(path, text)
            done = subprocess.run(
                ["msgfmt", "-c", "-o", "/dev/null", str(path)],
                capture_output=True,
                text=True,
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, "")
