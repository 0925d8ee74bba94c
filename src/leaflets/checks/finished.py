"""What is asked of finished files, by the code of the finding that says it does not hold.

One table for all that a build opens again: pages, web pages, and what is told in a line. The
codes are given where the questions are asked; a test holds this table to them, so that no
code is left out, and none stands for two things.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leaflets.checks import tagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Questions that are asked of files of one kind."""

    title: str
    asked_of: str
    """Which files, in a sentence."""

    codes: Mapping[str, str]
    """What holds, by the code of the finding that says it does not."""


FAMILIES = (
    Family(
        title="Pages",
        asked_of="Every PDF. The bytes are opened again and what stands on the pages is looked"
        " at. P111, P115 and P205 are asked of all other files too. P118, P124 and some of P207 are"
        " warnings.",
        codes={
            "P101": "Everything that must stand on a page does: facts, parts of the evidence"
            " section, references, codes, bands.",
            "P102": "It has the letters and digits that were set.",
            "P103": "Its letters and digits are seen in their order.",
            "P104": "It is not broken over two lines where it may not be.",
            "P111": "The evidence section has all its parts, in their order.",
            "P112": "References are numbered as they are cited.",
            "P113": "The band of a draft, and the code of the edition, are on every page.",
            "P114": "Facts and parts of the evidence section are no smaller than they may be.",
            "P115": "All words of the leaflet are there.",
            "P116": "The QR code is there, says what it should, and can be scanned.",
            "P117": "What is on a folded sheet fits its panels.",
            "P118": "No group of a box is shared by two panels.",
            "P121": "Readers take out of the file what the leaflet says.",
            "P122": "The tags, read in their order, say what the leaflet says.",
            "P123": "The words laid out are those composed, in their order.",
            "P124": "All readers that are asked are on the machine.",
            "P201": "No character lacks its glyph.",
            "P202": "No other font stands in for the locale's.",
            "P203": "Nothing is cut off at the edge of the paper.",
            "P204": "No words lie on others.",
            "P205": "No placeholder is left.",
            "P206": "No page is empty.",
            "P207": "No heading stands alone at the foot of a page.",
            "P208": "No words stand outside their area.",
            "P209": "No words are too faint to be read.",
            "P210": "No words are covered.",
            "P211": "No words are too small to be read.",
            "P220": "The pages of a reviewer's proof are whole.",
            "P310": "Pages can be laid on the sheets of their format.",
        },
    ),
    Family(
        title="Tags",
        asked_of="Every PDF for a screen: what a screen reader goes by.",
        codes=tagged.CODES,
    ),
    Family(
        title="Web pages",
        asked_of="The format `web`.",
        codes={
            "W101": "Everything that must stand on the page does.",
            "W102": "It has its words and its direction.",
            "W103": "The page fetches nothing.",
            "W104": "The page says its language and direction (WCAG 3.1.1).",
            "W105": "The page has a title (WCAG 2.4.2).",
            "W106": "The page has one first heading.",
            "W107": "No heading skips a level (WCAG 2.4.6).",
            "W108": "Every picture is described (WCAG 1.1.1).",
            "W109": "No id stands twice.",
            "W110": "Links lead to what is there.",
            "W111": "Nothing hides words.",
        },
    ),
    Family(
        title="What is told in a line",
        asked_of="The formats `text`, `text-email`, `braille` and `audio`.",
        codes={
            "N101": "Everything that must be said is, in its order: facts, parts of the"
            " evidence section, references, codes, bands.",
            "N102": "It stands as it was set.",
            "N103": "All words of the page are told, in their order.",
            "N104": "Every passage that is told stands in the file.",
            "N105": "The file holds no control characters but ends of lines and pages.",
            "N106": "No mark of direction in the words can turn others round (UAX 9).",
        },
    ),
    Family(
        title="Scripts for a voice",
        asked_of="The format `audio`, read again as XML.",
        codes={
            "N201": "It is SSML 1.1, and in the leaflet's language.",
            "N202": "Its title, edition code and draft state are the leaflet's.",
            "N203": "No words stand in an element that can silence or change them.",
            "N204": "No mark stands twice.",
            "N205": "In each language, what is said is letter by letter what the leaflet says.",
            "N206": "Every fact is behind its mark.",
            "N207": "Digits of a fact are said as what the fact is.",
        },
    ),
    Family(
        title="Braille",
        asked_of="The format `braille`, read again cell by cell.",
        codes={
            "N301": "Every page has the cells and lines of the format, and ends.",
            "N302": "Nothing stands on a page that is no cell.",
            "N303": "Every page ends with its number; every page of a draft begins with its"
            " band.",
            "N304": "The digits of every fact and code read as they were set.",
            "N305": "Words read back are as like what was said as the locale asks"
            " (`reads_back`).",
        },
    ),
)
"""All that is asked of finished files; print's own questions are those of the preflight."""
