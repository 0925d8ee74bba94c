"""The head of a catalog: what gettext asks for, and what a reader must know of it.

No clock is read: the same catalog has the same bytes on any day. The date is that of the
original's text, until a translator's tool writes its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from leaflets.catalogs import plurals
from leaflets.findings import Finding
from leaflets.model.locale import Locale
from leaflets.origin import Origin

_CHARSET = re.compile(r"charset=([^\s;]+)")

_DRAFT = "machine draft, awaiting a qualified translator and a clinician"


def header_of(
    locale: Locale, domain: str, held: Mapping[str, str], dated: str
) -> Mapping[str, str]:
    """Make the header of a catalog; what *held* says beyond the fixed fields stays."""
    draft = {"X-Machine-Draft": _DRAFT} if locale.machine else {}
    header = {
        "Project-Id-Version": domain,
        "PO-Revision-Date": f"{dated or '1970-01-01'} 00:00+0000",
        "Last-Translator": "nobody has checked this" if locale.machine else "unnamed",
        "Language-Team": locale.english,
        **held,
        "Language": locale.folder,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": locale.plural_forms,
        **draft,
    }
    if not locale.machine:
        header.pop("X-Machine-Draft", None)
    return MappingProxyType(header)


def top_comment(locale: Locale, domain: str) -> str:
    """Say at the top of a new file what it is."""
    lines = [f"{locale.english} ({locale.tag}) translation of {domain!r}."]
    if locale.machine:
        lines += [
            "",
            "This is a machine draft. Nobody has checked it. Before it may be given to",
            "patients, a qualified translator and a clinician must read it and sign.",
        ]
    lines += [
        "",
        "Figures, telephone numbers and dates are placeholders such as {name}; never type",
        "them. The line 'original: …' says which text an entry translates; leave it.",
    ]
    return "\n".join(lines)


def header_findings(
    header: Mapping[str, str], origin: Origin, locale: Locale
) -> Iterator[Finding]:
    """Compare a header with the locale: character set, language, plural forms."""
    charset = _CHARSET.search(header.get("Content-Type", ""))
    if charset is None or charset[1].lower() not in ("utf-8", "utf8"):
        said = charset[1] if charset else "none"
        hint = "say 'Content-Type: text/plain; charset=UTF-8'"
        what = f"header names the character set {said[:40]!r}"
        yield Finding(code="T102", message=what, origin=origin, hint=hint)
    language = header.get("Language", "")
    if language.replace("_", "-") not in ("", locale.tag):
        what = f"header says language {language[:40]!r} in the folder of {locale.tag!r}"
        yield Finding(code="T106", message=what, origin=origin)
    if wrong := _wrong_plurals(header.get("Plural-Forms", ""), locale):
        hint = f"say {locale.plural_forms!r}"
        yield Finding(code="T104", message=wrong, origin=origin, hint=hint)


def _wrong_plurals(said: str, locale: Locale) -> str:
    """Compare by what the rules compute; say nothing where they agree."""
    try:
        said_count, said_rule = plurals.parse(said.strip())
        count, rule = plurals.parse(locale.plural_forms)
    except ValueError as error:
        return str(error)
    if said_count != count:
        return f"header has {said_count} plural forms, {locale.tag!r} has {count}"
    if any(said_rule(n) != rule(n) for n in range(1001)):
        return f"header's plural rule is not that of {locale.tag!r}"
    return ""
