"""The index: what was built at a glance, for everyone, from this folder alone."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.build.conftest import Builder
from tests.build.fakeproject import tell, write

from leaflets.build.indexstyle import STYLE

PAIRS = [
    (ink, ground)
    for ink in ("ink", "soft", "final", "draft", "failed", "link")
    for ground in ("paper", "card")
]


def page(root: Path) -> str:
    """Read the index of a project."""
    return (root / "output/index.html").read_text()


def colours(scheme: str) -> dict[str, str]:
    """Read the colours of the light or the dark scheme off the style."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", blocks[scheme == "dark"]))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_pair_of_colours_can_be_read(scheme: str, ink: str, ground: str) -> None:
    """At least 4.5 : 1, in the light and in the dark (WCAG 2.2, 1.4.3)."""
    found = colours(scheme)
    light, dark = sorted((luminance(found[ink]), luminance(found[ground])), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_each_language_is_named_in_itself(built: Builder, root: Path) -> None:
    """With its tag and its direction, so that it is read and set right."""
    built(formats=("screen",))

    assert '<span class="own" lang="ar" dir="rtl">العربية</span>' in page(root)
    assert '<span class="own" lang="zh-Hans" dir="ltr">简体中文</span>' in page(root)


def test_states_and_proofs_are_said_in_words(built: Builder, root: Path) -> None:
    """Draft, final, failed; pages, evidence, facts, text; never by colour alone."""
    tell(root, "plums", "refuse press")
    built("plums", locales=("en",), formats=("screen", "press", "web"))
    built("plums", locales=("en",), formats=("screen",), final=True)

    said = page(root)
    for words in (
        '<span class="state">draft</span>',
        '<span class="state">final</span>',
        '<span class="state">draft failed</span>',
        "P101 a fact is missing",
        "2 pages",
        "evidence in place",
        "3 facts in place",
        "text layer 0.999",
        "<code>plums-en-CODE</code>",
    ):
        assert words in said


def test_every_link_leads_to_a_file_that_is_there(built: Builder, root: Path) -> None:
    """Artifacts, pictures and refused files, all inside the output folder."""
    tell(root, "plums", "refuse press")
    built(formats=("screen", "press", "web"))

    links = re.findall(r'(?:href|src)="([^"]*)"', page(root))

    assert len(links) == 13 + 8 + 2
    for link in links:
        assert (root / "output" / link).is_file(), link


def test_what_comes_from_content_is_only_text(built: Builder, root: Path) -> None:
    """A title or a finding with markup in it is shown as it is written."""
    evil = 'title: <script>alert("1")</script>\noriginal: en\n'
    write(root, "content/leaflets/apples.yaml", evil)
    write(root, "locales/en/locale.yaml", "tag: en\nname: <b>E</b>\nfonts: []\n")
    tell(root, "apples", "warn")
    built("apples", formats=("screen",))

    said = page(root)
    assert "<script" not in said
    assert "<b>" not in said
    assert "&lt;script&gt;" in said
    assert "&lt;b&gt;" in said


def test_the_index_asks_for_nothing_from_outside(built: Builder, root: Path) -> None:
    """No address, no script; and a policy that would forbid both."""
    built(formats=("screen",))

    said = page(root)
    assert "://" not in said
    assert "url(" not in said
    assert "@import" not in said
    assert "<script" not in said
    assert "default-src 'none'" in said


def test_the_index_is_well_formed_and_has_its_landmarks(built: Builder, root: Path) -> None:
    """Every element is closed; one h1, a language, headers of rows and columns."""
    tell(root, "plums", "refuse press", "warn web")
    built()

    reader = _Balance()
    reader.feed(page(root))

    assert reader.open == []
    assert reader.seen.count("h1") == 1
    assert {"header", "main", "table", "th"} <= set(reader.seen)
    assert '<html lang="en">' in page(root)
    assert 'scope="row"' in page(root)
    assert 'scope="col"' in page(root)


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag == "img":
            assert dict(attrs)["alt"] == ""  # the link around it says what it is
        elif tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_file_for_print_says_what_it_was_made_for(built: Builder, root: Path) -> None:
    """Which paper, and whether a person has something to look at."""
    built("plums", locales=("en",), formats=("press", "screen"), spec="digital")

    assert page(root).count("for print, digital: 2 to look at") == 1


def test_what_is_told_says_how_long_it_is(built: Builder, root: Path) -> None:
    """In lines, pages of braille or minutes: it has no pages of paper."""
    built("plums", locales=("en",), formats=("text", "braille", "audio", "screen"))

    said = page(root)
    assert "<li>412 lines, 0 kB</li>" in said
    assert "<li>17 braille pages, 0 kB</li>" in said
    assert "<li>1 minute to hear, 0 kB</li>" in said
    assert said.count("2 pages") == 1
