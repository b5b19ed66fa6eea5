"""The options that every command has, said once."""

from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

NODLINJE: Final = "Er noen i fare nå? Ring 112."
"""The national emergency number; the same for every municipality, and there without content."""

Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")]
Innhold: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--innhold",
        envvar="VEILEDER_INNHOLD",
        exists=True,
        file_okay=False,
        help="Bruk innholdet i denne mappa i stedet for det som følger med.",
    ),
]
Utgave: TypeAlias = Annotated[
    str,
    typer.Option(
        "--utgave",
        metavar="NAVN",
        show_default="den nyeste",
        help="Bruk denne utgaven, for eksempel 2021-11.",
    ),
]
