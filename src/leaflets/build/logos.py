"""The logo of a clinic, as a page can hold it."""

from __future__ import annotations

import base64

from leaflets.checks import imprints
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.model.imprint import Imprint


def logo_of(project: Project, imprint: Imprint) -> str:
    """Give the imprint's logo as a ``data:`` address.

    A press file says its colours in inks when it is finished.
    """
    if not imprint.logo:
        return ""
    problem = imprints.logo_problem(project.root, imprint)
    if problem:
        raise ContentError(f"logo {imprint.logo!r} {problem}", origin=imprint.origin)
    data = (project.root / imprint.logo).read_bytes()
    picture = "svg+xml"
    if data.startswith(b"\x89PNG"):
        picture = "png"
    elif data.startswith(b"\xff\xd8"):
        picture = "jpeg"
    return f"data:image/{picture};base64,{base64.b64encode(data).decode()}"
