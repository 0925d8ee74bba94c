"""Questions about the file, its press, its boxes and its colours can fail, and need not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.pdf.preflight import broken_colours, broken_files, broken_intents
from tests.pdf.preflight.asking import asked
from tests.pdf.preflight.broken_colours import form, gradient, held, space
from tests.pdf.preflight.broken_files import X1A, Sample, bent, root
from tests.pdf.preflight.broken_intents import note, page
from tests.pdf.preflight.good import PACKET, good

from leaflets.findings import Severity
from leaflets.pdf.intent import CUSTOM, FOGRA39, FOGRA47, profile
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.preflight.base import QUESTIONS, Ordered
from leaflets.pdf.printspec import COATED

BROKEN = broken_files.BROKEN | broken_intents.BROKEN | broken_colours.BROKEN
OURS = [code for code in QUESTIONS if code[:2] in {"F1", "F2", "F3"}]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_found_out(name: str) -> None:
    """Each sample has the fault that its name says."""
    assert asked(BROKEN[name](), name.partition(":")[0])


def test_every_question_of_these_families_has_a_broken_sample() -> None:
    """A question that nothing fails would be no question."""
    assert {name.partition(":")[0] for name in BROKEN} == set(OURS)


@pytest.mark.parametrize("family", ["F1", "F2", "F3"])
def test_the_good_file_has_no_fault(family: str) -> None:
    """What a press would take without a question passes."""
    assert asked((good(), COATED, Ordered()), family) == []


CLEAN: dict[str, Callable[[], Sample]] = {
    "grey": bent(content=b"0 g 20 20 40 40 re f"),
    "process inks by name": bent(
        space(
            Name.DeviceN,
            Array([Name.Cyan, Name.Black]),
            Name.DeviceCMYK,
            broken_colours.TO_INKS,
        ),
        content=b"/Own cs 1 0 sc 20 20 40 40 re f",
    ),
    "a gradient in inks": bent(
        gradient(Name.DeviceCMYK, broken_colours.TO_INKS), content=b"/Own sh"
    ),
    "a gradient of four functions": bent(
        gradient(Name.DeviceCMYK, Array([broken_colours.TO_GREY] * 4)), content=b"/Own sh"
    ),
    "a group in inks": bent(
        form(b"", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)),
        content=b"/Own Do",
    ),
    "a group that names no space": bent(
        form(b"", Group=Dictionary(S=Name.Transparency)), content=b"/Own Do"
    ),
    "a mask in grey": bent(
        broken_colours._mask(b"1 g 0 0 9 9 re f"), content=b"/Own gs 0 0 0 1 k 0 0 9 9 re f"
    ),
    "transparency": bent(content=b"/Half gs 0 0 0 1 k 20 20 40 40 re f"),
    "unused RGB": bent(held("ColorSpace", lambda _: Array([Name.Pattern, Name.DeviceRGB]))),
    "a printer's mark": bent(note(Subtype=Name.PrinterMark, Rect=Array([0, 0, 9, 9]))),
    "a note beside the bleed": bent(
        page("MediaBox", Array([-99, -99, 400, 600])),
        note(Subtype=Name.Text, Rect=Array([-90, -90, -80, -80])),
    ),
    "a turn of nothing": bent(page("Rotate", 360)),
    "attributes": bent(packet=PACKET.replace(
        'rdf:about=""', 'rdf:about="" xmlns:x="http://ns.adobe.com/xap/1.0/" x:Rating="5"'
    )),
    "a title in two languages": bent(packet=PACKET.replace(
        "</rdf:Alt>", '<rdf:li xml:lang="de">Tee</rdf:li></rdf:Alt>'
    )),
    "an older version": bent(version="1.4"),
    "names without scripts": bent(root(Names=Dictionary(Dests=Dictionary()))),
    "the curves of the press": bent(broken_files.state(TR2=Name.Default, TR=Name.Identity)),
    "unknown operators between BX and EX": bent(content=b"BX 1 2 wonder EX 0 0 0 1 k"),
    "odd numbers": bent(content=b"0 0 0 --1 k 20 20 +.5 4. re f"),
}  # fmt: skip


@pytest.mark.parametrize("name", CLEAN)
def test_what_may_be_is_not_found_fault_with(name: str) -> None:
    """Each of these is unusual, and right."""
    sample = CLEAN[name]()
    assert [
        answer for family in ("F1", "F2", "F3") for answer in asked(sample, family)
    ] == []


def test_a_file_for_x1a_is_known_by_its_information() -> None:
    """PDF/X-1a has no XMP to speak of: the Info dictionary names it."""

    def claim(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-1a:2003"
        del pdf.Root.Metadata

    sample = good(claim, version="1.4"), X1A, Ordered()
    assert [
        answer for family in ("F1", "F2", "F3") for answer in asked(sample, family)
    ] == []


def test_the_profile_that_a_shop_sent_is_compared() -> None:
    """The same name with another profile is not the same press."""
    own = replace(FOGRA39, identifier=CUSTOM, data=profile(FOGRA39))

    def name(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OutputIntents[0].OutputConditionIdentifier = pikepdf.String(CUSTOM)
        del pdf.Root.OutputIntents[0].RegistryName

    sent = good(name)
    assert asked((sent, replace(COATED, condition=own), Ordered()), "F2") == []
    other = replace(own, data=profile(FOGRA47))
    ((code, answer),) = asked((sent, replace(COATED, condition=other), Ordered()), "F2")
    assert (code, answer.severity) == ("F204", Severity.ERROR)


def test_a_question_that_stumbles_is_an_answer() -> None:
    """A file that no one foresaw ends in an error of its code, not in a trace."""
    report = preflight(
        good(root(OutputIntents=Array([Dictionary(S=Name.GTS_PDFX, RegistryName=1)]))),
        COATED,
        name="odd.pdf",
        ordered=Ordered(read_codes=False),
    )
    assert not report.passed
    assert {"F202", "F203"} <= {each.code for each in report.found}


def test_a_report_says_what_the_file_is() -> None:
    """Standard, condition, sizes and fonts stand in the report, in plain data."""
    report = preflight(good(pages=2), COATED, name="tea.pdf")
    assert (report.name, report.spec, report.pages) == ("tea.pdf", "offset-coated", 2)
    known = {"standard": "PDF/X-4", "condition": "FOGRA39", "trim": [[105.0, 148.0]]}
    assert known.items() <= report.facts.items()
    assert report.facts["fonts"] == ["ABCDEF+Boxes"]
    assert report.passed


def test_many_answers_of_one_question_are_counted() -> None:
    """A file of a thousand faulty pages does not make a report of a thousand lines."""
    report = preflight(
        good(lambda pdf: [each.obj.__setitem__("/Rotate", 90) for each in pdf.pages],
             pages=250),
        COATED,
        ordered=Ordered(read_codes=False),
    )  # fmt: skip
    turned = [each for each in report.found if each.code == "F214"]
    assert len(turned) == 201
    assert any("50 more" in each.answer.message for each in turned)
