"""Read one YAML file as what its shape says that it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from leaflets import files
from leaflets.content import shape, yamlfile
from leaflets.content.yamlfile import YamlFile
from leaflets.errors import ContentError
from leaflets.findings import Finding
from leaflets.origin import Origin

ShapeType = TypeVar("ShapeType", bound=BaseModel)


def read(
    path: Path, shown: str, kind: type[ShapeType]
) -> tuple[tuple[YamlFile, ShapeType] | None, list[Finding]]:
    """Read a file and what it holds, and say what is wrong with it.

    *shown* is the name that findings give it. Nothing is held where it has mistakes.
    """
    try:
        text = files.read_text(path, shown=shown)
    except ContentError as error:
        origin = error.origin or Origin(shown)
        finding = Finding(
            code="C100", message=error.message, origin=origin, hint=error.hint
        )
        return None, [finding]
    file, said = yamlfile.read(text, shown)
    found = list(said)
    if file is None:
        return None, found
    try:
        return (file, kind.model_validate(file.data)), found
    except ValidationError as error:
        found.extend(shape.findings_of(error, file, kind))
    except RecursionError:
        origin = file.origin()
        message = "file is nested too deeply"
        found.append(Finding(code="C101", message=message, origin=origin))
    return None, found
