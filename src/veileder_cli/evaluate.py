"""Turns answers into the next step, contacts, notices, measures and their reasons; pure."""

from collections.abc import Iterable
from dataclasses import replace

from veileder_cli.conditions import Bevis, Situasjon, check, holds
from veileder_cli.facts import Fakta, Svar, read_asked, read_facts
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.innhold import Tiltak, Utsagn
from veileder_cli.model.sjekk import Kontaktvalg, Regel, Trinnvalg
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import (
    Avklaring,
    Grunn,
    Kontaktrad,
    Varselrad,
    Vurdering,
)

Treff = tuple[tuple[Regel, Bevis], ...]


def evaluate(veileder: Veileder, svar: Svar) -> Vurdering:
    """Find the route that the answers lead to, and all that goes with it.

    The first row that holds sets the route; the others that hold add contacts, and are there for
    the conditions of notices and measures. Raises LookupError if no row holds (integrity refuses
    such a guide).
    """
    fakta = read_facts(veileder, svar)
    regel = _route(veileder, fakta.situasjon)
    trinn = _first_step(regel.trinn, fakta.situasjon)
    treff = _matching(veileder, fakta.situasjon, regel)
    situasjon = replace(
        fakta.situasjon,
        rute=regel.id,
        traff=tuple(r.id for r, _ in treff),
        har_trinn=trinn is not None,
    )
    kontakter = _contacts(veileder, treff, situasjon)
    situasjon = replace(situasjon, kontakter=tuple(k.kontakt.id for k in kontakter))
    varsler, situasjon = _notices(veileder, situasjon)
    return Vurdering(
        regel=regel,
        tittel=_holding(regel.tittel, situasjon)[0],
        hvem=next(iter(_holding(regel.hvem, situasjon)), None),
        trinn=veileder.trinn_med_id[trinn] if trinn else None,
        din_del=_holding(regel.din_del, situasjon),
        samtidig=tuple(v.trinn for v in regel.samtidig if holds(v.hvis, situasjon)),
        kontakter=kontakter,
        forbered=_holding(veileder.regler.forbered, situasjon),
        varsler=varsler,
        tiltak=_measures(veileder, situasjon),
        avklar=_unknown(fakta),
        grunner=tuple(Grunn(r, bevis) for r, bevis in treff),
        plikter=_duties(veileder, situasjon),
        samtalestart=_holding(veileder.regler.samtalestart, situasjon),
        nytt_blikk=_holding(veileder.regler.nytt_blikk, situasjon),
        stotte=_holding(veileder.regler.stotte, situasjon),
    )


def find_outcome(veileder: Veileder, svar: Svar) -> tuple[str, str]:
    """Give the route and the step ("" for none) alone, at a fraction of what all of it takes."""
    _, situasjon = read_asked(veileder, svar)
    regel = _route(veileder, situasjon)
    return regel.id, _first_step(regel.trinn, situasjon) or ""


def _route(veileder: Veileder, situasjon: Situasjon) -> Regel:
    """Give the row that sets the route: the first that holds.

    A row that always holds is the last resort: it counts only when no other row sets the route.
    """
    siste: Regel | None = None
    for regel in veileder.regler.regler:
        if not regel.setter_rute:
            continue
        if isinstance(regel.hvis, Alltid):
            siste = siste or regel
        elif holds(regel.hvis, situasjon):
            return regel
    if siste is None:
        raise LookupError
    return siste


def _matching(veileder: Veileder, situasjon: Situasjon, rute: Regel) -> Treff:
    """The rows that hold, with the answers behind: the route's first, those that set none last."""
    treff = [rute]
    if not rute.stopper:
        andre = [r for r in veileder.regler.regler if _counts(r, rute) and holds(r.hvis, situasjon)]
        treff += sorted(andre, key=lambda r: not r.setter_rute)
    return tuple((r, check(r.hvis, situasjon) or ()) for r in treff)


def _counts(regel: Regel, rute: Regel) -> bool:
    """Tell whether a row can count beside the one that sets the route; no last resort can."""
    siste = regel.setter_rute and isinstance(regel.hvis, Alltid)
    return regel.id != rute.id and not siste


def _first_step(valg: tuple[Trinnvalg, ...], situasjon: Situasjon) -> str | None:
    return next((v.trinn for v in valg if holds(v.hvis, situasjon)), None)


def _holding(utsagn: Iterable[Utsagn], situasjon: Situasjon) -> tuple[Utsagn, ...]:
    return tuple(u for u in utsagn if holds(u.hvis, situasjon))


def _contacts(veileder: Veileder, treff: Treff, situasjon: Situasjon) -> tuple[Kontaktrad, ...]:
    """Gather contacts in the order of the rows; the first reason to call someone is kept."""
    rader: dict[str, Kontaktrad] = {}
    radenes = (valg for regel, _ in treff for valg in regel.kontakter)
    for valg in (*veileder.regler.kontakter_forst, *radenes):
        if not holds(valg.hvis, situasjon):
            continue
        for id_ in _contact_ids(veileder, valg, situasjon):
            kontakt = veileder.kontakt[id_]
            if id_ not in rader and holds(kontakt.hvis, situasjon):
                rader[id_] = Kontaktrad(kontakt, valg.hvorfor or kontakt.hvorfor)
    return tuple(rader.values())


def _contact_ids(veileder: Veileder, valg: Kontaktvalg, situasjon: Situasjon) -> tuple[str, ...]:
    if not valg.rollens:
        return (valg.kontakt,)
    return tuple(
        id_
        for rolle in situasjon.svar.get(situasjon.rolle_sporsmal, ())
        for id_ in veileder.rolle[rolle].kontakter.get(valg.rollens, ())
    )


def _notices(veileder: Veileder, situasjon: Situasjon) -> tuple[tuple[Varselrad, ...], Situasjon]:
    """Gather notices in order; each may depend on the ones above it, which the list grows by."""
    rader: list[Varselrad] = []
    vist: list[str] = []
    situasjon = replace(situasjon, varsler=vist)
    for varsel in veileder.varsler:
        if not holds(varsel.vises_nar, situasjon):
            continue
        rader.append(Varselrad(varsel, _holding(varsel.tekster, situasjon)))
        vist.append(varsel.id)
    return tuple(rader), situasjon


def _measures(veileder: Veileder, situasjon: Situasjon) -> tuple[Tiltak, ...]:
    return tuple(t for t in veileder.tiltak if t.foreslas_nar and holds(t.foreslas_nar, situasjon))


def _duties(veileder: Veileder, situasjon: Situasjon) -> tuple[Utsagn, ...]:
    roller = situasjon.svar.get(situasjon.rolle_sporsmal, ())
    return tuple(u for r in roller for u in _holding(veileder.rolle[r].plikter, situasjon))


def _unknown(fakta: Fakta) -> tuple[Avklaring, ...]:
    """List what was asked and is still unknown; an optional question may be left alone."""
    return tuple(Avklaring(s.id, s.avklar) for s in fakta.ukjente if s.avklar)
