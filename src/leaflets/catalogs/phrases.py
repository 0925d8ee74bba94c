"""The words of the furniture, as they were written: key, words, note.

They stand in ``phrases.yaml`` beside this module and belong to the program, not to a
project, so that the fixed parts of a leaflet read the same wherever it is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from leaflets.content import yamlfile
from leaflets.errors import LocaleError
from leaflets.origin import Origin

DOMAIN = "phrases"
"""Gettext domain of the furniture: ``phrases.po`` and ``phrases.pot``."""

ORIGINAL = "en"
"""BCP 47 tag of the language that the furniture is written in."""

FILE = "leaflets/catalogs/phrases.yaml"
"""Name of the file in findings and in translators' files."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One word or sentence that the program itself prints."""

    key: str
    words: str
    """The original; ``{names}`` in it are filled in by the program."""

    note: str
    """What the translator should know."""

    origin: Origin


@cache
def phrases() -> Mapping[str, Phrase]:
    """Read the furniture, once; in the order of the file.

    Raises LocaleError if the installed file is damaged.
    """
    text = resources.files("leaflets.catalogs").joinpath("phrases.yaml").read_text("utf-8")
    return read_phrases(text, FILE)


def read_phrases(text: str, shown: str) -> Mapping[str, Phrase]:
    """Read the text of a file of phrases; *shown* is the name that its origins get.

    Raises LocaleError where it is damaged.
    """
    file, found = yamlfile.read(text, shown)
    if file is None or found:
        raise LocaleError(f"the words of the furniture are damaged: {found[0].message}")
    try:
        held = {
            key: Phrase(key, each["words"], each["note"], file.origin("phrases", key))
            for key, each in file.data["phrases"].items()
        }
    except (AttributeError, KeyError, TypeError) as error:
        raise LocaleError("the words of the furniture are damaged: not phrases") from error
    return MappingProxyType(held)


def originals() -> dict[str, str]:
    """Give the words of every phrase as it was written, by its key."""
    return {key: phrase.words for key, phrase in phrases().items()}
