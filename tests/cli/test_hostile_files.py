"""Broken files, and files made to do harm, end in words: in bounded time and memory."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.pdf.preflight.hostile import READABLE, sane
from tests.pdf.preflight.hostileways import EVERYTHING, done
from tests.pdf.preflight.rawpdf import raw, stream

from leaflets.build import guarded
from leaflets.build.guarded import Bounds
from leaflets.build.preflightlook import look
from leaflets.build.preflightpage import page
from leaflets.build.watched import Spent
from leaflets.cli.main import run
from leaflets.errors import LeafletsError, RenderError
from leaflets.pdf.preflight.account import account
from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/schema/preflight.schema.json").read_text()
)
BOUNDS = Bounds(seconds=60, patience=280, megabytes=2048)
MEMORY = 2100
"""Megabytes that reading any of them may hold at a time."""

COSTLY = (
    "a bomb in a bomb",
    "a bomb of a font",
    "a bomb of a profile",
    "a bomb of an image",
    "a bomb of drawing",
    "a bomb of letters",
    "a million operators",
    "a million operators of type",
    "a path of a million points",
    "an image of fax noise",
    "an output intent of a bomb",
    "the same content twenty thousand times",
)
"""What takes seconds to refuse."""

UNDRAWN = ("a bomb of a packet", "forms that laugh")
"""What stops a process that draws it."""

PACKED = tuple(name for name in COSTLY if "bomb" in name or "noise" in name)
"""What is large when it is unpacked: of the others drawing has nothing to fear."""

CHEAP = tuple(name for name in READABLE if name not in {*COSTLY, *UNDRAWN})


def within(function: Callable[..., Any], *arguments: object) -> Any:
    """Run something within the bounds, and look at what it used."""
    heard: list[Spent] = []
    try:
        return guarded.run(function, *arguments, bounds=BOUNDS, heard=heard.append)
    finally:
        assert heard[0].megabytes < MEMORY


def unclear(words: str) -> str:
    """Say what of an error a person cannot use; empty if all is well."""
    strange = ("not foreseen", "ended the process", "Traceback", "<_io", "object at 0x")
    if not words:
        return "no words"
    return words if any(each in words for each in strange) else ""


def unanswered(name: str, said: Any) -> str:
    """Say what is wrong with an answer; empty if it can be published and says something."""
    document = {"files": [{"path": name, **said}], "exit_code": 1}
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(document)
    faults = [error.message for error in errors]
    if not said["findings"]:
        faults.append("nothing was found")
    faults += [unclear(each["message"]) for each in said["findings"]]
    json.dumps(document, allow_nan=False)
    return "; ".join(filter(None, faults))


@pytest.mark.parametrize("way", ["asked", "imposed"])
def test_what_cannot_be_read_is_refused_with_its_reason(way: str) -> None:
    """By both commands that take a stranger's file, with the exit code of the room.

    A file that was cut off anywhere is among them: no missing page is passed over.
    """
    names = [name for name in EVERYTHING if name not in READABLE]

    found = within(done, way, names)

    assert [name for name in names if found[name].get("error") != "RenderError"] == []
    assert [name for name in names if unclear(found[name]["words"])] == []


def test_a_file_of_too_many_pages_is_told_how_many_it_has() -> None:
    """However they are said: that it is damaged would send a person the wrong way."""
    names = ["ten thousand pages", "one page ten thousand times"]

    said = done("asked", names)

    assert ["10000 pages" in said[name]["words"] for name in names] == [True, True]


def test_what_can_be_read_is_answered_however_hostile() -> None:
    """With findings, as the schema has them."""
    found = within(done, "asked", CHEAP)

    faults = {
        name: fault
        for name, said in found.items()
        if (fault := said.get("words") or unanswered(name, said["value"]))
    }
    assert faults == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", COSTLY)
def test_what_costs_much_is_answered_within_the_bounds(name: str) -> None:
    """Each by itself: the bounds are those of one file."""
    said = within(account, READABLE[name](), COATED, f"{name}.pdf")

    assert unanswered(name, said) == ""


@pytest.mark.slow
@pytest.mark.parametrize("name", UNDRAWN)
def test_what_cannot_be_drawn_is_answered_all_the_same(name: str) -> None:
    """All but what only the eye can tell is asked, and it is said that it was not."""
    said, _ = look(READABLE[name](), COATED, f"{name}.pdf", Ordered())

    assert unanswered(name, said) == ""
    assert "F106" in {each["code"] for each in said["findings"]}


@pytest.mark.parametrize("names", [CHEAP, pytest.param(COSTLY, marks=pytest.mark.slow)])
def test_what_can_be_opened_is_laid_on_sheets_or_refused(names: list[str]) -> None:
    """Imposing copies what it does not understand, and goes round in no circle."""
    found = within(done, "imposed", names)

    faults = [
        name
        for name, said in found.items()
        if ("words" in said and unclear(said["words"]))
        or said.get("value", b"%PDF-") != b"%PDF-"
    ]
    assert faults == []


@pytest.mark.parametrize("names", [CHEAP, pytest.param(PACKED, marks=pytest.mark.slow)])
def test_what_can_be_opened_is_drawn_or_left_out(names: list[str]) -> None:
    """The report stands with or without the picture."""
    found = within(done, "drawn", names)

    faults = {
        name: said
        for name, said in found.items()
        if unclear(said.get("words", "none"))
        or not set(said.get("value", ())) <= {"0"}
        or sum(said.get("value", {}).values()) > 3_000_000
    }
    assert faults == {}


def test_one_byte_that_was_changed_never_ends_in_a_traceback() -> None:
    """Whatever byte it is, there is an answer or a reason."""
    whole = sane()
    said: list[str] = []
    for place in range(5, len(whole), 97):
        data = bytearray(whole)
        data[place] ^= 0x15
        try:
            said += [each["message"] for each in account(bytes(data), COATED)["findings"]]
        except LeafletsError as error:
            said.append(str(error))

    assert said
    assert [words for words in said if unclear(words)] == []


def test_many_pages_are_within_the_bounds() -> None:
    """A book is no leaflet, and no attack either: it is answered, and shown."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<<>>/Contents 3 0 R>>"
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 704))
    data = raw(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%b]/Count 700>>" % kids,
            stream(b"1 0 0 rg 50 50 100 100 re f"),
            *[leaf] * 700,
        ]
    )

    said = within(account, data, COATED)
    html = page([{"path": "book.pdf", **said}], [{}])

    assert said["pages"] == 700
    assert len(said["findings"]) <= 2000
    assert len(html) < 3_000_000


def test_no_kind_of_path_ends_in_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder, a pipe, a ring of links, a name that is too long: each is said."""
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "ring.pdf").symlink_to(tmp_path / "ring.pdf")
    (tmp_path / "empty.pdf").touch()
    names = ["pipe", "folder", "ring", "empty", "x" * 300]
    paths = [str(tmp_path / f"{name}.pdf") for name in names]

    code = run(["preflight", "--json", *paths])

    said = json.loads(capsys.readouterr().out)
    assert code == said["exit_code"] == RenderError.exit_code
    assert [one["error"]["message"] for one in said["files"]] == [
        "cannot be read: it is not a plain file",
        "cannot be read: it is a folder",
        "cannot be read: Too many levels of symbolic links",
        "the file is empty",
        "cannot be read: File name too long",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_is_not_ours_to_read_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason is the system's own."""
    path = tmp_path / "secret.pdf"
    path.write_bytes(sane())
    path.chmod(0)

    assert run(["preflight", str(path)]) == RenderError.exit_code
    assert "Permission denied" in capsys.readouterr().out
