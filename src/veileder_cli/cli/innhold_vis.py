"""The author's command that draws a guide."""

from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from veileder_cli.cli.fremdrift import waiting
from veileder_cli.cli.innhold_valg import Mappe, choose_guide
from veileder_cli.cli.lagring import save
from veileder_cli.cli.norsk import NorskUsageError
from veileder_cli.cli.options import NODLINJE, Innhold, Json, Utgave
from veileder_cli.cli.output import show, show_file, show_json
from veileder_cli.sprak import _, current

_BREDDE: Final = 80
"""How wide a text in a file is."""


class Format(StrEnum):
    """How the guide is drawn."""

    TEKST = "tekst"
    MERMAID = "mermaid"
    DOT = "dot"
    SVG = "svg"
    HTML = "html"


Tegneformat: TypeAlias = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar=_("FORMAT"),
        help=_(
            "html er best å skrive ut, svg er bildet alene, mermaid og dot er for andre "
            "tegneprogrammer."
        ),
        show_default="tekst",
    ),
]
Ut: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--ut",
        metavar=_("FIL"),
        help=_("Lagre i en ny fil i stedet for å skrive til skjermen."),
    ),
]


def vis(
    mappe: Mappe = None,
    format_: Tegneformat = None,
    ut: Ut = None,
    json: Json = False,
    innhold: Innhold = None,
    utgave: Utgave = "",
) -> int:
    """Draw the pathway and the decision table, on the screen or to a new file."""
    from veileder_cli.innhold.vis.bygg import build_tegning  # noqa: PLC0415
    from veileder_cli.innhold.vis.formater import draw  # noqa: PLC0415
    from veileder_cli.innhold.vis.tekst import as_dict, report  # noqa: PLC0415
    from veileder_cli.loader import load_veileder  # noqa: PLC0415

    if json and format_ and not ut:
        feil = _("--json er et format for seg. Velg enten --json eller --format.")
        raise NorskUsageError(feil)
    valgt = choose_guide(mappe, innhold, utgave)
    i_sprak = replace(valgt, sprak=current())  # what is drawn is read by others than the authors
    with waiting(_("Tegner")):
        tegning = build_tegning(load_veileder(i_sprak), valgt.navn, NODLINJE)
    tegn = partial(draw, tegning, format_ or Format.TEKST, _BREDDE)
    if ut:
        return save(ut, tegn, _("Lagret i {fil}."), json=json)
    if json:
        show_json(as_dict(tegning))
    elif format_ in {None, Format.TEKST}:
        show(report(tegning))
    else:
        show_file(tegn())
    return 0


COMMAND = (
    vis,
    _(
        "Tegn veilederen: rutene, trinnene, hvem som gjør hva, og kontaktene.\n\n"
        "Rutene står i den rekkefølgen reglene prøves, med vilkårene i vanlige ord. HTML-sida har "
        "bildet og hele tabellen, og passer til å skrive ut og henge opp. Alt lages her på "
        "maskinen, uten nett."
    ),
    (
        "innhold vis",
        "innhold vis --format html --ut veileder.html",
        "innhold vis fjordvik/2025-01 --format svg --ut fjordvik.svg",
    ),
)
