"""``leaflets preflight``: what a shop would ask, told to people and to programs."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image
from tests.pdf.preflight.good import good
from tests.pdf.preflight.hostile import cut
from tests.pdf.preflight.rawpdf import one_page, raw

from leaflets.build import guarded
from leaflets.cli.main import run
from leaflets.errors import RenderError
from leaflets.pdf.preflight.account import LONGEST, account, folds, plain
from leaflets.pdf.preflight.pagepictures import pictures
from leaflets.pdf.printspec import COATED

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/schema/preflight.schema.json").read_text()
)
RED = b"1 0 0 rg 50 50 100 100 re f"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder that is no project."""
    monkeypatch.chdir(tmp_path)


def written(name: str, data: bytes) -> str:
    """Write a file beside the others; give its name."""
    Path(name).write_bytes(data)
    return name


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    """Run the command for a program; what it prints must be what the schema says."""
    capsys.readouterr()
    code = run(["preflight", "--json", *words])
    said = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(SCHEMA).validate(said)
    assert said["exit_code"] == code
    return code, said["files"]


def test_a_file_that_is_right_is_passed(capsys: pytest.CaptureFixture[str]) -> None:
    """In any folder, against the offset spec, and it is said which one that was."""
    code = run(["preflight", written("good.pdf", good())])

    out = capsys.readouterr().out
    assert code == 0
    assert "good.pdf: passed, 1 page" in out
    assert "asked for offset-coated" in out


def test_a_file_that_a_shop_would_send_back_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With code, page and a way out, one line each in a pipe."""
    code = run(["preflight", written("red.pdf", one_page(RED))])

    out = capsys.readouterr().out
    assert code == 1
    assert "red.pdf: error F301 " in out
    assert " on page 1\n  hint: " in out
    assert "red.pdf: failed, 1 page, " in out


def test_one_that_cannot_be_read_keeps_no_other_from_its_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each has its own account, and the exit code is that of the worst."""
    names = [
        written("cut.pdf", cut(0.5)),
        written("red.pdf", one_page(RED)),
        "missing.pdf",
        written("good.pdf", good()),
    ]

    code, files = told(capsys, *names)

    assert code == RenderError.exit_code
    assert [each["path"] for each in files] == names
    assert ["error" in each for each in files] == [True, False, True, False]
    assert [each.get("passed") for each in files] == [None, False, None, True]
    assert files[2]["error"]["message"] == "cannot be read: No such file or directory"


def test_warnings_alone_fail_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A person should look; the exit code is 0."""
    near = good(content=b"BT 0 0 0 1 k /F1 12 Tf 10.5 200 Td <0001> Tj ET")

    code, (said,) = told(capsys, written("near.pdf", near))

    assert (code, said["passed"]) == (0, True)
    assert said["counts"]["warning"] >= 1


def test_what_was_ordered_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """Pages, size, folds and edition code, as they were typed."""
    name = written("good.pdf", good())

    _, (right,) = told(capsys, name, "--pages", "1", "--trim", "105x148")
    code, (wrong,) = told(
        capsys, name, "--pages", "4", "--trim", "148 × 210 mm", "--code", "TEA-EN-ABCDEFGH"
    )
    _, (folded,) = told(capsys, name, "--fold", "35+35+35")

    assert right["passed"]
    found = {each["code"] for each in wrong["findings"]}
    assert code == 1
    assert {"F801", "F804", "F901", "F902"} <= found
    assert folded["sheets"][0]["folds"] == [35.0, 70.0]


def test_folds_are_mirrored_on_the_back() -> None:
    """A fold is one line through the sheet, whichever side is looked at."""
    assert folds((97, 100, 100), 3) == (
        (97.0, 197.0),
        (100.0, 200.0),
        (97.0, 197.0),
    )


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["--trim", "A5"], "148x210"),
        (["--trim", "1x1"], "between 10 and 5000 mm"),
        (["--trim", "1e3x2"], "148x210"),
        (["--fold", "97"], "97+100+100"),
        (["--fold", "97+nan"], "between 10 and 5000 mm"),
        (["--fold", "a+b"], "97+100+100"),
        (["--pages", "0"], "0"),
        (["--report", "good.pdf"], "must end in .html"),
        ([], "Missing argument"),
    ],
)
def test_a_preflight_that_is_asked_wrongly_says_what_to_type(
    capsys: pytest.CaptureFixture[str], words: list[str], fault: str
) -> None:
    """Before any file is read; and a report never takes the place of a PDF."""
    data = good()
    name = written("good.pdf", data)

    code = run(["preflight", *words, *([name] if words else [])])

    assert code == 2
    assert fault in capsys.readouterr().err
    assert Path(name).read_bytes() == data


def test_a_spec_that_is_not_there_is_named_with_one_that_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A slip of the pen is a hint away from right."""
    code = run(["preflight", written("good.pdf", good()), "--spec", "offset-uncaoted"])

    said = capsys.readouterr().err
    assert code == 3
    assert "offset-uncaoted" in said
    assert "did you mean 'offset-uncoated'?" in said


def test_another_spec_asks_for_another_paper(capsys: pytest.CaptureFixture[str]) -> None:
    """A file for coated paper is not one for uncoated paper."""
    code, (said,) = told(capsys, written("good.pdf", good()), "--spec", "offset-uncoated")

    assert code == 1
    assert said["spec"]["condition"] == "FOGRA47"
    assert "F204" in {each["code"] for each in said["findings"]}


