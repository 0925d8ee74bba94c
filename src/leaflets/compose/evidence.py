"""The fixed section on evidence: the same parts, in the same order, in every artifact.

The parts are listed in the model (``FULL_PARTS``, ``SHORT_PARTS``) and drawn here from
the claims and sources that the sheet really uses. Nothing chooses among them: no
switch, template or clinic file can leave one out (DESIGN, promise 1; DISCERN 4, 5, 8;
IPDAS certification; Cochrane plain-language summaries).
"""

from __future__ import annotations

from dataclasses import dataclass

from leaflets.compose.citations import reference
from leaflets.compose.environment import Markup
from leaflets.compose.setter import Setter
from leaflets.compose.shortreference import short_reference
from leaflets.errors import RenderError
from leaflets.model.evidence import FORMS, Certainty, KeyClaim
from leaflets.model.facts import Fact, FactKind
from leaflets.model.text import Text

REFERENCE_MINIMUM = 9.0
"""References are never smaller than this, in pt."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the section, ready for the template."""

    name: str
    heading: Markup
    paragraphs: tuple[Markup, ...] = ()
    groups: tuple[tuple[str, Markup, tuple[Markup, ...]], ...] = ()
    """A certainty, a sentence that says how sure we are, and the claims it stands over."""

    rows: tuple[tuple[Markup, Markup], ...] = ()
    references: tuple[tuple[int, Markup, str], ...] = ()
    """Number as it stands on the page, the reference, its language."""

    keys: tuple[str, ...] = ()
    """Keys of the leaflet's own Texts in it, in the order of the page."""


def parts(setter: Setter) -> tuple[Part, ...]:
    """Every part of the form that the format carries, in its fixed order.

    References stand once on a sheet, in the words they were published under, however
    many languages the sheet is in.
    """
    made = tuple(_PARTS[name](setter, name) for name in FORMS[setter.form.evidence])
    for part in made:
        if not (part.paragraphs or part.groups or part.rows or part.references):
            raise RenderError(f"evidence section has nothing to say under {part.name!r}")
    return made


def _heading(setter: Setter, name: str) -> Markup:
    return _phrase(setter, f"evidence.{name}", "part", name)


def _phrase(setter: Setter, key: str, kind: str, name: str) -> Markup:
    words = setter.edition.phrases[key]
    if key in setter.edition.stand_in_phrases:
        original = setter.edition.leaflet.original
        return setter.mark(kind, name, words, lang=original, direction="ltr")
    return setter.mark(kind, name, words)


def _certainty(setter: Setter, name: str) -> Part:
    heading = _heading(setter, name)
    groups = []
    keys: list[str] = []
    chosen = _key_claims(setter)
    for level in Certainty:
        mine = [c for c in chosen if setter.edition.claims[c.claim].certainty is level]
        if mine:
            phrase = f"certainty.{level.value}.group"
            lead = _phrase(setter, phrase, "part", f"certainty.{level.value}")
            claims = tuple(_claim(setter, claim) for claim in mine)
            groups.append((level.value, lead, claims))
            keys.extend(claim.text.key for claim in mine)
    return Part(name, heading, groups=tuple(groups), keys=tuple(keys))


def _key_claims(setter: Setter) -> tuple[KeyClaim, ...]:
    leaflet = setter.edition.leaflet
    if setter.form.evidence == "full":
        return leaflet.evidence.certainty
    return tuple(
        c for c in leaflet.evidence.certainty if c.claim in leaflet.short.certainty
    )


def _claim(setter: Setter, claim: KeyClaim) -> Markup:
    words = setter.say(claim.text)
    if f"@{claim.claim}" in claim.text.words:
        return words
    return words + setter.cite((claim.claim,))


def _unknowns(setter: Setter, name: str) -> Part:
    leaflet = setter.edition.leaflet
    full = setter.form.evidence == "full"
    said = leaflet.evidence.unknowns if full else leaflet.short.unknowns
    return _listing(setter, name, said)


def _limits(setter: Setter, name: str) -> Part:
    leaflet = setter.edition.leaflet
    full = setter.form.evidence == "full"
    said = leaflet.evidence.limits if full else leaflet.short.limits
    return _listing(setter, name, said)


def _listing(setter: Setter, name: str, said: tuple[Text, ...]) -> Part:
    heading = _heading(setter, name)
    keys = tuple(text.key for text in said)
    return Part(name, heading, tuple(setter.say(text) for text in said), keys=keys)


def _sources(setter: Setter, name: str) -> Part:
    heading = _heading(setter, name)
    references = []
    short = setter.form.evidence == "short"
    listed = any(e.kind == "reference" for e in setter.expected)
    for number, key in enumerate(() if listed else setter.numbering.sources, start=1):
        source = setter.edition.sources[key]
        lang = str(source.csl.get("language") or "en")
        mark = setter.mark(
            "reference",
            str(number),
            f"{number}.",
            lang=lang,
            direction="ltr",
            css="number",
            minimum=REFERENCE_MINIMUM,
        )
        words = short_reference(source) if short else reference(source)
        setter.said[f"reference {number}"] = (words,)
        line = Markup("{} {}").format(mark, words)
        references.append((number, line, lang))
    return Part(
        name,
        heading,
        paragraphs=() if short else (setter.phrase("evidence.sources.note"),),
        references=tuple(references),
    )


def _dates(setter: Setter, name: str) -> Part:
    heading = _heading(setter, name)
    evidence = setter.edition.leaflet.evidence
    rows = []
    for which in ("searched", "written", "review"):
        fact = Fact(
            name=f"evidence_{which}",
            kind=FactKind.DATE,
            value=getattr(evidence, which),
            says=which,
            origin=evidence.origin,
        )
        rows.append((setter.phrase(f"evidence.dates.{which}"), setter.place(fact)))
    return Part(name, heading, rows=tuple(rows))


def _said(setter: Setter, name: str) -> Part:
    """Make a part that is one statement of the leaflet's own."""
    text: Text = getattr(setter.edition.leaflet.evidence, name)
    return _listing(setter, name, (text,))


def _advice(setter: Setter, name: str) -> Part:
    return Part(name, _heading(setter, name), (setter.phrase("evidence.advice.text"),))


def _code(setter: Setter, name: str) -> Part:
    heading = _heading(setter, name)
    code = setter.mark(
        "code", "edition", setter.edition.code, direction="ltr", css="fact code"
    )
    return Part(name, heading, (code, setter.phrase("evidence.code.text")))


_PARTS = {
    "certainty": _certainty,
    "unknowns": _unknowns,
    "limits": _limits,
    "method": _said,
    "sources": _sources,
    "dates": _dates,
    "who": _said,
    "funding": _said,
    "conflicts": _said,
    "updating": _said,
    "advice": _advice,
    "code": _code,
}
