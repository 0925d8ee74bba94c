"""Modules are small, explained, and named after what they are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

LONGEST = 400
VAGUE = re.compile(r"(^|_)(utils?|helpers?|misc|common|manager|handler|service)s?($|_)")
SUBJECT = re.compile(r"miscarr|pregnan|gestation|womb|ovary|killer cell", re.IGNORECASE)

type_of_definition = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def public_things(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Yield the module and every public class, function and method in it."""
    yield "module", tree
    for thing in tree.body:
        if isinstance(thing, type_of_definition) and not thing.name.startswith("_"):
            yield thing.name, thing
            if isinstance(thing, ast.ClassDef):
                for inner in thing.body:
                    if isinstance(inner, type_of_definition) and not inner.name.startswith(
                        "_"
                    ):
                        yield f"{thing.name}.{inner.name}", inner


def test_no_module_is_longer_than_one_sitting(modules: tuple[Path, ...]) -> None:
    """A module is one rule: 400 lines at the most."""
    long = {m.name: n for m in modules if (n := len(m.read_text().splitlines())) > LONGEST}

    assert not long


def test_every_public_thing_says_what_it_is(modules: tuple[Path, ...]) -> None:
    """Modules, classes, functions and methods that others may use have a docstring."""
    mute = [
        f"{module}: {name}"
        for module in modules
        for name, thing in public_things(ast.parse(module.read_text()))
        if not ast.get_docstring(thing)  # type: ignore[arg-type]
    ]

    assert not mute


def test_no_module_has_a_vague_name(modules: tuple[Path, ...]) -> None:
    """Nothing is called utils, helper, manager, handler or service."""
    vague = [str(module) for module in modules if VAGUE.search(module.stem)]

    assert not vague


def test_package_files_hold_no_work(modules: tuple[Path, ...]) -> None:
    """An __init__.py has a docstring; the root's has the version as well."""
    busy = [
        str(module)
        for module in modules
        if module.name == "__init__.py"
        for statement in ast.parse(module.read_text()).body[1:]
        if not (isinstance(statement, ast.Assign) and module.parent.name == "leaflets")
    ]

    assert not busy


def test_an_import_inside_a_function_says_why(modules: tuple[Path, ...]) -> None:
    """A late import has a comment on its line or right above it."""
    silent = []
    for module in modules:
        lines = module.read_text().splitlines()
        tree = ast.parse("\n".join(lines))
        functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
        late = {
            node.lineno
            for function in functions
            for node in ast.walk(function)
            if isinstance(node, (ast.Import, ast.ImportFrom))
        }
        for number in late:
            above = number - 1
            while above in late:  # a block of imports shares the comment above it
                above -= 1
            if not any("#" in lines[near - 1] for near in (number, above)):
                silent.append(f"{module}:{number}")

    assert not silent


def test_the_program_knows_no_subject(modules: tuple[Path, ...]) -> None:
    """Others will make leaflets about other things with the same program."""
    told = [
        f"{module}:{number}: {line.strip()}"
        for module in modules
        for number, line in enumerate(module.read_text().splitlines(), 1)
        if SUBJECT.search(line)
    ]

    assert not told
