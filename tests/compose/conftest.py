"""What the tests of composing share."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets.build.workshop import Workshop


@pytest.fixture(scope="session")
def tearoom(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project, to bind editions and fill templates."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))
