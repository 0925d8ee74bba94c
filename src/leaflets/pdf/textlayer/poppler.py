"""Take the text out of a file as poppler does: by its program ``pdftotext``.

poppler is under the GPL: it is a program beside us, never a library in this process. It
touches no byte of what is made. One call reads all pages; form feeds divide them.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from leaflets.errors import RenderError

PROGRAM = "pdftotext"
PATIENCE = 120
"""Seconds for one file; a leaflet takes a tenth of one."""

MEND = "apt-get install poppler-utils"

_VERSION = re.compile(r"pdftotext version (\d+(?:\.\d+)+)")
_LINES = ("-enc", "UTF-8", "-eol", "unix")


class Absent(Exception):
    """There is no poppler on this machine; says what is missing."""


@cache
def version() -> str:
    """Ask for the version of poppler.

    Raises Absent if its program is not there, does not answer, or is another of the same
    name (Xpdf has one).
    """
    try:
        said = subprocess.run(
            [PROGRAM, "-v"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Absent(f"{PROGRAM} is not on this machine") from error
    words = (said.stdout + said.stderr).decode(errors="replace")
    number = _VERSION.search(words)
    if number is None or "poppler" not in words.lower():
        raise Absent(f"{PROGRAM} is here, but it is not poppler's")
    return number[1]


def extract(pdf: bytes) -> tuple[str, ...]:
    """Take the text of each page out.

    Raises Absent without poppler, RenderError if it cannot read the file, complains of
    it, or does not come to an end.
    """
    version()
    with tempfile.TemporaryDirectory(prefix="leaflets-") as folder:
        file, text = Path(folder, "read.pdf"), Path(folder, "read.txt")
        file.write_bytes(_without_intent(pdf))
        try:
            done = subprocess.run(
                [PROGRAM, *_LINES, os.fspath(file), os.fspath(text)],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise RenderError(
                f"{PROGRAM} did not come to an end within {PATIENCE} s"
            ) from error
        except OSError as error:
            raise Absent(f"{PROGRAM} cannot be started: {error.strerror}") from error
        said = done.stderr.decode(errors="replace").strip()
        if done.returncode != 0 or not text.is_file() or "Syntax Error" in said:
            reason = said.partition("\n")[0]
            raise RenderError(
                f"{PROGRAM} cannot read the finished file: {reason or done.returncode}"
            )
        words = text.read_bytes().decode(errors="replace")
    return tuple(words.split("\f")[:-1])


def _without_intent(pdf: bytes) -> bytes:
    """Leave out the colour space that the file is meant for.

    poppler turns its curves round for every page, four fifths of its time, and no word
    has a colour. All that is text stays as it stands.
    """
    # Here, as the toolchain asks this module for a version and nothing heavier.
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            if "/OutputIntents" not in document.Root:
                return pdf
            del document.Root.OutputIntents
            copy = io.BytesIO()
            document.save(copy, stream_decode_level=pikepdf.StreamDecodeLevel.none)
            return copy.getvalue()
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError) as error:
        raise RenderError(f"the finished file cannot be opened: {error}") from error
