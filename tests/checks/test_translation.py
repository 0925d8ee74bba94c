"""Questions that a person should look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaflets.catalogs.catalog import Entry
from leaflets.catalogs.messages import message_of
from leaflets.checks.translation import look_at
from leaflets.content.library import Library
from leaflets.content.project import Project
from leaflets.findings import Severity
from leaflets.model.locale import Locale
from leaflets.model.text import Text
from leaflets.origin import Origin

HERE = Origin("x.po", 3)


def codes(words: str, form: str, script: str) -> list[str]:
    """Check a translation into a script; the codes of its findings."""
    locale = Locale(
        tag="xx",
        name="X",
        english="X",
        direction="ltr",
        script=script,
        fonts=("Noto Sans",),
        origin=HERE,
        plural_forms="nplurals=2; plural=(n != 1);",
    )
    message = message_of(Text(key="tea.x", words=words, origin=HERE), {})
    entry = Entry(key="tea.x", words=words, forms=(form,), origin=HERE)
    shelf = Library(
        project=Project(Path()), leaflets={}, claims={}, facts={}, sources={}, imprints={},
        locales={"xx": locale},
    )  # fmt: skip
    found = look_at(message, entry, locale, shelf)
    assert {f.severity for f in found} <= {Severity.WARNING}
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    ("form", "script", "expected"),
    [
        ("Le thé est *chaud*.", "Latn", []),
        ("الشاي *دافئ*.", "Arab", []),
        ("चाय *गर्म* है।", "Deva", []),
        ("茶是*热*的。", "Hans", []),
        ("Tea is *warm*.", "Latn", ["T351"]),
        ("Le thé est *chaud*.", "Arab", ["T352"]),
        ("चाय *गर्म* है।", "Beng", ["T352"]),
        ("Le thé est chaud.", "Latn", ["T353"]),
        ("Le *thé* est **chaud**.", "Latn", ["T353"]),
        ("ᏓᏩᏅ *Ꮝ*.", "Cher", []),
    ],
)
def test_a_translation_that_looks_wrong_is_shown_to_a_person(
    form: str, script: str, expected: list[str]
) -> None:
    """Left as it was, in another script, or stressed otherwise; never an error."""
    assert codes("Tea is *warm*.", form, script) == expected


def test_a_short_name_may_stay_as_it_is() -> None:
    """An abbreviation is often the same in two languages."""
    assert codes("NHS", "NHS", "Latn") == []
