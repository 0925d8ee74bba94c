"""The list of everything that is asked, for people: ``docs/checks.md``.

Made from the registries, so that it cannot differ from what is asked; a test holds the file
to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from leaflets.catalogs.guards.base import GUARDS
from leaflets.checks.balance.base import RULES
from leaflets.checks.base import CHECKS
from leaflets.checks.finished import FAMILIES, Family
from leaflets.checks.questions.base import QUESTIONS
from leaflets.findings import Severity

_STANDARD = re.compile(r" \(([^()]*[A-Z0-9][^()]*)\)\.?\Z")
"""What a title says in brackets at its end: where the question comes from."""

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}

_HEAD = """\
# What is checked

Made by `.venv/bin/python setup/checks.py`; do not edit it by hand.

`leaflets check` asks all of the first four parts, every build all of the last, and `leaflets check --all` shows every finding. An *error*
stops the leaflet, or the translation, that it is found in. A *warning* is something that a person
should look at: a correct text can be warned about. A *remark* is good to know. What needs the
words of a language reads them from `locales/<tag>/words.yaml` and `content/glossary/<tag>.yaml`;
where a list is missing nothing is asked.

The names EVD, RSK, NUM, LNG and STR are those of the project's own list of rules, which follow
DISCERN, IPDAS, PEMAT-P, EQIP, SAM, PIF TICK, GRADE guidance 26 and the NHS content style. Each
check has an example that fails it under `tests/checks/`; those of the original's balance and
plain words are files to be read, in `tests/checks/balance/examples/`.
"""

_PARTS = {
    "content": """
## Of the files of a project

What cannot be read at all has codes from C100 to C109, which say what a file may hold.
""",
    "rules": """
## Of a leaflet in the language it was written in

Evidence and balance (E), plain words and structure (L). What depends on the day is asked by
`leaflets check` and by `leaflets build --final`, never of a draft; `LEAFLETS_TODAY=2026-11-21`
names another day.
""",
    "guards": """
## Of every translation, in any language

What no language may change. What fails one is not printed.
""",
    "questions": """
## Of a translation in a language whose words are known

Beside these, T386 counts for each catalog what is most at risk and has not been translated back (a
remark), and T387 names a translation that has changed since it was (a warning; rule TRN-009).
""",
    "finished": """
## Of every finished file

A build opens each file again, and one that fails a question is refused: it is kept under the name
`.rejected`. What a print shop would ask has codes of its own, in [preflight.md](preflight.md). B101
says that the manifest of an earlier build could not be read, so that everything was built again.
""",
}


def listing() -> str:
    """Write the list, as Markdown."""
    content = [(c.code, c.title, c.severity, "") for c in CHECKS.values()]
    rules = [(r.code, r.title, r.severity, r.standard) for r in RULES.values()]
    guards = [(q.code, q.title, q.severity, "") for q in GUARDS.values()]
    questions = [(q.code, q.title, q.severity, "") for q in QUESTIONS.values()]
    return "".join(
        (
            _HEAD,
            _PARTS["content"],
            _table(content),
            _PARTS["rules"],
            _table(rules),
            _PARTS["guards"],
            _table(guards),
            _PARTS["questions"],
            _table(questions),
            _PARTS["finished"],
            *map(_family, FAMILIES),
        )
    )


def _family(family: Family) -> str:
    rows = "\n".join(f"| {code} | {holds} |" for code, holds in family.codes.items())
    head = "| code | what holds |\n|---|---|"
    return f"\n### {family.title}\n\n{family.asked_of}\n\n{head}\n{rows}\n"


def _table(rows: Iterable[tuple[str, str, Severity, str]]) -> str:
    lines = ["", "| code | what holds | level | standard |", "|---|---|---|---|"]
    for code, title, severity, standard in rows:
        said = _STANDARD.search(title)
        bare = f"{title[: said.start()]}." if said and not standard else title
        source = standard or (said[1] if said else "")
        cells = (code, bare, _LEVEL[severity], source)
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return "\n".join((*lines, ""))
