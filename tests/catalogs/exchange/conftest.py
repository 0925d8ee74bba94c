"""The schemas, a packet to send, and a way to send it there and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from leaflets.catalogs.exchange import kinds
from leaflets.catalogs.exchange.packet import Packet, State, Unit, mark_of

SCHEMAS = Path(__file__).parents[2] / "schemas"
_XML = SCHEMAS / "xliff-2.1/informativeCopiesOf3rdPartySchemas/w3c/xml.xsd"

EXAMPLES = ((1,), (2, 3, 4), (0, 5, 6))


class _Offline(etree.Resolver):  # type: ignore[misc]
    """Answers every import with the one schema that all of them import."""

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:
        if system_url.endswith("xml.xsd"):
            return self.resolve_filename(str(_XML), context)
        return None


@pytest.fixture(scope="session")
def schemas() -> Mapping[str, Any]:
    """Read the schemas, with no network, by the format that they are of."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Offline())

    def schema(name: str) -> Any:
        return etree.XMLSchema(etree.parse(SCHEMAS / name, parser))

    return {
        "xliff12": schema("xliff-1.2/xliff-core-1.2-strict.xsd"),
        "xliff21": schema("xliff-2.1/xliff_core_2.0.xsd"),
        "metadata": schema("xliff-2.1/modules/metadata.xsd"),
        "tmx": etree.DTD(SCHEMAS / "tmx-1.4/tmx14.dtd"),
    }


@pytest.fixture
def packet() -> Packet:
    """Give a packet with a message in every state, codes of every kind, and a plural."""
    return Packet(
        domain="tea",
        original="en",
        locale="pl",
        units=(
            unit("tea.title", "Tea", "Herbata", notes=("A calm title.",)),
            unit("tea.call", "Call [us](line) on {line}.", "", state=State.MISSING),
            unit(
                "tea.rate",
                "About {rate} sleep badly [@A1; @B2].",
                "Źle śpi [@A1; @B2] około {rate}.",
                state=State.MACHINE,
            ),
            unit(
                "tea.warm",
                "Tea is *warm* and **calm**.",
                "Herbata jest *ciepła* i **spokojna**.",
                state=State.FUZZY,
                previous="Tea is *hot*.",
                earlier="Herbata jest *gorąca*.",
            ),
            Unit(
                key="tea.wait",
                sources=("Wait {n} day.", "Wait {n} days.", "Wait {n} days."),
                forms=("Czekaj {n} dzień.", "Czekaj {n} dni.", "Czekaj {n} dni."),
                plural=True,
                state=State.TRANSLATED,
                original_mark="0" * 12,
                translation_mark="1" * 12,
                count="n",
            ),
        ),
        examples=EXAMPLES,
    )


def unit(key: str, source: str, form: str, **more: Any) -> Unit:
    """Make a unit that is no plural."""
    made = Unit(
        key=key,
        sources=(source,),
        forms=(form,),
        state=State.TRANSLATED,
        original_mark="abcdef012345",
        translation_mark=mark_of((form,)),
    )
    return replace(made, **more)


@pytest.fixture
def there_and_back() -> Callable[[Packet, str], Packet]:
    """Write a packet in a format and read it as any file that comes in."""

    def go(packet: Packet, name: str) -> Packet:
        back, kind, findings = kinds.read(kinds.KINDS[name].write(packet), "back")
        assert findings == ()
        assert kind == name
        assert back is not None
        return back

    return go
