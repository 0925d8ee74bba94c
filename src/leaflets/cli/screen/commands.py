"""A group of commands, each a file of its name in one package.

A file holds its command as ``command`` and is imported only when it is called; the list
of commands takes its words from the first lines of the files.
"""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

_NO_COMMANDS = ("__init__", "main")


class Commands(click.Group):
    """The commands that stand in *package*, one file each."""

    def __init__(self, *args: Any, package: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._package = package
        spec = find_spec(package)
        places = spec.submodule_search_locations if spec else None
        self._folder = Path(next(iter(places or ())))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in order."""
        stems = (path.stem for path in self._folder.glob("*.py"))
        return sorted(
            s.strip("_").replace("_", "-") for s in stems if s not in _NO_COMMANDS
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{self._package}.{self._file(cmd_name).stem}")
        found: click.Command = module.command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; say which one may have been meant."""
        # Here, because only a mistake needs it.
        from difflib import get_close_matches

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"{error.message}{hint}", ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        rows = [(name, self._first_line(name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def _file(self, name: str) -> Path:
        """Find a command's file; ``import`` is no module's name, ``import_`` is."""
        path = self._folder / f"{name.replace('-', '_')}.py"
        return path if path.is_file() else path.with_stem(f"{path.stem}_")

    def _first_line(self, name: str) -> str:
        """First line of a command's docstring, read and not run."""
        said = ast.get_docstring(ast.parse(self._file(name).read_bytes())) or ""
        return said.partition("\n")[0].rstrip(".")
