"""The authors' commands, gathered under one name."""

import typer

from veileder_cli.cli import (
    innhold_analyser,
    innhold_ny,
    innhold_prov,
    innhold_sammenlign,
    innhold_skjema,
    innhold_valider,
    innhold_vis,
)
from veileder_cli.cli.declared import Command
from veileder_cli.cli.options import NODLINJE
from veileder_cli.cli.register import register
from veileder_cli.sprak import _

HJELP = _("For deg som skriver innhold: lag, kontroller og prøv en veileder.")
COMMANDS = (
    innhold_valider.COMMAND,
    innhold_prov.COMMAND,
    innhold_analyser.COMMAND,
    innhold_vis.COMMAND,
    innhold_sammenlign.COMMAND,
    innhold_skjema.COMMAND,
    innhold_ny.COMMAND,
)


def build_innhold() -> typer.Typer:
    """Put the authors' commands together, in the order of their help."""
    app = typer.Typer(
        help=HJELP,
        epilog=NODLINJE,
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    for command in COMMANDS:
        register(app, Command(*command))
    return app
