"""F91: whether QR and bar codes say what they should, and will be read from paper."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.findings import Severity
from leaflets.pdf import modules
from leaflets.pdf.codes import Code
from leaflets.pdf.preflight.base import Answer, Case, question
from leaflets.pdf.preflight.codeinks import wrong_inks
from leaflets.pdf.preflight.naming import expected
from leaflets.pdf.preflight.painted import PageInk
from leaflets.pdf.preflight.scanning import code_pages, scanned
from leaflets.pdf.preflight.sight import mm

_SLACK = 0.005
_EXCERPT = 120


@question("F911", basis="the order: QR code, decoded from a raster of 600 dpi")
def the_qr_code_says_the_edition(case: Case) -> Iterator[Answer]:
    """The QR code is read from the finished page, and holds what was ordered."""
    code, words = expected(case), case.ordered.code_text
    if not case.ordered.read_codes or not (code or words):
        return
    pages = code_pages(case)
    if not pages:
        yield Answer(message="the page that the QR code is to stand on is not there")
        return
    read = [each for each in scanned(case).codes if each.square]
    if not read:
        yield Answer(
            message="no QR code can be read",
            page=pages[0].number,
            rectangle=case.ordered.code_box,
        )
    elif not any(_says(each, code, words) for each in read):
        yield Answer(
            message=f"the QR code holds {_quoted(read[0])}, not {(words or code)!r}",
            page=read[0].page,
            rectangle=read[0].box,
        )


def _says(read: Code, code: str, words: str) -> bool:
    if words:
        return read.text == words
    # Where nobody said which words, an address may lead to the edition.
    return read.text == code or read.text.endswith(f"#{code}")


@question("F912", basis="what a person should know of a stranger's file")
def codes_are_told(case: Case) -> Iterator[Answer]:
    """Of a file without an order, it is said what its codes hold."""
    if not case.ordered.read_codes or expected(case) or case.ordered.code_text:
        return
    seen = scanned(case)
    for code in seen.codes:
        yield Answer(
            message=f"{code.kind} holds {_quoted(code)}",
            severity=Severity.INFO,
            page=code.page,
            rectangle=code.box,
        )
    if not seen.codes and not seen.unseen:
        yield Answer(message="no QR or bar code was found", severity=Severity.INFO)
    if seen.left_out:
        yield Answer(
            message=f"the first {seen.left_out} pages were not looked over for codes",
            severity=Severity.INFO,
        )
    for number in seen.coarse:
        yield Answer(
            message="too large to be looked over for codes as finely as they need",
            severity=Severity.INFO,
            page=number,
        )


@question("F913", basis="shops: codes in black alone, never in several inks")
def codes_are_black_alone(case: Case) -> Iterator[Answer]:
    """QR and bar codes are printed in solid black, which no misregister can blur."""
    for page, code in _placed(case):
        for fault in wrong_inks(case, page, code.box):
            yield Answer(
                message=f"{code.kind} {fault}",
                page=page.number,
                rectangle=code.box,
                hint="draw it in K 100 and nothing else, on bare paper",
            )


@question("F914", basis="ISO/IEC 18004, 9.1: four modules of quiet zone")
def qr_codes_have_a_quiet_zone(case: Case) -> Iterator[Answer]:
    """Four modules of paper are free on every side of a QR code."""
    for page, code in _squares(case):
        free = modules.quiet(code)
        if free < modules.QUIET:
            yield Answer(
                message=f"{code.kind} has a quiet zone of {free} modules, it needs "
                f"{modules.QUIET}",
                page=page.number,
                rectangle=code.box,
            )


@question("F915", basis="ISO/IEC 15415: symbol contrast, grade B")
def qr_codes_stand_out(case: Case) -> Iterator[Answer]:
    """The dark modules of a QR code stand out from the light ones."""
    for page, code in _squares(case):
        contrast = modules.contrast(code)
        if contrast < modules.CONTRAST:
            yield Answer(
                message=f"{code.kind} has a contrast of {contrast:.0%}, it needs "
                f"{modules.CONTRAST:.0%}",
                page=page.number,
                rectangle=code.box,
            )


@question("F916", basis="telephones: modules of 0.4 mm; ISO/IEC 18004, annex")
def qr_codes_are_large_enough(case: Case) -> Iterator[Answer]:
    """The modules of a QR code are large enough for a telephone."""
    for page, code in _squares(case):
        side = mm(page, modules.side(code))
        if side < modules.SMALL - _SLACK:
            yield Answer(
                message=f"{code.kind} has modules of {side:.2f} mm, it needs {modules.SMALL:g} mm",
                severity=Severity.ERROR
                if side < modules.TINY - _SLACK
                else Severity.WARNING,
                page=page.number,
                rectangle=code.box,
            )


@question("F917", basis="ISO/IEC 15415: unused error correction, grade A")
def qr_codes_are_whole(case: Case) -> Iterator[Answer]:
    """A QR code is read without spending its error correction, which is for the street."""
    for page, code in _squares(case):
        if code.spare < modules.SPARE:
            yield Answer(
                message=f"{code.kind} is damaged: {code.spare:.0%} of its error correction "
                "is left",
                page=page.number,
                rectangle=code.box,
                hint="something covers it, or it was drawn wrong",
            )


def _placed(case: Case) -> Iterator[tuple[PageInk, Code]]:
    pages = {page.number: page for page in case.pages}
    for code in scanned(case).codes:
        yield pages[code.page], code


def _squares(case: Case) -> Iterator[tuple[PageInk, Code]]:
    return (each for each in _placed(case) if each[1].square and each[1].modules)


def _quoted(code: Code) -> str:
    """Quote what a code holds; nothing that moves a terminal's pen or its order."""
    plain = "".join(
        c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in code.text
    )
    return f"'{plain[:_EXCERPT]}{'…' if len(plain) > _EXCERPT else ''}'"
