"""poppler is a program beside us: it may be missing, another, slow, or find a file damaged."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from tests.pdf.conftest import Render
from tests.pdf.textlayer.readers import poppler as plain_poppler

from leaflets.errors import RenderError
from leaflets.pdf.textlayer import poppler

StandIn = Callable[[str], None]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """Let another program be found under the name of poppler's."""

    def put(script: str) -> None:
        program = tmp_path / poppler.PROGRAM
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
        poppler.version.cache_clear()

    yield put
    monkeypatch.undo()
    poppler.version.cache_clear()


def test_each_page_is_read_in_one_call(render: Render) -> None:
    """Form feeds divide the pages; one without words counts too."""
    body = "<p>One</p><p style='break-before: page'></p><p style='break-before: page'>3"
    assert [text.strip() for text in poppler.extract(render(body).pdf)] == ["One", "", "3"]


def test_the_words_do_not_hang_on_the_colour_space(render: Render, tmp_path: Path) -> None:
    """What is left out to save time changes no letter."""
    pdf = render("<h1>Key points</h1><p>“fine” <b>15 in 100</b></p>").pdf
    assert list(poppler.extract(pdf)) == plain_poppler(pdf, tmp_path)


def test_hidden_words_are_read_too(render: Render) -> None:
    """Text that nobody sees comes out, and so counts against a file."""
    pdf = add(render("<p>Seen</p>").pdf, b"BT 3 Tr /F 9 Tf 9 9 Td (unseen) Tj ET")
    assert "unseen" in poppler.extract(pdf)[0]


def add(pdf: bytes, content: bytes) -> bytes:
    """Add content in a font of the reader's own to the first page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
        )
        page.resources.Font.F = document.make_indirect(font)
        page.contents_add(document.make_stream(content))
        copy = io.BytesIO()
        document.save(copy)
        return copy.getvalue()


@pytest.mark.parametrize("damaged", [b"nothing", b"%PDF-1.7\n", b""])
def test_what_cannot_be_opened_is_an_error(damaged: bytes) -> None:
    """A file that is no file is refused, not read as empty."""
    with pytest.raises(RenderError, match="cannot be opened"):
        poppler.extract(damaged)


def test_a_machine_without_poppler_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is no fault of the file."""
    monkeypatch.setenv("PATH", str(tmp_path))
    poppler.version.cache_clear()
    with pytest.raises(poppler.Absent, match="is not on this machine"):
        poppler.extract(b"")
    poppler.version.cache_clear()


def test_another_program_of_the_name_is_not_asked(stand_in: StandIn) -> None:
    """Xpdf has a pdftotext that reads in another way."""
    stand_in("echo 'pdftotext version 4.04 [www.xpdfreader.com]' >&2")
    with pytest.raises(poppler.Absent, match="not poppler's"):
        poppler.version()


def test_the_version_is_told(stand_in: StandIn) -> None:
    """It is recorded beside what was read."""
    stand_in("echo 'pdftotext version 24.02.0, The Poppler Developers' >&2")
    assert poppler.version() == "24.02.0"


def test_a_reader_that_never_ends_is_stopped(
    stand_in: StandIn, render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build does not wait for ever."""
    pdf = render("<p>One</p>").pdf
    stand_in("[ \"$1\" = -v ] && echo 'pdftotext version 1.2 poppler' || exec sleep 60")
    poppler.version()
    monkeypatch.setattr(poppler, "PATIENCE", 0.1)
    with pytest.raises(RenderError, match="did not come to an end"):
        poppler.extract(pdf)


def test_a_complaint_is_handed_on(stand_in: StandIn, render: Render) -> None:
    """What it says of a file stands in the error."""
    pdf = render("<p>One</p>").pdf
    stand_in(
        "[ \"$1\" = -v ] && echo 'pdftotext version 1.2 poppler'"
        " || { echo 'Syntax Error: broken' >&2; exit 1; }"
    )
    with pytest.raises(RenderError, match="Syntax Error: broken"):
        poppler.extract(pdf)
