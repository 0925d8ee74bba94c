"""The phrases that the templates of a project ask for.

A template says ``phrase("evidence.heading")``; the words stand in the furniture's file.
One that asks for a phrase which is not there fails only on the page that needs it, so it
is looked for before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from leaflets import files
from leaflets.catalogs.phrases import Phrase, phrases
from leaflets.compose.environment import asked_of
from leaflets.errors import ContentError, RenderError
from leaflets.origin import Origin

_FUNCTION = "phrase"


def phrases_asked(text: str, shown: str) -> Iterator[tuple[int, Phrase]]:
    """Yield the line and phrase of everything that a template asks for.

    Where the template makes up the end of a key (``"imprint." ~ role``), every phrase that
    starts so is asked for. Raises ContentError, with the name *shown* and the line, for a
    phrase that is not there or cannot be told, RenderError for a template that does not
    parse.
    """
    known = phrases()
    for asked in asked_of(text, _FUNCTION, shown):
        found = [
            held
            for key, held in known.items()
            if key == asked.word
            or (asked.word and not asked.whole and key.startswith(asked.word))
        ]
        if not found:
            what = f"no phrase {asked.word!r}" if asked.word else "a phrase without a name"
            raise ContentError(
                f"template asks for {what}",
                hint="phrases.yaml names them; begin a key that is put together with a word",
                origin=Origin(shown, asked.line),
            )
        yield from ((asked.line, held) for held in found)


def look_through(folder: Path, shown: str) -> int:
    """Look through every template under a folder; return how often a phrase is asked for.

    *shown* is the folder's name in errors, which are those of ``phrases_asked``.
    """
    count = 0
    for path in sorted(folder.rglob("*.html")):
        name = f"{shown}/{path.relative_to(folder).as_posix()}"
        text = files.read_text(path, shown=name)
        count += sum(1 for _ in phrases_asked(text, name))
    return count


def extract_template(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],  # noqa: ARG001 - Babel hands it over
    comment_tags: object,  # noqa: ARG001 - the same
    options: Mapping[str, Any],
) -> Iterator[tuple[int, str, tuple[str, ...], list[str]]]:
    """Yield the phrases that a template asks for to Babel, each with its words.

    The option ``silent`` (``false`` unless it says otherwise) is that of Jinja's own
    extractor: with ``true`` a template that is broken yields nothing. Raises what
    ``phrases_asked`` raises.
    """
    shown = str(getattr(fileobj, "name", "template.html"))
    asked = phrases_asked(fileobj.read().decode("utf-8-sig"), shown)
    if str(options.get("silent", "false")).lower() in ("true", "yes", "on", "1"):
        asked = _silently(asked)
    for line, phrase in asked:
        yield line, "pgettext", (phrase.key, phrase.words), []


def _silently(asked: Iterator[tuple[int, Phrase]]) -> Iterator[tuple[int, Phrase]]:
    try:
        yield from asked
    except (ContentError, RenderError):
        return
