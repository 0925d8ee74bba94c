"""Turn a file of pages into a file of sheets, on its bytes.

What belongs to the sheets stays: inks, fonts, output intent, optional content, the
title. What was true of the pages alone goes: tags, bookmarks, links, page labels, and
the claims to be accessible or fit for an archive. Nothing is stamped with the clock, so
that the same file gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from string import ascii_uppercase

import pikepdf
from pikepdf import Array, Dictionary, Name

from leaflets.errors import RenderError
from leaflets.pdf import platemarks
from leaflets.pdf.impose import naming, shown
from leaflets.pdf.impose.leaf import Leaf, read
from leaflets.pdf.impose.sheet import Lying, Side, page_of
from leaflets.pdf.preflight.opening import UNREADABLE, opened

MOST = 1000
"""Pages that are laid out at once; nobody staples or folds so many."""

_OF_SHEETS = frozenset(
    {
        "/Type",
        "/Pages",
        "/Version",
        "/Extensions",
        "/OutputIntents",
        "/Metadata",
        "/OCProperties",
        "/Lang",
        "/ViewerPreferences",
    }
)
"""What of the catalog still holds (ISO 32000-1, 7.7.2)."""

_OF_VIEWING = frozenset({"/Direction", "/DisplayDocTitle"})

_NEXT = str.maketrans(ascii_uppercase, ascii_uppercase[1:] + ascii_uppercase[0])

Plan = Callable[[Sequence[Leaf]], Sequence[Side]]
"""Says what sides there are, given the leaves in reading order."""


def lay(data: bytes, plan: Plan, *, slug: bytes = b"") -> bytes:
    """Lay the pages of a PDF on sheets as *plan* says, and give the new file.

    *slug* is a PDF with a page for each side, which is set under its marks. Raises RenderError for a file that cannot be opened within bounds, has too many
    pages or a page without a sound size, and whatever the plan raises.
    """
    with opened(data) as pdf:
        if pdf.is_encrypted:
            # It opens, and whoever protected it may not want it printed: not ours to undo.
            raise RenderError(
                "the file is encrypted", hint="save it without protection, if you may"
            )
        count = len(pdf.pages)
        if any("MediaBox" in said for said in pdf.get_warnings()):
            # The library has put a size of its own in its place.
            raise RenderError("a page has no size that can be read: no sound MediaBox")
        if count > MOST:
            raise RenderError(
                f"the file has {count} pages",
                hint=f"at most {MOST} are laid on sheets at once; take a part of it",
            )
        with _damage_told():
            shown.draw(pdf)
            leaves = [read(pdf, index) for index in range(count)]
        sides = plan(leaves)
        with _damage_told(), _slugs(pdf, slug) as slugs:
            _replace_pages(pdf, [*map(_with, sides, slugs)] if slugs else sides)
            _forget_pages(pdf)
            return naming.written(pdf)


@contextmanager
def _slugs(pdf: pikepdf.Pdf, slug: bytes) -> Iterator[list[Leaf]]:
    """Take the pages of *slug* into the file, as long as it is written."""
    if not slug:
        yield []
        return
    with opened(slug) as other:
        _name_apart(other)
        first = len(pdf.pages)
        pdf.pages.extend(other.pages)
        yield [read(pdf, index) for index in range(first, len(pdf.pages))]


def _name_apart(slug: pikepdf.Pdf) -> None:
    """Give the fonts of a slug tags of their own.

    A tag says which letters of a font are in the file (ISO 32000-1, 9.6.4), and the engine
    begins each file with the same: two programs of one name are taken for each other.
    """
    for item in slug.objects:
        for key in ("/BaseFont", "/FontName"):
            name = str(item.get(key, "")) if isinstance(item, Dictionary) else ""
            tag, plus, rest = name[1:].partition("+")
            if plus:
                item[key] = Name(f"/{tag.translate(_NEXT)}+{rest}")


def _with(side: Side, slug: Leaf) -> Side:
    """Set a line of words under the marks of a side."""
    x, y = side.trim[0], platemarks.line(side.trim, side.bleed)
    clip = (x, y, x + slug.width, y + slug.height)
    return replace(side, lying=(*side.lying, Lying(leaf=slug, x=x, y=y, clip=clip)))


@contextmanager
def _damage_told() -> Iterator[None]:
    """Turn what reading and writing a damaged file raises into a RenderError."""
    try:
        yield
    except (*UNREADABLE, RecursionError) as error:
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise RenderError(
            f"the file is damaged: {reason}", hint="make it again, or have it sent again"
        ) from error


def _replace_pages(pdf: pikepdf.Pdf, sides: Sequence[Side]) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(sides)))
    pages = [pdf.make_indirect(page_of(pdf, side)) for side in sides]
    for page in pages:
        page["/Parent"] = tree
    tree["/Kids"] = Array(pages)
    pdf.Root["/Pages"] = tree


def _forget_pages(pdf: pikepdf.Pdf) -> None:
    """Take away what was true of the pages and is not of the sheets."""
    _keep_only(pdf.Root, _OF_SHEETS)
    viewing = pdf.Root.get("/ViewerPreferences")
    if isinstance(viewing, Dictionary):
        _keep_only(viewing, _OF_VIEWING)
    for item in pdf.objects:
        if isinstance(item, (Dictionary, pikepdf.Stream)):
            for key in ("/StructParents", "/StructParent"):
                if key in item:
                    del item[key]


def _keep_only(dictionary: pikepdf.Object, keys: frozenset[str]) -> None:
    for key, _ in list(dictionary.items()):
        # A key whose value is null is listed, and is not there.
        if key not in keys and key in dictionary:
            del dictionary[key]
