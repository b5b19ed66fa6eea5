"""The author's command that checks a guide."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from veileder_cli.cli.fremdrift import waiting
from veileder_cli.cli.innhold_valg import Mappe, choose_guide, named
from veileder_cli.cli.options import Innhold, Json, Lokalt, Utgave
from veileder_cli.cli.output import show, show_json
from veileder_cli.sprak import _


def valider(
    mappe: Mappe = None,
    streng: Annotated[bool, typer.Option("--streng", help=_("Regn advarsler som feil."))] = False,
    json: Json = False,
    innhold: Innhold = None,
    utgave: Utgave = "",
    lokalt: Lokalt = None,
) -> None:
    """Check all of a guide, and say how it went with the exit code."""
    from veileder_cli.innhold.valider import as_dict, check_guide, report  # noqa: PLC0415
    from veileder_cli.render.document import Paragraph  # noqa: PLC0415

    valgt = choose_guide(mappe, innhold, utgave)
    with waiting(_("Kontrollerer")):
        kontroll = check_guide(valgt.mappe, datetime.now(UTC).astimezone().date(), lokalt)
    if json:
        show_json(named(valgt) | as_dict(kontroll, streng=streng))
    else:
        hva = Paragraph(
            _("Kontrollerer {navn} i {mappe}").format(navn=valgt.navn, mappe=valgt.mappe)
        )
        show((hva, *report(kontroll, streng=streng)))
    if not kontroll.is_valid(streng=streng):
        raise typer.Exit(1)


COMMAND = (
    valider,
    _(
        "Kontroller en veileder: alle feil på én gang, med fil, linje og hva du gjør.\n\n"
        "Feil må rettes. Advarsler er noe noen bør se på: gamle opplysninger, ord ingen finner "
        "fram til, lange tekster, telefonnumre som ikke finnes, og eksempler merket BYTT UT."
    ),
    (
        "innhold valider",
        "innhold valider fjordvik/2025-01",
        "innhold valider fjordvik/2025-01 --streng",
    ),
)
