"""Warning signs, and risk and protective factors; the field names are the YAML keys."""

from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.tekst import Tekst
from veileder_cli.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegnklasse:
    """The editors' class of a sign: what it means for the next step."""

    id: str
    navn: Tekst
    forklaring: Tekst
    merke: Merke
    kilde: Kilde


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegndel:
    """One half of a sign whose halves are answered apart."""

    id: str
    tekst: Tekst
    klasse: str
    hjelp: Tekst = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekymringstegn:
    """A warning sign as the guide labels it; it has a class, or parts that have, or is a double.

    `samme_som` names the sign that is asked instead, where the guide lists one in two categories.
    """

    id: str
    tekst: Tekst
    merke: Merke
    kilde: Kilde
    klasse: str = ""
    hjelp: Tekst = ""
    deler: tuple[Tegndel, ...] = ()
    samme_som: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegnkategori:
    """A category of signs: one screen of the interview."""

    id: str
    navn: Tekst
    tegn: tuple[Bekymringstegn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegnliste:
    """bekymringstegn.yaml."""

    klasser: tuple[Tegnklasse, ...] = ()
    kategorier: tuple[Tegnkategori, ...] = ()
    forbehold: tuple[Utsagn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Faktor:
    """A risk or protective factor; `samme_som` names the factor or sign that is asked instead."""

    id: str
    tekst: Tekst
    merke: Merke
    kilde: Kilde
    samme_som: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Faktorgruppe:
    """A group of factors: one screen of the interview for each kind."""

    id: str
    navn: Tekst
    risiko: tuple[Faktor, ...] = ()
    beskyttelse: tuple[Faktor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Faktorliste:
    """faktorer.yaml."""

    grupper: tuple[Faktorgruppe, ...] = ()
    forbehold: tuple[Utsagn, ...] = ()
