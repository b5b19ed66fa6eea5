"""Decides whether a condition holds in a situation, and on which answers; pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from itertools import chain
from typing import Any, Final

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
    SvarFra,
    Tegnkrav,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.vurdering import Svarbevis
from veileder_cli.records import dataclass

Bevis = tuple[Svarbevis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situasjon:
    """What conditions are asked of: the known answers and, once known, the outcome so far.

    `svar` holds known answers only, by question id; those in `antatt` nobody gave: the guide says
    what a missing answer is taken as. `sett` and `usikre` map signs to classes.
    `rekkefolge`: the values of each ordered question, from least to most.
    `rolle_sporsmal` and the two after it are the questions that the evidence is given under.
    """

    svar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    antatt: frozenset[str] = frozenset()
    sett: Mapping[str, str] = field(default_factory=dict)
    usikre: Mapping[str, str] = field(default_factory=dict)
    rollegrupper: tuple[str, ...] = ()
    vilkar: Mapping[str, Betingelse] = field(default_factory=dict)
    rekkefolge: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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
    return _SJEKK[type(betingelse)](betingelse, situasjon)


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


def _all(alle: Alle, situasjon: Situasjon) -> Bevis | None:
    funn: list[Bevis] = []
    for del_ in alle.deler:
        bevis = check(del_, situasjon)
        if bevis is None:
            return None
        funn.append(bevis)
    return _merge(funn)


def _any(noen: Noen, situasjon: Situasjon) -> Bevis | None:
    funn = [b for del_ in noen.deler if (b := check(del_, situasjon)) is not None]
    return _merge(funn) if funn else None


def _merge(funn: list[Bevis]) -> Bevis:
    return tuple(dict.fromkeys(chain.from_iterable(funn)))


def _not(ikke: Ikke, situasjon: Situasjon) -> Bevis | None:
    """Give, as what a denial rests on, the answers to the questions it denies something of."""
    if holds(ikke.del_, situasjon):
        return None
    spurt = [b.sporsmal for b in walk(ikke.del_) if isinstance(b, SvarEr | SvarFra)]
    return tuple(chain.from_iterable(_given(s, situasjon) for s in dict.fromkeys(spurt)))


def _always(_alltid: Alltid, _situasjon: Situasjon) -> Bevis | None:
    return ()


def _answered(svar: SvarEr, situasjon: Situasjon) -> Bevis | None:
    if not any(v in svar.verdier for v in situasjon.svar.get(svar.sporsmal, ())):
        return None
    return tuple(b for b in _given(svar.sporsmal, situasjon) if b.svar in svar.verdier)


def _from(svar: SvarFra, situasjon: Situasjon) -> Bevis | None:
    verdier = situasjon.rekkefolge[svar.sporsmal]
    return _answered(SvarEr(svar.sporsmal, verdier[verdier.index(svar.verdi) :]), situasjon)


def _unanswered(ubesvart: Ubesvart, situasjon: Situasjon) -> Bevis | None:
    return _bare(ubesvart.sporsmal not in situasjon.svar)


def _given(sporsmal: str, situasjon: Situasjon) -> Bevis:
    """Give the answers to a question as evidence; what is assumed is none."""
    if sporsmal in situasjon.antatt:
        return ()
    return tuple(Svarbevis(sporsmal, v) for v in situasjon.svar.get(sporsmal, ()))


def _seen(sett: Sett, situasjon: Situasjon) -> Bevis | None:
    return _signs(sett.krav, situasjon.sett, situasjon.tegn_sporsmal)


def _unsure(usikker: Usikker, situasjon: Situasjon) -> Bevis | None:
    return _signs(usikker.krav, situasjon.usikre, situasjon.usikre_sporsmal)


def _signs(krav: Tegnkrav, tegn: Mapping[str, str], sporsmal: str) -> Bevis | None:
    uten_krav = not krav.klasse and not krav.id
    treff = tuple(
        Svarbevis(sporsmal, id_)
        for id_, klasse in tegn.items()
        if uten_krav or klasse in krav.klasse or id_ in krav.id
    )
    return treff if len(treff) >= krav.minst else None


def _role(rolle: Rollegruppe, situasjon: Situasjon) -> Bevis | None:
    if rolle.gruppe not in situasjon.rollegrupper:
        return None
    return _given(situasjon.rolle_sporsmal, situasjon)


def _named(vilkar: Vilkar, situasjon: Situasjon) -> Bevis | None:
    return check(situasjon.vilkar[vilkar.navn], situasjon)


def _route(rute: RuteEr, situasjon: Situasjon) -> Bevis | None:
    ruter = situasjon.traff if rute.traff else (situasjon.rute,)
    return _bare(any(r in rute.ruter for r in ruter))


def _step(trinn: HarTrinn, situasjon: Situasjon) -> Bevis | None:
    return _bare(situasjon.har_trinn is trinn.ja)


def _contact(kontakt: HarKontakt, situasjon: Situasjon) -> Bevis | None:
    return _bare(kontakt.kontakt in situasjon.kontakter)


def _notice(varsel: HarVarsel, situasjon: Situasjon) -> Bevis | None:
    return _bare(varsel.varsel in situasjon.varsler)


def _bare(holder: bool) -> Bevis | None:  # noqa: FBT001 - what was found out, not an option
    """Give the evidence of what rests on no answer: none, but it holds."""
    return () if holder else None


_SJEKK: Final[Mapping[type, Callable[[Any, Situasjon], Bevis | None]]] = {
    Alltid: _always,
    Alle: _all,
    Noen: _any,
    Ikke: _not,
    SvarEr: _answered,
    SvarFra: _from,
    Ubesvart: _unanswered,
    Sett: _seen,
    Usikker: _unsure,
    Rollegruppe: _role,
    Vilkar: _named,
    RuteEr: _route,
    HarTrinn: _step,
    HarKontakt: _contact,
    HarVarsel: _notice,
}
"""How each condition of the vocabulary is decided."""
