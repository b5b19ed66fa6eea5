"""What differs between two editions, as text for those who write and approve one."""

from itertools import groupby

from veileder_cli.innhold.endringsord import TITLER, Gruppe
from veileder_cli.innhold.endringstekst import Sagt
from veileder_cli.innhold.sammenlign import Sammenligning
from veileder_cli.innhold.utfall_tekst import Utfallstekst
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph


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
    if ut.like:
        return "Ingen endringer. De to er like, også i hva svarene fører til."
    innhold = len(ut.endringer)
    hva = f"{innhold or 'Ingen'} {'endring' if innhold == 1 else 'endringer'} i det som står."
    utfall = ut.utfall
    if not utfall.felles:
        return f"{hva} Hva svarene fører til, er ikke sammenlignet."
    if utfall.like:
        return f"{hva} Ingen svar fører til noe annet enn før."
    antall = len(utfall.endringer)
    flere = "forskjell" if antall == 1 else "forskjeller"
    ikke = " Ikke alt er undersøkt." if utfall.stoppet_ved else ""
    return f"{hva} {antall or 'Ingen'} {flere} i hva svarene fører til.{ikke}"
