"""A build in this process: what is written, what is recorded, what is left alone."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from tests.build.conftest import Builder, Heard
from tests.build.fakeproject import tell, write

from leaflets import files, fingerprint
from leaflets.build import manifest, record
from leaflets.build.run import Built
from leaflets.errors import ContentError, LeafletsError

SCHEMA = Path(__file__).parents[2] / "docs/schema/manifest.schema.json"
Names = Callable[[], list[str]]


def files_of(output: Path) -> dict[str, bytes]:
    """Every file in a folder but caches and locks, by name."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and ".cache" not in path.parts and path.name != ".lock"
    }


def require_true(output: Path) -> None:
    """Require that every entry of the manifest is about a file that is there."""
    found = manifest.read(output / "manifest.json")
    assert found is not None
    for artifact in found.artifacts.values():
        data = (output / artifact.path).read_bytes()
        assert fingerprint.of_bytes(data) == artifact.sha256
        assert len(data) == artifact.bytes
        assert not artifact.thumbnail or (output / artifact.thumbnail).is_file()
    for failed in found.failed.values():
        assert not failed.rejected or (output / failed.rejected).is_file()


def test_everything_is_built_and_recorded(built: Builder, root: Path, heard: Heard) -> None:
    """Each job has its file, its entry and its event, and nothing else is written."""
    build = built(formats=("screen", "web"))

    output = root / "output"
    assert build.exit_code == 0
    assert heard.plans == [(10, 0)]
    assert len(heard.jobs_done) == len(build.artifacts) == 10
    assert "apples/zh-Hans/apples.zh-Hans.screen.draft.pdf" in files_of(output)
    assert "apples/zh-Hans/apples.zh-Hans.web.draft.html" in files_of(output)
    assert ".thumbs/apples/ar/apples.ar.screen.draft.png" in files_of(output)
    assert len(files_of(output)) == 10 + 5 + 2
    require_true(output)
    schema = json.loads(SCHEMA.read_text())
    data = json.loads((output / "manifest.json").read_text())
    data["settings"]["program"] = "0" * 64
    jsonschema.validate(data, schema)


def test_a_final_is_not_named_as_a_draft(built: Builder, root: Path) -> None:
    """Draft and final of one edition stand side by side, each under its name."""
    built("plums", locales=("en",), formats=("screen",))
    built("plums", locales=("en",), formats=("screen",), final=True)

    names = set(files_of(root / "output"))
    assert "plums/en/plums.en.screen.draft.pdf" in names
    assert "plums/en/plums.en.screen.pdf" in names
    assert len(json.loads((root / "output/manifest.json").read_text())["artifacts"]) == 2


def test_imprints_have_folders_where_there_are_several(built: Builder, root: Path) -> None:
    """A second imprint moves the files of the first, and leaves none behind."""
    built("plums", locales=("en",), formats=("screen",))
    write(root, "content/imprints/hospital.yaml", "imprint: hospital\n")

    built("plums", locales=("en",), formats=("screen",))

    names = {name for name in files_of(root / "output") if name.endswith(".pdf")}
    assert names == {
        "plums/en/clinic/plums.en.screen.draft.pdf",
        "plums/en/hospital/plums.en.screen.draft.pdf",
    }
    require_true(root / "output")


def test_what_is_current_is_not_made_again(
    built: Builder, root: Path, heard: Heard, made: Names
) -> None:
    """The second build makes nothing and changes no byte, not even of the index."""
    built(formats=("screen",))
    before = files_of(root / "output")
    stamp = (root / "output/manifest.json").stat().st_mtime_ns
    assert len(made()) == 5

    again = built(formats=("screen",))

    assert made() == []
    assert again.current == len(again.artifacts) == 5
    assert heard.plans[-1] == (5, 5)
    assert files_of(root / "output") == before
    assert (root / "output/manifest.json").stat().st_mtime_ns == stamp


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("content/leaflets/plums.yaml", ["plums.ar", "plums.en"]),
        ("locales/ar/LC_MESSAGES/plums.po", ["plums.ar"]),
        ("locales/ar/locale.yaml", ["apples.ar", "plums.ar"]),
    ],
)
def test_only_what_changed_is_made_again(
    built: Builder, root: Path, made: Names, name: str, again: list[str]
) -> None:
    """A changed leaflet, catalog or locale makes old what is made from it."""
    built(formats=("screen",))
    made()
    write(root, name, (root / name).read_text() + "# changed\n")

    built(formats=("screen",))

    assert made() == [f"{edition}.clinic.screen" for edition in again]
    require_true(root / "output")


def test_another_toolchain_makes_everything_again(
    built: Builder, made: Names, toolchain: dict[str, str]
) -> None:
    """A new engine or font makes other bytes."""
    built(formats=("screen",))
    assert len(made()) == 5
    toolchain["engine"] = "71.0"

    built(formats=("screen",))

    assert len(made()) == 5


