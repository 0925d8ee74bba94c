"""From a BCP 47 tag to the data that CLDR has for it."""

from __future__ import annotations

import re
from functools import cache

import babel
from babel import localedata

from leaflets.errors import LocaleError

_MADE_UP = re.compile(r"_X[A-Z]\Z")


@cache
def cldr_locale(tag: str) -> babel.Locale:
    """Find the CLDR locale of a tag; raises LocaleError where CLDR does not know it.

    A tag that names no country means the language as it is written around the world:
    CLDR's bare ``en`` is American, and would print the month before the day. The same
    goes for a country that is none (XA to XZ, ISO 3166-1).
    """
    name = _MADE_UP.sub("", tag.replace("-", "_"))
    if "_" not in name and localedata.exists(f"{name}_001"):
        name = f"{name}_001"
    try:
        return babel.Locale.parse(name)
    except (babel.UnknownLocaleError, ValueError) as error:
        raise LocaleError(
            f"CLDR knows no locale {tag!r}", hint="tags look like ar, pt-BR, zh-Hans"
        ) from error
