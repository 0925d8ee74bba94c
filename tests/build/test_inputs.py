"""Digests of inputs: hashed once, believed only where that is safe."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from leaflets import fingerprint
from leaflets.build.inputs import Inputs

LONG_AGO = 1_600_000_000


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Path of a stat cache."""
    return tmp_path / "cache/stat.json"


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a file whose times lie well before the hashing."""
    path = tmp_path / "apples.yaml"
    path.write_text("apples")
    os.utime(path, (LONG_AGO, LONG_AGO))
    # The time of the last change of status cannot be set, so the hashing comes later.
    now = path.stat().st_ctime_ns
    monkeypatch.setattr("leaflets.build.inputs.time.time_ns", lambda: now + 10**10)
    return path


def poison(record: Path, digest: str) -> None:
    """Change the digest of the one file in a record."""
    data = json.loads(record.read_text())
    (name, (looks, _)), *none = data["files"].items()
    assert not none
    data["files"][name] = [looks, digest]
    record.write_text(json.dumps(data))


def test_a_file_that_looks_the_same_is_not_hashed_again(
    record: Path, settled: Path
) -> None:
    """The record is believed: the digest in it comes back, whatever the file holds."""
    first = Inputs(record)
    assert first.file(settled) == fingerprint.of_bytes(b"apples")
    first.save()
    poison(record, "f" * 64)

    assert Inputs(record).file(settled) == "f" * 64


def test_force_believes_no_record(record: Path, settled: Path) -> None:
    """A record that is not trusted is written anew from the files."""
    first = Inputs(record)
    first.file(settled)
    first.save()
    poison(record, "f" * 64)

    forced = Inputs(record, trusted=False)
    assert forced.file(settled) == fingerprint.of_bytes(b"apples")
    forced.save()

    assert Inputs(record).file(settled) == fingerprint.of_bytes(b"apples")


def test_a_file_that_was_just_changed_is_hashed_again(tmp_path: Path, record: Path) -> None:
    """Within two seconds a file may change once more and look the same: no entry."""
    path = tmp_path / "fresh.yaml"
    path.write_text("fresh")

    inputs = Inputs(record)
    inputs.file(path)
    inputs.save()

    assert not record.exists() or json.loads(record.read_text())["files"] == {}


@pytest.mark.parametrize("change", ["words", "time", "place"])
def test_a_file_that_looks_changed_is_hashed_again(
    record: Path, settled: Path, change: str
) -> None:
    """Another size, time or inode: the record does not count."""
    first = Inputs(record)
    first.file(settled)
    first.save()
    poison(record, "f" * 64)
    if change == "words":
        settled.write_text("oranges")
    elif change == "time":
        os.utime(settled, (LONG_AGO + 1, LONG_AGO + 1))
    else:
        copy = settled.with_name("copy")
        copy.write_text("apples")
        os.utime(copy, (LONG_AGO, LONG_AGO))
        copy.replace(settled)

    found = Inputs(record).file(settled)

    assert found == fingerprint.of_bytes(settled.read_bytes())


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"layout": 99}', '{"layout": 1, "files": {"a": [1]}}', "\x00"]
)
def test_a_record_that_cannot_be_read_harms_nothing(
    record: Path, settled: Path, text: str
) -> None:
    """Torn, strange or of another layout: everything is hashed."""
    record.parent.mkdir()
    record.write_text(text)

    assert Inputs(record).file(settled) == fingerprint.of_bytes(b"apples")


def test_a_file_that_is_gone_leaves_the_record(record: Path, settled: Path) -> None:
    """What no longer exists is not remembered."""
    first = Inputs(record)
    first.file(settled)
    first.save()
    other = settled.with_name("pears.yaml")
    settled.rename(other)

    second = Inputs(record)
    assert second.file(settled) == ""
    second.file(other)
    second.save()

    assert list(json.loads(record.read_text())["files"]) == [str(other)]


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    """A pipe or a device never ends, so it counts as missing."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert Inputs().file(pipe) == ""


def test_a_tree_notices_every_change_of_its_files(tmp_path: Path) -> None:
    """New, changed, renamed and removed files change it; hidden ones do not."""
    folder = tmp_path / "templates"
    (folder / "inner").mkdir(parents=True)
    page = folder / "inner/page.html"
    page.write_text("one")
    seen = [Inputs().tree(folder)]

    page.write_text("two")
    seen.append(Inputs().tree(folder))
    page.rename(folder / "inner/leaf.html")
    seen.append(Inputs().tree(folder))
    (folder / "more.css").write_text("p {}")
    seen.append(Inputs().tree(folder))
    (folder / "inner/leaf.html").unlink()
    seen.append(Inputs().tree(folder))

    assert len(set(seen)) == len(seen)
    (folder / ".swap").write_text("x")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__/x.pyc").write_text("x")
    (folder / ".page.html.1.part").write_text("x")
    assert Inputs().tree(folder) == seen[-1]


def test_a_tree_that_leads_in_a_circle_ends(tmp_path: Path) -> None:
    """A link to the folder itself is followed so far and no further."""
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "again").symlink_to(tmp_path)

    assert Inputs().tree(tmp_path) == Inputs().tree(tmp_path)


def test_nothing_is_looked_at_twice_until_asked(tmp_path: Path) -> None:
    """One build sees one state; a worker asks anew before and after each job."""
    path = tmp_path / "a"
    path.write_text("one")
    inputs = Inputs()
    first = inputs.file(path)
    path.write_text("two")

    assert inputs.file(path) == first
    inputs.look_again()
    assert inputs.file(path) == fingerprint.of_bytes(b"two")
