"""L120 to L128: a leaflet is built so that its reader finds what she needs."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.passages import Part, Passage, Whole
from leaflets.model.blocks import BulletList, KeyPoints, Paragraph, QuestionAnswer, Steps
from leaflets.model.blocks import Warning as HelpBox

_EARLY = 60
"""Words within which the purpose has been said."""

_FIRST = 4
"""Blocks among which the box that says when to get help stands."""


@rule("L120")
def the_purpose_comes_first(asked: Asked) -> Iterator[Said]:
    """Title, subtitle and the first sentence of the purpose are 60 words at most.

    Standard: STR-001; PEMAT-P item 1 (the purpose is evident).
    """
    before = 0
    for whole in asked.passages.wholes:
        if whole.part is Part.TITLE:
            before += sum(_words(passage) for passage in whole.passages)
        elif whole.part is Part.PURPOSE:
            (passage, *_) = whole.passages
            first = passage.sentences[0].words if passage.sentences else 0
            if before + first > _EARLY:
                what = f"the purpose ends at word {before + first}"
                yield passage.origin, what, f"say it within the first {_EARLY} words"


@rule("L121")
def key_points_are_few(asked: Asked) -> Iterator[Said]:
    """The key points are two to four.

    Standard: STR-001; PEMAT-P item 11 (summary); Cochrane plain-language summaries (two
    to three key messages, one more allowed here).
    """
    for whole in asked.passages.wholes:
        block = whole.block
        if isinstance(block, KeyPoints) and not 2 <= len(block.items) <= 4:
            yield block.origin, f"{len(block.items)} key points", "say two to four"


@rule("L122")
def help_comes_early(asked: Asked) -> Iterator[Said]:
    """The box that says when to get help is among the first four blocks.

    Whether it stands on the first page of a format is asked of the finished page.

    Standard: STR-002; EQIP (alert signs).
    """
    blocks = [block for section in asked.leaflet.sections for block in section.blocks]
    for place, block in enumerate(blocks, 1):
        if isinstance(block, HelpBox):
            if place > _FIRST:
                what = f"the box that says when to get help is block {place}"
                yield block.origin, what, f"put it among the first {_FIRST}"
            return


@rule("L123")
def steps_are_few(asked: Asked) -> Iterator[Said]:
    """What is to be done is done in seven steps or fewer.

    Standard: STR-003; PEMAT-P items 20 to 22 (manageable steps).
    """
    for whole in asked.passages.wholes:
        if isinstance(whole.block, Steps) and len(whole.block.items) > 7:
            what = f"{len(whole.block.items)} steps"
            yield whole.block.origin, what, "make two lists of them, each with its aim"


@rule("L124")
def lists_are_short(asked: Asked) -> Iterator[Said]:
    """A list has seven items or fewer.

    Standard: STR-005; SAM (chunking); PEMAT-P item 8.
    """
    for whole in asked.passages.wholes:
        groups = [whole.block] if isinstance(whole.block, BulletList) else []
        counts = [len(block.items) for block in groups]
        if isinstance(whole.block, HelpBox):
            counts = [len(group.items) for group in whole.block.groups]
        for count in counts:
            if count > 7:
                yield whole.origin, f"list of {count} items", "divide it"


@rule("L125")
def paragraphs_are_short(asked: Asked) -> Iterator[Said]:
    """A paragraph has no more words than the language's limit (about five lines).

    Standard: STR-005; PEMAT-P item 8 (short chunks); SAM.
    """
    limit = asked.wording.limits.get("paragraph")
    for whole in asked.passages.wholes:
        if not limit or not _running(whole):
            continue
        for passage in whole.passages:
            if (count := _words(passage)) > limit:
                what = f"paragraph of {count} words"
                yield passage.origin, what, f"make two of it; {limit} words are enough"


@rule("L126")
def headings_say_something(asked: Asked) -> Iterator[Said]:
    """A heading says what is under it ("Introduction" does not).

    Standard: STR-004; PEMAT-P item 9 (informative headers); WCAG 2.2, 2.4.6.
    """
    for whole in asked.passages.wholes:
        if whole.part is Part.HEADING:
            for passage in whole.passages:
                size = len(passage.scan.folded)
                for hit in passage.scan.of("vague heading"):
                    if hit.end - hit.start == size:
                        hint = "say what the reader learns there"
                        yield passage.origin, f"heading {hit.words!r} says nothing", hint


@rule("L127")
def the_short_form_is_short(asked: Asked) -> Iterator[Said]:
    """The blocks of the short form have about as many words as the language's limits say.

    In English 240 to 360: 300, and a fifth less or more.

    Standard: IPDAS and PIF TICK ask for a format that people can use; the length is the
    project's own.
    """
    least, most = (asked.wording.limits.get(f"short_{end}") for end in ("least", "most"))
    count = sum(
        _words(passage)
        for whole in asked.passages.wholes
        if whole.short and whole.part is Part.BLOCK
        for passage in whole.passages
        if passage.words == passage.text.words
    )
    if least and most and not least <= count <= most:
        origin = asked.leaflet.short.blocks[0].origin
        yield origin, f"the short form has {count} words", f"{least} to {most} are asked"


def _running(whole: Whole) -> bool:
    return isinstance(whole.block, (Paragraph, QuestionAnswer))


def _words(passage: Passage) -> int:
    return sum(sentence.words for sentence in passage.sentences)
