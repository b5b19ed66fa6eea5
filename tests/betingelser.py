"""Random answers, conditions and tables for hypothesis, made of what any guide has."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from veileder_cli.facts import possible_values
from veileder_cli.model.betingelse import (
    Alle,
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
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype, Varsel
from veileder_cli.model.veileder import Veileder

Gitt = Mapping[str, tuple[str, ...]]
TEGN, USIKRE = Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN
FLERE = {Sporsmalstype.FLERE, Sporsmalstype.RISIKO, Sporsmalstype.BESKYTTELSE}


@st.composite
def any_answers(draw: DrawFn, guide: Veileder) -> Gitt:
    """Draw what an answers file may hold: any question left out, asked or not."""
    ut: dict[str, tuple[str, ...]] = {}
    tegn = draw(st.lists(st.sampled_from(sorted(guide.tegnklasse) or [""]), unique=True))
    sett = draw(st.integers(0, len(tegn)))
    for sporsmal in guide.sporsmal:
        if not draw(st.integers(0, 3)):
            continue
        if sporsmal.type in {TEGN, USIKRE}:
            verdier = tuple(tegn[:sett] if sporsmal.type is TEGN else tegn[sett:])
        elif sporsmal.type in FLERE:
            mulige = st.sampled_from(possible_values(guide, sporsmal) or (VET_IKKE,))
            verdier = tuple(draw(st.lists(mulige, unique=True, max_size=4)))
        else:
            verdier = (draw(st.sampled_from(possible_values(guide, sporsmal))),)
        ut[sporsmal.id] = verdier if draw(st.integers(0, 7)) else (VET_IKKE,)
    return ut


def any_condition(guide: Veileder, *, outcome: bool) -> SearchStrategy[Betingelse]:
    """Draw a condition of any word that the guide has something to say with."""
    ord_ = _about_answers(guide) + (_about_outcome(guide) if outcome else [])
    return st.recursive(
        st.one_of(*ord_),
        lambda deler: st.one_of(
            st.lists(deler, min_size=1, max_size=3).map(lambda d: Alle(tuple(d))),
            st.lists(deler, min_size=1, max_size=3).map(lambda d: Noen(tuple(d))),
            deler.map(Ikke),
        ),
        max_leaves=6,
    )


def _about_answers(guide: Veileder) -> list[SearchStrategy[Betingelse]]:
    krav = st.builds(
        Tegnkrav,
        klasse=_some(k.id for k in guide.bekymringstegn.klasser),
        id=_some(guide.tegnklasse),
        minst=st.integers(1, 3),
    )
    sporsmal = st.sampled_from(guide.sporsmal)
    ord_: list[SearchStrategy[Betingelse]] = [
        sporsmal.flatmap(lambda s: st.builds(SvarEr, st.just(s.id), _values(guide, s))),
        sporsmal.map(lambda s: Ubesvart(s.id)),
        krav.map(Sett),
        krav.map(Usikker),
    ]
    ord_ += [
        st.sampled_from(verdier).map(lambda v, s=sporsmal: SvarFra(s, v))
        for sporsmal, verdier in guide.rekkefolge.items()
    ]
    grupper = sorted({g for r in guide.roller for g in r.grupper})
    if grupper:
        ord_.append(st.sampled_from(grupper).map(Rollegruppe))
    if guide.regler.vilkar:
        ord_.append(st.sampled_from(sorted(guide.regler.vilkar)).map(Vilkar))
    return ord_


def _about_outcome(guide: Veileder) -> list[SearchStrategy[Betingelse]]:
    ruter = _some(r.id for r in guide.regler.regler)
    ord_: list[SearchStrategy[Betingelse]] = [
        st.builds(RuteEr, ruter, traff=st.booleans()),
        st.booleans().map(HarTrinn),
        st.sampled_from(sorted(guide.kontakt)).map(HarKontakt),
    ]
    if guide.varsler:
        ord_.append(st.sampled_from([v.id for v in guide.varsler]).map(HarVarsel))
    return ord_


def _some(ider: object) -> SearchStrategy[tuple[str, ...]]:
    alle = sorted(ider)  # type: ignore[call-overload]
    if not alle:
        return st.just(())
    return st.lists(st.sampled_from(alle), unique=True, max_size=2).map(tuple)


def _values(guide: Veileder, sporsmal: Sporsmal) -> SearchStrategy[tuple[str, ...]]:
    vet_ikke = (VET_IKKE,) if sporsmal.vet_ikke_teller else ()
    verdier = (*possible_values(guide, sporsmal), *vet_ikke)
    if not verdier:
        return st.just((VET_IKKE,))
    return st.lists(st.sampled_from(verdier), unique=True, min_size=1, max_size=3).map(tuple)


@st.composite
def any_table(draw: DrawFn, guide: Veileder) -> Veileder:
    """Draw another table: one row and one question have other conditions, one notice is new."""
    *andre, siste = guide.regler.regler
    nr = draw(st.integers(0, len(andre)))
    regler = [*andre, siste]
    if not isinstance(regler[nr].hvis, type(siste.hvis)):
        regler[nr] = replace(regler[nr], hvis=draw(any_condition(guide, outcome=False)))
    sporsmal = list(guide.sporsmal)
    nr = draw(st.integers(0, len(sporsmal) - 1))
    sporsmal[nr] = replace(sporsmal[nr], nar=draw(any_condition(guide, outcome=False)))
    return with_notice(
        replace(
            guide,
            sporsmal=tuple(sporsmal),
            regler=replace(guide.regler, regler=tuple(regler)),
        ),
        draw(any_condition(guide, outcome=True)),
    )


def with_notice(guide: Veileder, betingelse: Betingelse) -> Veileder:
    """Add a notice at the end that is shown where the condition holds."""
    mal = guide.regler.regler[0]
    nytt = Varsel(
        id="nytt",
        tittel="Nytt",
        tekster=(),
        merke=mal.merke,
        kilde=mal.kilde,
        vises_nar=betingelse,
    )
    return replace(guide, varsler=(*guide.varsler, nytt))
