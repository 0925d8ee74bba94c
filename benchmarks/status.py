"""The status board of a large project: 7 leaflets and the phrases in 20 locales.

Cold: nothing remembered. Touched: one catalog changed since. Warm: nothing did. Each is
a process of its own, by the clock from start to end. Beside them ``msgfmt --statistics``
over the same files, which counts and checks nothing.

    .venv/bin/python benchmarks/status.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measure import machine, verdict

from leaflets.catalogs import store
from leaflets.catalogs.domains import domains
from leaflets.catalogs.joining import filled, updated
from leaflets.content import library
from leaflets.content.project import Project

ROOT = Path(__file__).parents[1]
LEAFLETS = 7
TAGS = (
    "pl", "fr", "es", "pt", "it", "de", "nl", "sv", "da", "nb", "fi", "hu", "ro", "cs",
    "sk", "sl", "hr", "lt", "lv", "et",
)  # fmt: skip
WARM = 2.0


def make(root: Path) -> list[Path]:
    """Make the project: one leaflet under seven names, one translation under twenty."""
    shutil.copytree(ROOT / "content", root / "content")
    (root / "locales").mkdir()
    shutil.copytree(ROOT / "locales" / "en", root / "locales" / "en")
    leaflets = root / "content" / "leaflets"
    words = (leaflets / "causes.yaml").read_text("utf-8")
    for path in leaflets.glob("*.yaml"):
        path.unlink()
    for number in range(LEAFLETS):
        named = words.replace("leaflet: causes", f"leaflet: causes-{number}", 1)
        (leaflets / f"causes-{number}.yaml").write_text(named, "utf-8")
    polish = (ROOT / "locales/pl/locale.yaml").read_text("utf-8")
    for tag in TAGS:
        (root / "locales" / tag).mkdir()
        text = polish.replace("tag: pl\n", f"tag: {tag}\n", 1)
        (root / "locales" / tag / "locale.yaml").write_text(text, "utf-8")
        held = ROOT / "locales/pl/words.yaml"
        if held.is_file():
            shutil.copy(held, root / "locales" / tag)
    shelf = library.read(Project.at(root))
    model = shelf.locales["pl"]
    said = {
        name: store.read(ROOT / f"locales/pl/LC_MESSAGES/{name}.po", name, model).entries
        for name in ("phrases", "causes")
    }
    paths = []
    for tag in TAGS:
        locale = shelf.locales[tag]
        for domain in domains(shelf):
            known = said[domain.name.partition("-")[0]]
            forms = {
                message.key: entry.forms
                for message in domain.messages
                if (entry := known.get(_plain(message.key)))
            }
            catalog = filled(updated(domain, None, locale), forms, machine=True)
            path = shelf.project.catalog(locale.folder, domain.name)
            path.parent.mkdir(exist_ok=True)
            store.write(path, catalog)
            paths.append(path)
    return paths


def main() -> None:
    """Print cold, touched and warm, and the ratio to msgfmt."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=5)
    rounds = asked.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        paths = make(root)
        board = [sys.executable, "-m", "leaflets", "--project", folder, "catalog", "status"]
        count = ["msgfmt", "--statistics", "-o", "/dev/null"]
        print(f"{len(paths)} catalogs, {machine()}")

        def cold() -> None:
            shutil.rmtree(root / "output", ignore_errors=True)
            _run(board)

        def touched() -> None:
            text = paths[0].read_text("utf-8")
            paths[0].write_text(f"# {time.time()}\n{text}", "utf-8")
            _run(board)

        def gettext() -> None:
            for path in paths:
                _run([*count, str(path)])

        first = _timed(cold)
        time.sleep(2.5)  # what changed just now is hashed again, whatever its looks
        _run(board)
        warm = [_timed(lambda: _run(board)) for _ in range(rounds)]
        beside = [_timed(gettext) for _ in range(rounds)]
        print(f"cold: {first:.2f} s")
        print(f"one catalog touched: {_timed(touched):.2f} s")
        print(verdict("warm", warm, WARM, " s"))
        ratio = statistics.median(warm) / statistics.median(beside)
        print(f"warm to msgfmt --statistics, one process a file: {ratio:.2f}")


def _plain(key: str) -> str:
    slug, dot, rest = key.partition(".")
    return f"{slug.partition('-')[0] if slug.startswith('causes') else slug}{dot}{rest}"


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _run(words: list[str]) -> None:
    done = subprocess.run(words, check=False, capture_output=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())


if __name__ == "__main__":
    main()
