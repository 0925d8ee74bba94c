"""A script that is to be spoken, and every way in which it can say another thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets.build.workshop import Workshop
from leaflets.checks import spoken
from leaflets.compose.html import compose
from leaflets.compose.narrative import narrate
from leaflets.compose.telling import ssml
from leaflets.compose.telling.spoken import pieces
from leaflets.formats.base import FORMATS
from leaflets.model.narrative import Narrative, Passage, Role, Run

FORM = FORMATS["audio"]


@pytest.fixture(scope="module")
def whole(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Narrative]:
    """Tell the tests' leaflet in Arabic, whose sources are in English."""
    workshop = Workshop(tea, tmp_path_factory.mktemp("fonts"))
    edition = workshop.bind("tea", "ar", "tea-room").edition
    composition = compose(edition, FORM, workshop.templates)
    narrative = ssml.prefaced(narrate(composition, edition), edition)
    return ssml.tell(narrative, FORM, edition.locale).data, narrative


def _codes(data: str, narrative: Narrative) -> set[str]:
    return {finding.code for finding in spoken.inspect(data, narrative)}


def test_a_whole_script_is_right(whole: tuple[str, Narrative]) -> None:
    """Nothing is found in what was told as it should be."""
    assert spoken.inspect(*whole) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('version="1.1"', 'version="1.0"', "N201"),
        ('synthesis" xml:lang="ar"', 'synthesis" xml:lang="en"', "N201"),
        ('name="draft" content="yes"', 'name="draft" content="no"', "N202"),
        ('name="edition"', 'name="other"', "N202"),
        ("<s>", '<s><prosody volume="silent">x</prosody>', "N203"),
        ('<mark name="title"/>', '<mark name="bullet-1"/>', "N204"),
        ('<p xml:lang="en">', "<p>", "N205"),
        (' interpret-as="telephone"', ' interpret-as="cardinal"', "N207"),
        (' interpret-as="cardinal"', ' interpret-as="characters"', "N207"),
        ('<mark name="m3"/>', "", "N206"),
    ],
)
def test_a_script_that_says_another_thing_fails(
    whole: tuple[str, Narrative], old: str, new: str, code: str
) -> None:
    """Each change is found, under its own code."""
    data, narrative = whole
    assert old in data
    assert code in _codes(data.replace(old, new, 1), narrative)


def test_every_letter_counts(whole: tuple[str, Narrative]) -> None:
    """A digit changed, a word lost and a word too many are each found."""
    data, narrative = whole
    number = next(w for w in data.split('interpret-as="telephone">')[1:])[:3]
    for old, new in (
        (f'"telephone">{number}', '"telephone">777'),
        ("<s>", "<s>كلمة "),
    ):
        assert "N205" in _codes(data.replace(old, new, 1), narrative)
    lines = data.splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith("    <s>"))
    assert "N205" in _codes("".join(lines[:at] + lines[at + 1 :]), narrative)


def test_a_fact_behind_another_facts_mark_is_found() -> None:
    """Two numbers changed places: each stands where the other is meant."""

    def said(*numbers: str) -> Narrative:
        runs = [
            Run(
                words=f"{number} ",
                lang="en",
                direction="ltr",
                mark=f"m{n}",
                kind="fact",
                fact="number",
            )
            for n, number in enumerate(numbers)
        ]
        return Narrative(
            title="t",
            lang="en",
            direction="ltr",
            draft=False,
            code="c",
            passages=(Passage(role=Role.PARAGRAPH, runs=tuple(runs)),),
        )

    said_pieces = pieces(said("15", "51").passages[0])[1]
    line = "".join(
        f'<mark name="{p.mark}"/><say-as interpret-as="cardinal">{p.words}</say-as>'
        for p in said_pieces
        if p.said_as
    )
    data = (
        f'<speak version="1.1" xmlns="{ssml.NAMESPACE}" xml:lang="en">'
        '<meta name="title" content="t"/><meta name="edition" content="c"/>'
        f'<meta name="draft" content="no"/><p>{line}</p></speak>'
    )
    assert spoken.inspect(data, said("15", "51")) == ()
    assert {"N205", "N206"} <= _codes(data, said("51", "15"))
