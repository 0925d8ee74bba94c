"""Begin a source: a study, a guideline or a page that a claim rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from leaflets.cli.screen.begin import KEY, begin, named, words
from leaflets.content import library
from leaflets.content.starting import begun_source

if TYPE_CHECKING:
    from leaflets.cli.main import Place

TYPES = ("article-journal", "report", "webpage", "book", "chapter", "dataset")
"""CSL's names for what a source can be."""

_FORMS = {
    "DOI": re.compile(r"10\.[0-9]{4,9}/[^\s\"<>{}\\]+"),
    "PMID": re.compile(r"[0-9]{1,9}"),
    "PMCID": re.compile(r"PMC[0-9]{1,9}"),
    "URL": re.compile(r"https?://[^\s\"<>{}\\]+"),
}
"""How each identifier is written (CSL-JSON's names)."""


@click.command()
@click.argument("key")
@click.option("--title", required=True, help="Its title, as its authors wrote it.")
@click.option("--type", "kind", type=click.Choice(TYPES), default=TYPES[0])
@click.option("--year", type=click.IntRange(1500, 2200), help="Year it appeared.")
@click.option("--doi", default="", help="Such as 10.1000/xyz123, without an address.")
@click.option("--pmid", default="", help="Number in PubMed.")
@click.option("--pmcid", default="", help="Number in PubMed Central: PMC1234567.")
@click.option("--url", default="", help="Address, if it has no other identifier.")
@click.pass_obj
def command(
    place: Place,
    *,
    key: str,
    title: str,
    kind: str,
    year: int | None,
    doi: str,
    pmid: str,
    pmcid: str,
    url: str,
) -> None:
    """Begin a source: a study, a guideline or a page that a claim rests on.

    KEY is what claims name it by, such as SMITH-2024. Nothing is fetched: give what you
    have seen, and one identifier at least, so that a reader can find it.
    """
    project = place.project
    named(key, KEY, "use letters, digits, hyphens and underscores: SMITH-2024")
    if key in library.read(project).sources:
        raise click.UsageError(f"there is a source {key!r} already")
    given = {"DOI": doi, "PMID": pmid, "PMCID": pmcid, "URL": url}
    identifiers = {name: value.strip() for name, value in given.items() if value.strip()}
    for name, value in identifiers.items():
        if not _FORMS[name].fullmatch(value):
            raise click.UsageError(f"{value!r} is no {name}")
    if not identifiers:
        raise click.UsageError("give --doi, --pmid, --pmcid or --url")
    begun = begun_source(
        project,
        key,
        kind=kind,
        title=words(title, "--title"),
        year=year,
        identifiers=identifiers,
    )
    begin(project, begun, f"next: add its authors, and name {key} in a claim's sources")
