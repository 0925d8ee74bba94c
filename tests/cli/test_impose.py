"""``leaflets impose``: what it writes, says and refuses."""

from __future__ import annotations

import errno
import io
import json
import os
from pathlib import Path

import pikepdf
import pytest
from tests.pdf.impose.paper import book, saved

from leaflets.cli.impose import BELONGS, command, measured
from leaflets.cli.main import run


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Give a file of eight A5 pages."""
    path = tmp_path / "pages.pdf"
    path.write_bytes(book(8, bleed=0))
    return path


def counted(path: Path) -> int:
    """Count the pages of a file."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_a_booklet_is_written_beside_its_pages(
    pages: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A word each about the sides, the edge to flip on and the side to staple on."""
    assert run(["impose", str(pages), "--as", "booklet"]) == 0

    said = capfd.readouterr().out
    made = pages.with_name("pages.booklet.pdf")
    assert str(made) in said
    assert "8 pages on 4 sides" in said
    assert "flip on the short edge, staple on the left" in said
    assert counted(made) == 4


def test_a_file_that_is_read_from_the_right_is_bound_there(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The file says so itself, and a person may say otherwise."""
    with pikepdf.open(io.BytesIO(book(4, bleed=0))) as pdf:
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(Direction=pikepdf.Name.R2L)
        data = saved(pdf)
    path = tmp_path / "right.pdf"
    path.write_bytes(data)

    assert run(["impose", str(path), "--as", "booklet"]) == 0
    assert "staple on the right" in capfd.readouterr().out
    assert run(["impose", str(path), "--as", "booklet", "--ltr"]) == 0
    assert "staple on the left" in capfd.readouterr().out


def test_copies_and_panels_are_laid_as_well(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each way has its own name, and JSON says what there is."""
    cards, panels = tmp_path / "cards.pdf", tmp_path / "panels.pdf"
    cards.write_bytes(book([(85, 55)] * 2))
    panels.write_bytes(book([(99, 210)] * 6))
    sheet = tmp_path / "out" / "sheet.pdf"

    words = ["--as", "repeat", "--across", "2", "--down", "4", "--output", str(sheet)]
    assert run(["impose", str(cards), *words, "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    assert said == {
        "path": str(sheet),
        "way": "repeat",
        "pages": 2,
        "sides": 2,
        "rtl": False,
    }
    assert (
        run(["impose", str(panels), "--as", "fold", "--fold", "z", "--marks", "full"]) == 0
    )
    assert "6 pages on 2 sides; the outside first" in capfd.readouterr().out
    assert counted(tmp_path / "panels.fold.pdf") == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "--as"),
        (["--as", "spiral"], "spiral"),
        (["--as", "booklet", "--across", "2"], "--across is of no use to --as booklet"),
        (["--as", "repeat", "--rtl"], "--rtl or --ltr is of no use to --as repeat"),
        (["--as", "fold", "--sheet", "A3"], "--sheet is of no use to --as fold"),
        (["--as", "booklet", "--sheet", "A0"], "320x450"),
        (["--as", "booklet", "--sheet", "1x1"], "320x450"),
        (["--as", "booklet", "--creep", "nan"], "no length"),
        (["--as", "booklet", "--printable", "-1"], "no length"),
        (["--as", "repeat", "--down", "0"], "0"),
    ],
)
def test_a_wrong_command_line_is_said(
    pages: Path, capfd: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    """An option that would not be heeded is a mistake, and not passed over."""
    assert run(["impose", str(pages), *words]) == 2
    assert says in capfd.readouterr().err
    assert [path.name for path in pages.parent.iterdir()] == ["pages.pdf"]


def test_the_pages_are_never_overwritten(
    pages: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not even by another way to say the same name."""
    before = pages.read_bytes()
    same = pages.parent / "." / "pages.pdf"

    assert run(["impose", str(pages), "--as", "booklet", "--output", str(same)]) == 2
    assert "overwrite" in capfd.readouterr().err
    assert pages.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("none.pdf", None, "cannot be read"),
        ("empty.pdf", b"", "empty"),
        ("text.pdf", b"hello", "not a PDF"),
        ("cut.pdf", book(4)[:900], "damaged"),
        ("five.pdf", book(5), "5 pages do not fill"),
        ("large.pdf", book([(210, 297)] * 4), "sheet of 420.0 × 297.0 mm"),
    ],
)
def test_a_file_that_cannot_be_laid_leaves_nothing_behind(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    name: str,
    data: bytes | None,
    says: str,
) -> None:
    """Exit 6, one clear error, no file."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)

    assert run(["impose", str(path), "--as", "booklet"]) == 6
    said = capfd.readouterr()
    assert says in said.err
    assert said.err.startswith(f"{path}: error ")
    assert "Traceback" not in said.err
    assert not list(tmp_path.glob("*.booklet.pdf"))


def test_a_name_that_cannot_be_written_is_an_error(
    pages: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A file where a folder should be."""
    under = pages / "sheets.pdf"

    assert run(["impose", str(pages), "--as", "booklet", "--output", str(under)]) == 6
    said = capfd.readouterr().err
    assert said.startswith(f"{under}: error cannot be written: {pages} is not a folder")
    assert "--output" in said


def test_a_full_disk_leaves_nothing_behind(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What does not fit is not there, under no name."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert run(["impose", str(pages), "--as", "booklet"]) == 6
    said = capfd.readouterr().err
    made = pages.with_name("pages.booklet.pdf")
    assert said.startswith(f"{made}: error cannot be written: No space left on device")
    assert [path.name for path in pages.parent.iterdir()] == ["pages.pdf"]


def test_a_pipe_or_a_device_is_not_replaced(
    pages: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What is no plain file stays what it is."""
    pipe = pages.with_name("pipe")
    os.mkfifo(pipe)

    assert run(["impose", str(pages), "--as", "booklet", "--output", str(pipe)]) == 6
    assert "it is not a plain file" in capfd.readouterr().err
    assert pipe.is_fifo()
    assert {path.name for path in pages.parent.iterdir()} == {"pages.pdf", "pipe"}


def test_every_option_that_belongs_to_a_way_exists() -> None:
    """The table of options names no other."""
    assert set(BELONGS) <= {param.name for param in command.params}


@pytest.mark.parametrize(
    ("sheet", "across", "size"),
    [
        ("A4", True, (297.0, 210.0)),
        ("sra3", False, (320.0, 450.0)),
        ("320x225", True, (320.0, 225.0)),
        ("215.9 × 279.4", False, (215.9, 279.4)),
    ],
)
def test_a_sheet_has_a_name_or_measures(
    sheet: str, across: bool, size: tuple[float, float]
) -> None:
    """One that is named lies across for a booklet; measures are taken as they are."""
    assert measured(sheet, across=across) == size
