"""What is registered is whole: block kinds, formats, checks, commands, and the documents."""

from __future__ import annotations

import importlib
import re
import typing
from pathlib import Path

import pytest

from leaflets.checks.base import CHECKS
from leaflets.content import blockshapes
from leaflets.formats.base import FORMATS
from leaflets.model.blocks import KINDS
from leaflets.model.evidence import FORMS, Certainty
from leaflets.model.format import Format
from leaflets.registry import Registry


def test_a_kind_of_block_is_a_dataclass_a_shape_and_a_template(house: Path) -> None:
    """The three places where a kind of block is written agree."""
    union = typing.get_args(typing.get_args(blockshapes.AnyBlock)[0])
    shapes = {shape.model_fields["kind"].annotation.__args__[0] for shape in union}
    templates = {path.stem for path in (house / "templates" / "blocks").glob("*.html")}
    kinds = {kind.kind for kind in KINDS}
    assert kinds == shapes
    assert kinds <= templates


def test_the_specimen_uses_every_kind_of_block(house: Path) -> None:
    """What can be set is looked at in one place."""
    text = (house / "content/leaflets/specimen.yaml").read_text(encoding="utf-8")
    assert {kind.kind for kind in KINDS} <= set(re.findall(r"kind: ([a-z-]+)", text))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_keeps_what_every_format_promises(name: str) -> None:
    """Body type of 12 pt or more, 11 if folded; a form of the evidence; roles that sign."""
    form: Format = FORMATS[name]
    assert form.name == name
    assert form.text >= (11 if form.panels else 12)
    assert form.evidence in FORMS
    assert {"author", "clinical"} <= set(form.gate)
    assert {"translator", "reviser"} <= set(form.gate_translated)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_is_one_file(name: str, house: Path) -> None:
    """A newcomer finds a format by its name."""
    assert (house / "src/leaflets/formats" / f"{name.replace('-', '_')}.py").is_file()


def test_only_a_folded_format_may_carry_the_short_evidence_section() -> None:
    """The short form is for small formats only, which say so in their names."""
    short = [name for name, form in FORMATS.items() if form.evidence == "short"]
    assert all("fold" in name and FORMATS[name].panels for name in short)


def test_every_certainty_has_its_words() -> None:
    """Each level has a label for a table and a sentence for the evidence section."""
    phrases = importlib.import_module("leaflets.catalogs.phrases").phrases()
    for level in Certainty:
        assert f"certainty.{level.value}.label" in phrases
        assert f"certainty.{level.value}.group" in phrases


def test_every_part_of_the_evidence_section_has_a_heading() -> None:
    """Both fixed forms print a heading over each part."""
    phrases = importlib.import_module("leaflets.catalogs.phrases").phrases()
    assert all(f"evidence.{part}" in phrases for form in FORMS.values() for part in form)


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_a_check_has_a_title_that_is_a_sentence(code: str) -> None:
    """The first line of a check's docstring says what holds."""
    title = CHECKS[code].title
    assert title.endswith(".")
    assert title[0].isupper()


def test_every_module_that_the_architecture_names_exists(house: Path) -> None:
    """Prose that names a module is held to it."""
    text = (house / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(leaflets\.[a-z_.]+)`", text))
    assert len(named) > 10
    for name in sorted(named):
        importlib.import_module(name)


def test_every_file_that_the_documents_name_exists(house: Path) -> None:
    """A link in README, ARCHITECTURE or CONTRIBUTING leads somewhere."""
    for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
        text = (house / name).read_text(encoding="utf-8")
        for link in re.findall(r'(?:\]\(|src=")([^)"#:]+)[)"]', text):
            assert (house / link).exists(), f"{name} leads to {link}"


def test_half_a_registry_never_passes_for_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be imported stops whoever asks, every time, in every way."""
    package = tmp_path / "odd_things"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "a.py").touch()
    (package / "b.py").write_text("raise TypeError('broken')\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    things: Registry[int] = Registry("thing", "odd_things")
    things.add("one", 1)
    for _ in range(2):
        with pytest.raises(TypeError, match="broken"):
            tuple(things.values())
        with pytest.raises(TypeError, match="broken"):
            len(things)
