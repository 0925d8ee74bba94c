"""A leaflet that everybody signed leaves as final, and nothing else does.

The project, its people and its sign-offs are invented: the house ships no sign-off.
"""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest
from tests.build.signers import sign_all, sign_as

from leaflets.build import make as making
from leaflets.build import signing
from leaflets.build.work import Unsigned, failure_of
from leaflets.build.workshop import Workshop
from leaflets.errors import ContentError, GateClosed
from leaflets.formats.base import FORMATS
from leaflets.model.work import Job
from leaflets.review.parts import to_verify
from leaflets.review.roles import (
    FLOOR,
    FLOOR_TRANSLATED,
    asked_of_original,
    asked_of_translation,
)

FORMS = ("screen", "press", "large", "web")


def _job(locale: str, form: str) -> Job:
    return Job(
        leaflet="tea", locale=locale, imprint="tea-room", format=form, final=True, key="k"
    )


@pytest.fixture
def signed(own_tea: Path, tmp_path: Path) -> Workshop:
    """Give the workshop of a project that is signed throughout."""
    sign_all(own_tea)
    return Workshop(own_tea, tmp_path)


@pytest.mark.parametrize("locale", ["en", "pl", "ar"])
def test_a_signed_leaflet_leaves_as_final_in_every_format(
    signed: Workshop, locale: str
) -> None:
    """A final has no band and no word of a draft, and is whole."""
    for form in FORMS:
        made = making.make(signed, _job(locale, form))
        assert not made.draft
        assert made.evidence["verified"] is True
        assert made.facts["placed"] == made.facts["verified"]
        assert b"raft: not for patients" not in made.data
    page = making.make(signed, _job(locale, "web")).data.decode()
    assert 'class="band"' not in page
    assert signed.bind("tea", locale, "tea-room").edition.phrases["draft.band"] not in page


