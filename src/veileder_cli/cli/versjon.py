"""The option that says which program and which edition of the content this is."""

import os
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from veileder_cli import __version__
from veileder_cli.cli.options import Sprak, known_language
from veileder_cli.editions import choose_edition
from veileder_cli.errors import EditionError
from veileder_cli.sprak import _


def version_text() -> str:
    """Say it in two lines; the content is named by its folders, and none of it is read."""
    innhold = os.environ.get("VEILEDER_INNHOLD")
    try:
        utgave = choose_edition(Path(innhold) if innhold else None, "").navn
    except EditionError as error:
        utgave = ", ".join(error.finnes) or _("ikke funnet")
    return _("veileder {versjon}\ninnhold: {utgave}").format(versjon=__version__, utgave=utgave)


def _tell(ctx: typer.Context, valgt: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if valgt and not ctx.resilient_parsing:  # not while the Tab key asks
        typer.echo(version_text())
        raise typer.Exit


Versjon: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--versjon",
        callback=_tell,
        is_eager=True,
        help=_("Vis hvilken versjon av programmet og innholdet dette er, og avslutt."),
    ),
]


def program(*, versjon: Versjon = False, sprak: Sprak = "") -> None:  # noqa: ARG001 - ends in _tell
    """Stand for what comes before a command; the language was chosen before this was loaded.

    Here no guide is known, so a language that only a guide has stands after the command.
    """
    if sprak:
        known_language(sprak)
