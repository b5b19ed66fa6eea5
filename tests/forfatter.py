"""Runs the authors' commands, and makes copies of a guide that differ in one thing."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import typer

from guider import FJORDVIK, change
from veileder_cli.cli import norsk
from veileder_cli.cli.register import for_typer

Command: TypeAlias = tuple[Callable[..., None], str, tuple[str, ...]]


def run(command: Command, *argv: str | Path) -> int:
    """Run one command as the program does, and give its exit code; raise what it does not catch."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(help=command[1])(for_typer(command[0]))
    app.command("annet")(lambda: None)

    def fail(error: Exception) -> int:
        raise error

    return norsk.run(app, [command[0].__name__, *map(str, argv)], unexpected=fail)


def copy_of_fjordvik(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Copy the guide; each change is a file, a text in it that is there once, and what to put."""
    mappe = folder / "fjordvik" / "2025-01"
    shutil.copytree(FJORDVIK, mappe)
    for fil, bytt, med in changes:
        change(mappe / fil, {"bytt": bytt, "med": med})
    return mappe
