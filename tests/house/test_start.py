"""The program starts with little, and without what only developers have."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HEAVY = ("weasyprint", "babel", "pydantic", "pikepdf", "jinja2", "pypdfium2", "citeproc")

BLOCKED_IMPORT = """
import importlib, json, pkgutil, sys

class Absent:
    def __init__(self, names):
        self.names = names
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"{name} is for developers", name=name)

sys.meta_path.insert(0, Absent(set(json.load(sys.stdin))))
import leaflets
for module in pkgutil.walk_packages(leaflets.__path__, "leaflets."):
    if module.name != "leaflets.__main__":
        importlib.import_module(module.name)
"""


def closure(name: str, extra: str = "") -> set[str]:
    """Name every installed package that *name* needs, itself included."""
    found: set[str] = set()
    waiting = [(canonicalize_name(name), extra)]
    while waiting:
        package, wanted_extra = waiting.pop()
        if package in found:
            continue
        found.add(package)
        for line in metadata.requires(package) or ():
            need = Requirement(line)
            environments = [{"extra": ""}, *({"extra": e} for e in [wanted_extra] if e)]
            if need.marker is None or any(need.marker.evaluate(e) for e in environments):
                waiting += [(canonicalize_name(need.name), e) for e in need.extras or {""}]
    return found


def developers_modules() -> list[str]:
    """Name the top-level modules that are installed for developers only."""
    only_dev = closure("leaflets", "dev") - closure("leaflets")
    return sorted(
        module
        for module, packages in metadata.packages_distributions().items()
        if {canonicalize_name(p) for p in packages} <= only_dev
    )


def test_the_program_needs_nothing_that_only_developers_have() -> None:
    """Every module can be imported where the dev packages are not installed."""
    absent = developers_modules()
    assert {"pytest", "hypothesis", "mypy", "page"} <= set(absent)

    verdict = subprocess.run(
        [sys.executable, "-c", BLOCKED_IMPORT],
        input=json.dumps(absent),
        capture_output=True,
        text=True,
        check=False,
    )

    assert verdict.returncode == 0, verdict.stderr


def test_asking_for_help_loads_nothing_heavy() -> None:
    """`leaflets --help` answers without the engine, CLDR, or the reader of content."""
    code = (
        "import sys; from leaflets.cli.main import main; sys.argv = ['leaflets', '--help']\n"
        "try:\n    main()\n"
        "except SystemExit as done:\n    assert not done.code, done.code\n"
        f"print('LOADED', *(name for name in {HEAVY!r} if name in sys.modules))"
    )

    verdict = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert verdict.returncode == 0, verdict.stderr
    assert "build" in verdict.stdout
    assert verdict.stdout.splitlines()[-1] == "LOADED"
