"""Publish the list of everything that is asked of content and translations: docs/checks.md."""

from pathlib import Path

from leaflets.checks.listing import listing
from leaflets.files import write_atomically

if __name__ == "__main__":
    write_atomically(Path(__file__).resolve().parents[1] / "docs" / "checks.md", listing())
