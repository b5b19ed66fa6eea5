"""Builds the space of answers of one guide, or one that two guides share.

Where two guides share it, each value is one that both treat alike: what only one of them knows
stands alone, and the other counts it as not answered.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from veileder_cli.facts import GRUPPERTE, possible_values
from veileder_cli.innhold.atomer import (
    FAKTORTYPER,
    Atomer,
    effect,
    signs_as_factors,
    signs_of,
)
from veileder_cli.innhold.rom import (
    TEGNTYPER,
    Besvart,
    EttSvar,
    Kryss,
    Rom,
    Tegngruppe,
    Variabel,
)
from veileder_cli.model.betingelse import Tegnkrav
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder

FLERE_SVAR = GRUPPERTE | {Sporsmalstype.FLERE}
"""The types of question whose answer is a list."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the guides that share the space, and what its conditions ask about."""

    veileder: Veileder
    atomer: Atomer


def build_rom(veileder: Veileder, atomer: Atomer, vet_ikke: Iterable[str] = ()) -> Rom:
    """Collapse each question; "vet ikke" as an answer is kept apart for those in `vet_ikke`."""
    return build_joint((Side(veileder, atomer),), vet_ikke)


def build_joint(sider: Sequence[Side], vet_ikke: Iterable[str] = ()) -> Rom:
    """Collapse the answers to what no condition of any side tells apart."""
    variabler: list[Variabel] = []
    tegn_lagt = False
    for id_ in carried_over([s.veileder for s in sider]):
        eiere = [s for s in sider if id_ in s.veileder.sporsmal_med_id]
        sporsmal = [s.veileder.sporsmal_med_id[id_] for s in eiere]
        if sporsmal[0].type not in FLERE_SVAR:
            variabler.append(_single(eiere, id_, alene=id_ in vet_ikke))
            continue
        if any(_may_be_asked_for(s, q) for s, q in zip(eiere, sporsmal, strict=True)):
            variabler.append(Besvart(id_, any(q.vet_ikke_teller for q in sporsmal)))
        if sporsmal[0].type not in TEGNTYPER:
            variabler += _ticks(eiere, id_)
        elif not tegn_lagt:
            variabler += _signs(sider)
            tegn_lagt = True
    return Rom(tuple(variabler))


def carried_over(veiledere: Sequence[Veileder]) -> list[str]:
    """Give the questions that have one meaning, in order: those whose type is kept.

    A question that only some of the guides have is among them. The last guide's order goes first.
    """
    ut = [s.id for s in veiledere[-1].sporsmal]
    for veileder in veiledere[:-1]:
        forrige = -1
        for sporsmal in veileder.sporsmal:
            if sporsmal.id not in ut:
                ut.insert(forrige + 1, sporsmal.id)
            forrige = ut.index(sporsmal.id)
    return [id_ for id_ in ut if _has_one_meaning(veiledere, id_)]


def _has_one_meaning(veiledere: Sequence[Veileder], id_: str) -> bool:
    """One answer is one answer whatever it is about; ticks must be of the same kind."""
    typer = {s.type for v in veiledere if (s := v.sporsmal_med_id.get(id_))}
    if typer & {*TEGNTYPER}:
        [forst, *_] = typer
        return len(typer) == 1 and len({v.sporsmal_av_type(forst) for v in veiledere} - {""}) == 1
    return len(typer) == 1 or not typer & FLERE_SVAR


def answers_of(veileder: Veileder, sporsmal: Sporsmal) -> tuple[str, ...]:
    """Give every answer to the question that counts as one."""
    verdier = possible_values(veileder, sporsmal)
    return (*verdier, VET_IKKE) if sporsmal.vet_ikke_teller else verdier


def _may_be_asked_for(side: Side, sporsmal: Sporsmal) -> bool:
    """Whether it matters that the question is answered, whatever the answer is."""
    return bool(
        sporsmal.vet_ikke_teller or sporsmal.uten_svar or sporsmal.id in side.atomer.ubesvart
    )


def _single(eiere: Sequence[Side], id_: str, *, alene: bool) -> EttSvar:
    merker: dict[str, list[bool]] = {}
    svarene = [answers_of(s.veileder, s.veileder.sporsmal_med_id[id_]) for s in eiere]
    verdier = dict.fromkeys(v for svar in reversed(svarene) for v in svar)
    for side, svar in zip(eiere, svarene, strict=True):
        for verdi in verdier:
            sett = side.atomer.verdier.get(id_, [])
            kjent = verdi in svar
            merker.setdefault(verdi, []).extend((kjent, *(kjent and verdi in s for s in sett)))
    like: dict[tuple[bool, ...], list[str]] = {}
    for verdi in verdier:
        like.setdefault((*merker[verdi], alene and verdi == VET_IKKE), []).append(verdi)
    return EttSvar(id_, tuple(map(tuple, like.values())))


