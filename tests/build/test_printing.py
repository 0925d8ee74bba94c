"""Files for print from end to end: the spec decides, and what it refuses stays here."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from leaflets.build.make import make
from leaflets.build.work import Made, Rejected
from leaflets.build.workshop import Workshop
from leaflets.errors import ContentError
from leaflets.model.work import Job

Make = Callable[..., Made]

STRICT = "spec: strict\ntitle: Strict\nextends: offset-coated\nsafe: 40\nsafe_least: 40\n"


def job(form: str, locale: str = "en", spec: str = "") -> Job:
    """Make a job about the tea."""
    return Job(
        leaflet="tea",
        locale=locale,
        imprint="tea-room",
        format=form,
        final=False,
        key="k",
        spec=spec,
    )


@pytest.fixture
def making(tea: Path, tmp_path: Path) -> Callable[..., Workshop]:
    """Give a function that opens the workshop of the tests' project with print specs."""

    def opened(**specs: str) -> Workshop:
        root = tmp_path / "tea"
        shutil.copytree(tea, root)
        (root / "content/print").mkdir()
        for name, text in specs.items():
            path = root / "content/print" / f"{name.replace('_', '-')}.yaml"
            path.write_text(text, encoding="utf-8")
        return Workshop(root, tmp_path / "fonts")

    return opened


def boxes(data: bytes) -> tuple[list[float], list[float]]:
    """Give the trim box and the bleed box of the first page in mm."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        trim, bleed = (
            [round(float(side) / 72 * 25.4, 1) for side in box]
            for box in (page.trimbox, page.BleedBox)
        )
        return trim, bleed


def condition(data: bytes) -> str:
    """Read the name of the printing condition out of a file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        return str(intent.OutputConditionIdentifier)


def test_a_press_file_is_what_its_spec_asks_for(
    making: Callable[..., Workshop],
) -> None:
    """Paper, condition and bleed come from the spec, and the manifest says which."""
    wide = "spec: wide\ntitle: Wide\nextends: offset-uncoated\nbleed: 5\n"
    workshop = making(wide=wide)

    coated, uncoated = (
        make(workshop, job("press")),
        make(workshop, job("press", spec="wide")),
    )

    assert condition(coated.data) == coated.preflight["condition"] == "FOGRA39"
    assert condition(uncoated.data) == uncoated.preflight["condition"] == "FOGRA47"
    assert boxes(coated.data) == ([0, 0, 148, 210], [-3, -3, 151, 213])
    assert boxes(uncoated.data) == ([0, 0, 148, 210], [-5, -5, 153, 215])
    assert (uncoated.preflight["spec"], uncoated.preflight["errors"]) == ("wide", 0)
    assert coated.preflight["profile"] != uncoated.preflight["profile"]


def test_a_file_that_is_not_for_print_has_no_spec(
    making: Callable[..., Workshop],
) -> None:
    """Nobody asks a screen file about inks."""
    assert make(making(), job("screen")).preflight == {}


def test_a_file_that_its_shop_would_refuse_is_rejected(
    making: Callable[..., Workshop],
) -> None:
    """Text nearer to the edge than the spec bears fails the job and keeps the file."""
    with pytest.raises(Rejected) as caught:
        make(making(strict=STRICT), job("press", spec="strict"))

    assert caught.value.message.startswith("F5")
    assert caught.value.data.startswith(b"%PDF-")
    assert any(f.code.startswith("F5") for f in caught.value.findings)
    assert {f.origin.path for f in caught.value.findings if f.code[0] == "F"} == {
        "tea.en.tea-room.press"
    }


