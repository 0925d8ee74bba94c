"""A leaflet that everybody signed leaves as final, and nothing else does.

The project, its people and its sign-offs are invented: the house ships no sign-off.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets import review
from leaflets.build import make as making
from leaflets.build.make import Workshop
from leaflets.errors import GateClosed
from leaflets.model.work import Job

FORMS = ("screen", "press", "large", "web")


def _sign(root: Path, cache: Path) -> None:
    """Write the sign-offs of invented people into the project's ledgers."""
    shop = Workshop(root, cache)
    lines = {"": "", "pl": "", "ar": ""}
    for locale, roles in (
        ("en", ("author", "clinical")),
        ("pl", ("translator", "reviser")),
        ("ar", ("translator", "reviser")),
    ):
        marks = shop.bind("tea", locale, "tea-room").fingerprints
        for role in roles:
            signed = review.Signoff(
                leaflet="tea",
                locale=locale,
                role=role,
                by=f"Invented {role} of {locale}",
                date="2026-02-03",
                fingerprint=marks["original" if locale == "en" else "translation"],
            )
            lines["" if locale == "en" else locale] += review.as_line(signed)
    for folder, text in lines.items():
        shop.project.ledger(folder).write_text(text, encoding="utf-8")


def _job(locale: str, form: str) -> Job:
    return Job(
        leaflet="tea", locale=locale, imprint="tea-room", format=form, final=True, key="k"
    )


@pytest.fixture
def signed(own_tea: Path, tmp_path: Path) -> Workshop:
    """Give the workshop of a project that is signed throughout."""
    _sign(own_tea, tmp_path)
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


def test_one_changed_word_closes_the_gate_again(signed: Workshop, tmp_path: Path) -> None:
    """A sign-off is for what was read, and for nothing else."""
    root = signed.project.root
    path = root / "content/leaflets/tea.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Heat the water.", "Heat the milk."),
        encoding="utf-8",
    )
    shop = Workshop(root, tmp_path)
    with pytest.raises(GateClosed, match="'author' for 'tea' in 'en' is stale"):
        making.make(shop, _job("en", "screen"))


def test_a_changed_translation_closes_the_gate_of_its_locale_alone(
    signed: Workshop, tmp_path: Path
) -> None:
    """An edit in a catalog makes the translator's sign-off stale, and nobody else's."""
    root = signed.project.root
    path = root / "locales/pl/LC_MESSAGES/tea.po"
    text = path.read_text(encoding="utf-8")
    assert 'msgstr "Nalej."' in text
    path.write_text(text.replace('msgstr "Nalej."', 'msgstr "Nalewaj."'), encoding="utf-8")
    shop = Workshop(root, tmp_path)
    with pytest.raises(GateClosed, match="'translator' for 'tea' in 'pl' is stale"):
        making.make(shop, _job("pl", "web"))
    assert not making.make(shop, _job("ar", "web")).draft


def test_a_figure_flagged_for_checking_is_refused_until_a_person_checked_it(
    own_tea: Path, tmp_path: Path
) -> None:
    """What is flagged stands in drafts, marked; a final waits for the record of a check."""
    path = own_tea / "content/facts/tea.yaml"
    flagged = path.read_text(encoding="utf-8").replace(
        "says: telephone of the", "verify: ring it, says: telephone of the"
    )
    path.write_text(flagged, encoding="utf-8")
    _sign(own_tea, tmp_path)
    shop = Workshop(own_tea, tmp_path)
    draft = Job(
        leaflet="tea", locale="en", imprint="tea-room", format="web", final=False, key="k"
    )
    assert "To be checked" in making.make(shop, draft).data.decode()
    with pytest.raises(GateClosed, match="fact:helpline has not been checked"):
        making.make(shop, _job("en", "web"))

    why, mark, _ = review.to_verify(shop.library, shop.library.leaflets["tea"])[
        "fact:helpline"
    ]
    assert why == "ring it"
    checked = review.Check(
        name="fact:helpline", by="Invented checker", date="2026-02-03", fingerprint=mark
    )
    with shop.project.ledger().open("a", encoding="utf-8") as ledger:
        ledger.write(review.as_line(checked))
    page = making.make(Workshop(own_tea, tmp_path), _job("en", "web")).data.decode()
    assert "To be checked" not in page
