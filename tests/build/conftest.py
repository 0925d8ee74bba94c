"""What the tests of the build share: a project, a recorder of events, one way to build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.build.fakeproject import CRAFT, lay_out

from leaflets.build import executors, machine, work
from leaflets.build.plan import Wanted
from leaflets.build.run import Built, Ways, build
from leaflets.content.project import Project
from leaflets.findings import Finding
from leaflets.reporter import Reporter


@dataclass
class Heard(Reporter):
    """Writes down what it is told."""

    plans: list[tuple[int, int]] = field(default_factory=list)
    jobs_done: list[str] = field(default_factory=list)
    jobs_failed: list[tuple[str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def planned(self, total: int, current: int) -> None:
        """Write down the plan."""
        self.plans.append((total, current))

    def done(self, job: str, seconds: float, findings: tuple[Finding, ...]) -> None:
        """Write down a job."""
        self.jobs_done.append(job)

    def failed(self, job: str, message: str, findings: tuple[Finding, ...]) -> None:
        """Write down a failure."""
        self.jobs_failed.append((job, message))

    def found(self, finding: Finding) -> None:
        """Write down a finding."""
        self.findings.append(finding)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Folder of a small project."""
    return lay_out(tmp_path / "project")


@pytest.fixture
def project(root: Path) -> Project:
    """Open the small project."""
    return Project.at(root)


@pytest.fixture
def heard() -> Heard:
    """Record the events of a build."""
    return Heard()


@pytest.fixture
def toolchain(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Take the place of the machine's own toolchain; a test may change it."""
    found = {"engine": "70.0"}
    monkeypatch.setattr(machine, "toolchain", lambda *_: dict(found))
    return found


Builder = Callable[..., Built]


@pytest.fixture
def built(
    root: Path, heard: Heard, toolchain: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> Builder:
    """Build the project in this process unless told otherwise, and hear about it."""
    monkeypatch.setattr(executors, "WARM", ())  # the fake craft needs no engine

    def run(
        *leaflets: str,
        executor: str = "here",
        jobs: int = 2,
        force: bool = False,
        output: Path | None = None,
        **wanted: tuple[str, ...] | bool,
    ) -> Built:
        # Each build opens its own workshop, as a process of its own would.
        work._open.clear()
        ways = Ways(
            output=output or root / "output",
            executor=executor,
            jobs=jobs,
            force=force,
            craft=CRAFT,
        )
        asked = Wanted(leaflets=leaflets, **wanted)  # type: ignore[arg-type]
        return build(Project.at(root), asked, ways, heard)

    return run


@pytest.fixture
def made(root: Path) -> Callable[[], list[str]]:
    """Give the names of the jobs that were made since the last time it was asked."""

    def take() -> list[str]:
        path = root / ".hooks/made"
        names = sorted(path.read_text().split()) if path.exists() else []
        path.unlink(missing_ok=True)
        return names

    return take
