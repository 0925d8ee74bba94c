"""Shape of a print spec: what its file may say, and within which bounds."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from leaflets.content.shape import Shape, Slug

_FIGURE = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?\Z")


def _figure(value: object) -> object:
    """Take ``3.50``, which YAML hands over as a word, for the number that it is."""
    if isinstance(value, str) and _FIGURE.match(value):
        return float(value)
    return value


Length = Annotated[
    float, Field(strict=True, ge=0, le=50, allow_inf_nan=False), BeforeValidator(_figure)
]
"""Millimetres, none of them negative."""

Bleed = Annotated[
    float, Field(strict=True, ge=0, le=20, allow_inf_nan=False), BeforeValidator(_figure)
]
Points = Annotated[
    float, Field(strict=True, ge=0, le=72, allow_inf_nan=False), BeforeValidator(_figure)
]
Inks = Annotated[int, Field(strict=True, ge=100, le=400)]
"""A sum of four inks in percent; one solid ink is 100."""

Resolution = Annotated[int, Field(strict=True, ge=1, le=9600)]
Said = Annotated[
    str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$")
]
"""Words on one line; they may stand on a slug line and in the file's output intent."""


class PrintSpecShape(Shape):
    """A print spec, whole or as what differs from the one that it extends."""

    spec: Slug
    title: Said
    extends: Slug | None = Field(
        default=None,
        description="Print spec that says what is not said here; a file that is named like"
        " a spec of the program may extend that one.",
    )
    paper: Said | None = None
    condition: (
        Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 _.-]{1,39}$")] | None
    ) = Field(
        default=None,
        description="Registered name of the printing condition, such as FOGRA39.",
    )
    profile: Annotated[str, Field(min_length=1, max_length=200)] | None = Field(
        default=None,
        description="The shop's ICC profile, in content/print/; with 'condition' beside it.",
    )
    standard: Literal["PDF/X-4", "PDF/X-1a:2003"] | None = None
    bleed: Bleed | None = None
    safe: Length | None = None
    safe_least: Length | None = None
    fold_safe: Length | None = None
    printable: Length | None = None
    ink_limit: Inks | None = None
    ink_warning: Inks | None = None
    type_least: Points | None = None
    type_several: Points | None = None
    line_least: Points | None = None
    line_several: Points | None = None
    image_ppi: tuple[Resolution, Resolution] | None = None
    bitmap_ppi: tuple[Resolution, Resolution] | None = None
    marks: Literal["none", "crop", "full"] | None = None

    @model_validator(mode="after")
    def _pair(self) -> PrintSpecShape:
        if self.profile is not None and self.condition is None:
            raise ValueError("'profile' needs the 'condition' beside it that it describes")
        return self

    @property
    def stated(self) -> dict[str, object]:
        """What it says about the printing, by name."""
        every = self.model_dump(exclude={"spec", "extends"}, exclude_none=True)
        return {name: value for name, value in every.items() if value is not None}
