"""Print specs: those that the program brings, and those of a project.

A spec is one YAML file. The program's are in ``print/`` beside this module; a project's
are in ``content/print/``, where one may add to the program's or stand in for it. A spec
may extend another and say only what differs; a file that is named like a spec of the
program and extends that name extends the program's.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from leaflets.content import shapedfile
from leaflets.content.printfiles import PRESETS, preset_files, spec_files
from leaflets.content.printprofile import UnfitProfile, profile_of
from leaflets.content.printshape import PrintSpecShape
from leaflets.content.project import Project
from leaflets.content.yamlfile import YamlFile
from leaflets.errors import ContentError
from leaflets.findings import Finding, Severity, in_order
from leaflets.origin import Origin
from leaflets.pdf import registered
from leaflets.pdf.intent import CONDITIONS, CUSTOM, Condition
from leaflets.pdf.printspec import PrintSpec

_MISTAKE = "C109"
_OPTIONAL = frozenset({"paper", "profile"})
_ORDERED = (
    ("safe_least", "safe"),
    ("ink_warning", "ink_limit"),
)
"""Pairs whose first is not more than its second."""

_RANGES = ("image_ppi", "bitmap_ppi")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSpecs:
    """The specs that can be used, by name, and what is wrong with the others."""

    specs: Mapping[str, PrintSpec]
    refused: Mapping[str, Finding] = field(hash=False)
    """For each spec that cannot be used the first reason."""

    findings: tuple[Finding, ...] = ()
    """All that somebody has to mend; a profile that no shop has sent yet is not."""


def look(project: Project | None) -> PrintSpecs:
    """Read every print spec that there is; mistakes are findings."""
    reader = _Reader(project)
    specs: dict[str, PrintSpec] = {}
    refused: dict[str, Finding] = {}
    for name in reader.names:
        try:
            specs[name] = reader.make(name)
        except _Refused as error:
            refused[name] = error.finding
            if not error.awaited:
                reader.findings.append(error.finding)
    return PrintSpecs(
        specs=MappingProxyType(specs),
        refused=MappingProxyType(refused),
        findings=in_order(dict.fromkeys(reader.findings)),
    )


def read(project: Project | None) -> Mapping[str, PrintSpec]:
    """Read the print specs that can be used, by name; without a project the program's."""
    return look(project).specs


