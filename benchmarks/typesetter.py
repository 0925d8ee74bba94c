"""Typst as a measure: the same words, set plainly, by PyPI's ``typst``."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable
from pathlib import Path

from measure import cpu

# One thread, as everything here is counted on one core; read when typst first works.
os.environ.setdefault("RAYON_NUM_THREADS", "1")

_BLOCKS = re.compile(r"</(?:p|li|h\d|t[dh]|caption|figcaption|summary|dt|dd)>")
_SPECIAL = re.compile(r"([#$*_`<>@\\\[\]~=/+-])")


def words(page: str) -> str:
    """Take the words out of a page of HTML as Typst's markup, block by block."""
    body = page.partition("<main")[2].partition(">")[2]
    plain = re.sub(r"<[^>]*>", "", _BLOCKS.sub("\n\n", body))
    return _SPECIAL.sub(r"\\\1", html.unescape(plain))


def typesetter(page: str, families: tuple[str, ...], fonts: Path) -> Callable[[], float]:
    """Make a way to set the words of a page with Typst, warm, on A5.

    Typst remembers every paragraph that it has set. So the type grows by a ten-thousandth
    of a point each time: no eye sees it, and all is set anew.
    """
    import typst

    compiler = typst.Compiler(font_paths=[str(fonts)], ignore_system_fonts=True)
    names = ", ".join(f'"{family}"' for family in families)
    text = words(page)
    done = 0

    def once() -> float:
        nonlocal done
        done += 1
        source = (
            "#set page(width: 148mm, height: 210mm, margin: 15mm)\n"
            f"#set text(font: ({names},), size: {12 + done / 10_000}pt)\n{text}"
        )
        return cpu(lambda: compiler.compile(input=source.encode(), format="pdf"))

    return once
