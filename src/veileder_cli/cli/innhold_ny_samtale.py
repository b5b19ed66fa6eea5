"""The questions about a new guide, asked through a back end of the interview or answered for."""

from collections.abc import Mapping
from datetime import date

from veileder_cli.innhold.ny_svar import SPORSMAAL, Sporsmaal, likely
from veileder_cli.interview.asking import NO_WAY_BACK, Asker, Back
from veileder_cli.sprak import _


def fill_in(gitt: Mapping[str, str], mappe: tuple[str, ...], i_dag: date) -> dict[str, str]:
    """Give the likely answer to all that is not given."""
    svar = dict(gitt)
    for sporsmaal in SPORSMAAL:
        svar.setdefault(sporsmaal.felt, likely(sporsmaal.felt, svar, mappe, i_dag))
    return svar


def ask_for(
    asker: Asker, gitt: Mapping[str, str], mappe: tuple[str, ...], i_dag: date
) -> dict[str, str]:
    """Ask for all that is not given, one at a time; one may go back to the one before."""
    mangler = [s for s in SPORSMAAL if s.felt not in gitt]
    svar: dict[str, str] = {}
    nr, beskjed = 0, ""
    while nr < len(mangler):
        sporsmaal = mangler[nr]
        forrige = svar.get(sporsmaal.felt) or likely(sporsmaal.felt, {**gitt, **svar}, mappe, i_dag)
        asker.clear()
        tekst = asker.ask_text(_title(sporsmaal, nr + 1, len(mangler), beskjed), default=forrige)
        if isinstance(tekst, Back):
            beskjed = "" if nr else NO_WAY_BACK
            nr = max(0, nr - 1)
            continue
        feil = sporsmaal.fault(tekst)
        beskjed = _("«{tekst}» går ikke. {feil}").format(tekst=tekst, feil=feil) if feil else ""
        if not feil:
            svar[sporsmaal.felt] = tekst
            nr += 1
    asker.clear()
    return {**gitt, **svar}


def _title(sporsmaal: Sporsmaal, nr: int, antall: int, beskjed: str) -> str:
    fremdrift = _("Spørsmål {nr} av {antall}").format(nr=nr, antall=antall)
    return "\n\n".join(filter(None, (fremdrift, beskjed, sporsmaal.tekst)))