def find(name: str, project: Project | None) -> PrintSpec:
    """Read one print spec.

    Raises ContentError if there is none of that name, or if it cannot be used: it has a
    mistake, or rests on a profile that is not there.
    """
    reader = _Reader(project)
    if name not in reader.names:
        near = difflib.get_close_matches(name, reader.names, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are: {_said(reader.names)}"
        raise ContentError(f"no print spec is called {name!r}", hint=hint)
    try:
        return reader.make(name)
    except _Refused as error:
        wrong = error.finding
        raise ContentError(wrong.message, hint=wrong.hint, origin=wrong.origin) from error


class _Refused(Exception):
    """A spec cannot be used; *awaited* where only a shop's profile is not there yet."""

    def __init__(self, finding: Finding, *, awaited: bool = False) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.awaited = awaited


@dataclass(frozen=True, slots=True)
class _Held:
    """A file that was read, and whether it is the project's own."""

    file: YamlFile
    shape: PrintSpecShape
    own: bool


@dataclass(frozen=True, slots=True)
class _Stated:
    """One value, and the file that states it."""

    value: Any
    by: _Held
    origin: Origin


class _Reader:
    """Reads each file once, and puts specs together from what they extend."""

    def __init__(self, project: Project | None) -> None:
        self.findings: list[Finding] = []
        self._project = project
        own = spec_files(project) if project is not None else ()
        self._paths = {
            **{(False, path.stem): path for path in preset_files()},
            **{(True, path.stem): path for path in own},
        }
        self._held: dict[tuple[bool, str], _Held | Finding] = {}
        self.names = tuple(sorted({name for _, name in self._paths}))

    def make(self, name: str) -> PrintSpec:
        """Put a spec together; raises _Refused."""
        leaf = self._read(((True, name) in self._paths, name))
        stated: dict[str, _Stated] = {}
        for held in reversed(self._chain(leaf)):
            if "condition" in held.shape.stated:
                stated.pop("profile", None)  # it described the condition before
            for key, value in held.shape.stated.items():
                stated[key] = _Stated(value, held, held.file.origin(key))
        self._whole(leaf, stated)
        values = {key: each.value for key, each in stated.items() if key != "profile"}
        values["condition"] = self._condition(leaf, stated)
        for key in _RANGES:
            values[key] = tuple(values[key])
        return PrintSpec(name=name, **values)

    def _read(self, key: tuple[bool, str]) -> _Held:
        if key not in self._held:
            self._held[key] = self._open(key)
        held = self._held[key]
        if isinstance(held, Finding):
            raise _Refused(held)
        return held

    def _open(self, key: tuple[bool, str]) -> _Held | Finding:
        own, stem = key
        path = self._paths[key]
        read, found = shapedfile.read(path, self._shown(path), PrintSpecShape)
        self.findings.extend(found)
        if read is None:
            return found[0]
        file, shape = read
        if shape.spec != stem:
            message = f"file is named {stem!r} but holds {shape.spec!r}"
            wrong = Finding(code="C107", message=message, origin=file.origin("spec"))
            self.findings.append(wrong)
            return wrong
        return _Held(file, shape, own)

    def _chain(self, leaf: _Held) -> list[_Held]:
        """List the spec and what it extends, the nearest first."""
        chain = [leaf]
        while (extends := chain[-1].shape.extends) is not None:
            last = chain[-1]
            # Its own name means the program's spec; the program's know only their like.
            own = last.own and extends != last.shape.spec
            key = (own and (True, extends) in self._paths, extends)
            if key not in self._paths:
                near = difflib.get_close_matches(extends, self.names, n=1)
                hint = f"did you mean {near[0]!r}?" if near else ""
                message = f"print spec {extends!r}, which it extends, is not there"
                raise _Refused(self._wrong(last, "extends", message, hint))
            held = self._read(key)
            if held in chain:
                message = f"print specs extend each other in a circle: {extends!r}"
                raise _Refused(self._wrong(leaf, "extends", message))
            chain.append(held)
        return chain

    def _whole(self, leaf: _Held, stated: Mapping[str, _Stated]) -> None:
        """Refuse a spec that leaves something open, or contradicts itself."""
        fields = [name for name in PrintSpecShape.model_fields if name not in _OPTIONAL]
        for key in fields:
            if key not in {"spec", "extends", *stated}:
                hint = "state it, or say 'extends: offset-coated' to take it from there"
                finding = self._wrong(leaf, key, f"key {key!r} is missing", hint, "C104")
                raise _Refused(finding)
        for less, more in _ORDERED:
            low, high = stated[less].value, stated[more].value
            if low > high:
                message = f"{less!r} ({low:g}) is more than {more!r} ({high:g})"
                raise _Refused(self._wrong(leaf, less, message, code="C105"))
        for key in _RANGES:
            low, high = stated[key].value
            if low > high:
                message = f"{key!r}: the first figure ({low}) is more than the second"
                raise _Refused(self._wrong(leaf, key, message, code="C105"))

    def _condition(self, leaf: _Held, stated: Mapping[str, _Stated]) -> Condition:
        name, profile = stated["condition"].value, stated.get("profile")
        if profile is None:
            if name in CONDITIONS:
                return CONDITIONS[name]
            near = difflib.get_close_matches(name, CONDITIONS, n=1, cutoff=0.8)
            hint = f"say 'profile: content/print/NAME.icc', or one of {_said(CONDITIONS)}"
            if near and name == CUSTOM:
                near = []
            message = f"there is no profile for the printing condition {name!r}"
            hint = f"did you mean {near[0]!r}? Else {hint}" if near else hint
            raise _Refused(
                Finding(
                    code=_MISTAKE,
                    message=message,
                    origin=stated["condition"].origin,
                    hint=hint,
                )
            )
        try:
            data = profile_of(self._project, profile.value)
        except UnfitProfile as error:
            preset = not profile.by.own
            awaited = error.absent and preset
            origin = Origin(profile.value) if preset else profile.origin
            raise _Refused(
                Finding(
                    code=_MISTAKE,
                    message=f"print spec {leaf.shape.spec!r}: profile "
                    f"{profile.value!r} {error}",
                    origin=origin,
                    hint=error.hint,
                ),
                awaited=awaited,
            ) from error
        self._ask_about(name, stated["condition"])
        title = stated["title"].value
        return Condition(
            identifier=name,
            description=title,
            info=title if name == CUSTOM else f"{name} ({title})",
            profile=Path(profile.value).name,
            ink_limit=stated["ink_limit"].value,
            data=data,
        )

    def _ask_about(self, name: str, stated: _Stated) -> None:
        """Ask about a name that the registry is not known to have; a digit may have slipped."""
        if name == CUSTOM or name in registered.CONDITIONS:
            return
        # Of a digit nobody can say which was meant; of "FOGRA39L" or "fogra39" one can.
        near = [each for each in registered.CONDITIONS if name.upper().startswith(each)]
        meant = f"did you mean {near[0]!r}? " if near else ""
        self.findings.append(
            Finding(
                code=_MISTAKE,
                message=f"no printing condition {name!r} is known in the registry of the ICC",
                severity=Severity.WARNING,
                origin=stated.origin,
                hint=f"{meant}Ask the print shop for its name, or say 'condition: {CUSTOM}'",
            )
        )

    def _shown(self, path: Path) -> str:
        if self._project is not None and path.is_relative_to(self._project.root):
            return self._project.shown(path)
        return f"{PRESETS.name}/{path.name}"

    @staticmethod
    def _wrong(
        held: _Held, key: str, message: str, hint: str = "", code: str = _MISTAKE
    ) -> Finding:
        return Finding(code=code, message=message, origin=held.file.origin(key), hint=hint)


def _said(names: Iterable[str]) -> str:
    return ", ".join(names)
