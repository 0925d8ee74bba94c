"""Write the templates that translators' tools start from, and serve ``pybabel extract``.

A template (.pot) is byte-stable: it holds no clock and no line numbers, so that a diff
shows changed words and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

from pydantic import ValidationError

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.domains import Domain, domains, leaflet_messages
from leaflets.catalogs.joining import empty_entry
from leaflets.catalogs.messages import Message, messages_of_phrases
from leaflets.catalogs.phrases import read_phrases
from leaflets.content import library as reading
from leaflets.content import shape, yamlfile
from leaflets.content.leafletshape import LeafletShape, make_leaflet
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.errors import ContentError

_NOTE = "Template of {name!r}: written by 'leaflets catalog extract', not by hand."

Extracted = tuple[int, str, tuple[str, ...], list[str]]
"""Line, gettext function, its arguments, comments: what Babel asks of an extractor."""


def write_templates(library: Library) -> tuple[Path, ...]:
    """Write one .pot for each leaflet and one for the furniture; return what changed."""
    paths = []
    for domain in domains(library):
        path = library.project.locales / f"{domain.name}.pot"
        if store.write(path, template(domain)):
            paths.append(path)
    return tuple(paths)


def template(domain: Domain) -> Catalog:
    """Make the template of a domain: every message, no translation."""
    header = {
        "Project-Id-Version": domain.name,
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;",
    }
    entries = {message.key: empty_entry(message, 2) for message in domain.messages}
    return Catalog(
        locale_tag="",
        domain=domain.name,
        entries=MappingProxyType(entries),
        header=MappingProxyType(header),
        comment=_NOTE.format(name=domain.name),
    )


def extract_leaflet(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],  # noqa: ARG001 - Babel hands it over
    comment_tags: object,  # noqa: ARG001 - the same
    options: Mapping[str, Any],
) -> Iterator[Extracted]:
    """Yield the messages of a leaflet's file to Babel (entry point ``babel.extractors``).

    The option ``project`` names the project folder, whose facts stand in the comments;
    without it the folder above ``content/`` is taken. Raises ContentError where the file
    is no leaflet.
    """
    name = str(getattr(fileobj, "name", "leaflet.yaml"))
    file, found = yamlfile.read(fileobj.read().decode("utf-8-sig"), Path(name).name)
    if file is None or found:
        raise ContentError(found[0].message, origin=found[0].origin)
    try:
        leaflet = make_leaflet(LeafletShape.model_validate(file.data), file)
    except ValidationError as error:
        first = shape.findings_of(error, file, LeafletShape)[0]
        raise ContentError(first.message, hint=first.hint, origin=first.origin) from error
    root = Path(options.get("project") or Path(name).resolve().parents[2])
    held = reading.read(Project.at(root))
    for message in leaflet_messages(held, leaflet):
        yield _extracted(message)


def extract_phrases(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],  # noqa: ARG001 - Babel hands it over
    comment_tags: object,  # noqa: ARG001 - the same
    options: Mapping[str, Any],  # noqa: ARG001 - the same
) -> Iterator[Extracted]:
    """Yield the phrases of the furniture's file to Babel.

    Raises LocaleError where the file is damaged.
    """
    name = Path(str(getattr(fileobj, "name", "phrases.yaml"))).name
    held = read_phrases(fileobj.read().decode("utf-8-sig"), name)
    for message in messages_of_phrases(held.values()):
        yield _extracted(message)


def _extracted(message: Message) -> Extracted:
    comments = list(message.notes)
    if message.other:
        arguments = (message.key, message.words, message.other)
        return message.origin.line, "npgettext", arguments, comments
    return message.origin.line, "pgettext", (message.key, message.words), comments
