"""Each check has an example that fails it, and the clean project fails none."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from leaflets.checks.base import CHECKS, run
from leaflets.content import library
from leaflets.content.project import Project
from leaflets.content.starting import TO_WRITE
from leaflets.findings import Severity

LEAFLET = "content/leaflets/tea.yaml"
FACTS = "content/facts/tea.yaml"
CLAIMS = "content/claims/tea.yaml"
SOURCES = "content/sources/sources.json"
ROOM = "content/imprints/tea-room.yaml"
LOGO = "content/imprints/tea-room.svg"
SHOW = "content/imprints/show.yaml"

TITLED = (
    '"title": "Invented study of spilled tea",\n    '
    '"container-title": "Journal of Invented Results",'
)
EXTRA = "  T-0: {statement: x, certainty: high, reason: x, sources: [SPILL-2020]}\n"

EXAMPLES = {
    "C201": (LEAFLET, 'items: ["a pot that holds {leaves}', 'items: ["a pot that holds {leafs}'),
    "C202": (LEAFLET, "code {ticket}.", "code {ticket.count}."),
    "C203": (LEAFLET, "we are not sure [@T-2].", "we are not sure [@T-9]."),
    "C204": (LEAFLET, "[our page](page)", "[our page](brew)"),
    "C301": (LEAFLET, "Heat the water.", "Heat <b>the</b> water."),
    "C302": (LEAFLET, "Heat the water.", "Heat the\u202ewater."),
    "C303": (LEAFLET, "Heat the water.", "Heat 2 pots."),
    "C304": (LEAFLET, "Heat the water., ", '"Heat the {Water.", '),
    "C305": (LEAFLET, "About {spilled} cups are spilled, and {kept}", "About {spilled} {kept}"),
    "C306": (SOURCES, "Invented trial of", "Invented \u202etrial of"),
    "C401": (LEAFLET, "id: things", "id: steps"),
    "C402": (LEAFLET, "certainty: [T-1, T-2]", "certainty: [T-1, X-9]"),
    "C403": (LEAFLET, "fact: spilled\n        caption", "fact: share\n        caption"),
    "C404": (FACTS, "value: 9, of: 100", "value: 9, of: 1000"),
    "C405": (LEAFLET, "count: cups", "count: brew"),
    "C406": (LEAFLET, "review: 2028-02-01", "review: 2038-02-01"),
    "C407": (LEAFLET, "kind: key-points", "kind: list"),
    "C410": (LEAFLET, "A small plate under a cup.", f"{TO_WRITE} a small plate"),
    "C409": (LEAFLET, "original: en", "original: de"),
    "C501": (ROOM, "tea-room.svg", "../../elsewhere.svg"),
    "C502": (ROOM, "020 7946 0321", "999"),
    "C504": (ROOM, "Invented tea room", "Invented {tea} room"),
    "C503": (SHOW, "020 7946 0999", "020 8123 4567"),
    "E201": (CLAIMS, "sources: [SPILL-2020]", "sources: [SPILL-2021]"),
    "E202": (CLAIMS, "sources: [SPILL-2020]", "sources: []"),
    "E203": (FACTS, "says: cups that are spilled, claim: T-1", "says: cups that are spilled"),
    "E204": (SOURCES, TITLED, '"publisher": "Nobody",'),
    "E205": (SOURCES, '"URL": "https://example.org/spill"', '"volume": "1"'),
    "E207": (FACTS, "stays in it, claim: T-1", "stays in it, claim: X-2"),
    "E206": (CLAIMS, "claims:\n", f"claims:\n{EXTRA}"),
}  # fmt: skip


def _codes(root: Path) -> dict[str, str]:
    found = run(library.read(Project.at(root)))
    return {finding.code: str(finding) for finding in found}


def test_a_clean_project_has_no_finding(tea: Path) -> None:
    """The tests' project passes every check; a remark may be made."""
    found = run(library.read(Project.at(tea)))
    assert [str(f) for f in found if f.severity is not Severity.INFO] == []


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_an_example_fails_its_check(code: str, change: Callable[..., Path]) -> None:
    """A project with one mistake has the finding of that mistake, with its file."""
    name, old, new = EXAMPLES[code]
    found = _codes(change(name, old, new))
    assert code in found
    assert found[code].startswith("content/")


