"""The profile that a print shop sent: a file of the project, looked at before use."""

from __future__ import annotations

from pathlib import Path

from leaflets.content.printfiles import FOLDER
from leaflets.content.project import Project
from leaflets.pdf import iccprofile

ENDINGS = (".icc", ".icm")
"""Of the names of profiles; none of them is a name that a key leaves out."""


class UnfitProfile(Exception):
    """A profile cannot be used; *absent* where the file is not there at all."""

    def __init__(self, message: str, hint: str = "", *, absent: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.absent = absent


def profile_of(project: Project | None, named: str) -> bytes:
    """Read the profile that is *named* by its path from the project.

    It lies in ``content/print/``, so that a change of it is seen by every build that
    rests on it. Raises UnfitProfile, whose message goes on where a name ends.
    """
    if project is None:
        raise UnfitProfile(
            "is a file of a project, and there is no project here",
            "run it in the project's folder, or say --project DIR",
            absent=True,
        )
    folder = project.content / FOLDER
    path = project.root / named
    try:
        real = path.resolve()
        inside = path.parent == folder and real.parent == folder.resolve()
    except (OSError, ValueError, RuntimeError):
        inside = False
    if not inside:
        raise UnfitProfile(f"is not in content/{FOLDER}/", "put it there")
    if path.name.startswith(".") or path.suffix.lower() not in ENDINGS:
        raise UnfitProfile(f"is not named as a profile: NAME{ENDINGS[0]}", "rename it")
    if not real.is_file():
        raise UnfitProfile("is not there", _way_to(path), absent=True)
    try:
        with real.open("rb") as stream:
            data = stream.read(iccprofile.LIMIT + 1)
    except OSError as error:
        raise UnfitProfile(f"cannot be read: {error.strerror}") from error
    wrong = iccprofile.problem_of(data)
    if wrong:
        raise UnfitProfile(wrong, "ask the print shop for the CMYK profile of its press")
    return data


def _way_to(path: Path) -> str:
    """Say what to do about a profile that is not there, though another may be."""
    others = sorted(
        each.name
        for each in path.parent.glob("*")
        if not each.name.startswith(".") and each.suffix.lower() in ENDINGS
    )
    if others:
        return (
            f"{path.parent.name}/ has {', '.join(others[:3])}: is it that? Then rename it"
        )
    return (
        "ask the print shop for the profile of its press and save it under that name, "
        "or take another print spec"
    )
