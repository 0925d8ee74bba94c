"""Name the files for print in an output folder, as its manifest knows them.

Run as a program, with the folder, it prints their paths, each ended by a zero byte.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def printed(folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Give each file for print with its record; none where there is no manifest."""
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return []
    records = json.loads(manifest.read_text("utf-8"))["artifacts"]
    return [(folder / record["path"], record) for record in records if record["spec"]]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{path}\0" for path, _ in printed(Path(sys.argv[1]))))
