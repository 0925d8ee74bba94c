"""A text as it is now, by the marks of its parts: what is signed, and what gates ask about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from leaflets.content.library import Library
from leaflets.model.leaflet import Leaflet
from leaflets.model.walk import with_texts
from leaflets.review.coverage import PHRASES
from leaflets.review.events import Reading, Words
from leaflets.review.marks import mark_of, thing_mark
from leaflets.review.parts import claims_of, facts_of, sources_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One message or phrase as it is now."""

    key: str
    """Key of the message; that of a phrase begins with ``phrases:``."""

    words: str
    other: str = ""
    count: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Names of the facts placed in it, and what each says."""

    forms: tuple[str, ...] = ()
    """The translation; empty in the original, and where there is none to print."""

    original: str
    """Mark of the original's words, as the message carries it."""

    risks: frozenset[str] = frozenset()

    @property
    def translation(self) -> str:
        """Mark of the translation; empty where there is none."""
        return mark_of(self.forms) if self.forms else ""

    @property
    def kept(self) -> tuple[Words, ...]:
        """The exact words, for the ledger."""
        words = (self.words, self.other) if self.other else (self.words,)
        key = self.key.removeprefix(f"{PHRASES}:")
        said = Words(words=words, key=key, count=self.count, facts=self.facts)
        return (said, Words(words=self.forms)) if self.forms else (said,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A leaflet in a locale as it is now."""

    leaflet: str
    locale: str
    original: str
    """Tag of the language that it was written in."""

    parts: tuple[Part, ...]
    reading: Reading
    """What a signer has before them."""

    @property
    def translated(self) -> bool:
        """True unless this is the original."""
        return self.locale != self.original

    @property
    def words(self) -> tuple[Words, ...]:
        """The exact words that a signer has before them, each once."""
        return tuple({w.mark: w for part in self.parts for w in part.kept}.values())


def present(library: Library, leaflet: Leaflet, tag: str, parts: Iterable[Part]) -> Present:
    """Put together what lies before a signer of *leaflet* in the locale *tag*."""
    held = tuple(parts)
    translated = tag != leaflet.original
    reading = Reading(
        leaflet=leaflet.slug,
        locale=tag,
        parts={p.key: _pair(p) for p in held if not _is_phrase(p)},
        phrases={
            p.key.removeprefix(f"{PHRASES}:"): _pair(p) for p in held if _is_phrase(p)
        },
        risks={p.key: tuple(sorted(p.risks)) for p in held if p.risks},
        **(_placed(held) if translated else _things(library, leaflet)),
    )
    return Present(
        leaflet=leaflet.slug,
        locale=tag,
        original=leaflet.original,
        parts=held,
        reading=reading,
    )


def frame_mark(leaflet: Leaflet) -> str:
    """Mark of how a leaflet is put together: its blocks, order and dates, no words."""
    bare = with_texts(leaflet, lambda text: replace(text, words="", other="", note=""))
    return thing_mark("frame", bare)


def _placed(parts: tuple[Part, ...]) -> Mapping[str, dict[str, str]]:
    return {
        "facts": {name: thing_mark(said) for part in parts for name, said in part.facts}
    }


def _things(library: Library, leaflet: Leaflet) -> dict[str, object]:
    facts, claims, sources = library.facts, library.claims, library.sources
    return {
        "facts": {n: thing_mark(facts[n]) for n in facts_of(leaflet, facts)},
        "claims": {k: thing_mark(claims[k]) for k in claims_of(leaflet) if k in claims},
        "sources": {
            k: thing_mark(dict(sources[k].csl)) for k in sources_of(library, leaflet)
        },
        "frame": frame_mark(leaflet),
    }


def _pair(part: Part) -> tuple[str, str]:
    return part.original, part.translation


def _is_phrase(part: Part) -> bool:
    return part.key.startswith(f"{PHRASES}:")
