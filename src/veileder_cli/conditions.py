"""Decides whether a condition holds in a situation, and on which answers; pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    varsler: Sequence[str] = ()


def holds(betingelse: Betingelse, situasjon: Situasjon) -> bool:
    """Tell whether the condition holds."""
    return _HOLDER[type(betingelse)](betingelse, situasjon)


def check(betingelse: Betingelse, situasjon: Situasjon) -> Bevis | None:
    """Give the answers that make the condition hold (maybe none), or None if it does not.

    It is None just where `holds` is false, which takes a fraction of the time.
    """
    bevis = _BEVIS.get(type(betingelse))
    if bevis is None:
        return () if holds(betingelse, situasjon) else None
    return bevis(betingelse, situasjon)


def walk(betingelse: Betingelse) -> Iterator[Betingelse]:
    """Go through a condition and all its parts, without following named conditions."""
    yield betingelse
    match betingelse:
        case Alle(deler) | Noen(deler):
            yield from chain.from_iterable(walk(d) for d in deler)
        case Ikke(del_):
            yield from walk(del_)


# Whether: most conditions are asked only this, so plain loops, which are twice as fast as any().


def _holds_all(alle: Alle, situasjon: Situasjon) -> bool:
    for del_ in alle.deler:  # noqa: SIM110
        if not holds(del_, situasjon):
            return False
    return True


def _holds_any(noen: Noen, situasjon: Situasjon) -> bool:
    for del_ in noen.deler:  # noqa: SIM110
        if holds(del_, situasjon):
            return True
    return False


def _is_answered(svar: SvarEr, situasjon: Situasjon) -> bool:
    for verdi in situasjon.svar.get(svar.sporsmal, ()):  # noqa: SIM110
        if verdi in svar.verdier:
            return True
    return False


def _further(svar: SvarFra, situasjon: Situasjon) -> SvarEr:
    """Write "this or further down" as the values that it means."""
    verdier = situasjon.rekkefolge[svar.sporsmal]
    return SvarEr(svar.sporsmal, verdier[verdier.index(svar.verdi) :])


def _enough(krav: Tegnkrav, tegn: Mapping[str, str]) -> bool:
    return len(_signs(krav, tegn)) >= krav.minst


def _signs(krav: Tegnkrav, tegn: Mapping[str, str]) -> Sequence[str]:
    """Give those of the signs that the demand is about."""
    if not krav.klasse and not krav.id:
        return tuple(tegn)
    return [id_ for id_, klasse in tegn.items() if klasse in krav.klasse or id_ in krav.id]


def _is_route(rute: RuteEr, situasjon: Situasjon) -> bool:
    if rute.traff:
        return not set(rute.ruter).isdisjoint(situasjon.traff)
    return situasjon.rute in rute.ruter


_HOLDER: Final[Mapping[type, Callable[[Any, Situasjon], bool]]] = {
    Alltid: lambda _alltid, _situasjon: True,
    Alle: _holds_all,
    Noen: _holds_any,
    Ikke: lambda ikke, s: not holds(ikke.del_, s),
    SvarEr: _is_answered,
    SvarFra: lambda svar, s: _is_answered(_further(svar, s), s),
    Ubesvart: lambda ubesvart, s: ubesvart.sporsmal not in s.svar,
    Sett: lambda sett, s: _enough(sett.krav, s.sett),
    Usikker: lambda usikker, s: _enough(usikker.krav, s.usikre),
    Rollegruppe: lambda rolle, s: rolle.gruppe in s.rollegrupper,
    Vilkar: lambda vilkar, s: holds(s.vilkar[vilkar.navn], s),
    RuteEr: _is_route,
    HarTrinn: lambda trinn, s: s.har_trinn is trinn.ja,
    HarKontakt: lambda kontakt, s: kontakt.kontakt in s.kontakter,
    HarVarsel: lambda varsel, s: varsel.varsel in s.varsler,
}
"""How each condition of the vocabulary is decided."""


# On what.


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


def _answered(svar: SvarEr, situasjon: Situasjon) -> Bevis | None:
    if not _is_answered(svar, situasjon):
        return None
    return tuple(b for b in _given(svar.sporsmal, situasjon) if b.svar in svar.verdier)


def _given(sporsmal: str, situasjon: Situasjon) -> Bevis:
    """Give the answers to a question as evidence; what is assumed is none."""
    if sporsmal in situasjon.antatt:
        return ()
    return tuple(Svarbevis(sporsmal, v) for v in situasjon.svar.get(sporsmal, ()))


def _seen(sett: Sett, situasjon: Situasjon) -> Bevis | None:
    return _of_signs(sett.krav, situasjon.sett, situasjon.tegn_sporsmal)


def _unsure(usikker: Usikker, situasjon: Situasjon) -> Bevis | None:
    return _of_signs(usikker.krav, situasjon.usikre, situasjon.usikre_sporsmal)


def _of_signs(krav: Tegnkrav, tegn: Mapping[str, str], sporsmal: str) -> Bevis | None:
    if not _enough(krav, tegn):
        return None
    return tuple(Svarbevis(sporsmal, id_) for id_ in _signs(krav, tegn))


def _role(rolle: Rollegruppe, situasjon: Situasjon) -> Bevis | None:
    if rolle.gruppe not in situasjon.rollegrupper:
        return None
    return _given(situasjon.rolle_sporsmal, situasjon)


_BEVIS: Final[Mapping[type, Callable[[Any, Situasjon], Bevis | None]]] = {
    Alle: _all,
    Noen: _any,
    Ikke: _not,
    SvarEr: _answered,
    SvarFra: lambda svar, s: _answered(_further(svar, s), s),
    Sett: _seen,
    Usikker: _unsure,
    Rollegruppe: _role,
    Vilkar: lambda vilkar, s: check(s.vilkar[vilkar.navn], s),
}
"""What those rest on that rest on answers; the others rest on none."""
