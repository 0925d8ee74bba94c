"""The one form of web address that may go into a QR code.

Nobody can see where a code leads before it is scanned, and what is printed cannot be
taken back. So the address must be one that a person can read and type as well: https,
a host in plain lower-case letters (RFC 952, 1123; another alphabet in its ``xn--`` form,
RFC 5890), no name and password, no port, no address in figures, no query.
"""

from __future__ import annotations

import re

SCHEME = "https://"

LONGEST = 50
"""Characters of an address: it stands on one line of an A5 page, unbroken."""

_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_TOP = r"([a-z]{2,63}|xn--[a-z0-9-]{0,57}[a-z0-9])"
_STEP = r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*"

ADDRESS = rf"^https://({_LABEL}\.)+{_TOP}(/{_STEP})*/?$"
"""The form as JSON Schema's editors read it."""

_ADDRESS = re.compile(ADDRESS.replace("$", r"\Z"))
_HINTS = (
    (re.compile(r"(?!https://)"), "it begins with 'https://', in small letters"),
    (re.compile(r".*@"), "it holds no '@': what stands before one is not where it leads"),
    (re.compile(r"https://[^/]*:"), "it names no port"),
    (re.compile(r".*[?#]"), "it ends before '?' and '#': the program adds the edition"),
    (re.compile(r"https://[0-9.]+(/|\Z)"), "it names a host, not a number"),
    (re.compile(r".*[^\x21-\x7e]"), "it is plain ASCII; write a host in its 'xn--' form"),
    (re.compile(r"https://[^/]*[A-Z]"), "its host is in small letters"),
    (re.compile(r".*%"), "it holds no '%', which nobody can type"),
)


def checked(value: str) -> str:
    """Take an address as it stands; raises ValueError for what is none, and says why."""
    if _ADDRESS.match(value):
        return value
    why = next((hint for form, hint in _HINTS if form.match(value)), "")
    told = f": {why}" if why else ""
    raise ValueError(
        f"an address of leaflets is such as 'https://example.org/leaflets'{told}"
    )
