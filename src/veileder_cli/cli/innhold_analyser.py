"""The author's command that proves what the rules do for all answers."""

import typer

from veileder_cli.cli.fremdrift import Fremdriftslinje, waiting
from veileder_cli.cli.innhold_valg import Grense, Mappe, choose_guide, faults_as_json, named
from veileder_cli.cli.options import Innhold, Json, Utgave
from veileder_cli.cli.output import show, show_json
from veileder_cli.innhold.diagram import LIMIT
from veileder_cli.sprak import _


def analyser(
    mappe: Mappe = None,
    grense: Grense = LIMIT,
    json: Json = False,
    innhold: Innhold = None,
    utgave: Utgave = "",
) -> None:
    """Prove what holds for all answers, and say how it went with the exit code."""
    from veileder_cli.innhold.analyse import analyse, read_all  # noqa: PLC0415
    from veileder_cli.innhold.analyse_tekst import as_dict, report  # noqa: PLC0415
    from veileder_cli.render.document import Paragraph  # noqa: PLC0415

    valgt = choose_guide(mappe, innhold, utgave)
    hvilken = named(valgt)
    ikke = {"gyldig": False, "fullstendig": False}
    with faults_as_json(hvilken | ikke, json=json), waiting(_("Leser")):
        lesning = read_all(valgt.mappe)
    with Fremdriftslinje(_("Beviser {hva}")) as linje:
        ut = analyse(lesning.lest.veileder, lesning.fil.paastander, grense, linje.tell)
    if json:
        show_json(hvilken | as_dict(lesning, ut))
    else:
        hva = _("Analyserer {veileder} i {mappe}").format(**hvilken)
        show((Paragraph(hva), *report(lesning, ut)))
    if not ut.holder:
        raise typer.Exit(1)


COMMAND = (
    analyser,
    _(
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
