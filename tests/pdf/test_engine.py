"""An engine keeps what it will need again, and no document that is done."""

from __future__ import annotations

import gc

from tests.pdf.conftest import Render

from leaflets.pdf import engine


def boxes() -> int:
    """Count the boxes of documents that are still held."""
    return sum(type(each).__name__ == "TextBox" for each in gc.get_objects())


def test_garbage_is_looked_for_seldom_and_a_document_is_still_found(render: Render) -> None:
    """What stood before the engine is passed over; a document that is drawn is not."""
    render("<p>One")
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] == engine.ALLOCATIONS
    gc.disable()
    try:
        render("<p>Two</p>" * 50)
        assert boxes() > 0
    finally:
        gc.enable()
    gc.collect()
    assert boxes() == 0
