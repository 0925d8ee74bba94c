"""Begin a locale from what CLDR knows of a language.

What CLDR does not know (fonts, line height, which letters look as large) comes from a
locale of the same script, or from measures of the Noto fonts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from babel.core import get_global
from babel.messages.plurals import get_plural

from leaflets.catalogs.tags import cldr_locale
from leaflets.model.locale import Locale


@dataclass(frozen=True, slots=True)
class Setting:
    """How a script is set: its font, and the line height that the font needs."""

    fonts: tuple[str, ...]
    line_height: float
    scale: float = 1.0
    sloping: bool = False


SETTINGS = {
    "Latn": Setting(("Noto Sans",), 1.45, sloping=True),
    "Cyrl": Setting(("Noto Sans",), 1.45, sloping=True),
    "Grek": Setting(("Noto Sans",), 1.45, sloping=True),
    "Arab": Setting(("Noto Naskh Arabic", "Noto Sans"), 1.75, 1.12),
    "Hebr": Setting(("Noto Sans Hebrew", "Noto Sans"), 1.5),
    "Deva": Setting(("Noto Sans Devanagari", "Noto Sans"), 1.65, 1.05),
    "Beng": Setting(("Noto Sans Bengali", "Noto Sans"), 1.65, 1.05),
    "Guru": Setting(("Noto Sans Gurmukhi", "Noto Sans"), 1.65, 1.05),
    "Gujr": Setting(("Noto Sans Gujarati", "Noto Sans"), 1.65, 1.05),
    "Taml": Setting(("Noto Sans Tamil", "Noto Sans"), 1.65),
    "Hans": Setting(("Noto Sans CJK SC",), 1.6),
    "Hant": Setting(("Noto Sans CJK TC",), 1.6),
    "Jpan": Setting(("Noto Sans CJK JP",), 1.6),
    "Kore": Setting(("Noto Sans CJK KR",), 1.6),
    "Thai": Setting(("Noto Sans Thai", "Noto Sans"), 1.6),
    "Mymr": Setting(("Noto Sans Myanmar", "Noto Sans"), 2.2),
}
"""By script (ISO 15924), for scripts of which no locale is there yet."""

_OTHER = Setting(("Noto Sans",), 1.7)


def begun_locale(tag: str, there: Iterable[Locale]) -> tuple[str, str]:
    """Write the ``locale.yaml`` of a language; return its folder and the text.

    *there* are the project's locales, whose fonts are taken for the same script. Raises
    LocaleError where CLDR does not know the tag.
    """
    known = cldr_locale(tag)
    script = known.script or _script(known.language)
    alike = next((locale for locale in there if locale.script == script), None)
    setting = (
        Setting(alike.fonts, alike.line_height, alike.scale, alike.italic)
        if alike is not None
        else SETTINGS.get(script, _OTHER)
    )
    plural = get_plural(known)
    quotes = list(alike.quotes) if alike is not None else ["“", "”"]
    fields = {
        "tag": tag,
        "name": known.language_name or tag,
        "english": known.get_language_name("en") or tag,
        "direction": known.text_direction,
        "script": script,
        "fonts": list(setting.fonts),
        "line_height": setting.line_height,
        "scale": setting.scale,
        "hyphenate": False,
        "italic": setting.sloping,
        "digits": known.default_numbering_system,
        "quotes": quotes,
        "marker": "decimal",
        "plural_forms": str(plural),
        "machine": True,
    }
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()
    )
    return tag.replace("-", "_"), "\n".join((_HEAD, *lines, ""))


def _script(language: str) -> str:
    """Script that a language is written in unless its tag says otherwise (CLDR)."""
    likely = get_global("likely_subtags").get(language, "")
    return next((part for part in likely.split("_") if len(part) == 4), "Latn")


_HEAD = """\
# Begun by 'leaflets new locale' from CLDR: how-to in docs/how-to/locale.md. Look at a built
# page before you trust the fonts, the line height, the quotes and the list numbers; take out
# 'machine' only when people make the translations."""
