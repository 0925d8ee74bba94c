"""Read what is shown backwards as Chromium means it, beside what the standard says.

``/ReversedChars`` (ISO 32000-1, 14.8.2.3.3) turns each string round and leaves the order of
the strings; Chromium puts a whole line into one such stretch, a letter a string, last letter
first. So that the walk of the tags does not wrong it, the strings are put into their order.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

_SHOWS = ("Tj", "TJ", "'", '"')

_Step = pikepdf.ContentStreamInstruction


def turned(pdf: bytes) -> bytes:
    """Give the file with the strings of each such stretch in the reverse order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            steps = list(pikepdf.parse_content_stream(page))
            content = pikepdf.unparse_content_stream(_page(steps))
            page.obj.Contents = document.make_stream(content)
        copy = io.BytesIO()
        document.save(copy)
        return copy.getvalue()


def _page(steps: Sequence[object]) -> list[_Step]:
    result: list[_Step] = []
    place = 0
    while place < len(steps):
        step = steps[place]
        assert isinstance(step, _Step)
        result.append(step)
        place += 1
        if str(step.operator) in {"BMC", "BDC"} and step.operands[0] == "/ReversedChars":
            end = _end(steps, place)
            result += _stretch(steps[place:end])
            place = end
    return result


def _end(steps: Sequence[object], place: int) -> int:
    """Find where the marked content ends in which *place* lies."""
    depth = 1
    while place < len(steps):
        depth += _deeper(steps[place])
        if not depth:
            return place
        place += 1
    return place


def _deeper(step: object) -> int:
    name = str(step.operator) if isinstance(step, _Step) else ""
    return {"BMC": 1, "BDC": 1, "EMC": -1}.get(name, 0)


def _stretch(steps: Sequence[object]) -> list[_Step]:
    """Set the strings, or what holds them, each with its font, in the reverse order."""
    first: list[_Step] = []
    font: list[_Step] = []
    shown: list[list[_Step]] = []
    depth = 0
    for step in steps:
        assert isinstance(step, _Step)
        change = _deeper(step)
        if depth:
            shown[-1].append(step)
        elif change > 0:
            shown.append([*font, step])
        elif str(step.operator) in _SHOWS:
            shown.append([*font, _backwards(step)])
        elif str(step.operator) == "Tf":
            font = [step]
        else:
            first.append(step)
        depth += change
    return [*first, *(step for each in reversed(shown) for step in each)]


def _backwards(step: _Step) -> _Step:
    if str(step.operator) != "TJ":
        return step
    strings = pikepdf.Array(list(reversed(list(step.operands[0]))))
    return _Step([strings], step.operator)
