"""How truly text comes out of a PDF again: script by reader, beside Chromium's and Typst's.

Seven small pages in each language, with the same words and fonts, are set by the engine of
this house, by headless Chromium and by Typst, and taken out again by poppler's
``pdftotext``, by pdfium, by a walk of the tags and, for information, by ``mutool``. What is
printed is Markdown: the worst page of the seven, 1 less the Levenshtein distance of the
letters in reading order over the longer text. White space, soft hyphens, control codes and
signs of direction are set aside, of everybody alike (``leaflets.pdf.textlayer.letters``);
with ``--strict`` white space and soft hyphens alone. A hyphen that poppler leaves out is not
counted: it joins lines. A figure below 1 is cut, not rounded. A cell in which another writer
is better is marked, and explained below the table.

    python benchmarks/textlayer.py [--locale TAG] [--alone] [--width MM] [--strict] [--misses]
"""

from __future__ import annotations

import argparse
import base64
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst
from pages import FALLBACK, WIDTH, Block, as_html, as_typst, parts, said
from rapidfuzz.distance import Levenshtein
from sentences import LEFTWARD, SHIPPED, WORDS
from turned import turned

from leaflets.errors import RenderError
from leaflets.pdf import fonts
from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.textlayer import measure, poppler, walk
from leaflets.pdf.textlayer.letters import letters
from leaflets.pdf.textlayer.measure import rounded

OURS, CHROMIUM, TYPST = "ours", "Chromium", "Typst"
READERS = ("poppler", "pdfium", "tags", "mutool")
JUDGED = ("poppler", "pdfium", "tags")
"""Readers by which a locale of the project is held to be first; mutool is shown only."""

FAMILIES = {tag: words.family for tag, words in WORDS.items()}

Write = Callable[[str, Sequence[Block]], bytes]
Keep = Callable[[str], str]
"""Gives what counts of a text."""

_ROUND_ROWS = re.compile("[\u202a-\u202c]+")
"""Signs of direction that poppler writes round rows, of its own accord."""

