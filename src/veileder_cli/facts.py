"""Reads a set of answers as the guide's questions see them: what is asked, known and meant."""

from collections.abc import Mapping
from typing import Final

from veileder_cli.conditions import Situasjon, holds
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.records import dataclass

Svar = Mapping[str, tuple[str, ...]]
"""Answers by screen: a question's id, or "id.group" where each group has a screen of its own.

A value is a tuple of choices: empty for "none of these", ("vet-ikke",) for don't know.
"""

SIGN_TYPES: Final = frozenset({Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN})
GRUPPERTE = frozenset(
    {
        Sporsmalstype.TEGN,
        Sporsmalstype.USIKRE_TEGN,
        Sporsmalstype.RISIKO,
        Sporsmalstype.BESKYTTELSE,
    }
)

_PLAIN: Final = frozenset({Sporsmalstype.JA_NEI, Sporsmalstype.ETT, Sporsmalstype.FLERE})


@dataclass(frozen=True, slots=True)
class Fakta:
    """The questions that are asked given these answers, and the situation they describe.

    `ukjente`: those of them that some screen leaves unanswered or answered with "vet ikke".
    """

    stilles: tuple[Sporsmal, ...]
    ukjente: tuple[Sporsmal, ...]
    situasjon: Situasjon


TA_MED: Final = "ta-med"


def optional_key(sporsmal: Sporsmal) -> str:
    """Name the screen that asks whether an optional question is to be taken at all.

    Its answer is ("ta-med",), or () where the question is skipped.
    """
    return f"{sporsmal.id}:{TA_MED}"


def read_facts(veileder: Veileder, svar: Svar) -> Fakta:
    """Go through the questions in order; an answer to one that is not asked counts for nothing."""
    stilles, situasjon = read_asked(veileder, svar)
    ukjente = tuple(s for s in stilles if _is_unknown(veileder, s, svar, situasjon))
    return Fakta(stilles, ukjente, situasjon)


def read_asked(veileder: Veileder, svar: Svar) -> tuple[tuple[Sporsmal, ...], Situasjon]:
    """Give the questions that are asked and the situation: what decides the outcome.

    The situation is described anew only where something asks about it, and only after answers
    that say more than themselves: a role has groups, a sign a class, a factor doubles.
    """
    gitt = _by_question(svar)
    kjent: dict[str, tuple[str, ...]] = {}
    antatt: set[str] = set()
    stilles: list[Sporsmal] = []
    beskrevet: dict[str, tuple[str, ...]] = {}
    situasjon, gjelder = _situation(veileder, kjent, antatt, beskrevet), True
    for sporsmal in veileder.sporsmal:
        if not isinstance(sporsmal.nar, Alltid):
            if not gjelder:
                beskrevet = {}
                situasjon, gjelder = _situation(veileder, kjent, antatt, beskrevet), True
            if not holds(sporsmal.nar, situasjon):
                continue
        stilles.append(sporsmal)
        verdier = _known(sporsmal, gitt)
        if verdier is None and sporsmal.uten_svar:
            verdier = (sporsmal.uten_svar,)
            antatt.add(sporsmal.id)
        if verdier is not None:
            kjent[sporsmal.id] = beskrevet[sporsmal.id] = verdier
            gjelder = gjelder and sporsmal.type in _PLAIN
    if antatt or not gjelder:
        situasjon = _situation(veileder, kjent, antatt, {})
    return tuple(stilles), situasjon


def screen_keys(veileder: Veileder, sporsmal: Sporsmal) -> tuple[str, ...]:
    """Name the screens of a question: itself, or one for each group."""
    if sporsmal.type in {Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN}:
        grupper = tuple(k.id for k in veileder.bekymringstegn.kategorier)
    elif sporsmal.type in GRUPPERTE:
        grupper = tuple(g.id for g in veileder.faktorer.grupper)
    else:
        return (sporsmal.id,)
    return tuple(f"{sporsmal.id}.{gruppe}" for gruppe in grupper)


