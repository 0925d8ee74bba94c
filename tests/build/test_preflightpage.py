"""The page of a preflight: what was found, drawn where it is, and harmless."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image

from leaflets.build.preflightdrawing import Mark, View, drawing
from leaflets.build.preflightpage import MOST_DRAWN, drawn_pages, page, ranges, verdict

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>&\u202e'


def finding(**changes: Any) -> dict[str, Any]:
    """Give a finding as plain data."""
    plain: dict[str, Any] = {
        "code": "F301",
        "severity": "error",
        "message": "red",
        "hint": "",
        "page": 1,
        "rectangle": [10.0, 20.0, 30.0, 40.0],
        "title": "No red.",
        "basis": "ISO",
    }
    return plain | changes


def account(*findings: dict[str, Any], pages: int = 3, **changes: Any) -> dict[str, Any]:
    """Give an account of a file as plain data."""
    counts = {
        level: sum(each["severity"] == level for each in findings)
        for level in ("error", "warning", "info")
    }
    sheets = [
        {
            "page": number,
            "media": [-9.0, -9.0, 309.0, 409.0],
            "trim": [0.0, 0.0, 300.0, 400.0],
            "bleed": [-9.0, -9.0, 309.0, 409.0],
            "rotate": 0,
            "folds": [40.0] if number == 1 else [],
        }
        for number in range(1, pages + 1)
    ]
    spec = {
        "name": "offset-coated",
        "title": "Offset",
        "standard": "PDF/X-4",
        "condition": "FOGRA39",
        "ink_limit": 300,
        "bleed": 3.0,
        "safe": 4.0,
    }
    plain: dict[str, Any] = {
        "path": "a/leaflet.pdf",
        "name": "leaflet.pdf",
        "bytes": 12345,
        "sha256": "0" * 64,
        "spec": spec,
        "passed": not counts["error"],
        "pages": pages,
        "counts": counts,
        "facts": {"greatest_ink": 287.25, "codes": [], "tagged": True},
        "findings": list(findings),
        "left_out": 0,
        "sheets": sheets,
    }
    return plain | changes


class Heard(HTMLParser):
    """Writes down the elements of a page, and whether they are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write down an element."""
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "image", "rect", "circle", "line"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last one."""
        if tag not in {"meta", "image", "rect", "circle", "line"}:
            assert self.open.pop() == tag


def heard(html: str) -> Heard:
    """Read a page; its elements must close in the order in which they opened."""
    parser = Heard()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


