"""Whether a web page hides words that it holds.

A part of a leaflet that is in the markup and not on the screen is a part that is
missing: no style sheet and no attribute may take one away. The rules of a sheet are
read without a browser, so a rule that might hide counts as one that does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

Names = frozenset[str]
"""What a selector can call an element: its tag, ``.class`` and ``#id``."""

FURNITURE = frozenset({".notes", ".skip", ".verify"})
"""What may be out of sight: lines to write on, a link for the keyboard, and a label that
its box bears already."""

CLOSED = frozenset({"template", "noscript", "dialog", "details", "textarea", "select"})
"""Elements whose words a browser does not show, or not at first."""

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"[.#]?[A-Za-z][\w-]*")
_PSEUDO = re.compile(r"::?[\w-]+(?:\([^)]*\))?|\[[^\]]*\]")
_HIDES = re.compile(
    r"""(?<![-\w])(?:
      display\s*:\s*none
    | (?:content-)?visibility\s*:\s*(?:hidden|collapse)
    | opacity\s*:\s*(?:0?\.[0-8]\d*|0(?![.\d])|[0-8]?\d%)
    | clip(?:-path)?\s*: | mask(?:-image)?\s*:
    | (?:max-)?(?:height|width|block-size|inline-size)\s*:\s*0(?![.\d])
    | font-size\s*:\s*(?:0?\.[0-5]\d*r?em|0(?![.\d])|[0-8](?:\.\d+)?p[xt]|[1-5]?\d%)
    | text-indent\s*:\s*-\d{3}
    | transform\s*:\s*(?:scale|translate|rotate|matrix)
    | position\s*:\s*(?:absolute|fixed)
    | color\s*:\s*(?:transparent|white|\#fff|var\(--paper\))
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def hiding_rules(style: str, shown: Collection[Names]) -> Iterator[str]:
    """Yield the selectors of the rules that hide one of the elements with words."""
    for selectors, declarations in _RULE.findall(_COMMENT.sub("", style)):
        if _HIDES.search(declarations):
            for selector in selectors.split(","):
                last = re.split(r"[\s>+~]+", selector.strip())[-1]
                names = frozenset(_NAME.findall(_PSEUDO.sub("", last)))
                if names & FURNITURE:
                    continue
                if any(names <= element for element in shown):
                    yield selector.strip()


def hiding_attribute(tag: str, given: Mapping[str, str]) -> str:
    """Name what hides the words of an element; empty if nothing does."""
    if tag in CLOSED and not (tag in {"details", "dialog"} and "open" in given):
        return f"<{tag}>"
    for name in ("hidden", "inert"):
        if name in given:
            return name
    if given.get("aria-hidden", "").lower() == "true":
        return "aria-hidden"
    return "style" if _HIDES.search(given.get("style", "")) else ""


def names_of(tag: str, given: Mapping[str, str]) -> Names:
    """Say what a selector can call an element."""
    classes = (f".{name}" for name in given.get("class", "").split())
    return frozenset((tag, *classes, *([f"#{given['id']}"] if given.get("id") else [])))
