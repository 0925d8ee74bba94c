"""Say a leaflet in another language.

What comes out is of the same type, so that all that follows is language-blind.
Step 4 of 10; pure. Where a translation is missing, fuzzy, stale or dangerous, the
original's words stand in, marked as such, and a finding says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from leaflets.catalogs import plurals
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.guard import guard
from leaflets.catalogs.messages import Message, message_of, phrase_messages
from leaflets.catalogs.phrases import ORIGINAL
from leaflets.findings import Finding, Severity
from leaflets.model.facts import Fact
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import Locale
from leaflets.model.text import Text
from leaflets.model.walk import with_texts
from leaflets.origin import Origin


def translate(
    leaflet: Leaflet, facts: Mapping[str, Fact], locale: Locale, catalog: Catalog | None
) -> tuple[Leaflet, tuple[Finding, ...]]:
    """Give every Text of a leaflet the words of a locale.

    Codes: T200 no catalog, T201 missing, T202 fuzzy, T203 stale (warnings); what
    ``guard`` finds (errors). For the original's own locale only the plural is chosen.
    """
    said, findings = _start(leaflet.slug, leaflet.original, locale, catalog)

    def say(text: Text) -> Text:
        number = facts[text.count].counted if text.count in facts else ""
        if leaflet.original == locale.tag:
            form = _original_form(text, locale, number)
            return replace(text, words=form, other="", count="", lang=locale.tag)
        message = message_of(text, facts)
        entry = said.get(text.key)
        found = tuple(judge(message, entry, locale)) if catalog else ()
        findings.extend(found)
        if entry is None or found:
            form = _stand_in_form(text, number)
            return replace(
                text, words=form, other="", count="", lang=leaflet.original, stand_in=True
            )
        if text.other and number and not plurals.has_form(locale, number):
            findings.append(_no_form(entry, locale, number))
        index = _index(message, locale, number)
        return replace(text, words=entry.forms[index], other="", count="", lang=locale.tag)

    leaflet_said = with_texts(leaflet, say)
    return leaflet_said, tuple(findings)


def say_phrases(
    locale: Locale, catalog: Catalog | None
) -> tuple[Mapping[str, str], frozenset[str], tuple[Finding, ...]]:
    """Say the furniture in a locale's language.

    Returns the words by key, the keys for which the original stands in, and why.
    """
    messages = phrase_messages()
    if locale.tag == ORIGINAL:
        return {message.key: message.words for message in messages}, frozenset(), ()
    said, findings = _start("phrases", ORIGINAL, locale, catalog)
    words: dict[str, str] = {}
    stand_ins: set[str] = set()
    for message in messages:
        entry = said.get(message.key)
        found = tuple(judge(message, entry, locale)) if catalog else ()
        findings.extend(found)
        if entry is None or found:
            stand_ins.add(message.key)
            words[message.key] = message.words
        else:
            words[message.key] = entry.forms[0]
    return words, frozenset(stand_ins), tuple(findings)


def judge(message: Message, entry: Entry | None, locale: Locale) -> list[Finding]:
    """Say why a translation may not be printed; nothing where it may."""
    if entry is None or not entry.translated:
        what = f"message {message.key!r} has no translation in {locale.tag!r}"
        origin = message.origin if entry is None else entry.origin
        return [_warning("T201", what, origin)]
    if entry.fuzzy:
        what = f"translation of {message.key!r} in {locale.tag!r} is fuzzy"
        hint = "compare it with the original, mend it, and take the fuzzy mark away"
        return [_warning("T202", what, entry.origin, hint)]
    if is_stale(message, entry):
        what = f"translation of {message.key!r} in {locale.tag!r} is stale"
        hint = "the original has changed; run 'leaflets catalog update'"
        return [_warning("T203", what, entry.origin, hint)]
    return list(guard(message, entry, locale))


def is_stale(message: Message, entry: Entry) -> bool:
    """Say whether an entry translates anything but the message as it is now.

    An entry that does not say what it translates is taken by its words, if no figure
    can have changed behind them.
    """
    if entry.words != message.words or entry.other != message.other:
        return True
    if not entry.translates:
        return bool(message.facts)
    return entry.translates != message.fingerprint


def _start(
    domain: str, original: str, locale: Locale, catalog: Catalog | None
) -> tuple[Mapping[str, Entry], list[Finding]]:
    if catalog is not None:
        return catalog.entries, list(catalog.findings)
    if original == locale.tag:
        return {}, []
    missing = Finding(
        code="T200",
        message=f"locale {locale.tag!r} has no catalog for {domain!r}",
        origin=locale.origin,
        severity=Severity.WARNING,
        hint=f"run 'leaflets catalog update --locale {locale.tag}'",
    )
    return {}, [missing]


def _index(message: Message, locale: Locale, number: str) -> int:
    if not message.other:
        return 0
    if not number:
        return plurals.count_of_forms(locale) - 1
    return plurals.plural_form(locale, number)


def _original_form(text: Text, locale: Locale, number: str) -> str:
    """Choose between the two forms that an original has."""
    if not text.other:
        return text.words
    return text.words if number and plurals.plural_form(locale, number) == 0 else text.other


def _stand_in_form(text: Text, number: str) -> str:
    """Choose the original's form where its own locale is not at hand."""
    return text.words if not text.other or number == "1" else text.other


def _warning(code: str, what: str, origin: Origin, hint: str = "") -> Finding:
    return Finding(
        code=code, message=what, origin=origin, hint=hint, severity=Severity.WARNING
    )


def _no_form(entry: Entry, locale: Locale, number: str) -> Finding:
    return Finding(
        code="T204",
        message=f"{locale.tag!r} has no plural form for the fraction {number}",
        origin=entry.origin,
        severity=Severity.WARNING,
        hint="place the whole fact with its unit, or write around the noun",
    )