def _swap(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _refusal(shop: Workshop, job: Job) -> tuple[str, ...]:
    with pytest.raises(Unsigned) as refused:
        making.make(shop, job)
    return refused.value.missing


def test_one_changed_word_closes_the_gate_again(signed: Workshop, tmp_path: Path) -> None:
    """A sign-off is for what was read, and for nothing else."""
    root = signed.project.root
    _swap(root, "content/leaflets/tea.yaml", "Heat the water.", "Heat the milk.")
    missing = _refusal(Workshop(root, tmp_path), _job("en", "screen"))
    assert missing[0] == "the sign-off by 'author' for 'tea' in 'en' is stale"
    assert any("'tea.steps.items.1' has changed" in each for each in missing)


def test_a_changed_translation_closes_the_gate_of_its_locale_alone(
    signed: Workshop, tmp_path: Path
) -> None:
    """An edit in a catalog makes the translator's sign-off stale, and no author's."""
    root = signed.project.root
    name = "locales/pl/LC_MESSAGES/tea.po"
    _swap(root, name, 'msgstr "Nalej."', 'msgstr "Nalewaj."')
    shop = Workshop(root, tmp_path)
    missing = _refusal(shop, _job("pl", "web"))
    assert missing[0] == "the sign-off by 'translator' for 'tea' in 'pl' is stale"
    assert not any("'en'" in each for each in missing)
    assert not making.make(shop, _job("ar", "web")).draft


def test_a_source_s_address_makes_no_translator_s_sign_off_stale(
    signed: Workshop, tmp_path: Path
) -> None:
    """Author and clinical reviewer read the sources; the others read words."""
    root = signed.project.root
    _swap(root, "content/sources/sources.json", "Invented study", "Retracted study")
    missing = _refusal(Workshop(root, tmp_path), _job("pl", "web"))
    assert [each for each in missing if each.startswith("the sign-off")] == [
        f"the sign-off by {role!r} for 'tea' in 'en' is stale"
        for role in ("author", "clinical")
    ]
    assert "source" in missing[-1]


def test_another_certainty_makes_author_and_clinical_reviewer_read_again(
    signed: Workshop, tmp_path: Path
) -> None:
    """How sure one can be is part of what they signed."""
    root = signed.project.root
    _swap(root, "content/claims/tea.yaml", "certainty: high", "certainty: moderate")
    missing = _refusal(Workshop(root, tmp_path), _job("en", "web"))
    assert any(each.startswith("claim 'T-1'") for each in missing)
    assert all("author, clinical" in each or "sign-off" in each for each in missing)


def test_another_figure_makes_everyone_who_read_it_read_again(
    signed: Workshop, tmp_path: Path
) -> None:
    """A fact is in no word of a leaflet, and in the mark of every message around it."""
    root = signed.project.root
    _swap(root, "content/facts/tea.yaml", "value: 15, of: 100", "value: 16, of: 100")
    missing = _refusal(Workshop(root, tmp_path), _job("pl", "web"))
    for role in ("author", "clinical", "translator", "reviser"):
        assert any(each.startswith(f"the sign-off by {role!r}") for each in missing)
    assert any("not translated, fuzzy or stale" in each for each in missing)


def test_another_date_of_review_is_read_again(signed: Workshop, tmp_path: Path) -> None:
    """It is in no message; how a leaflet is put together is signed as well."""
    root = signed.project.root
    _swap(root, "content/leaflets/tea.yaml", "review: 2028-02-01", "review: 2028-01-01")
    missing = _refusal(Workshop(root, tmp_path), _job("en", "web"))
    assert any(each.startswith("frame 'tea'") for each in missing)


def test_a_clinic_can_ask_for_more_and_never_for_less(
    signed: Workshop, tmp_path: Path
) -> None:
    """``also_signed_by`` adds a lay reader to its own gate and to nobody else's."""
    root = signed.project.root
    imprint = "content/imprints/tea-room.yaml"
    _swap(root, imprint, "imprint: tea-room", "imprint: tea-room\nalso_signed_by: [lay]")
    shop = Workshop(root, tmp_path)
    assert _refusal(shop, _job("pl", "web")) == ("no sign-off by 'lay' for 'tea' in 'pl'",)
    sign_as(root, "pl", "lay")
    assert not making.make(Workshop(root, tmp_path), _job("pl", "web")).draft


@pytest.mark.parametrize(
    "said", ["[]", "[author]", "none", "[-clinical]", "{clinical: false}"]
)
def test_no_words_of_a_clinic_loosen_a_gate(
    own_tea: Path, tmp_path: Path, said: str
) -> None:
    """What adds nothing is refused or changes nothing; unsigned stays unsigned."""
    name = "content/imprints/tea-room.yaml"
    _swap(own_tea, name, "imprint: tea-room", f"imprint: tea-room\nalso_signed_by: {said}")
    with pytest.raises((GateClosed, ContentError)):
        making.make(Workshop(own_tea, tmp_path), _job("en", "web"))


def test_every_format_asks_for_the_floor() -> None:
    """No format that a patient may see can be added with less."""
    for form in FORMATS.values():
        assert set(FLOOR) <= set(asked_of_original(form.gate))
        assert set(FLOOR_TRANSLATED) <= set(asked_of_translation(form.gate_translated))


def test_a_final_names_the_ledgers_that_let_it_leave(signed: Workshop) -> None:
    """Each by its lines, so that one that goes later is missed; a draft names none."""
    made = making.make(signed, _job("pl", "web"))
    assert sorted(made.ledgers) == ["content/ledger.jsonl", "locales/pl/ledger.jsonl"]
    assert sorted(made.ledgers["locales/pl/ledger.jsonl"].values()) == [
        f"sign-off by {role!r} for 'tea' in 'pl' of 2026-02-03"
        for role in ("reviser", "translator")
    ]
    draft = dataclasses.replace(_job("pl", "web"), final=False)
    assert making.make(signed, draft).ledgers == {}


def test_a_forged_word_in_a_ledger_stops_a_final(signed: Workshop, tmp_path: Path) -> None:
    """A line that is not what its mark says is no matter of opinion."""
    root = signed.project.root
    _swap(root, "content/ledger.jsonl", '"words": ["Pour."]', '"words": ["Spill."]')
    with pytest.raises(ContentError, match="not those of their mark"):
        making.make(Workshop(root, tmp_path), _job("en", "web"))


def test_a_figure_flagged_for_checking_is_refused_until_a_person_checked_it(
    own_tea: Path, tmp_path: Path
) -> None:
    """What is flagged stands in drafts, marked; a final waits for the record of a check."""
    path = own_tea / "content/facts/tea.yaml"
    flagged = path.read_text(encoding="utf-8").replace(
        "says: telephone of the", "verify: ring it, says: telephone of the"
    )
    path.write_text(flagged, encoding="utf-8")
    sign_all(own_tea)
    shop = Workshop(own_tea, tmp_path)
    draft = Job(
        leaflet="tea", locale="en", imprint="tea-room", format="web", final=False, key="k"
    )
    assert "To be checked" in making.make(shop, draft).data.decode()
    with pytest.raises(GateClosed, match="fact:helpline has not been checked"):
        making.make(shop, _job("en", "web"))

    why, mark, _ = to_verify(shop.library, shop.library.leaflets["tea"])["fact:helpline"]
    assert why == "ring it"
    assert len(mark) == 64
    text = signing.before(shop.library, "tea", "en")
    who = {"by": "Invented checker", "date": "2026-02-03"}
    signing.record_check(shop.library, text, name="fact:helpline", **who)
    page = making.make(Workshop(own_tea, tmp_path), _job("en", "web")).data.decode()
    assert "To be checked" not in page


def test_a_refusal_names_the_first_reasons_and_keeps_all(
    own_tea: Path, tmp_path: Path
) -> None:
    """A message is for reading; the whole list is for the manifest and --json."""
    sign_all(own_tea)
    _swap(own_tea, "content/leaflets/tea.yaml", "the cup", "a cup")
    _swap(own_tea, "content/leaflets/tea.yaml", "of tea", "of milk")
    _swap(own_tea, "content/leaflets/tea.yaml", "Heat", "Warm")
    with pytest.raises(Unsigned) as refused:
        making.make(Workshop(own_tea, tmp_path), _job("en", "web"))
    missing = refused.value.missing
    assert len(missing) > 4
    assert refused.value.message.endswith(f"; and {len(missing) - 3} more")
    failure = failure_of(refused.value)
    assert (failure.missing, failure.exit_code) == (missing, 5)


def test_a_leaflet_whose_review_is_past_leaves_as_a_draft_alone(
    own_tea: Path, tmp_path: Path
) -> None:
    """Signed throughout, it was right once; the day after its review it must be read again."""
    sign_all(own_tea)
    on_the_day = Workshop(own_tea, tmp_path, datetime.date(2028, 2, 1))
    assert not making.make(on_the_day, _job("en", "web")).draft
    after = Workshop(own_tea, tmp_path, datetime.date(2028, 2, 2))
    assert _refusal(after, _job("en", "web")) == (
        "the review of 'tea' was due on 2028-02-01",
    )
    draft = dataclasses.replace(_job("en", "web"), final=False)
    assert making.make(after, draft).draft
