"""The author's command that runs the cases."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from veileder_cli.cli.fremdrift import waiting
from veileder_cli.cli.innhold_valg import Mappe, choose_guide, faults_as_json, named
from veileder_cli.cli.options import Innhold, Json, Utgave
from veileder_cli.cli.output import show, show_json
from veileder_cli.sprak import _

Tilfeller: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--tilfeller",
        exists=True,
        file_okay=False,
        help=_("Kjør også tilfellene i denne mappa, sammen med veilederens egne."),
    ),
]


def prov(
    mappe: Mappe = None,
    tilfeller: Tilfeller = None,
    json: Json = False,
    innhold: Innhold = None,
    utgave: Utgave = "",
) -> None:
    """Run the cases of a guide, and say how it went with the exit code."""
    from veileder_cli.innhold.prov import try_cases  # noqa: PLC0415
    from veileder_cli.innhold.prov_tekst import as_dict, report  # noqa: PLC0415
    from veileder_cli.render.document import Paragraph  # noqa: PLC0415

    valgt = choose_guide(mappe, innhold, utgave)
    hvilken = named(valgt)
    with faults_as_json(hvilken, json=json), waiting(_("Prøver")):
        prove = try_cases(valgt.mappe, tilfeller)
    if json:
        show_json(hvilken | as_dict(prove))
    else:
        hva = _("Prøver {veileder} i {mappe}").format(**hvilken)
        show((Paragraph(hva), *report(prove)))
    if not prove.holder:
        raise typer.Exit(1)


COMMAND = (
    prov,
    _(
        "Kjør tilfellene: gir reglene det svaret dere har bestemt?\n\n"
        "For hvert tilfelle som ikke holder, står det hva som var ventet, hva som kom, hvilken "
        "regel som bestemte, og hvilke svar den bygger på. Til slutt står det som ingen tilfeller "
        "prøver."
    ),
    ("innhold prov", "innhold prov fjordvik/2025-01 --tilfeller mine-tilfeller"),
)
