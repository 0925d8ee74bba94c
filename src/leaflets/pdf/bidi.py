"""In which order the letters of one line are seen (Unicode Annex 9).

A resolver for short texts whose base direction is known: all rules for implicit levels
(W1 to W7, N0 to N2, I1 to L2) and isolates. Embeddings and overrides are not followed:
their control characters count as nothing, as the annex advises against them.
"""

from __future__ import annotations

import functools
import unicodedata

_ISOLATES = {"\u2066": 0, "\u2067": 1, "\u2068": None}
_END = "\u2069"
_IGNORED = frozenset(["LRE", "RLE", "LRO", "RLO", "PDF", "BN"])
_NEUTRAL = frozenset(["B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"])
_PAIRS = {"(": ")", "[": "]", "{": "}", "\u2045": "\u2046", "\u207d": "\u207e",
          "\u2329": "\u232a", "\u27e8": "\u27e9", "\u3008": "\u3009", "\u300a": "\u300b",
          "\u300c": "\u300d", "\u300e": "\u300f", "\u3010": "\u3011", "\u3014": "\u3015",
          "\uff08": "\uff09", "\uff3b": "\uff3d", "\u301a": "\u301b"}  # fmt: skip
_CLOSERS = frozenset(_PAIRS.values())


@functools.lru_cache(maxsize=2048)
def levels(text: str, direction: str) -> tuple[int, ...]:
    """Give the embedding level of each character; odd ones read from right to left.

    >>> levels("ab", "ltr"), levels("ab", "rtl")
    ((0, 0), (2, 2))
    """
    base = 1 if direction == "rtl" else 0
    if base == 0 and text.isascii():
        return (0,) * len(text)
    found = [base] * len(text)
    _resolve(text, list(range(len(text))), base, found)
    return tuple(found)


def visual(line_levels: tuple[int, ...]) -> list[int]:
    """Give the places of the characters of one line from left to right (rule L2).

    >>> visual((0, 1, 1, 0))
    [0, 2, 1, 3]
    """
    order = list(range(len(line_levels)))
    if not order:
        return order
    for level in range(max(line_levels), 0, -1):
        place = 0
        while place < len(order):
            if line_levels[order[place]] < level:
                place += 1
                continue
            stop = place
            while stop < len(order) and line_levels[order[stop]] >= level:
                stop += 1
            order[place:stop] = reversed(order[place:stop])
            place = stop
    return order


def _resolve(text: str, places: list[int], base: int, found: list[int]) -> None:
    """Resolve one isolating run sequence; what is isolated in it is neutral."""
    own: list[int] = []
    inner: list[tuple[list[int], int]] = []
    place = 0
    while place < len(places):
        own.append(places[place])
        character = text[places[place]]
        place += 1
        if character in _ISOLATES:
            start, depth = place, 1
            while place < len(places) and depth:
                follower = text[places[place]]
                depth += (follower in _ISOLATES) - (follower == _END)
                place += depth > 0
            isolated = places[start:place]
            odd = _ISOLATES[character]
            if odd is None:
                odd = _first_strong("".join(text[each] for each in isolated))
            inner.append((isolated, base + 1 if (base + 1) % 2 == odd else base + 2))
    _implicit(text, own, base, found)
    for isolated, level in inner:
        _resolve(text, isolated, level, found)


def _first_strong(text: str) -> int:
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def _implicit(text: str, places: list[int], base: int, found: list[int]) -> None:
    kept = [p for p in places if unicodedata.bidirectional(text[p]) not in _IGNORED]
    kinds = [unicodedata.bidirectional(text[p]) or "L" for p in kept]
    edge = "R" if base % 2 else "L"
    _weak(kinds, edge)
    _brackets([text[p] for p in kept], kinds, edge)
    _neutral(kinds, edge)
    for place, kind in zip(kept, kinds, strict=True):
        if base % 2:
            found[place] = base + (kind != "R")
        else:
            found[place] = base + {"L": 0, "R": 1}.get(kind, 2)
    level = base
    for place in places:  # what was left out stands with what comes before it
        if unicodedata.bidirectional(text[place]) in _IGNORED:
            found[place] = level
        level = found[place]
    for place in reversed(places):  # L1: white space at the end of a line
        if unicodedata.bidirectional(text[place]) not in {"WS", "S", "B"} | _IGNORED:
            break
        found[place] = base


def _weak(kinds: list[str], edge: str) -> None:
    before = edge
    for place, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[place] = "ON" if before in {"LRI", "RLI", "FSI", "PDI"} else before
        before = kinds[place]
    strong = edge
    for place, kind in enumerate(kinds):  # W2, W3
        if kind in {"L", "R", "AL"}:
            strong = kind
        if kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        elif kind == "AL":
            kinds[place] = "R"
    for place in range(1, len(kinds) - 1):  # W4
        one, other = kinds[place - 1], kinds[place + 1]
        if one == other and (
            (kinds[place] == "ES" and one == "EN")
            or (kinds[place] == "CS" and one in {"EN", "AN"})
        ):
            kinds[place] = one
    _terminators(kinds)
    strong = edge
    for place, kind in enumerate(kinds):  # W7
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _terminators(kinds: list[str]) -> None:
    place = 0
    while place < len(kinds):  # W5
        stop = place
        while stop < len(kinds) and kinds[stop] == "ET":
            stop += 1
        if stop > place:
            beside = (kinds[place - 1] if place else "", *kinds[stop : stop + 1])
            if "EN" in beside:
                kinds[place:stop] = ["EN"] * (stop - place)
        place = stop + 1
    for place, kind in enumerate(kinds):  # W6
        if kind in {"ES", "ET", "CS"}:
            kinds[place] = "ON"


def _brackets(characters: list[str], kinds: list[str], edge: str) -> None:
    """Give a pair of brackets the direction of what it holds (N0)."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(characters):
        if kinds[place] != "ON":
            continue
        if character in _PAIRS:
            waiting.append((_PAIRS[character], place))
        elif character in _CLOSERS:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == character:
                    pairs.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    for start, stop in sorted(pairs):
        held = {_strong(kind) for kind in kinds[start + 1 : stop]}
        if edge in held:
            kinds[start] = kinds[stop] = edge
        elif held - {""}:
            other = (held - {""}).pop()
            earlier = [_strong(k) for k in kinds[:start] if _strong(k)]
            direction = other if (earlier or [edge])[-1] == other else edge
            kinds[start] = kinds[stop] = direction


def _strong(kind: str) -> str:
    return "L" if kind == "L" else "R" if kind in {"R", "EN", "AN"} else ""


def _neutral(kinds: list[str], edge: str) -> None:
    place = 0
    while place < len(kinds):  # N1, N2
        stop = place
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        if stop > place:
            before = _strong(kinds[place - 1]) if place else edge
            after = _strong(kinds[stop]) if stop < len(kinds) else edge
            kinds[place:stop] = [before if before == after else edge] * (stop - place)
        place = max(stop, place + 1)
