"""The status board: one state for every message, and exactly the messages to redo."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

from leaflets.build import signing
from leaflets.build.board import board
from leaflets.build.boardpage import page
from leaflets.build.cells import STATES, Cell
from leaflets.build.plan import survey
from leaflets.catalogs import store
from leaflets.catalogs.catalog import Entry
from leaflets.content import library
from leaflets.content.project import Project

Change = Callable[[str, str, str], Path]


def cell(root: Path, tag: str = "pl", name: str = "tea") -> Cell:
    """Give one cell of the board."""
    return board(Project.at(root), leaflets=[name], tags=[tag])[0]


def edit(root: Path, change: Callable[[Entry], Entry], tag: str = "pl") -> None:
    """Change every entry of a catalog."""
    shelf = library.read(Project.at(root))
    path = shelf.project.catalog(tag, "tea")
    held = store.read(path, path.name, shelf.locales[tag])
    entries = {key: change(entry) for key, entry in held.entries.items()}
    store.write(path, dataclasses.replace(held, entries=MappingProxyType(entries)))


def sign(root: Path, role: str, by: str, tag: str = "pl") -> None:
    """Let an invented person sign."""
    shelf = signing.open_library(Project.at(root))
    text = signing.before(shelf, "tea", tag)
    signing.sign(shelf, text, role=role, by=by, date="2026-01-05")


def test_every_message_has_exactly_one_state(own_tea: Path) -> None:
    """Their numbers add up to the messages of the leaflet."""
    for each in board(Project.at(own_tea)):
        assert sum(each.counts[state] for state in STATES) == each.messages > 0


def test_a_person_moves_a_message_from_translated_over_reviewed_to_signed(
    own_tea: Path,
) -> None:
    """The translator's name alone is not enough."""
    edit(own_tea, lambda entry: dataclasses.replace(entry, machine=False))
    before = cell(own_tea)
    assert before.counts["translated"] == before.messages
    sign(own_tea, "translator", "Tea Taster")
    assert cell(own_tea).counts["reviewed"] == before.messages
    sign(own_tea, "reviser", "Cup Reader")
    assert cell(own_tea).counts["signed"] == before.messages


def test_one_changed_word_downgrades_one_message(own_tea: Path) -> None:
    """In whatever tool it was changed: the digests of the ledger no longer fit."""
    sign(own_tea, "translator", "Tea Taster")
    sign(own_tea, "reviser", "Cup Reader")
    whole = cell(own_tea).messages

    def touch(entry: Entry) -> Entry:
        forms = (f"{entry.forms[0]} Tak.",) if entry.key == "tea.purpose" else entry.forms
        return dataclasses.replace(entry, forms=forms)

    edit(own_tea, touch)
    assert cell(own_tea).counts["signed"] == whole - 1


def test_the_work_list_holds_exactly_what_is_not_printed(
    own_tea: Path, change: Change
) -> None:
    """With the words that it was made for, and its risk."""
    assert cell(own_tea).work == ()
    shelf = library.read(Project.at(own_tea))
    old = shelf.leaflets["tea"].title.words
    change("content/leaflets/tea.yaml", old, f"{old} now")
    line, *others = cell(own_tea).work
    assert not others
    assert (line.key, line.state) == ("tea.title", "stale")
    assert line.previous == old
    assert line.original == f"{old} now"
    assert cell(own_tea).words == len(line.original.split())


def test_what_is_remembered_is_what_is_worked_out(own_tea: Path) -> None:
    """Cell by cell, after a round to the cache and back; damage is worked out anew."""
    project = Project.at(own_tea)
    first = board(project)
    assert board(project) == first
    for path in (project.output / ".cache" / "desk").glob("*.json"):
        path.write_text('{"key": 7, "cell": [')
    assert board(project) == first


def test_a_changed_catalog_is_not_remembered(own_tea: Path) -> None:
    """Nor a changed fact."""
    assert cell(own_tea).counts["missing"] == 0
    edit(own_tea, lambda entry: dataclasses.replace(entry, forms=("",) * len(entry.forms)))
    after = cell(own_tea)
    assert after.counts["missing"] == after.messages


def test_a_language_that_is_not_begun_is_on_the_page_only(own_tea: Path) -> None:
    """All its messages are missing."""
    project = Project.at(own_tea)
    assert not board(project, leaflets=["tea"], tags=["ur"])
    (found,) = board(project, leaflets=["tea"], tags=["ur"], begun_only=False)
    assert not found.begun
    assert found.counts == {"missing": found.messages}


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.append(tag)
        self.links += [held["href"] or ""] if "href" in held else []
        self.names += [held["id"] or ""] if "id" in held else []


def test_the_page_is_whole_and_says_nothing_as_markup(own_tea: Path) -> None:
    """Hostile words of a catalog stay words; every link leads to a list on the page."""
    edit(
        own_tea,
        lambda entry: dataclasses.replace(
            entry, forms=("<script>alert(1)</script>",) * len(entry.forms)
        ),
    )
    project = Project.at(own_tea)
    text = page(project, survey(project), board(project, begun_only=False))
    seen = _Seen()
    seen.feed(text)
    assert "script" not in seen.tags
    assert "&lt;script&gt;" in text
    assert seen.links
    assert {link.removeprefix("#") for link in seen.links} <= set(seen.names)
    assert "http://" not in text
    assert "https://" not in text


def test_a_cell_is_plain_data(own_tea: Path) -> None:
    """Whole in JSON."""
    data = json.loads(json.dumps(cell(own_tea).as_data()))
    assert data["messages"] == sum(data[state] for state in STATES)


def test_a_file_that_cannot_be_used_is_on_the_page(own_tea: Path) -> None:
    """Every message of it is translated, and none can be printed."""
    path = Project.at(own_tea).catalog("pl", "tea")
    text = path.read_text()
    start = text.index('msgctxt "tea.title"')
    again = text[start : text.index("\n\n", start)]
    path.write_text(f"{text}\n{again}\n")

    found = cell(own_tea)

    assert [finding.code for finding in found.broken] == ["T103"]
    assert found.work == ()
    shown = page(Project.at(own_tea), survey(Project.at(own_tea)), [found])
    assert "stands twice" in shown
    assert "file cannot be used" in shown
