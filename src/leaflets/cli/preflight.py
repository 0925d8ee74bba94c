"""Ask of a finished PDF what a print shop would ask, ours or anyone's."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from leaflets.build import guarded
from leaflets.build.preflightlook import draw, look
from leaflets.build.preflightpage import drawn_pages, page
from leaflets.cli.screen.preflighted import say
from leaflets.content import printspecs
from leaflets.content.project import Project
from leaflets.errors import ContentError, RenderError
from leaflets.files import write_atomically
from leaflets.pdf.preflight.account import plain
from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED

if TYPE_CHECKING:
    from leaflets.cli.main import Place

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)\s*(?:mm)?", re.IGNORECASE)
_NARROWEST, _WIDEST = 10.0, 5000.0
"""Measures in mm that a sheet or a panel may have."""

_PICTURES = 100_000_000
"""Bytes of pictures in one report; of the files after that what was found is listed."""


def _trim(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[float, float] | None:
    if value is None:
        return None
    said = _SIZE.fullmatch(value.strip())
    if said is None:
        raise click.BadParameter("say width and height in mm, such as 148x210", ctx, param)
    width, height = float(said[1]), float(said[2])
    _sane((width, height), ctx, param)
    return width, height


def _panels(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[float, ...]:
    if value is None:
        return ()
    try:
        widths = tuple(float(each) for each in value.split("+"))
    except ValueError:
        widths = ()
    if len(widths) < 2:
        raise click.BadParameter(
            "say the widths of the panels in mm, such as 97+100+100", ctx, param
        )
    _sane(widths, ctx, param)
    return widths


def _sane(measures: Sequence[float], ctx: click.Context, param: click.Parameter) -> None:
    if not all(_NARROWEST <= each <= _WIDEST for each in measures):
        raise click.BadParameter(
            f"every measure is between {_NARROWEST:g} and {_WIDEST:g} mm", ctx, param
        )


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path)
)
@click.option(
    "--spec",
    "named",
    default=COATED.name,
    show_default=True,
    metavar="NAME",
    help="Print spec: what the paper bears and the shop asks for.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.html",
    help="Write a page that shows what was found where.",
)
@click.option("--pages", type=click.IntRange(1), metavar="N", help="Pages ordered.")
@click.option(
    "--trim",
    callback=_trim,
    metavar="148x210",
    help="Size of a page when it is cut, in mm.",
)
@click.option(
    "--fold",
    "panels",
    callback=_panels,
    metavar="97+100+100",
    help="Panels of the first page from left to right, in mm; its back is mirrored.",
)
@click.option("--code", default="", metavar="CODE", help="Edition code that it must carry.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    files: tuple[Path, ...],
    named: str,
    as_json: bool,
    report: Path | None,
    pages: int | None,
    trim: tuple[float, float] | None,
    panels: tuple[float, ...],
    code: str,
) -> None:
    """Ask of a finished PDF what a print shop would ask, ours or anyone's.

    Ends with 1 if an error was found, with 6 if a file cannot be read. Each file is read
    in a process of its own with bounds of time and memory. What is asked is listed in
    docs/preflight.md; print specs of the project count where there is one.
    """
    place: Place = ctx.obj
    if report is not None and report.suffix.lower() not in {".html", ".htm"}:
        raise click.UsageError(f"the report is a page: {report.name!r} must end in .html")
    spec = printspecs.find(named, _project(place.folder))
    if lacking := guarded.unbounded():
        click.echo(f"note: {lacking}", err=True)
    ordered = Ordered(pages=pages, trim=trim, edition_code=code)
    accounts: list[dict[str, Any]] = []
    drawn: list[Mapping[str, bytes]] = []
    room = _PICTURES
    for path in files:
        said, data = _look(path, spec, ordered, panels)
        accounts.append(said)
        if report is not None:
            room -= sum(map(len, (drawn[-1] if drawn else {}).values()))
            drawn.append(draw(data, drawn_pages(said)) if data and room > 0 else {})
        if not as_json:
            say(said["path"], said)
    exit_code = max(_exit_code(said) for said in accounts)
    if as_json:
        document = {"files": accounts, "exit_code": exit_code}
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    if report is not None:
        _write(report, page(accounts, drawn))
        if not as_json:
            click.echo(f"{plain(str(report))}: what was found, page by page")
    ctx.exit(exit_code)


def _project(folder: Path) -> Project | None:
    """Open the project, if there is one; a folder that was named must be one."""
    try:
        return Project.at(folder)
    except ContentError:
        if folder != Path():
            raise
        return None


def _look(
    path: Path, spec: Any, ordered: Ordered, panels: tuple[float, ...]
) -> tuple[dict[str, Any], bytes]:
    """Read one file and ask; what keeps it from being read is its answer.

    The bytes are those that may be drawn: none of a file that cannot be.
    """
    head = {"path": plain(str(path))}
    try:
        data = guarded.take(path)
        said, drawable = look(data, spec, path.name, ordered, panels)
    except RenderError as error:
        told = {"message": plain(error.message), "hint": plain(error.hint)}
        return {**head, "name": plain(path.name), "error": told}, b""
    return {**head, **said}, data if drawable else b""


def _exit_code(said: Mapping[str, Any]) -> int:
    if "error" in said:
        return RenderError.exit_code
    return 0 if said["passed"] else 1


def _write(path: Path, text: str) -> None:
    try:
        write_atomically(path, text)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise RenderError(f"the report cannot be written: {reason}") from error
