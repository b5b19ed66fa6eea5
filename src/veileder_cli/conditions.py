"""Decides whether a condition holds in a situation, and on which answers; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from veileder_cli.model.betingelse import (
    Alle,
    Alltid,
    Betingelse,
    HarKontakt,
    HarTrinn,
    HarVarsel,
    Ikke,
    Noen,
    Rollegruppe,
    RuteEr,
    Sett,
    SvarEr,
    Tegnkrav,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.vurdering import Svarbevis

Bevis = tuple[Svarbevis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situasjon:
    """What conditions are asked of: the known answers and, once known, the outcome so far.

    `svar` holds known answers only, by question id; `sett` and `usikre` map signs to classes.
    `rolle_sporsmal` and the two after it are the questions that the evidence is given under.
    """

    svar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sett: Mapping[str, str] = field(default_factory=dict)
    usikre: Mapping[str, str] = field(default_factory=dict)
    rollegrupper: tuple[str, ...] = ()
    vilkar: Mapping[str, Betingelse] = field(default_factory=dict)
    rolle_sporsmal: str = ""
    tegn_sporsmal: str = ""
    usikre_sporsmal: str = ""
    rute: str = ""
    traff: tuple[str, ...] = ()
    har_trinn: bool = False
    kontakter: tuple[str, ...] = ()
    varsler: tuple[str, ...] = ()


def check(betingelse: Betingelse, situasjon: Situasjon) -> Bevis | None:
    """Give the answers that make the condition hold (maybe none), or None if it does not."""
    match betingelse:
        case Alltid():
            return ()
        case Alle(deler):
            return _all(tuple(check(d, situasjon) for d in deler))
        case Noen(deler):
            return _any(tuple(check(d, situasjon) for d in deler))
        case Ikke(del_):
            return _negate(del_, situasjon)
        case SvarEr(sporsmal, verdier):
            return _answered(sporsmal, verdier, situasjon)
        case Sett(krav):
            return _signs(krav, situasjon.sett, situasjon.tegn_sporsmal)
        case Usikker(krav):
            return _signs(krav, situasjon.usikre, situasjon.usikre_sporsmal)
        case Vilkar(navn):
            return check(situasjon.vilkar[navn], situasjon)
        case _:
            return _bare(betingelse, situasjon)


def holds(betingelse: Betingelse, situasjon: Situasjon) -> bool:
    """Tell whether the condition holds."""
    return check(betingelse, situasjon) is not None


def walk(betingelse: Betingelse) -> Iterator[Betingelse]:
    """Go through a condition and all its parts, without following named conditions."""
    yield betingelse
    match betingelse:
        case Alle(deler) | Noen(deler):
            yield from chain.from_iterable(walk(d) for d in deler)
        case Ikke(del_):
            yield from walk(del_)
        case _:
            pass


def _all(funn: tuple[Bevis | None, ...]) -> Bevis | None:
    return None if None in funn else _merge(funn)


def _any(funn: tuple[Bevis | None, ...]) -> Bevis | None:
    return _merge(funn) if any(f is not None for f in funn) else None


def _merge(funn: tuple[Bevis | None, ...]) -> Bevis:
    return tuple(dict.fromkeys(chain.from_iterable(f for f in funn if f)))


def _negate(del_: Betingelse, situasjon: Situasjon) -> Bevis | None:
    """A denial rests on the answers that were given to the questions it denies something of."""
    if holds(del_, situasjon):
        return None
    return tuple(
        Svarbevis(b.sporsmal, verdi)
        for b in walk(del_)
        if isinstance(b, SvarEr)
        for verdi in situasjon.svar.get(b.sporsmal, ())
    )


def _answered(sporsmal: str, verdier: tuple[str, ...], situasjon: Situasjon) -> Bevis | None:
    treff = tuple(v for v in situasjon.svar.get(sporsmal, ()) if v in verdier)
    return tuple(Svarbevis(sporsmal, v) for v in treff) or None


def _signs(krav: Tegnkrav, tegn: Mapping[str, str], sporsmal: str) -> Bevis | None:
    uten_krav = not krav.klasse and not krav.id
    treff = tuple(
        Svarbevis(sporsmal, id_)
        for id_, klasse in tegn.items()
        if uten_krav or klasse in krav.klasse or id_ in krav.id
    )
    return treff if len(treff) >= krav.minst else None


def _bare(betingelse: Betingelse, situasjon: Situasjon) -> Bevis | None:
    """Conditions that rest on the role, on a missing answer or on the outcome so far."""
    match betingelse:
        case Ubesvart(sporsmal):
            holder = sporsmal not in situasjon.svar
        case Rollegruppe(gruppe):
            return _role(gruppe, situasjon)
        case RuteEr(ruter, traff):
            holder = bool({*ruter} & {*(situasjon.traff if traff else (situasjon.rute,))})
        case HarTrinn(ja):
            holder = situasjon.har_trinn is ja
        case HarKontakt(kontakt):
            holder = kontakt in situasjon.kontakter
        case HarVarsel(varsel):
            holder = varsel in situasjon.varsler
        case _:
            raise AssertionError(betingelse)
    return () if holder else None


def _role(gruppe: str, situasjon: Situasjon) -> Bevis | None:
    if gruppe not in situasjon.rollegrupper:
        return None
    rolle = situasjon.svar.get(situasjon.rolle_sporsmal, ())
    return tuple(Svarbevis(situasjon.rolle_sporsmal, r) for r in rolle)
