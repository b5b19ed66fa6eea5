"""Conditions: the closed vocabulary of `hvis`, `nar`, `vises_nar` and `foreslas_nar`."""

from veileder_cli.records import dataclass


@dataclass(frozen=True, slots=True)
class Alltid:
    """Holds for every set of answers."""


@dataclass(frozen=True, slots=True)
class Alle:
    """Holds when every part does."""

    deler: tuple["Betingelse", ...]


@dataclass(frozen=True, slots=True)
class Noen:
    """Holds when at least one part does."""

    deler: tuple["Betingelse", ...]


@dataclass(frozen=True, slots=True)
class Ikke:
    """Holds when the part does not."""

    del_: "Betingelse"


@dataclass(frozen=True, slots=True)
class SvarEr:
    """Holds when the answer to the question is, or contains, one of the values."""

    sporsmal: str
    verdier: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SvarFra:
    """Holds when the answer to an ordered question is the value, or one further down."""

    sporsmal: str
    verdi: str


@dataclass(frozen=True, slots=True)
class Ubesvart:
    """Holds when the question is unanswered or answered with "vet ikke"."""

    sporsmal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegnkrav:
    """At least `minst` signs of the classes or ids; without either, of any sign."""

    klasse: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    minst: int = 1


@dataclass(frozen=True, slots=True)
class Sett:
    """Holds when enough such signs are seen."""

    krav: Tegnkrav


@dataclass(frozen=True, slots=True)
class Usikker:
    """Holds when the user is unsure of enough such signs."""

    krav: Tegnkrav


@dataclass(frozen=True, slots=True)
class Rollegruppe:
    """Holds when the user's role belongs to the group."""

    gruppe: str


@dataclass(frozen=True, slots=True)
class Vilkar:
    """Holds when the named condition in regler.yaml does."""

    navn: str


@dataclass(frozen=True, slots=True)
class RuteEr:
    """Holds when one of these rules set the route (`traff`: when one of them matched)."""

    ruter: tuple[str, ...]
    traff: bool = False


@dataclass(frozen=True, slots=True)
class HarTrinn:
    """Holds when the route has a next step, or has not."""

    ja: bool


@dataclass(frozen=True, slots=True)
class HarKontakt:
    """Holds when the contact is on the list so far."""

    kontakt: str


@dataclass(frozen=True, slots=True)
class HarVarsel:
    """Holds when the notice, which stands earlier in varsler.yaml, is shown."""

    varsel: str


Betingelse = (
    Alltid
    | Alle
    | Noen
    | Ikke
    | SvarEr
    | SvarFra
    | Ubesvart
    | Sett
    | Usikker
    | Rollegruppe
    | Vilkar
    | RuteEr
    | HarTrinn
    | HarKontakt
    | HarVarsel
)
