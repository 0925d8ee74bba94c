"""Where print specs are: names and files, nothing parsed.

A plan asks for names only, and must not load what reads the files.
"""

from __future__ import annotations

from pathlib import Path

from leaflets.content.project import Project

PRESETS = Path(__file__).with_name("print")
"""Folder of the specs that the program brings."""

FOLDER = "print"
"""Folder in ``content/`` of the specs of a project, and of profiles that shops sent."""


def preset_files() -> tuple[Path, ...]:
    """Files of the program's specs, in order of name."""
    return tuple(sorted(PRESETS.glob("*.yaml")))


def spec_files(project: Project) -> tuple[Path, ...]:
    """Files of a project's own specs, in order of name."""
    return tuple(
        path for path in project.record_files(FOLDER) if not path.name.startswith(".")
    )


def spec_names(project: Project) -> tuple[str, ...]:
    """Names of all specs that a project can use, in order."""
    files = (*preset_files(), *spec_files(project))
    return tuple(sorted({path.stem for path in files}))
