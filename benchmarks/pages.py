"""Small pages of one language, for each writer in its own tongue, and what stands on them."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sentences import LEFTWARD, WORDS

PHONE = "020 7946 0018"
"""Of the numbers that Ofcom keeps for drama: nobody has it."""

FALLBACK = "Noto Sans"

WIDTH = 80
"""Of the sheet, in millimetres: lines are short, so that there are many."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one kind."""

    text: str
    kind: str = ""
    """``b`` is bold, ``sup`` raised, ``bdi`` from left to right whatever stands around."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an item of a numbered list."""

    runs: tuple[Run, ...]
    kind: str = "p"
    """As in HTML: ``p``, ``h1`` or ``li``."""

    @property
    def text(self) -> str:
        """Give its letters in the order in which they are read."""
        return "".join(run.text for run in self.runs)


def parts(tag: str) -> dict[str, tuple[Block, ...]]:
    """Make the pages of a language: each thing by itself, then all on one page."""
    words = WORDS[tag]
    bold = Run(words.bold, "b")
    alone = {
        "sentence": (_block(words.sentence),),
        "paragraph": (_block(f"{words.sentence} {words.rest}"),),
        "list": (
            _block(words.title, "li"),
            _block(words.rest, "li"),
            _block(words.sentence, "li"),
        ),
        "digits": (
            Block(
                (
                    Run(f"{words.before}{words.bold} (12–15) [3] HLA-C 2026, 37.5 %: "),
                    Run(PHONE, "bdi"),
                    Run(f" ({words.title})"),
                )
            ),
        ),
        "raised": (
            Block(
                (
                    Run(words.before + words.bold),
                    Run("3", "sup"),
                    Run(words.after),
                    Run("1, 2", "sup"),
                    Run(f" {words.rest}"),
                )
            ),
        ),
        "bold": (Block((Run(words.before), bold, Run(f"{words.after} {words.rest}"))),),
    }
    heading = _block(words.title, "h1")
    return alone | {"page": (heading, *(each for part in alone.values() for each in part))}


def said(blocks: Sequence[Block]) -> str:
    """Give what stands on a page, numbers of lists among it."""
    return "\n".join(
        f"{number}. {block.text}" if number else block.text
        for number, block in _numbered(blocks)
    )


def as_html(
    tag: str, blocks: Sequence[Block], families: Mapping[str, str], width: int = WIDTH
) -> str:
    """Write a page for our engine and for Chromium, both the same."""
    direction = "rtl" if tag in LEFTWARD else "ltr"
    family = families[tag]
    body = "\n".join(_element(number, block) for number, block in _numbered(blocks))
    body = body.replace("</ol>\n<ol>\n", "")
    style = (
        f"@page {{ size: {width}mm 148mm; margin: 8mm }} body {{ margin: 0 }} "
        f"html {{ font: 12pt/1.8 '{family}', '{FALLBACK}' }}"
    )
    return (
        f'<!doctype html><html lang="{tag}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>T</title><style>{style}</style></head><body>\n{body}\n</body></html>"
    )


def as_typst(
    tag: str, blocks: Sequence[Block], families: Mapping[str, str], width: int = WIDTH
) -> str:
    """Write the same page in Typst's markup."""
    language, _, script = tag.partition("-")
    region = {"Hans": ', region: "CN"', "Hant": ', region: "TW"'}.get(script, "")
    shape = f'font: ("{families[tag]}", "{FALLBACK}"), size: 12pt, lang: "{language}"'
    lines = [
        '#set document(title: "T")',
        f"#set page(width: {width}mm, height: 148mm, margin: 8mm)",
        "#set par(leading: 1em)",
        f"#set text({shape}{region})",
    ]
    for number, block in _numbered(blocks):
        words = " + ".join(_typst(run, tag in LEFTWARD) for run in block.runs)
        match block.kind:
            case "h1":
                lines.append(f"#heading({words})")
            case "li":
                lines.append(f"#enum(start: {number}, {words})")
            case _:
                lines.append(f"#par({words})")
    joined = "\n".join(lines)
    for number in (2, 3):  # items that follow each other are one list
        joined = joined.replace(f")\n#enum(start: {number}, ", ", ")
    return joined


def _block(text: str, kind: str = "p") -> Block:
    return Block((Run(text),), kind)


def _numbered(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    number = 0
    for block in blocks:
        number = number + 1 if block.kind == "li" else 0
        yield number, block


def _element(number: int, block: Block) -> str:
    words = "".join(map(_html, block.runs))
    if number:
        return f"<ol>\n<li>{words}</li>\n</ol>"
    return f"<{block.kind}>{words}</{block.kind}>"


def _html(run: Run) -> str:
    words = html.escape(run.text)
    if run.kind == "bdi":
        return f'<bdi dir="ltr">{words}</bdi>'
    return f"<{run.kind}>{words}</{run.kind}>" if run.kind else words


def _typst(run: Run, leftward: bool) -> str:
    # Typst has no way but signs to hold a stretch together against the run of its line.
    apart = leftward and run.kind == "bdi"
    text = f"\u2066{run.text}\u2069" if apart else run.text
    words = '"' + "".join(f"\\u{{{ord(character):x}}}" for character in text) + '"'
    return {"b": f"strong({words})", "sup": f"super({words})"}.get(run.kind, f"[#{words}]")
