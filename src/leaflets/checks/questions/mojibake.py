"""T375: no letters were read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks.questions.base import Asked, asks_whether
from leaflets.findings import Severity

_FOLLOW = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_BROKEN = re.compile(
    rf"\ufffd|[ÃÅÄĂÂÐÑØÙÚ][{_FOLLOW}]|â[{_FOLLOW}][{_FOLLOW}]"
    rf"|à[¤-§¨©ªº¸¦][{_FOLLOW}]|[ãäåæçèé][{_FOLLOW}][{_FOLLOW}]"
)
"""UTF-8 that was read as Windows-1252: a lead byte and what follows it."""

_LEADS = frozenset("\ufffdÃÅÄĂÂÐÑØÙÚâàãäåæçèé")


@asks_whether(
    "T375",
    Example(tag="fr", words="Summer tea.", good="Thé d’été.", bad="ThÃ© d’Ã©tÃ©."),
    Example(tag="fr", words="A “cup”.", good="L’«\u202fété\u202f».", bad="Lâ€™été."),
    Example(tag="ar", words="Tea.", good="شاي.", bad="Ø´Ø§ÙŠ."),
    Example(tag="pl", words="Tea.", good="Herbata.", bad="Herbat\ufffd."),
    severity=Severity.ERROR,
    ours=_LEADS,
)
def encoding_is_right(asked: Asked) -> Iterator[Said]:
    """No UTF-8 was taken for another encoding, and no letter was lost (U+FFFD)."""
    if match := _BROKEN.search(asked.form):
        yield f"was read in a wrong encoding: {match[0]!r}"
