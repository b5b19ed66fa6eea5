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
from veileder_cli.cli.norsk import examples
from veileder_cli.cli.options import NODLINJE, in_language
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
    for command, hjelp, eksempler in COMMANDS:
        linjer = examples(*(f"veileder {e}" for e in eksempler))
        app.command(help=hjelp, epilog=f"{linjer}\n\n{NODLINJE}")(in_language(command))
    return app
