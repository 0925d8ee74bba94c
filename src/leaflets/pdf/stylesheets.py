"""Parse style sheets once, and keep them for the documents that follow."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle

from leaflets import fingerprint
from leaflets.pdf import journal
from leaflets.pdf.fetcher import GivenOnly

KEPT = 64
"""How many parsed style sheets are kept."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A parsed style sheet."""

    css: Any
    counters: Any
    """Counter styles that it defines."""

    notes: tuple[str, ...]
    """What the engine warned about when it parsed the sheet."""


class Sheets:
    """The parsed style sheets of one engine, by what is in them."""

    def __init__(self, fonts: Any) -> None:
        self._fonts = fonts
        self._kept: OrderedDict[str, Sheet] = OrderedDict()

    def parsed(self, texts: Sequence[str]) -> list[Sheet]:
        """Give each of *texts* parsed; warnings are those of the first time."""
        return [self._parsed(text) for text in texts]

    def _parsed(self, text: str) -> Sheet:
        key = fingerprint.of_bytes(text.encode())
        if key not in self._kept:
            self._kept[key] = self._parse(text)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _parse(self, text: str) -> Sheet:
        counters = CounterStyle()
        with journal.listen() as heard:
            css = CSS(
                string=text,
                font_config=self._fonts,
                counter_style=counters,
                url_fetcher=GivenOnly({}),
            )
        return Sheet(css, counters, heard.notes)
