"""Which guide an author's command is about: the folder given, or else what the options say."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from veileder_cli.editions import Utgave, choose_edition
from veileder_cli.sprak import _

Mappe: TypeAlias = Annotated[
    Path | None,
    typer.Argument(
        metavar=_("[MAPPE]"),
        exists=True,
        file_okay=False,
        help=_(
            "Mappa til en veileder, eller en mappe med kommune/utgave. Ellers den som følger med."
        ),
        show_default=False,
    ),
]


def choose_guide(mappe: Path | None, innhold: Path | None, utgave: str) -> Utgave:
    """Find the guide; a folder that is written on the line goes before the option."""
    return choose_edition(mappe or innhold, utgave)
