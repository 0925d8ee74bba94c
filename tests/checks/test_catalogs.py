"""Every catalog of a project, asked every question."""

from __future__ import annotations

from pathlib import Path

from leaflets.build.checking import check
from leaflets.content.project import Project
from leaflets.findings import Finding
from leaflets.reporter import Reporter


def _check(root: Path) -> tuple[Finding, ...]:
    return check(Project.at(root), Reporter())


def test_a_catalog_is_asked_hard_and_soft_questions(own_tea: Path) -> None:
    """What may not be printed is an error, what looks odd a warning, each with its line."""
    path = own_tea / "locales/pl/LC_MESSAGES/tea.po"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index('msgstr "Nikt nie zapytał czajnika."')
    lines[at] = 'msgstr "Ала ма <b>кота</b>"'
    path.write_text("\n".join(lines) + "\n")
    found = _check(own_tea)
    shown = path.relative_to(own_tea).as_posix()
    here = [f for f in found if f.origin.path == shown and f.code in {"T305", "T352"}]
    assert [(f.code, f.severity.value) for f in here] == [
        ("T305", "error"),
        ("T352", "warning"),
    ]
    lines[at] = 'msgstr "Ала ма кота"'
    path.write_text("\n".join(lines) + "\n")
    found = _check(own_tea)
    here = [f for f in found if f.origin.path == shown and f.code in {"T305", "T352"}]
    assert [(f.code, f.severity.value) for f in here] == [("T352", "warning")]
    assert lines[here[0].origin.line - 1].startswith("msgctxt")


def test_one_broken_catalog_hides_no_other(own_tea: Path) -> None:
    """The others are still asked."""
    before = _check(own_tea)
    path = next(iter(sorted(own_tea.glob("locales/*/LC_MESSAGES/*.po"))))
    path.write_text("nonsense\n")
    found = _check(own_tea)
    shown = path.relative_to(own_tea).as_posix()
    assert "T101" in {f.code for f in found if f.origin.path == shown}
    others = {f for f in before if f.origin.path != shown}
    assert others <= set(found)
