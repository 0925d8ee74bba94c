"""What no translation may do, however it came in: the hard checks.

A translation that fails one is not printed; the original's words stand in. Softer
questions, which a person should look at, are the checks room's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from leaflets.catalogs import plurals
from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.messages import Message
from leaflets.content import marks
from leaflets.findings import Finding
from leaflets.model.facts import FIELDS, PLACEHOLDER, carried, placed_in
from leaflets.model.locale import Locale
from leaflets.origin import Origin

_JOINERS = {"\u200c", "\u200d"}
"""The two invisible characters that spelling needs, in Persian and in the Indic scripts."""

_SIDE_BY_SIDE = re.compile(r"(\{[a-z0-9_.]+\})([^{}]*)(?=(\{[a-z0-9_.]+\}))")
_SIGNED = re.compile(
    r"(?:(?<!\S)[-\u2212+\u00b1<>~\u2248\u2264\u2265]\s?\*{0,2}\{[a-z0-9_.]+\}"
    r"|\{[a-z0-9_.]+\}\*{0,2}\s?[%\u2030\u066a\u00d7^])"
)
"""A placeholder with a sign before it (minus, more than) or behind it (per cent)."""

_ASIDE = re.compile(r"\[@[^\]]*\]|\]\([a-z][a-z0-9_]*\)")
"""Citations and the targets of links: their digits are names, not figures."""


def guard(message: Message, entry: Entry, locale: Locale) -> Iterator[Finding]:
    """Yield an error for everything dangerous in a translation (T301 to T310)."""
    wanted = plurals.count_of_forms(locale) if message.other else 1
    if len(entry.forms) != wanted:
        what = f"has {len(entry.forms)} plural forms where {locale.tag!r} has {wanted}"
        yield _found("T308", entry, what)
        return
    for index, form in enumerate(entry.forms):
        yield from _guard_form(message, entry, form, _may_omit(message, locale, index))


def _guard_form(
    message: Message, entry: Entry, form: str, omitted: str
) -> Iterator[Finding]:
    original = f"{message.words} {message.other}".strip()
    yield from _placeholders(message, entry, form, omitted)
    if set(marks.citations(form)) != set(marks.citations(original)):
        lost = sorted(set(marks.citations(original)) - set(marks.citations(form)))
        new = sorted(set(marks.citations(form)) - set(marks.citations(original)))
        what = f"cites {', '.join(new)}" if new else f"does not cite {', '.join(lost)}"
        yield _found("T303", entry, f"{what}, unlike the original")
    if set(marks.links(form)) != set(marks.links(original)):
        yield _found("T304", entry, "has other links than the original")
    if stray := marks.stray_markup(form):
        yield _found("T305", entry, f"holds markup: {stray!r}")
    if typed := _typed_figures(form, original):
        hint = "figures are facts: place them by name, as the original does"
        yield _found("T306", entry, f"has a figure typed by hand: {typed!r}", hint)
    if message.facts and (side_by_side := joined(form)) not in {
        joined(message.words), joined(message.other), "",
    }:  # fmt: skip
        hint = "put a word, or a comma and a space, between them"
        yield _found("T310", entry, f"sets figures side by side: {side_by_side!r}", hint)
    if signed := _signed(form, original):
        hint = "a sign before or after a figure makes another figure of it"
        yield _found("T310", entry, f"puts a sign to a figure: {signed!r}", hint)
    for name in _hidden(form):
        yield _found("T307", entry, f"holds a hidden character: {name}")
    if loose := _loose_mark(form, original):
        what = f"has a mark that does not close: {loose!r} would be printed"
        yield _found("T309", entry, what)


def _placeholders(
    message: Message, entry: Entry, form: str, omitted: str
) -> Iterator[Finding]:
    kinds = {fact.name: fact.kind for fact in message.facts}
    asked = carried(message.words, kinds) | carried(message.other, kinds)
    for name in sorted(asked - carried(form, kinds) - {omitted}):
        yield _found("T301", entry, f"has lost the placeholder {{{name}}}")
    known = {name for name, _ in placed_in(f"{message.words} {message.other}")}
    for name, field in placed_in(form):
        whole = f"{name}.{field}" if field else name
        parts = FIELDS.get(kinds[name], ()) if name in kinds else ()
        if name not in known or (field and field not in parts):
            yield _found("T302", entry, f"has a placeholder of its own: {{{whole}}}")
    rest = PLACEHOLDER.sub("", form)
    if "{" in rest or "}" in rest:
        yield _found("T302", entry, "has a brace that is no placeholder")


def _may_omit(message: Message, locale: Locale, index: int) -> str:
    """Name the fact that a plural form may leave out.

    Arabic has a form for exactly two, and says "two weeks" in one word.
    """
    if not message.other or not message.count:
        return ""
    numbers = plurals.examples(locale)[index]
    return message.count if len(numbers) == 1 else ""


def _typed_figures(form: str, original: str) -> str:
    """Find the first figure that the original does not have, in any script's digits."""
    allowed = Counter(_figures(original))
    for figure in _figures(form):
        if not allowed[figure]:
            return figure
        allowed[figure] -= 1
    return ""


def joined(form: str) -> str:
    """Find the first two placeholders that would be read as one figure.

    ``{a}{b}``, ``{a} {b}`` and ``{a},{b}`` are 15100, 15 100 and 15,100.
    """
    for match in _SIDE_BY_SIDE.finditer(form):
        between = match[2].replace("*", "")
        stop = between.strip()
        apart = any(
            char.isalpha() or unicodedata.east_asian_width(char) in "WF" for char in stop
        )
        if not apart and not (stop and stop != between):
            return f"{match[1]}{match[2]}{match[3]}"
    return ""


def _signed(form: str, original: str) -> str:
    """Find the first sign at a placeholder that the original does not have there."""
    allowed = Counter(_SIGNED.findall(original))
    return next(iter(Counter(_SIGNED.findall(form)) - allowed), "")


def _figures(words: str) -> list[str]:
    bare = _ASIDE.sub(" ", PLACEHOLDER.sub(" ", words))
    plain = "".join(
        str(unicodedata.decimal(char, "")) or _symbol(char) or " " for char in bare
    )
    return plain.split()


def _symbol(char: str) -> str:
    """Keep a character that is a figure and no digit: ½, ², ③."""
    return char if unicodedata.category(char) == "No" else ""


def _hidden(form: str) -> list[str]:
    found = {
        char
        for char in form
        if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn", "Cs")
        and char not in _JOINERS
    }
    return sorted(f"U+{ord(c):04X} {unicodedata.name(c, 'control')}" for c in found)


def _loose_mark(form: str, original: str) -> str:
    allowed = Counter(char for char in marks.without_marks(original) if char in "*[]")
    found = Counter(char for char in marks.without_marks(form) if char in "*[]")
    return next(iter(found - allowed), "")


def _found(code: str, entry: Entry, what: str, hint: str = "") -> Finding:
    origin = entry.origin if entry.origin.path else Origin(entry.key)
    message = f"translation of {entry.key!r} {what}"
    return Finding(code=code, message=message, origin=origin, hint=hint)
