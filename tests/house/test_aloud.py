"""The judge `aloud`: what two readings of one leaflet may differ in, and what not.

The file is made by hand, from tag to tag, and so is the page beside it; then one thing at
a time is made wrong in the page, and the judge has to hear it.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Operator
from tests.pdf.preflight.good import good

PAGE = """<!doctype html><html lang="en"><head><title>Tea</title></head><body>
<a href="#text">Skip to the text</a><header>Draft</header>
<main id="text"><h1>Tea</h1><p>Call <a href="tel:0123" aria-label="by day">0123</a> at once.</p>
<ul><li>hot</li><li>strong</li></ul>
<div class="notes" style="display: none"><p>Your notes</p></div>
<p lang="fr">du thé</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="a cup">
<table><tr><th scope="row">Cups</th><td>35 in 100</td></tr></table>
<h2>Sources</h2></main></body></html>"""

WRONG = {
    "a level of a heading": ("<h2>Sources</h2>", "<h3>Sources</h3>"),
    "a heading that is none": ("<h2>Sources</h2>", "<p>Sources</p>"),
    "how many items there are": ("<li>strong</li>", ""),
    "two items in one": ("</li><li>", " "),
    "the aim of a link": ("tel:0123", "tel:0132"),
    "the name of a link": ("by day", "by night"),
    "a description": ("a cup", "a pot"),
    "the language of a part": ('lang="fr"', 'lang="de"'),
    "the headers of a table": ('<th scope="row">Cups</th>', "<td>Cups</td>"),
    "a figure": ("35 in 100", "53 in 100"),
    "a word": ("at once", "at leisure"),
    "the order of words": ("hot</li><li>strong", "strong</li><li>hot"),
}


class Tags:
    """Builds a tagged file."""

    def __init__(self) -> None:
        self.pdf = pikepdf.open(BytesIO(good()))
        self.page = self.pdf.pages[0].obj

    def tag(self, role: str, *kids: Any, **values: Any) -> Any:
        """Make a tag; a string under it is a tag for the words."""
        below = [
            self.tag("Span", ActualText=kid) if isinstance(kid, str) else kid
            for kid in kids
        ]
        element = self.pdf.make_indirect(
            Dictionary(S=Name("/" + role), Pg=self.page, K=Array(below), **values)
        )
        for kid in below:
            if "/S" in kid:
                kid.P = element
        return element

    def write(self, path: Path, *kids: Any) -> None:
        """Save the file with these tags."""
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array(kids)))
        for kid in kids:
            kid.P = root
        self.pdf.Root.Lang = "en"
        self.pdf.Root.StructTreeRoot = root
        self.pdf.save(path)


def leaflet(path: Path) -> None:
    """Write the file that says what the page says, and what only paper has."""
    tags = Tags()
    tag = tags.tag
    note = Dictionary(Subtype=Name.Link, Contents="by day", A=Dictionary(URI="tel:0123"))
    target = Dictionary(Type=Name.OBJR, Obj=tags.pdf.make_indirect(note))
    items = [
        tag("LI", tag("Lbl", "• "), tag("LBody", words))
        for words in ("hot", "st\u00adrong")
    ]
    row = tag("TR", tag("TH", "Cups", A=Dictionary(Scope=Name.Row)), tag("TD", "35 in 100"))
    tags.write(
        path,
        tag(
            "Document",
            tag("H1", "Tea"),
            tag("P", "Call ", tag("Link", "0123", target), " at once."),
            tag("L", *items),
            tag("P", "Your notes"),
            tag("P", "du thé", Lang="fr"),
            tag("Figure", Alt="a cup"),
            tag("Table", tag("TBody", row)),
            tag("H2", "Sources"),
            tag("Figure", Alt="a code"),
            tag("P", "Scan it"),
        ),
    )


def heard(house: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Ask the judge, as .ci/run does."""
    if not shutil.which("chromium"):
        pytest.skip("this machine has no chromium")
    return subprocess.run(
        [str(house / ".ci/judges/aloud"), str(folder)],
        cwd=house,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def reading(house: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import a reading that stands beside the judges."""
    monkeypatch.syspath_prepend(house / ".ci")
    return importlib.import_module


@pytest.mark.judges
def test_a_file_that_says_what_its_page_says_passes(house: Path, tmp_path: Path) -> None:
    """Skip link, band, lines to write on and the code at the end are told apart."""
    leaflet(tmp_path / "tea.en.screen.pdf")
    (tmp_path / "tea.en.web.html").write_text(PAGE)

    verdict = heard(house, tmp_path)

    assert verdict.returncode == 0, verdict.stdout + verdict.stderr


@pytest.mark.judges
def test_whatever_a_page_says_otherwise_is_heard(house: Path, tmp_path: Path) -> None:
    """One thing is wrong in each page, and each is refused."""
    for number, (old, new) in enumerate(WRONG.values()):
        leaflet(tmp_path / f"tea{number}.en.screen.pdf")
        changed = PAGE.replace(old, new)
        assert changed != PAGE
        (tmp_path / f"tea{number}.en.web.html").write_text(changed)

    verdict = heard(house, tmp_path)

    assert verdict.returncode == 1, verdict.stderr
    refused = {
        line.partition(".")[0] for line in verdict.stdout.splitlines() if "says" in line
    }
    missed = [name for i, name in enumerate(WRONG) if f"tea{i}" not in refused]
    assert not missed, verdict.stdout


@pytest.mark.judges
def test_a_file_without_a_page_beside_it_is_refused(house: Path, tmp_path: Path) -> None:
    """Nothing to compare with is no agreement."""
    leaflet(tmp_path / "tea.en.screen.pdf")

    verdict = heard(house, tmp_path)

    assert verdict.returncode == 1
    assert "has no web page to compare with" in verdict.stdout


def test_words_are_read_as_the_standard_says(reading: Any) -> None:
    """Strings shown backwards are turned, what stands for others is read, artifacts are not."""
    pdf = pikepdf.new()
    cmap = b"2 beginbfchar <01> <0061> <02> <D83DDE00> endbfchar 1 beginbfrange <10> <12> <0078>"
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, ToUnicode=pdf.make_stream(cmap + b" endbfrange")
    )
    page = pdf.add_blank_page()
    page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
    content = b"""BT /F 9 Tf /P <</MCID 0>> BDC <0102> Tj /ReversedChars BMC [<10> 9 <1112>] TJ EMC EMC
    /P <</MCID 1>> BDC /Span <</ActualText (once)>> BDC <01> Tj <01> Tj EMC <02> Tj EMC
    /Artifact BMC <01> Tj EMC <12> Tj ET"""
    page.Contents = pdf.make_stream(content)
    assert Operator("BT") == pikepdf.parse_content_stream(page)[0].operator

    said = reading("tagged").words(page)

    assert said == {0: "a😀xzy", 1: "once😀"}


def test_only_breaks_and_directions_are_not_heard(reading: Any) -> None:
    """Joiners are letters to a reader, and so are digits and signs."""
    plain = reading("hearing").plain

    assert plain("un\u00adbroken line\u2010\n") == "unbrokenline"
    assert plain("\u200fمی\u200cخواهم\u2069") == "می\u200cخواهم"
    assert plain("1–2 (3)") == "1–2(3)"
    assert plain("e\u0301") == "é"
