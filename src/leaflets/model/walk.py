"""Find every Text in a thing, and say them anew: the tree stays, the words change.

Works on any frozen dataclass of the model, so that a new kind of block needs no
line here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from leaflets.model.text import Text

Thing = TypeVar("Thing")


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def texts(thing: object) -> Iterator[Text]:
    """Yield every Text in *thing*, in the order of its fields."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from texts(item)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for name in _fields(type(thing)):
            yield from texts(getattr(thing, name))


def with_texts(thing: Thing, say: Callable[[Text], Text]) -> Thing:
    """Return *thing* with every Text replaced by what *say* makes of it."""
    return _with(thing, say)  # type: ignore[no-any-return]


def _with(thing: Any, say: Callable[[Text], Text]) -> Any:
    if isinstance(thing, Text):
        return say(thing)
    if isinstance(thing, tuple):
        changed = tuple(_with(item, say) for item in thing)
        return (
            changed
            if any(a is not b for a, b in zip(changed, thing, strict=True))
            else thing
        )
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        before = {name: getattr(thing, name) for name in _fields(type(thing))}
        after = {name: _with(value, say) for name, value in before.items()}
        changes = {
            name: value for name, value in after.items() if value is not before[name]
        }
        return dataclasses.replace(thing, **changes) if changes else thing
    return thing
