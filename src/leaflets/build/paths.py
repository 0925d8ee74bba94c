"""Where an artifact lies, from the output folder.

``<leaflet>/<locale>/[<imprint>/]<leaflet>.<locale>.<format>[.draft|.rejected].<ext>``;
the folder of the imprint is there in a project that has more than one.
"""

from __future__ import annotations

from enum import StrEnum

from leaflets.model.work import Job

MANIFEST = "manifest.json"
INDEX = "index.html"
LOCK = ".lock"
CACHE = ".cache"
THUMBS = ".thumbs"


class State(StrEnum):
    """What the name of a file says about it."""

    FINAL = ""
    DRAFT = ".draft"
    REJECTED = ".rejected"


def artifact(job: Job, extension: str, state: State, *, one_imprint: bool) -> str:
    """Path of an artifact, with forward slashes."""
    return f"{_folder(job, one_imprint=one_imprint)}/{_name(job, state)}.{extension}"


def thumbnail(job: Job, state: State, *, one_imprint: bool) -> str:
    """Path of the picture of its first page."""
    return f"{THUMBS}/{_folder(job, one_imprint=one_imprint)}/{_name(job, state)}.png"


def is_of(path: str, job: Job) -> bool:
    """Say whether *path* is one that a file about *job* may have."""
    folder, _, name = path.removeprefix(f"{THUMBS}/").rpartition("/")
    folders = {_folder(job, one_imprint=one) for one in (True, False)}
    return folder in folders and name.startswith(_name(job, State.FINAL) + ".")


def _folder(job: Job, *, one_imprint: bool) -> str:
    folder = f"{job.leaflet}/{job.locale}"
    return folder if one_imprint else f"{folder}/{job.imprint}"


def _name(job: Job, state: State) -> str:
    return f"{job.leaflet}.{job.locale}.{job.format}{state.value}"
