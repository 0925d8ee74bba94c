"""A private set of fonts holds what was asked for, and nothing slips in beside it."""

from __future__ import annotations

import dataclasses
import os
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests.pdf.conftest import FAMILIES, Render

from leaflets.errors import RenderError
from leaflets.pdf import fonts


def _listed(fontset: fonts.FontSet) -> set[str]:
    done = subprocess.run(
        ["fc-list", "--format", "%{family}|%{weight}|%{slant}\n"],
        env={**os.environ, "FONTCONFIG_FILE": str(fontset.config_file)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split("\n")) - {""}


def test_a_font_set_knows_the_families_it_was_asked_for_and_no_other(
    fontset: fonts.FontSet,
) -> None:
    """Fontconfig, pointed at the set, lists these families only."""
    assert {line.split("|")[0] for line in _listed(fontset)} == set(FAMILIES)


def test_a_bold_that_says_it_is_regular_is_known_as_bold(fontset: fonts.FontSet) -> None:
    """Noto Nastaliq Urdu Bold claims the weight of regular; its style name is believed."""
    assert "Noto Nastaliq Urdu|200|0" in _listed(fontset)
    assert "Noto Nastaliq Urdu|80|0" in _listed(fontset)


def test_a_face_of_a_collection_stands_in_a_file_of_its_own(fontset: fonts.FontSet) -> None:
    """The simplified Chinese face is taken out of the collection of all regions."""
    face = fontset.face("Noto Sans CJK SC", 700)
    with TTFont(face.path) as font:
        assert font["name"].getDebugName(6) == "NotoSansCJKsc-Bold"
    assert face.index == 0


def test_a_missing_family_is_named_with_the_package_that_brings_it(tmp_path: Path) -> None:
    """Whoever meets the error can act on it."""
    with pytest.raises(
        RenderError, match="'Noto Sans Klingon' is not on this machine"
    ) as caught:
        fonts.collect(["Noto Sans", "Noto Sans Klingon"], tmp_path)
    assert caught.value.hint == "apt-get install fonts-noto-core"
    with pytest.raises(RenderError) as caught:
        fonts.collect(["Noto Sans CJK XX"], tmp_path)
    assert caught.value.hint == "apt-get install fonts-noto-cjk"


def test_a_set_is_the_same_wherever_its_folder_lies(tmp_path: Path) -> None:
    """The digest is of faces, not of paths."""
    here = fonts.collect(["Noto Sans"], tmp_path / "a")
    there = fonts.collect(["Noto Sans"], tmp_path / "b")
    assert here.digest == there.digest
    assert here.folder != there.folder


def test_a_face_that_was_lost_from_the_cache_is_put_back(tmp_path: Path) -> None:
    """A damaged cache mends itself."""
    before = fonts.collect(["Noto Sans"], tmp_path)
    before.files[0].path.unlink()
    after = fonts.collect(["Noto Sans"], tmp_path)
    assert after == before
    assert after.files[0].path.is_file()


def test_a_style_that_a_family_has_not_gives_the_nearest_face(
    fontset: fonts.FontSet,
) -> None:
    """Arabic has no italics: the upright face of the same weight stands for them."""
    face = fontset.face("Noto Naskh Arabic", 700, italic=True)
    assert (face.weight, face.italic) == (700, False)
    with pytest.raises(KeyError):
        fontset.face("Comic Sans")


def test_a_process_takes_one_set_of_fonts_only(
    render: Render, fontset: fonts.FontSet, tmp_path: Path
) -> None:
    """A second set would not be seen by what has already been read."""
    render("<p>Anything")
    fonts.install(dataclasses.replace(fontset, folder=tmp_path))
    with pytest.raises(RenderError, match="another set of fonts"):
        fonts.install(dataclasses.replace(fontset, files=fontset.files[:2]))


def test_a_script_without_a_font_in_the_set_is_not_set_in_a_font_of_the_machine(
    render: Render,
) -> None:
    """The machine has Tamil fonts, the set has none: the engine says that glyphs lack."""
    rendered = render("<p>தமிழ்")
    assert any(".notdef glyph" in note for note in rendered.notes)
