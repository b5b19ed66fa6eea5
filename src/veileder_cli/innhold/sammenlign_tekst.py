"""What differs between two editions, as text for those who write and approve one."""

from itertools import groupby

from veileder_cli.innhold.endringsord import TITLER, Gruppe
from veileder_cli.innhold.endringstekst import Sagt
from veileder_cli.innhold.sammenlign import Sammenligning
from veileder_cli.innhold.utfall_tekst import Utfallstekst
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.sprak import _, ngettext


def report(ut: Sammenligning) -> Document:
    """Give what is changed, what it leads to, then mere wording; the sum at the end."""
    forst = [s for s in ut.endringer if s.gruppe < Gruppe.ORDLYD]
    sist = [s for s in ut.endringer if s.gruppe >= Gruppe.ORDLYD]
    return (
        *_groups(forst),
        *Utfallstekst(ut.par.gammel, ut.par.ny).report(ut.utfall),
        *_groups(sist),
        Paragraph(_sum(ut), viktig=True),
    )


def _groups(sagt: list[Sagt]) -> Document:
    return tuple(
        blokk
        for gruppe, egne in groupby(sagt, key=lambda s: s.gruppe)
        for blokk in (
            Heading(TITLER[gruppe]),
            Items(tuple(Item(f"{s.tekst}{_stop(s)}", under=s.under) for s in egne)),
        )
    )


def _stop(sagt: Sagt) -> str:
    return ":" if sagt.under else "" if sagt.tekst.endswith((".", "?", "!", "…")) else "."


def _sum(ut: Sammenligning) -> str:
    """Say how much is changed, and whether the answers lead elsewhere."""
    if ut.like:
        return _("Ingen endringer. De to er like, også i hva svarene fører til.")
    antall = len(ut.endringer)
    endringer = ngettext(
        "{antall} endring i det som står.", "{antall} endringer i det som står.", antall
    ).format(antall=antall)
    setninger = (
        endringer if antall else _("Ingen endringer i det som står."),
        _outcomes(ut),
        _("Ikke alt er undersøkt.") if ut.utfall.felles and ut.utfall.stoppet_ved else "",
    )
    return " ".join(filter(None, setninger))


def _outcomes(ut: Sammenligning) -> str:
    antall = len(ut.utfall.endringer)
    if not ut.utfall.felles:
        return _("Hva svarene fører til, er ikke sammenlignet.")
    if ut.utfall.like:
        return _("Ingen svar fører til noe annet enn før.")
    if not antall:
        return _("Ingen forskjeller i hva svarene fører til.")
    return ngettext(
        "{antall} forskjell i hva svarene fører til.",
        "{antall} forskjeller i hva svarene fører til.",
        antall,
    ).format(antall=antall)
