"""What the program imports, pyproject.toml declares; what it declares, it imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

SILENT = {
    "brotli": "fontTools writes WOFF2 with it",
}
"""Declared and never imported by name, and why."""


def imported(modules: tuple[Path, ...]) -> set[str]:
    """Name the top-level modules by others that the program imports anywhere."""
    names: set[str] = set()
    for module in modules:
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"leaflets"}


def declared(house: Path) -> set[str]:
    """Name the packages that pyproject.toml asks for to run."""
    project = tomllib.loads((house / "pyproject.toml").read_text())["project"]
    return {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}


def test_every_import_is_a_declared_dependency(
    house: Path, modules: tuple[Path, ...]
) -> None:
    """Nothing works only because some other package happens to bring it."""
    providers = metadata.packages_distributions()

    strays = {
        name
        for name in imported(modules)
        if not {canonicalize_name(p) for p in providers.get(name, [name])} & declared(house)
    }

    assert not strays


def test_every_dependency_is_used(house: Path, modules: tuple[Path, ...]) -> None:
    """No package is installed on every machine for nothing."""
    providers = metadata.packages_distributions()
    used = {
        canonicalize_name(package)
        for name in imported(modules)
        for package in providers.get(name, [])
    }

    assert declared(house) - used - set(SILENT) == set()


def test_no_dependency_forbids_passing_the_program_on() -> None:
    """Nothing in the import path is under the GPL or AGPL alone."""
    waiting = ["leaflets"]
    seen: set[str] = set()
    bound = []
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in seen:
            continue
        seen.add(name)
        about = metadata.metadata(name)
        told = [*(about.get_all("License-Expression") or about.get_all("License") or ())]
        told += [c for c in about.get_all("Classifier") or () if c.startswith("License ::")]
        strict = [text for text in told if re.search(r"(?<!L)\bA?GPL|Affero", text)]
        free = [text for text in told if re.search(r"LGPL|MPL|MIT|BSD|Apache", text)]
        if strict and not free:
            bound.append(name)
        for line in metadata.requires(name) or ():
            need = Requirement(line)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                waiting.append(need.name)

    assert len(seen) > 15
    assert not bound
