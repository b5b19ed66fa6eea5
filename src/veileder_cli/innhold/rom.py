"""The finite space of answers that the conditions can tell apart, and the way back to answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

from veileder_cli.facts import possible_values
from veileder_cli.innhold.atomer import (
    FAKTORTYPER,
    Atomer,
    effect,
    signs_as_factors,
    signs_of,
)
from veileder_cli.model.betingelse import Tegnkrav
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder

TEGNTYPER = (Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN)
_ETT_SVAR = (Sporsmalstype.JA_NEI, Sporsmalstype.ETT, Sporsmalstype.ROLLE)


@dataclass(frozen=True, slots=True)
class EttSvar:
    """The answer to a question with one: unanswered, or one of a group that is treated alike."""

    sporsmal: str
    grupper: tuple[tuple[str, ...], ...]

    @property
    def priser(self) -> tuple[int, ...]:
        """What each value costs in answers given."""
        return (0,) + (1,) * len(self.grupper)

    def svar(self, verdi: int) -> Mapping[str, tuple[str, ...]]:
        """Give the answers that the value stands for: the first of its group."""
        return {self.sporsmal: (self.grupper[verdi - 1][0],)} if verdi else {}

    def without(self, sporsmal: frozenset[str]) -> tuple[int, ...]:
        """Say what each value becomes when the questions are left unanswered."""
        return tuple(0 if self.sporsmal in sporsmal else v for v in range(len(self.priser)))


@dataclass(frozen=True, slots=True)
class Kryss:
    """Whether one or more of a group that is treated alike is ticked."""

    sporsmal: str
    gruppe: tuple[str, ...]

    priser = (0, 1)

    def svar(self, verdi: int) -> Mapping[str, tuple[str, ...]]:
        """Give the answers that the value stands for."""
        return {self.sporsmal: self.gruppe[:1]} if verdi else {}

    def without(self, sporsmal: frozenset[str]) -> tuple[int, ...]:
        """Say what each value becomes when the questions are left unanswered."""
        return (0, 0) if self.sporsmal in sporsmal else (0, 1)


@dataclass(frozen=True, slots=True)
class Besvart:
    """Whether a question with ticks is answered where none that counts is ticked.

    `vet_ikke`: value 2 is "vet ikke" given as an answer. Ticks that count go before both.
    """

    sporsmal: str
    vet_ikke: bool

    @property
    def priser(self) -> tuple[int, ...]:
        """What each value costs in answers given."""
        return (0, 1, 1) if self.vet_ikke else (0, 1)

    def svar(self, verdi: int) -> Mapping[str, tuple[str, ...]]:
        """Give the answers that the value stands for."""
        return {self.sporsmal: ((), (VET_IKKE,))[verdi - 1]} if verdi else {}

    def without(self, sporsmal: frozenset[str]) -> tuple[int, ...]:
        """Say what each value becomes when the questions are left unanswered."""
        return tuple(0 if self.sporsmal in sporsmal else v for v in range(len(self.priser)))


@dataclass(frozen=True, slots=True)
class Tegngruppe:
    """How many of a group of signs that are treated alike are seen, and how many are unsure.

    Each is counted up to the most that a condition asks for; that number means "or more".
    """

    tegn: tuple[str, ...]
    antall: tuple[tuple[int, int], ...]
    sporsmal: str
    usikre_sporsmal: str

    @property
    def priser(self) -> tuple[int, ...]:
        """What each value costs in answers given."""
        return tuple(sett + usikre for sett, usikre in self.antall)

    def svar(self, verdi: int) -> Mapping[str, tuple[str, ...]]:
        """Give the answers that the value stands for: seen from the front, unsure from the end."""
        sett, usikre = self.antall[verdi]
        ut = {self.sporsmal: self.tegn[:sett]} if sett else {}
        return ut | ({self.usikre_sporsmal: self.tegn[-usikre:]} if usikre else {})

    def without(self, sporsmal: frozenset[str]) -> tuple[int, ...]:
        """Say what each value becomes when the questions are left unanswered."""
        return self._mapped(
            lambda s, u: (
                0 if self.sporsmal in sporsmal else s,
                0 if self.usikre_sporsmal in sporsmal else u,
            )
        )

    def one_more_seen(self) -> tuple[int, ...]:
        """Say what each value becomes when one more sign is seen, where there is one more."""
        return self._mapped(lambda s, u: (s + 1, u) if (s + 1, u) in self.antall else (s, u))

    def _mapped(self, change: Callable[[int, int], tuple[int, int]]) -> tuple[int, ...]:
        return tuple(self.antall.index(change(*par)) for par in self.antall)


Variabel: TypeAlias = EttSvar | Kryss | Besvart | Tegngruppe


@dataclass(frozen=True, slots=True)
class Rom:
    """The variables in the order of the questions; value 0 of each is "nothing answered"."""

    variabler: tuple[Variabel, ...]

    @property
    def kombinasjoner(self) -> int:
        """How many combinations there are."""
        return prod(len(v.priser) for v in self.variabler)

    def svar(self, valgt: Mapping[int, int]) -> Mapping[str, tuple[str, ...]]:
        """Give the answers of a combination as an answers file has them."""
        ut: dict[str, tuple[str, ...]] = {}
        for nr, variabel in enumerate(self.variabler):
            for sporsmal, verdier in variabel.svar(valgt.get(nr, 0)).items():
                for_ = tuple(v for v in ut.get(sporsmal, ()) if v != VET_IKKE)
                ut[sporsmal] = (*for_, *verdier)
        return ut


def build_rom(veileder: Veileder, atomer: Atomer, vet_ikke: Iterable[str] = ()) -> Rom:
    """Collapse each question; "vet ikke" as an answer is kept apart for those in `vet_ikke`."""
    variabler: list[Variabel] = []
    tegn_lagt = False
    for sporsmal in veileder.sporsmal:
        if sporsmal.type in _ETT_SVAR:
            alene = sporsmal.id in vet_ikke
            variabler.append(_single(veileder, sporsmal, atomer, alene=alene))
            continue
        if sporsmal.vet_ikke_teller or sporsmal.uten_svar or sporsmal.id in atomer.ubesvart:
            variabler.append(Besvart(sporsmal.id, sporsmal.vet_ikke_teller))
        if sporsmal.type not in TEGNTYPER:
            variabler += _ticks(veileder, sporsmal, atomer)
        elif not tegn_lagt:
            variabler += _signs(veileder, atomer)
            tegn_lagt = True
    return Rom(tuple(variabler))


def _single(veileder: Veileder, sporsmal: Sporsmal, atomer: Atomer, *, alene: bool) -> EttSvar:
    verdier = possible_values(veileder, sporsmal)
    if sporsmal.vet_ikke_teller:
        verdier = (*verdier, VET_IKKE)
    sett = atomer.verdier.get(sporsmal.id, [])
    like: dict[tuple[bool, ...], list[str]] = {}
    for verdi in verdier:
        merke = (*(verdi in s for s in sett), alene and verdi == VET_IKKE)
        like.setdefault(merke, []).append(verdi)
    return EttSvar(sporsmal.id, tuple(map(tuple, like.values())))


def _ticks(veileder: Veileder, sporsmal: Sporsmal, atomer: Atomer) -> list[Kryss]:
    """Collapse what may be ticked; what no condition asks about has no variable."""
    sett = atomer.verdier.get(sporsmal.id, [])
    like: dict[tuple[bool, ...], list[str]] = {}
    for verdi in possible_values(veileder, sporsmal):
        virkning = effect(veileder, sporsmal.type, verdi)
        like.setdefault(tuple(bool(virkning & s) for s in sett), []).append(verdi)
    return [Kryss(sporsmal.id, tuple(g)) for merke, g in like.items() if any(merke)]


def _signs(veileder: Veileder, atomer: Atomer) -> list[Tegngruppe]:
    """Collapse the signs to groups that count alike, each up to the largest number asked for."""
    tegn, usikre = (veileder.sporsmal_av_type(t) for t in TEGNTYPER)
    sett_krav = [*_demands(veileder, atomer.sett), *_named(atomer, tegn)] if tegn else []
    if tegn:
        sett_krav += [(t, 1) for t in _factor_signs(veileder, atomer)]
    usikre_krav = [*_demands(veileder, atomer.usikre), *_named(atomer, usikre)] if usikre else []
    like: dict[tuple[tuple[bool, ...], ...], list[str]] = {}
    for id_ in veileder.tegnklasse:
        merke = tuple(tuple(id_ in t for t, _ in krav) for krav in (sett_krav, usikre_krav))
        like.setdefault(merke, []).append(id_)
    ut: list[Tegngruppe] = []
    for gruppe in like.values():
        mest = [max([m for t, m in k if gruppe[0] in t] or [0]) for k in (sett_krav, usikre_krav)]
        par = ((s, u) for s in range(mest[0] + 1) for u in range(mest[1] + 1))
        antall = tuple((s, u) for s, u in par if s + u <= len(gruppe))
        if len(antall) > 1:
            ut.append(Tegngruppe(tuple(gruppe), antall, tegn, usikre))
    return ut


def _demands(veileder: Veileder, krav: list[Tegnkrav]) -> list[tuple[frozenset[str], int]]:
    return [(signs_of(veileder, k), k.minst) for k in krav]


def _named(atomer: Atomer, sporsmal: str) -> list[tuple[frozenset[str], int]]:
    return [(s, 1) for s in atomer.verdier.get(sporsmal, [])]


def _factor_signs(veileder: Veileder, atomer: Atomer) -> list[frozenset[str]]:
    """Give the sets of signs that are told apart because they count as factors too."""
    ut = []
    for type_ in FAKTORTYPER:
        sporsmal = veileder.sporsmal_av_type(type_)
        if sporsmal in atomer.ubesvart:
            ut.append(signs_as_factors(veileder, type_))
        ut += [signs_as_factors(veileder, type_, s) for s in atomer.verdier.get(sporsmal, [])]
    return ut
