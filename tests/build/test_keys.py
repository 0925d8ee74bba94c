"""A key changes with everything that a page is made from, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.build.fakeproject import write

from leaflets.build.inputs import Inputs
from leaflets.build.keys import Keys, program_digest
from leaflets.content.project import Project


def key(
    root: Path, *, program: str = "p", toolchain: str = "t", final: bool = False
) -> str:
    """Key of the Arabic apples for the screen, as the files are now."""
    keys = Keys(Project.at(root), Inputs(), program, toolchain)
    return keys.of("apples", "ar", "clinic", "screen", final=final)


@pytest.mark.parametrize(
    "name",
    [
        "content/leaflets/apples.yaml",
        "content/facts/numbers.yaml",
        "content/facts/more.yaml",
        "content/claims/all.yaml",
        "content/sources/all.json",
        "content/imprints/clinic.yaml",
        "content/logo.svg",
        "locales/ar/locale.yaml",
        "locales/en/locale.yaml",
        "locales/ar/LC_MESSAGES/apples.po",
        "locales/ar/LC_MESSAGES/phrases.po",
        "templates/blocks/page.html",
        "templates/styles/more.css",
    ],
)
def test_every_input_changes_the_key(root: Path, name: str) -> None:
    """One more line in a file that a page is made from makes another key."""
    before = key(root)
    old = (root / name).read_text() if (root / name).exists() else ""
    write(root, name, f"{old}\n# changed\n")

    assert key(root) != before


@pytest.mark.parametrize("name", ["content/ledger.jsonl", "locales/ar/ledger.jsonl"])
def test_a_ledger_is_an_input_of_finals_alone(root: Path, name: str) -> None:
    """Whoever signs makes finals anew, and no draft old."""
    final, draft = key(root, final=True), key(root)
    write(root, name, "changed")

    assert key(root, final=True) != final
    assert key(root) == draft


@pytest.mark.parametrize(
    "name",
    [
        "content/leaflets/plums.yaml",
        "content/imprints/other.yaml",
        "content/facts/.numbers.yaml.swp",
        "locales/ar/LC_MESSAGES/plums.po",
        "locales/zh_Hans/locale.yaml",
        "locales/zh_Hans/LC_MESSAGES/apples.po",
        "output/manifest.json",
        "README.md",
    ],
)
def test_what_a_page_is_not_made_from_leaves_the_key(root: Path, name: str) -> None:
    """Another leaflet, language or clinic makes no page old."""
    before = key(root)
    write(root, name, "changed\n")

    assert key(root) == before


def test_program_toolchain_and_state_are_in_the_key(root: Path) -> None:
    """Another program, engine or font, or a final for a draft, makes another page."""
    keys = {
        key(root),
        key(root, program="q"),
        key(root, toolchain="u"),
        key(root, final=True),
    }

    assert len(keys) == 4


def test_names_are_in_the_key(root: Path) -> None:
    """Two jobs never share a key, even where their files are alike."""
    keys = Keys(Project.at(root), Inputs(), "p", "t")

    assert keys.of("apples", "ar", "clinic", "screen", final=False) != keys.of(
        "apples", "ar", "clinic", "press", final=False
    )


@pytest.mark.parametrize("name", ["content/print/mine.yaml", "content/print/shop.icc"])
def test_a_print_spec_is_an_input_of_what_is_printed_alone(root: Path, name: str) -> None:
    """Another spec, or another profile beside it, makes old what goes to the shop."""

    def printed() -> str:
        keys = Keys(Project.at(root), Inputs(), "p", "t")
        return keys.of("apples", "ar", "clinic", "press", final=False, spec="mine")

    screen, press = key(root), printed()
    write(root, name, "changed")

    assert printed() != press
    assert key(root) == screen


def test_a_key_does_not_know_where_the_project_lies(root: Path, tmp_path: Path) -> None:
    """The same project in another folder has the same keys."""
    before = key(root)

    assert key(root.rename(tmp_path / "elsewhere")) == before


def test_a_logo_named_in_a_strange_way_is_still_an_input(root: Path) -> None:
    """Where a glance cannot read the name, every picture beside the imprint counts."""
    write(root, "content/imprints/clinic.yaml", "logo: >-\n  content/imprints/l.svg\n")
    write(root, "content/imprints/l.svg", "<svg/>")
    before = key(root)

    write(root, "content/imprints/l.svg", "<svg><g/></svg>")

    assert key(root) != before


@pytest.mark.parametrize("logo", ["/dev/zero", "../../secret", "content"])
def test_a_logo_that_is_no_file_of_the_project_is_not_read(
    root: Path, tmp_path: Path, logo: str
) -> None:
    """A name that leads outside adds nothing to the key; the job will refuse it."""
    write(root, "content/imprints/clinic.yaml", f"logo: {logo}\n")
    secret = tmp_path.parent / "secret"
    before = key(root)
    secret.write_text("x")

    assert key(root) == before
    secret.unlink()


def test_the_program_is_an_input_but_for_the_rooms_above() -> None:
    """The digest is that of the program's files; the command line changes no page."""
    inputs = Inputs()

    digest = program_digest(inputs)

    seen = set(inputs._seen)
    assert len(digest) == 64
    assert any(name.endswith("build/keys.py") for name in seen)
    assert any(name.endswith("catalogs/phrases.yaml") for name in seen)
    assert not any("/leaflets/cli/" in name for name in seen)
