"""Attestations: a mended slip carries every sign-off, a changed meaning none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.build.signers import DAY, sign_all, sign_as

from leaflets.build import attest, make, signing
from leaflets.build.workshop import Workshop
from leaflets.catalogs.update import update
from leaflets.content.project import Project
from leaflets.errors import GateClosed, LocaleError
from leaflets.model.work import Job
from leaflets.review.attested import unchanged
from leaflets.review.events import Words
from leaflets.review.ledger import read_ledger
from leaflets.review.present import Part

KEY = "tea.saucer.meaning"
Change = Callable[[str, str, str], Path]


def attest_to(
    root: Path, *keys: str, role: str = "author", by: str = "Ada", locale: str = "en"
) -> list[str]:
    """Attest that messages mean the same; give the files that were written."""
    shelf = signing.open_library(Project.at(root))
    text = signing.before(shelf, "tea", locale)
    written = attest.attest(shelf, text, keys or (KEY,), role=role, by=by, date=DAY)
    return [shelf.project.shown(path) for path in written]


def leaves(root: Path, cache: Path, locale: str) -> bool:
    """Say whether a final leaves in a locale."""
    job = Job(
        leaflet="tea", locale=locale, imprint="tea-room", format="web", final=True, key="k"
    )
    try:
        return not make.make(Workshop(root, cache), job).draft
    except GateClosed:
        return False


def ledgers(root: Path) -> list[str]:
    """Give the text of every ledger."""
    return [path.read_text() for path in sorted(root.glob("*/**/ledger.jsonl"))]


@pytest.fixture
def slip(change: Change) -> Path:
    """Give a project that everyone signed with a slip in it, which is now mended."""
    root = change("content/leaflets/tea.yaml", "small plate under", "small plat under")
    text = signing.before(signing.open_library(Project.at(root)), "tea", "en")
    mark = signing.part_of(text.now, KEY).original
    for tag in ("pl", "ar"):
        path = root / "locales" / tag / "LC_MESSAGES/tea.po"
        po = path.read_text(encoding="utf-8")
        head, sep, tail = po.partition(f'msgctxt "{KEY}"')
        head = f"{head[: head.rindex('# original: ')]}# original: {mark}\n"
        tail = tail.replace("small plate under", "small plat under", 1)
        path.write_text(f"{head}{sep}{tail}", encoding="utf-8")
    sign_all(root)
    return change("content/leaflets/tea.yaml", "small plat under", "small plate under")


def test_a_mended_slip_stops_every_locale_and_an_attestation_lets_all_go_on(
    slip: Path, tmp_path: Path
) -> None:
    """One author's word carries the sign-offs of the original and of every locale."""
    assert not any(leaves(slip, tmp_path, tag) for tag in ("en", "pl", "ar"))

    assert attest_to(slip) == [
        "content/ledger.jsonl",
        "locales/ar/LC_MESSAGES/tea.po",
        "locales/pl/LC_MESSAGES/tea.po",
    ]

    assert all(leaves(slip, tmp_path, tag) for tag in ("en", "pl", "ar"))


def test_a_catalog_shows_the_words_as_they_are_after_an_attestation(slip: Path) -> None:
    """And its translation, flags and other entries stay as they were."""
    path = slip / "locales/pl/LC_MESSAGES/tea.po"
    before = path.read_text(encoding="utf-8").splitlines()

    attest_to(slip)

    after = path.read_text(encoding="utf-8").splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert [b for _, b in changed if b.startswith("msgid")] == [
        'msgid "A small plate under a cup."'
    ]
    assert all(b.startswith(("msgid", "# original: ")) for _, b in changed)


def test_an_update_can_ask_which_words_mean_the_same(slip: Path) -> None:
    """By key the marks before and now, from the ledger of originals."""
    attest_to(slip)
    ledger, found = read_ledger(slip / "content/ledger.jsonl", "x")
    assert not found
    ((key, pairs),) = unchanged(ledger).items()
    ((before, now),) = pairs
    assert key == KEY
    assert ledger.words[before].words == ("A small plat under a cup.",)
    assert ledger.words[now].words == ("A small plate under a cup.",)


def test_a_translation_that_changed_too_is_not_carried(slip: Path, tmp_path: Path) -> None:
    """Who signed other words of the translation signs again, whatever the author says."""
    path = slip / "locales/pl/LC_MESSAGES/tea.po"
    text = path.read_text(encoding="utf-8")
    assert "spodek" in text.casefold()
    path.write_text(text.replace("podek", "podeczek"), encoding="utf-8")

    attest_to(slip)

    assert not leaves(slip, tmp_path, "pl")
    assert leaves(slip, tmp_path, "ar")


def test_an_attestation_that_was_broken_off_is_brought_to_its_end(
    slip: Path, tmp_path: Path
) -> None:
    """The ledger is written first; said again, it adds nothing and mends the catalogs."""
    path = slip / "locales/pl/LC_MESSAGES/tea.po"
    before = path.read_text(encoding="utf-8")
    attest_to(slip)
    path.write_text(before, encoding="utf-8")
    held = ledgers(slip)

    assert "locales/pl/LC_MESSAGES/tea.po" in attest_to(slip)

    assert ledgers(slip) == held
    assert leaves(slip, tmp_path, "pl")