def test_a_print_spec_with_a_mistake_stops_only_what_is_made_for_it(
    making: Callable[..., Workshop],
) -> None:
    """The page for the screen is built; the press file for that spec is not."""
    workshop = making(strict=STRICT.replace("40", "-40"))

    assert make(workshop, job("screen")).pages > 1
    assert make(workshop, job("press")).pages > 1
    with pytest.raises(ContentError) as caught:
        make(workshop, job("press", spec="strict"))
    assert str(caught.value.origin) == "content/print/strict.yaml:4"


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_booklet_fills_its_sheets(making: Callable[..., Workshop], locale: str) -> None:
    """Two pages lie on each side, and its code is read from where the last one lies."""
    workshop = making()
    flat, made = (
        make(workshop, job("press", locale)),
        make(workshop, job("booklet", locale)),
    )

    assert made.pages % 2 == 0
    assert 2 * made.pages in range(flat.pages, flat.pages + 8)
    assert boxes(made.data)[0] == [0, 0, 297, 210]
    assert (made.preflight["spec"], made.preflight["errors"]) == ("in-house", 0)
    with Image.open(io.BytesIO(made.thumbnail)) as picture:
        assert picture.width > picture.height  # of a sheet, not of a page


def test_pages_that_cannot_be_laid_on_sheets_are_kept_to_look_at(
    making: Callable[..., Workshop],
) -> None:
    """A printer that leaves a wide rim bare would cut words off."""
    rim = "spec: in-house\ntitle: Rim\nextends: in-house\nprintable: 20\n"
    with pytest.raises(Rejected) as caught:
        make(making(in_house=rim), job("booklet"))

    assert caught.value.message.startswith("P310 ")
    assert "within 20 mm" in caught.value.message
    assert caught.value.data.startswith(b"%PDF-")


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_shop_may_have_all_the_marks(
    making: Callable[..., Workshop], locale: str
) -> None:
    """The line under the marks is small, and no text of the leaflet; nothing is wrong."""
    full = "spec: full\ntitle: Full\nextends: offset-coated\nmarks: full\n"

    made = make(making(full=full), job("press", locale, "full"))

    assert (made.preflight["spec"], made.preflight["errors"]) == ("full", 0)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert all("/All" in page.resources.ColorSpace for page in pdf.pages)


def test_what_a_leaflet_sets_under_the_page_is_still_found(
    making: Callable[..., Workshop],
) -> None:
    """Only the slug is let by: words in its place that the bleed cuts off are lost."""
    full = "spec: full\ntitle: Full\nextends: offset-coated\nmarks: full\n"
    workshop = making(full=full)
    style = workshop.project.templates / "styles/page.css"
    lost = "\n.purpose { position: absolute; top: 205mm; left: 0; }\n"
    style.write_text(style.read_text(encoding="utf-8") + lost, encoding="utf-8")

    with pytest.raises(Rejected) as caught:
        make(workshop, job("press", spec="full"))
    assert "P203" in {finding.code for finding in caught.value.findings}


def test_marks_find_no_room_on_an_office_printers_sheet(
    making: Callable[..., Workshop],
) -> None:
    """Who can do something about it is told what: the spec asks for them."""
    marks = "spec: in-house\ntitle: Marks\nextends: in-house\nmarks: crop\n"
    with pytest.raises(Rejected) as caught:
        make(making(in_house=marks), job("booklet"))

    assert "need a sheet of" in caught.value.message
    assert caught.value.hint == (
        "A4 has no room for marks: 'marks: none' in print spec 'in-house'"
    )


def test_the_logo_of_a_clinic_comes_out_in_inks(
    making: Callable[..., Workshop],
) -> None:
    """A picture in red, green and blue is said in the inks of the spec, and passes."""
    workshop = making()
    root = workshop.project.root
    Image.new("RGB", (400, 200), (180, 30, 60)).save(root / "content/imprints/logo.png")
    path = root / "content/imprints/tea-room.yaml"
    text = [li for li in path.read_text().splitlines() if not li.startswith("logo")]
    text += ["logo: content/imprints/logo.png", "logo_alt: A teapot"]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")

    made = make(Workshop(root, root.parent / "fonts"), job("press"))

    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        spaces = {
            str(each.get("/ColorSpace"))
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        }
    assert any("DeviceCMYK" in space for space in spaces)
    assert not any("RGB" in space or "ICCBased" in space for space in spaces)
