"""What is done with hostile files, many of them one after the other in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from tests.pdf.preflight.hostile import BROKEN, READABLE, cut

from leaflets.errors import LeafletsError
from leaflets.pdf.impose.asked import Asked, impose
from leaflets.pdf.preflight.account import account
from leaflets.pdf.preflight.pagepictures import pictures
from leaflets.pdf.printspec import COATED

EVERYTHING: dict[str, Callable[[], bytes]] = {
    **BROKEN,
    **READABLE,
    **{f"cut at {share} %": partial(cut, share / 100) for share in range(5, 100, 5)},
}


def _asked(name: str, data: bytes) -> Any:
    return account(data, COATED, f"{name}.pdf")


def _imposed(_: str, data: bytes) -> Any:
    made: Any = impose(data, Asked(way="repeat"))
    return made["pdf"][:5]


def _drawn(_: str, data: bytes) -> Any:
    return {page: len(picture) for page, picture in pictures(data, [0]).items()}


WAYS: dict[str, Callable[[str, bytes], Any]] = {
    "asked": _asked,
    "imposed": _imposed,
    "drawn": _drawn,
}


def done(way: str, names: Iterable[str]) -> dict[str, Any]:
    """Do it with each; give what came of it, or the words of the error.

    Whatever is no error of the house ends it: nobody may be shown a traceback.
    """
    found: dict[str, Any] = {}
    for name in names:
        try:
            found[name] = {"value": WAYS[way](name, EVERYTHING[name]())}
        except LeafletsError as error:
            found[name] = {"error": type(error).__name__, "words": str(error)}
        except MemoryError:
            found[name] = {"error": "Stopped", "words": "more memory than it may use"}
        except Exception as error:
            raise AssertionError(f"{name}: {type(error).__name__}: {error}") from error
    return found
