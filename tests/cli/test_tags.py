"""``leaflets tags``: what a screen reader is told, for people to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pdf.preflight.good import good

from leaflets.cli.main import run


def test_a_file_that_is_no_pdf_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With one line that says so, and the exit code of what cannot be rendered."""
    path = tmp_path / "words.pdf"
    path.write_bytes(b"These are words.")
    assert run(["tags", str(path)]) == 6
    said = capsys.readouterr()
    assert "the tags of the file cannot be read" in said.err
    assert "0x" not in said.err
    assert said.out == ""


def test_a_file_without_tags_says_that_it_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An untagged file is not shown as one that says nothing."""
    path = tmp_path / "press.pdf"
    path.write_bytes(good())
    assert run(["tags", str(path)]) == 6
    assert "the file has no tags" in capsys.readouterr().err
