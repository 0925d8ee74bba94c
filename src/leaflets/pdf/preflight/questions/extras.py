"""F12: what does not belong in a file for print: actions, forms, attachments, PostScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.findings import Severity
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.questions.annotations import outside
from leaflets.pdf.preflight.reach import resources


@question(
    "F121", basis="ISO 15930-7, 6.15 and ISO 15930-4, 6.16: no actions, no JavaScript"
)
def it_does_nothing_by_itself(case: Case) -> Iterator[Answer]:
    """The file has no actions, no scripts and no form fields."""
    root = case.pdf.Root
    for key, what in (
        ("/OpenAction", "an action for when it is opened"),
        ("/AA", "actions of its own"),
    ):
        if key in root:
            yield Answer(message=f"the file has {what} ({key[1:]})")
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names:
        yield Answer(message="the file has scripts (JavaScript)")
    if "/AcroForm" in root:
        yield Answer(message="the file is a form to fill in (AcroForm)")
    for page in case.pages:
        if "/AA" in page.page:
            yield Answer(message="there are actions (AA)", page=page.number)
        acting = sum(_acts(each) for each in outside(page))
        if acting:
            yield Answer(
                message=f"{acting} annotation{'s' * (acting > 1)} beside the page "
                f"{'have' if acting > 1 else 'has'} an action",
                page=page.number,
                hint="links and notes have no place in a file for print: leave them out",
            )


def _acts(annotation: Any) -> bool:
    return "/A" in annotation or "/AA" in annotation


@question("F122", basis="shops: nothing but the pages; PDF/X-4 readers ignore attachments")
def nothing_is_attached(case: Case) -> Iterator[Answer]:
    """No files are attached."""
    names = case.pdf.Root.get("/Names")
    named = isinstance(names, pikepdf.Dictionary) and "/EmbeddedFiles" in names
    if named or "/AF" in case.pdf.Root or "/Collection" in case.pdf.Root:
        yield Answer(message="other files are attached", severity=Severity.WARNING)


@question(
    "F123", basis="ISO 15930-7, 6.11 and ISO 15930-4, 6.7: no OPI, PostScript, references"
)
def all_that_is_drawn_is_in_the_file(case: Case) -> Iterator[Answer]:
    """No form is PostScript or stands in for a picture elsewhere."""
    for each in resources(case):
        if each.category != "XObject" or not isinstance(each.item, pikepdf.Stream):
            continue
        form = each.item
        if form.get("/Subtype") == "/PS" or form.get("/Subtype2") == "/PS":
            what = "PostScript code"
        elif "/Ref" in form:
            what = "a page of another file"
        elif "/OPI" in form and form.get("/Subtype") == "/Form":
            what = "a stand-in for a picture elsewhere (OPI)"
        else:
            continue
        yield Answer(message=f"{each.name} is {what}", page=each.page)


@question(
    "F124", basis="ISO 15930-7, 6.10 and ISO 15930-4, 6.8: no transfer functions, halftones"
)
def the_press_alone_sets_the_screen(case: Case) -> Iterator[Answer]:
    """No graphics state changes the curves or the screen of the plates."""
    for each in resources(case):
        if each.category != "ExtGState" or not isinstance(each.item, pikepdf.Dictionary):
            continue
        for key, what in _plates(each.item):
            yield Answer(
                message=f"the graphics state {each.name} sets {what} ({key[1:]})",
                page=each.page,
                hint="these belong to the maker of the plates",
            )


def _plates(state: Any) -> Iterator[tuple[str, str]]:
    if "/TR" in state and state["/TR"] != "/Identity":
        yield "/TR", "a transfer function"
    if "/TR2" in state and state["/TR2"] not in ("/Default", "/Identity"):
        yield "/TR2", "a transfer function"
    if "/HTP" in state:
        yield "/HTP", "the place of a halftone"
    if "/HT" in state and state["/HT"] != "/Default":
        yield "/HT", "a halftone"


@question("F125", basis="shops: layers that are off print on some machines; ISO 15930-4")
def every_layer_is_printed(case: Case) -> Iterator[Answer]:
    """The file has no layers that are switched off."""
    layers = case.pdf.Root.get("/OCProperties")
    if not isinstance(layers, pikepdf.Dictionary):
        return
    if case.spec.standard.startswith("PDF/X-1a"):
        yield Answer(
            message=f"the file has layers, which {case.spec.standard} does not know",
            hint="flatten the layers when the file is made",
        )
        return
    begins = layers.get("/D")
    off = begins.get("/OFF") if isinstance(begins, pikepdf.Dictionary) else None
    bare = isinstance(begins, pikepdf.Dictionary) and begins.get("/BaseState") == "/OFF"
    if bare or (isinstance(off, pikepdf.Array) and len(off)):
        yield Answer(
            message="the file has layers that are switched off",
            severity=Severity.WARNING,
            hint="take them out: some machines print them, and they are judged here too",
        )
