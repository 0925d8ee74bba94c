"""Keep the engine from making tags of its own: ``structure`` makes them, and better.

The engine still marks the content of the pages, which is what the tags lead to.
"""

from __future__ import annotations

from typing import Any

from weasyprint import pdf as writing


def add_tags(pdf: Any, document: Any, pdf_version: Any, page_streams: Any) -> None:
    """Take the place of the engine's tags, and add none."""


def mend() -> None:
    """Let the engine add no tags; a second time changes nothing."""
    writing.add_tags = add_tags
