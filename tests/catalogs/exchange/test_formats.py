"""What goes out is valid, protected, always the same, and comes back as it went."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.catalogs.exchange.conftest import SCHEMAS

from leaflets.catalogs.catalog import Catalog
from leaflets.catalogs.domains import Domain, domains
from leaflets.catalogs.exchange import kinds, xliff12, xliff21
from leaflets.catalogs.exchange.intake import take
from leaflets.catalogs.exchange.outgoing import packet_of
from leaflets.catalogs.exchange.packet import Packet, State, Unit
from leaflets.catalogs.store import read
from leaflets.content import library
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.model.locale import Locale

HOUSE = Path(__file__).parents[3]
XML_KINDS = ("xliff12", "xliff21", "tmx")
EVERY = tuple(kinds.KINDS)

Sent = tuple[Domain, Locale, Catalog, Packet]


@pytest.fixture(scope="session")
def shelf() -> Library:
    """Read the project of the repository."""
    return library.read(Project.at(HOUSE))


@pytest.fixture(scope="session")
def sent(shelf: Library) -> tuple[Sent, ...]:
    """Read every catalog of the repository, and gather what it would send."""
    every = domains(shelf)
    found: list[Sent] = []
    for locale in shelf.locales.values():
        for domain in every:
            path = shelf.project.catalog(locale.folder, domain.name)
            if path.is_file():
                catalog = read(path, shelf.project.shown(path), locale)
                packet = packet_of(domain, catalog, locale)
                found.append((domain, locale, catalog, packet))
    return tuple(found)


def said(unit: Unit) -> tuple[object, ...]:
    """Say what of a unit must come back."""
    return (
        unit.key,
        unit.sources,
        unit.forms,
        unit.plural,
        unit.state,
        unit.original_mark,
        unit.translation_mark,
    )


def test_the_schemas_are_those_that_their_notices_name() -> None:
    """Every schema has the digest that the NOTICE beside it gives."""
    stated = {
        match[1]: match[0]
        for notice in SCHEMAS.glob("*/NOTICE")
        for match in re.findall(
            r"^ +([0-9a-f]{64})  (\S+)$", notice.read_text(), re.MULTILINE
        )
    }
    found = {
        path.relative_to(path.parents[len(path.relative_to(SCHEMAS).parts) - 2]).as_posix()
        : hashlib.sha256(path.read_bytes()).hexdigest()
        for path in SCHEMAS.rglob("*.*")
        if path.suffix in {".xsd", ".dtd"}
    }  # fmt: skip

    assert found == stated
    assert len(found) == 8


@pytest.mark.parametrize("name", XML_KINDS)
def test_what_goes_out_is_valid_by_the_schema(
    name: str, packet: Packet, schemas: Mapping[str, Any]
) -> None:
    """OASIS's strict schema, that of XLIFF 2.1 and the DTD of TMX find nothing wrong."""
    root = etree.fromstring(kinds.KINDS[name].write(packet))

    assert schemas[name].validate(root), schemas[name].error_log


def test_the_schemas_find_what_is_wrong(packet: Packet, schemas: Mapping[str, Any]) -> None:
    """A file that breaks a rule is not valid: the schemas are really asked."""
    for name, element in (("xliff12", "body"), ("xliff21", "segment"), ("tmx", "tu")):
        root = etree.fromstring(kinds.KINDS[name].write(packet))
        found = next(each for each in root.iter() if str(each.tag).endswith(element))
        etree.SubElement(found, found.tag)

        assert not schemas[name].validate(root)


def test_the_metadata_is_valid_by_its_module(
    packet: Packet, schemas: Mapping[str, Any]
) -> None:
    """The core's schema lets anything stand there; the module's own does not."""
    root = etree.fromstring(xliff21.write(packet))
    found = list(root.iter(f"{{{xliff21.METADATA}}}metadata"))

    assert len(found) == 7
    for metadata in found:
        assert schemas["metadata"].validate(etree.ElementTree(metadata))


@pytest.mark.parametrize("name", EVERY)
def test_a_packet_comes_back_as_it_went(
    name: str, packet: Packet, there_and_back: Callable[[Packet, str], Packet]
) -> None:
    """Keys, words, forms, states and marks; TMX holds only what is finished."""
    back = there_and_back(packet, name)

    finished = {State.TRANSLATED, State.MACHINE}
    units = [u for u in packet.units if name != "tmx" or u.state in finished]
    assert [said(unit) for unit in back.units] == [said(unit) for unit in units]
    assert (back.domain, back.original, back.locale) == ("tea", "en", "pl")


@pytest.mark.parametrize("name", EVERY)
def test_the_same_packet_has_the_same_bytes(name: str, packet: Packet) -> None:
    """No clock, no order of chance."""
    assert kinds.KINDS[name].write(packet) == kinds.KINDS[name].write(packet)


@pytest.mark.parametrize("name", XML_KINDS)
def test_every_code_is_protected(name: str, packet: Packet) -> None:
    """No run of words in the file holds a placeholder, a citation or a mark."""
    root = etree.fromstring(kinds.KINDS[name].write(packet))

    for element in root.iter():
        if etree.QName(element).localname in {"source", "target", "seg"}:
            if etree.QName(element.getparent()).localname == "alt-trans":
                continue
            runs = [element.text, *(child.tail for child in element)]
            assert not any(re.search(r"[{}*\[\]]", run or "") for run in runs)


