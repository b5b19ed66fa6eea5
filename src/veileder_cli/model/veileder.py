"""One guide in one edition, whole, with the indexes that the core looks things up by."""

from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from functools import cached_property
from typing import Final, TypeVar

from veileder_cli.model.innhold import (
    Begrep,
    Kapittel,
    Kontakt,
    Lenke,
    Lokalt,
    Om,
    Regelverk,
    Tiltak,
    Trinn,
)
from veileder_cli.model.rows import Rows
from veileder_cli.model.sjekk import (
    VET_IKKE,
    Regelsett,
    Rolle,
    Sporsmal,
    Sporsmalstype,
    Tilfelle,
    Varsel,
)
from veileder_cli.model.tegn import (
    Bekymringstegn,
    Faktor,
    Faktorliste,
    Tegndel,
    Tegnliste,
)
from veileder_cli.records import dataclass

Svarbart = Bekymringstegn | Tegndel
_Rad = TypeVar("_Rad", Begrep, Regelverk, Kontakt, Trinn, Rolle, Sporsmal)


@dataclass(frozen=True, kw_only=True)
class Veileder:
    """The parts in the order of the files; a part that was not loaded is empty.

    `lokalt` and `lokalt_endret`: the local folder that is laid over, and what it changes.
    `egen`: the same guide in its own language, where this is a translation, into `sprak`; parts
    that nothing is looked up in may be left out of it.
    """

    om: Om
    begreper: tuple[Begrep, ...] = ()
    bekymringstegn: Tegnliste = field(default_factory=Tegnliste)
    faktorer: Faktorliste = field(default_factory=Faktorliste)
    trinn: tuple[Trinn, ...] = ()
    tiltak: tuple[Tiltak, ...] = ()
    aktorer: tuple[Tiltak, ...] = ()
    regelverk: tuple[Regelverk, ...] = ()
    lenker: tuple[Lenke, ...] = ()
    kontakter: tuple[Kontakt, ...] = ()
    roller: tuple[Rolle, ...] = ()
    sporsmal: tuple[Sporsmal, ...] = ()
    regler: Regelsett = field(default_factory=Regelsett)
    varsler: tuple[Varsel, ...] = ()
    kapitler: tuple[Kapittel, ...] = ()
    tilfeller: tuple[Tilfelle, ...] = ()
    lokalt: Lokalt | None = None
    lokalt_endret: tuple[str, ...] = ()
    sprak: str = ""
    egen: "Veileder | None" = None

    @cached_property
    def svarbare_tegn(self) -> Mapping[str, tuple[Svarbart, ...]]:
        """By category: what is ticked, a sign itself or its parts."""
        return {
            kategori.id: tuple(
                svarbar
                for tegn in kategori.tegn
                if not tegn.samme_som
                for svarbar in (tegn.deler or (tegn,))
            )
            for kategori in self.bekymringstegn.kategorier
        }

    @cached_property
    def tegnklasse(self) -> Mapping[str, str]:
        """The class of each sign, or part of a sign, that can be ticked."""
        return {tegn.id: tegn.klasse for gruppe in self.svarbare_tegn.values() for tegn in gruppe}

    @cached_property
    def faktorer_av_type(self) -> Mapping[Sporsmalstype, tuple[Faktor, ...]]:
        """The factors that a question of the type is about."""
        grupper = self.faktorer.grupper
        return {
            Sporsmalstype.RISIKO: tuple(f for g in grupper for f in g.risiko),
            Sporsmalstype.BESKYTTELSE: tuple(f for g in grupper for f in g.beskyttelse),
        }

    @cached_property
    def begrep(self) -> Mapping[str, Begrep]:
        """Terms by id."""
        return by_id(self.begreper)

    @cached_property
    def lov(self) -> Mapping[str, Regelverk]:
        """Rules of law by id."""
        return by_id(self.regelverk)

    @cached_property
    def doble_faktorer(self) -> Mapping[Sporsmalstype, tuple[Faktor, ...]]:
        """Those of them that stand for another factor or sign."""
        return {
            type_: tuple(f for f in faktorer if f.samme_som)
            for type_, faktorer in self.faktorer_av_type.items()
        }

    @cached_property
    def kontakt(self) -> Mapping[str, Kontakt]:
        """Contacts by id."""
        return by_id(self.kontakter)

    @cached_property
    def trinn_med_id(self) -> Mapping[str, Trinn]:
        """Steps by id."""
        return by_id(self.trinn)

    @cached_property
    def rolle(self) -> Mapping[str, Rolle]:
        """Roles by id."""
        return by_id(self.roller)

    @cached_property
    def sporsmal_med_id(self) -> Mapping[str, Sporsmal]:
        """Questions by id."""
        return by_id(self.sporsmal)

    @cached_property
    def rekkefolge(self) -> Mapping[str, tuple[str, ...]]:
        """The values of each ordered question, from least to most; "vet ikke" is none of them."""
        return {
            s.id: tuple(v.verdi for v in s.valg if v.verdi != VET_IKKE)
            for s in self.sporsmal
            if s.ordnet
        }

    def fra_og_med(self, sporsmal: str, verdi: str) -> frozenset[str]:
        """The value and those further down, as `svar_fra` means them."""
        verdier = self.rekkefolge.get(sporsmal, ())
        return frozenset(verdier[verdier.index(verdi) :]) if verdi in verdier else frozenset()

    def sporsmal_av_type(self, type_: Sporsmalstype) -> str:
        """The id of the one question of that type, or "" where the guide has none."""
        return self._sporsmal_av_type.get(type_, "")

    @cached_property
    def _sporsmal_av_type(self) -> Mapping[Sporsmalstype, str]:
        return {s.type: s.id for s in reversed(self.sporsmal)}


def by_id(rader: Iterable[_Rad]) -> Mapping[str, _Rad]:
    """Index rows by their id."""
    if isinstance(rader, Rows):
        return rader.by_id()
    return {rad.id: rad for rad in rader}


_NOT_PARTS: Final = {"om", "tilfeller", "lokalt", "lokalt_endret", "sprak", "egen"}
PARTS: Final = tuple(f.name for f in fields(Veileder) if f.name not in _NOT_PARTS)
"""The parts of a guide that each have a file under their own name."""
