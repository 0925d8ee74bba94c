"""E340 to E342: choices stand side by side on equal terms."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.reading import read
from leaflets.checks.balance.base import Asked, Said, rule
from leaflets.checks.tokens import tokens_of
from leaflets.findings import Severity
from leaflets.model.blocks import Option, OptionGrid
from leaflets.model.text import Text


@rule("E340", Severity.ERROR)
def harms_are_told_of_all_choices_or_of_none(asked: Asked) -> Iterator[Said]:
    """A grid tells the harms of every choice, that of no treatment too, or of none.

    A choice whose harms alone are left out looks harmless.

    Standard: RSK-001, RSK-002; DISCERN items 11 and 12; IPDAS (options in equal detail).
    """
    for grid in _grids(asked):
        without = [option for option in grid.options if option.harms is None]
        if without and len(without) < len(grid.options):
            for option in without:
                yield (
                    option.name.origin,
                    f"choice {option.name.words!r} tells no harms, and others do",
                    "say what harm it may do, or that nobody knows",
                )


@rule("E341", Severity.INFO)
def a_grid_tells_harms(asked: Asked) -> Iterator[Said]:
    """A grid of choices tells what harm each may do.

    A remark: choices between tests, or between words, may have their harms elsewhere.

    Standard: RSK-001; DISCERN item 11 (risks of each treatment).
    """
    for grid in _grids(asked):
        if all(option.harms is None for option in grid.options):
            yield grid.origin, "choices tell no harms", "give every option 'harms'"


LONGER = 2
"""A choice may be told in so many times the words of another (RSK-002 says 1.5, which rings
wherever one choice is "no treatment")."""

FEW = 24
"""So many words are read at a glance, whatever stands beside them."""


@rule("E342", Severity.INFO)
def choices_are_told_at_equal_length(asked: Asked) -> Iterator[Said]:
    """What one choice is told in is not much longer than what another is.

    A remark, asked where the longest of a column is no glance; it counts words of what
    happened and of harms.

    Standard: RSK-002; IPDAS (options in equal detail).
    """
    for grid in _grids(asked):
        for slot in ("what", "harms"):
            counted = [(_words(text), o) for o in grid.options if (text := _text(o, slot))]
            if len(counted) < 2:
                continue
            most, longest = max(counted, key=lambda pair: pair[0])
            least = min(number for number, _ in counted)
            if most > FEW and most > LONGER * least:
                where = getattr(longest, slot).origin
                what = f"choice {longest.name.words!r} is told in {most} words"
                yield where, f"{what}, another in {least}", "tell them at equal length"


def _grids(asked: Asked) -> Iterator[OptionGrid]:
    for whole in asked.passages.wholes:
        if isinstance(whole.block, OptionGrid):
            yield whole.block


def _text(option: Option, slot: str) -> Text | None:
    return option.harms if slot == "harms" else option.what


def _words(text: Text | None) -> int:
    plain = read(text.words).plain if text else ""
    return sum(token[0].isalnum() for token in tokens_of(frozenset(plain))(plain))
