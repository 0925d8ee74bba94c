"""A file that reads otherwise than it says is refused, and never called accessible."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.pdf.textlayer import mutations

from leaflets.build import make as making
from leaflets.build import rendering
from leaflets.build.work import Rejected
from leaflets.build.workshop import Workshop
from leaflets.checks import composed, truetext
from leaflets.checks.truetext import Heard
from leaflets.compose.html import Composition, compose
from leaflets.errors import RenderError
from leaflets.findings import Severity
from leaflets.formats.base import FORMATS
from leaflets.model.work import Job
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.textlayer import poppler
from leaflets.pdf.variant import Variant

SCREEN = FORMATS["screen"]
TAGS = ("en", "ar")
SCHEMA = Path(__file__).resolve().parents[2] / "docs/schema/manifest.schema.json"

File = tuple[Rendered, Composition]


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def files(workshop: Workshop) -> dict[str, File]:
    """Render the leaflet once in a language of each direction."""
    found = {}
    for tag in TAGS:
        edition = workshop.bind("tea", tag, "tea-room").edition
        composition = compose(edition, SCREEN, workshop.templates)
        rendered = workshop.engine.render(
            composition.html,
            stylesheets=composition.styles,
            variant=Variant(SCREEN.variant),
            identity=rendering.identity_of(edition, SCREEN, composition),
        )
        found[tag] = rendered, composition
    return found


def asked(file: File, pdf: bytes | None = None) -> Heard:
    """Ask every reader of a file, or of other bytes in its place."""
    rendered, composition = file
    if pdf is not None:
        rendered = dataclasses.replace(rendered, pdf=pdf)
    return truetext.inspect(rendered, composition, SCREEN)


def lines(heard: Heard) -> list[str]:
    """Give code and message of every finding."""
    return [f"{finding.code} {finding.message}" for finding in heard.findings]


@pytest.mark.parametrize("tag", TAGS)
def test_a_true_file_is_accessible(files: dict[str, File], tag: str) -> None:
    """Three readers were asked, and what they said is recorded with their versions."""
    heard = asked(files[tag])
    assert lines(heard) == []
    assert heard.data["accessible"] is True
    assert "reason" not in heard.data
    readers = heard.data["readers"]
    assert isinstance(readers, dict)
    assert list(readers) == ["pdfium", "poppler", "tags"]
    assert readers["tags"] == {"similarity": 1.0}
    assert readers["poppler"]["version"] == poppler.version()


def test_what_is_recorded_keeps_to_the_schema(files: dict[str, File]) -> None:
    """The manifest's form is published, and holds for true and untrue files."""
    schema = json.loads(SCHEMA.read_bytes())
    text = schema["$defs"]["artifact"]["properties"]["text"]
    rule = Draft202012Validator({**text, "$defs": schema["$defs"]})
    broken = mutations.mean({"2": "7"})(files["en"][0].pdf)
    for heard in (asked(files["en"]), asked(files["en"], broken)):
        rule.validate(json.loads(json.dumps(heard.data)))


@pytest.mark.parametrize("tag", TAGS)
def test_other_letters_are_named_with_reader_page_and_both_sides(
    files: dict[str, File], tag: str
) -> None:
    """Who reads what for what, on which page, and how far it is from the bar."""
    pdf = mutations.mean({"e": "o", "ا": "ب"})(files[tag][0].pdf)
    heard = asked(files[tag], pdf)
    codes = [finding.code for finding in heard.findings]
    assert codes == [truetext.READER, truetext.READER, truetext.TAGS]
    for line, reader in zip(lines(heard), ("pdfium", "poppler"), strict=False):
        assert line.startswith("P121 page ")
        assert f": {reader} reads '" in line
        assert "bar 0.995)" in line
    assert heard.data["accessible"] is False
    assert heard.data["reason"] == heard.findings[0].message


def test_one_digit_is_below_no_bar_but_found_in_the_tags(files: dict[str, File]) -> None:
    """Two letters in a thousand pass a reader's bar; word for word nothing passes."""
    rendered, _ = files["en"]
    words = "".join(page.spoken for page in rendered.pages)
    rare = min(set("KQXZJ") & set(words), key=words.count)
    heard = asked(files["en"], mutations.mean({rare: "*"})(rendered.pdf))
    assert truetext.TAGS in [finding.code for finding in heard.findings]
    assert heard.data["accessible"] is False


def test_words_that_the_engine_loses_are_found(files: dict[str, File]) -> None:
    """What was composed is laid out, all of it and in its order."""
    rendered, composition = files["en"]
    page = rendered.pages[0]
    short = dataclasses.replace(page, own=page.own.replace("the", "", 1))
    lost = dataclasses.replace(rendered, pages=(short, *rendered.pages[1:]))
    assert list(composed.wrong(rendered, composition)) == []
    (finding,) = composed.wrong(lost, composition)
    assert finding.code == composed.CODE
    turned = dataclasses.replace(rendered, pages=rendered.pages[::-1])
    assert list(composed.wrong(turned, composition))


def test_without_poppler_nothing_is_called_accessible(
    files: dict[str, File], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning says what is missing and what brings it; the file is made."""

    def absent(_: bytes = b"") -> str:
        raise poppler.Absent("pdftotext is not on this machine")

    monkeypatch.setattr(poppler, "version", absent)
    heard = asked(files["en"])
    (finding,) = heard.findings
    assert (finding.code, finding.severity) == (truetext.ABSENT, Severity.WARNING)
    assert finding.hint == "apt-get install poppler-utils"
    assert heard.data["accessible"] is False
    assert heard.data["reason"] == "pdftotext is not on this machine"


def test_a_reader_that_fails_is_no_pass(
    files: dict[str, File], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read is not like its words."""

    def late(_: bytes) -> tuple[str, ...]:
        raise RenderError("pdftotext did not come to an end within 120 s")

    monkeypatch.setattr(poppler, "extract", late)
    heard = asked(files["en"])
    assert lines(heard) == ["P121 pdftotext did not come to an end within 120 s"]
    assert heard.data["accessible"] is False
    assert heard.data["similarity"] == 0.0


def test_a_damaged_file_fails_every_reader(files: dict[str, File]) -> None:
    """Three findings, none of them a crash."""
    heard = asked(files["en"], b"%PDF-1.7 nothing")
    assert [finding.code for finding in heard.findings] == ["P121", "P121", "P122"]


def test_a_file_without_pages_is_like_nothing(files: dict[str, File]) -> None:
    """No words are not the right words."""

    def empty(document: mutations.Document) -> None:
        del document.pages[:]

    heard = asked(files["en"], mutations.changed_by(files["en"][0].pdf, empty))
    assert heard.data["similarity"] == 0.0
    assert heard.data["accessible"] is False


def test_a_job_whose_file_reads_wrong_is_rejected(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refused file is handed back, with the finding that says why."""
    job = Job(
        leaflet="tea",
        locale="ar",
        imprint="tea-room",
        format="screen",
        final=False,
        key="k",
    )
    extract = poppler.extract
    monkeypatch.setattr(
        poppler, "extract", lambda pdf: tuple(text[::-1] for text in extract(pdf))
    )
    with pytest.raises(Rejected, match=r"P121 page .* poppler reads") as caught:
        making.make(workshop, job)
    assert caught.value.data.startswith(b"%PDF")


def test_a_file_for_print_claims_nothing(files: dict[str, File]) -> None:
    """Its words are compared with those composed; readers are not asked of it."""
    heard = truetext.inspect(*files["en"], FORMATS["press"])
    assert heard.findings == ()
    assert heard.data == {"accessible": False, "reason": "made for print"}
