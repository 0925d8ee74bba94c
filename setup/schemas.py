"""Publish the JSON Schemas of content files under docs/schema/."""

from pathlib import Path

from leaflets.content.schemas import schemas
from leaflets.files import write_atomically

if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[1] / "docs" / "schema"
    for name, text in schemas().items():
        write_atomically(folder / name, text)
