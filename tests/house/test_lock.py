"""The lock pins everything, names no host, and is in step with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^([a-z0-9-]+)==([^ ]+)(?: ; .+)? \\$")
DIGEST = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


@pytest.fixture(scope="session")
def lock(house: Path) -> tuple[str, ...]:
    """Lines of requirements.lock that are not comments."""
    text = (house / "requirements.lock").read_text()
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


@pytest.fixture(scope="session")
def asked(house: Path) -> tuple[Requirement, ...]:
    """Read what pyproject.toml asks for, to run and to develop."""
    project = tomllib.loads((house / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    return tuple(Requirement(line) for line in wanted)


def test_the_lock_holds_pins_and_digests_and_nothing_else(lock: tuple[str, ...]) -> None:
    """No option, no address, no package without an exact version and a digest."""
    assert len(lock) > 100
    for line, following in zip(lock, (*lock[1:], ""), strict=True):
        assert PIN.match(line) or DIGEST.match(line), line
        if PIN.match(line):
            assert DIGEST.match(following), f"no digest under {line}"


def test_the_lock_names_no_host(house: Path) -> None:
    """Where packages come from is the business of the machine."""
    text = (house / "requirements.lock").read_text()

    assert "://" not in text
    assert "index" not in text
    assert "find-links" not in text


def test_the_lock_satisfies_the_project(
    lock: tuple[str, ...], asked: tuple[Requirement, ...]
) -> None:
    """Every package that is asked for is pinned, to a version that will do."""
    pinned = {match[1]: match[2] for line in lock if (match := PIN.match(line))}

    for wanted in asked:
        name = canonicalize_name(wanted.name)
        assert name in pinned, f"run `make lock`: {name} is not pinned"
        assert wanted.specifier.contains(pinned[name], prereleases=True), name


def test_the_engine_is_pinned_exactly(asked: tuple[Requirement, ...]) -> None:
    """Whoever installs the project without the lock gets the measured engine too."""
    (engine,) = (wanted for wanted in asked if wanted.name == "weasyprint")

    assert str(engine.specifier) == "==70.0"
