"""The JSON Schemas of content files, for editors and for other programs.

They are made from the same shapes that read the files, and published under
``docs/schema/``; a test holds the two in step.
"""

from __future__ import annotations

import json

from leaflets.content.library import SHAPES


def schemas() -> dict[str, str]:
    """Text of every schema (JSON Schema 2020-12), by file name."""
    made = {}
    for kind, shape in SHAPES.items():
        schema = shape.model_json_schema()
        whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        text = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True)
        made[f"{kind}.schema.json"] = text + "\n"
    return made