def test_specs_of_the_project_count_inside_it(
    own_tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shop that the project knows by name is asked for by that name."""
    (own_tea / "content/print").mkdir()
    (own_tea / "content/print/corner-shop.yaml").write_text(
        "spec: corner-shop\ntitle: The shop at the corner\nextends: offset-coated\nbleed: 2\n"
    )
    name = written("good.pdf", good())

    capsys.readouterr()
    code = run(
        ["--project", str(own_tea), "preflight", name, "--spec", "corner-shop", "--json"]
    )

    (said,) = json.loads(capsys.readouterr().out)["files"]
    assert code == 0
    assert (said["spec"]["name"], said["spec"]["bleed"]) == ("corner-shop", 2)


def test_a_folder_that_is_named_and_is_no_project_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is answered against specs that they did not mean."""
    name = written("good.pdf", good())

    assert run(["--project", str(tmp_path / "nowhere"), "preflight", name]) == 3


def test_the_report_shows_the_page_with_what_was_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One page for all files, with a picture of each page that has a finding."""
    names = [written("red.pdf", one_page(RED)), written("cut.pdf", cut(0.5))]

    code = run(["preflight", *names, "--report", "said/found.html"])

    html = Path("said/found.html").read_text(encoding="utf-8")
    assert code == RenderError.exit_code
    assert "said/found.html" in capsys.readouterr().out
    assert '<rect class="place error"' in html
    assert html.count("data:image/") == 1
    assert "damaged or cut off" in html


def test_a_report_that_cannot_be_written_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The answers are told first."""
    Path("file").touch()

    code = run(["preflight", written("good.pdf", good()), "--report", "file/x.html"])

    said = capsys.readouterr()
    assert code == RenderError.exit_code
    assert "passed" in said.out
    assert "the report cannot be written" in said.err


def test_a_page_that_cannot_be_drawn_is_reported_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The lines and the numbers stand on an empty page, and it is said why."""
    honest = guarded.run

    def refuse(function: Any, *arguments: Any, **named: Any) -> Any:
        if function is pictures:
            raise RenderError("reading the file took more than 60 s")
        return honest(function, *arguments, **named)

    monkeypatch.setattr(guarded, "run", refuse)

    code = run(["preflight", written("red.pdf", one_page(RED)), "--report", "r.html"])

    html = Path("r.html").read_text(encoding="utf-8")
    assert code == 1
    assert "The page could not be drawn." in html
    assert '<rect class="place error"' in html


def test_a_terminal_shows_a_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what says the same in one row, and markup of a stranger left as it is."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    name = written("[bold]red.pdf", one_page(RED))

    run(["preflight", name])

    out = capsys.readouterr().out
    assert "what is wrong" in out
    assert "[bold]red.pdf" in out
    assert "F301" in out


def test_what_a_stranger_wrote_steers_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Names of fonts and files with control characters are shown as their numbers."""
    content = b"BT /F 12 Tf 50 50 Td (abc) Tj ET"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Evil#1b#5b2J#e2#80#ae>>"
    data = one_page(content, font, resources=b"/Font<</F 5 0 R>>")
    name = written("\x1b[31m\u202efdp.pdf", data)

    run(["preflight", name])
    told(capsys, name, os.fsdecode(b"\xff\xfe.pdf"))
    run(["preflight", name])

    out = capsys.readouterr().out
    assert "F701" in out
    assert "\x1b[2J" not in out
    assert "\u202e" not in out
    assert "\\u001b[31m\\u202efdp.pdf" in out


def test_strange_words_are_short_and_joiners_stay() -> None:
    """A zero width joiner is part of a word; a megabyte is not."""
    assert plain("نمی\u200cدانم") == "نمی\u200cدانم"
    assert plain("a\nb\x9b\ud800\u2028") == "a\\u000ab\\u009b\\ud800\\u2028"
    assert len(plain("x" * 10**6)) == LONGEST + 1


def test_a_picture_shows_all_of_the_sheet_and_stays_small() -> None:
    """The bleed is on it; a page of ten kilometres has no more pixels than another."""
    wide = one_page(page=b"/MediaBox[-9 -9 309 409]/CropBox[0 0 300 400]")
    endless = one_page(RED, page=b"/MediaBox[0 0 28346457 300]")
    turned = one_page(page=b"/MediaBox[0 0 300 400]/Rotate 90")

    sizes = [_size(pictures(data, [0])["0"]) for data in (wide, endless, turned)]

    assert sizes[0][0] / sizes[0][1] == pytest.approx(318 / 418, abs=0.01)
    assert max(sizes[1]) <= 1200
    assert sizes[2][0] > sizes[2][1]


def _size(picture: bytes) -> tuple[int, int]:
    size: tuple[int, int] = Image.open(io.BytesIO(picture)).size
    return size


def test_pages_that_are_not_there_are_not_drawn() -> None:
    """The others are."""
    assert set(pictures(one_page(RED), [0, 7])) == {"0"}


def test_boxes_are_read_up_the_tree_and_made_sound() -> None:
    """What a page inherits counts; what is no box counts as not given."""
    data = raw(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[300 400 0 0]/Rotate -90>>",
            b"<</Type/Page/Parent 2 0 R/Resources<<>>/TrimBox[9 9 290 390]>>",
            b"<</Type/Page/Parent 2 0 R/Resources<<>>/TrimBox[0 0 0 0]/BleedBox[1]/Rotate 45>>",
        ]
    )

    sheets = account(data, COATED)["sheets"]

    assert [sheet["media"] for sheet in sheets] == [[0.0, 0.0, 300.0, 400.0]] * 2
    assert [sheet["trim"] for sheet in sheets] == [
        [9.0, 9.0, 290.0, 390.0],
        [0.0, 0.0, 300.0, 400.0],
    ]
    assert [sheet["rotate"] for sheet in sheets] == [270, 0]
    assert [sheet["bleed"] for sheet in sheets] == [None, None]
