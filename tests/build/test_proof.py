"""The reviewer's proof: every message, its findings, its changes, room to sign."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leaflets.build import proof as proving
from leaflets.build import signing
from leaflets.build.workshop import Workshop
from leaflets.catalogs.domains import domains
from leaflets.compose.proof import Line, Proof, compose_proof
from leaflets.errors import ContentError, LocaleError
from leaflets.model.paragraphs import numbers
from leaflets.pdf import glyphs

PL = "locales/pl/LC_MESSAGES/tea.po"


@pytest.fixture(scope="module")
def workshop(tea: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Open the workshop of the tests' project."""
    return Workshop(tea, tmp_path_factory.mktemp("fonts"))


@pytest.fixture
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder for a set of fonts."""
    return tmp_path_factory.mktemp("fonts")


def _line(proof: Proof, key: str) -> Line:
    return next(line for line in proof.lines if line.key == key)


@pytest.mark.parametrize("tag", ["pl", "ar"])
def test_every_message_is_on_the_proof(workshop: Workshop, tag: str) -> None:
    """Leaflet, evidence, short form and phrases; each with the number that readers see."""
    proof = proving.gather(workshop, "tea", tag)
    known = {domain.name: domain for domain in domains(workshop.library)}
    number = numbers(workshop.library.leaflets["tea"])

    keys = [message.key for name in ("tea", "phrases") for message in known[name].messages]
    assert sorted(line.key for line in proof.lines) == sorted(keys)
    assert {line.key: line.number for line in proof.lines if line.number} == number
    assert all(line.original for line in proof.lines)


@pytest.mark.parametrize("tag", ["pl", "ar"])
def test_a_proof_says_on_every_page_what_it_is(workshop: Workshop, tag: str) -> None:
    """A page that comes loose is not taken for a leaflet, and its reading is known."""
    proved = proving.prove(workshop, "tea", tag)
    pages = [
        " ".join(run.letters for run in page.runs) for page in glyphs.read(proved.data)
    ]

    assert len(pages) == proved.pages > 3
    for page in pages:
        assert "Proof: for reviewers, not for patients" in page
        assert f"reading {proved.mark[:12]}" in page
    assert not [f for f in proved.findings if f.code == "P220"]


def test_the_same_words_make_the_same_bytes(workshop: Workshop) -> None:
    """A proof knows no clock."""
    one, other = (proving.prove(workshop, "tea", "ar") for _ in range(2))

    assert one.data == other.data


def test_a_proof_bears_the_mark_that_a_sign_off_records(workshop: Workshop) -> None:
    """Whoever signs on paper signs what will be recorded."""
    proof = proving.gather(workshop, "tea", "pl")

    assert proof.mark == signing.before(workshop.library, "tea", "pl").now.reading.mark
    html, _ = compose_proof(proof, workshop.templates)
    assert proof.grouped_mark in html
    assert proof.grouped_mark.replace(" ", "") == proof.mark
    for role in ("translator", "reviser", "language", "lay"):
        assert f'<th scope="row">{role}</th>' in html


def test_facts_stand_with_their_value_in_both_languages(workshop: Workshop) -> None:
    """The figure that is printed is seen beside its name on both sides."""
    line = _line(proving.gather(workshop, "tea", "ar"), "tea.help.after")

    for form in (*line.original, *line.said):
        assert "020 7946 0123" in form.words
        assert "helpline" in form.words


def test_every_plural_form_says_for_which_numbers(workshop: Workshop) -> None:
    """A reviewer of Arabic reads six forms and knows when each is printed."""
    line = _line(proving.gather(workshop, "tea", "ar"), "tea.count.text")

    assert [form.label for form in line.original] == ["one", "other"]
    assert [form.label for form in line.said][:4] == ["0", "1", "2", "3, 4, 5, 6"]


@pytest.mark.parametrize(
    ("change", "state", "code"),
    [
        (('msgctxt "tea.title"', '#, fuzzy\nmsgctxt "tea.title"'), "fuzzy", "T202"),
        (("c5aa24266f6a", "c5aa24266f6b"), "stale", "T203"),
        (('msgstr "{TITLE}"', 'msgstr ""'), "missing", "T201"),
        (('msgstr "{TITLE}"', 'msgstr "<b>7 {nothing}\u202e"'), "refused", "T302"),
    ],
)
def test_what_is_not_fit_to_print_is_on_the_proof_with_its_reason(
    own_tea: Path, fonts: Path, change: tuple[str, str], state: str, code: str
) -> None:
    """A proof is made of a translation that no build would print, for it says why."""
    path = own_tea / PL
    text = path.read_text()
    said = re.search(r'msgctxt "tea\.title"\n.*\nmsgstr "(.*)"', text)
    assert said is not None
    old = change[0].replace("{TITLE}", said[1])
    assert old in text
    path.write_text(text.replace(old, change[1], 1))
    shop = Workshop(own_tea, fonts)

    proof = proving.gather(shop, "tea", "pl")
    line = _line(proof, "tea.title")
    html, _ = compose_proof(proof, shop.templates)

    assert line.state == state
    assert code in {finding.code for finding in line.findings}
    assert f">{state}</span>" in html
    assert "<b>7" not in html
    assert "\u202e" not in html


def test_what_changed_since_it_was_signed_is_marked(own_tea: Path, fonts: Path) -> None:
    """Words taken out are struck, words put in are underlined; what did not change is not."""
    shop = Workshop(own_tea, fonts)
    text = signing.before(shop.library, "tea", "pl")
    who = {"role": "translator", "by": "Ada Example", "date": "2026-02-02"}
    signing.sign_messages(shop.library, text, ["tea.subtitle", "tea.purpose"], **who)
    path = own_tea / PL
    before = _line(proving.gather(shop, "tea", "pl"), "tea.subtitle")
    assert before.roles == ("translator",)
    assert not before.said_changes
    held = path.read_text()
    words = re.search(r'msgctxt "tea\.subtitle"\n.*\nmsgstr "(\S+)', held)
    assert words is not None
    path.write_text(f"{held[: words.start(1)]}Nowa{held[words.end(1) :]}")

    proof = proving.gather(Workshop(own_tea, fonts), "tea", "pl")
    after = _line(proof, "tea.subtitle")

    assert after.since == "since it was signed"
    assert after.roles == ()
    assert f"<del>{words[1]}</del><ins>Nowa</ins>" in after.said_changes
    assert not after.original_changes
    assert not _line(proof, "tea.purpose").said_changes


def test_an_original_that_changed_since_is_marked_too(own_tea: Path, fonts: Path) -> None:
    """Where nobody has signed, the words that were translated are compared."""
    path = own_tea / "content/leaflets/tea.yaml"
    path.write_text(path.read_text().replace("how tea is made", "how tea is never made"))

    line = _line(proving.gather(Workshop(own_tea, fonts), "tea", "pl"), "tea.purpose")

    assert line.since == "since it was translated"
    assert "<ins>never" in line.original_changes
    assert line.state == "stale"


def test_a_missing_glyph_is_found_on_the_finished_pages(own_tea: Path, fonts: Path) -> None:
    """A letter that a reviewer cannot see is told, and the proof is there all the same."""
    path = own_tea / PL
    said = re.search(r'msgctxt "tea\.title"\n.*\nmsgstr "(.*)"', path.read_text())
    assert said is not None
    path.write_text(path.read_text().replace(f'"{said[1]}"', '"\ua015\ua016 ek"', 1))

    proved = proving.prove(Workshop(own_tea, fonts), "tea", "pl")

    assert "P220" in {finding.code for finding in proved.findings}
    assert proved.data.startswith(b"%PDF")


def test_an_original_has_no_proof(workshop: Workshop) -> None:
    """Nothing stands beside it; a leaflet that is not there has none either."""
    with pytest.raises(LocaleError, match="original"):
        proving.gather(workshop, "tea", "en")
    with pytest.raises(LocaleError, match="no catalog"):
        proving.gather(workshop, "tea", "fr")
    with pytest.raises(ContentError, match="could not be read"):
        proving.gather(workshop, "coffee", "pl")


def test_a_proof_is_written_apart_from_what_is_handed_out(tmp_path: Path) -> None:
    """It has a folder of its own and a name that no artifact has."""
    assert proving.path_of(tmp_path, "tea", "pl") == tmp_path / "proofs/tea.pl.proof.pdf"


def test_a_ledger_that_is_not_understood_stops_the_proof(
    own_tea: Path, fonts: Path
) -> None:
    """No proof says that nothing was signed where that cannot be known."""
    path = own_tea / "locales/pl/ledger.jsonl"
    path.write_text("{broken\n")

    with pytest.raises(ContentError):
        proving.gather(Workshop(own_tea, fonts), "tea", "pl")
