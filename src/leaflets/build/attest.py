"""Carry sign-offs over a slip of the pen: the author says that no meaning changed.

Refused where the program can see that more than a slip was mended: a figure, a fact, a
negation, a word that says how sure we are, a citation or a link; or simply too much.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from leaflets.build import ledgers
from leaflets.build.carry import catalogs_of, in_step
from leaflets.build.signing import Before, part_of
from leaflets.catalogs import store
from leaflets.catalogs.change import is_critical
from leaflets.catalogs.messages import messages_of
from leaflets.content import marks
from leaflets.content.library import Library
from leaflets.errors import GateClosed
from leaflets.review.attested import kin, unchanged
from leaflets.review.coverage import PHRASES, Coverage, coverage
from leaflets.review.events import Event, Unchanged, Words
from leaflets.review.ledger import Ledger
from leaflets.review.people import name_problem
from leaflets.review.present import Part

ALIKE = 90.0
"""Similarity (RapidFuzz ``ratio``, 0 to 100) below which a change is more than a slip."""

SHORTEST = 4
"""Letters from which on a word may differ in one; two make it another word (prednisone,
prednisolone), and in a shorter one any does. Two neighbours that changed places are a
slip in every word."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SIGN = re.compile(r"[^\w\s,'’‘\"“”()]")
"""Signs that may turn a sentence: its end, emphasis, a dash, plus, minus. Commas and
quotation marks are slips."""


def attest(
    shelf: Library, text: Before, keys: Collection[str], *, role: str, by: str, date: str
) -> tuple[Path, ...]:
    """Record that messages mean what they meant when they were signed.

    Carries the sign-offs of the original and of every locale to the original's words as
    they are now, and brings the catalogs of the locales in step. Returns the files that
    were written. Raises GateClosed, and writes nothing, for a message that nobody has
    signed as its author, or whose change is more than a slip; LocaleError for a catalog
    that cannot be read.
    """
    if text.now.translated:
        raise GateClosed(
            "an attestation is about the original", hint="leave --locale out of the command"
        )
    if role != "author":
        raise GateClosed(f"nobody attests as {role!r}, only the author")
    problem = name_problem(by)
    if problem:
        raise GateClosed(f"the name of who attests {problem}", hint="say --by NAME")
    parts = [part_of(text.now, key) for key in dict.fromkeys(keys)]
    language = text.leaflet.original

    def events(ledger: Ledger) -> Iterable[Event]:
        signed = coverage(ledger, Ledger(), text.leaflet.slug, language)
        for part in parts:
            before = signed_words(signed, ledger, part)
            if "author" in signed.roles_over(part.key, part.original, ""):
                continue  # attested before, and stopped before every catalog showed it
            refuse(before, part, language, shelf)
            yield before
            yield from part.kept
            for words in (before, *_between(ledger, before, part)):
                if words is before or not any(_too_much(words, part, language, shelf)):
                    yield _event(words, part, by, date)

    held = catalogs_of(shelf, text.leaflet, parts)  # read before anything is written
    path = ledgers.add(shelf.project, "", events)
    originals = ledgers.read(shelf.project)
    written = [
        each.path
        for each in held
        if store.write(each.path, in_step(each, originals, text.leaflet.slug, parts))
    ]
    return (path, *written)


def _event(before: Words, part: Part, by: str, date: str) -> Unchanged:
    return Unchanged(
        key=part.key.removeprefix(f"{PHRASES}:"),
        before=before.mark,
        now=part.original,
        role="author",
        by=by,
        date=date,
    )


def _between(ledger: Ledger, before: Words, part: Part) -> list[Words]:
    """Give the words that an earlier attestation has put in the place of those signed.

    A translator may have signed a translation of them since.
    """
    linked = kin(unchanged(ledger).get(before.key, frozenset()), before.mark)
    others = sorted(linked - {before.mark, part.original})
    return [ledger.words[mark] for mark in others if mark in ledger.words]


def signed_words(signed: Coverage, ledger: Ledger, part: Part) -> Words:
    """Find the original's words that the author signed last.

    Raises GateClosed where nobody has, or where they are the words of now.
    """
    mine = [seen for seen in signed.last_of(part.key) if seen.role == "author"]
    if any(seen.original == part.original for seen in mine):
        raise GateClosed(
            f"{part.key!r} has not changed since its author signed it",
            hint="there is nothing to attest",
        )
    words = ledger.words.get(mine[-1].original) if mine else None
    if words is None:
        raise GateClosed(
            f"the words of {part.key!r} were never signed by its author",
            hint="an attestation carries sign-offs; where there are none, sign",
        )
    return words


def refuse(before: Words, part: Part, language: str, shelf: Library) -> None:
    """Raise GateClosed where a change is, or may be, one of meaning."""
    for what in _too_much(before, part, language, shelf):
        raise GateClosed(
            f"{part.key!r}: {what}",
            hint="a changed meaning is signed anew, in every locale",
        )


def _too_much(before: Words, part: Part, language: str, shelf: Library) -> Iterator[str]:
    if (before.count, before.facts) != (part.count, part.facts):
        yield "a fact in it has changed"
    now = (part.words, part.other) if part.other else (part.words,)
    if len(before.words) != len(now):
        yield "a plural came or went"
    for old, new in zip(before.words, now, strict=False):
        if is_critical(old, new, language, shelf.wordings.get(language)):
            yield "a figure, a fact, a negation or a word of certainty has changed"
        for what, look in (("citation", marks.citations), ("link", marks.links)):
            if list(look(old)) != list(look(new)):
                yield f"a {what} in it has changed"
        alike = fuzz.ratio(old, new)
        if alike < ALIKE:
            yield f"the words are alike by {alike:.0f} of 100; a slip leaves {ALIKE:.0f}"
        if _signs(old) != _signs(new):
            yield "a full stop, a dash, emphasis or another sign in it has changed"
        if not _scripts(new) <= _scripts(old):
            yield "a letter of another script has come into it"
        in_use = _in_use(shelf, language, part.key)
        for gone, come in _differences(old, new, in_use):
            yield f"{gone or 'nothing'!r} became {come or 'nothing'!r}, which is no slip"


def _signs(words: str) -> list[tuple[str, str]]:
    """Give the signs in some words, each with the first letter of the word behind it.

    Whether a full stop ends them is no matter.
    """
    bare = words.strip().removesuffix(".")
    return [
        (found[0], next((c for c in bare[found.end() :] if c.isalnum()), "").casefold())
        for found in _SIGN.finditer(bare)
    ]


def _scripts(words: str) -> frozenset[str]:
    """Name the scripts of some words, by the first word of each letter's own name."""
    return frozenset(
        unicodedata.name(char, "?").partition(" ")[0] for char in words if char.isalpha()
    )


def _in_use(shelf: Library, language: str, key: str) -> frozenset[str]:
    """Give the words of every other message in the language.

    What stands elsewhere too is a word: to change it into another is no mended slip.
    """
    messages = (
        message
        for leaflet in shelf.leaflets.values()
        if leaflet.original == language
        for message in messages_of(leaflet, shelf.facts, shelf.claims)
        if message.key != key
    )
    return frozenset(
        word
        for message in messages
        for words in (message.words, message.other)
        for word in _WORD.findall(words.casefold())
    )


def _differences(old: str, new: str, in_use: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what was replaced, added or left out that is more than a slip in a word.

    *in_use* are words that stand elsewhere and are therefore no slips.
    """
    before, now = (_WORD.findall(words.casefold()) for words in (old, new))
    matcher = difflib.SequenceMatcher(None, before, now, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        gone, come = before[a:b], now[c:d]
        if what == "equal" or _doubled(gone, before, a) or _doubled(come, now, c):
            continue
        whole = bool(gone) and in_use.issuperset(gone) and gone != come
        if not (gone and come) or whole or not _all_slipped(gone, come):
            yield " ".join(gone), " ".join(come)


def _all_slipped(gone: list[str], come: list[str]) -> bool:
    """Say whether words are others with a slip in each, or with a space gone astray."""
    if len(gone) == len(come) and all(map(_slipped, gone, come)):
        return True
    return _slipped("".join(gone), "".join(come))


def _slipped(gone: str, come: str) -> bool:
    """Say whether one run of letters is another with a slip in it, or none."""
    apart = OSA.distance(gone, come)
    if apart <= 1 and sorted(gone) == sorted(come):
        return True
    return apart <= int(min(len(gone), len(come)) >= SHORTEST)


def _doubled(run: list[str], words: list[str], start: int) -> bool:
    """Say whether a run is one word that stands beside itself."""
    near = words[max(start - 1, 0) : start] + words[start + 1 : start + 2]
    return len(run) == 1 and run[0] in near