@pytest.mark.parametrize("harm", ["remove", "cut", "change", "picture"])
def test_a_harmed_artifact_is_made_again(
    built: Builder, root: Path, made: Names, harm: str
) -> None:
    """Gone, cut short, or changed without a change of length: the digest tells."""
    built("plums", locales=("en",), formats=("screen",))
    made()
    before = files_of(root / "output")
    path = root / "output/plums/en/plums.en.screen.draft.pdf"
    if harm == "remove":
        path.unlink()
    elif harm == "cut":
        path.write_bytes(path.read_bytes()[:-3])
    elif harm == "change":
        path.write_bytes(path.read_bytes().replace(b"PDF", b"FDP"))
    else:
        (root / "output/.thumbs/plums/en/plums.en.screen.draft.png").unlink()

    built("plums", locales=("en",), formats=("screen",))

    assert made() == ["plums.en.clinic.screen"]
    assert files_of(root / "output") == before


def test_a_failed_job_stops_no_other(built: Builder, root: Path, heard: Heard) -> None:
    """It is recorded with its message and findings; the others are built."""
    tell(root, "apples", "refuse press")

    build = built(locales=("en",), formats=("screen", "press"))

    assert build.exit_code == 6
    assert {made.job.name for made in build.artifacts} == {
        "apples.en.clinic.screen",
        "plums.en.clinic.press",
        "plums.en.clinic.screen",
    }
    (failed,) = build.failed
    assert failed.job.name == "apples.en.clinic.press"
    assert failed.message == "P101 a fact is missing"
    assert failed.findings[0]["code"] == "P101"
    assert heard.jobs_failed == [("apples.en.clinic.press", "P101 a fact is missing")]
    require_true(root / "output")


def test_a_refused_page_is_kept_under_another_name(built: Builder, root: Path) -> None:
    """For someone to look at; nothing stands under the name that readers trust."""
    tell(root, "plums", "refuse")

    (failed,) = built("plums", locales=("en",), formats=("screen",)).failed

    assert failed.rejected == "plums/en/plums.en.screen.rejected.pdf"
    assert (root / "output" / failed.rejected).read_bytes() == b"refused"
    assert not (root / "output/plums/en/plums.en.screen.draft.pdf").exists()


@pytest.mark.parametrize("word", ["refuse", "gate", "bug"])
def test_a_failed_job_takes_its_former_file_away(
    built: Builder, root: Path, word: str
) -> None:
    """What the content no longer says is not left under a trusted name."""
    built("plums", locales=("en",), formats=("screen",))
    tell(root, "plums", word)

    built("plums", locales=("en",), formats=("screen",))

    names = {name for name in files_of(root / "output") if "plums" in name}
    assert names == {"plums/en/plums.en.screen.rejected.pdf"}
    require_true(root / "output")


def test_a_job_that_is_mended_leaves_no_rejected_file(built: Builder, root: Path) -> None:
    """When the page is right again, the refused one goes."""
    tell(root, "plums", "refuse")
    built("plums", locales=("en",), formats=("screen",))
    tell(root, "plums")

    build = built("plums", locales=("en",), formats=("screen",))

    assert build.exit_code == 0
    assert not list((root / "output").rglob("*.rejected.*"))
    assert json.loads((root / "output/manifest.json").read_text())["failed"] == []


@pytest.mark.parametrize(
    ("word", "code"), [("refuse", 6), ("gate", 5), ("bug", 70), ("error", 1), ("warn", 0)]
)
def test_the_exit_code_tells_what_went_wrong(
    built: Builder, root: Path, word: str, code: int
) -> None:
    """By the kind of failure; an error that a check found is 1, a warning nothing."""
    tell(root, "plums", f"{word} web")

    assert built("plums", formats=("web", "screen")).exit_code == code
    assert built("plums", formats=("web", "screen")).exit_code == code


def test_a_bug_is_told_without_a_path_of_the_machine(built: Builder, root: Path) -> None:
    """The message goes into the manifest, the traceback to whoever called."""
    tell(root, "plums", "bug")

    build = built("plums", locales=("en",), formats=("web",))

    assert build.failed[0].message == "bug: ValueError: nobody thought of this in ."
    assert "Traceback" in build.traces[0]
    assert str(root) not in (root / "output/manifest.json").read_text()


@pytest.mark.parametrize("final", [True, False])
def test_a_craft_that_mistakes_drafts_for_finals_is_not_believed(
    built: Builder, root: Path, final: bool
) -> None:
    """A draft never gets the name of a final, nor a final that of a draft."""
    tell(root, "plums", "odd")

    build = built("plums", locales=("en",), formats=("web",), final=final)

    assert build.exit_code == 70
    assert not list((root / "output/plums").rglob("*.html"))


def test_entries_of_what_was_not_asked_for_are_kept(built: Builder, root: Path) -> None:
    """A build of one leaflet leaves what is known of the others."""
    built("apples", locales=("en",), formats=("screen",))
    tell(root, "plums", "refuse")
    built("plums", locales=("en",), formats=("screen",))

    build = built("apples", locales=("en",), formats=("web",))

    assert build.exit_code == 0
    found = json.loads((root / "output/manifest.json").read_text())
    assert [entry["format"] for entry in found["artifacts"]] == ["screen", "web"]
    assert [entry["leaflet"] for entry in found["failed"]] == ["plums"]


