"""The logo of a clinic, as a page can hold it."""

from __future__ import annotations

import base64

from leaflets.checks import imprints
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.model.format import Format
from leaflets.model.imprint import Imprint
from leaflets.pdf import colour, svgcolour


def logo_of(project: Project, imprint: Imprint, form: Format) -> str:
    """Give the imprint's logo as a ``data:`` address, in the colours of the format."""
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
    if form.colour == "cmyk":
        if picture == "svg+xml":
            data = svgcolour.svg_to_cmyk(data)
        else:
            data = colour.to_cmyk_image(data)
            picture = "jpeg" if data.startswith(b"\xff\xd8") else "png"
    return f"data:image/{picture};base64,{base64.b64encode(data).decode()}"
