"""The schemas that editors complete from are those that files are read with."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from leaflets.content import yamlfile
from leaflets.content.schemas import schemas

HOUSE = Path(__file__).resolve().parents[2]
FOLDERS = {
    "leaflet": "content/leaflets/*.yaml",
    "claims": "content/claims/*.yaml",
    "facts": "content/facts/*.yaml",
    "imprint": "content/imprints/*.yaml",
    "sources": "content/sources/*.json",
    "locale": "locales/*/locale.yaml",
    "words": "locales/*/words.yaml",
    "glossary": "content/glossary/*.yaml",
    "print-spec": "src/leaflets/content/print/*.yaml",
}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_published_schema_is_in_step_with_its_shape(name: str) -> None:
    """docs/schema/ holds what the program reads with (`python setup/schemas.py`)."""
    published = (HOUSE / "docs" / "schema" / name).read_text(encoding="utf-8")
    assert published == schemas()[name]


@pytest.mark.parametrize("kind", sorted(FOLDERS))
@pytest.mark.parametrize("root", [HOUSE, HOUSE / "tests" / "project"])
def test_every_file_of_the_project_fits_its_schema(kind: str, root: Path) -> None:
    """An editor that validates shows no mistake where the program finds none."""
    schema = json.loads(schemas()[f"{kind}.schema.json"])
    validator = jsonschema.Draft202012Validator(schema)
    paths = sorted(root.glob(FOLDERS[kind]))
    assert paths or (kind in {"words", "glossary", "print-spec"} and root != HOUSE)
    for path in paths:
        file, found = yamlfile.read(path.read_text(encoding="utf-8"), path.name)
        assert file is not None
        assert not found
        assert [e.message for e in validator.iter_errors(file.data)] == [], path.name


def test_a_schema_refuses_what_the_program_refuses() -> None:
    """An unknown key is a mistake in an editor too."""
    schema = json.loads(schemas()["facts.schema.json"])
    fact = {"kind": "number", "value": "3", "says": "three", "sayz": "typo"}
    errors = list(
        jsonschema.Draft202012Validator(schema).iter_errors({"facts": {"x": fact}})
    )
    assert errors
