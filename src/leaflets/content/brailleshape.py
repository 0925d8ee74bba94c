"""Shape of what a locale says of its braille."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from leaflets.content.shape import Shape, Words
from leaflets.model.braille import FOREIGN, Braille

Table = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.(ctb|utb|tbl)$")]


class BrailleShape(Shape):
    """How a language is written in braille: a table of liblouis, and its gaps."""

    table: Table = Field(description="File name among the tables of liblouis.")
    name: Words = Field(description="What the code is called, in English.")
    grade: Literal[0, 1, 2] = Field(description="2 is contracted; 0 and 1 are not.")
    foreign: Table = Field(
        default=FOREIGN, description="Table for words in other languages and addresses."
    )
    numbers: Literal["letters", "antoine"] = "letters"
    instead: dict[
        Annotated[str, Field(min_length=1, max_length=1)],
        Annotated[str, Field(max_length=12)],
    ] = Field(
        default_factory=dict,
        description="What is said for a character that the table lacks: letters or cells.",
    )
    eight: bool = Field(
        default=False, description="A table of eight dots, to be told in six."
    )
    undivided: bool = Field(
        default=False, description="The table sets no space between words."
    )
    reads_back: Annotated[float, Field(ge=0, le=1)] = Field(
        default=0.0,
        description="Least similarity of the words that are read back; 0: not asked.",
    )

    @field_validator("instead")
    @classmethod
    def _not_in_eight(cls, instead: dict[str, str]) -> dict[str, str]:
        """Refuse cells of seven or eight dots, and a figure for what is no figure."""
        for character, said in instead.items():
            if any("\u2840" <= cell <= "\u28ff" for cell in said):
                raise ValueError(f"{character!r} would be said in more than six dots")
            if character.isdecimal() or any(c.isdecimal() for c in said):
                raise ValueError(f"{character!r}: no figure may stand for another")
        return instead

    def make(self) -> Braille:
        """Make the Braille."""
        data = self.model_dump()
        return Braille(**data | {"instead": tuple(self.instead.items())})
