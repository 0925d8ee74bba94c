"""A file that stops the process that draws it is answered, and shown as far as it can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from tests.pdf.preflight.good import good

from leaflets.build import guarded, preflightlook
from leaflets.build.guarded import Stopped
from leaflets.build.preflightlook import STOPS, draw, look
from leaflets.errors import RenderError
from leaflets.pdf.preflight.account import account
from leaflets.pdf.preflight.base import Ordered
from leaflets.pdf.printspec import COATED


def asked(monkeypatch: pytest.MonkeyPatch, instead: Callable[..., Any]) -> list[Any]:
    """Let something else be run; give what it is called with."""
    calls: list[Any] = []

    def heard(function: Any, *arguments: Any, **named: Any) -> Any:
        calls.append(arguments)
        return instead(*arguments, **named)

    monkeypatch.setattr(guarded, "run", heard)
    return calls


def test_a_file_that_stops_the_process_is_asked_again_undrawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All else that was found is told, and that it was not drawn."""

    def stop_if_drawn(*arguments: Any, **_: Any) -> Any:
        if arguments[3].drawn:
            raise Stopped("reading the file took more than 60 s of computing")
        return account(*arguments)

    calls = asked(monkeypatch, stop_if_drawn)

    said, drawable = look(good(), COATED, "a.pdf", Ordered(pages=7))

    assert not drawable
    assert {"F106", "F801"} <= {each["code"] for each in said["findings"]}
    assert len(calls) == 2


def test_a_file_that_is_no_pdf_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking again helps only where drawing did the harm."""
    calls = asked(monkeypatch, lambda *arguments, **_: account(*arguments))

    with pytest.raises(RenderError, match="not a PDF"):
        look(b"no", COATED, "a.pdf", Ordered())
    assert len(calls) == 1


def test_a_page_that_stops_the_process_takes_no_other_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The pages are drawn one by one then."""

    def stop_at_two(_: bytes, pages: Sequence[int], **__: Any) -> dict[str, bytes]:
        if 2 in pages:
            raise Stopped("reading the file ended the process that read it (by SIGABRT)")
        return {str(page): b"picture" for page in pages}

    calls = asked(monkeypatch, stop_at_two)

    assert set(draw(b"", (0, 1, 2, 3))) == {"0", "1", "3"}
    assert len(calls) == 5
    assert set(draw(b"", (0, 1))) == {"0", "1"}
    assert len(calls) == 6


def test_a_file_of_which_nothing_can_be_drawn_is_left_at_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A book of such pages would keep a person waiting for hours."""

    def stop(*_: Any, **__: Any) -> Any:
        raise Stopped("no")

    calls = asked(monkeypatch, stop)

    assert draw(b"", range(60)) == {}
    assert len(calls) == 1 + STOPS
    assert draw(b"", ()) == {}
    assert preflightlook.ALONE.seconds < preflightlook.DRAWING.seconds
