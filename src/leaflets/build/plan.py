"""Plan the matrix: leaflet × locale × imprint × format, by name.

Step 7 of 10. Names come from file names and nothing is parsed, so that a build with
nothing to do ends before it would have loaded a library.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from leaflets.build import glance
from leaflets.build.keys import Keys
from leaflets.content.printfiles import spec_names
from leaflets.content.project import Project
from leaflets.errors import ContentError, LocaleError
from leaflets.formats.base import FORMATS
from leaflets.model.work import Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What someone asks to have built; nothing named means everything."""

    leaflets: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    imprints: tuple[str, ...] = ()
    final: bool = False
    spec: str = ""
    """Print spec of the shop that the files for shops are made for; empty: each format's
    own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names that a project knows, in order."""

    leaflets: tuple[str, ...]
    locales: tuple[str, ...]
    imprints: tuple[str, ...]
    formats: tuple[str, ...]
    spoken: Mapping[str, frozenset[str]] = field(hash=False)
    """For each leaflet the locales that it can be read in."""

    originals: Mapping[str, str] = field(hash=False)
    """For each leaflet its original; empty where its file does not plainly say."""

    specs: tuple[str, ...] = ()
    """Print specs, the program's and the project's."""

    pseudo: frozenset[str] = frozenset()
    """Locales that do not exist: built only if they are named."""

    @property
    def one_imprint(self) -> bool:
        """True where no folder is needed to tell imprints apart."""
        return len(self.imprints) == 1


class UnknownName(Exception):
    """A name that the project does not know: a mistake of the command line."""

    def __init__(self, noun: str, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no {noun} is called {name!r}")
        self.noun = noun
        self.name = name
        near = difflib.get_close_matches(name, known, n=1)
        self.hint = f"did you mean {near[0]!r}?" if near else _all(noun, known)


class NothingToPrint(UnknownName):
    """A print spec is asked for, and no format that is asked for goes to a shop."""

    def __init__(self, spec: str, formats: Sequence[str]) -> None:
        Exception.__init__(
            self, f"{', '.join(formats)}: made for no shop, so print spec {spec!r} is idle"
        )
        fit = [name for name, form in FORMATS.items() if form.for_shop]
        self.noun = "print spec"
        self.name = spec
        self.hint = f"say --format {' or '.join(fit)}, or leave out --spec"


def survey(project: Project) -> Names:
    """Read the names of a project off its files."""
    leaflets = tuple(path.stem for path in project.leaflet_files() if _shown(path.name))
    locales = tuple(path.parent.name.replace("_", "-") for path in project.locale_files())
    return Names(
        leaflets=leaflets,
        locales=locales,
        imprints=tuple(path.stem for path in project.imprint_files() if _shown(path.name)),
        formats=tuple(FORMATS),
        specs=spec_names(project),
        spoken={leaflet: _locales_of(project, leaflet, locales) for leaflet in leaflets},
        pseudo=frozenset(
            path.parent.name.replace("_", "-")
            for path in project.locale_files()
            if glance.value(glance.head(path), "pseudo") == "true"
        ),
        originals={leaflet: _original_of(project, leaflet) for leaflet in leaflets},
    )


def plan(names: Names, wanted: Wanted, keys: Keys) -> tuple[Job, ...]:
    """Make the jobs that are wanted, each with its key.

    A leaflet is built in its original and in every locale that has a catalog for it;
    in a format that prints the original beside a translation, in the latter only.
    Raises UnknownName for a name that the project does not have (NothingToPrint for a
    print spec that no wanted format can be made for), ContentError for a
    project without leaflets or imprints, and LocaleError for one without locales and
    for a wanted locale in which there is nothing to build.
    """
    leaflets = _chosen("leaflet", wanted.leaflets, names.leaflets)
    tags = tuple(tag.replace("_", "-") for tag in wanted.locales)
    locales = _chosen("locale", tags, names.locales)
    if not tags:
        locales = tuple(tag for tag in locales if tag not in names.pseudo)
    formats = _chosen("format", wanted.formats, names.formats)
    imprints = _chosen("imprint", wanted.imprints, names.imprints)
    if wanted.spec:
        _chosen("print spec", (wanted.spec,), names.specs)
        if not any(FORMATS[form].for_shop for form in formats):
            raise NothingToPrint(wanted.spec, formats)
    specs = {form: _spec_of(form, wanted.spec) for form in formats}
    for noun, found in (("leaflets", leaflets), ("imprints", imprints)):
        if not found:
            raise ContentError(f"there is nothing to build: content/{noun}/ is empty")
    if not locales:
        raise LocaleError("there is nothing to build: locales/ holds no locale")
    if wanted.locales:
        _require_catalogs(leaflets, locales, names.spoken)
    jobs = tuple(
        Job(
            leaflet=leaflet,
            locale=locale,
            imprint=imprint,
            format=form,
            final=wanted.final,
            spec=specs[form],
            key=keys.of(
                leaflet, locale, imprint, form, final=wanted.final, spec=specs[form]
            ),
        )
        for locale in locales  # outermost: a worker that has a script's fonts open keeps them
        for leaflet in leaflets
        if locale in names.spoken[leaflet]
        for imprint in imprints
        for form in formats
        if not (FORMATS[form].beside and locale == names.originals[leaflet])
    )
    if not jobs:
        raise LocaleError(
            f"{', '.join(formats)}: there is no translation to print beside its original",
            hint="name a locale that a leaflet is translated into",
        )
    return jobs


def _spec_of(form: str, wanted: str) -> str:
    """Print spec of a format: the shop's where it goes to a shop, else its own."""
    return wanted if wanted and FORMATS[form].for_shop else FORMATS[form].spec


def _chosen(noun: str, wanted: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    for name in wanted:
        if name not in known:
            raise UnknownName(noun, name, known)
    return tuple(name for name in known if not wanted or name in wanted)


def _locales_of(project: Project, leaflet: str, locales: Sequence[str]) -> frozenset[str]:
    original = _original_of(project, leaflet)
    if original not in locales:
        # Something is wrong with the file: plan it everywhere, so that a job says so.
        return frozenset(locales)
    return frozenset(
        locale
        for locale in locales
        if locale == original
        or project.catalog(locale.replace("-", "_"), leaflet).is_file()
    )


def _original_of(project: Project, leaflet: str) -> str:
    text = glance.head(project.content / "leaflets" / f"{leaflet}.yaml")
    return glance.value(text, "original") or ""


def _require_catalogs(
    leaflets: Sequence[str], locales: Sequence[str], spoken: Mapping[str, frozenset[str]]
) -> None:
    for locale in locales:
        if not any(locale in spoken[leaflet] for leaflet in leaflets):
            raise LocaleError(
                f"no leaflet that is asked for has a catalog for {locale!r}",
                hint=f"say 'leaflets catalog update --locale {locale}' to begin one",
            )


def _shown(name: str) -> bool:
    return not name.startswith(".")


def _all(noun: str, known: Sequence[str]) -> str:
    return f"there are: {', '.join(known)}" if known else f"the project has no {noun}"
