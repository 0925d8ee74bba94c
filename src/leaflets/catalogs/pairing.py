"""Find for each message the entry whose translation belongs to it.

In this order: the same key and words; the name that its author gave it before; the same
words under a key that no longer says them; the same key with other words; and at last,
among what is left, a part of an old text or one that is much like it. The words go before
the key, for where two blocks change places each translation goes with its words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from rapidfuzz import fuzz

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.change import folded
from leaflets.catalogs.leftovers import Leftovers
from leaflets.catalogs.messages import Message

_Words = tuple[str, str]


class Way(Enum):
    """How a message came to an entry."""

    SAME = "same key, same words"
    MOVED = "other key, same words"
    CHANGED = "same key, or one that was renamed, with other words"
    ALIKE = "key gone, words much alike"
    PART = "words that were part of another text"
    NEW = "nothing like it"


@dataclass(frozen=True, slots=True)
class Pair:
    """A message, and the old entry that is for it."""

    message: Message
    way: Way
    old: Entry | None = None
    own: Entry | None = None
    """The empty entry that stood under the message's key, where *old* is another."""


@dataclass(slots=True)
class Pairing:
    """Pairs of messages and entries, in the making."""

    messages: Sequence[Message]
    olds: Sequence[Entry]
    """Entries of the catalog, then its obsolete ones."""

    live: int
    """How many of them are not obsolete."""

    vetoed: Callable[[Entry, Message], bool]
    """Says whether an old translation may not be offered for other words."""

    pairs: dict[str, Pair] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    """Indexes of the entries whose translation has found its message."""

    _first: dict[str, int] = field(default_factory=dict)
    """Index of the first entry of each key; nearly every key has no other."""

    _more: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def run(self) -> None:
        """Find an entry for every message that has one."""
        for index, old in enumerate(self.olds):
            if self._first.setdefault(old.key, index) != index:
                self._more[old.key].append(index)
        self._same()
        self._renamed(changed=False)
        self._moved()
        self._renamed(changed=True)
        self._changed()
        self._left()
        for message in self.messages:
            self.pairs.setdefault(message.key, Pair(message, Way.NEW))

    def unused(self) -> Iterable[Entry]:
        """Yield the entries that no message has any use for."""
        return (old for index, old in enumerate(self.olds) if index not in self.used)

    def _same(self) -> None:
        for message in self.messages:
            first = self._first.get(message.key)
            if first is None:
                continue
            old = self.olds[first]
            if old.words == message.words and old.other == message.other and any(old.forms):
                self._pair(message, Way.SAME, first)  # as most are
                continue
            words = _words(message)
            found = [i for i in self._of(message.key) if self._says(i, words)]
            if found:
                self._pair(message, Way.SAME, (self._filled(found) or found)[0])

    def _renamed(self, *, changed: bool) -> None:
        """Follow the names that the author gave, first where the words are the same."""
        keys = {message.key for message in self.messages}
        heirs = {m.was: m.key for m in reversed(self.messages) if m.was not in keys}
        for message in self._open():
            if message.was and heirs.get(message.was) == message.key:
                found = self._filled(self._of(message.was))
                same = [index for index in found if self._says(index, _words(message))]
                if same:
                    self._pair(message, Way.MOVED, same[0])
                elif found and changed and not self._emptied(message):
                    self._pair(message, Way.CHANGED, self._nearest(message, found))

    def _moved(self) -> None:
        """Follow the words, where there is one translation of them, and enough for all."""
        wanted: dict[_Words, list[Message]] = defaultdict(list)
        for message in self._open():
            wanted[_words(message)].append(message)
        unsure = Counter(
            _words(pair.message)
            for pair in self.pairs.values()
            if pair.old is not None and pair.old.fuzzy
        )
        holders = self._holders(wanted) if wanted else {}
        for words, messages in wanted.items():
            held = holders.get(words, ())
            forms = {tuple(filter(None, self.olds[index].forms)) for index in held}
            found = self._filled(held)
            if len(forms) == 1 and len(messages) + unsure[words] <= len(found):
                for message, index in zip(messages, found, strict=False):
                    self._pair(message, Way.MOVED, index)

    def _holders(self, wanted: Container[_Words]) -> dict[_Words, list[int]]:
        """Find the translated entries that show, or were made for, the words wanted."""
        holders: dict[_Words, list[int]] = defaultdict(list)
        for index, old in enumerate(self.olds):
            for words in _both_words(old):
                if words in wanted and any(old.forms):
                    holders[words].append(index)
        return holders

    def _of(self, key: str) -> list[int]:
        """Give the entries of a key, in their order."""
        first = self._first.get(key)
        return [] if first is None else [first, *self._more.get(key, ())]

    def _changed(self) -> None:
        for message in self._open():
            held = self.pairs.get(message.key)
            if held is not None and held.way is Way.SAME:
                continue  # its words are the same, and nobody has translated them
            own = [i for i in self._of(message.key) if i not in self.used]
            found = self._filled(own)
            empty = [index for index in own if index not in found]
            if empty:
                self._pair(message, Way.CHANGED, empty[0])
            if found:
                self._pair(message, Way.CHANGED, self._nearest(message, found))

    def _left(self) -> None:
        """Look at what is left: texts that were cut in two, or renamed by nobody's word."""
        said = {message.key: message.words for message in self.messages}
        left = [message for message in self.messages if message.key not in self.pairs]
        if not left:
            return
        gone = self._filled(range(len(self.olds)))
        cut = [
            (index, said.get(old.key, ""))
            for index, old in enumerate(self.olds)
            if any(old.forms) and said.get(old.key) != old.words
        ]
        shelf = Leftovers(
            {index: _made_for(self.olds[index]) for index in gone},
            {index: (_made_for(self.olds[index]), now) for index, now in cut},
        )
        for message in left:
            alike = shelf.alike(message.words)
            if alike is not None and alike not in self.used:
                if not self.vetoed(self.olds[alike], message):
                    self._pair(message, Way.ALIKE, alike)
                continue
            part = shelf.part(message.words)
            if part is not None and not self.vetoed(self.olds[part], message):
                self.pairs[message.key] = Pair(message, Way.PART, self.olds[part])

    def _emptied(self, message: Message) -> bool:
        """Say whether a message stands empty because its meaning may have turned."""
        held = self.pairs.get(message.key)
        return held is not None and held.old is not None and bool(held.old.previous)

    def _nearest(self, message: Message, found: list[int]) -> int:
        """Choose the live entry, or else the one whose words are most like the message's."""
        live = [index for index in found if index < self.live]
        if live or len(found) == 1:
            return (live or found)[0]
        return max(found, key=lambda i: fuzz.ratio(self.olds[i].words, message.words))

    def _pair(self, message: Message, way: Way, index: int) -> None:
        held = self.pairs.get(message.key)
        old = self.olds[index]
        own = held.old if held is not None and held.old is not old else None
        self.pairs[message.key] = Pair(message, way, old, own)
        self.used.add(index)

    def _open(self) -> list[Message]:
        """Messages that have no translation yet."""
        return [
            message
            for message in self.messages
            if (pair := self.pairs.get(message.key)) is None
            or pair.old is None
            or not any(pair.old.forms)
        ]

    def _filled(self, indexes: Iterable[int]) -> list[int]:
        return [i for i in indexes if i not in self.used and any(self.olds[i].forms)]

    def _says(self, index: int, words: _Words) -> bool:
        return index not in self.used and _words(self.olds[index]) == words


def _words(thing: Message | Entry) -> _Words:
    return folded(thing.words), folded(thing.other)


def _made_for(old: Entry) -> str:
    """Words that a translation was made for."""
    return old.previous if old.fuzzy and old.previous else old.words


def _both_words(old: Entry) -> tuple[_Words, ...]:
    """Give the words that an entry shows, and those that it was made for if others."""
    shown = _words(old)
    if not (old.fuzzy and old.previous):
        return (shown,)
    made_for = folded(old.previous), folded(old.previous_other)
    return (shown,) if made_for == shown else (shown, made_for)