def test_what_the_project_no_longer_has_is_withdrawn(built: Builder, root: Path) -> None:
    """A leaflet that was taken out must not lie about to be handed on."""
    built(formats=("screen",))
    (root / "content/leaflets/plums.yaml").unlink()

    build = built(formats=("screen",))

    assert build.removed == (
        "plums/ar/plums.ar.screen.draft.pdf",
        "plums/en/plums.en.screen.draft.pdf",
    )
    assert not [name for name in files_of(root / "output") if "plums" in name]
    assert "plums" not in (root / "output/manifest.json").read_text()
    assert "plums" not in (root / "output/index.html").read_text()


def test_a_translation_that_was_taken_out_is_withdrawn(built: Builder, root: Path) -> None:
    """The other languages of the leaflet stay."""
    built(formats=("screen",))
    (root / "locales/ar/LC_MESSAGES/plums.po").unlink()

    build = built(formats=("screen",))

    assert build.removed == ("plums/ar/plums.ar.screen.draft.pdf",)
    assert not (root / "output/plums/ar/plums.ar.screen.draft.pdf").exists()
    assert (root / "output/plums/en/plums.en.screen.draft.pdf").exists()


def test_a_folder_that_cannot_be_written_is_said(built: Builder, tmp_path: Path) -> None:
    """It is the machine's doing, and no bug."""
    output = tmp_path / "file"
    output.write_text("not a folder")

    with pytest.raises(LeafletsError, match="cannot be written"):
        built(output=output)


def test_a_full_disk_leaves_a_true_manifest(
    built: Builder, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written before is recorded, and nothing else."""
    whole = files.write_atomically

    def write_until_full(path: Path, data: bytes) -> None:
        if "plums" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(path, data)

    monkeypatch.setattr(record, "write_atomically", write_until_full)

    with pytest.raises(LeafletsError, match="No space left"):
        built(formats=("screen", "web"), locales=("en",))

    require_true(root / "output")
    found = json.loads((root / "output/manifest.json").read_text())
    assert {entry["leaflet"] for entry in found["artifacts"]} == {"apples"}


def test_content_that_stops_everything_changes_nothing(built: Builder, root: Path) -> None:
    """No file is written over, no entry struck out: the old build stands."""
    built(formats=("screen",))
    before = files_of(root / "output")
    write(root, "content/facts/numbers.yaml", "broken")

    with pytest.raises(ContentError, match="facts are broken") as caught:
        built(formats=("screen",))

    assert str(caught.value.origin) == "f.yaml:2"
    assert files_of(root / "output") == before


def test_a_text_that_moves_during_the_build_is_not_recorded(
    built: Builder, root: Path, made: Names
) -> None:
    """The key would stand for another text; the next build makes it of the new one."""
    tell(root, "plums", "touch")

    build = built("plums", locales=("en",), formats=("web",))

    assert build.exit_code == 3
    assert "changed during the build" in build.failed[0].message
    tell(root, "plums")
    made()
    assert built("plums", locales=("en",), formats=("web",)).exit_code == 0
    assert made() == ["plums.en.clinic.web"]


@pytest.mark.parametrize("text", ["", "{", '{"schema": 99}'])
def test_a_manifest_that_cannot_be_read_is_said_and_replaced(
    built: Builder, root: Path, heard: Heard, text: str
) -> None:
    """Everything is built again; nothing is taken on trust."""
    built(formats=("screen",))
    (root / "output/manifest.json").write_text(text)

    build = built(formats=("screen",))

    assert build.current == 0
    assert [finding.code for finding in heard.findings] == ["B101"]
    require_true(root / "output")


def test_a_half_written_file_is_cleared_away(built: Builder, root: Path) -> None:
    """What a killed build left is gone after the next one."""
    built("plums", locales=("en",), formats=("screen",))
    left = write(root, "output/plums/en/.plums.en.screen.draft.pdf.x1.part", "%PD")

    built("plums", locales=("en",), formats=("screen",))

    assert not left.exists()


def test_the_same_input_gives_the_same_bytes_in_any_folder(
    built: Builder, root: Path, tmp_path: Path
) -> None:
    """Manifest and index too: neither knows the day, the machine or the folder."""
    tell(root, "plums", "refuse press", "warn web")
    first, second = tmp_path / "one", tmp_path / "else/two"

    built(output=first)
    built(output=second, force=True)

    assert files_of(first) == files_of(second)


def test_a_build_can_be_said_as_plain_data(built: Builder, root: Path) -> None:
    """For JSON: what was asked for, what is there, what is not, the exit code."""
    tell(root, "plums", "refuse web")

    build: Built = built("plums", locales=("en",), formats=("web", "screen"))
    said = json.loads(json.dumps(build.as_data()))

    assert (said["planned"], said["current"], said["exit_code"]) == (2, 0, 6)
    assert [entry["format"] for entry in said["artifacts"]] == ["screen"]
    assert [entry["format"] for entry in said["failed"]] == ["web"]
