"""F11: what the file says that it is."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from leaflets.errors import RenderError
from leaflets.findings import Severity
from leaflets.pdf.preflight import identity
from leaflets.pdf.preflight.base import Answer, Case, question

_KEYS = (
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)
"""Properties that PDF/X-4 demands of XMP."""

_EARLIER = ("PDF/X-1a:2001", "PDF/X-1:2001", "PDF/X-1a:2003")


@question("F111", basis="ISO 15930-7, 6.4.2 and ISO 15930-4, 6.2: identification")
def it_says_which_standard_it_keeps(case: Case) -> Iterator[Answer]:
    """The file names the PDF/X standard that was asked for."""
    asked, said = case.spec.standard, identity.claimed(case.pdf)
    if said == asked:
        # F112 says it where there is no packet at all
        packed = asked == "PDF/X-4" and identity.packet(case.pdf) is not None
        if packed and not identity.in_packet(case.pdf):
            yield Answer(
                message=f"only the Info dictionary says that the file is {asked}, "
                "not its XMP metadata",
                hint=f"export it as {asked}; earlier standards stood there",
            )
        return
    if not said:
        yield Answer(
            message=f"the file does not say that it is {asked}",
            hint=f"export it as {asked}; the name alone is not enough",
        )
    elif said in _EARLIER:
        # Both years of X-1a are a subset of what X-4 allows, and of one another.
        yield Answer(
            message=f"the file says that it is {said}, and {asked} was asked for",
            severity=Severity.WARNING,
        )
    else:
        yield Answer(
            message=f"the file says that it is {said[:40]!r}, and {asked} was asked for",
            hint=f"export it as {asked}",
        )


@question("F112", basis="ISO 15930-7, 6.4.1: metadata as XMP, not compressed")
def its_metadata_can_be_read(case: Case) -> Iterator[Answer]:
    """The metadata stands in the open and can be read."""
    if case.spec.standard != "PDF/X-4":
        return
    stream = identity.packet(case.pdf)
    if stream is None:
        yield Answer(message="the file has no XMP metadata")
        return
    if stream.get("/Filter") not in (None, pikepdf.Array()):
        yield Answer(message="the XMP metadata is compressed")
    try:
        identity.properties(case.pdf)
    except RenderError as error:
        yield Answer(message=f"the XMP metadata cannot be read: {error.message}")


@question("F113", basis="ISO 15930-7, 6.4.3: title, dates, identifiers")
def its_metadata_is_complete(case: Case) -> Iterator[Answer]:
    """The metadata has a title, three dates and the identifiers."""
    if case.spec.standard != "PDF/X-4" or identity.packet(case.pdf) is None:
        return
    try:
        there = identity.properties(case.pdf)
    except RenderError:
        return  # F112 says so
    missing = [key for key in _KEYS if not there.get(key)]
    if missing:
        yield Answer(message=f"the XMP metadata lacks {', '.join(missing)}")


@question("F114", basis="ISO 15930-7, 6.9 and ISO 15930-4, 6.12: trapping")
def it_says_whether_it_is_trapped(case: Case) -> Iterator[Answer]:
    """The file says whether it is trapped: True or False, never Unknown."""
    found = identity.info(case.pdf).get("/Trapped")
    if not isinstance(found, pikepdf.Name) or str(found) not in {"/True", "/False"}:
        yield Answer(
            message="the file does not say whether it is trapped",
            hint="set /Trapped in the Info dictionary to the name True or False",
        )
        return
    try:
        other = identity.properties(case.pdf).get("pdf:Trapped", "")
    except RenderError:
        return  # F112 says so
    if other and other != str(found)[1:]:
        yield Answer(
            message=f"the file says trapped: {str(found)[1:]} in its Info dictionary, and "
            f"{other[:20]!r} in its XMP metadata",
        )


@question("F115", basis="ISO 15930-7, 6.4.3: Info and XMP do not contradict each other")
def its_two_titles_agree(case: Case) -> Iterator[Answer]:
    """The Info dictionary has the title and dates, and the same title as XMP."""
    told = identity.info(case.pdf)
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not isinstance(told.get(key), pikepdf.String):
            severity = (
                Severity.WARNING if case.spec.standard == "PDF/X-4" else Severity.ERROR
            )
            yield Answer(message=f"the Info dictionary lacks {key[1:]}", severity=severity)
    try:
        title = identity.properties(case.pdf).get("dc:title", "")
    except RenderError:
        return  # F112 says so
    known = " ".join(str(told.get("/Title", "")).split())
    # A title may stand in several languages in XMP; each begins or ends the text.
    if title and known and known not in title:
        yield Answer(
            message="the titles in the Info dictionary and in XMP are not the same",
            severity=Severity.WARNING,
        )
