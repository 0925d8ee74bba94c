"""Every judge can say no: each is shown one thing that is wrong in its eyes.

What a machine lacks cannot be asked here either; those judges are left out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.pdf.preflight.good import good

RED = b" 1 0 0 rg 60 100 80 80 re f"
ALL_INKS = b" 1 1 1 1 k 60 100 80 80 re f"
CONTENT = b"0 0 0 0.9 k -10 300 330 140 re f BT 0 0 0 1 k /F1 12 Tf 60 200 Td <0001> Tj ET"
AXE = ".tools/axe/axe.min.js"
ARCHIVE = ".tools/verapdf/greenfield-apps.jar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A folder in which something is wrong, and what the judge says of it."""

    make: Callable[[Path], object]
    says: str
    needs: tuple[str, ...] = ()
    """Programs without which the judge cannot be asked."""


def press(folder: Path, content: bytes) -> None:
    """Put a file for print into a folder, and what a manifest says of it."""
    (folder / "tea.en.press.2345CDFG.pdf").write_bytes(good(content=content))
    record = {
        "path": "tea.en.press.2345CDFG.pdf",
        "locale": "en",
        "format": "press",
        "spec": "offset-coated",
        "edition_code": "TEA-EN-2345CDFG",
        "pages": 1,
    }
    (folder / "manifest.json").write_text(json.dumps({"artifacts": [record]}))


def untagged(folder: Path) -> None:
    """Call a file accessible that has no tags and no word for a reader."""
    (folder / "tea.en.screen.pdf").write_bytes(good())


def cut(folder: Path) -> None:
    """Lose the end of a file."""
    (folder / "tea.en.screen.pdf").write_bytes(good()[:-400])


def silent(folder: Path) -> None:
    """Leave a page without a word."""
    (folder / "tea.en.screen.pdf").write_bytes(good(content=b"0 0 0 1 k 9 9 9 9 re f"))


def complaining(folder: Path) -> None:
    """Let a web page ask for a file elsewhere."""
    page = '<!doctype html><html><head><title>Tea</title></head><img src="cup.png"></html>'
    (folder / "tea.en.web.html").write_text(page)


def barred(folder: Path) -> None:
    """Show a picture to those alone who see."""
    page = (
        '<!doctype html><html lang="en"><head><title>Tea</title></head><body><main><h1>Tea</h1>'
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main></body></html>'
    )
    (folder / "tea.en.web.html").write_text(page)


def broad(folder: Path) -> None:
    """Set something in a web page that is wider than a telephone."""
    page = (
        "<!doctype html><html><head></head><body><pre>"
        + "tea " * 99
        + "</pre></body></html>"
    )
    (folder / "tea.en.web.html").write_text(page)


def twins(folder: Path) -> None:
    """Say another thing in a web page than in the file beside it."""
    with pikepdf.open(BytesIO(good())) as pdf:
        words = pdf.make_stream(CONTENT)
        tag = pdf.make_indirect(
            pikepdf.Dictionary(S=pikepdf.Name.P, ActualText="coffee", Pg=pdf.pages[0].obj)
        )
        pdf.pages[0].Contents = words
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array([tag]))
        pdf.save(folder / "tea.en.screen.pdf")
    page = '<!doctype html><html lang="en"><head></head><body><p>tea</p></body></html>'
    (folder / "tea.en.web.html").write_text(page)


def sung(folder: Path) -> None:
    """Ask a voice for what no script of SSML can ask."""
    script = (
        '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">'
        "<p><sing>Tea</sing></p></speak>"
    )
    (folder / "tea.en.audio.ssml").write_text(script)


def unfinished(folder: Path) -> None:
    """Break off a catalog within a message."""
    (folder / "locales").mkdir()
    (folder / "locales/tea.po").write_text('msgid "tea\n')