def possible_values(veileder: Veileder, sporsmal: Sporsmal) -> tuple[str, ...]:
    """List every value that an answer to the question may hold, apart from "vet-ikke"."""
    match sporsmal.type:
        case Sporsmalstype.JA_NEI:
            return ("ja", "nei")
        case Sporsmalstype.ROLLE:
            return tuple(veileder.rolle)
        case Sporsmalstype.TEGN | Sporsmalstype.USIKRE_TEGN:
            return tuple(veileder.tegnklasse)
        case Sporsmalstype.RISIKO | Sporsmalstype.BESKYTTELSE as type_:
            return tuple(f.id for f in veileder.faktorer_av_type[type_])
        case _:
            return tuple(v.verdi for v in sporsmal.valg if v.verdi != VET_IKKE)


def _is_unknown(veileder: Veileder, sporsmal: Sporsmal, svar: Svar, situasjon: Situasjon) -> bool:
    """Being unsure of a sign is what is unknown of the question about unsure signs."""
    if sporsmal.type is Sporsmalstype.USIKRE_TEGN:
        return bool(situasjon.usikre)
    return any(
        svar.get(nokkel, (VET_IKKE,)) == (VET_IKKE,) for nokkel in screen_keys(veileder, sporsmal)
    )


def _by_question(svar: Svar) -> Mapping[str, list[tuple[str, ...]]]:
    """Gather the answers of each question's screens; those that take or skip it stand apart."""
    gitt: dict[str, list[tuple[str, ...]]] = {}
    for nokkel, verdier in svar.items():
        gitt.setdefault(nokkel.partition(".")[0], []).append(verdier)
    return gitt


def _known(sporsmal: Sporsmal, gitt: Mapping[str, list[tuple[str, ...]]]) -> tuple[str, ...] | None:
    """Gather the known values of a question; None where nothing is known or it is skipped."""
    svar = gitt.get(sporsmal.id)
    if svar is None or (sporsmal.valgfritt and gitt.get(optional_key(sporsmal)) == [()]):
        return None
    kjent = [v for v in svar if v != (VET_IKKE,) or sporsmal.vet_ikke_teller]
    return tuple(dict.fromkeys(verdi for verdier in kjent for verdi in verdier)) if kjent else None


def _situation(
    veileder: Veileder,
    kjent: Mapping[str, tuple[str, ...]],
    antatt: set[str],
    svar: dict[str, tuple[str, ...]],
) -> Situasjon:
    """Describe the known answers: signs with class, factors with their doubles, role groups.

    `svar` is filled with them, and is the situation's own from then on.
    """
    rolle = veileder.sporsmal_av_type(Sporsmalstype.ROLLE)
    tegn = veileder.sporsmal_av_type(Sporsmalstype.TEGN)
    usikre = veileder.sporsmal_av_type(Sporsmalstype.USIKRE_TEGN)
    sett = {t: veileder.tegnklasse[t] for t in kjent.get(tegn, ())}
    svar.update(kjent)
    _add_doubles(veileder, svar, frozenset(sett))
    return Situasjon(
        svar=svar,
        antatt=frozenset(antatt),
        sett=sett,
        usikre={t: veileder.tegnklasse[t] for t in kjent.get(usikre, ()) if t not in sett},
        rollegrupper=tuple(g for r in kjent.get(rolle, ()) for g in veileder.rolle[r].grupper),
        vilkar=veileder.regler.vilkar,
        rekkefolge=veileder.rekkefolge,
        rolle_sporsmal=rolle,
        tegn_sporsmal=tegn,
        usikre_sporsmal=usikre,
    )


def _add_doubles(
    veileder: Veileder, svar: dict[str, tuple[str, ...]], sett: frozenset[str]
) -> None:
    """A factor counts where the guide has it a second time, and where it was seen as a sign."""
    for type_ in (Sporsmalstype.RISIKO, Sporsmalstype.BESKYTTELSE):
        sporsmal = veileder.sporsmal_av_type(type_)
        valgt = svar.get(sporsmal, ())
        if not valgt and not sett:
            continue
        doble = tuple(
            f.id
            for f in veileder.doble_faktorer[type_]
            if f.samme_som in valgt or f.samme_som in sett
        )
        if doble:
            svar[sporsmal] = (*valgt, *doble)