def test_a_second_slip_in_the_same_message_is_mended_too(
    slip: Path, tmp_path: Path, change: Change
) -> None:
    """It is compared with what was signed, so that slips cannot add up to a meaning."""
    attest_to(slip)
    sign_as(slip, "pl", "lay")
    change("content/leaflets/tea.yaml", "A small plate under", "A smal plate under")

    attest_to(slip)

    assert all(leaves(slip, tmp_path, tag) for tag in ("en", "pl", "ar"))
    for slipped in ("A smale plate", "A stale plate"):
        before = "A smal plate" if slipped == "A smale plate" else "A smale plate"
        change("content/leaflets/tea.yaml", before, slipped)
        if slipped == "A stale plate":
            with pytest.raises(GateClosed, match="no slip"):
                attest_to(slip)
        else:
            attest_to(slip)


def test_an_update_that_came_first_is_no_obstacle(slip: Path, tmp_path: Path) -> None:
    """It marked the entries fuzzy for the mended words, which the author attests to."""
    shelf = signing.open_library(Project.at(slip))
    for tag in ("pl", "ar"):
        update(shelf, shelf.locales[tag])
    path = slip / "locales/pl/LC_MESSAGES/tea.po"
    assert "#, fuzzy" in path.read_text(encoding="utf-8")

    attest_to(slip)

    assert "fuzzy" not in path.read_text(encoding="utf-8")
    assert "#|" not in path.read_text(encoding="utf-8")
    assert all(leaves(slip, tmp_path, tag) for tag in ("en", "pl", "ar"))
    text = path.read_text(encoding="utf-8")
    shelf = signing.open_library(Project.at(slip))
    update(shelf, shelf.locales["pl"])
    assert path.read_text(encoding="utf-8") == text


def test_a_translation_that_nobody_signed_stays_fuzzy_after_an_update(slip: Path) -> None:
    """An author does not speak for a translator."""
    (slip / "locales/pl/ledger.jsonl").unlink()
    shelf = signing.open_library(Project.at(slip))
    update(shelf, shelf.locales["pl"])

    attest_to(slip)

    assert "#, fuzzy" in (slip / "locales/pl/LC_MESSAGES/tea.po").read_text()


def test_a_fuzzy_entry_stays_fuzzy(slip: Path) -> None:
    """A translator marked it for a reason that no author knows."""
    path = slip / "locales/pl/LC_MESSAGES/tea.po"
    text = path.read_text(encoding="utf-8")
    mark = f'msgctxt "{KEY}"'
    assert mark in text
    path.write_text(text.replace(mark, f"#, fuzzy\n{mark}"), encoding="utf-8")

    attest_to(slip)

    entry = path.read_text(encoding="utf-8").split(mark)[0].rpartition("\n\n")[2]
    assert "#, fuzzy" in entry


@pytest.mark.parametrize(
    ("old", "new", "key", "why"),
    [
        ("the pot is **very** hot", "the pot is **not** hot", "tea.help.groups.1.items.1", "negation"),
        ("you cannot see the cup", "you can see the cup", "tea.help.groups.1.items.2", "negation"),
        ("may* help, but", "will* help, but", "tea.points.items.2", "certainty"),
        ("Wait {brew}.", "Wait {cups}.", "tea.steps.items.2", "fact"),
        ("but we are not sure [@T-2].\n      - kind: warning", "but we are not sure [@T-1].\n      - kind: warning", "tea.points.items.2", "citation"),
        ("see [our page](page)", "see [our page](mail)", "tea.contact.text", "link"),
        ("Heat the water.", "Heat the milk.", "tea.steps.items.1", "alike by|no slip"),
        ("A small plate under a cup.", "A small plate under a mug.", KEY, "no slip"),
        ("A small plate under a cup.", "A plate under a cup.", KEY, "alike by|no slip"),
        ("A small plate under a cup.", "A small plate under a cup, for the tea.", KEY, "alike by"),
    ],
)  # fmt: skip
def test_a_change_that_may_be_one_of_meaning_is_refused(  # noqa: PLR0917
    own_tea: Path, change: Change, old: str, new: str, key: str, why: str
) -> None:
    """A figure, fact, negation, hedge, citation or link; another word; simply too much."""
    sign_all(own_tea)
    before = ledgers(own_tea)
    change("content/leaflets/tea.yaml", old, new)

    with pytest.raises(GateClosed, match=why):
        attest_to(own_tea, key)

    assert ledgers(own_tea) == before


def test_another_value_of_a_fact_is_refused(own_tea: Path, change: Change) -> None:
    """No word of the message changed, and what it says did."""
    sign_all(own_tea)
    change("content/facts/tea.yaml", "value: 4, unit: minute", "value: 40, unit: minute")
    with pytest.raises(GateClosed, match="a fact in it has changed"):
        attest_to(own_tea, "tea.steps.items.2")


