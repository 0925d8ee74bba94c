"""Errors travel between processes, and each kind has an exit code of its own."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
from collections.abc import Iterator

import leaflets
from leaflets.errors import LeafletsError
from leaflets.origin import Origin

TAKEN = {0, 1, 2, 70}
"""Done, a check found an error, wrong command line, a bug."""


def every_error() -> tuple[type[LeafletsError], ...]:
    """Import the whole program and collect every kind of error in it."""
    for module in pkgutil.walk_packages(leaflets.__path__, "leaflets."):
        if module.name != "leaflets.__main__":
            importlib.import_module(module.name)

    def below(kind: type[LeafletsError]) -> Iterator[type[LeafletsError]]:
        yield kind
        for child in kind.__subclasses__():
            yield from below(child)

    return tuple(below(LeafletsError))


def test_every_error_survives_a_process_pool() -> None:
    """Message, hint and place come back from a pickle, and the kind with them."""
    for kind in every_error():
        error = kind("it broke", hint="mend it", origin=Origin("content/x.yaml", 3))

        back = pickle.loads(pickle.dumps(error))

        assert type(back) is kind
        assert str(back) == "content/x.yaml:3: it broke\n  hint: mend it"
        assert (back.message, back.hint, back.origin) == (
            error.message,
            error.hint,
            error.origin,
        )


def test_every_kind_of_error_has_its_own_exit_code() -> None:
    """The kinds right under LeafletsError share no code, and none that is taken."""
    codes = [kind.__dict__.get("exit_code") for kind in LeafletsError.__subclasses__()]

    assert len(codes) >= 5
    assert None not in codes
    assert len(set(codes)) == len(codes)
    assert not TAKEN & set(codes)


def test_a_special_error_keeps_the_exit_code_of_its_kind() -> None:
    """An error two floors down ends the program as its parent does."""
    for kind in every_error():
        for child in kind.__subclasses__() if kind is not LeafletsError else ():
            assert child.exit_code == kind.exit_code
