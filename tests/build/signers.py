"""Invented people who sign the tests' project: the house itself ships no sign-off."""

from __future__ import annotations

from pathlib import Path

from leaflets.build import signing
from leaflets.content.project import Project

DAY = "2026-02-03"

WHOLE = (
    ("en", "author"),
    ("en", "clinical"),
    ("pl", "translator"),
    ("pl", "reviser"),
    ("ar", "translator"),
    ("ar", "reviser"),
)


def sign_as(root: Path, locale: str, role: str, by: str = "") -> Path:
    """Sign the tea leaflet in a locale; give the ledger."""
    shelf = signing.open_library(Project.at(root))
    text = signing.before(shelf, "tea", locale)
    who = by or f"Invented {role} of {locale}"
    return signing.sign(shelf, text, role=role, by=who, date=DAY)


def sign_all(root: Path) -> None:
    """Sign the tea leaflet in every language and every role that a final asks for."""
    shelf = signing.open_library(Project.at(root))
    texts = {tag: signing.before(shelf, "tea", tag) for tag, _ in WHOLE}
    for tag, role in WHOLE:
        by = f"Invented {role} of {tag}"
        signing.sign(shelf, texts[tag], role=role, by=by, date=DAY)
