"""What others made is named with its licence, and nothing names a person's machine."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

OURS = {".py", ".typed", ".yaml", ".html", ".css", ".json", ".md"}
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")


def test_every_file_by_others_is_named_in_the_notice(house: Path) -> None:
    """A file of the package that we did not write stands in NOTICE by name."""
    notice = (house / "NOTICE").read_text()

    unnamed = [
        str(path)
        for path in (house / "src").rglob("*.*")
        if path.is_file()
        and not any(part.startswith(".") or "cache" in part for part in path.parts[-4:])
        and path.suffix not in OURS
        and path.name not in notice
    ]

    assert not unnamed


def test_the_colour_profiles_are_unaltered(house: Path) -> None:
    """Their digests are those that NOTICE gives."""
    stated = dict(
        reversed(match)
        for match in re.findall(
            r"^ +([0-9a-f]{64})  (\S+\.icc)$", (house / "NOTICE").read_text(), re.MULTILINE
        )
    )
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (house / "src/leaflets/pdf/icc").glob("*.icc")
    }

    assert found == stated
    assert found


def test_every_licence_that_the_notice_points_to_is_there(house: Path) -> None:
    """The texts of the licences come with the repository."""
    notice = (house / "NOTICE").read_text()

    pointed = set(re.findall(r"LICENSES/\S+\.txt", notice))

    assert pointed == {f"LICENSES/{path.name}" for path in (house / "LICENSES").iterdir()}


def test_no_file_names_a_machine(house: Path) -> None:
    """Paths of the machine that something was written on stay out of the repository."""
    kinds = (
        ".py",
        ".toml",
        ".md",
        ".yaml",
        ".json",
        ".html",
        ".css",
        ".sh",
        ".lock",
        ".po",
    )
    looked = [
        path
        for folder in (
            "src",
            "tests",
            "setup",
            "content",
            "locales",
            "templates",
            "docs",
            ".ci",
        )
        for path in (house / folder).rglob("*")
        if path.suffix in kinds and path.is_file()
    ]
    looked += [path for path in house.iterdir() if path.is_file() and path.suffix in kinds]
    assert len(looked) > 50

    telling = [str(path) for path in looked if MACHINE.search(path.read_text())]

    assert not telling
