"""Files for print: their names hold the edition code, and an old code leaves no file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.build.conftest import Builder
from tests.build.fakeproject import tell, write
from tests.build.test_run import SCHEMA, Names, files_of, require_true

from leaflets.build import paths
from leaflets.build.paths import State
from leaflets.model.work import Job


def coded(root: Path, code: str) -> None:
    """Let the plums have another text, and so another code."""
    text = f"leaflet: plums\noriginal: en\ntitle: About plums\ncode: {code}\n"
    write(root, "content/leaflets/plums.yaml", text)


def plums(root: Path) -> set[str]:
    """Names of the files about plums, thumbnails apart."""
    names = {Path(name) for name in files_of(root / "output")}
    return {p.name for p in names if p.suffix == ".pdf" and p.name.startswith("plums")}


def test_a_file_for_print_is_named_with_its_edition_code(
    built: Builder, root: Path
) -> None:
    """A file for the screen is not: it is found beside its manifest."""
    coded(root, "AB23CD45")

    built("plums", locales=("en",), formats=("screen", "press"))

    assert plums(root) == {"plums.en.press.AB23CD45.draft.pdf", "plums.en.screen.draft.pdf"}
    require_true(root / "output")
    data = json.loads((root / "output/manifest.json").read_text())
    data["settings"]["program"] = "0" * 64
    jsonschema.validate(data, json.loads(SCHEMA.read_text()))
    specs = {entry["format"]: entry["spec"] for entry in data["artifacts"]}
    assert specs == {"press": "offset-coated", "screen": ""}


def test_what_is_current_is_not_made_again_under_a_name_with_a_code(
    built: Builder, root: Path, made: Names
) -> None:
    """The name is known again without making the page."""
    built("plums", locales=("en",), formats=("press",))
    made()

    built("plums", locales=("en",), formats=("press",))

    assert made() == []


@pytest.mark.parametrize("lost", [False, True])
def test_a_new_code_leaves_no_file_of_the_old_one(
    built: Builder, root: Path, *, lost: bool
) -> None:
    """Not even where the manifest that knew of it is gone: it must not go to a shop."""
    coded(root, "AAAAAAAA")
    built("plums", locales=("en",), formats=("press",))
    built("plums", locales=("en",), formats=("press",), final=True)
    if lost:
        (root / "output/manifest.json").unlink()
    coded(root, "BBBBBBBB")

    built("plums", locales=("en",), formats=("press",))

    assert plums(root) == {
        "plums.en.press.AAAAAAAA.pdf",  # the final was not asked for
        "plums.en.press.BBBBBBBB.draft.pdf",
    }


def test_a_file_from_before_names_held_codes_is_taken_away(
    built: Builder, root: Path
) -> None:
    """An output folder of an earlier version keeps no second press file."""
    write(root, "output/plums/en/plums.en.press.draft.pdf", "old")

    built("plums", locales=("en",), formats=("press",))

    assert plums(root) == {"plums.en.press.CODE.draft.pdf"}


@pytest.mark.parametrize("word", ["refuse", "gate"])
def test_a_refused_file_for_print_has_no_code_and_takes_the_former_one_away(
    built: Builder, root: Path, word: str
) -> None:
    """Nothing that looks like a press file is left."""
    built("plums", locales=("en",), formats=("press",))
    tell(root, "plums", word)

    built("plums", locales=("en",), formats=("press",))

    assert plums(root) == {"plums.en.press.rejected.pdf"}
    require_true(root / "output")


def test_a_leaflet_that_is_taken_out_takes_its_file_for_print_along(
    built: Builder, root: Path
) -> None:
    """What the project no longer has does not lie about, whatever its name."""
    built(locales=("en",), formats=("press",))
    (root / "content/leaflets/plums.yaml").unlink()

    built(locales=("en",), formats=("press",))

    assert plums(root) == set()


def test_another_print_spec_makes_the_file_again_in_its_place(
    built: Builder, root: Path, made: Names
) -> None:
    """There is one file of an edition in a format, and the manifest says for which paper."""
    built("plums", locales=("en",), formats=("press",))
    made()

    build = built("plums", locales=("en",), formats=("press",), spec="offset-uncoated")

    assert made() == ["plums.en.clinic.press"]
    assert [each.job.spec for each in build.artifacts] == ["offset-uncoated"]
    assert plums(root) == {"plums.en.press.CODE.draft.pdf"}


@pytest.mark.parametrize(
    ("name", "kin"),
    [
        ("a.en.press.draft.pdf", True),
        ("a.en.press.AB23CD45.draft.pdf", True),
        ("a.en.press.AB23CD45.pdf", False),
        ("a.en.press-2.AB23CD45.draft.pdf", False),
        ("a.en.press.AB23.CD45.draft.pdf", False),
        ("a.en.press.ab23cd45.draft.pdf", False),
        ("b.a.en.press.draft.pdf", False),
        ("a-en.press.draft.pdf", False),
        ("a.en.press.draft.pdf\n", False),
    ],
)
def test_only_files_of_the_same_edition_format_and_state_are_kin(
    name: str, *, kin: bool
) -> None:
    """What is cleared away is what a build wrote, and nothing that somebody put there."""
    job = Job(leaflet="a", locale="en", imprint="c", format="press", final=False, key="k")
    assert paths.is_kin(name, job, "pdf", State.DRAFT) is kin
