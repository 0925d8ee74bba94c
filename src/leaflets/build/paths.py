"""Where an artifact lies, from the output folder.

``<leaflet>/<locale>/[<imprint>/]<leaflet>.<locale>.<format>[.draft|.rejected].<ext>``;
the folder of the imprint is there in a project that has more than one. A file for print
has the end of its edition code after the format, since it goes from hand to hand alone:
``<leaflet>.<locale>.<format>.<CODE>[.draft].pdf``.
"""

from __future__ import annotations

import re
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


def artifact(
    job: Job, extension: str, state: State, *, one_imprint: bool, code: str = ""
) -> str:
    """Path of an artifact, with forward slashes.

    *code* is the code of the edition where the name is to hold it, whole; its last group,
    which stands for all that the edition says, goes into the name.
    """
    folder = _folder(job, one_imprint=one_imprint)
    group = code.rpartition("-")[2]
    middle = f".{group}" if group else ""
    return f"{folder}/{_name(job, State.FINAL)}{middle}{state.value}.{extension}"


def is_kin(name: str, job: Job, extension: str, state: State) -> bool:
    """Say whether *name* is that of the artifact of *job* in *state*, of any edition code.

    An earlier text had another code, so its file has another name.
    """
    stem = re.escape(_name(job, State.FINAL))
    pattern = rf"{stem}(\.[A-Z0-9]+)?{re.escape(state.value)}\.{re.escape(extension)}"
    return re.fullmatch(pattern, name) is not None


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
