"""Shapes that all kinds of file share, and how a validation error becomes a finding.

A shape says what a file may hold. Pydantic reads it, refuses what is unknown, and
publishes it as JSON Schema so that an editor completes it; the model itself stays plain
dataclasses.
"""

from __future__ import annotations

import datetime
import difflib
import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema

from leaflets.content.yamlfile import YamlFile
from leaflets.findings import Finding
from leaflets.model.text import Text


class Shape(BaseModel):
    """What a mapping in a file may hold; an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def iso_date(value: str) -> str:
    """Take a date in ISO 8601's extended form alone; raises ValueError for another."""
    try:
        # Python also reads 20261121 and 2026-W47-6, which no editor's schema takes.
        if datetime.date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise ValueError("not a date of the form 2026-11-21")


def _plain(value: object) -> object:
    """Take a number for the words it is written in."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return str(value)


Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name in file names and keys: lower-case letters, digits, single hyphens."""

FactName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""A fact's name: an identifier, so that it is valid in Python's brace format."""

ClaimKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$", max_length=40)]
"""A claim's key, such as ``S1-08``."""

SourceKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=60)]
"""A source's key, as in its CSL-JSON ``id``."""

Date = Annotated[str, AfterValidator(iso_date), Field(json_schema_extra={"format": "date"})]
"""An ISO 8601 date."""

Words = Annotated[str, Field(min_length=1, max_length=4000)]
"""Words that are not printed, or not translated."""

PlainValue = Annotated[
    str,
    BeforeValidator(_plain),
    Field(min_length=1, max_length=300),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1, "maxLength": 300}),
]
"""A value that YAML may have read as a number."""


class TextShape(Shape):
    """Words for the page: a plain string, or words with a note or a plural."""

    text: Words | None = None
    one: Words | None = None
    other: Words | None = None
    count: FactName | None = None
    note: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_form(self) -> TextShape:
        plural = (self.one, self.other, self.count)
        if self.text is not None and any(part is not None for part in plural):
            raise ValueError("has both 'text' and a plural")
        if self.text is None and any(part is None for part in plural):
            raise ValueError("needs 'text', or 'one', 'other' and 'count'")
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        whole = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [{"type": "string", "minLength": 1}, dict(whole)]}


def text_of(shape: TextShape, key: str, file: YamlFile, *path: str | int) -> Text:
    """Make the Text that *shape* describes; *path* leads to it in *file*."""
    if shape.text is not None:
        words, other, count = shape.text, "", ""
    else:
        words, other, count = shape.one or "", shape.other or "", shape.count or ""
    return Text(
        key=key,
        words=fold(words),
        other=fold(other),
        count=count,
        note=shape.note or "",
        origin=file.origin(*path),
    )


_SPACE = re.compile(r"\s+")


def fold(words: str) -> str:
    """Fold soft line ends, as YAML's block scalars leave them, to single spaces."""
    return _SPACE.sub(" ", words).strip()


def findings_of(
    error: ValidationError, file: YamlFile, shape: type[BaseModel]
) -> list[Finding]:
    """Turn every mistake that pydantic found into a finding with its line."""
    found = []
    mistakes = error.errors(include_url=False)
    for mistake in mistakes:
        path = tuple(mistake["loc"])
        inside = any(m["loc"][: len(path)] == path and m is not mistake for m in mistakes)
        if mistake["type"] == "too_short" and inside:
            continue  # what is missing is there, but has a mistake of its own
        name = next((str(part) for part in reversed(path) if isinstance(part, str)), "file")
        kind, context = mistake["type"], mistake.get("ctx", {})
        code, hint = "C105", ""
        if kind == "missing":
            code, message = "C104", f"key {name!r} is missing"
        elif kind == "extra_forbidden":
            code, message = "C103", f"unknown key {name!r}"
            hint = _nearest(name, _known_keys(shape))
        elif kind in ("union_tag_invalid", "literal_error", "enum"):
            given = context.get("tag", mistake.get("input"))
            expected = str(context.get("expected_tags", context.get("expected", "")))
            message = f"{given!r} is not one of the values of {name!r}"
            hint = _nearest(str(given), re.findall(r"'([^']+)'", expected))
            hint = hint or f"one of {expected}"
        elif kind == "union_tag_not_found":
            code, message = "C104", "key 'kind' is missing"
        else:
            sentence = mistake["msg"].removeprefix("Value error, ")
            message = f"{name!r}: {sentence[:1].lower()}{sentence[1:]}"
        found.append(
            Finding(code=code, message=message, origin=file.origin(*path), hint=hint)
        )
    return found


def _nearest(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near and near[0] != name else ""


def _known_keys(shape: type[BaseModel]) -> list[str]:
    """Every key that a shape or a shape inside it knows."""
    keys: set[str] = set()
    schema = shape.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        keys.update(part.get("properties", {}))
        for choice in part.get("anyOf", ()):
            keys.update(choice.get("properties", {}))
    return sorted(keys)
