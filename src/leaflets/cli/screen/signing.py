"""What is signed and what is not, as people read it."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterable
from typing import Any

import click

from leaflets.build.signing import Before
from leaflets.build.standings import Reason, Standing

COLOURS = {"signed": "green", "stale": "yellow", "missing": "red"}

WIDTH = 88


def standing_data(text: Before, standings: Iterable[Standing]) -> dict[str, Any]:
    """Say the standings of a text as plain data, for JSON."""
    return {
        "leaflet": text.leaflet.slug,
        "locale": text.locale.tag,
        "fingerprint": text.now.reading.mark,
        "untranslated": len(text.unfit),
        "standings": [dataclasses.asdict(standing) for standing in standings],
    }


def say_standings(text: Before, standings: Iterable[Standing]) -> None:
    """List each role with its state and who signed."""
    mark = text.now.reading.mark[:12]
    click.echo(f"{text.leaflet.slug} in {text.locale.tag}, {mark}")
    if text.unfit:
        click.echo(f"  {len(text.unfit)} texts are not translated, fuzzy or stale")
    for standing in standings:
        state = click.style(standing.state, fg=COLOURS[standing.state])
        who = f" by {standing.by}, {standing.date}" if standing.by else ""
        why = f" ({standing.why})" if standing.why else ""
        click.echo(f"  {standing.role}: {state}{who}{why}")


def say_reasons(text: Before, reasons: Iterable[Reason]) -> None:
    """List what is still to be signed, with the words before and now."""
    found = list(reasons)
    where = f"{text.leaflet.slug} in {text.locale.tag}"
    if not found and not text.unfit:
        click.echo(f"{where}: everything is signed")
        return
    click.echo(f"{where}: {len(found) + len(text.unfit)} open")
    for key, finding in text.unfit.items():
        click.echo(f"  {click.style(key, bold=True)}: {finding.message}")
    for reason in found:
        if reason.kind in ("role", "person", "original"):
            click.echo(f"  {reason.why}")
            continue
        name = click.style(reason.name, bold=True)
        kind = "" if reason.kind == "check" else f"{reason.kind} "
        roles = f"; to be signed by {', '.join(reason.roles)}" if reason.roles else ""
        click.echo(f"  {kind}{name} {reason.why}{roles}")
        _change("original", reason.original_before, reason.original_now)
        _change("translation", reason.translation_before, reason.translation_now)


def _change(what: str, before: str, now: str) -> None:
    if before == now:
        return
    _words(f"    {what} was: ", before, "red")
    _words(f"    {what} is:  ", now, "green")


def _words(label: str, words: str, colour: str) -> None:
    said = " | ".join(words.splitlines()) or "(nothing)"
    lines = textwrap.wrap(said, WIDTH - len(label)) or [said]
    indent = " " * len(label)
    for number, line in enumerate(lines):
        click.echo((indent if number else label) + click.style(line, fg=colour))
