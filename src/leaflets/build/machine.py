"""What the machine brings to a page: its fonts and its libraries.

Part of every key, for another font or another engine makes other bytes. It is asked
afresh for each build, except for which fonts the locales name: that needs YAML, and is
remembered for as long as no ``locale.yaml`` changes.
"""

from __future__ import annotations

import json
from pathlib import Path

from leaflets import fingerprint
from leaflets.build import liblouis
from leaflets.build.inputs import Inputs
from leaflets.content.project import Project
from leaflets.errors import ContentError
from leaflets.files import read_text, write_atomically
from leaflets.pdf import toolchain as libraries
from leaflets.pdf.fonts import FontSet, collect

_FAMILIES = "families.json"


def fontset(project: Project, cache: Path, inputs: Inputs) -> FontSet:
    """Gather the fonts of all locales of a project, in one set under *cache*.

    Raises RenderError for a font that this machine does not have.
    """
    return collect(_families(project, cache, inputs), cache)


def toolchain(project: Project, cache: Path, inputs: Inputs) -> dict[str, str]:
    """Name each library, the fonts and the tables of braille that decide about bytes.

    Each with its version or digest; empty for a liblouis that is not there, without which
    all but braille can be made.
    """
    tables = liblouis.tables()
    return {
        **libraries.fingerprint(fontset(project, cache, inputs)),
        "liblouis": liblouis.version(),
        "braille-tables": inputs.tree(tables) if tables else "",
    }


def digest(found: dict[str, str]) -> str:
    """Fingerprint of a toolchain."""
    return fingerprint.of(found)


def _families(project: Project, cache: Path, inputs: Inputs) -> tuple[str, ...]:
    state = fingerprint.of([inputs.file(path) for path in project.locale_files()])
    record = cache / _FAMILIES
    try:
        known = json.loads(record.read_bytes())
        if known["locales"] == state:
            return tuple(str(name) for name in known["families"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # a record that cannot be read is made again
    families = sorted({name for path in project.locale_files() for name in _fonts_of(path)})
    write_atomically(record, json.dumps({"locales": state, "families": families}))
    return tuple(families)


def _fonts_of(path: Path) -> list[str]:
    # Here, because a build with nothing to do spares loading YAML.
    from leaflets.content import yamlfile

    try:
        file, _ = yamlfile.read(read_text(path), path.name)
        fonts = file.data["fonts"] if file is not None else []
        return [name for name in fonts if isinstance(name, str)]
    except (ContentError, KeyError, TypeError):
        return []  # a job in this locale will say what is wrong with its file
