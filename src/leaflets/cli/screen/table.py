"""What was built, as a table on a terminal: leaflets and languages down, formats across."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from leaflets.build import lengths
from leaflets.build.manifest import Failed
from leaflets.build.run import Built
from leaflets.model.work import Artifact

Entry = Artifact | Failed


def draw(built: Built) -> None:
    """Print the table of a build."""
    entries: dict[tuple[str, str, str], dict[str, Entry]] = {}
    found: list[Entry] = [*built.artifacts, *built.failed]
    for entry in found:
        job = entry.job
        row = entries.setdefault((job.leaflet, job.locale, job.imprint), {})
        row[job.format] = entry
    formats = sorted({job.format for job in built.jobs})
    imprints = len({job.imprint for job in built.jobs}) > 1
    names = ["leaflet", "locale", *(["imprint"] if imprints else [])]
    table = Table(*names, *formats, box=box.SIMPLE_HEAD)
    for (leaflet, locale, imprint), row in sorted(entries.items()):
        table.add_row(
            leaflet,
            locale,
            *([imprint] if imprints else []),
            *(_cell(row.get(form)) for form in formats),
        )
    Console().print(table)


def _cell(entry: Entry | None) -> Text:
    if entry is None:
        return Text("–", style="dim")
    if isinstance(entry, Failed):
        return Text("failed", style="bold red")
    found = f", {len(entry.findings)} to look at" if entry.findings else ""
    state = "draft" if entry.draft else "final"
    length = lengths.length(entry) if entry.told else f"{entry.pages} p."
    return Text(f"{state}, {length}{found}", style="yellow" if entry.draft else "green")
