"""Writes contacts as cards for a telephone, to a new file or to standard output."""

from pathlib import Path

from veileder_cli.cli.lagring import save
from veileder_cli.cli.norsk import NorskUsageError
from veileder_cli.cli.output import show_error, show_file
from veileder_cli.model.innhold import Kontakt
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.vcard import is_reachable, to_vcards
from veileder_cli.sprak import _


def write_cards(
    veileder: Veileder, kontakter: tuple[Kontakt, ...], fil: Path, *, json: bool
) -> int:
    """Write the cards, say which contacts have nothing to put on one, and give the exit code.

    `fil` "-" is standard output.
    """
    if json and str(fil) == "-":
        feil = _("--json og «--vcf -» skriver til samme sted. Velg én av dem.")
        raise NorskUsageError(feil)
    uten = [k.funksjon for k in kontakter if not is_reachable(k)]
    if len(uten) == len(kontakter):
        ingen = _("Ingen av disse har nummer eller adresse: {navn}.")
        show_error(ingen.format(navn=", ".join(uten)))
        return 1
    if uten:
        ikke_med = _("Uten nummer eller adresse, og derfor ikke med: {navn}.")
        show_error(ikke_med.format(navn=", ".join(uten)))
    kort = to_vcards(veileder, kontakter)
    if str(fil) == "-":
        show_file(kort)
        return 0
    lagret = _("Lagret i {fil}. Åpne fila på mobilen, så blir kontaktene lagt til der.")
    return save(fil, lambda: kort, lagret, json=json)
