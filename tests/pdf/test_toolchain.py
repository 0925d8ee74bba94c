"""The toolchain says what decides about bytes, without starting the engine."""

from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys

import pytest

from leaflets.errors import RenderError
from leaflets.pdf import toolchain
from leaflets.pdf.fonts import FontSet


def test_the_fingerprint_names_every_part_that_decides_about_bytes(
    fontset: FontSet,
) -> None:
    """Engine, shaping, font lookup and fonts, each with a version or digest."""
    found = toolchain.fingerprint(fontset)
    assert found["weasyprint"] == "70.0"
    assert found["fonts"] == fontset.digest
    assert found["harfbuzz-subset"] in {"yes", "no"}
    for library in ("pango", "harfbuzz", "fontconfig", "freetype", "fribidi", "zlib"):
        assert found[library][0].isdigit(), library


def test_other_fonts_are_another_toolchain(fontset: FontSet) -> None:
    """One face more or less changes the digest."""
    fewer = dataclasses.replace(fontset, files=fontset.files[1:])
    assert toolchain.digest(fewer) != toolchain.digest(fontset)
    assert toolchain.digest(fontset) == toolchain.digest(fontset)


def test_asking_for_the_fingerprint_does_not_start_the_engine(fontset: FontSet) -> None:
    """A plan is made by a process that renders nothing, and gets the same answer."""
    code = (
        "import pickle, sys; from leaflets.pdf import toolchain;"
        "print(toolchain.digest(pickle.load(sys.stdin.buffer)), 'weasyprint' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps(fontset),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().split() == [toolchain.digest(fontset), "False"]


def test_a_missing_library_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, fontset: FontSet
) -> None:
    """Whoever lacks it learns what to install."""
    monkeypatch.setattr(toolchain, "_loaded", lambda _: None)
    toolchain._machine.cache_clear()
    with pytest.raises(RenderError, match=r"libpango-1\.0\.so\.0") as caught:
        toolchain.fingerprint(fontset)
    assert caught.value.hint == "apt-get install libpango-1.0-0"
