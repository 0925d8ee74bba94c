"""F10: whether the file can be read, by whom, and to its end."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.opening import worded

_NEWEST = {"PDF/X-4": (1, 6), "PDF/X-1a:2003": (1, 4)}
"""Newest version of PDF that a file may have; both standards let it be older."""


@question("F101", basis="ISO 15930-7, 6.2.4 and ISO 15930-4, 6.15: no encryption")
def it_is_not_encrypted(case: Case) -> Iterator[Answer]:
    """The file is not encrypted."""
    if case.pdf.is_encrypted:
        yield Answer(
            message="the file is encrypted, though it opens without a password",
            hint="save it without protection: makers of plates refuse it as it is",
        )


@question("F102", basis="ISO 32000-1, 7.5: structure of a file")
def it_is_not_damaged(case: Case) -> Iterator[Answer]:
    """The file is whole."""
    for warning in list(case.pdf.get_warnings())[:5]:
        said = worded(warning)
        # A blank page without resources is drawn as well as one with empty ones.
        small = "Resources is missing" in said
        yield Answer(
            message=f"the file is not as it should be: {said[:160]}",
            severity=Severity.WARNING if small else Severity.ERROR,
            hint="make it again; another reader may repair it in another way",
        )


@question(
    "F103", basis="ISO 32000-1, 7.8.2: content streams; what is not read is not judged"
)
def its_pages_can_be_followed(case: Case) -> Iterator[Answer]:
    """Every page can be followed to its end."""
    for page in case.pages:
        if page.broken:
            yield Answer(
                message=f"not all that is drawn can be followed: {page.broken}",
                page=page.number,
                hint="make the page again; what it paints is not judged as a whole",
            )


@question("F104", basis="ISO 15930-7: PDF 1.6; ISO 15930-4: PDF 1.4")
def its_version_is_not_newer_than_asked(case: Case) -> Iterator[Answer]:
    """The file is in a version of PDF that the standard knows."""
    newest = _NEWEST.get(case.spec.standard, (1, 6))
    said = {str(case.pdf.pdf_version), str(case.pdf.Root.get("/Version", "/"))[1:]} - {""}
    for version in sorted(said):
        major, _, minor = version.partition(".")
        parts = (int(major), int(minor)) if (major + minor).isdigit() and minor else (9, 9)
        if parts > newest:
            known = ".".join(map(str, newest))
            yield Answer(
                message=f"the file is PDF {version}; {case.spec.standard} is PDF {known}",
                hint=f"save it as {case.spec.standard}",
            )


@question("F105", basis="ISO 15930-7 and ISO 15930-4: the trailer has an ID")
def it_has_an_identifier(case: Case) -> Iterator[Answer]:
    """The file has an identifier of its own."""
    found = case.pdf.trailer.get("/ID")
    try:
        good = len(found) == 2 and all(len(bytes(each)) > 0 for each in found)
    except (TypeError, ValueError):
        good = False
    if not good:
        yield Answer(message="the file has no identifier (/ID in its trailer)")


@question("F106", basis="shops: a file that stops the machine that draws it is sent back")
def its_pages_can_be_drawn(case: Case) -> Iterator[Answer]:
    """Every page can be drawn in bounded time and memory."""
    hint = "what is seen alone is not judged: art in the bleed, QR and bar codes"
    if not case.ordered.drawn:
        yield Answer(message="drawing the file takes more than is allowed", hint=hint)
        return
    for page in case.pages:
        if page.endless:
            yield Answer(
                message="drawing the page may have no end", page=page.number, hint=hint
            )
