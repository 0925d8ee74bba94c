"""Copy faces into a folder of their own, and write the configuration beside them."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from leaflets import fingerprint
from leaflets.pdf.fontsearch import PRIVATE_CONFIG, Face

LAYOUT = 1
"""Raised when what this module writes changes, so that an old folder is left alone."""

_HEAD = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{faces}</dir>
  <cachedir>{cache}</cachedir>
  <config><rescan><int>0</int></rescan></config>
"""

_FACE = """  <match target="scan">
    <test name="file" compare="eq"><string>{path}</string></test>
    <edit name="weight" mode="assign"><int>{weight}</int></edit>
    <edit name="slant" mode="assign"><int>{slant}</int></edit>
  </match>
"""

_FONTCONFIG_WEIGHT = {400: 80, 700: 200}
_FONTCONFIG_SLANT = {False: 0, True: 100}


def fill(faces: Sequence[Face], cache: Path) -> tuple[Path, list[tuple[Path, str]]]:
    """Put *faces* into a folder under *cache*, an absolute path.

    The folder is named by the digests of the faces and by where it lies, because the
    configuration in it speaks of absolute paths.

    Return the folder, and the path and SHA-256 of each face in the order given. It
    appears whole or not at all, and a second process may do the same meanwhile.
    """
    cache.mkdir(parents=True, exist_ok=True)
    contents = [_bytes_of(face) for face in faces]
    digests = [fingerprint.of_bytes(content) for content in contents]
    folder = cache / f"fonts-{fingerprint.of(LAYOUT, str(cache), digests)[:24]}"
    names = [
        f"{digest[:16]}{_ending(data)}"
        for digest, data in zip(digests, contents, strict=True)
    ]
    paths = [folder / "faces" / name for name in names]
    if not all(path.is_file() for path in paths):
        draft = Path(tempfile.mkdtemp(dir=cache, prefix=".fonts-"))
        (draft / "faces").mkdir()
        for name, content in zip(names, contents, strict=True):
            (draft / "faces" / name).write_bytes(content)
        (draft / PRIVATE_CONFIG).write_text(
            _configuration(folder, paths, faces), encoding="utf-8"
        )
        _move(draft, folder)
        _scan(folder)
    return folder, list(zip(paths, digests, strict=True))


def _bytes_of(face: Face) -> bytes:
    """Read a face; take it out of its collection table by table if it is in one."""
    data = face.path.read_bytes()
    if data[:4] != b"ttcf":
        return data
    # Costs 0.1 s, and is needed once for each new set of fonts.
    from fontTools.ttLib import TTFont

    alone = io.BytesIO()
    with TTFont(
        io.BytesIO(data),
        fontNumber=face.index,
        lazy=True,
        recalcTimestamp=False,
        recalcBBoxes=False,
    ) as font:
        font.save(alone, reorderTables=None)
    return alone.getvalue()


def _ending(data: bytes) -> str:
    return ".otf" if data[:4] == b"OTTO" else ".ttf"


def _configuration(folder: Path, paths: Sequence[Path], faces: Sequence[Face]) -> str:
    rules = "".join(
        _FACE.format(
            path=escape(str(path)),
            weight=_FONTCONFIG_WEIGHT[face.weight],
            slant=_FONTCONFIG_SLANT[face.italic],
        )
        for path, face in zip(paths, faces, strict=True)
    )
    head = _HEAD.format(
        faces=escape(str(folder / "faces")), cache=escape(str(folder / "cache"))
    )
    return f"{head}{rules}</fontconfig>\n"


def _move(draft: Path, folder: Path) -> None:
    try:
        draft.replace(folder)
    except OSError:
        # Another process was first, or a folder with files missing is in the way.
        if not (folder / PRIVATE_CONFIG).is_file():
            shutil.rmtree(folder, ignore_errors=True)
            draft.replace(folder)
            return
        for path in (draft / "faces").iterdir():
            path.replace(folder / "faces" / path.name)
        shutil.rmtree(draft)


def _scan(folder: Path) -> None:
    """Let fontconfig read the faces now, not in the first rendering of each process."""
    subprocess.run(
        ["fc-cache"],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / PRIVATE_CONFIG)},
        capture_output=True,
        check=False,
    )
