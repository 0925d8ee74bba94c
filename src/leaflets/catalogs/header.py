"""The head of a catalog: what gettext asks for, and what a reader must know of it.

No clock is read: the same catalog has the same bytes on any day. The date is that of the
original's text, until a translator's tool writes its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from leaflets.model.locale import Locale

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
