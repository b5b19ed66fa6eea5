"""What is wrong with the table itself: rows that do nothing, gaps, steps that lead nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from veileder_cli.innhold.analyse_eksempel import Eksempel, in_row
from veileder_cli.innhold.diagram import FALSE
from veileder_cli.innhold.tabell import Tabell
from veileder_cli.integrity.fault import Fault
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.sjekk import Regel
from veileder_cli.sprak import _, quoted

_FJERN: Final = _("rett vilkåret, eller fjern raden")


@dataclass(frozen=True, slots=True)
class Funn:
    """Something that is proved to be wrong: its kind, the fault, and the smallest example.

    `uten`: the other half of an example that shows a difference.
    """

    slag: str
    feil: Fault
    eksempel: Eksempel | None = None
    uten: Eksempel | None = None


def table_findings(tabell: Tabell) -> Iterator[Funn]:
    """Find what is wrong with questions, rows, steps and notices, for all answers."""
    for sporsmal, nar in tabell.stilles.items():
        if nar == FALSE:
            sti, tekst = f"sporsmal[{sporsmal}].nar", _("spørsmålet blir aldri stilt")
            yield Funn("aldri-stilt", Fault(sti, tekst, _("rett «nar»")))
    yield from _gap(tabell)
    like = tuple(_pairs(tabell))
    yield from (_same(tabell, en, annen) for en, annen in like)
    dobbel = {annen.id for _, annen in like}
    for regel in tabell.veileder.regler.regler:
        if regel.id not in dobbel:
            yield from _row(tabell, regel)
        yield from _steps(tabell, regel)
    for varsel, vises in tabell.varsler.items():
        if vises == FALSE:
            sti = f"varsler[{varsel}].vises_nar"
            tekst = _("varselet blir aldri vist")
            tiltak = _("rett «vises_nar», eller fjern varselet")
            yield Funn("varsel-aldri", Fault(sti, tekst, tiltak))


def _gap(tabell: Tabell) -> Iterator[Funn]:
    if tabell.uten_rad != FALSE:
        tiltak = _("legg til en siste rad med «hvis: {alltid: ja}»")
        feil = Fault("regler.regler", _("det finnes svar som ingen rad passer til"), tiltak)
        yield Funn("hull", feil, in_row(tabell, tabell.uten_rad))


def _pairs(tabell: Tabell) -> Iterator[tuple[Regel, Regel]]:
    """Two rows whose conditions mean the same, however they are written."""
    rader = [r for r in tabell.veileder.regler.regler if r.setter_rute]
    for en, annen in combinations(rader, 2):
        if tabell.treff[en.id] == tabell.treff[annen.id] != FALSE:
            yield en, annen


def _same(tabell: Tabell, en: Regel, annen: Regel) -> Funn:
    sti = f"regler.regler[{annen.id}].hvis"
    eksempel = in_row(tabell, tabell.treff[en.id])
    if (en.trinn, en.kontakter, en.stopper) == (annen.trinn, annen.kontakter, annen.stopper):
        tekst = _("raden gjelder for de samme svarene som «{id}», og gir det samme")
        feil = Fault(sti, tekst.format(id=en.id), _("fjern den ene"))
        return Funn("dobbel", feil, eksempel)
    tekst = _("raden gjelder for de samme svarene som «{id}», men gir noe annet")
    feil = Fault(sti, tekst.format(id=en.id), _("bestem hvilken som gjelder"))
    return Funn("motstrid", feil, eksempel)


def _row(tabell: Tabell, regel: Regel) -> Iterator[Funn]:
    treff = tabell.treff[regel.id]
    sti = f"regler.regler[{regel.id}].hvis"
    if treff == FALSE:
        yield Funn("aldri-treff", Fault(sti, _("ingen svar passer til raden"), _FJERN))
    elif _never_first(tabell, regel):
        yield _shadowed(tabell, regel, sti)
    elif tabell.traff[regel.id] == FALSE and not regel.setter_rute:
        tekst = _("rader som stopper, tar alltid over for denne")
        yield Funn("aldri-med", Fault(sti, tekst, _FJERN), in_row(tabell, treff))


def _never_first(tabell: Tabell, regel: Regel) -> bool:
    """A row that always holds may be left without answers: it is there in case."""
    siste_utvei = isinstance(regel.hvis, Alltid)
    return regel.setter_rute and not siste_utvei and tabell.forst[regel.id] == FALSE


def _shadowed(tabell: Tabell, regel: Regel, sti: str) -> Funn:
    """Say which row above covers all of it, or which share it between them."""
    treff = tabell.treff[regel.id]
    tar = [
        r.id
        for r in tabell.veileder.regler.regler
        if r.setter_rute and tabell.diagram.conj(treff, tabell.forst[r.id]) != FALSE
    ]
    hele = [
        r.id
        for r in _above(tabell, regel)
        if tabell.diagram.minus(treff, tabell.treff[r.id]) == FALSE
    ]
    eksempel = in_row(tabell, treff)
    if hele:
        tekst = _("raden blir aldri rute: «{id}» tar alt den gjelder for").format(id=hele[0])
        tiltak = _("flytt raden over «{id}»").format(id=hele[0])
        return Funn("dekket", Fault(sti, tekst, tiltak), eksempel)
    tekst = _("raden blir aldri rute: disse tar til sammen alt den gjelder for: {rader}")
    feil = tekst.format(rader=", ".join(map(quoted, tar)))
    tiltak = _("flytt raden opp, eller rett vilkåret")
    return Funn("aldri-forst", Fault(sti, feil, tiltak), eksempel)


def _above(tabell: Tabell, regel: Regel) -> Iterator[Regel]:
    """The rows that go before the row: a row that always holds goes last."""
    rader = [r for r in tabell.veileder.regler.regler if r.setter_rute]
    rader.sort(key=lambda r: isinstance(r.hvis, Alltid))
    for rad in rader:
        if rad.id == regel.id:
            return
        yield rad


def _steps(tabell: Tabell, regel: Regel) -> Iterator[Funn]:
    """Every choice of step can be made, and each step has someone to talk to."""
    forst = tabell.forst.get(regel.id, FALSE)
    if forst == FALSE:
        return
    diagram = tabell.diagram
    valgene = [tabell.trinnvalg[regel.id, nr] for nr in range(len(regel.trinn))]
    for nr, (valg, her) in enumerate(zip(regel.trinn, valgene, strict=True), start=1):
        if her == FALSE:
            sti = f"regler.regler[{regel.id}].trinn[{nr}]"
            tekst = _("«{trinn}» blir aldri neste trinn her").format(trinn=valg.trinn)
            yield Funn("trinn-aldri", Fault(sti, tekst, _("rett vilkåret, eller fjern valget")))
    uten = diagram.minus(diagram.disj(*valgene), diagram.disj(*tabell.kontakter.values()))
    if uten != FALSE:
        sti = f"regler.regler[{regel.id}].kontakter"
        tekst = _("det finnes svar som gir et trinn, men ingen kontakt")
        tiltak = _("legg til en kontakt uten «hvis», som gjelder for alle roller")
        yield Funn("trinn-uten-kontakt", Fault(sti, tekst, tiltak), in_row(tabell, uten, regel.id))
