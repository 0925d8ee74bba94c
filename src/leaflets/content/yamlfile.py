"""YAML with line numbers, as plain data.

The only door to the YAML library. What comes in is hostile until checked: no tags, no
anchors, no second document, bounded size, depth and number of values. Scalars follow the
core schema of YAML 1.2, so that ``no`` is a word and ``12:30`` is not a number; what a
number could not give back as it is written (``020``, ``+44…``, the code ``1.10``) stays
a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from leaflets.findings import Finding
from leaflets.origin import Origin

Path = tuple[str | int, ...]

MAX_DEPTH = 40
MAX_VALUES = 200_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of one file, and the line of every value in it."""

    path: str
    data: Any
    lines: dict[Path, int] = field(repr=False)

    def origin(self, *path: str | int) -> Origin:
        """Origin of the value at *path*, or of the nearest thing that holds it.

        Parts that the file does not have are passed over, so that the place of a
        validation error can be given as the validator names it.
        """
        found: Path = ()
        for part in path:
            if (*found, part) in self.lines:
                found = (*found, part)
        return Origin(self.path, self.lines.get(found, 1))


def read(text: str, path: str) -> tuple[YamlFile | None, tuple[Finding, ...]]:
    """Read one YAML (or JSON) document; *path* is the name that findings give it.

    Returns no file where it does not parse; duplicate keys are found and the first
    value kept.
    """
    findings: list[Finding] = []
    builder = _Builder(path, findings)
    try:
        builder.run(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = (error.problem or "not understood").replace("\n", " ")
        findings.append(_found(path, line, "C101", f"YAML does not parse: {what}"))
        return None, tuple(findings)
    except yaml.YAMLError as error:
        what = str(error).splitlines()[0]
        findings.append(_found(path, 1, "C101", f"YAML does not parse: {what}"))
        return None, tuple(findings)
    except _Refused as refused:
        findings.append(refused.finding)
        return None, tuple(findings)
    return YamlFile(path, builder.root, builder.lines), tuple(findings)


class _Refused(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _found(path: str, line: int, code: str, message: str, hint: str = "") -> Finding:
    return Finding(code=code, message=message, origin=Origin(path, line), hint=hint)


class _Builder:
    """Builds data from parser events without recursion, so that depth can be bounded."""

    def __init__(self, path: str, findings: list[Finding]) -> None:
        self.path = path
        self.findings = findings
        self.root: Any = None
        self.lines: dict[Path, int] = {}
        self._open: list[tuple[Any, Path, Any]] = []
        """Containers not yet closed: the container, its path, the key that waits."""
        self._values = 0
        self._documents = 0

    def run(self, events: Iterator[Any]) -> None:
        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._refuse(line, "C101", "file holds more than one YAML document")
            elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                self._refuse(
                    line, "C101", "anchors and aliases are not read", "write it out twice"
                )
            elif isinstance(event, yaml.ScalarEvent):
                self._tag(event, line)
                self._value(_scalar(event.value, event.implicit[0]), line)
            elif isinstance(event, yaml.MappingStartEvent):
                self._tag(event, line)
                self._enter({}, line)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._tag(event, line)
                self._enter([], line)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._open.pop()

    def _refuse(self, line: int, code: str, message: str, hint: str = "") -> None:
        raise _Refused(_found(self.path, line, code, message, hint))

    def _tag(self, event: Any, line: int) -> None:
        if event.tag is not None and event.tag != "!":
            self._refuse(line, "C101", f"YAML tag {event.tag!r} is not read")

    def _enter(self, container: Any, line: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._refuse(line, "C101", f"nested deeper than {MAX_DEPTH} levels")
        path = self._value(container, line)
        self._open.append((container, path, _NOTHING))

    def _value(self, value: Any, line: int) -> Path:
        self._values += 1
        if self._values > MAX_VALUES:
            self._refuse(line, "C101", f"file holds more than {MAX_VALUES} values")
        if not self._open:
            self.root = value
            self.lines[()] = line
            return ()
        container, path, key = self._open[-1]
        if isinstance(container, list):
            here: Path = (*path, len(container))
            container.append(value)
        elif key is _NOTHING:
            if isinstance(value, (dict, list)):
                self._refuse(line, "C101", "a key must be a word")
            self._open[-1] = (container, path, _Key(str(value), line))
            return path
        else:
            self._open[-1] = (container, path, _NOTHING)
            here = (*path, key.name)
            line = key.line
            if key.name in container:
                self.findings.append(
                    _found(self.path, line, "C102", f"key {key.name!r} stands twice")
                )
                return here
            container[key.name] = value
        self.lines.setdefault(here, line)
        return here


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    line: int


_NOTHING: Any = object()


def _scalar(value: str, plain: bool) -> Any:
    if not plain:
        return value
    if value in _WORDS:
        return _WORDS[value]
    number: int | float
    if len(value) > 18:
        return value
    if _INT.match(value):
        number = int(value)
    elif _FLOAT.match(value):
        number = float(value)
    else:
        return value
    # Never another figure than the one that was typed: '+44' is no '44', '1.10' no '1.1'.
    return number if str(number) == value else value
