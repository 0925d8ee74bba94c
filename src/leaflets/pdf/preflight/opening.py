"""Open a PDF that anyone may have made, and unpack its streams, within bounds.

The bounds stand in ``limits``. A file that goes beyond one, or is not whole, is refused
with a RenderError: nothing is repaired behind the back of the one who asked, because a
repaired file may lack pages.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import pikepdf

from leaflets.errors import RenderError
from leaflets.pdf.preflight import limits
from leaflets.pdf.preflight.unpack import NAMES, STEPS, TooLarge

UNREADABLE = (
    pikepdf.PdfError,
    pikepdf.DataDecodingError,
    pikepdf.ForeignObjectError,
    pikepdf.DeletedObjectError,
    RuntimeError,
    AttributeError,  # a dictionary lacks what it must have, or holds something else
    LookupError,
    TypeError,
    ValueError,
    ArithmeticError,
)
"""What reading a damaged object may raise."""

_left: ContextVar[list[int]] = ContextVar("bytes that may still be unpacked")
_HEADER_WITHIN = 1024
_NAMELESS = re.compile(r"(?:stream )?<_io\.BytesIO[^>]*>")


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """Open the bytes of a PDF.

    Raises RenderError for what is no PDF, is empty, cut off or damaged, needs a password,
    or has more pages, objects or unpacked bytes than ``limits`` allows.
    """
    pdf = _open(data)
    with pdf:
        token = _left.set([limits.UNPACKED])
        try:
            _count(pdf)
            yield pdf
        finally:
            _left.reset(token)


def _open(data: bytes) -> pikepdf.Pdf:
    if not data:
        raise RenderError("the file is empty", hint="it may not have been sent whole")
    if len(data) > limits.FILE:
        raise RenderError(
            f"the file has {len(data) // limits.MEBIBYTE} MB, and not more than "
            f"{limits.FILE // limits.MEBIBYTE} are read"
        )
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise RenderError("the file is not a PDF", hint="it does not begin with %PDF-")
    # They hold for the whole process, and qpdf has no others: packed tables of objects
    # are unpacked by qpdf itself while it opens a file, where no one can count.
    pikepdf.settings.set_qpdf_limits(
        parser_max_nesting=limits.NESTING,
        parser_max_container_size=limits.OBJECTS,
        max_stream_filters=limits.FILTERS,
        flate_max_memory=limits.STREAM,
        png_max_memory=limits.STREAM,
        tiff_max_memory=limits.STREAM,
        run_length_max_memory=limits.STREAM,
        dct_max_memory=limits.STREAM,
        doc_max_warnings=limits.WARNINGS,
    )
    try:
        return pikepdf.open(io.BytesIO(data), attempt_recovery=False)
    except pikepdf.PasswordError as error:
        raise RenderError(
            "the file is encrypted and cannot be opened without its password",
            hint="save it without protection: no print shop can open it either",
        ) from error
    except UNREADABLE as error:
        raise RenderError(
            f"the file is damaged or cut off: {worded(error)}",
            hint="make it again, or have it sent again",
        ) from error


def worded(said: object) -> str:
    """Give qpdf's error or warning on one line, without the name of bytes in memory."""
    line = " ".join(_NAMELESS.sub("", str(said)).split()).strip(" :,")
    return line or type(said).__name__


def _count(pdf: pikepdf.Pdf) -> None:
    """Refuse what is too large before anything goes through it."""
    try:
        objects = int(pdf.trailer.get("/Size", 0))
        pages = int(pdf.Root.Pages.get("/Count", 0))
    except UNREADABLE as error:
        raise RenderError("the file has no tree of pages") from error
    if objects > limits.OBJECTS:
        raise RenderError(
            f"the file has {objects} objects, and not more than {limits.OBJECTS} are read"
        )
    if pages <= limits.PAGES:
        _deep(pdf)
        try:
            pages = len(pdf.pages)
        except UNREADABLE as error:
            raise RenderError(f"the tree of pages is damaged: {worded(error)}") from error
    if pages > limits.PAGES:
        raise RenderError(
            f"the file has {pages} pages, and not more than {limits.PAGES} are read",
            hint="split it",
        )
    if not pages:
        raise RenderError("the file has no pages")


def _deep(pdf: pikepdf.Pdf) -> None:
    """Refuse a tree of pages that is deep or runs in a circle."""
    level = [pdf.Root.Pages]
    seen: set[tuple[int, int]] = set()
    for _ in range(limits.NESTING):
        below: list[Any] = []
        for node in level:
            if node.objgen != (0, 0) and node.objgen in seen:
                raise RenderError("the tree of pages runs in a circle")
            seen.add(node.objgen)
            kids = node.get("/Kids") if isinstance(node, pikepdf.Dictionary) else None
            if isinstance(kids, pikepdf.Array):
                below += [
                    kid
                    for kid in kids
                    if isinstance(kid, pikepdf.Dictionary) and "/Kids" in kid
                ]
        if not below:
            return
        level = below
    raise RenderError(f"the tree of pages is more than {limits.NESTING} deep")


def stream_bytes(stream: Any, most: int = limits.STREAM) -> bytes:
    """Unpack a stream: at most *most* bytes of it.

    Raises RenderError if it is no stream, holds a packed picture (``DCTDecode`` and such),
    is damaged, or unpacks to more than *most* or than is left for the whole file.
    """
    if not isinstance(stream, pikepdf.Stream):
        raise RenderError("there is no stream where one should be")
    filters, parameters = _filters(stream)
    left = _left.get([limits.UNPACKED])
    most = min(most, left[0])
    try:
        data = stream.read_raw_bytes()
        for name, given in zip(filters, parameters, strict=True):
            step = STEPS.get(name)
            if step is None:
                raise RenderError(f"a stream is packed as a picture ({name})")
            data = step(data, most, given)
        if any(int(given.get("/Predictor", 1)) > 1 for given in parameters):
            # It was unpacked within bounds just now; undoing the predictor adds nothing.
            data = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    except TooLarge as error:
        raise RenderError(
            f"a stream unpacks to more than {most // limits.MEBIBYTE} MB",
            hint="such files are made to stop the machine that reads them",
        ) from error
    except UNREADABLE as error:
        raise RenderError(f"a stream is damaged: {worded(error)}") from error
    if len(data) > most:
        raise RenderError(f"a stream unpacks to more than {most // limits.MEBIBYTE} MB")
    left[0] -= len(data)
    return data


def _filters(stream: Any) -> tuple[list[str], list[dict[str, Any]]]:
    """Give the filters of a stream by their long names, and what is set for each."""
    named = stream.get("/Filter", stream.get("/F"))
    given = stream.get("/DecodeParms", stream.get("/DP"))
    each = named if isinstance(named, pikepdf.Array) else [named]
    names = [str(name)[1:] for name in each if isinstance(name, pikepdf.Name)]
    if len(names) > limits.FILTERS:
        raise RenderError(f"a stream is packed more than {limits.FILTERS} times over")
    sets = list(given) if isinstance(given, pikepdf.Array) else [given]
    sets += [None] * len(names)
    return (
        [NAMES.get(name, name) for name in names],
        [
            dict(one.items()) if isinstance(one, pikepdf.Dictionary) else {}
            for one, _ in zip(sets, names, strict=False)
        ],
    )
