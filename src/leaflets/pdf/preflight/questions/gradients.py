"""F31: gradients that cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.pdf.preflight import gradients
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.painted import Kind
from leaflets.pdf.preflight.sight import outline

_TYPES = range(1, 8)
_NEEDS_FUNCTION = {1, 2, 3}


@question("F311", basis="ISO 32000-1, 8.7.4.5: as many values as the space has components")
def gradients_can_be_drawn(case: Case) -> Iterator[Answer]:
    """Every gradient yields as many values as its colour space has."""
    for page in case.pages:
        said: set[str] = set()
        for thing in page.painted:
            if thing.kind is not Kind.SHADING:
                continue
            fault = _fault(thing.resource, thing.colour.components)
            if fault and fault not in said:
                said.add(fault)
                yield Answer(
                    message=f"{fault} (in {thing.colour.space})",
                    page=page.number,
                    rectangle=outline(thing.box),
                    hint="most machines draw nothing at all, some a wrong colour",
                )


def _fault(shading: Any, components: int) -> str:
    if not isinstance(shading, pikepdf.Dictionary | pikepdf.Stream):
        return ""
    kind = shading.get("/ShadingType")
    if kind not in _TYPES:
        return f"a gradient is of the unknown kind {kind}"
    function = shading.get("/Function")
    if function is None:
        return "a gradient has no function" if kind in _NEEDS_FUNCTION else ""
    values = gradients.yields(function)
    if not values:
        return "a gradient does not say how many values it yields"
    if values != components:
        return f"a gradient yields {values} values where its colours have {components}"
    return ""
