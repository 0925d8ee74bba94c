"""Read a project: folder → Library.

Step 1 of 10. Every file is read, every mistake reported together with its line; what
could be read is there, so that later questions can still be asked of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel

from leaflets.content import printspecs, shapedfile
from leaflets.content.leafletshape import LeafletShape, make_leaflet
from leaflets.content.printshape import PrintSpecShape
from leaflets.content.project import Project
from leaflets.content.recordshapes import (
    ClaimsShape,
    FactsShape,
    ImprintShape,
    LocaleShape,
    SourcesShape,
)
from leaflets.content.wordingshape import GlossaryShape, WordingShape
from leaflets.content.yamlfile import YamlFile
from leaflets.findings import Finding, in_order
from leaflets.model.evidence import Claim, Source
from leaflets.model.facts import Fact
from leaflets.model.imprint import Imprint
from leaflets.model.leaflet import Leaflet
from leaflets.model.locale import Locale
from leaflets.model.wording import Glossary, Term, Wording
from leaflets.origin import Origin

Thing = TypeVar("Thing")
ShapeType = TypeVar("ShapeType", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that a project says, by name, and what was found while reading."""

    project: Project
    leaflets: Mapping[str, Leaflet] = field(hash=False)
    claims: Mapping[str, Claim] = field(hash=False)
    facts: Mapping[str, Fact] = field(hash=False)
    sources: Mapping[str, Source] = field(hash=False)
    imprints: Mapping[str, Imprint] = field(hash=False)
    locales: Mapping[str, Locale] = field(hash=False)
    wordings: Mapping[str, Wording] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    """What the checks know of each language's words, by tag; not every locale has them."""

    glossary: Glossary = field(default_factory=Glossary, hash=False)
    findings: tuple[Finding, ...] = ()

    @property
    def originals(self) -> frozenset[str]:
        """Tags of the languages that leaflets are written in."""
        return frozenset(leaflet.original for leaflet in self.leaflets.values())


def read(project: Project) -> Library:
    """Read the whole project; mistakes are findings of the Library, never a traceback."""
    reader = _Reader(project)
    leaflets: dict[str, Leaflet] = {}
    claims: dict[str, Claim] = {}
    facts: dict[str, Fact] = {}
    sources: dict[str, Source] = {}
    imprints: dict[str, Imprint] = {}
    locales: dict[str, Locale] = {}
    for path in project.record_files("facts"):
        for file, held_facts in reader.shaped(path, FactsShape):
            for name, fact in held_facts.facts.items():
                reader.enter(facts, name, fact.make(name, file, "facts", name), "fact")
    for path in project.record_files("claims"):
        for file, held_claims in reader.shaped(path, ClaimsShape):
            for key, claim in held_claims.claims.items():
                reader.enter(claims, key, claim.make(key, file, "claims", key), "claim")
    for path in project.record_files("sources", ".json"):
        for file, held_sources in reader.shaped(path, SourcesShape):
            for i, source in enumerate(held_sources.root):
                made = source.make(file.data[i], file, i, "id")
                reader.enter(sources, source.id, made, "source")
    for path in project.leaflet_files():
        for file, leaflet in reader.shaped(path, LeafletShape):
            reader.named(leaflet.leaflet, path.stem, file.origin("leaflet"))
            reader.enter(leaflets, leaflet.leaflet, make_leaflet(leaflet, file), "leaflet")
    for path in project.imprint_files():
        for file, imprint in reader.shaped(path, ImprintShape):
            reader.named(imprint.imprint, path.stem, file.origin("imprint"))
            reader.enter(imprints, imprint.imprint, imprint.make(file), "imprint")
    for path in project.locale_files():
        for file, locale in reader.shaped(path, LocaleShape):
            reader.named(locale.tag.replace("-", "_"), path.parent.name, file.origin("tag"))
            reader.enter(locales, locale.tag, locale.make(file), "locale")
    wordings: dict[str, Wording] = {}
    for path in project.words_files():
        tag = path.parent.name.replace("_", "-")
        for file, words in reader.shaped(path, WordingShape):
            reader.enter(wordings, tag, words.make(tag, file), "wording")
    terms: dict[str, Mapping[str, Term]] = {}
    for path in project.record_files("glossary"):
        for file, held_terms in reader.shaped(path, GlossaryShape):
            terms[path.stem.replace("_", "-")] = held_terms.make(file)
    for path in project.misnamed():
        hint = f"name it {path.stem}.yaml"
        reader.found("C108", "file is not read", Origin(project.shown(path)), hint)
    reader.findings.extend(printspecs.look(project).findings)
    return Library(
        project=project,
        leaflets=MappingProxyType(leaflets),
        claims=MappingProxyType(claims),
        facts=MappingProxyType(facts),
        sources=MappingProxyType(sources),
        imprints=MappingProxyType(imprints),
        locales=MappingProxyType(locales),
        wordings=MappingProxyType(wordings),
        glossary=Glossary(MappingProxyType(terms)),
        findings=in_order(reader.findings),
    )


SHAPES: dict[str, type[BaseModel]] = {
    "leaflet": LeafletShape,
    "claims": ClaimsShape,
    "facts": FactsShape,
    "sources": SourcesShape,
    "imprint": ImprintShape,
    "locale": LocaleShape,
    "words": WordingShape,
    "glossary": GlossaryShape,
    "print-spec": PrintSpecShape,
}
"""The shape of every kind of file, by the name its JSON Schema is published under."""


class _Reader:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.findings: list[Finding] = []

    def shaped(self, path: Path, kind: type[ShapeType]) -> list[tuple[YamlFile, ShapeType]]:
        """Read a file and what it holds; nothing where it has mistakes, which are found."""
        held, found = shapedfile.read(path, self.project.shown(path), kind)
        self.findings.extend(found)
        return [] if held is None else [held]

    def enter(self, shelf: dict[str, Thing], name: str, thing: Thing, noun: str) -> None:
        """Put a thing on its shelf under a name that nothing else has."""
        if name in shelf:
            first: Any = shelf[name]
            origin: Any = thing
            hint = f"the first is at {first.origin}"
            self.found("C106", f"{noun} {name!r} is defined twice", origin.origin, hint)
        else:
            shelf[name] = thing

    def named(self, name: str, stem: str, origin: Origin) -> None:
        """Find a file that is not named after what is in it."""
        if name != stem:
            self.found("C107", f"file is named {stem!r} but holds {name!r}", origin)

    def found(self, code: str, message: str, origin: Origin, hint: str = "") -> None:
        self.findings.append(Finding(code=code, message=message, origin=origin, hint=hint))
