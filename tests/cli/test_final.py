"""From a closed gate to a final leaflet, with real pages, on the invented project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leaflets.cli.main import run


def build(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """Build the tea leaflet for the web in a process of its own; give what JSON says."""
    capsys.readouterr()
    where = ["--project", str(root), "build", "tea", "--format", "web", "--jobs", "1"]
    code = run([*where, "--json", *words])
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert said["exit_code"] == code
    return said


def sign(root: Path, role: str, by: str) -> int:
    """Sign the English original."""
    where = ["--project", str(root), "sign", "tea", "--role", role, "--by", by]
    return run([*where, "--date", "2026-03-01"])


@pytest.mark.slow
def test_a_final_leaves_when_everyone_has_signed_and_not_before(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One signature missing, or one word changed since, closes the gate."""
    english = ["--locale", "en", "--imprint", "tea-room"]
    draft = build(own_tea, capsys, *english)
    assert [made["draft"] for made in draft["artifacts"]] == [True]

    refused = build(own_tea, capsys, *english, "--final")
    assert refused["exit_code"] == 5
    assert "no sign-off by 'author'" in refused["failed"][0]["message"]
    assert sign(own_tea, "author", "Ada") == 0
    refused = build(own_tea, capsys, *english, "--final")
    assert "author" not in refused["failed"][0]["message"]
    assert "no sign-off by 'clinical'" in refused["failed"][0]["message"]

    assert sign(own_tea, "clinical", "Grace") == 0
    final = build(own_tea, capsys, *english, "--final")
    assert final["exit_code"] == 0
    (made,) = final["artifacts"]
    assert made["draft"] is False
    assert made["path"] == "tea/en/tea-room/tea.en.web.html"
    assert (own_tea / "output" / made["path"]).is_file()

    leaflet = own_tea / "content/leaflets/tea.yaml"
    leaflet.write_text(leaflet.read_text().replace("Heat the water.", "Heat some water."))
    refused = build(own_tea, capsys, *english, "--final")
    assert refused["exit_code"] == 5
    assert "is stale" in refused["failed"][0]["message"]
    assert not (own_tea / "output" / made["path"]).exists()


@pytest.mark.slow
def test_a_demonstration_never_leaves_as_a_final(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever has signed."""
    sign(own_tea, "author", "Ada")
    sign(own_tea, "clinical", "Grace")

    refused = build(own_tea, capsys, "--locale", "en", "--imprint", "show", "--final")

    assert refused["exit_code"] == 5
    assert "demonstration" in refused["failed"][0]["message"]
