"""The author's command that compares two editions."""

from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from veileder_cli.cli.fremdrift import Fremdriftslinje, waiting
from veileder_cli.cli.innhold_valg import Grense, choose_guide, faults_as_json, named
from veileder_cli.cli.options import Innhold, Json, Utgave
from veileder_cli.cli.output import show, show_json
from veileder_cli.innhold.diagram import LIMIT
from veileder_cli.sprak import _

Gammel: TypeAlias = Annotated[
    Path,
    typer.Argument(
        metavar=_("GAMMEL"),
        exists=True,
        file_okay=False,
        help=_("Mappa til den gamle utgaven, eller en mappe med kommune/utgave."),
    ),
]
Ny: TypeAlias = Annotated[
    Path | None,
    typer.Argument(
        metavar=_("[NY]"),
        exists=True,
        file_okay=False,
        help=_("Mappa til den nye utgaven. Ellers den som følger med."),
        show_default=False,
    ),
]


def sammenlign(
    gammel: Gammel,
    ny: Ny = None,
    grense: Grense = LIMIT,
    json: Json = False,
    innhold: Innhold = None,
    utgave: Utgave = "",
) -> None:
    """Say what differs between two editions, and which answers lead elsewhere."""
    from veileder_cli.innhold.sammenlign import as_dict, compare, read_pair  # noqa: PLC0415
    from veileder_cli.innhold.sammenlign_tekst import report  # noqa: PLC0415
    from veileder_cli.render.document import Paragraph  # noqa: PLC0415

    en, annen = choose_guide(gammel, None, ""), choose_guide(ny, innhold, utgave)
    hvilke: dict[str, Any] = {"gammel": named(en), "ny": named(annen)}
    with faults_as_json(hvilke, json=json), waiting(_("Leser begge utgavene")):
        par = read_pair(en.mappe, annen.mappe)
    with Fremdriftslinje(_("Sammenligner {hva}")) as linje:
        ut = compare(par, grense, linje.tell)
    if json:
        show_json(hvilke | as_dict(ut))
    else:
        hva = _("Sammenligner {en} i {en_mappe} (før) med {annen} i {annen_mappe} (nå)").format(
            en=en.navn, en_mappe=en.mappe, annen=annen.navn, annen_mappe=annen.mappe
        )
        show((Paragraph(hva), *report(ut)))


COMMAND = (
    sammenlign,
    _(
        "Vis hva som er endret fra en utgave til en annen, og hvilke svar som nå gir noe annet.\n\n"
        "Endringene står med vanlige ord, de viktigste først. Alle svar er regnet med: Enten er "
        "det bevist at ingen svar gir noe annet, eller du får de færreste svarene som viser det."
    ),
    (
        "innhold sammenlign fjordvik/2025-01 fjordvik/2026-01",
        "innhold sammenlign fjordvik/2025-01",
    ),
)
