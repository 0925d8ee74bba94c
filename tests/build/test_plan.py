"""The plan: names off files, jobs with keys, and mistakes that are understood."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.build.fakeproject import write

from leaflets.build.inputs import Inputs
from leaflets.build.keys import Keys
from leaflets.build.plan import NothingToPrint, UnknownName, Wanted, plan, survey
from leaflets.content.project import Project
from leaflets.errors import ContentError, LocaleError
from leaflets.formats.base import FORMATS
from leaflets.model.work import Job


def planned(root: Path, **wanted: tuple[str, ...] | bool) -> tuple[Job, ...]:
    """Plan what is wanted."""
    project = Project.at(root)
    keys = Keys(project, Inputs(), "p", "t")
    asked = Wanted(**wanted)  # type: ignore[arg-type]
    return plan(survey(project), asked, keys)


def editions(jobs: tuple[Job, ...]) -> set[tuple[str, str]]:
    """Leaflets and locales of some jobs."""
    return {(job.leaflet, job.locale) for job in jobs}


def test_a_job_knows_the_print_spec_of_its_format(root: Path) -> None:
    """What is not for print has none."""
    specs = {job.format: job.spec for job in planned(root)}

    assert specs["press"] == "offset-coated"
    assert specs["screen"] == specs["web"] == ""
    assert specs == {name: FORMATS[name].spec for name in specs}


def test_a_shops_print_spec_stands_in_where_a_file_goes_to_a_shop(root: Path) -> None:
    """Only there, whatever else is asked for; a key differs with it."""
    write(root, "content/print/river.yaml", "spec: river\n")
    asked = {job.format: job for job in planned(root, spec="river")}  # type: ignore[arg-type]
    usual = {job.format: job for job in planned(root)}

    for name, form in FORMATS.items():
        assert asked[name].spec == ("river" if form.for_shop else form.spec)
        assert (asked[name].key != usual[name].key) == form.for_shop


def test_a_print_spec_that_nobody_has_is_a_mistake_of_the_command(root: Path) -> None:
    """It is answered with the near one."""
    with pytest.raises(UnknownName) as caught:
        planned(root, spec="ofset-coated")  # type: ignore[arg-type]
    assert caught.value.hint == "did you mean 'offset-coated'?"


def test_a_print_spec_for_what_goes_to_no_shop_is_a_mistake(root: Path) -> None:
    """Nobody is left to think that a screen file was made for a shop."""
    with pytest.raises(NothingToPrint) as caught:
        planned(root, formats=("screen",), spec="digital")  # type: ignore[arg-type]
    assert "screen: made for no shop" in str(caught.value)
    assert "--format" in caught.value.hint


def test_names_are_read_off_files(root: Path) -> None:
    """Folders of locales become tags; formats are the files of their room."""
    write(root, "content/leaflets/.#apples.yaml", "half written")

    names = survey(Project.at(root))

    assert names.leaflets == ("apples", "plums")
    assert names.locales == ("ar", "en", "zh-Hans")
    assert names.imprints == ("clinic",)
    assert {"screen", "press", "large", "web"} <= set(names.formats)


def test_the_whole_matrix_is_every_leaflet_where_it_can_be_read(root: Path) -> None:
    """In its original, and in every locale that has a catalog for it."""
    jobs = planned(root)

    assert editions(jobs) == {
        ("apples", "en"),
        ("apples", "ar"),
        ("apples", "zh-Hans"),
        ("plums", "en"),
        ("plums", "ar"),
    }
    formats = [FORMATS[name] for name in survey(Project.at(root)).formats]
    beside = sum(form.beside for form in formats)  # there is nothing beside an original
    wanted = 5 * len(formats) - 2 * beside
    assert len(jobs) == len({job.name for job in jobs}) == wanted
    assert len({job.key for job in jobs}) == len(jobs)


def test_a_plan_can_be_narrowed(root: Path) -> None:
    """Leaflets, locales, formats and imprints that are named are all that is planned."""
    jobs = planned(
        root, leaflets=("plums",), locales=("ar",), formats=("web", "screen"), final=True
    )

    assert [job.name for job in jobs] == [
        "plums.ar.clinic.screen",
        "plums.ar.clinic.web",
    ]
    assert all(job.final for job in jobs)


def test_a_locale_may_be_named_as_gettext_names_it(root: Path) -> None:
    """``zh_Hans`` is understood as ``zh-Hans``."""
    assert editions(planned(root, locales=("zh_Hans",))) == {("apples", "zh-Hans")}


@pytest.mark.parametrize(
    ("wanted", "noun", "hint"),
    [
        ({"leaflets": ("aples",)}, "leaflet", "did you mean 'apples'?"),
        ({"locales": ("zh-Hant",)}, "locale", "did you mean 'zh-Hans'?"),
        ({"formats": ("screem",)}, "format", "did you mean 'screen'?"),
        ({"imprints": ("clinics",)}, "imprint", "did you mean 'clinic'?"),
        ({"leaflets": ("zzz",)}, "leaflet", "there are: apples, plums"),
    ],
)
def test_an_unknown_name_is_said_with_a_way_out(
    root: Path, wanted: dict[str, tuple[str, ...]], noun: str, hint: str
) -> None:
    """The message names what was asked for, the hint what may have been meant."""
    with pytest.raises(UnknownName) as caught:
        planned(root, **wanted)

    assert caught.value.noun == noun
    assert caught.value.hint == hint


def test_a_locale_without_any_catalog_is_an_error(root: Path) -> None:
    """Whoever names a locale is told that nothing can be built in it."""
    with pytest.raises(LocaleError, match="zh-Hans") as caught:
        planned(root, leaflets=("plums",), locales=("zh-Hans",))

    assert "catalog update" in caught.value.hint


@pytest.mark.parametrize("folder", ["leaflets", "imprints"])
def test_a_project_without_leaflets_or_imprints_has_nothing_to_build(
    root: Path, folder: str
) -> None:
    """An empty folder is said, and not a build of nothing."""
    for path in (root / "content" / folder).iterdir():
        path.unlink()

    with pytest.raises(ContentError, match=f"content/{folder}/"):
        planned(root)


@pytest.mark.parametrize(
    "text", ["title: [\n", "original: >-\n  en\n", "original: xx\n", ""]
)
def test_a_leaflet_that_a_glance_cannot_read_is_planned_everywhere(
    root: Path, text: str
) -> None:
    """So that a job tells what is wrong with it, whatever language is asked for."""
    write(root, "content/leaflets/plums.yaml", text)

    assert {
        locale for leaflet, locale in editions(planned(root)) if leaflet == "plums"
    } == {
        "ar",
        "en",
        "zh-Hans",
    }


def test_planning_loads_no_heavy_library() -> None:
    """A build with nothing to do must not wait for YAML, CLDR or the engine."""
    code = (
        "import sys, leaflets.cli.build\n"
        "heavy = {'yaml', 'pydantic', 'babel', 'polib', 'jinja2', 'weasyprint', 'pikepdf',"
        " 'pypdfium2', 'citeproc', 'rich', 'uharfbuzz'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert said.stdout == "[]\n"
