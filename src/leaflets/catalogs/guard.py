"""What no translation may do, however it came in: the hard checks.

A translation that fails one is not printed; the original's words stand in. Each check is
a file of ``leaflets.catalogs.guards``. Softer questions, which a person should look at,
are the checks room's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from leaflets.catalogs import plurals
from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.causes import Causes
from leaflets.catalogs.guards.base import GUARDS
from leaflets.catalogs.messages import Message
from leaflets.catalogs.pair import Pair, found, pairs
from leaflets.findings import Finding
from leaflets.model.locale import Locale


def guard(message: Message, entry: Entry, locale: Locale) -> Iterator[Finding]:
    """Yield an error for everything dangerous in a translation (T301 to T310)."""
    wrong = wrong_count(message, entry, locale)
    if wrong:
        yield found(entry, "T308", wrong)
        return
    for pair in pairs(message, entry, locale):
        yield from guard_pair(pair)


def guard_pair(pair: Pair) -> Iterator[Finding]:
    """Ask every hard check of one form."""
    for question in _guards().given(pair.said.chars, pair.whole.chars):
        for said in question.ask(pair):
            what, hint = (said, "") if isinstance(said, str) else said
            yield pair.finding(question.code, what, hint, question.severity)


@cache
def _guards() -> Causes[Pair]:
    return Causes(GUARDS.values())


def wrong_count(message: Message, entry: Entry, locale: Locale) -> str:
    """Say how many plural forms there are, where the locale has another number (T308).

    The locale's own Plural-Forms header decides: the tables that go round disagree.
    """
    wanted = plurals.count_of_forms(locale) if message.other else 1
    if len(entry.forms) == wanted:
        return ""
    return f"has {len(entry.forms)} plural forms where {locale.tag!r} has {wanted}"
