"""T372: no word mixes scripts, and no letter is a look-alike."""

from __future__ import annotations

from collections.abc import Iterator

from leaflets.catalogs.question import Example, Said
from leaflets.checks import scripts
from leaflets.checks.questions.base import Asked, asks_whether
from leaflets.findings import Severity


@asks_whether(
    "T372",
    Example(tag="pl", words="Tea is warm.", good="Herbata jest ciepła.", bad="Herbаta jest ciepła."),
    Example(tag="ar", words="Tea is warm.", good="الشاي دافئ.", bad="الشاي dافئ."),
    Example(tag="hi", words="Tea is warm.", good="चाय गर्म है।", bad="चায় गर्म है।"),
    Example(tag="zh-Hans", words="Tea is warm.", good="茶是热的。", bad="茶は热的。"),
    severity=Severity.ERROR,
)  # fmt: skip
def letters_are_of_one_script(asked: Asked) -> Iterator[Said]:
    """Letters are of the locale's script or Latin, and no word mixes the two (UTS 39)."""
    bare = asked.said.bare
    script = asked.known.locale.script
    if (bare.isascii() and script == "Latn") or not scripts.letters_of(script):
        return
    for match in scripts.foreign(script).finditer(bare):
        if match[0] not in asked.pair.whole.words:
            yield f"holds a letter of another script: {match[0]!r} (U+{ord(match[0]):04X})"
            return
    if asked.known.own.spaced and script != "Latn":
        match_ = scripts.beside_latin(script).search(bare)
        if match_ is not None:
            around = bare[max(0, match_.start() - 6) : match_.end() + 6]
            yield f"mixes two scripts in one word: {around.strip()!r}"
