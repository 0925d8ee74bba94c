"""Questions to a finished script, asked whether a voice will say what the leaflet says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflets.compose.telling.script import Script, parse, unsaid
from leaflets.compose.telling.spoken import SAID_AS
from leaflets.findings import Finding
from leaflets.model.narrative import Narrative, Run
from leaflets.origin import Origin

ELEMENTS = frozenset({"speak", "p", "s", "emphasis", "lang", "say-as"})
"""Elements that words may stand in: none of them makes a word silent or another word."""

_LOOSE = re.compile("[\\s\u00ad\u061c\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]+")
"""White space, and what only says where lines break and which way words run."""

_DIGITS = re.compile(r"\d+")
_SILENT = frozenset({"citation"})


def inspect(data: str, narrative: Narrative) -> tuple[Finding, ...]:
    """Ask everything of a script. Raises RenderError if it is not well-formed XML."""
    script = parse(data)
    return tuple(
        Finding(code=code, message=message, origin=Origin("file"))
        for questions in (_head, _elements, _languages, _facts)
        for code, message in questions(script, narrative)
    )


def _head(script: Script, narrative: Narrative) -> Iterator[tuple[str, str]]:
    """SSML 1.1, section 3.1.1: version and language; and what the script says of itself."""
    if (script.version, script.lang) != ("1.1", narrative.lang):
        found = f"version {script.version!r} in {script.lang!r}"
        yield "N201", f"the script is {found}, not SSML 1.1 in {narrative.lang!r}"
    said = {"title": narrative.title, "edition": narrative.code}
    said["draft"] = "yes" if narrative.draft else "no"
    for name, wanted in said.items():
        if script.meta.get(name) != wanted:
            found = script.meta.get(name, "nothing")
            yield "N202", f"the script's {name} is {found!r}, not {wanted!r}"


def _elements(script: Script, _: Narrative) -> Iterator[tuple[str, str]]:
    strange = {name for said in script.spoken for name in said.around} - ELEMENTS
    for name in sorted(strange):
        yield "N203", f"words stand in <{name}>, which may change what is said"
    for name in dict.fromkeys(script.twice):
        yield "N204", f"the mark {name!r} stands twice"


def _languages(script: Script, narrative: Narrative) -> Iterator[tuple[str, str]]:
    """What is said in each language must be what the leaflet says in it, in its order."""
    wanted: dict[str, list[str]] = {}
    for run in _runs(narrative):
        wanted.setdefault(run.lang, []).append(run.words)
    said: dict[str, list[str]] = {}
    for spoken in script.spoken:
        said.setdefault(spoken.lang, []).append(spoken.words)
    for lang in sorted(wanted.keys() | said.keys()):
        here, there = _letters(said.get(lang, ())), _letters(wanted.get(lang, ()))
        if here != there:
            at = _differ(here, there)
            what = f"{here[at : at + 40]!r} stands where {there[at : at + 40]!r} is said"
            yield "N205", f"in {lang!r}, {what}"


def _facts(script: Script, narrative: Narrative) -> Iterator[tuple[str, str]]:
    """Every fact stands behind its mark, and all its digits are said as what they are."""
    for run in _runs(narrative):
        said_as = "characters" if run.kind == "code" else SAID_AS.get(run.fact, "")
        if not run.mark:
            continue
        at = script.marks.get(run.mark)
        if at is None:
            yield "N206", f"nothing marks where {run.words!r} is said"
            continue
        wanted = _letters([run.words])
        behind = ""
        for spoken in script.spoken[at:]:
            if len(behind) >= len(wanted):
                break
            behind += _letters([spoken.words])
            hinted = spoken.said_as == said_as or not _DIGITS.search(spoken.words)
            if said_as and not hinted:
                what = f"{spoken.words!r} of {run.words!r}"
                yield (
                    "N207",
                    f"{what} is said as {spoken.said_as or 'words'}, not {said_as}",
                )
        if not behind.startswith(wanted):
            yield "N206", f"{behind[: len(wanted)]!r} is said where {run.words!r} is meant"


def _runs(narrative: Narrative) -> Iterator[Run]:
    """Yield what is said of a narrative: all but numbers of sources, and bullets."""
    for passage in narrative.passages:
        lead = "".join(run.words for run in passage.lead)
        said = () if lead.strip() == unsaid("bullet").strip() else passage.lead
        for run in (*said, *passage.runs):
            if run.kind not in _SILENT:
                yield run


def _letters(words: Iterable[str]) -> str:
    return _LOOSE.sub("", "".join(words))


def _differ(one: str, other: str) -> int:
    """Say where two runs of letters begin to differ."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
