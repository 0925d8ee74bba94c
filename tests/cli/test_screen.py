"""What people see on a terminal."""

from __future__ import annotations

import pytest

from leaflets.build.manifest import Failed, Manifest
from leaflets.build.run import Built
from leaflets.cli.screen.findings import show
from leaflets.cli.screen.reporting import Bar
from leaflets.cli.screen.table import draw
from leaflets.findings import Finding, Severity
from leaflets.model.work import Artifact, Job
from leaflets.origin import Origin


def job(form: str, imprint: str = "clinic") -> Job:
    """Make a job in some format."""
    return Job(
        leaflet="apples", locale="ar", imprint=imprint, format=form, final=False, key="k"
    )


def built(*imprints: str) -> Built:
    """Make a build with one artifact and one failure for each imprint."""
    manifest = Manifest()
    jobs = []
    for imprint in imprints:
        made, failed = job("screen", imprint), job("web", imprint)
        jobs += [made, failed]
        manifest.record(
            Artifact(
                job=made,
                path="x.pdf",
                sha256="0",
                bytes=1,
                pages=12,
                edition_code="X",
                draft=True,
                findings=({"severity": "warning"},),
            )
        )
        manifest.record(Failed(job=failed, message="no", exit_code=6))
    return Built(manifest=manifest, jobs=tuple(jobs), current=0)


def test_the_table_says_state_pages_and_failures(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A row for each edition, a column for each format; words, not only colours."""
    draw(built("clinic"))

    said = " ".join(capsys.readouterr().out.split())
    assert "leaflet locale screen web" in said
    assert "apples ar draft, 12 p., 1 to look at failed" in said


def test_the_table_names_imprints_where_there_are_several(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One imprint needs no column."""
    draw(built("clinic", "hospital"))

    said = capsys.readouterr().out
    assert "imprint" in said
    assert "hospital" in said


def test_the_bar_gives_way_to_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """Its message stays on the screen, brackets and all; what went well does not."""
    with Bar() as bar:
        bar.planned(3, 1)
        bar.done("apples.ar.clinic.screen", 0.1, ())
        bar.failed("apples.ar.clinic.web", "P101 [red] a fact is missing", ())

    said = capsys.readouterr().err
    assert "apples.ar.clinic.web failed: P101 [red] a fact is missing" in said


def test_a_finding_is_a_line_that_an_editor_can_follow() -> None:
    """Place first, then severity, code and message; the way out on a line of its own."""
    finding = Finding(
        code="E201",
        message="no such source",
        origin=Origin("content/a.yaml", 3),
        severity=Severity.WARNING,
        hint="add it",
    )

    plain = show(finding).replace("\x1b[33m", "").replace("\x1b[0m", "")

    assert plain == "content/a.yaml:3: warning E201 no such source\n  hint: add it"
