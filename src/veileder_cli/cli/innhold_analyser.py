"""The author's command that proves what the rules do for all answers."""

from dataclasses import asdict
from typing import Annotated

import typer

from veileder_cli.cli.fremdrift import Fremdriftslinje, waiting
from veileder_cli.cli.innhold_mappe import Mappe, choose_guide
from veileder_cli.cli.options import Innhold, Json, Utgave
from veileder_cli.cli.output import show, show_json
from veileder_cli.errors import ContentError
from veileder_cli.innhold.diagram import LIMIT


def analyser(
    mappe: Mappe = None,
    grense: Annotated[
        int,
        typer.Option(
            "--grense",
            min=1,
            metavar="ANTALL",
            help="Gi opp etter så mange mellomresultater. En million tar opptil 0,5 GB minne.",
        ),
    ] = LIMIT,
    json: Json = False,
    innhold: Innhold = None,
    utgave: Utgave = "",
) -> None:
    """Prove what holds for all answers, and say how it went with the exit code."""
    from veileder_cli.innhold.analyse import analyse, read_all  # noqa: PLC0415
    from veileder_cli.innhold.analyse_tekst import as_dict, report  # noqa: PLC0415
    from veileder_cli.render.document import Paragraph  # noqa: PLC0415

    valgt = choose_guide(mappe, innhold, utgave)
    hvilken = {"veileder": valgt.navn, "mappe": str(valgt.mappe)}
    try:
        with waiting("Leser"):
            lesning = read_all(valgt.mappe)
    except ContentError as error:
        if json:
            feil = [asdict(p) for p in error.problems]
            show_json(hvilken | {"gyldig": False, "fullstendig": False, "feil": feil})
        raise
    with Fremdriftslinje("Beviser") as linje:
        ut = analyse(lesning.lest.veileder, lesning.fil.paastander, grense, linje.tell)
    if json:
        show_json(hvilken | as_dict(lesning, ut))
    else:
        show((Paragraph(f"Analyserer {valgt.navn} i {valgt.mappe}"), *report(lesning, ut)))
    if not ut.holder:
        raise typer.Exit(1)


COMMAND = (
    analyser,
    (
        "Bevis at reglene holder for alle svar, ikke bare for tilfellene.\n\n"
        "Finner rader som aldri kan bestemme ruta, svar som faller gjennom, trinn uten kontakt, "
        "rader som sier imot hverandre, og påstander i paastander.yaml som ikke holder. Hver feil "
        "vises med færrest mulig svar, som kan limes inn i et tilfelle."
    ),
    (
        "innhold analyser",
        "innhold analyser fjordvik/2025-01",
        "innhold analyser fjordvik/2025-01 --grense 5000000",
    ),
)
