"""An engine keeps what it will need again, and no document that is done."""

from __future__ import annotations

import gc

from tests.pdf.conftest import Render

from leaflets.pdf import engine


def boxes() -> int:
    """Count the boxes of documents that are still held."""
    return sum(type(each).__name__ == "TextBox" for each in gc.get_objects())


def test_a_document_that_is_done_is_cleared_away_at_once(render: Render) -> None:
    """No box of it is left, though the boxes of a page know each other."""
    gc.disable()
    try:
        render("<p>One and the same</p>" * 50)
        assert boxes() == 0
    finally:
        gc.enable()


def test_what_stays_as_long_as_the_process_is_not_looked_through(render: Render) -> None:
    """What stood before the engine started is passed over, and garbage seldom sought."""
    render("<p>One")
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] == engine.ALLOCATIONS
