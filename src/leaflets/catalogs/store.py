"""Read and write .po files: polib behind bounds, findings instead of exceptions.

What is in a file never raises: a catalog that cannot be read is empty and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import polib

from leaflets import files
from leaflets.catalogs import plurals
from leaflets.catalogs.catalog import Catalog, Entry
from leaflets.catalogs.lines import look
from leaflets.catalogs.unit import entry_of, unit_of
from leaflets.errors import ContentError
from leaflets.findings import Finding, Severity
from leaflets.model.locale import Locale
from leaflets.origin import Origin

LIMIT = 10 * 1024 * 1024
"""Bytes of the largest .po file that is read."""

LONGEST = 20_000
"""Characters of the longest message that is read; five times what a Text may hold."""

WIDTH = 78
"""Columns that a written file is wrapped to, as gettext's own tools do."""

_SYNTAX = re.compile(r"\(line (\d+)\)(?:: (.*))?")


def read(path: Path, shown: str, locale: Locale) -> Catalog:
    """Read a .po file; *shown* is the name that findings give it.

    Never raises for what is in the file: a catalog that cannot be read is empty and says
    why in its findings (T101 to T107).
    """
    try:
        text = files.read_text(path, shown=shown, limit=LIMIT)
    except ContentError as error:
        origin = error.origin or Origin(shown)
        return _refused(path.stem, locale, error.message, origin, hint=error.hint)
    return parse(text, domain=path.stem, shown=shown, locale=locale)


def parse(text: str, *, domain: str, shown: str, locale: Locale) -> Catalog:
    """Read the text of a .po file."""
    lines = look(text)
    if lines.wrong:
        return _refused(domain, locale, lines.reason, Origin(shown, lines.wrong))
    if "msgid" not in text:
        return _refused(domain, locale, "holds no message", Origin(shown, 1))
    try:
        held = polib.pofile(text, wrapwidth=WIDTH, encoding="utf-8")
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        match = _SYNTAX.search(str(error))
        line_number = int(match[1]) if match else 1
        what = f"does not parse: {(match[2] if match else None) or 'syntax error'}"
        return _refused(domain, locale, what, Origin(shown, line_number))
    findings = list(_header_findings(held.metadata, shown, locale))
    entries: dict[str, Entry] = {}
    obsolete: list[Entry] = []
    for unit in held:
        origin = Origin(shown, lines.start_after(unit.linenum or 1))
        entry = entry_of(unit, origin)
        if max(map(len, (entry.key, entry.words, entry.other, *entry.forms))) > LONGEST:
            what = f"message is longer than {LONGEST} characters"
            findings.append(_found("T107", what, entry.origin))
        elif not entry.key:
            findings.append(
                _found(
                    "T105",
                    "message has no key (msgctxt), so no Text can use it",
                    entry.origin,
                    severity=Severity.WARNING,
                )
            )
        elif unit.obsolete:
            obsolete.append(entry)
        elif entry.key in entries:
            first = entries[entry.key].origin.line
            what = f"message {entry.key!r} stands twice"
            findings.append(
                _found("T103", what, entry.origin, f"the first is at line {first}")
            )
        else:
            entries[entry.key] = entry
    return Catalog(
        locale_tag=locale.tag,
        domain=domain,
        entries=MappingProxyType(entries),
        obsolete=tuple(obsolete),
        header=MappingProxyType(dict(held.metadata)),
        comment=held.header,
        path=shown,
        findings=tuple(findings),
    )


def written(catalog: Catalog) -> str:
    """Say a catalog as the text of a .po file: the same bytes for the same catalog."""
    held = polib.POFile(wrapwidth=WIDTH)
    held.metadata = dict(catalog.header)
    held.header = catalog.comment
    held.extend(unit_of(entry) for entry in catalog.entries.values())
    held.extend(
        unit_of(replace(entry, notes=(), places=()), obsolete=True)
        for entry in sorted(catalog.obsolete, key=lambda e: e.key)
    )
    return f"{held}\n"


def write(path: Path, catalog: Catalog) -> bool:
    """Write a catalog, whole or not at all; say whether the file changed."""
    text = written(catalog)
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    files.write_atomically(path, text)
    return True


def _refused(
    domain: str, locale: Locale, what: str, origin: Origin, *, hint: str = ""
) -> Catalog:
    return Catalog(
        locale_tag=locale.tag,
        domain=domain,
        entries=MappingProxyType({}),
        header=MappingProxyType({}),
        path=origin.path,
        findings=(_found("T101", f"catalog: {what}", origin, hint),),
    )


def _found(
    code: str,
    message: str,
    origin: Origin,
    hint: str = "",
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(code=code, message=message, origin=origin, hint=hint, severity=severity)


def _header_findings(
    header: dict[str, str], shown: str, locale: Locale
) -> Iterable[Finding]:
    origin = Origin(shown, 1)
    charset = re.search(r"charset=([^\s;]+)", header.get("Content-Type", ""))
    if charset is None or charset[1].lower() not in ("utf-8", "utf8"):
        said = charset[1] if charset else "none"
        hint = "say 'Content-Type: text/plain; charset=UTF-8'"
        yield _found("T102", f"header names the character set {said!r}", origin, hint)
    language = header.get("Language", "")
    if language.replace("_", "-") not in ("", locale.tag):
        what = f"header says language {language!r} in the folder of {locale.tag!r}"
        yield _found("T106", what, origin)
    forms = header.get("Plural-Forms", "")
    try:
        said_count, said_rule = plurals.parse(forms.strip())
        count, rule = plurals.parse(locale.plural_forms)
    except ValueError as error:
        yield _found("T104", str(error), origin, f"say {locale.plural_forms!r}")
        return
    if said_count != count:
        what = f"header has {said_count} plural forms, {locale.tag!r} has {count}"
        yield _found("T104", what, origin, f"say {locale.plural_forms!r}")
    elif any(said_rule(n) != rule(n) for n in range(1001)):
        what = f"header's plural rule is not that of {locale.tag!r}"
        hint = f"say {locale.plural_forms!r}"
        yield _found("T104", what, origin, hint)