def png() -> bytes:
    """Give a small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (4, 5), "white").save(stream, "PNG")
    return stream.getvalue()


def test_a_finding_is_numbered_on_its_page_and_beside_it() -> None:
    """The same number, the message, and a link to what should hold."""
    html = page(
        [account(finding(), finding(message="blue", severity="warning", page=2))],
        [{"0": png(), "1": png()}],
    )

    assert html.count("<article") == 2
    assert re.search(r'<text [^>]*>1</text></g></svg>.*?class="number">1<', html, re.DOTALL)
    assert '<a href="#F301">F301</a> <bdi>red</bdi>' in html
    assert '<li id="F301"><strong>F301</strong> No red.' in html
    assert html.count("data:image/png;base64,") == 2
    assert "Nothing was found on page 3." in html


def test_what_says_the_same_has_one_number_and_all_its_places() -> None:
    """Fifty hairlines are one thing to mend."""
    many = [finding(rectangle=[x, 20.0, x + 5.0, 20.0]) for x in range(10, 60, 10)]

    html = page([account(*many)], [{}])

    assert html.count('class="number"') == 1
    assert html.count('<rect class="place error"') == 5
    assert "(5 places)" in html


def test_a_line_without_thickness_can_be_seen_on_the_page() -> None:
    """A rectangle without height or width would not be drawn."""
    html = page([account(finding(rectangle=[10.0, 20.0, 90.0, 20.0]))], [{}])

    sides = re.search(
        r'class="place error" x="\S+" y="\S+" width="(\S+)" height="(\S+)"', html
    )
    assert sides
    assert float(sides[1]) > 80
    assert float(sides[2]) > 1


def test_trim_bleed_safe_zone_and_folds_are_drawn() -> None:
    """In points as the page is shown: y downwards, the bleed around the trim."""
    html = page([account(finding())], [{}])

    assert '<rect class="trim" x="9.00" y="9.00" width="300.00" height="400.00"/>' in html
    assert '<rect class="bleed" x="0.00" y="0.00" width="318.00" height="418.00"/>' in html
    assert '<rect class="safe" x="20.34" y="20.34" width="277.32" height="377.32"/>' in html
    assert '<line class="fold" x1="122.39" y1="9.00" x2="122.39" y2="409.00"/>' in html


@pytest.mark.parametrize(
    ("rotate", "expected"),
    [
        (0, (10.0, 360.0, 20.0, 20.0)),
        (90, (20.0, 10.0, 20.0, 20.0)),
        (180, (270.0, 20.0, 20.0, 20.0)),
        (270, (360.0, 270.0, 20.0, 20.0)),
    ],
)
def test_a_page_that_is_turned_has_its_marks_turned_with_it(
    rotate: int, expected: tuple[float, ...]
) -> None:
    """Clockwise, as ISO 32000-1, 7.7.3.3 says of /Rotate."""
    view = View((0.0, 0.0, 300.0, 400.0), rotate)

    assert view.box((10.0, 20.0, 30.0, 40.0)) == expected
    assert view.size == ((400.0, 300.0) if rotate % 180 else (300.0, 400.0))


def test_nothing_that_a_file_says_becomes_part_of_the_page() -> None:
    """Names, messages, facts: all is escaped, and no element is added."""
    calm = account(finding(), facts={"producer": "x"})
    evil = account(
        finding(message=EVIL, hint=EVIL, title=EVIL, basis=EVIL, code=EVIL),
        name=EVIL,
        path=EVIL,
        facts={EVIL: EVIL, "a": [EVIL, {EVIL: EVIL}]},
    )

    html = page([evil], [{"0": b"<svg onload=alert(1)>"}])

    found = heard(html)
    known = {tag for tag, _ in heard(page([calm], [{}])).tags} | {"p", "dt", "dd"}
    assert {tag for tag, _ in found.tags} <= known
    assert not [
        name for _, attributes in found.tags for name in attributes if name[:2] == "on"
    ]
    assert "base64" not in html


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    """Its policy forbids all but its own style and the pictures in it."""
    html = page([account(finding())], [{"0": png()}])

    tags = heard(html).tags
    policy = [a["content"] for tag, a in tags if a.get("http-equiv")]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert {tag for tag, _ in tags}.isdisjoint(
        {"script", "link", "iframe", "object", "base"}
    )
    assert not re.findall(r"(?:src|href)=\"(?!#|data:image/)", html)
    assert "url(" not in html


def test_the_page_can_be_heard() -> None:
    """A language, landmarks, headings in order, and words for every drawing."""
    two = [account(finding()), account(finding(page=None, rectangle=None), name="b.pdf")]

    tags = heard(page(two, [{"0": png()}, {}])).tags

    assert ("html", {"lang": "en"}) in tags
    assert {"header", "main", "footer", "nav"} <= {tag for tag, _ in tags}
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    drawn = [a for tag, a in tags if tag == "svg"]
    assert all(a.get("aria-label") or a.get("aria-hidden") for a in drawn)


def test_a_file_that_cannot_be_read_has_its_reason_on_the_page() -> None:
    """The others are shown all the same."""
    error = {"message": "the file is empty", "hint": "it may not have been sent whole"}
    unread = {"path": "b.pdf", "name": "b.pdf", "error": error}

    html = page([account(finding()), unread], [{}, {}])

    assert "<bdi>the file is empty</bdi>. it may not have been sent whole." in html
    assert verdict(unread) == "cannot be read"
    assert 'href="#file-2"' in html


def test_a_file_with_many_pages_is_not_drawn_whole() -> None:
    """The rest is listed; a report can still be sent."""
    many = account(*[finding(page=number) for number in range(1, 201)], pages=200)

    assert drawn_pages(many) == tuple(range(MOST_DRAWN))
    html = page([many], [{}])
    assert html.count("<figure>") == MOST_DRAWN
    assert html.count("<article") == 200


def test_a_page_where_nothing_was_found_is_small() -> None:
    """It says so, and draws nothing."""
    html = page([account()], [{}])

    assert "Nothing was found on any page." in html
    assert "<figure" not in html
    assert len(html) < 10_000


def test_too_many_places_do_not_swell_the_page() -> None:
    """A page of ten thousand faults is drawn with some of them."""
    places = tuple([float(x), 1.0, x + 1.0, 2.0] for x in range(10_000))
    sheet = account()["sheets"][0]

    drawn = drawing(
        sheet, b"", [Mark(number=1, severity="error", places=places)], safe=4.0, label="x"
    )

    assert drawn.count('class="place') == 300


def test_ranges_are_said_as_people_say_them() -> None:
    """Neighbours are put together."""
    assert ranges([1, 4, 5, 6, 8]) == "1, 4–6, 8"
