"""Have words translated to braille by liblouis, and say clearly what it cannot do."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from leaflets.build import guarded, liblouis
from leaflets.compose.braille.cells import in_six
from leaflets.compose.braille.heard import Asked, Heard
from leaflets.compose.braille.wording import stand_ins
from leaflets.compose.telling import brf
from leaflets.compose.telling.told import Tell, Told
from leaflets.errors import LocaleError, RenderError
from leaflets.model.edition import Edition
from leaflets.model.format import Format
from leaflets.model.locale import Locale
from leaflets.model.narrative import Narrative, Run

BOUNDS = guarded.Bounds(seconds=30, patience=120, megabytes=1024, result_megabytes=64)
"""A leaflet takes a fifth of a second."""


class Translator:
    """Translates for one locale, and remembers how well it was read back."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self.back: list[tuple[str, str]] = []
        """What was said by the locale's own table, and what liblouis reads in its cells."""

    def __call__(self, asked: Sequence[Asked]) -> list[Heard]:
        """Translate words.

        Raises RenderError where liblouis is missing or fails, and LocaleError for a table
        that it does not have or a character that no cell stands for.
        """
        folder, locale = liblouis.tables(), self._locale
        version = liblouis.version()
        if not version or folder is None:
            raise RenderError(
                "liblouis, which translates to braille, is missing", hint=liblouis.MEND
            )
        braille = locale.braille
        eight = [str(folder / braille.table)] if braille and braille.eight else []
        words = "".join(part.words for part in asked)
        try:
            answer = guarded.run(
                liblouis.translate,
                [(str(folder / part.table), part.words) for part in asked],
                stand_ins(words),
                eight,
                bounds=BOUNDS,
            )
        except RenderError as error:
            raise RenderError(
                f"liblouis could not translate to braille: {error.message}",
                hint=liblouis.MEND,
            ) from error
        if answer["missing"]:
            names = ", ".join(Path(name).name for name in answer["missing"])
            raise LocaleError(
                f"liblouis {version} has no table {names} for {locale.tag!r}",
                hint=f"'braille:' in its locale.yaml names it; see {folder}",
                origin=locale.origin,
            )
        self._require_known(asked, answer["told"])
        heard = []
        for part, told in zip(asked, answer["told"], strict=True):
            cells, where = told["cells"], told["where"]
            if str(folder / part.table) in eight:
                cells, where = in_six(cells, where)
            heard.append(Heard(cells=cells, where=tuple(where)))
            if braille and part.table == braille.table:
                self.back.append((part.words, told["back"]))
        return heard

    @property
    def similarity(self) -> float:
        """How like what was said is what was read back, 0 to 1: letters and digits."""
        whole = [
            "".join(_plain(words) for words in side)
            for side in zip(*self.back, strict=True)
        ]
        return Levenshtein.normalized_similarity(*whole) if whole else 1.0

    def _require_known(
        self, asked: Sequence[Asked], told: Sequence[dict[str, object]]
    ) -> None:
        unknown: dict[str, str] = {}
        for part, answer in zip(asked, told, strict=True):
            for character in str(answer["unknown"]):
                unknown.setdefault(character, part.table)
        if not unknown:
            return
        named = ", ".join(
            f"{character!r} (U+{ord(character):04X}) in {table}"
            for character, table in sorted(unknown.items())
        )
        raise LocaleError(
            f"{self._locale.english} braille has no cells for {named}",
            hint="say what stands for it under 'braille: instead:' in its locale.yaml",
            origin=self._locale.origin,
        )


def tell_for(edition: Edition) -> Tell:
    """Give the way to tell an edition in braille, with liblouis at hand."""

    def run(key: str) -> Run:
        foreign = key in edition.stand_in_phrases
        lang = edition.leaflet.original if foreign else edition.locale.tag
        return Run(words=edition.phrases[key], lang=lang, direction="ltr")

    def tell(narrative: Narrative, form: Format, locale: Locale) -> Told:
        translator = Translator(locale)
        phrases = {key: run(key) for key in brf.PHRASES}
        told = brf.tell(narrative, form, locale, translate=translator, phrases=phrases)
        back = round(translator.similarity, 4)
        return replace(
            told, about={**told.about, "liblouis": liblouis.version(), "reads_back": back}
        )

    return tell


def _plain(words: str) -> str:
    """Keep letters and digits: two shapes of a quotation mark are one in braille."""
    spelt = unicodedata.normalize("NFKD", words.casefold())
    return "".join(
        str(unicodedata.decimal(c)) if unicodedata.category(c) == "Nd" else c
        for c in spelt
        if unicodedata.category(c)[0] in "LN"
    )
