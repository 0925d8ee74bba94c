"""What the tests of the .po format share."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from types import MappingProxyType

from leaflets.catalogs import store
from leaflets.catalogs.catalog import Catalog
from leaflets.model.locale import Locale

HEAD = """\
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"X-Kept: yes\\n"
"X-Another: 1\\n"
"""


def parsed(text: str, locale: Locale) -> Catalog:
    """Read a catalog; nothing in it may stop the work."""
    held = store.parse(text, domain="t", shown="t.po", locale=locale)
    assert [f for f in held.findings if f.code != "T105"] == []
    return held


def edited(held: Catalog, key: str, form: str) -> Catalog:
    """Translate one message otherwise, as a new object made of new objects."""
    entries = {k: replace(entry) for k, entry in held.entries.items()}
    forms = (form, *entries[key].forms[1:])
    entries[key] = replace(entries[key], forms=forms)
    return replace(held, entries=MappingProxyType(entries))


def changed_lines(before: str, after: str) -> list[str]:
    """Lines that went (-) and came (+)."""
    lines = unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]
