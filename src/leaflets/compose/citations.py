"""Numbers in the text, references at the end: Vancouver, citation sequence.

The wording of a reference is the NLM style's (Citing Medicine, 2nd edition), set by
citeproc from CSL-JSON. It is the same in every language: a reference is found by the
words it was published under.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from leaflets import fingerprint
from leaflets.model.evidence import Claim, Source

_NUMBER = re.compile(r"^\d+\.\s*")
_MORE = "of a longer list"
"""What ``custom.authors`` says where the record holds only the first authors."""

_KNOWN: dict[str, str] = {}
"""References by fingerprint of their CSL-JSON: a worker sets each source once."""


class Numbering:
    """Gives each source its number when it is first cited."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._claims = claims
        self._numbers: dict[str, int] = {}

    def cite(self, keys: Iterable[str]) -> tuple[int, ...]:
        """Numbers of the sources of some claims, ascending; new ones are entered."""
        numbers = set()
        for key in keys:
            for source in self._claims[key].sources:
                numbers.add(self._numbers.setdefault(source, len(self._numbers) + 1))
        return tuple(sorted(numbers))

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the sources cited so far, by number."""
        return tuple(self._numbers)


def reference(source: Source) -> str:
    """Word the reference of a source, without its number."""
    key = fingerprint.of(dict(source.csl))
    if key not in _KNOWN:
        _KNOWN[key] = _set(dict(source.csl))
    return _KNOWN[key]


def _set(csl: dict[str, Any]) -> str:
    item = {name: value for name, value in csl.items() if name not in ("note", "custom")}
    if _MORE in str(csl.get("custom", {}).get("authors", "")) and item.get("author"):
        item["author"] = [*item["author"], {"literal": "et al"}]
    item["id"] = "x"  # citeproc looks ids up in lower case
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of every CSL variable it does not know
        shelf = CitationStylesBibliography(_style(), CiteProcJSON([item]), formatter.plain)
        shelf.register(Citation([CitationItem("x")]))
        text = str(shelf.bibliography()[0])
    return _NUMBER.sub("", text).replace("?.", "?").strip()


@cache
def _style() -> CitationStylesStyle:
    folder = resources.files("leaflets.compose") / "csl"
    with resources.as_file(folder) as path:
        return CitationStylesStyle(str(path / "nlm-citation-sequence.csl"), validate=False)
