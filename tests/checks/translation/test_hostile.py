"""A hostile translation gives findings, never a traceback, and takes no time to speak of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LONG = 20_000
"""As many characters as a catalog's message may have."""

HOSTILE = {
    "one word": "nie " * (LONG // 4),
    "one letter": "a" * LONG,
    "many hedges": "może, " * (LONG // 6),
    "marks": "*" * LONG,
    "brackets": "[" * LONG,
    "quotes": "„" * LONG,
    "citations": "[@A-1] " * (LONG // 7),
    "placeholders": "{rate}" * (LONG // 6),
    "ends": ". " * (LONG // 2),
    "spaces": " " * LONG + "a",
    "digits": "٣" * LONG,
    "joined marks": "e" + "\u0301" * LONG,
    "controls": "\u202e\x00\ufeff" * (LONG // 3),
    "lone surrogate": "a \ud800 b",
    "all of Unicode": "".join(map(chr, range(0x20, LONG))),
    "mojibake": "Ã©" * (LONG // 2),
    "links": "[a](web)" * (LONG // 8),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("tag", ["pl", "ar", "zh-Hans", "fr"])
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_translation_is_found_out(
    what: str, tag: str, codes: Callable[..., set[str]]
) -> None:
    """Each is found wrong in some way."""
    assert codes("About {rate} may not be *sure* [@A-1].", HOSTILE[what], tag)
