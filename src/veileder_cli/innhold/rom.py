"""The finite space of answers that the conditions can tell apart, and the way back to answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

from veileder_cli.model.sjekk import VET_IKKE, Sporsmalstype

TEGNTYPER = (Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN)


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