def test_a_leaflet_without_a_warning_box_is_found(own_tea: Path) -> None:
    """A leaflet must say when to get help."""
    path = own_tea / LEAFLET
    text = path.read_text(encoding="utf-8")
    start, end = text.index("      - kind: warning"), text.index("      - kind: paragraph")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert "C408" in _codes(own_tea)


@pytest.mark.parametrize(
    ("address", "invented"),
    [
        ("https://example.org/tea", True),
        ("https://room.example/", True),
        ("https://tea-room.org/leaflets", False),
        ("https://notexample.org/", False),
    ],
)
def test_the_page_of_an_invented_clinic_is_invented(
    address: str, invented: bool, change: Callable[..., Path]
) -> None:
    """A demonstration leads nobody to a page that may be somebody's."""
    project = change(
        SHOW, "demonstration: true", f"demonstration: true\nleaflets: {address}"
    )
    assert ("C503" in _codes(project)) is not invented


def test_every_check_has_an_example() -> None:
    """A check without an example could be one that cannot fail."""
    assert set(CHECKS) == set(EXAMPLES) | {"C408", "C601"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("imprint.html", "<p>Drink ten cups</p>"),
        ("blocks/list.html", '{{ "Drink ten cups" }}'),
        ("evidence.html", '<img alt="Drink ten cups">'),
        ("bilingual.html", "{% if locale %}Drink ten cups{% endif %}"),
        ("styles/base.css", 'h1::after { content: "Drink ten cups"; }'),
    ],
)
def test_words_typed_into_a_template_are_found(
    name: str, words: str, own_tea: Path
) -> None:
    """They would print in one language everywhere, and nobody would have signed them."""
    path = own_tea / "templates" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, words]) + "\n", encoding="utf-8")
    found = _codes(own_tea)["C601"]
    assert found.startswith(f"templates/{name}:{len(lines) + 1}: ")
    assert "'Drink ten cups'" in found


@pytest.mark.parametrize(
    "svg",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="https://example.org/a#b"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(http://example.org/x)"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><style>@import "x.css";</style></svg>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "not a picture at all",
        (
            '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>'
            '<svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_picture_that_does_more_than_draw_is_refused(
    svg: str, encoding: str, own_tea: Path
) -> None:
    """A logo holds shapes: no script, no address, no entity."""
    (own_tea / LOGO).write_text(svg, encoding=encoding)
    assert "C501" in _codes(own_tea)


@pytest.mark.parametrize("number", ["15", "061", "1122", "0112", "+44 999", "1 1 2"])
def test_no_short_number_is_a_clinic_s(number: str, change: Callable[..., Path]) -> None:
    """Emergency numbers of any country come from the leaflet, never from a clinic."""
    assert "C502" in _codes(change(ROOM, "020 7946 0321", number))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Invented tea room", "Emergency 999", "C502"),
        ("Invented tea room", '"Tea \\u202E room"', "C504"),
        ("1 Test Street", '"1 \\u200B Test"', "C504"),
    ],
)
def test_words_of_an_imprint_are_looked_at(
    old: str, new: str, code: str, change: Callable[..., Path]
) -> None:
    """A name is printed as it is, so it hides nothing and sends nobody elsewhere."""
    assert code in _codes(change(ROOM, old, new))


@pytest.mark.parametrize("side", [5000, 20_000])
def test_a_logo_with_too_many_pixels_is_refused(side: int, own_tea: Path) -> None:
    """A small file can hold a very large picture."""
    written = io.BytesIO()
    Image.new("1", (side, side)).save(written, "PNG")
    (own_tea / LOGO).write_bytes(written.getvalue())
    assert len(written.getvalue()) < 512 * 1024
    assert "C501" in _codes(own_tea)


def test_a_broken_picture_is_refused_in_every_format(own_tea: Path) -> None:
    """A browser would show an empty frame, where the engine refuses it."""
    (own_tea / LOGO).write_bytes(b"\x89PNG\r\n\x1a\n" + b"nothing")
    assert "broken picture" in _codes(own_tea)["C501"]


def test_a_logo_that_is_too_large_is_refused(own_tea: Path) -> None:
    """A logo has a greatest size, so that a build has one too."""
    (own_tea / LOGO).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(600 * 1024))
    assert "larger than" in _codes(own_tea)["C501"]
