"""What the authors' commands share: which guide, how far a proof goes, and faults as JSON."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from veileder_cli.cli.output import show_json
from veileder_cli.editions import Utgave, choose_edition
from veileder_cli.errors import ContentError
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

Grense: TypeAlias = Annotated[
    int,
    typer.Option(
        "--grense",
        min=1,
        metavar=_("ANTALL"),
        help=_("Gi opp etter så mange mellomresultater. En million tar opptil 0,5 GB minne."),
    ),
]


def choose_guide(mappe: Path | None, innhold: Path | None, utgave: str) -> Utgave:
    """Find the guide; a folder that is written on the line goes before the option."""
    return choose_edition(mappe or innhold, utgave)


def named(valgt: Utgave) -> dict[str, Any]:
    """Give what JSON says of which guide it is about."""
    return {"veileder": valgt.navn, "mappe": str(valgt.mappe)}


@contextmanager
def faults_as_json(hvilken: dict[str, Any], *, json: bool) -> Iterator[None]:
    """Show faults in the content as JSON too, where that was asked for; the error goes on."""
    try:
        yield
    except ContentError as error:
        if json:
            feil = [asdict(p) for p in error.problems]
            show_json(hvilken | {"gyldig": False, "feil": feil})
        raise
