"""What is shipped passes its own checks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaflets.cli.main import run


def test_leaflets_check_finds_no_error(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in content nor in a catalog, on the day it was written; and it did look."""
    monkeypatch.setenv("LEAFLETS_TODAY", "2026-11-21")
    code = run(["--project", str(root), "check", "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [each for each in found if each["severity"] == "error"] == []
    assert code == 0
    assert any(each["path"].startswith("content/") for each in found)
    assert any(each["path"].startswith("locales/") for each in found)
