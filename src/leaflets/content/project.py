"""The folder: content, locales, templates, output."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from leaflets.errors import ContentError


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder and the names in it; reads nothing until asked."""

    root: Path

    @classmethod
    def at(cls, folder: Path) -> Project:
        """Open the project in *folder*; raises ContentError where there is none."""
        root = folder.resolve()
        if not (root / "content").is_dir() or not (root / "locales").is_dir():
            raise ContentError(
                f"no project in {folder.name!r}",
                hint="a project has the folders content/ and locales/; say --project DIR",
            )
        return cls(root)

    @property
    def content(self) -> Path:
        """Leaflets, claims, facts, sources, imprints."""
        return self.root / "content"

    @property
    def locales(self) -> Path:
        """One folder for each locale, and the .pot files."""
        return self.root / "locales"

    @property
    def templates(self) -> Path:
        """Jinja templates and styles."""
        return self.root / "templates"

    @property
    def output(self) -> Path:
        """Where builds go by default; ignored by git."""
        return self.root / "output"

    def shown(self, path: Path) -> str:
        """Name of a file from the project folder, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name

    def leaflet_files(self) -> list[Path]:
        """Every leaflet's file, in order of name."""
        return _files(self.content / "leaflets", ".yaml")

    def imprint_files(self) -> list[Path]:
        """Every imprint's file, in order of name."""
        return _files(self.content / "imprints", ".yaml")

    def record_files(self, folder: str, suffix: str = ".yaml") -> list[Path]:
        """Files of claims, facts or sources, in order of name."""
        return _files(self.content / folder, suffix)

    def misnamed(self) -> list[Path]:
        """List files that look like content and are not read, for their ending."""
        return sorted(path for path in self.content.glob("*/*.yml") if path.is_file())

    def locale_files(self) -> list[Path]:
        """Every ``locale.yaml``, in order of folder."""
        return sorted(self.locales.glob("*/locale.yaml")) if self.locales.is_dir() else []

    def words_files(self) -> list[Path]:
        """Every ``words.yaml``, in order of folder."""
        return sorted(self.locales.glob("*/words.yaml")) if self.locales.is_dir() else []

    def catalog(self, locale_folder: str, domain: str) -> Path:
        """Name the .po file of a leaflet (or ``phrases``) in a locale."""
        return self.locales / locale_folder / "LC_MESSAGES" / f"{domain}.po"

    def ledger(self, locale_folder: str = "") -> Path:
        """Name the append-only ledger of the original, or of a locale."""
        folder = self.locales / locale_folder if locale_folder else self.content
        return folder / "ledger.jsonl"


def _files(folder: Path, suffix: str) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.suffix == suffix and p.is_file())