def white(folder: Path) -> None:
    """Put a mupdf beside the files that draws as many pages, and nothing on them."""
    press(folder, CONTENT)
    Image.new("RGB", (420, 595), "white").save(folder / "white.png")
    program = folder / "mutool"
    program.write_text(
        "#!/usr/bin/env bash\n"
        f'"{shutil.which("mutool")}" "$@"\n'
        "while [[ $1 != -o ]]; do shift; done\n"
        f'for picture in ${{2/\\%d/*}}; do cp "{folder}/white.png" "$picture"; done\n'
    )
    program.chmod(0o755)


DRAWING = ("pdftoppm", "mutool", "gs")

BROKEN: Mapping[str, Wrong] = {
    "accessible": Wrong(make=untagged, says="not ua1"),
    "aloud": Wrong(make=twins, says="the tags say", needs=("chromium",)),
    "archive": Wrong(make=untagged, says="1 refused"),
    "axe": Wrong(make=barred, says="image-alt", needs=("chromium", AXE)),
    "browser": Wrong(make=complaining, says="cup.png", needs=("chromium",)),
    "catalogs": Wrong(make=unfinished, says="1 refused", needs=("msgfmt",)),
    "coverage": Wrong(
        make=lambda folder: press(folder, CONTENT + ALL_INKS),
        says="400 %, not 300 %",
        needs=("gs",),
    ),
    "inks": Wrong(
        make=lambda folder: press(folder, CONTENT + RED),
        says="is not CMYK or grey",
        needs=("gs",),
    ),
    "preflight": Wrong(make=lambda folder: press(folder, CONTENT + RED), says=": F3"),
    "reflow": Wrong(make=broad, says="scrolls sideways", needs=("chromium",)),
    "renderers": Wrong(make=white, says="mupdf and pdfium differ", needs=DRAWING),
    "structure": Wrong(make=cut, says="1 damaged", needs=("qpdf",)),
    "speech": Wrong(make=sung, says="sing", needs=("xmllint", "espeak-ng")),
    "text": Wrong(make=silent, says="gives no words", needs=("pdftotext", "pdfinfo")),
    "torture": Wrong(make=white, says="mupdf and pdfium", needs=DRAWING),
    "verapdf": Wrong(make=untagged, says="2 verdicts against", needs=("java", ARCHIVE)),
}

OWN_FOLDER = {"catalogs"}
"""Judges that look at the project in which they are called, not at what was built."""


def ask(
    house: Path, name: str, folder: Path, path: str
) -> subprocess.CompletedProcess[str]:
    """Call a judge as .ci/run does."""
    return subprocess.run(
        [str(house / ".ci/judges" / name), str(folder)],
        cwd=folder if name in OWN_FOLDER else house,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_for_every_judge_there_is_something_wrong(house: Path) -> None:
    """No judge is seated that was never seen to refuse."""
    assert {path.name for path in (house / ".ci/judges").iterdir()} == set(BROKEN)


@pytest.mark.judges
@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_judge_refuses_what_is_wrong(name: str, house: Path, tmp_path: Path) -> None:
    """It ends with 1 and says what it saw; it does not call itself absent."""
    wrong = BROKEN[name]
    for needed in (*wrong.needs, ".venv/bin/leaflets"):
        if not shutil.which(needed) and not (house / needed).exists():
            pytest.skip(f"this machine has no {needed}")
    wrong.make(tmp_path)

    verdict = ask(house, name, tmp_path, f"{tmp_path}:{os.environ['PATH']}")

    assert verdict.returncode == 1, verdict.stdout + verdict.stderr
    assert wrong.says in verdict.stdout


@pytest.mark.parametrize("name", sorted(name for name in BROKEN if BROKEN[name].needs))
def test_a_judge_without_its_program_says_that_it_cannot_ask(
    name: str, house: Path, tmp_path: Path
) -> None:
    """It ends with 77, whatever lies in the folder."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for program in ("bash", "cat", "dirname", "env", "find", "mktemp", "rm", "sed"):
        (programs / program).symlink_to(str(shutil.which(program)))
    BROKEN[name].make(tmp_path)
    (tmp_path / "tea.en.press.pdf").touch()

    verdict = ask(house, name, tmp_path, str(programs))

    assert verdict.returncode == 77, verdict.stdout + verdict.stderr
