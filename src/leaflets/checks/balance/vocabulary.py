"""L104 to L111: words that the reader knows, and that do nobody wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.lexicon import Hit
from leaflets.checks.passages import Part, Passage
from leaflets.content.starting import TO_WRITE
from leaflets.model.blocks import Term

_BESIDE = 3
"""So many words may stand between a term and the bracket that explains it."""


@rule("L104")
def hard_words_are_explained(asked: Asked) -> Iterator[Said]:
    """A leaflet says what its hard words mean.

    Hard are the terms that the glossary marks ``explain``. A term block explains one, and
    so do brackets or a comma right behind it, or words such as "called" and "is a" in the
    same sentence. That it is done at the first use is left to a reader, and the short form
    may leave it to the whole.

    Standard: LNG-004; PEMAT-P item 4 (medical terms defined); Cochrane plain-language
    summaries (terms explained).
    """
    hard = {concept for concept, term in asked.passages.terms.items() if term.explain}
    first: dict[str, tuple[Passage, str]] = {}
    explained: set[str] = set()
    for whole in asked.passages.wholes:
        if whole.short or whole.part not in _READ:
            continue
        for passage in whole.passages:
            for hit in passage.scan.of("term"):
                first.setdefault(hit.value, (passage, hit.words))
                if isinstance(whole.block, Term) or _explains(passage, hit):
                    explained.add(hit.value)
    for concept, (passage, words) in first.items():
        if concept in hard - explained:
            what = f"nobody says what {words!r} is"
            yield passage.origin, what, "say it in brackets or a term block"


_READ = (Part.TITLE, Part.PURPOSE, Part.HEADING, Part.BLOCK)


def _explains(passage: Passage, hit: Hit) -> bool:
    made = passage.scan.folded
    behind = made[hit.end : hit.end + _BESIDE]
    if made[max(hit.start - 1, 0) : hit.start] == ["("] or "(" in behind:
        return True
    if behind[:1] == [","]:
        return True
    return any(cue.sentence == hit.sentence for cue in passage.scan.of("means"))


@rule("L105")
def one_thing_has_one_word(asked: Asked) -> Iterator[Said]:
    """A leaflet calls one thing by one word throughout.

    Asked of the words that the glossary calls ``rivals``; a rival in brackets is said once
    so that the reader knows it elsewhere.

    Standard: LNG-005; easy-read guidance (the same word for the same thing); SAM.
    """
    first: dict[str, str] = {}
    for passage in asked.passages.every:
        for hit in passage.scan.of("rival"):
            if "(" in passage.scan.folded[max(hit.start - 2, 0) : hit.start]:
                continue
            concept, _, form = hit.value.partition("|")
            known = first.setdefault(concept, form)
            if known != form:
                what = f"says {hit.words!r} for what it calls {known.strip('*')!r}"
                yield passage.origin, what, "use one word for one thing"


@rule("L106")
def words_mean_what_they_say(asked: Asked) -> Iterator[Said]:
    """No idiom and no metaphor, which cannot be translated.

    Standard: LNG-006; NSW Multicultural Health brief (write for translation); NHS content
    style.
    """
    yield from _listed(asked, "idiom", "is an idiom", "say it plainly")


@rule("L107")
def nothing_is_shortened_that_is_not_explained(asked: Asked) -> Iterator[Said]:
    """No "e.g.", and no letters that stand for words that are not there.

    Letters are explained by brackets or a comma beside them anywhere in the leaflet, or known
    (``known_letters``, and what the glossary does not mark ``explain``).

    Standard: LNG-007; NHS content style (abbreviations and acronyms); PEMAT-P item 3.
    """
    yield from _listed(asked, "shortening", "is shortened", "write it out")
    known = set(asked.wording.known_letters)
    if not known:
        return
    known.update(TO_WRITE.split())  # C410 says so of a leaflet that was only begun
    known |= {
        part
        for term in asked.passages.terms.values()
        if not term.explain
        for form in term.forms
        for part in form.replace("*", "").split()
    }
    said = [passage.reading.plain for passage in asked.passages.every]
    whole = " \n ".join(said)
    seen: set[str] = set()
    for passage in asked.passages.every:
        for letters in _LETTERS.findall(passage.reading.plain):
            if letters in seen or letters in known or letters.lower() in known:
                continue
            seen.add(letters)
            if not re.search(rf"\([^()]*{letters}[^()]*\)|{letters}s?(?: \(|, )", whole):
                what = f"nobody says what {letters!r} stands for"
                yield (
                    passage.origin,
                    what,
                    "write it out once, with the letters in brackets",
                )


_LETTERS = re.compile(r"(?<![\w&-])[A-Z][A-Z&-]*[A-Z](?![\w&-])")


@rule("L108")
def a_sentence_denies_once(asked: Asked) -> Iterator[Said]:
    """A sentence does not deny what it denies ("not unlikely", "should not be avoided").

    Standard: LNG-008; plain-language guidance (double negatives).
    """
    yield from _listed(asked, "double negative", "denies twice", "say it the other way")


@rule("L109")
def the_reader_is_you(asked: Asked) -> Iterator[Said]:
    """The leaflet speaks to its reader, not of patients.

    Standard: LNG-009; PEMAT-P item 21 (addresses the user directly).
    """
    yield from _listed(asked, "distance", "speaks of the reader", "say 'you'")


@rule("L110")
def nothing_is_advertised(asked: Asked) -> Iterator[Said]:
    """No word that sells.

    Standard: LNG-010; 21 CFR 208.20 (not promotional in tone); DISCERN item 6 (balanced).
    """
    yield from _listed(asked, "promotional", "advertises", "say what is known instead")


@rule("L111")
def nobody_is_blamed(asked: Asked) -> Iterator[Said]:
    """No word that blames the reader or calls her body a failure.

    Standard: LNG-010; NHS content style (inclusive content).
    """
    yield from _listed(asked, "blaming", "may hurt or blame", "say it without judging")


def _listed(asked: Asked, kind: str, what: str, hint: str) -> Iterator[Said]:
    for passage in asked.passages.every:
        for hit in passage.scan.outside(kind, "allowed"):
            yield passage.origin, f"{hit.words!r} {what}", hint
