"""Send messages out to a translator, as XLIFF, TMX or a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflets import files
from leaflets.catalogs.domains import domains
from leaflets.catalogs.exchange.kinds import KINDS, Kind
from leaflets.catalogs.exchange.outgoing import NEEDS
from leaflets.catalogs.exchange.packet import Packet, State
from leaflets.catalogs.exchange.post import outgoing
from leaflets.cli.screen.desk import known, library, locales

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.argument("leaflet", nargs=-1, required=True)
@click.option("--locale", "tags", multiple=True, required=True, metavar="TAG")
@click.option("--format", "name", type=click.Choice(list(KINDS)), required=True)
@click.option(
    "--needs",
    type=click.Choice(NEEDS),
    default="all",
    show_default=True,
    help="work: what may not be printed yet, and nothing that is done.",
)
@click.option(
    "--translated-by-people",
    "by_people",
    is_flag=True,
    help="Leave out the drafts of machines.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE-OR-DIR",
    help="Where to; <leaflet>.<tag>.<ending> here if not given.",
)
@click.option("--overwrite", is_flag=True, help="Replace files that are there.")
@click.pass_obj
def command(
    place: Place,
    *,
    leaflet: tuple[str, ...],
    tags: tuple[str, ...],
    name: str,
    needs: str,
    by_people: bool,
    output: Path | None,
    overwrite: bool,
) -> None:
    """Send messages out to a translator, as XLIFF, TMX or a table.

    LEAFLET is a leaflet's name, or 'phrases'. One file is written for each leaflet and
    locale; what nothing needs is not written. A file that is there may be a translator's
    work: it is not replaced unless --overwrite says so.
    """
    shelf = library(place.project)
    shelves = {domain.name: domain for domain in domains(shelf)}
    known(leaflet, list(shelves), "leaflet")
    kind = KINDS[name]
    wanted = [
        (shelves[each], locale)
        for locale in locales(shelf, tags)
        for each in dict.fromkeys(leaflet)
    ]
    for domain, locale in wanted:
        if domain.original == locale.tag:
            what = f"{domain.name!r} is written in {locale.tag!r}: nothing to translate"
            raise click.UsageError(what)
    if output and len(wanted) > 1 and output.is_file():
        raise click.UsageError(f"{output.name!r} is a file, and there are {len(wanted)}")
    ready: list[tuple[Path, bytes, Packet]] = []
    for domain, locale in wanted:
        packet = outgoing(shelf, domain, locale, needs)
        packet = kind.sendable(_people(packet) if by_people else packet)
        if not packet.units:
            click.echo(f"{packet.domain} in {packet.locale}: nothing to send", err=True)
            continue
        path = _path(packet, kind, output, alone=len(wanted) == 1)
        data = kind.write(packet)
        if path.exists() and not overwrite and path.read_bytes() != data:
            raise click.UsageError(
                f"{str(path)!r} is there already; --overwrite replaces it"
            )
        ready.append((path, data, packet))
    for path, data, packet in ready:
        files.write_atomically(path, data)
        click.echo(f"{path}: {len(packet.units)} messages")


def _path(packet: Packet, kind: Kind, output: Path | None, *, alone: bool) -> Path:
    name = f"{packet.domain}.{packet.locale}{kind.suffix}"
    if output is None:
        return Path(name)
    return output if alone and not output.is_dir() else output / name


def _people(packet: Packet) -> Packet:
    units = tuple(unit for unit in packet.units if unit.state is not State.MACHINE)
    return replace(packet, units=units)
