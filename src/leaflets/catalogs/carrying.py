"""Carry a translation from an old entry to a message, as far as that is safe.

It is kept where the words are the same, offered as fuzzy with the words it was made for
where they changed, and only kept beside an empty entry where their meaning may have
turned. Nothing is thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.change import is_critical
from leaflets.catalogs.entries import (
    ALSO,
    EARLIER,
    FROM,
    MOVED_FROM,
    added,
    earlier,
    empty_entry,
    figures_changed,
    fitted,
    flags_of,
    made_for,
    without,
)
from leaflets.catalogs.messages import Message
from leaflets.catalogs.pairing import Pair, Way
from leaflets.model.wording import Wording

__all__ = [
    "EARLIER",
    "Carried",
    "Language",
    "Outcome",
    "carry",
    "empty_entry",
    "flags_of",
]


class Outcome(StrEnum):
    """What became of a message, or of an old entry."""

    KEPT = "kept"
    MOVED = "moved"
    FUZZY = "fuzzy"
    EMPTIED = "emptied"
    NEW = "new"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True)
class Carried:
    """The entry of a message as it is now, and what became of it."""

    entry: Entry
    outcome: Outcome
    aside: Entry | None = None
    """The old translation as it was, where it may not be offered: kept as obsolete."""


@dataclass(frozen=True, slots=True)
class Language:
    """The language that messages are written in, and the forms of the one they go to."""

    original: str
    """BCP 47 tag of the original."""

    wording: Wording | None
    forms: int
    """Plural forms of the locale."""

    def turned(self, old: Entry, message: Message) -> bool:
        """Say whether an old translation may not be offered for a message's words."""
        before, before_other = made_for(old)
        pairs = [(before, message.words)]
        if before_other and message.other:
            pairs.append((before_other, message.other))
        elif before_other:
            pairs = [(before_other, message.words)]  # the last form is what is offered
        return any(
            is_critical(was, now, self.original, self.wording) for was, now in pairs
        ) or figures_changed(message, old)


def carry(pair: Pair, language: Language) -> Carried:
    """Make the entry of a message from the old entry that is for it."""
    message, old = pair.message, pair.old
    if old is not None and _stands(pair, old, language):
        if old.notes == message.notes and old.places == (message.origin.path,):
            return Carried(old, Outcome.KEPT)
        places = (message.origin.path,)
        return Carried(replace(old, notes=message.notes, places=places), Outcome.KEPT)
    fresh = empty_entry(message, language.forms)
    if old is None:
        return Carried(fresh, Outcome.NEW)
    if pair.way is Way.PART:
        return Carried(_offered(fresh, old), Outcome.FUZZY)
    comments = pair.own.comments if pair.own is not None else old.comments
    base = replace(
        old,
        **{name: getattr(fresh, name) for name in _OF_THE_MESSAGE},
        comments=comments,
        flags=flags_of(message.words, message.other, old.forms, old.flags),
    )
    if not any(old.forms):
        return Carried(
            replace(base, forms=fresh.forms, fuzzy=False, machine=False), Outcome.KEPT
        )
    forms = fitted(old.forms, len(fresh.forms))
    dropped = tuple(form for form in old.forms if form and form not in forms)
    base = replace(base, forms=forms, comments=added(comments, earlier(dropped, ALSO)))
    if pair.way in (Way.SAME, Way.MOVED):
        return _same(pair, base, old)
    return _changed(pair, base, old, language)


def _stands(pair: Pair, old: Entry, language: Language) -> bool:
    """Say whether a translation stands as it is: most do, and are looked at no further."""
    message = pair.message
    return (
        pair.way is Way.SAME
        and not (old.fuzzy or old.previous or old.comments or old.flags)
        and old.translates == message.fingerprint
        and old.words == message.words
        and old.other == message.other
        and len(old.forms) == (language.forms if message.other else 1)
        and old.translated
        and "{" not in old.words
    )


_OF_THE_MESSAGE = ("key", "words", "other", "notes", "places", "translates")


def _same(pair: Pair, base: Entry, old: Entry) -> Carried:
    fuzzy = (
        old.fuzzy or figures_changed(pair.message, old) or len(base.forms) < len(old.forms)
    )
    kept = replace(base, fuzzy=fuzzy)
    if not old.fuzzy:
        kept = replace(kept, previous="", previous_other="", previous_key="")
    if not fuzzy and kept.translated:
        kept = replace(kept, comments=without(kept.comments, EARLIER, FROM))
    if pair.way is Way.MOVED and old.key != base.key:
        comments = without(kept.comments, MOVED_FROM)
        kept = replace(kept, comments=(*comments, f"{MOVED_FROM}{old.key}"))
        return Carried(kept, Outcome.FUZZY if fuzzy and not old.fuzzy else Outcome.MOVED)
    return Carried(kept, Outcome.FUZZY if fuzzy and not old.fuzzy else Outcome.KEPT)


def _changed(pair: Pair, base: Entry, old: Entry, language: Language) -> Carried:
    before, before_other = made_for(old)
    comments = without(base.comments, MOVED_FROM, FROM)
    changed = replace(
        base,
        previous=before,
        previous_other=before_other,
        previous_key=(old.fuzzy and old.previous_key) or old.key,
    )
    if not language.turned(old, pair.message):
        return Carried(replace(changed, comments=comments, fuzzy=True), Outcome.FUZZY)
    emptied = replace(
        changed,
        forms=("",) * len(base.forms),
        fuzzy=False,
        machine=False,
        flags=flags_of(base.words, base.other, (), old.flags),
        comments=(*without(comments, EARLIER), *earlier(old.forms)),
    )
    aside = replace(
        old,
        words=before,
        other=before_other,
        forms=old.forms if before_other else fitted(old.forms, 1),
        previous="",
        previous_other="",
        previous_key="",
        # What stood behind the words of a fuzzy entry is not known any more.
        translates="" if old.fuzzy else old.translates,
        comments=without(old.comments, EARLIER),
    )
    return Carried(emptied, Outcome.EMPTIED, aside)


def _offered(fresh: Entry, old: Entry) -> Entry:
    """Offer the translation of a longer text for a part of it."""
    before, before_other = made_for(old)
    forms = fitted(old.forms, len(fresh.forms))
    return replace(
        fresh,
        forms=forms,
        fuzzy=True,
        machine=old.machine,
        previous=before,
        previous_other=before_other,
        previous_key=(old.fuzzy and old.previous_key) or old.key,
        flags=flags_of(fresh.words, fresh.other, forms, ()),
    )
