"""What the tests about the library look at: the content that this repository ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project


@pytest.fixture(scope="session")
def root() -> Path:
    """Folder of the repository, which is a project itself."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shelf(root: Path) -> Library:
    """Read all the content that is shipped."""
    return library.read(Project.at(root))
