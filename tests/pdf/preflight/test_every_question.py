"""Every question of the preflight can fail, says why it is asked, and stands in the list."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.pdf.preflight.good import good
from tests.pdf.preflight.sheets_by_hand import edition

from leaflets.pdf.preflight.account import account, as_data
from leaflets.pdf.preflight.ask import preflight
from leaflets.pdf.preflight.base import QUESTIONS, Ordered, Report
from leaflets.pdf.preflight.listing import FAMILIES, levels, listing
from leaflets.pdf.printspec import COATED, PrintSpec

HOUSE = Path(__file__).parents[3]
SCHEMA = json.loads((HOUSE / "docs/schema/preflight.schema.json").read_text())

Sample = tuple[bytes, PrintSpec, Ordered]


def _samples() -> dict[str, Callable[[], Sample]]:
    found: dict[str, Callable[[], Sample]] = {
        "F903": lambda: (edition(), COATED, Ordered()),
    }
    for path in sorted(Path(__file__).parent.glob("broken_*.py")):
        module = importlib.import_module(f"tests.pdf.preflight.{path.stem}")
        for name, make in module.BROKEN.items():
            assert name not in found, f"{name} is broken in two families"
            found[name] = make
    return found


SAMPLES = _samples()
NAMES = {"F903": "tea.en.press.HGFEDCBA.pdf"}
"""Names of files that are the fault themselves."""


@cache
def reported(name: str) -> tuple[Report, PrintSpec]:
    """Ask everything of a broken sample, once."""
    data, spec, ordered = SAMPLES[name]()
    return preflight(data, spec, name=NAMES.get(name, "sample.pdf"), ordered=ordered), spec


def validator(part: str) -> Any:
    """Check data against a part of the published schema."""
    schema = {"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]}
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("code", QUESTIONS)
def test_every_question_has_a_sample_that_fails_it(code: str) -> None:
    """A question that nothing can fail asks nothing."""
    assert [name for name in SAMPLES if name.partition(":")[0] == code]


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_broken_is_found_among_everything_else(name: str) -> None:
    """Under its own code, as grave as the list says, with words a person can act on."""
    code = name.partition(":")[0]

    report, _ = reported(name)

    found = [each.answer for each in report.found if each.code == code]
    assert found
    assert {answer.severity for answer in found} <= set(levels(QUESTIONS[code]))
    for answer in found:
        assert answer.message[-1:] not in {"", ".", "!"}
        assert answer.page is None or 0 <= answer.page < max(1, report.pages)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_answer_can_be_published(name: str) -> None:
    """The schema holds what is said of any file, however broken it is."""
    report, spec = reported(name)

    said = json.loads(json.dumps(as_data(report, spec), allow_nan=False))

    said |= {"path": "sample.pdf", "bytes": 1, "sha256": "0" * 64, "sheets": []}
    assert not [error.message for error in validator("account").iter_errors(said)]


def test_a_file_that_is_right_is_found_right() -> None:
    """None of all the questions finds an error or a warning."""
    said = account(good(), COATED, "good.pdf")

    assert [each for each in said["findings"] if each["severity"] != "info"] == []
    assert said["passed"]
    validator("account").validate({"path": "good.pdf", **said})


@pytest.mark.parametrize("code", QUESTIONS)
def test_every_question_says_what_holds_and_on_what_it_rests(code: str) -> None:
    """A title of one sentence, a basis, and a family."""
    asked = QUESTIONS[code]

    assert asked.title.endswith(".")
    assert asked.basis
    assert code[:2] in FAMILIES
    assert levels(asked)


def test_the_published_list_is_what_is_asked() -> None:
    """docs/preflight.md holds what is asked (`python setup/preflight.py`)."""
    assert (HOUSE / "docs/preflight.md").read_text(encoding="utf-8") == listing()