def _ticks(eiere: Sequence[Side], id_: str) -> list[Kryss]:
    """Collapse what may be ticked; what no condition asks about has no variable."""
    like: dict[tuple[tuple[bool, ...], ...], list[str]] = {}
    mulige = [possible_values(s.veileder, s.veileder.sporsmal_med_id[id_]) for s in eiere]
    for verdi in dict.fromkeys(v for verdier in reversed(mulige) for v in verdier):
        kjent = tuple(verdi in verdier for verdier in mulige)
        like.setdefault((kjent, tuple(_asked(eiere, id_, verdi))), []).append(verdi)
    return [Kryss(id_, tuple(g)) for (_, spurt), g in like.items() if any(spurt)]


def _asked(eiere: Sequence[Side], id_: str, verdi: str) -> Iterator[bool]:
    for side in eiere:
        type_ = side.veileder.sporsmal_med_id[id_].type
        virkning = effect(side.veileder, type_, verdi)
        yield from (bool(virkning & s) for s in side.atomer.verdier.get(id_, []))


def _signs(sider: Sequence[Side]) -> list[Tegngruppe]:
    """Collapse the signs to groups that count alike, each up to the largest number asked for."""
    tegn, usikre = (_shared_id(sider, t) for t in TEGNTYPER)
    krav = [_demands(sider, tegn, usikre, part) for part in (0, 1)]
    like: dict[tuple[tuple[bool, ...], ...], list[str]] = {}
    for id_ in dict.fromkeys(t for side in reversed(sider) for t in side.veileder.tegnklasse):
        kjent = tuple(id_ in side.veileder.tegnklasse for side in sider)
        merke = (kjent, *(tuple(id_ in t for t, _ in del_) for del_ in krav))
        like.setdefault(merke, []).append(id_)
    ut: list[Tegngruppe] = []
    for gruppe in like.values():
        mest = [max([m for t, m in del_ if gruppe[0] in t] or [0]) for del_ in krav]
        par = ((s, u) for s in range(mest[0] + 1) for u in range(mest[1] + 1))
        antall = tuple((s, u) for s, u in par if s + u <= len(gruppe))
        if len(antall) > 1:
            ut.append(Tegngruppe(tuple(gruppe), antall, tegn, usikre))
    return ut


def _shared_id(sider: Sequence[Side], type_: Sporsmalstype) -> str:
    """Give the question of the type; "" where there is none, or answers do not carry over."""
    veiledere = [s.veileder for s in sider]
    funnet = {v.sporsmal_av_type(type_) for v in veiledere} & {*carried_over(veiledere)}
    return funnet.pop() if len(funnet) == 1 else ""


def _demands(
    sider: Sequence[Side], tegn: str, usikre: str, part: int
) -> list[tuple[frozenset[str], int]]:
    """Give the sets of signs that are asked about, seen (part 0) or unsure, and how many of."""
    ut: list[tuple[frozenset[str], int]] = []
    id_ = (tegn, usikre)[part]
    for side in sider:
        if id_ and id_ in side.veileder.sporsmal_med_id:
            krav = (side.atomer.sett, side.atomer.usikre)[part]
            ut += [_counted(side.veileder, k) for k in krav]
            ut += [(s, 1) for s in side.atomer.verdier.get(id_, [])]
            ut += [(s, 1) for s in _factor_signs(side)] if part == 0 else []
    return ut


def _counted(veileder: Veileder, krav: Tegnkrav) -> tuple[frozenset[str], int]:
    return signs_of(veileder, krav), krav.minst


def _factor_signs(side: Side) -> list[frozenset[str]]:
    """Give the sets of signs that are told apart because they count as factors too."""
    ut = []
    for type_ in FAKTORTYPER:
        sporsmal = side.veileder.sporsmal_av_type(type_)
        if sporsmal in side.atomer.ubesvart:
            ut.append(signs_as_factors(side.veileder, type_))
        sett = side.atomer.verdier.get(sporsmal, [])
        ut += [signs_as_factors(side.veileder, type_, s) for s in sett]
    return ut
