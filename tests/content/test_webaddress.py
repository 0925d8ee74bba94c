"""The one form of address that a clinic may put into a QR code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.content import library
from leaflets.content.project import Project
from leaflets.content.webaddress import LONGEST, checked
from leaflets.model.facts import FactKind

ROOM = "content/imprints/tea-room.yaml"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        "https://www.example.org/leaflets/a_b-c.html",
        "https://xn--bcher-kva.example/~tea",
        "https://example.xn--p1ai/",
    ],
)
def test_a_plain_address_is_taken(address: str) -> None:
    """What a person can read, type and trust is taken as it stands."""
    assert checked(address) == address


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://example.org/", "begins with 'https://'"),
        ("example.org/leaflets", "begins with 'https://'"),
        ("HTTPS://example.org/", "begins with 'https://'"),
        ("javascript:alert(1)", "begins with 'https://'"),
        ("https://example.org@evil.example/", "no '@'"),
        ("https://example.org\\@evil.example/", "no '@'"),
        ("https://example.org:8443/", "no port"),
        ("https://[::1]/", "no port"),
        ("https://example.org/?next=evil", "before '?'"),
        ("https://example.org/#here", "before '?'"),
        ("https://127.0.0.1/", "not a number"),
        ("https://2130706433/", "not a number"),
        ("https://b\u00fccher.example/", "'xn--' form"),
        ("https://ex\u0430mple.org/", "'xn--' form"),
        ("https://example.org/\u202egro", "'xn--' form"),
        ("https://example.org/a b", "'xn--' form"),
        ("https://example.org/a\n", "'xn--' form"),
        ("https://Example.org/", "small letters"),
        ("https://example.org/%2e%2e", "no '%'"),
        ("https://example.org/../x", ""),
        ("https://example.org//evil.example", ""),
        ("https://localhost/", ""),
        ("https://0x7f.1/", ""),
        ("https://-a.example/", ""),
        ("https://example.org./", ""),
        ("", ""),
    ],
)
def test_a_trick_is_refused_and_says_why(address: str, why: str) -> None:
    """What leads elsewhere than it looks, or cannot be typed, never gets on paper."""
    with pytest.raises(ValueError, match="an address of leaflets is such as") as caught:
        checked(address)
    assert why in str(caught.value)


@given(st.text(max_size=60))
def test_whatever_is_taken_is_plain(words: str) -> None:
    """No text that is taken holds what a reader would not see, or see as something else."""
    try:
        address = checked(f"https://example.org/{words}")
    except ValueError:
        return
    assert address.isascii()
    assert not set(address) & set("@?#%\\:\"'<> \n") - {":"}
    assert address.count(":") == 1


def test_an_imprint_gives_its_address_as_a_fact(change: Callable[..., Path]) -> None:
    """The address is a placed fact, so that it is isolated and found again on the page."""
    root = change(ROOM, "logo: ", "leaflets: https://example.org/tea\nlogo: ")
    shelf = library.read(Project.at(root))
    assert [f for f in shelf.findings if f.origin.path == ROOM] == []
    page = shelf.imprints["tea-room"].leaflets
    assert page is not None
    assert (page.kind, page.value, page.name) == (
        FactKind.WEB, "example.org/tea", "imprint_leaflets",
    )  # fmt: skip
    assert page.origin.line > 1


@pytest.mark.parametrize(
    "value", ["http://example.org/tea", "[1, 2]", f"https://example.org/{'a' * LONGEST}"]
)
def test_an_imprint_with_a_bad_address_is_a_finding(
    change: Callable[..., Path], value: str
) -> None:
    """A bad address is told with its file and line, and the clinic has no job."""
    root = change(ROOM, "logo: ", f"leaflets: {value}\nlogo: ")
    shelf = library.read(Project.at(root))
    found = [f for f in shelf.findings if f.origin.path == ROOM]
    assert len(found) == 1
    assert found[0].origin.line > 1
    assert "tea-room" not in shelf.imprints
