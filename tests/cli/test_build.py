"""``leaflets build`` as people and machines meet it."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.build.fakeproject import CRAFT, lay_out, tell

from leaflets.build import machine, work
from leaflets.build.run import Ways
from leaflets.cli.main import run

Leaflets = Callable[..., int]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Folder of a small project."""
    return lay_out(tmp_path / "project")


@pytest.fixture
def leaflets(root: Path, monkeypatch: pytest.MonkeyPatch) -> Leaflets:
    """Run ``leaflets build`` in the small project, with the fake craft."""
    monkeypatch.setattr("leaflets.cli.build.Ways", functools.partial(Ways, craft=CRAFT))
    monkeypatch.setattr(machine, "toolchain", lambda *_: {"engine": "70.0"})

    def call(*words: str) -> int:
        work._open.clear()
        where = ["--project", str(root), "build", "--executor", "here"]
        return run([*where, *words])

    return call


def test_a_pipe_gets_plain_lines(
    leaflets: Leaflets, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line a job on stderr, and what came of it on stdout; no colour, no bar."""
    assert leaflets("plums", "--locale", "en", "--format", "web", "--format", "screen") == 0

    said = capsys.readouterr()
    assert said.out == (
        "2 of 2 built (0 were up to date), 0 failed; see "
        f"{root / 'output' / 'index.html'}\n"
    )
    first, *lines = said.err.splitlines()
    assert first == "2 planned, 0 current, 2 to do"
    assert [line.split(" (")[0] for line in lines] == [
        "[1/2] plums.en.clinic.screen",
        "[2/2] plums.en.clinic.web",
    ]
    assert "\x1b" not in said.out + said.err


def test_what_is_heard_or_felt_is_said_with_what_it_will_take(
    leaflets: Leaflets, capsys: pytest.CaptureFixture[str]
) -> None:
    """Minutes of a voice and pages of braille, one line a file, built now or before."""
    asked = ("plums", "--locale", "en", "--format", "audio", "--format", "braille")
    wanted = [
        "plums.en.clinic.audio: 1 minute to hear",
        "plums.en.clinic.braille: 17 braille pages",
    ]
    for words in (asked, (*asked, "--format", "text", "--format", "screen")):
        assert leaflets(*words) == 0
        *lines, last = capsys.readouterr().out.splitlines()
        assert sorted(lines) == wanted
        assert "built" in last


def test_json_is_one_document_and_nothing_else(
    leaflets: Leaflets, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even where jobs fail."""
    tell(root, "plums", "refuse web")

    code = leaflets("plums", "--format", "web", "--format", "screen", "--json")

    said = capsys.readouterr()
    found = json.loads(said.out)
    assert said.err == ""
    assert code == found["exit_code"] == 6
    assert (found["planned"], found["current"]) == (4, 0)
    assert len(found["artifacts"]) == len(found["failed"]) == 2


def test_a_failed_job_is_said_with_its_findings_and_the_refused_file(
    leaflets: Leaflets, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that someone can go and look."""
    tell(root, "plums", "refuse")

    assert leaflets("plums", "--locale", "en", "--format", "screen") == 6

    said = capsys.readouterr().out
    assert "plums.en.clinic.screen failed: P101 a fact is missing\n" in said
    assert "error P101 a fact is missing locales/ar/LC_MESSAGES/apples.po:7\n" in said
    assert "plums/en/plums.en.screen.rejected.pdf\n" in said


def test_closed_gates_are_five_with_what_is_missing(
    leaflets: Leaflets, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--final`` asks them, and says which sign-off is not there."""
    tell(root, "plums", "gate")

    assert leaflets("plums", "--locale", "en", "--format", "web", "--final") == 5

    said = capsys.readouterr().out
    assert "no sign-off by 'author'" in said
    assert "hint: see the list" in said


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["plum"], "did you mean 'plums'?"),
        (["--locale", "arr"], "did you mean 'ar'?"),
        (["--format", "webb"], "did you mean 'web'?"),
        (["--imprint", "clnic"], "did you mean 'clinic'?"),
        (["--executor", "cloud"], "'here', 'processes'"),
        (["--jobs", "0"], "0 is not in the range"),
    ],
)
def test_an_unknown_name_is_a_wrong_command_line(
    leaflets: Leaflets,
    root: Path,
    words: list[str],
    hint: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 2, the way out, and not a file built."""
    assert leaflets(*words) == 2
    assert hint in capsys.readouterr().err
    assert not (root / "output/manifest.json").exists()


def test_a_print_spec_can_be_named_for_what_goes_to_a_shop(
    leaflets: Leaflets, capsys: pytest.CaptureFixture[str]
) -> None:
    """The document says what each file was made for."""
    asked = ("plums", "--locale", "en", "--format", "press", "--format", "screen")
    assert leaflets(*asked, "--spec", "digital", "--json") == 0

    data = json.loads(capsys.readouterr().out)
    specs = {made["format"]: made["spec"] for made in data["artifacts"]}
    assert specs == {"press": "digital", "screen": ""}


@pytest.mark.parametrize(
    ("form", "spec", "says"),
    [
        ("press", "digtal", "no print spec is called 'digtal'; did you mean 'digital'?"),
        ("press", "../../x", "no print spec is called '../../x'"),
        ("screen", "digital", "screen: made for no shop"),
    ],
)
def test_a_print_spec_that_cannot_be_meant_is_a_wrong_command_line(
    leaflets: Leaflets, capsys: pytest.CaptureFixture[str], form: str, spec: str, says: str
) -> None:
    """A mistyped name builds nothing for another paper."""
    assert leaflets("plums", "--format", form, "--spec", spec) == 2
    assert says in capsys.readouterr().err


def test_the_output_folder_can_be_named(leaflets: Leaflets, tmp_path: Path) -> None:
    """Everything goes there, the index too."""
    output = tmp_path / "elsewhere"

    assert leaflets("plums", "--locale", "en", "--output", str(output)) == 0

    assert (output / "manifest.json").is_file()
    assert (output / "index.html").is_file()


def test_a_bug_in_a_job_is_kept_in_a_file(
    leaflets: Leaflets,
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The others are built; the traceback is where the message says."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    tell(root, "plums", "bug web")

    assert leaflets("--locale", "en", "--format", "web") == 70

    (kept,) = tmp_path.glob("leaflets-bug-*.txt")
    assert str(kept) in capsys.readouterr().out
    assert "ValueError: nobody thought of this" in kept.read_text()
    assert (root / "output/apples/en/apples.en.web.draft.html").is_file()


def test_what_was_withdrawn_is_said(
    leaflets: Leaflets, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that goes, goes by name."""
    leaflets("--locale", "en", "--format", "web")
    (root / "content/leaflets/plums.yaml").unlink()
    capsys.readouterr()

    assert leaflets("--locale", "en", "--format", "web") == 0
    assert "plums/en/plums.en.web.draft.html" in capsys.readouterr().out
