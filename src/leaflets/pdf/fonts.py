"""One private set of fonts, so that no other font of the machine can slip in.

The faces that are wanted are copied into a folder of their own, named by what is in
it, beside a fontconfig file that knows this folder and nothing else: no system fonts,
no aliases, no synthetic bold. Each face stands in a file of its own; a face of a
collection is taken out of it, so that "Noto Sans CJK SC" can only mean the face for
simplified Chinese. The weight and slant that the engine sees are those of the style
name.

``collect`` makes the set once in a parent process; ``install`` points this process at
it, before the first rendering.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leaflets import fingerprint
from leaflets.errors import RenderError
from leaflets.files import write_atomically
from leaflets.pdf import fontfolder, fontsearch

_MEDDLERS = (
    "FONTCONFIG_PATH",
    "FONTCONFIG_SYSROOT",
    "FREETYPE_PROPERTIES",
    "HB_OPTIONS",
    "HB_SHAPER_LIST",
)
"""Settings of the surroundings that change which glyphs are drawn, or where."""

_installed: list[str] = []
"""Digest of the set that this process renders with, once there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """One face of a family, in a file of its own."""

    family: str
    weight: int
    """CSS weight: 400 or 700."""

    italic: bool
    path: Path
    index: int
    """Place in the file; always 0 in a set that was collected."""

    digest: str
    """SHA-256 of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSet:
    """The faces that documents may be set in, and the configuration that says so."""

    folder: Path
    config_file: Path
    files: tuple[FontFile, ...]

    @property
    def digest(self) -> str:
        """Fingerprint of all faces; the same wherever the folder lies."""
        return fingerprint.of(
            [(file.family, file.weight, file.italic, file.digest) for file in self.files]
        )

    def face(self, family: str, weight: int = 400, italic: bool = False) -> FontFile:
        """Give the face that the engine takes for a style.

        600 and more is bold; a family without italics or bold gives what it has.
        Raises KeyError for a family that is not in the set.
        """
        faces = [file for file in self.files if file.family == family]
        if not faces:
            raise KeyError(family)
        bold = 700 if weight >= 600 else 400
        return min(faces, key=lambda f: (f.italic != italic, f.weight != bold))


def collect(families: Iterable[str], cache: Path) -> FontSet:
    """Gather regular, bold and italics of *families* in a folder under *cache*.

    What was gathered before is used again as long as the fonts of the machine have
    not changed. Raises RenderError naming the package for a family that is missing.
    """
    cache = cache.resolve()
    faces = fontsearch.search(families)
    seen = [_stamp(face) for face in faces]
    record = (
        cache / f"fonts-{fingerprint.of(fontfolder.LAYOUT, str(cache), seen)[:24]}.json"
    )
    known = _recorded(record)
    if known is None:
        folder, kept = fontfolder.fill(faces, cache)
        names = [[str(path.relative_to(folder)), digest] for path, digest in kept]
        write_atomically(record, json.dumps({"folder": folder.name, "files": names}))
    else:
        folder, kept = known
    files = tuple(
        FontFile(
            family=face.family,
            weight=face.weight,
            italic=face.italic,
            path=path,
            index=0,
            digest=digest,
        )
        for face, (path, digest) in zip(faces, kept, strict=True)
    )
    return FontSet(
        folder=folder, config_file=folder / fontsearch.PRIVATE_CONFIG, files=files
    )


def install(fontset: FontSet) -> None:
    """Point this process at *fontset*, before the engine makes its first font.

    Raises RenderError if the process was already pointed at other faces: fontconfig
    and Pango keep what they have read. The same faces in another folder will do.
    """
    if _installed:
        if _installed[0] == fontset.digest:
            return
        raise RenderError(
            "this process already renders with another set of fonts",
            hint="render each set of fonts in a process of its own",
        )
    if not fontset.config_file.is_file():
        raise RenderError(f"the font set {fontset.folder.name!r} is gone from the cache")
    _installed.append(fontset.digest)
    os.environ["FONTCONFIG_FILE"] = str(fontset.config_file)
    for name in _MEDDLERS:
        os.environ.pop(name, None)
    # Text without a language of its own would take that of the machine's locale.
    os.environ["FC_LANG"] = os.environ["PANGO_LANGUAGE"] = "en"


def _stamp(face: fontsearch.Face) -> list[object]:
    status = face.path.stat()
    return [face, status.st_size, status.st_mtime_ns]


def _recorded(record: Path) -> tuple[Path, list[tuple[Path, str]]] | None:
    try:
        data = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    folder = record.parent / str(data["folder"])
    kept = [(folder / name, str(digest)) for name, digest in data["files"]]
    whole = all(path.is_file() for path, _ in kept)
    return (folder, kept) if whole else None
