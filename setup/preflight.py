"""Publish the list of everything that the preflight asks: docs/preflight.md."""

from pathlib import Path

from leaflets.files import write_atomically
from leaflets.pdf.preflight.listing import listing

if __name__ == "__main__":
    path = Path(__file__).resolve().parents[1] / "docs" / "preflight.md"
    write_atomically(path, listing())
