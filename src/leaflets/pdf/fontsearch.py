"""Find the faces of a font family among the fonts of this machine.

Asked once for each set of fonts, through ``fc-list``. Only four faces of a family are
of use here: regular, bold, italic and bold italic, at normal width. They are known by
their style *names*: the numbers lie in places (the bold of Noto Nastaliq Urdu says
that its weight is 80, which is regular).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leaflets.errors import RenderError

PRIVATE_CONFIG = "private-fonts.conf"
"""Name of a configuration that this room wrote; never a place to search from."""

STYLES = {
    "Regular": (400, False),
    "Normal": (400, False),
    "Book": (400, False),
    "Roman": (400, False),
    "Bold": (700, False),
    "Italic": (400, True),
    "Oblique": (400, True),
    "Bold Italic": (700, True),
    "Bold Oblique": (700, True),
}

PACKAGES = (
    ("Noto Sans CJK", "fonts-noto-cjk"),
    ("Noto Serif CJK", "fonts-noto-cjk"),
    ("Noto", "fonts-noto-core"),
)
"""Start of a family's name, and the Debian package that most likely brings it."""

_NORMAL_WIDTH = "100"
_FIELDS = "%{file}\t%{index}\t%{family}\t%{style}\t%{width}\t%{variable}\n"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Face:
    """One face in one font file of this machine."""

    family: str
    weight: int
    """CSS weight: 400 or 700."""

    italic: bool
    path: Path
    index: int
    """Place in a collection (``.ttc``), 0 in a file of one face."""


def search(families: Iterable[str]) -> tuple[Face, ...]:
    """Find the regular of each family, and the bold and italics of those with them.

    Two files with the same face: the one whose path sorts first. Variable fonts are
    passed over, because the engine would have to be told of each instance.

    Raises RenderError if ``fc-list`` is missing, or a family.
    """
    wanted = sorted(set(families))
    found: dict[tuple[str, int, bool], Face] = {}
    for face in sorted(_listed(frozenset(wanted))):
        found.setdefault((face.family, face.weight, face.italic), face)
    for family in wanted:
        _require(family, [key[1:] for key in found if key[0] == family])
    return tuple(sorted(found.values()))


def _listed(families: frozenset[str]) -> Iterable[Face]:
    for line in _fc_list().splitlines():
        path, index, names, styles, width, variable = line.split("\t")
        style = styles.split(",")[0]
        if width != _NORMAL_WIDTH or variable == "True" or style not in STYLES:
            continue
        weight, italic = STYLES[style]
        for family in families.intersection(names.split(",")):
            yield Face(
                family=family,
                weight=weight,
                italic=italic,
                path=Path(path),
                index=int(index),
            )


def _fc_list() -> str:
    environment = dict(os.environ)
    if environment.get("FONTCONFIG_FILE", "").endswith(PRIVATE_CONFIG):
        del environment["FONTCONFIG_FILE"]
    try:
        done = subprocess.run(
            ["fc-list", "--format", _FIELDS],
            env=environment,
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise RenderError(
            "the fonts of this machine could not be listed: fc-list does not run",
            hint="apt-get install fontconfig",
        ) from error
    return done.stdout


def _require(family: str, faces: list[tuple[int, bool]]) -> None:
    if STYLES["Regular"] not in faces:
        raise RenderError(
            f"font {family!r} is not on this machine",
            hint=f"apt-get install {_package(family)}",
        )


def _package(family: str) -> str:
    for start, package in PACKAGES:
        if family.startswith(start):
            return package
    return f"the package that brings {family!r}"
