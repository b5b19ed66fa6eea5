"""The command that prints what makes the Tab key work in a shell."""

from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import typer

from veileder_cli.cli.options import Json
from veileder_cli.cli.output import show_file, show_json
from veileder_cli.sprak import _


class Skall(StrEnum):
    """A shell with a script in skall/; the value ends the script's name."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def fullforing(
    skall: Annotated[
        Skall, typer.Argument(metavar=_("SKALL"), help=_("Skallet du skriver kommandoer i."))
    ],
    json: Json = False,
) -> None:
    """Print the script of a shell."""
    skript = (files(__package__) / "skall" / f"veileder.{skall}").read_text("utf-8")
    if json:
        show_json({"skall": skall, "skript": skript})
    else:
        show_file(skript)


COMMAND = (
    fullforing,
    _(
        "Skriv oppsettet som lar Tab-tasten fullføre kommandoer og ord.\n\n"
        "Legg det inn i skallet én gang, slik det står i de første linjene av det du får. Da "
        "foreslår Tab kommandoer, valg, begreper, kontakter, roller, trinn og utgaver."
    ),
    ("fullforing bash", "fullforing powershell"),
)
