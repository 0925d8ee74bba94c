"""What the shipped leaflets say when they are told in a line, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets.build.workshop import Workshop
from leaflets.compose.telling.direction import BIDI
from leaflets.compose.telling.wrapping import width
from leaflets.formats.base import FORMATS
from leaflets.pdf.bidi import levels, visual

LEAFLET, IMPRINT = "support", "example-clinic"
TAGS = tuple(
    sorted(
        path.name.replace("_", "-")
        for path in (Path(__file__).parents[2] / "locales").iterdir()
        if (path / "locale.yaml").is_file()
    )
)


@pytest.fixture(scope="module")
def workshop(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the repository."""
    return Workshop(root, tmp_path_factory.mktemp("fonts"))


def _seen(line: str, base: str) -> str:
    order = visual(levels(line, base))
    return "".join(line[place] for place in order).translate(BIDI)


@pytest.mark.parametrize("tag", TAGS)
def test_a_shipped_leaflet_is_told_whole(workshop: Workshop, tag: str) -> None:
    """Every fact and every part of the evidence is in its plain text, in every language."""
    edition = workshop.bind(LEAFLET, tag, IMPRINT).edition
    told, verdict = workshop.teller.tell(edition, FORMATS["text"])
    assert verdict.findings == ()
    assert verdict.evidence["verified"] is True
    assert verdict.facts["placed"] == verdict.facts["verified"]
    assert edition.code in told.data


@pytest.mark.parametrize("tag", TAGS)
def test_its_lines_fit_an_e_mail_and_hide_nothing(workshop: Workshop, tag: str) -> None:
    """72 columns, but for an address; marks of direction in right-to-left text alone."""
    edition = workshop.bind(LEAFLET, tag, IMPRINT).edition
    told, _ = workshop.teller.tell(edition, FORMATS["text-email"])
    long = [line for line in told.data.splitlines() if width(line) > 72]
    assert all("/" in line or "@" in line for line in long)
    marked = told.data != told.data.translate(BIDI)
    assert marked is (edition.locale.direction == "rtl")


@pytest.mark.parametrize("tag", TAGS)
def test_telephone_numbers_are_seen_as_they_are_dialled(
    workshop: Workshop, tag: str
) -> None:
    """Whether a program shows the lines of a text from the right or from the left."""
    edition = workshop.bind(LEAFLET, tag, IMPRINT).edition
    told, _ = workshop.teller.tell(edition, FORMATS["text-email"])
    lines = told.data.splitlines()
    numbers = [c.fact.value for c in edition.imprint.contacts if c.role == "phone"]
    numbers += [edition.facts["samaritans"].value] if "samaritans" in edition.facts else []
    assert numbers
    for number in numbers:
        found = [line for line in lines if number in line]
        assert found
        bases = ("rtl", "ltr") if edition.locale.direction == "rtl" else ("ltr",)
        for line in found:
            assert all(number in _seen(line, base) for base in bases)
