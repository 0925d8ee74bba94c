"""Sign a text, say what is signed and what is missing, prove the ledgers."""

from __future__ import annotations

import dataclasses
import datetime
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from leaflets.build import attest, signing, standings, verify
from leaflets.build.ledgers import Books
from leaflets.build.paths import MANIFEST
from leaflets.build.plan import UnknownName
from leaflets.cli.screen import signing as screen
from leaflets.cli.screen.findings import show
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.review.roles import ROLES

if TYPE_CHECKING:
    from leaflets.cli.main import Place


@click.command()
@click.argument("leaflet", required=False)
@click.option("--locale", metavar="TAG", help="Which language; the original if not given.")
@click.option("--role", type=click.Choice(ROLES), help="In which role the person signs.")
@click.option("--by", metavar="WHO", help="Name of the person who read the text.")
@click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="KEY",
    help="Sign this message only; may be repeated.",
)
@click.option(
    "--checked",
    metavar="NAME",
    help="Record that a fact, claim or block was checked at its source.",
)
@click.option(
    "--meaning-unchanged",
    "unchanged",
    is_flag=True,
    help="Carry the sign-offs of --key, in every language, over a slip that was mended.",
)
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day of the reading; today if not given.",
)
@click.option("--list", "listed", is_flag=True, help="Only say what is signed.")
@click.option("--why", is_flag=True, help="Only say what is open, message by message.")
@click.option(
    "--verify",
    "manifest",
    is_flag=False,
    flag_value="",
    metavar="[MANIFEST]",
    help="Prove the ledgers against a manifest; that of output/ if none is named.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def command(  # noqa: PLR0917 - click calls it by name
    ctx: click.Context,
    leaflet: str | None,
    locale: str | None,
    role: str | None,
    by: str | None,
    keys: tuple[str, ...],
    checked: str | None,
    unchanged: bool,
    date: datetime.datetime | None,
    listed: bool,
    why: bool,
    manifest: str | None,
    as_json: bool,
) -> None:
    """Record that a person has read a text and finds it right.

    A sign-off covers exactly what is there now: one changed word makes it stale.
    """
    place: Place = ctx.obj
    project = place.project
    asked = [name for name, said in (
        ("--list", listed), ("--why", why), ("--verify", manifest is not None),
        ("--checked", checked), ("--meaning-unchanged", unchanged),
    ) if said]  # fmt: skip
    if len(asked) > 1:
        raise click.UsageError(f"say one of {' and '.join(asked)}", ctx)
    acts = bool(role or by or keys or checked or unchanged)
    if asked and asked[0] in ("--list", "--why", "--verify") and acts:
        raise click.UsageError(f"{asked[0]} only looks; leave out what records", ctx)
    if manifest is not None:
        if leaflet or locale:
            raise click.UsageError("--verify is about the whole project", ctx)
        ctx.exit(_verify(project, manifest, as_json=as_json))
    shelf = signing.open_library(project)
    if listed or why:
        texts = list(_texts(ctx, shelf, leaflet, locale))
        _look(shelf, texts, why=why, one=leaflet is not None, as_json=as_json)
        return
    if leaflet is None:
        raise click.UsageError("say which LEAFLET; without one there is --list", ctx)
    text = _text(ctx, shelf, leaflet, locale)
    if bool(role) == bool(checked) or not by or not by.strip():
        raise click.UsageError("say --by and one of --role and --checked", ctx)
    if unchanged and not keys:
        raise click.UsageError("say with --key which messages mean the same", ctx)
    if checked and keys:
        raise click.UsageError("--key is for messages, --checked for what is cited", ctx)
    today = datetime.datetime.now().astimezone().date()
    day = date.date() if date else today
    if day > today:
        raise click.UsageError(f"--date {day} is still to come; say when it was read", ctx)
    who = {"by": unicodedata.normalize("NFC", by.strip()), "date": day.isoformat()}
    written: list[Path] = []
    if unchanged:
        written += attest.attest(shelf, text, keys, role=role or "", **who)
    elif checked:
        signing.record_check(shelf, text, name=checked, **who)
    elif keys:
        signing.sign_messages(shelf, text, keys, role=role or "", **who)
    else:
        signing.sign(shelf, text, role=role or "", **who)
    _look(shelf, [text], why=False, one=True, as_json=as_json)
    if not as_json:
        for path in written[1:]:
            click.echo(f"  {project.shown(path)} shows the words as they are now")


def _look(
    shelf: Library, texts: list[signing.Before], *, why: bool, one: bool, as_json: bool
) -> None:
    said: list[dict[str, Any]] = []
    books = Books(shelf.project)
    for text in texts:
        if not why:
            found = standings.standings(shelf, text, books)
            said.append(screen.standing_data(text, found))
            if not as_json:
                screen.say_standings(text, found)
            continue
        reasons = standings.reasons(shelf, text, books)
        unfit = [{"key": key, **f.as_data()} for key, f in text.unfit.items()]
        said.append(
            {
                "leaflet": text.leaflet.slug,
                "locale": text.locale.tag,
                "open": [dataclasses.asdict(reason) for reason in reasons],
                "unfit": unfit,
            }
        )
        if not as_json:
            screen.say_reasons(text, reasons)
    if as_json:
        document: Any = said[0] if one and len(said) == 1 else {"texts": said}
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def _verify(project: Project, named: str, *, as_json: bool) -> int:
    path = Path(named) if named else project.output / MANIFEST
    finals, found = verify.verify(project, path)
    if as_json:
        said = {"finals": finals, "findings": [f.as_data() for f in found]}
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        for finding in found:
            click.echo(show(finding))
        click.echo(
            f"{finals} finals, {len(found)} findings" if found
            else f"the ledgers hold all that {finals} finals rely on"
        )  # fmt: skip
    return int(bool(found))


def _texts(
    ctx: click.Context, shelf: Library, leaflet: str | None, locale: str | None
) -> Iterator[signing.Before]:
    """Give the texts that were asked for: all, or one; untranslated ones are none."""
    if leaflet is not None:
        yield _text(ctx, shelf, leaflet, locale)
        return
    if locale is not None and locale.replace("_", "-") not in shelf.locales:
        raise _unknown(ctx, UnknownName("locale", locale, list(shelf.locales)))
    for slug in shelf.leaflets:
        original = shelf.leaflets[slug].original
        for tag, held in shelf.locales.items():
            if locale is not None and tag != locale.replace("_", "-"):
                continue
            if tag == original or shelf.project.catalog(held.folder, slug).is_file():
                yield signing.before(shelf, slug, tag)


def _text(
    ctx: click.Context, shelf: Library, leaflet: str, locale: str | None
) -> signing.Before:
    if leaflet not in shelf.leaflets:
        raise _unknown(ctx, UnknownName("leaflet", leaflet, list(shelf.leaflets)))
    tag = (locale or shelf.leaflets[leaflet].original).replace("_", "-")
    if tag not in shelf.locales:
        raise _unknown(ctx, UnknownName("locale", tag, list(shelf.locales)))
    return signing.before(shelf, leaflet, tag)


def _unknown(ctx: click.Context, error: UnknownName) -> click.UsageError:
    return click.UsageError(f"{error}; {error.hint}", ctx)
