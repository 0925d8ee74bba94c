"""What is shipped passes its own checks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaflets.cli.main import run


def test_leaflets_check_finds_no_error(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither in content nor in a catalog; and it did look at them."""
    code = run(["--project", str(root), "check", "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [each for each in found if each["severity"] == "error"] == []
    assert code == 0
    assert any(each["path"].startswith("content/") for each in found)
    assert any(each["path"].startswith("locales/") for each in found)
