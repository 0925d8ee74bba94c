"""Print specs: the program's are right, and a project's are read without trust."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from leaflets.content import library, printspecs
from leaflets.content.printfiles import preset_files, spec_names
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.findings import Finding, Severity
from leaflets.pdf import intent
from leaflets.pdf.intent import CUSTOM, FOGRA47, REGISTRY
from leaflets.pdf.printspec import COATED

PROFILE = intent.profile(FOGRA47)
OWN = "spec: mine\ntitle: Mine\nextends: offset-coated\n"

Write = Callable[..., Project]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Give a function that makes a project of print specs by name."""

    def make(profile: bytes | None = None, **specs: str) -> Project:
        (tmp_path / "locales").mkdir(exist_ok=True)
        folder = tmp_path / "content" / "print"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in specs.items():
            path = folder / f"{name.replace('_', '-')}.yaml"
            path.write_text(text, encoding="utf-8")
        if profile is not None:
            (folder / "shop.icc").write_bytes(profile)
        return Project.at(tmp_path)

    return make


def only(project: Project) -> Finding:
    """Return the one thing that is wrong with a project's print specs."""
    found = printspecs.look(project).findings
    assert len(found) == 1, found
    return found[0]


def test_every_preset_is_right_and_only_the_shop_waits_for_its_profile() -> None:
    """Nothing is wrong with what the program brings."""
    looked = printspecs.look(None)
    assert looked.findings == ()
    assert set(looked.refused) == {"shop"}
    assert set(looked.specs) == {"offset-coated", "offset-uncoated", "digital", "in-house"}


def test_the_preset_of_offset_on_coated_paper_is_what_is_asked_by_default() -> None:
    """The data file and the constant of the PDF room say the same."""
    assert printspecs.find("offset-coated", None) == COATED


def test_every_preset_says_where_its_figures_come_from() -> None:
    """Each run of figures in a preset stands under a comment."""
    for path in preset_files():
        for run in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            if re.search(
                r"^(bleed|safe|ink_|type_|line_|image_ppi|condition)", run, re.MULTILINE
            ):
                assert re.search(r"^# ", run, re.MULTILINE), (path.name, run)


def test_uncoated_paper_is_another_condition_with_its_own_profile() -> None:
    """What differs is taken from the file, the rest from the spec it extends."""
    spec = printspecs.find("offset-uncoated", None)
    assert spec.condition == FOGRA47
    assert (spec.ink_limit, spec.ink_warning) == (300, 280)
    assert (spec.bleed, spec.standard) == (COATED.bleed, COATED.standard)


def test_an_office_printer_has_a_rim_and_no_bleed() -> None:
    """In-house nothing is trimmed, and the machine cannot print to the edge."""
    spec = printspecs.find("in-house", None)
    assert (spec.bleed, spec.printable, spec.marks) == (0, 5, "none")
    assert spec.line_least > COATED.line_least


def test_a_wrong_name_is_answered_with_the_near_one() -> None:
    """A typing mistake does not pass for another paper."""
    with pytest.raises(ContentError) as caught:
        printspecs.find("ofset-coated", None)
    assert caught.value.hint == "did you mean 'offset-coated'?"


def test_the_shops_spec_says_what_to_do_while_its_profile_is_missing(write: Write) -> None:
    """Without the profile the spec cannot be used; it is no mistake of the project."""
    project = write()
    with pytest.raises(ContentError) as caught:
        printspecs.find("shop", project)
    assert "'content/print/shop.icc' is not there" in caught.value.message
    assert "ask the print shop" in caught.value.hint
    assert printspecs.look(project).findings == ()


def test_a_profile_that_is_there_under_another_name_is_pointed_out(write: Write) -> None:
    """The shop calls its file what it likes, and so does the computer that saves it."""
    project = write(mine=OWN)
    (project.content / "print" / "PSO_v3.ICC").write_bytes(PROFILE)

    with pytest.raises(ContentError) as caught:
        printspecs.find("shop", project)

    assert caught.value.hint == "print/ has PSO_v3.ICC: is it that? Then rename it"


