"""Named things, each added by the file that defines it.

A registry is a read-only mapping. On first use it imports the modules of its
package in alphabetical order; each adds its own entry. There is no list to keep
and no plugin system: one thing, one file.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Registry(Mapping[str, Thing], Generic[Thing]):
    """The named things of one kind, found in one package.

    >>> Registry("colour", "leaflets.model").noun
    'colour'
    """

    def __init__(self, noun: str, package: str) -> None:
        self.noun = noun
        self._package = package
        self._things: dict[str, Thing] = {}
        self._complete = False

    def add(self, name: str, thing: Thing) -> Thing:
        """Enter a thing under its name; a name is used once."""
        if name in self._things:
            raise ValueError(f"{self.noun} {name!r} is defined twice")
        self._things[name] = thing
        return thing

    def suggest(self, name: str) -> str:
        """Say which name may have been meant, as a hint; empty if none is near."""
        near = difflib.get_close_matches(name, list(self), n=1)
        return f"did you mean {near[0]!r}?" if near else ""

    def _load(self) -> dict[str, Thing]:
        if not self._complete:
            self._complete = True
            package = importlib.import_module(self._package)
            names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
            try:
                for name in names:
                    importlib.import_module(f"{self._package}.{name}")
            except BaseException:
                # Half a registry must not pass for a whole one: Python swallows a
                # TypeError that ``len`` raises, and would go on with what is there.
                self._complete = False
                raise
            self._things = dict(sorted(self._things.items()))
        return self._things

    def __getitem__(self, name: str) -> Thing:
        return self._load()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._load())

    def __len__(self) -> int:
        return len(self._load())
