"""One line of a ledger to one event: strict, for a ledger is anybody's to edit.

Whatever is not exactly an event raises ValueError and nothing else.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

from leaflets.review.events import (
    Check,
    Event,
    Reading,
    Signoff,
    State,
    Unchanged,
    Words,
)
from leaflets.review.people import name_problem
from leaflets.review.roles import ROLES

LAST_TURN = 1_000_000_000

_LEFT_BY_MERGE = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,199}")
_MARK = re.compile(r"[0-9a-f]{12}")
_LONG_MARK = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def event_of(line: str) -> Event:
    """Read one line; raises ValueError for anything but an event that is whole.

    >>> event_of('{"event": "words", "mark": "000000000000", "words": ["Tea"]}')
    Traceback (most recent call last):
    ValueError: the words are not those of their mark '000000000000'
    """
    try:
        data = json.loads(
            line,
            object_pairs_hook=_object,
            parse_float=_no_number,
            parse_constant=_no_number,
            parse_int=_small,
        )
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except json.JSONDecodeError:
        if line.startswith(_LEFT_BY_MERGE):
            raise ValueError("it is left over from a merge; take it out") from None
        raise ValueError("it is not one whole event, as this program writes it") from None
    if not isinstance(data, dict):
        raise ValueError("it is no object")  # noqa: TRY004 - data
    kind = data.pop("event", None)
    if not isinstance(kind, str) or kind not in _READERS:
        raise ValueError(f"event {str(kind)[:40]!r} is not known")
    event = _READERS[kind](data)
    if data:
        raise ValueError(f"{kind!r} has no {str(next(iter(data)))[:40]!r}")
    return event


def _words(data: dict[str, Any]) -> Words:
    mark, said = _matching(_MARK, data, "mark"), _take(data, "words")
    if isinstance(said, dict):
        facts = _list(_take(said, "facts"))
        event = Words(
            key=_name(said, "key"),
            words=_texts(_take(said, "words")),
            count=_text(_take(said, "count")),
            facts=tuple(_pair(fact) for fact in facts),
        )
        if said or len(event.words) > 2:
            raise ValueError("the words hold more than they can")
    else:
        event = Words(words=_texts(said))
    if event.mark != mark:
        raise ValueError(f"the words are not those of their mark {mark!r}")
    return event


def _reading(data: dict[str, Any]) -> Reading:
    mark = _matching(_LONG_MARK, data, "mark")
    event = Reading(
        leaflet=_name(data, "leaflet"),
        locale=_name(data, "locale"),
        parts=_pairs(_take(data, "parts")),
        phrases=_pairs(_take(data, "phrases")),
        risks={k: _texts(v) for k, v in _map(_take(data, "risks")).items()},
        facts=_marks(_take(data, "facts")),
        claims=_marks(_take(data, "claims")),
        sources=_marks(_take(data, "sources")),
        frame=_optional_mark(_take(data, "frame")),
    )
    if event.mark != mark:
        raise ValueError(f"the reading is not that of its mark {mark!r}")
    return event


def _signoff(data: dict[str, Any]) -> Signoff:
    return Signoff(
        leaflet=_name(data, "leaflet"),
        locale=_name(data, "locale"),
        reading=_matching(_LONG_MARK, data, "reading"),
        turn=_turn(data),
        **_who(data),
    )


def _state(data: dict[str, Any]) -> State:
    state = _text(_take(data, "state"))
    if state != "reviewed":
        raise ValueError(f"state {state[:40]!r} is not known")
    return State(
        locale=_name(data, "locale"),
        key=_name(data, "key"),
        original=_matching(_MARK, data, "original"),
        translation=_optional_mark(_take(data, "translation")),
        state=state,
        turn=_turn(data),
        risks=_texts(_take(data, "risks")),
        **_who(data),
    )


def _checked(data: dict[str, Any]) -> Check:
    who = _who({**data, "role": "author"})
    del data["by"], data["date"]
    return Check(
        name=_name(data, "name"),
        by=who["by"],
        date=who["date"],
        fingerprint=_matching(_DIGEST, data, "fingerprint"),
    )


def _unchanged(data: dict[str, Any]) -> Unchanged:
    event = Unchanged(
        key=_name(data, "key"),
        before=_matching(_MARK, data, "from"),
        now=_matching(_MARK, data, "to"),
        **_who(data),
    )
    if event.role != "author":
        raise ValueError(f"nobody attests as {event.role!r}, only the author")
    return event


_READERS: dict[str, Callable[[dict[str, Any]], Event]] = {
    "words": _words,
    "reading": _reading,
    "signoff": _signoff,
    "state": _state,
    "checked": _checked,
    "unchanged": _unchanged,
}


def _take(data: dict[str, Any], name: str) -> Any:
    if name not in data:
        raise ValueError(f"{name!r} is missing")
    return data.pop(name)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("words are expected where there are none")  # noqa: TRY004 - data
    value.encode()  # half a surrogate pair is no text: UnicodeEncodeError is a ValueError
    return value


def _matching(form: re.Pattern[str], data: dict[str, Any], name: str) -> str:
    value = _text(_take(data, name))
    if not form.fullmatch(value):
        raise ValueError(f"{name!r} is malformed: {value[:40]!r}")
    return value


def _name(data: dict[str, Any], name: str) -> str:
    return _matching(_NAME, data, name)


def _who(data: dict[str, Any]) -> dict[str, str]:
    role, by = _text(_take(data, "role")), _text(_take(data, "by"))
    date = _text(_take(data, "date"))
    if role not in ROLES:
        raise ValueError(f"role {role[:40]!r} is not known")
    problem = name_problem(by)
    if problem:
        raise ValueError(f"the name of who signed {problem}")
    if datetime.date.fromisoformat(date).isoformat() != date:
        raise ValueError(f"{date!r} is not a date like 2026-02-28")
    return {"role": role, "by": by, "date": date}


def _turn(data: dict[str, Any]) -> int:
    turn = _take(data, "turn")
    if not isinstance(turn, int) or isinstance(turn, bool) or not 0 < turn < LAST_TURN:
        raise ValueError("'turn' is not a number of a turn")
    return turn


def _map(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or not all(_NAME.fullmatch(key) for key in value):
        raise ValueError("names are expected where there are none")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("a list is expected where there is none")  # noqa: TRY004 - data
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(each) for each in _list(value))


def _pair(value: Any) -> tuple[str, str]:
    found = _texts(value)
    if len(found) != 2:
        raise ValueError("a pair is expected where there is none")
    return found[0], found[1]


def _optional_mark(value: Any) -> str:
    found = _text(value)
    if found and not _MARK.fullmatch(found):
        raise ValueError(f"{found[:40]!r} is no mark")
    return found


def _pairs(value: Any) -> dict[str, tuple[str, str]]:
    pairs = {key: _pair(pair) for key, pair in _map(value).items()}
    for original, translation in pairs.values():
        _optional_mark(original)
        _optional_mark(translation)
    return pairs


def _marks(value: Any) -> dict[str, str]:
    return {name: _optional_mark(mark) for name, mark in _map(value).items()}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in it")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text[:40]} is no number of a ledger")


def _small(digits: str) -> int:
    if len(digits) > 12:
        raise ValueError("a number in it is too long")
    return int(digits)