def test_the_shops_spec_works_once_its_profile_is_there(write: Write) -> None:
    """The profile is taken along, under no registered name."""
    spec = printspecs.find("shop", write(profile=PROFILE))
    assert intent.profile(spec.condition) == PROFILE
    assert spec.condition.identifier == CUSTOM
    assert spec.condition.registry == ""
    assert COATED.condition.registry == REGISTRY


def test_a_project_names_the_condition_of_the_shops_profile(write: Write) -> None:
    """A file named like a preset stands in for it, and may extend it."""
    project = write(
        profile=PROFILE,
        shop="spec: shop\ntitle: River Print\nextends: shop\ncondition: FOGRA51\n"
        "profile: content/print/shop.icc\nbleed: 2\n",
    )
    spec = printspecs.find("shop", project)
    assert spec.condition.identifier == "FOGRA51"
    assert spec.condition.registry == REGISTRY
    assert spec.condition.info == "FOGRA51 (River Print)"
    assert spec.bleed == 2


@pytest.mark.parametrize(
    ("name", "meant"), [("FOGRA15", ""), ("FOGRA39L", "FOGRA39"), ("fogra51", "FOGRA51")]
)
def test_a_condition_that_no_registry_has_is_asked_about(
    write: Write, name: str, meant: str
) -> None:
    """It may be newer than the list, so that it is used; it is said to be in no registry."""
    text = f"{OWN}condition: {name}\nprofile: content/print/shop.icc\n"
    project = write(profile=PROFILE, mine=text)

    found = only(project)
    assert (found.code, found.severity) == ("C109", Severity.WARNING)
    assert str(found.origin) == "content/print/mine.yaml:4"
    assert repr(name) in found.message
    assert meant in found.hint
    assert ("did you mean" in found.hint) == bool(meant)
    spec = printspecs.find("mine", project)
    assert (spec.condition.identifier, spec.condition.registry) == (name, "")


def test_a_condition_does_not_keep_the_profile_of_another(write: Write) -> None:
    """Whoever names a packaged condition gets its profile, not the extended spec's."""
    project = write(
        profile=PROFILE,
        mine="spec: mine\ntitle: Mine\nextends: shop\ncondition: FOGRA47\n",
    )
    assert printspecs.find("mine", project).condition == FOGRA47


def test_a_preset_extends_presets_whatever_the_project_has(write: Write) -> None:
    """A project's own offset-coated does not change what digital means."""
    project = write(
        offset_coated="spec: offset-coated\ntitle: Odd\nextends: offset-coated\nbleed: 9\n"
    )
    specs = printspecs.read(project)
    assert specs["offset-coated"].bleed == 9
    assert specs["digital"].bleed == COATED.bleed


def test_names_are_known_without_reading_a_file(write: Write) -> None:
    """A plan lists specs by file name, broken ones too."""
    assert "mine" in spec_names(write(mine=":::"))


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("spec: mine\ntitle: ]\n", "C101", 2, "YAML"),
        (OWN + "bleeds: 3\n", "C103", 4, "'bleeds'"),
        (OWN + "bleed: -1\n", "C105", 4, "'bleed'"),
        (OWN + "bleed: .nan\n", "C105", 4, "'bleed'"),
        (OWN + "bleed: nan\n", "C105", 4, "'bleed'"),
        (OWN + "bleed: .inf\n", "C105", 4, "'bleed'"),
        (OWN + "bleed: 1e400\n", "C105", 4, "'bleed'"),
        (OWN + "bleed: true\n", "C105", 4, "'bleed'"),
        (OWN + "bleed: 99999999999999\n", "C105", 4, "'bleed'"),
        (OWN + "bleed: 99999999999999999999999999\n", "C105", 4, "'bleed'"),
        (OWN + "ink_limit: 3\n", "C105", 4, "'ink_limit'"),
        (OWN + "ink_limit: 250\n", "C105", 1, "'ink_warning' (280) is more"),
        (OWN + "safe_least: 6\n", "C105", 4, "'safe_least' (6) is more"),
        (OWN + "image_ppi: [300, 200]\n", "C105", 4, "'image_ppi'"),
        (OWN + "image_ppi: [300]\n", "C104", 4, "missing"),
        (OWN + "marks: corp\n", "C105", 4, "'corp'"),
        (OWN + "standard: PDF/X-3\n", "C105", 4, "'PDF/X-3'"),
        (OWN + 'paper: "two\\nlines"\n', "C105", 4, "'paper'"),
        (OWN + "condition: FOGRA93\n", "C109", 4, "no profile"),
        (OWN + "profile: content/print/shop.icc\n", "C105", 1, "needs the 'condition'"),
        ("spec: other\ntitle: Mine\nextends: offset-coated\n", "C107", 1, "holds 'other'"),
        ("spec: mine\ntitle: Mine\ncondition: FOGRA39\n", "C104", 1, "is missing"),
        ("spec: mine\ntitle: Mine\nextends: ofset-coated\n", "C109", 3, "is not there"),
        ("spec: mine\ntitle: Mine\nextends: mine\n", "C109", 3, "is not there"),
        ("spec: mine\nspec: mine\ntitle: M\nextends: digital\n", "C102", 2, "twice"),
        ("- a list\n", "C105", 1, "file"),
        ("", "C105", 1, "file"),
    ],
)
def test_a_mistake_in_a_spec_is_found_on_its_line(
    write: Write, text: str, code: str, line: int, says: str
) -> None:
    """A project's spec is read strictly, with the place of each mistake."""
    found = only(write(mine=text))
    assert (found.code, found.origin.line) == (code, line), found
    assert found.origin.path == "content/print/mine.yaml"
    assert says in found.message