def test_codes_keep_their_numbers_where_the_translation_moves_them(packet: Packet) -> None:
    """A tool joins the codes of both sides by id; the order of the words may differ."""
    root = etree.fromstring(xliff12.write(packet))
    ids: list[list[tuple[str, str]]] = []
    for tag in ("source", "target"):
        unit = next(u for u in root.iter("{*}trans-unit") if u.get("id") == "tea.rate")
        element = unit.find(f"{{*}}{tag}")
        assert element is not None
        ids.append([(code.get("id"), code.text) for code in element])

    assert ids[0] == [("1", "{rate}"), ("2", "[@A1; @B2]")]
    assert ids[1] == [("2", "[@A1; @B2]"), ("1", "{rate}")]


def test_codes_may_be_moved_and_not_deleted(packet: Packet) -> None:
    """But for the number in a form that is for one number alone: a word may say it."""
    root = etree.fromstring(xliff21.write(packet))
    can = {
        (unit.get("id"), code.get("equiv")): (code.get("canDelete"), code.get("canCopy"))
        for unit in root.iter("{*}unit")
        for code in unit.iter("{*}ph")
    }

    assert can["tea.rate", "{rate}"] == ("no", "no")
    assert can["tea.wait:0", "{n}"] == ("yes", "no")
    assert can["tea.wait:1", "{n}"] == ("no", "no")


def test_the_translator_is_told_which_numbers_a_form_is_for(packet: Packet) -> None:
    """In both kinds of XLIFF, beside each form."""
    for name in ("xliff12", "xliff21"):
        text = kinds.KINDS[name].write(packet).decode()

        assert "This form is for numbers such as 2, 3, 4." in text


def test_what_the_words_were_goes_along(packet: Packet) -> None:
    """The old original and its translation stand beside a fuzzy one."""
    root = etree.fromstring(xliff12.write(packet))
    old = next(root.iter("{*}alt-trans"))

    assert [child.text for child in old] == ["Tea is *hot*.", "Herbata jest *gorąca*."]
    assert "Herbata jest *gorąca*." in xliff21.write(packet).decode()


def test_states_are_said_in_the_words_of_each_standard(packet: Packet) -> None:
    """What is missing has no target; a machine's draft is not called translated."""
    old = etree.fromstring(xliff12.write(packet))
    states = {
        unit.get("id"): [
            (target.get("state"), target.get("state-qualifier"))
            for target in unit.findall("{*}target")
        ]
        for unit in old.iter("{*}trans-unit")
    }
    assert states["tea.title"] == [("translated", None)]
    assert states["tea.call"] == []
    assert states["tea.rate"] == [("needs-review-translation", "leveraged-mt")]
    assert states["tea.warm"] == [("needs-review-translation", None)]

    new = etree.fromstring(xliff21.write(packet))
    finer = {
        unit.get("id"): [
            (s.get("state"), s.get("subState")) for s in unit.findall("{*}segment")
        ]
        for unit in new.iter("{*}unit")
    }
    assert finer["tea.title"] == [("translated", None)]
    assert finer["tea.call"] == [("initial", None)]
    assert finer["tea.rate"] == [("initial", "leaflets:machine")]
    assert finer["tea.warm"] == [("initial", "leaflets:fuzzy")]


def test_right_to_left_languages_are_said_to_be(packet: Packet) -> None:
    """A tool opens the translation from the right side."""
    rtl = replace(packet, locale="ar", rtl=True)

    assert b'trgDir="rtl"' in xliff21.write(rtl)
    assert b"trgDir" not in xliff21.write(packet)


@pytest.mark.parametrize("name", EVERY)
def test_every_catalog_of_the_house_comes_back_unchanged(
    name: str, sent: tuple[Sent, ...]
) -> None:
    """All leaflets in all languages: nothing taken, and what is good not refused."""
    count = 0
    for domain, locale, catalog, packet in sent:
        back, _, findings = kinds.read(kinds.KINDS[name].write(packet), catalog.path)
        assert findings == ()
        assert back is not None
        done = take(back, catalog, domain, locale)
        good = [u for u in packet.units if u.state in {"translated", "machine"}]
        assert done.taken == ()
        assert set(done.same) >= {unit.key for unit in good}
        assert done.catalog == catalog
        count += len(good)
    assert count > 1000


@pytest.mark.parametrize("name", XML_KINDS)
def test_a_catalog_of_the_house_is_valid_on_its_way(
    name: str, shelf: Library, schemas: Mapping[str, Any]
) -> None:
    """The specimen holds every part that a leaflet can have; Arabic has six forms."""
    locale = shelf.locales["ar"]
    domain = next(d for d in domains(shelf) if d.name == "specimen")
    path = shelf.project.catalog(locale.folder, domain.name)
    packet = packet_of(domain, read(path, path.name, locale), locale)
    root = etree.fromstring(kinds.KINDS[name].write(packet))

    assert len(packet.units) > 100
    assert schemas[name].validate(root), schemas[name].error_log
