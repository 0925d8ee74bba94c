"""Broken files, and files made to do harm, end in words: in bounded time and memory."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.pdf.preflight.hostile import BROKEN, READABLE, cut, sane
from tests.pdf.preflight.rawpdf import raw, stream

from leaflets.build import guarded
from leaflets.build.guarded import Bounds, Stopped
from leaflets.build.watched import Spent
from leaflets.build.preflightpage import page
from leaflets.cli.main import run
from leaflets.errors import LeafletsError, RenderError
from leaflets.pdf.impose.asked import Asked, impose
from leaflets.pdf.preflight.account import account
from leaflets.pdf.preflight.pagepictures import pictures
from leaflets.pdf.printspec import COATED

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/schema/preflight.schema.json").read_text()
)
BOUNDS = Bounds(seconds=30, patience=240, megabytes=2048)
MEMORY = 2100
"""Megabytes that reading any of them may hold at a time."""

BOUNDED = re.compile(r"took more than \d+ s|more than \d+ MB of memory")

COSTLY = {
    "a bomb in a bomb",
    "a bomb of a font",
    "a bomb of a packet",
    "a bomb of a profile",
    "a bomb of an image",
    "a bomb of drawing",
    "a bomb of letters",
    "a function made of itself",
    "a million operators",
    "a million operators of type",
    "a path of a million points",
    "a pattern painted with itself",
    "an image of fax noise",
    "an output intent of a bomb",
    "forms that laugh",
    "objects in a bomb",
    "the same content twenty thousand times",
}
"""What takes seconds to make or to refuse."""

STOPPED = {
    "a bomb of a packet",
    "a function made of itself",
    "a million operators",
    "a million operators of type",
    "a pattern painted with itself",
    "forms that laugh",
    "the same content twenty thousand times",
}
"""What may be stopped by the bounds of the process instead of being answered."""


def each(names: dict[str, Any]) -> list[Any]:
    """Give the names to a test, the costly ones marked as slow."""
    slow = pytest.mark.slow
    return [pytest.param(name, marks=slow if name in COSTLY else ()) for name in names]


def within(function: Callable[..., Any], *arguments: object) -> Any:
    """Run something within the bounds, and look at what it used."""
    heard: list[Spent] = []
    try:
        return guarded.run(function, *arguments, bounds=BOUNDS, heard=heard.append)
    finally:
        assert heard[0].megabytes < MEMORY


def clear(error: LeafletsError) -> None:
    """Hold an error to what a person can use; nothing of a traceback."""
    assert error.message
    assert "not foreseen" not in error.hint, error.message
    assert "ended the process" not in error.message
    assert "Traceback" not in str(error)


def clear_or_stopped(error: LeafletsError) -> None:
    """Hold an error to what a person can use, or to have named the bound it met."""
    if not BOUNDED.search(str(error)):
        clear(error)


@pytest.mark.parametrize("name", each(BROKEN))
@pytest.mark.parametrize("way", ["preflight", "impose"])
def test_what_cannot_be_read_is_refused_with_its_reason(name: str, way: str) -> None:
    """By both commands that take a stranger's file, with the exit code of the room."""
    data = BROKEN[name]()

    call: tuple[Any, ...] = (account, data, COATED)
    if way == "impose":
        call = (impose, data, Asked(way="repeat"))
    with pytest.raises(RenderError) as caught:
        within(*call)

    clear(caught.value)


@pytest.mark.parametrize("name", each(READABLE))
def test_what_can_be_read_is_answered_however_hostile(name: str) -> None:
    """With findings, as the schema has them; or stopped by its bounds, and said so."""
    try:
        said = within(account, READABLE[name](), COATED, f"{name}.pdf")
    except RenderError as error:
        if name not in STOPPED or not BOUNDED.search(str(error)):
            raise
        return

    assert said["findings"]
    document = {"files": [{"path": name, **said}], "exit_code": 1}
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    json.dumps(document, allow_nan=False)


@pytest.mark.parametrize("name", each(READABLE))
def test_what_can_be_opened_is_laid_on_sheets_or_refused(name: str) -> None:
    """Imposing copies what it does not understand, and goes round in no circle."""
    try:
        made = within(impose, READABLE[name](), Asked(way="repeat"))
    except LeafletsError as error:
        clear_or_stopped(error)
    else:
        assert made["pdf"].startswith(b"%PDF-")


@pytest.mark.parametrize("name", each(READABLE))
def test_what_can_be_opened_is_drawn_or_left_out(name: str) -> None:
    """The report stands with or without the picture."""
    try:
        drawn = within(pictures, READABLE[name](), [0])
    except RenderError as error:
        clear_or_stopped(error)
        drawn = {}

    assert set(drawn) <= {"0"}
    assert all(len(picture) < 3_000_000 for picture in drawn.values())


@pytest.mark.parametrize("tenth", range(1, 20))
def test_a_file_that_was_cut_off_anywhere_is_refused(tenth: int) -> None:
    """No page that is missing is passed over in silence."""
    with pytest.raises(RenderError) as caught:
        within(account, cut(tenth / 20), COATED)

    clear(caught.value)


def test_one_byte_that_was_changed_never_ends_in_a_traceback() -> None:
    """Whatever byte it is, there is an answer or a reason."""
    whole = sane()
    for place in range(5, len(whole), 97):
        data = bytearray(whole)
        data[place] ^= 0x15
        try:
            said = account(bytes(data), COATED)
        except LeafletsError as error:
            clear(error)
        else:
            assert said["findings"]


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