def test_a_figure_that_ends_in_nought_is_the_same_figure(write: Write) -> None:
    """3.50 is three and a half."""
    assert printspecs.find("mine", write(mine=OWN + "bleed: 3.50\n")).bleed == 3.5


def test_specs_that_extend_each_other_in_a_circle_are_refused(write: Write) -> None:
    """Reading ends, and says why."""
    project = write(
        one="spec: one\ntitle: One\nextends: two\n",
        two="spec: two\ntitle: Two\nextends: one\n",
    )
    found = printspecs.look(project).findings
    assert {f.code for f in found} == {"C109"}
    assert all("circle" in f.message for f in found)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not an ICC profile"),
        (b"%PDF-1.7" * 100, "not an ICC profile"),
        (PROFILE[:-1], "not whole"),
        (PROFILE[:16] + b"RGB " + PROFILE[20:], "of RGB, not CMYK"),
        (PROFILE[:12] + b"mntr" + PROFILE[16:], "not of a press"),
        (PROFILE[:128] + b"\xff" * (len(PROFILE) - 128), "damaged"),
        (PROFILE[:128] + b"\0" * (len(PROFILE) - 128), "damaged"),
        (struct.pack(">I", 9 << 20) + PROFILE[4:128] + b"x" * (9 << 20), "larger than"),
    ],
)
def test_a_profile_that_cannot_be_converted_through_is_refused(
    write: Write, data: bytes, says: str
) -> None:
    """What the shop sent is looked at before a file is made with it."""
    found = only(write(profile=data))
    assert found.code == "C109"
    assert found.origin.path == "content/print/shop.icc"
    assert says in found.message


@pytest.mark.parametrize(
    "named",
    ["/etc/hostname", "content/print/../../x.icc", "../x.icc", "x.icc", "content/print",
     "content/print/.hidden.icc", "content/print/way-out.icc", "content/print/x\\0.icc",
     "content/print/inner/x.icc", "content/print/shop.icc.part"],
)  # fmt: skip
def test_a_profile_outside_its_folder_is_never_opened(
    write: Write, tmp_path: Path, named: str
) -> None:
    """A spec cannot make the program read another file of the machine."""
    for place in ("x.icc", "content/.hidden.icc"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_bytes(PROFILE)
    project = write(mine=OWN + f'condition: FOGRA51\nprofile: "{named}"\n')
    (tmp_path / "content/print/.hidden.icc").write_bytes(PROFILE)
    (tmp_path / "content/print/way-out.icc").symlink_to(tmp_path / "x.icc")
    found = only(project)
    assert found.code == "C109"
    assert "is not in content/print/" in found.message or "not named" in found.message


def test_a_check_of_the_project_reports_its_print_specs(write: Write) -> None:
    """A mistake is found with all others, before anything is built."""
    found = library.read(write(mine=OWN + "bleed: -1\n")).findings
    assert [f.code for f in found if f.origin.path.startswith("content/print/")] == ["C105"]
