"""Word a reference in as few lines as a panel of folded paper has room for.

What stays is what a reader needs to find the source: who wrote it, its title without
the subtitle, the year, and the identifier that leads to it. A source that has no
identifier, or no title, keeps the whole reference. The whole reference always stands in
the long form of the leaflet.
"""

from __future__ import annotations

import re
from typing import Any

from leaflets.compose import citations
from leaflets.model.evidence import Source

_SUBTITLE = re.compile(r"(?<=[^\s:?]):\s.*|(?<=\?)\s.*", re.DOTALL)
"""What follows the first colon or question mark of a title."""

_SCHEME = re.compile(r"^https?://(www\.)?")


TYPED = 40
"""Longest web address that anybody types from paper; of a longer one, its site stands."""


def short_reference(source: Source) -> str:
    """Word the short reference of a source, without its number.

    It names the first author, or the body that speaks; NLM's Citing Medicine allows
    "et al" after the first.
    """
    csl = dict(source.csl)
    title, found = str(csl.get("title") or ""), _identifier(csl)
    place = str(csl.get("container-title") or csl.get("publisher") or "")
    if not title or not (found or (place and csl.get("author"))):
        return citations.reference(source)
    parts = [_who(csl), _SUBTITLE.sub("", title).rstrip(".")]
    parts += [_year(csl), found] if found else [place, _year(csl)]
    said = ". ".join(part for part in parts if part)
    return said.replace("?.", "?") + ("" if found else ".")


def _who(csl: dict[str, Any]) -> str:
    """Name the first author, or the publisher of what has none."""
    authors = csl.get("author") or []
    if not authors:
        return str(csl.get("publisher") or csl.get("container-title") or "")
    first = authors[0]
    if "literal" in first:
        return str(first["literal"])
    initials = "".join(
        word[0] for word in re.split(r"[\s.-]+", str(first.get("given", ""))) if word
    )
    name = f"{first['family']} {initials}".strip()
    more = len(authors) > 1 or "authors" in csl.get("custom", {})
    return f"{name}, et al" if more else name


def _year(csl: dict[str, Any]) -> str:
    dates = (csl.get("issued") or {}).get("date-parts") or []
    return str(dates[0][0]) if dates and dates[0] else ""


def _identifier(csl: dict[str, Any]) -> str:
    """Give what leads to the source: DOI, PubMed Central, PubMed, or web address."""
    if csl.get("DOI"):
        return f"doi:{csl['DOI']}"
    for name in ("PMCID", "PMID"):
        if csl.get(name):
            return f"{name}: {csl[name]}"
    address = _SCHEME.sub("", str(csl.get("URL") or "")).rstrip("/")
    return address if len(address) <= TYPED else address.split("/")[0]
