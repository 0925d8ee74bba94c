"""The manifest: what is written is read again, and nothing else is believed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leaflets.build import manifest
from leaflets.build.manifest import Failed, Manifest
from leaflets.model.work import Artifact, Job

SCHEMA = Path(__file__).parents[2] / "docs/schema/manifest.schema.json"


def job(form: str, *, final: bool = False) -> Job:
    """Make a job in some format."""
    return Job(
        leaflet="apples",
        locale="zh-Hans",
        imprint="clinic",
        format=form,
        final=final,
        key="a" * 64,
    )


def artifact(form: str, *, final: bool = False) -> Artifact:
    """Make an artifact in some format."""
    path = f"apples/zh-Hans/apples.zh-Hans.{form}{'' if final else '.draft'}.pdf"
    finding = {
        "code": "T201",
        "severity": "warning",
        "path": "locales/zh_Hans/LC_MESSAGES/apples.po",
        "line": 3,
        "message": "not translated: 苹果",
        "hint": "",
    }
    return Artifact(
        job=job(form, final=final),
        path=path,
        sha256="b" * 64,
        bytes=100,
        pages=2,
        edition_code="APPLES-X",
        draft=not final,
        evidence={"claims": ["C-1"], "sources": ["WHO"], "verified": True},
        facts={"placed": 1, "verified": 1},
        text={"similarity": 0.99, "accessible": False},
        findings=(finding,),
        thumbnail=f".thumbs/apples/zh-Hans/apples.zh-Hans.{form}.png",
    )


@pytest.fixture
def full() -> Manifest:
    """Fill a manifest with one entry of each kind."""
    found = Manifest(
        settings={"version": "1", "program": "c" * 64, "toolchain": {"a": "1"}}
    )
    found.record(artifact("screen"))
    found.record(artifact("screen", final=True))
    found.record(
        Failed(
            job=job("press"),
            message="no",
            exit_code=6,
            hint="look",
            rejected="apples/zh-Hans/apples.zh-Hans.press.rejected.pdf",
        )
    )
    return found


def test_what_is_written_is_read_again(full: Manifest, tmp_path: Path) -> None:
    """Every entry comes back as it was, and is written as the same bytes."""
    path = tmp_path / "manifest.json"
    full.write(path)

    back = manifest.read(path)

    assert back == full
    assert back is not None
    assert back.as_text() == full.as_text()


def test_the_order_of_recording_leaves_no_trace(full: Manifest) -> None:
    """Workers finish in any order; the manifest is the same."""
    other = Manifest(settings=dict(reversed(full.settings.items())))
    entries: list[Artifact | Failed] = [*full.artifacts.values(), *full.failed.values()]
    for entry in reversed(entries):
        other.record(entry)

    assert other.as_text() == full.as_text()


def test_an_edition_in_a_format_is_either_made_or_failed(full: Manifest) -> None:
    """A new entry takes the place of the old one, of whichever kind."""
    full.record(Failed(job=job("screen"), message="no", exit_code=6))
    full.record(artifact("press"))

    assert [a.job.format for a in full.artifacts.values() if a.draft] == ["press"]
    assert [f.job.format for f in full.failed.values()] == ["screen"]


def test_the_published_schema_describes_the_manifest(full: Manifest) -> None:
    """A full manifest and an empty one are valid, and the schema is one."""
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.validate(json.loads(full.as_text()), schema)
    jsonschema.validate(json.loads(Manifest().as_text()), schema)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("artifacts", 0, "path"), "/etc/passwd"),
        (("artifacts", 0, "path"), "../../elsewhere.pdf"),
        (("artifacts", 0, "thumbnail"), "a/../../b.png"),
        (("failed", 0, "rejected"), "a\\..\\b"),
        (("artifacts", 0, "locale"), "zh_Hans"),
        (("artifacts", 0, "sha256"), "b"),
        (("artifacts", 0, "surprise"), 1),
        (("settings", "host"), "here"),
        (("schema",), 1),
        (("ledgers",), {"c": {}}),
    ],
)
def test_the_published_schema_refuses_what_is_not_a_manifest(
    full: Manifest, where: tuple[str | int, ...], value: object
) -> None:
    """A path that leads out, a folder's name for a tag, a key that nobody defined."""
    data = json.loads(full.as_text())
    put(data, where, value)

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(SCHEMA.read_text()))


@pytest.mark.parametrize(
    "change",
    [
        (("artifacts", 0, "path"), "../outside.pdf"),
        (("artifacts", 0, "path"), "/outside.pdf"),
        (("artifacts", 0, "thumbnail"), "..\\outside.png"),
        (("failed", 0, "rejected"), "a/../../outside.pdf"),
        (("schema",), 0),
        (("artifacts",), None),
        (("artifacts", 0, "bytes"), "many"),
        (("artifacts", 0, "bytes"), float("inf")),
        (("artifacts", 0, "path"), "letter-to-a-friend.pdf"),
        (("artifacts", 0, "path"), "."),
        (("artifacts", 0, "thumbnail"), "tea/en"),
        (("failed", 0, "rejected"), "apples/zh-Hans/apples.zh-Hans.press.a\0b"),
    ],
)
def test_a_manifest_that_is_not_understood_is_not_believed(
    full: Manifest, tmp_path: Path, change: tuple[tuple[str | int, ...], object]
) -> None:
    """Above all one whose paths lead out of the folder: such files would be removed."""
    data = json.loads(full.as_text())
    put(data, *change)
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(data))

    assert manifest.read(path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", "[" * 100_000])
def test_a_torn_manifest_is_not_believed(tmp_path: Path, text: str) -> None:
    """Half a file, or another one, reads as no manifest; so does none."""
    path = tmp_path / "manifest.json"
    path.write_text(text)

    assert manifest.read(path) is None
    assert manifest.read(tmp_path / "none.json") is None


def put(data: Any, where: tuple[str | int, ...], value: object) -> None:
    """Set one value deep inside plain data."""
    *path, last = where
    for step in path:
        data = data[step]
    data[last] = value
