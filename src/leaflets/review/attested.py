"""Attestations: which original's words mean what other words meant that were signed."""

from __future__ import annotations

from leaflets.review.ledger import Ledger


def unchanged(ledger: Ledger) -> dict[str, frozenset[tuple[str, str]]]:
    """By key the pairs of marks, before and now, between which no meaning changed.

    An attestation counts only where the ledger holds the words of both marks, and they
    are one message's with the same facts: nobody can attest over words that were never
    kept.
    """
    found: dict[str, set[tuple[str, str]]] = {}
    for event in ledger.attested:
        before, now = ledger.words.get(event.before), ledger.words.get(event.now)
        if before is None or now is None:
            continue
        if (before.key, before.count, before.facts) != (event.key, now.count, now.facts):
            continue
        if now.key == event.key:
            found.setdefault(event.key, set()).add((event.before, event.now))
    return {key: frozenset(pairs) for key, pairs in found.items()}


def kin(pairs: frozenset[tuple[str, str]], mark: str) -> frozenset[str]:
    """Give the marks that mean what *mark* does, or did: all that attestations link.

    >>> sorted(kin(frozenset({("a", "b"), ("a", "c"), ("x", "y")}), "c"))
    ['a', 'b', 'c']
    """
    found = {mark}
    waiting = [mark]
    while waiting:
        now = waiting.pop()
        for pair in pairs:
            if now in pair:
                waiting += set(pair) - found
                found.update(pair)
    return frozenset(found)


def carried(pairs: frozenset[tuple[str, str]], mark: str) -> frozenset[str]:
    """Give the marks whose sign-offs stand for *mark* too: itself, and what it mends.

    One step and no more: slips add up to another meaning. An attestation says of all
    earlier words that are still a slip away that they mean the same.

    >>> sorted(carried(frozenset({("a", "b"), ("b", "c"), ("c", "d")}), "c"))
    ['b', 'c']
    """
    return frozenset({mark, *(before for before, after in pairs if after == mark)})
