"""L101 to L103: sentences that are easy to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.passages import Part, Sentence
from leaflets.findings import Severity
from leaflets.model.wording import Wording

WORST = 5
"""So many of the hardest sentences are named."""

_LEAST = 100
"""Words below which a reading level says nothing."""


@rule("L101")
def sentences_are_short(asked: Asked) -> Iterator[Said]:
    """A sentence has no more words than the language's limit (20 in English).

    One that is a tenth longer is let pass: the limit is for the whole of a text.

    Standard: LNG-002; NHS content style (short sentences); PEMAT-P item 3.
    """
    limit = asked.wording.limits.get("sentence")
    for passage in asked.passages.every:
        for sentence in passage.sentences if limit else ():
            if limit and sentence.words > limit * 1.1:
                what = f"sentence of {sentence.words} words: {sentence.shown!r}"
                yield passage.origin, what, f"make two of it; {limit} words are enough"


@rule("L102")
def reading_is_easy(asked: Asked) -> Iterator[Said]:
    """The reading level of the whole text is no harder than the language's limit.

    A formula of sentence length and syllables, with the numbers of ``words.yaml`` (for
    English the Flesch-Kincaid grade; grade 6 is about age 11). Words of the glossary are
    left out, for the leaflet must use and explain them. It knows no meaning, and only
    ever warns.

    Standard: LNG-001; NHS content style and PIF TICK (reading age 9 to 11).
    """
    formula = asked.wording.reading
    if not formula:
        return
    graded: list[tuple[float, int, Sentence]] = []
    for sentence in _prose(asked):
        known = _glossary(sentence)
        words = [t for t in sentence.tokens if t[0].isalpha() and t not in known]
        if words:
            syllables = sum(_syllables(word, asked.wording) for word in words)
            graded.append((_grade(formula, 1, len(words), syllables), len(words), sentence))
    count = sum(number for _, number, _ in graded)
    if count < _LEAST:
        return
    # The mean of sentences' grades, each by its words: the grade of the whole is no more.
    level = sum(grade * number for grade, number, _ in graded) / count
    limit = formula["limit"]
    if level > limit:
        hardest = sorted(graded, key=lambda each: -each[0])[:WORST]
        shown = "; ".join(repr(sentence.shown) for _, _, sentence in hardest)
        slug = asked.leaflet.slug
        what = f"reading level of {slug!r} is grade {level:.1f}, above {limit:g}"
        yield asked.leaflet.origin, what, f"the hardest sentences: {shown}"


@rule("L103", Severity.INFO)
def most_sentences_are_active(asked: Asked) -> Iterator[Said]:
    """No more than a tenth of the sentences are in the passive.

    A remark: it looks for a form of "be" before a participle, and takes some for passive
    that are not.

    Standard: LNG-003; PEMAT-P item 5 (active voice).
    """
    if not asked.wording.participles:
        return
    prose = list(_prose(asked))
    passive = [sentence for sentence in prose if _passive(sentence)]
    if len(prose) >= 20 and len(passive) > len(prose) / 10:
        share = round(100 * len(passive) / len(prose))
        shown = "; ".join(repr(sentence.shown) for sentence in passive[:WORST])
        what = f"{share}% of the sentences of {asked.leaflet.slug!r} are in the passive"
        yield asked.leaflet.origin, what, f"such as {shown}"


def _prose(asked: Asked) -> Iterator[Sentence]:
    """Yield the whole sentences of purpose, blocks and evidence: no labels, no headings."""
    for passage in asked.passages.every:
        if passage.part not in (Part.TITLE, Part.HEADING):
            for sentence in passage.sentences:
                if sentence.whole and sentence.words > 2:
                    yield sentence


def _glossary(sentence: Sentence) -> set[str]:
    first = sentence.first
    return {
        token
        for hit in sentence.of("term")
        for token in sentence.tokens[hit.start - first : hit.end - first]
    }


def _syllables(word: str, wording: Wording) -> int:
    """Count groups of vowels; a silent ending counts for none, and a word has one."""
    for ending in wording.silent:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word[: -len(ending)]
            break
    groups, inside = 0, False
    for letter in word:
        vowel = letter in wording.vowels
        groups += vowel and not inside
        inside = vowel
    return max(groups, 1)


def _grade(
    formula: Mapping[str, float], sentences: int, words: int, syllables: int
) -> float:
    return (
        formula["words"] * words / sentences
        + formula["syllables"] * syllables / words
        + formula["constant"]
    )


def _passive(sentence: Sentence) -> bool:
    ends = {hit.end for hit in sentence.of("be")}
    # "is often found": one word may stand between.
    return any({hit.start, hit.start - 1} & ends for hit in sentence.of("participle"))