_SPACE = re.compile("[\\s\u00ad\u200b]+")
_HYPHENS = str.maketrans({"\u2010": "-", "\ufffe": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The worst page of one writer, to one reader."""

    alike: float
    part: str
    wanted: str = ""
    text: str = ""


def main() -> None:
    """Print the table, and what of it is not as good as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--locale", action="append", help="all if not given")
    parser.add_argument("--alone", action="store_true", help="no other writers")
    parser.add_argument(
        "--strict", action="store_true", help="set aside white space and soft hyphens alone"
    )
    parser.add_argument("--width", type=int, default=WIDTH, help="of the sheet, in mm")
    parser.add_argument("--misses", action="store_true", help="all of ours, shipped or not")
    given = parser.parse_args()
    kept = _all_but_space if given.strict else letters
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        fontset = fonts.collect(sorted({*FAMILIES.values(), FALLBACK}), folder / "fonts")
        writers: dict[str, Write] = {OURS: _engine(fontset, given.width)}
        if not given.alone:
            # The browser sees the same private set of fonts, and no other.
            os.environ["FONTCONFIG_FILE"] = str(fontset.config_file)
            if shutil.which("chromium"):
                writers[CHROMIUM] = stack.enter_context(_browser(folder, given.width))
            writers[TYPST] = _typesetter(fontset.folder, given.width)
        print(_versions(writers))
        print(_head(list(writers)), flush=True)
        table: dict[str, dict[tuple[str, str], Found]] = {}
        for tag in given.locale or WORDS:
            table[tag] = {
                (writer, reader): found
                for writer, write in writers.items()
                for reader, found in _worst(tag, write, folder, kept).items()
            }
            print(_line(tag, table[tag], list(writers)), flush=True)
    print(_behind(table))
    if given.misses:
        print(_misses(table))


def _engine(fontset: fonts.FontSet, width: int) -> Write:
    engine = Engine(fontset)

    def write(tag: str, blocks: Sequence[Block]) -> bytes:
        page = as_html(tag, blocks, FAMILIES, width)
        return engine.render(page, identity=_identity(tag)).pdf

    return write


@contextmanager
def _browser(folder: Path, width: int) -> Iterator[Write]:
    """Start a headless Chromium that prints as ``--print-to-pdf`` does, tags and all."""
    source = Path(__file__).parent.parent / ".ci" / "chromium.py"
    found = importlib.util.spec_from_file_location("headless", source)
    assert found is not None
    assert found.loader is not None
    headless: Any = importlib.util.module_from_spec(found)
    sys.modules[found.name] = headless
    found.loader.exec_module(headless)
    with headless.opened() as browser:
        tab = browser.tab()

        def write(tag: str, blocks: Sequence[Block]) -> bytes:
            page = folder / "page.html"
            page.write_text(as_html(tag, blocks, FAMILIES, width), encoding="utf-8")
            tab.show(page)
            printed = tab.ask(
                "Page.printToPDF", generateTaggedPDF=True, preferCSSPageSize=True
            )
            return base64.b64decode(printed["data"])

        yield write


def _typesetter(folder: Path, width: int) -> Write:
    def write(tag: str, blocks: Sequence[Block]) -> bytes:
        source = as_typst(tag, blocks, FAMILIES, width).encode()
        pdf: bytes = typst.compile(
            source, font_paths=[str(folder)], ignore_system_fonts=True, format="pdf"
        )
        return pdf

    return write


def _worst(tag: str, write: Write, folder: Path, kept: Keep) -> dict[str, Found]:
    """Write the pages of a language, and give the worst of them to each reader."""
    worst: dict[str, Found] = {}
    for part, blocks in parts(tag).items():
        wanted = kept(said(blocks))
        for reader, texts in _readings(write(tag, blocks), folder).items():
            lost = "-" if reader == "poppler" else ""
            alike, text = max(
                (_alike(wanted, kept(text), lost), kept(text)) for text in texts
            )
            if reader not in worst or alike < worst[reader].alike:
                worst[reader] = Found(alike=alike, part=part, wanted=wanted, text=text)
    return worst


def _alike(wanted: str, text: str, lost: str) -> float:
    """Say how alike two texts are; the letter *lost* may be missing."""
    edits = Levenshtein.editops(wanted, text)
    wrong = sum(not (e.tag == "delete" and wanted[e.src_pos] == lost) for e in edits)
    return 1 - wrong / max(len(wanted), len(text), 1)


def _all_but_space(text: str) -> str:
    """Set aside no more than white space, form feeds too, soft hyphens and which hyphen it is."""
    words = unicodedata.normalize("NFC", text).translate(_HYPHENS)
    return _SPACE.sub("", words)


def _readings(pdf: bytes, folder: Path) -> dict[str, tuple[str, ...]]:
    """Take the text out with each reader; of two ways to understand it the better counts."""
    texts = {
        "poppler": (_ROUND_ROWS.sub("", "".join(poppler.extract(pdf))),),
        "pdfium": ("".join(measure.extract(pdf)),),
        "tags": _walked(pdf),
    }
    if shutil.which("mutool"):
        path = folder / "read.pdf"
        path.write_bytes(pdf)
        found = subprocess.run(
            ["mutool", "draw", "-q", "-F", "txt", str(path)],
            check=True,
            capture_output=True,
        )
        texts["mutool"] = (found.stdout.decode(errors="replace"),)
    return texts


def _walked(pdf: bytes) -> tuple[str, ...]:
    """Walk the tags, by the letter of the standard and as Chromium means it; or nothing."""
    try:
        return "\n".join(walk.read(pdf)), "\n".join(walk.read(turned(pdf)))
    except RenderError:
        return ("",)


def _versions(writers: Mapping[str, Write]) -> str:
    names = [f"WeasyPrint {importlib.metadata.version('weasyprint')} and this house"]
    if CHROMIUM in writers:
        names += [
            _said("chromium", "--version"),
            f"Typst {importlib.metadata.version('typst')}",
        ]
    names += [f"poppler {poppler.version()}", f"pdfium {measure.version()}"]
    if shutil.which("mutool"):
        names.append(_said("mutool", "-v"))
    return f"{datetime.now(UTC):%d.%m.%Y}: {', '.join(names)}.\n"


def _said(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return (done.stdout or done.stderr).strip().partition(" built on ")[0]


def _head(writers: Sequence[str]) -> str:
    names = [f"{writer}: {READERS[0]}" for writer in writers]
    cells = [cell for name in names for cell in (name, *READERS[1:])]
    return f"| | {' | '.join(cells)} |\n|---|{'---|' * len(cells)}"


def _line(tag: str, row: Mapping[tuple[str, str], Found], writers: Sequence[str]) -> str:
    cells = [f"{WORDS[tag].name}{'' if tag in SHIPPED else ' *'}"]
    for writer in writers:
        for reader in READERS:
            shown = _figure(row.get((writer, reader)))
            behind = writer == OURS and _better(row, reader)
            cells.append(f"**{shown}** <" if behind else shown)
    return f"| {' | '.join(cells)} |"


def _figure(found: Found | None) -> str:
    if found is None:
        return "–"
    return "1" if found.alike == 1 else f"{int(rounded(found.alike) * 1000) / 1000:.3f}"


def _better(row: Mapping[tuple[str, str], Found], reader: str) -> tuple[str, ...]:
    """Give the writers that are better than ours to a reader."""
    if (ours := row.get((OURS, reader))) is None:
        return ()
    return tuple(
        writer
        for (writer, other), found in row.items()
        if other == reader and found.alike > ours.alike
    )


def _behind(table: Mapping[str, Mapping[tuple[str, str], Found]]) -> str:
    lines = [
        f"- {WORDS[tag].name}, {reader}: {', '.join(better)}; " + _shown(row[OURS, reader])
        for shipped in (True, False)
        for tag, row in table.items()
        if (tag in SHIPPED) is shipped
        for reader in READERS
        if (better := _better(row, reader))
    ]
    judged = sum(
        tag in SHIPPED and bool(_better(row, reader))
        for tag, row in table.items()
        for reader in JUDGED
    )
    asked = sum(tag in SHIPPED for tag in table) * len(JUDGED)
    verdict = f"\nFirst or level with the first in {asked - judged} of {asked} cells"
    verdict += f" of locales of the project ({', '.join(JUDGED)}). \\* is not one of them."
    return "\n".join([verdict, *(["\nBetter than ours:\n"] if lines else []), *lines])


def _misses(table: Mapping[str, Mapping[tuple[str, str], Found]]) -> str:
    lines = [
        f"- {WORDS[tag].name}, {reader}: {found.alike:.4f}, " + _shown(found)
        for tag, row in table.items()
        for (writer, reader), found in row.items()
        if writer == OURS and found.alike < 1
    ]
    return "\n".join(["\nOurs below 1:\n", *(lines or ["- none"])])


def _shown(found: Found) -> str:
    """Show where the worst page parts from what was wanted."""
    wanted, text = found.wanted, found.text
    edits = Levenshtein.opcodes(wanted, text)
    changes = [
        f"{wanted[e.src_start : e.src_end]!r} → {text[e.dest_start : e.dest_end]!r}"
        for e in edits
        if e.tag != "equal"
    ]
    return f"page {found.part!r}: {'; '.join(changes[:4])}"


def _identity(tag: str) -> Identity:
    return Identity(
        title="T",
        lang=tag,
        direction="rtl" if tag in LEFTWARD else "ltr",
        author="A",
        subject="S",
        keywords=(),
        created=datetime(2026, 11, 1, tzinfo=UTC),
        identifier="BENCH-1",
    )


if __name__ == "__main__":
    main()
