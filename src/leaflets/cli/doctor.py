"""Say what this machine has, what it lacks, and what mends it.

Two machines that show the same fingerprint write the same bytes: it is the one that
the keys of a build are made with.
"""

from __future__ import annotations

import ctypes
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets.build import liblouis, machine, paths
from leaflets.build.inputs import Inputs
from leaflets.content import library, printspecs
from leaflets.content.project import Project
from leaflets.errors import ContentError, RenderError
from leaflets.pdf import fontsearch
from leaflets.pdf.textlayer import poppler

if TYPE_CHECKING:
    from leaflets.cli.main import Place

LIBRARIES = (
    ("pango", "libpango-1.0.so.0", "libpango-1.0-0"),
    ("pangoft2", "libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
    ("harfbuzz", "libharfbuzz.so.0", "libharfbuzz0b"),
    ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset0"),
    ("fontconfig", "libfontconfig.so.1", "fontconfig"),
)
"""Libraries that the engine loads, and the Debian packages that bring them."""

TOOLS = (
    ("msgfmt", ("msgfmt", "--version"), "gettext"),
    ("qpdf", ("qpdf", "--version"), "qpdf"),
    ("ghostscript", ("gs", "--version"), "ghostscript"),
    ("mutool", ("mutool", "-v"), "mupdf-tools"),
    ("chromium", ("chromium", "--version"), "chromium"),
    ("java", ("java", "-version"), "default-jre-headless"),
)
"""Programs that only the tests and the judges call."""

_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[^]]*\])?\s*(?:==\s*([\w.]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a build, or a test, needs of the machine."""

    kind: str
    """``python``, ``package``, ``library``, ``font``, ``tool`` or ``spec`` (print spec)."""

    name: str
    version: str = ""
    """Empty for what is missing or does not tell."""

    missing: bool = False
    needed: bool = True
    """False for what only the tests and the judges call."""

    mend: str = ""
    """Command that brings what is missing."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(ctx: click.Context, *, as_json: bool) -> None:
    """Say what this machine has, what it lacks, and what mends it.

    Ends with 1 if something is missing that a build needs.
    """
    place: Place = ctx.obj
    found, toolchain, problem = examine(place.folder)
    well = not any(part.missing and part.needed for part in found) and (
        problem is None or isinstance(problem, ContentError)
    )
    if as_json:
        said = {
            "well": well,
            "fingerprint": machine.digest(toolchain) if toolchain else "",
            "toolchain": toolchain,
            "parts": [asdict(part) for part in found],
            "problem": problem.message if problem else "",
        }
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        _say(found, toolchain, problem)
    ctx.exit(0 if well else 1)


def examine(
    folder: Path,
) -> tuple[tuple[Part, ...], dict[str, str], ContentError | RenderError | None]:
    """Look at the machine, with the eyes of the project in *folder*.

    Gives the parts, the toolchain as the keys of a build have it, and what kept the
    toolchain from being asked: no project, or a missing font or library.
    """
    toolchain: dict[str, str] = {}
    problem: ContentError | RenderError | None = None
    fonts: tuple[Part, ...] = ()
    specs: tuple[Part, ...] = ()
    try:
        project = Project.at(folder)
        fonts = tuple(_fonts(project))
        specs = tuple(_specs(project))
        toolchain = machine.toolchain(project, project.output / paths.CACHE, Inputs())
    except (ContentError, RenderError) as error:
        problem = error
    python = Part(kind="python", name="python", version=sys.version.partition(" ")[0])
    parts = (python, *_packages(), *_libraries(), *fonts, *specs, *_tools())
    told = (replace(p, version=p.version or toolchain.get(p.name, "")) for p in parts)
    return tuple(told), toolchain, problem


def _packages() -> Iterator[Part]:
    for line in metadata.requires("leaflets") or ():
        wanted = _REQUIREMENT.match(line)
        if wanted is None or "extra ==" in line:
            continue
        name, exactly = wanted.groups()
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            version = ""
        missing = not version or bool(exactly and version != exactly)
        yield Part(
            kind="package",
            name=name,
            version=version,
            missing=missing,
            mend="make setup" if missing else "",
        )


def _libraries() -> Iterator[Part]:
    for name, file, package in LIBRARIES:
        part = Part(kind="library", name=name)
        try:
            ctypes.CDLL(file)
        except OSError:
            part = replace(part, missing=True, mend=f"apt-get install {package}")
        yield part
    # All but braille can be made without it.
    version, tables = liblouis.version(), liblouis.tables()
    missing = not version or tables is None
    mend = liblouis.MEND if missing else ""
    yield Part(
        kind="library",
        name="liblouis",
        version=version,
        missing=missing,
        needed=False,
        mend=mend,
    )


def _fonts(project: Project) -> Iterator[Part]:
    locales = library.read(project).locales.values()
    for family in sorted({family for locale in locales for family in locale.fonts}):
        part = Part(kind="font", name=family)
        try:
            faces = len(fontsearch.search([family]))
        except RenderError as error:
            yield replace(part, missing=True, mend=error.hint)
        else:
            yield replace(part, version=f"{faces} face{'' if faces == 1 else 's'}")


def _specs(project: Project) -> Iterator[Part]:
    """Print specs with their printing conditions; what is made for no shop needs none."""
    looked = printspecs.look(project)
    for name in sorted({*looked.specs, *looked.refused}):
        if name in looked.specs:
            condition = looked.specs[name].condition.identifier
            yield Part(kind="spec", name=name, version=condition, needed=False)
        else:
            why = looked.refused[name]
            mend = f"{why.origin}: {why.message}"
            yield Part(kind="spec", name=name, missing=True, needed=False, mend=mend)


def _tools() -> Iterator[Part]:
    # Builds ask it whether a file reads as it says; without it none is called accessible.
    reader = Part(kind="tool", name=poppler.PROGRAM)
    try:
        yield replace(reader, version=poppler.version())
    except poppler.Absent:
        yield replace(reader, missing=True, mend=poppler.MEND)
    for name, call, package in TOOLS:
        part = Part(kind="tool", name=name, needed=False)
        try:
            said = subprocess.run(call, capture_output=True, text=True, check=False)
        except OSError:
            yield replace(part, missing=True, mend=f"apt-get install {package}")
        else:
            number = re.search(r"\d+(\.\d+)+", said.stdout + said.stderr)
            yield replace(part, version=number[0] if number else "")


def _say(
    found: Iterable[Part],
    toolchain: dict[str, str],
    problem: ContentError | RenderError | None,
) -> None:
    for part in found:
        state = part.version or "here"
        if part.missing:
            colour = "red" if part.needed else "yellow"
            had = f" (found {part.version})" if part.version else ""
            state = f"{click.style('missing', fg=colour)}{had}   mend: {part.mend}"
        click.echo(f"{part.kind:8} {part.name:20} {state}")
    if problem is not None:
        click.echo(f"fingerprint: not to be told, {problem.message}")
        if problem.hint:
            click.echo(f"  hint: {problem.hint}")
    else:
        fonts = toolchain.get("fonts", "")
        click.echo(f"fonts        {fonts}\nfingerprint  {machine.digest(toolchain)}")
