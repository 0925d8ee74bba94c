"""What a mistake in a message would put at risk: decides who must look at it again."""

from __future__ import annotations

from leaflets.catalogs.cues import cues_of, known
from leaflets.content import marks
from leaflets.model.facts import placed_in
from leaflets.model.wording import Wording

WARNING, CERTAINTY, FACT, NEGATION = "warning", "certainty", "fact", "negation"

RISKS = (WARNING, CERTAINTY, FACT, NEGATION)
"""Stands in a warning; says how sure we are; places a figure, or says one in words;
denies something."""


def risks_of(
    words: str,
    other: str = "",
    *,
    language: str,
    wording: Wording | None = None,
    warns: bool = False,
    weighs: bool = False,
    counted: bool = False,
) -> frozenset[str]:
    """Say what a mistake in the translation of some words would put at risk.

    *language* is the tag of the original; of a language whose negations and hedges nobody
    wrote down, every message may hold one. *warns* says that the words stand in a
    warning, *weighs* that they state how sure a claim is, *counted* that a fact selects
    their plural. What the program knows of English stands whatever *wording* leaves out:
    nobody loosens a gate by what a language is said to lack.
    """
    whole = f"{words} {other}"
    cues = cues_of(whole, language, wording, widely=True)
    unknown = not known(language, wording)
    found = {
        WARNING: warns,
        CERTAINTY: weighs or unknown or bool(cues.hedges or marks.citations(whole)),
        FACT: counted or bool(cues.counts or placed_in(whole)),
        NEGATION: unknown or bool(cues.negations),
    }
    return frozenset(risk for risk, there in found.items() if there)
