"""The two made-up locales, and their files.

``en-XA`` is accented and longer, ``ar-XB`` runs from right to left. XA to XZ are country
codes that stand for no country (ISO 3166-1, user-assigned), as in Android and CLDR.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from leaflets import files
from leaflets.catalogs import store
from leaflets.catalogs.domains import domains
from leaflets.catalogs.joining import filled, updated
from leaflets.catalogs.pseudo import accented, forms_of, turned
from leaflets.content import yamlfile
from leaflets.content.library import Library
from leaflets.content.recordshapes import LocaleShape
from leaflets.errors import LocaleError
from leaflets.model.locale import Locale

_ACCENTED = """\
# Made by 'leaflets catalog pseudo': no language, for tests of pages. Not for patients.
tag: en-XA
name: Þšéüðö
english: Pseudo (accented)
direction: ltr
script: Latn
fonts: [Noto Sans]
line_height: 1.45
italic: true
plural_forms: "nplurals=2; plural=(n != 1);"
machine: true
pseudo: true
braille:
  table: en-ueb-g1.ctb
  name: Unified English Braille, uncontracted
  grade: 1
  instead: {Ɓ: B, Ƒ: F, ƒ: f, ɱ: m}
"""

_TURNED = """\
# Made by 'leaflets catalog pseudo': no language, for tests of pages. Not for patients.
tag: ar-XB
name: طشجقثس
english: Pseudo (right to left)
direction: rtl
script: Arab
fonts: [Noto Naskh Arabic, Noto Sans]
line_height: 1.75
scale: 1.12
quotes: ["”", "“"]
plural_forms: "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
machine: true
pseudo: true
braille:
  table: ar-ar-g1.utb
  name: Arabic braille, uncontracted
  grade: 1
"""


@dataclass(frozen=True, slots=True)
class Pseudo:
    """A made-up locale: how it is set, and how words are said in it."""

    yaml: str
    say: Callable[[str], str]

    @property
    def locale(self) -> Locale:
        """The locale, as its file says it."""
        file, _ = yamlfile.read(self.yaml, "locale.yaml")
        if file is None:
            raise LocaleError("the made-up locale is damaged")
        return LocaleShape.model_validate(file.data).make(file)


PSEUDO_LOCALES = (Pseudo(_ACCENTED, accented), Pseudo(_TURNED, turned))
"""Every made-up locale."""


def write_pseudo_locales(library: Library) -> tuple[Path, ...]:
    """Write the made-up locales and a whole catalog for every domain; return what changed.

    Raises LocaleError, and writes nothing, where a locale of that name is a real one.
    """
    for made in PSEUDO_LOCALES:
        held = library.locales.get(made.locale.tag)
        if held is not None and not held.pseudo:
            raise LocaleError(
                f"{held.tag!r} is a locale of this project, and is not written over",
                hint="a made-up locale says 'pseudo: true'",
                origin=held.origin,
            )
    changed: list[Path] = []
    dated = max((x.evidence.written for x in library.leaflets.values()), default="")
    for made in PSEUDO_LOCALES:
        locale = made.locale
        path = library.project.locales / locale.folder / "locale.yaml"
        if not path.is_file() or path.read_bytes() != made.yaml.encode():
            files.write_atomically(path, made.yaml)
            changed.append(path)
        for domain in domains(library):
            said = {
                message.key: forms_of(message, locale, made.say)
                for message in domain.messages
            }
            catalog = filled(updated(domain, None, locale, dated), said, machine=True)
            path = library.project.catalog(locale.folder, domain.name)
            if store.write(path, catalog):
                changed.append(path)
    return tuple(changed)
