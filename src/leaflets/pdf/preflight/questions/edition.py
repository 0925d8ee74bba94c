"""F90: whether a file says which edition it is, everywhere the same."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.naming import expected, in_name, in_packet, information
from leaflets.pdf.preflight.scanning import code_pages, scanned
from leaflets.pdf.preflight.sight import letters


@question("F901", basis="the order: edition code on the page")
def the_edition_stands_on_the_page(case: Case) -> Iterator[Answer]:
    """The code of the edition stands on its page, in letters or in the QR code."""
    code, pages = expected(case), code_pages(case)
    if not code or not pages:
        return
    for page in pages:
        words = "".join(thing.text for thing in letters(case, page))
        if code in "".join(words.split()):
            return
    if not any(code in each.text for each in scanned(case).codes):
        yield Answer(
            message=f"edition code {code!r} does not stand",
            page=pages[0].number,
        )


@question("F902", basis="the order: edition code in XMP and in the information")
def the_file_says_its_edition(case: Case) -> Iterator[Answer]:
    """The packet and the information dictionary name the edition that is on the page."""
    code = expected(case)
    if not code:
        return
    named = in_packet(case)
    if named != code:
        said = f"is {named!r}" if named else "is not there"
        yield Answer(message=f"'dc:identifier' of the packet {said}, not {code!r}")
    if code not in information(case):
        yield Answer(message=f"the information dictionary does not name {code!r}")


@question("F903", basis="the order: edition code in the file's name")
def the_name_says_the_edition(case: Case) -> Iterator[Answer]:
    """The code in the name of the file is the end of the edition code."""
    code, named = expected(case), in_name(case.name)
    if code and named and code.rpartition("-")[2] != named:
        yield Answer(
            message=f"the file is named for edition {named!r}, it holds {code!r}",
            hint="build it again, and rename no file of another edition",
        )