def test_words_that_no_author_signed_cannot_be_attested(
    own_tea: Path, change: Change
) -> None:
    """There is nothing to carry: neither without a sign-off, nor with another role's."""
    change("content/leaflets/tea.yaml", "small plate under", "small plat under")
    with pytest.raises(GateClosed, match="were never signed"):
        attest_to(own_tea)
    sign_as(own_tea, "en", "clinical")
    change("content/leaflets/tea.yaml", "small plat under", "small plate under")
    with pytest.raises(GateClosed, match="were never signed"):
        attest_to(own_tea)


def test_words_that_did_not_change_need_no_attestation(own_tea: Path) -> None:
    """And get none."""
    sign_all(own_tea)
    with pytest.raises(GateClosed, match="has not changed"):
        attest_to(own_tea)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"role": "clinical"}, "only the author"),
        ({"by": "\x1b[0m"}, "cannot be seen"),
        ({"locale": "pl"}, "about the original"),
    ],
)
def test_only_an_author_with_a_name_attests_and_for_the_original(
    slip: Path, words: dict[str, str], why: str
) -> None:
    """Nothing is written for anybody else."""
    before = ledgers(slip)
    with pytest.raises(GateClosed, match=why):
        attest_to(slip, **words)
    assert ledgers(slip) == before


def test_one_refused_message_refuses_all(slip: Path, change: Change) -> None:
    """All or nothing: half an attestation would look like a whole one."""
    change("content/leaflets/tea.yaml", "Heat the water.", "Heat the milk.")
    before = ledgers(slip)
    with pytest.raises(GateClosed):
        attest_to(slip, KEY, "tea.steps.items.1")
    with pytest.raises(GateClosed, match="no message"):
        attest_to(slip, KEY, "tea.nothing")
    assert ledgers(slip) == before


def test_a_catalog_that_cannot_be_read_stops_an_attestation(slip: Path) -> None:
    """Before a line is written: a locale would be left behind and nobody would know."""
    before = ledgers(slip)
    (slip / "locales/pl/LC_MESSAGES/tea.po").write_text("rubbish", encoding="utf-8")
    with pytest.raises(LocaleError):
        attest_to(slip)
    assert ledgers(slip) == before


def test_an_attestation_by_hand_over_words_that_nobody_kept_counts_for_nothing(
    own_tea: Path,
) -> None:
    """The words of both marks must be in the ledger, and be of one message and its facts."""
    sign_all(own_tea)
    event = {"event": "unchanged", "key": KEY, "from": "0" * 12, "to": "1" * 12,
             "role": "author", "by": "Ada", "date": DAY}  # fmt: skip
    path = own_tea / "content/ledger.jsonl"
    path.write_text(path.read_text() + json.dumps(event) + "\n")
    ledger, found = read_ledger(path, "x")
    assert not found
    assert len(ledger.attested) == 1
    assert unchanged(ledger) == {}


def compared(root: Path, old: str, new: str) -> None:
    """Compare words that were signed with words as they are; raises as an attestation."""
    shelf = signing.open_library(Project.at(root))
    part = Part(key="tea.invented", words=new, original="0" * 12)
    attest.refuse(Words(key="tea.invented", words=(old,)), part, "en", shelf)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prednisone", "prednisolone"),
        ("nimodipine", "nifedipine"),
        ("hypertension", "hypotension"),
        ("abortion", "adoption"),
        ("now", "not"),
        ("mg", "g"),
        ("рain", "pain of the \u0440ain"),
        ("pain", "\u0440ain"),
        ("a studies", "a spilled"),
        ("tells", "tell"),
        ("**very** hot", "very hot"),
        ("it. Now she", "it now. She"),
        ("sure?", "sure"),
        ("plus + some", "plus - some"),
    ],
)
def test_a_word_that_became_another_word_is_no_slip(tea: Path, old: str, new: str) -> None:
    """A medicine, a unit, a look-alike letter, a word in use, a sign, the end of a sentence."""
    frame = "Everybody in the invented room would like to talk about {} for a little longer"
    with pytest.raises(GateClosed):
        compared(tea, frame.format(old), frame.format(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("miscarrige", "miscarriage"),
        ("teh kettle", "the kettle"),
        ("the the kettle", "the kettle"),
        ("smal platse", "small plates"),
        ("ket tle", "kettle"),
        ("kettle, then", "kettle then"),
        ("\u0440ain", "pain"),
        ("kettle", "kettle."),
    ],
)
def test_a_slip_is_a_slip(tea: Path, old: str, new: str) -> None:
    """A letter, two that changed places, a word twice, a space, a comma, the last full stop."""
    frame = "Everybody in the invented room would like to talk a little longer about {}"
    compared(tea, frame.format(old), frame.format(new))


def test_slips_do_not_add_up_when_an_author_signs_between_them(
    slip: Path, tmp_path: Path, change: Change
) -> None:
    """Each is compared with what others signed too; a translator of 'plate' is asked."""
    attest_to(slip)
    sign_as(slip, "en", "author")
    for before, now in (("plate", "slate"), ("slate", "state")):
        change("content/leaflets/tea.yaml", f"small {before} under", f"small {now} under")
        attest_to(slip)
        sign_as(slip, "en", "author")

    assert not leaves(slip, tmp_path, "pl")
