"""`leaflets doctor`: what is there, what is missing, and the command that mends it."""

from __future__ import annotations

import ctypes
import json
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from leaflets.build import machine
from leaflets.cli import doctor
from leaflets.cli.main import group
from leaflets.errors import RenderError

LOCALE = """\
tag: fr
name: français
english: French
direction: ltr
script: Latn
fonts: [Noto Sans]
plural_forms: "nplurals=2; plural=(n > 1);"
"""


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """Make a project with one language and nothing to read."""
    (tmp_path / "content/leaflets").mkdir(parents=True)
    (tmp_path / "locales/fr").mkdir(parents=True)
    (tmp_path / "locales/fr/locale.yaml").write_text(LOCALE)
    return tmp_path


def ask(folder: Path, *options: str) -> Result:
    """Run the doctor on a project."""
    return CliRunner().invoke(group, ["--project", str(folder), "doctor", *options])


def parts_of(result: Result) -> dict[str, dict[str, Any]]:
    """Parts that the doctor named, by name."""
    parts: list[dict[str, Any]] = json.loads(result.stdout)["parts"]
    return {part["name"]: part for part in parts}


def test_the_doctor_names_every_part_with_its_version(small_project: Path) -> None:
    """Engine, libraries and fonts are there on the machine that runs the tests."""
    result = ask(small_project, "--json")

    assert result.exit_code == 0, result.output
    parts = parts_of(result)
    assert parts["weasyprint"]["version"] == "70.0"
    assert parts["pango"]["version"].startswith("1.")
    assert parts["Noto Sans"]["kind"] == "font"
    assert not [name for name, part in parts.items() if part["needed"] and part["missing"]]


def test_the_doctor_shows_the_fingerprint_of_the_builds(small_project: Path) -> None:
    """The same digest stands in the table and in the JSON, with what it is made of."""
    said = json.loads(ask(small_project, "--json").stdout)
    table = ask(small_project).stdout

    assert len(said["fingerprint"]) == 64
    assert said["fingerprint"] in table
    assert said["toolchain"]["fonts"] in table


def test_the_doctor_names_the_package_of_a_missing_font(small_project: Path) -> None:
    """The doctor ends with 1 and gives the command, in the table and in the JSON."""
    path = small_project / "locales/fr/locale.yaml"
    path.write_text(LOCALE.replace("Noto Sans", "Noto Sans Nowhere"))

    result = ask(small_project)

    assert result.exit_code == 1
    assert "Noto Sans Nowhere" in result.stdout
    assert "mend: apt-get install fonts-noto-core" in result.stdout
    assert parts_of(ask(small_project, "--json"))["Noto Sans Nowhere"]["missing"]


def test_the_doctor_names_the_package_of_a_missing_library(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that cannot be loaded has the package that brings it beside it."""
    real = ctypes.CDLL

    def load(name: str, *rest: Any, **more: Any) -> ctypes.CDLL:
        if name and name.startswith("libpangoft2"):
            raise OSError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(ctypes, "CDLL", load)

    result = ask(small_project, "--json")

    assert result.exit_code == 1
    assert parts_of(result)["pangoft2"]["mend"] == "apt-get install libpangoft2-1.0-0"


def test_another_engine_than_the_measured_one_is_not_well(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine is pinned exactly; a newer one counts as missing."""
    real = metadata.version
    monkeypatch.setattr(
        metadata, "version", lambda n: "70.1" if n == "weasyprint" else real(n)
    )

    result = ask(small_project)

    assert result.exit_code == 1
    assert "missing (found 70.1)   mend: make setup" in result.stdout


def test_a_missing_judge_does_not_make_a_machine_unwell(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What only tests and judges call is told, and nothing more."""
    monkeypatch.setattr(doctor, "TOOLS", (("qpdf", ("no-such-program",), "qpdf"),))

    result = ask(small_project, "--json")

    assert result.exit_code == 0
    assert parts_of(result)["qpdf"]["mend"] == "apt-get install qpdf"


def test_the_doctor_looks_at_a_machine_without_a_project(tmp_path: Path) -> None:
    """There are no fonts to look for, and no fingerprint; the rest is told."""
    result = ask(tmp_path, "--json")

    said = json.loads(result.stdout)
    assert result.exit_code == 0
    assert said["fingerprint"] == ""
    assert "no project" in said["problem"]
    assert "font" not in {part["kind"] for part in said["parts"]}


def test_a_library_that_does_not_answer_makes_a_machine_unwell(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever keeps the fingerprint from being told is said, with the way out."""

    def refuse(*_: object) -> dict[str, str]:
        raise RenderError("the library x is not installed", hint="apt-get install x")

    monkeypatch.setattr(machine, "toolchain", refuse)

    result = ask(small_project)

    assert result.exit_code == 1
    assert "not to be told, the library x is not installed" in result.stdout
    assert "hint: apt-get install x" in result.stdout


def test_the_doctor_names_print_specs_and_the_profile_that_is_missing(
    small_project: Path,
) -> None:
    """A shop's profile that has not come keeps nothing else from being built."""
    result = ask(small_project, "--json")

    assert result.exit_code == 0
    parts = parts_of(result)
    assert parts["offset-coated"]["kind"] == "spec"
    assert parts["offset-coated"]["version"] == "FOGRA39"
    assert parts["shop"]["missing"] is True
    assert "content/print/shop.icc" in parts["shop"]["mend"]
