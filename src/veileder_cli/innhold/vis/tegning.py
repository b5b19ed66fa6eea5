"""What is drawn, without regard to how: the same for every format."""

from dataclasses import dataclass

from veileder_cli.innhold.vilkarstekst import Vilkarstekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordlyd:
    """One of several wordings, the first that holds is used; `nar` is None where it always does.

    `kilde` is empty where it is the same as that of the row around it.
    """

    tekst: str
    nar: Vilkarstekst | None
    kilde: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trinnpeker:
    """A step that a route leads to when `nar` holds; the first that holds is the next step."""

    id: str
    nummer: str
    tittel: str
    nar: Vilkarstekst | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontaktpeker:
    """Someone to talk to, or (`liste`) the list of that name which the user's role has."""

    id: str
    navn: str
    hvorfor: str
    nar: Vilkarstekst | None
    liste: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rad:
    """A row of the decision table. `nar` is None for the row that counts when no other does.

    `nummer`: its place in the order; 0 for a row that never sets the route, but adds to it.
    `uten_trinn`: what it ends in where it leads to no step.
    The last of `titler` and `hvem` always holds, where there are any.
    """

    id: str
    nummer: int
    titler: tuple[Ordlyd, ...]
    nar: Vilkarstekst | None
    hvem: tuple[Ordlyd, ...]
    trinn: tuple[Trinnpeker, ...]
    samtidig: tuple[Trinnpeker, ...]
    kontakter: tuple[Kontaktpeker, ...]
    uten_trinn: str
    stopper: bool
    haster: bool
    kilde: str

    @property
    def tittel(self) -> str:
        """The title when nothing special holds."""
        return self.titler[-1].tekst if self.titler else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Trinnboks:
    """A step of the pathway; `fra` are the numbers of the rows that lead to it."""

    id: str
    nummer: str
    tittel: str
    handling: str
    ansvarlig: str
    anonymt: str
    frist: str
    fra: tuple[int, ...]
    kilde: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolleliste:
    """Who the roles have on the list of this name, in order; roles with the same list together."""

    navn: str
    rader: tuple["Rollerad", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollerad:
    """Some roles and the contacts that they have on a list."""

    roller: tuple[str, ...]
    kontakter: tuple[Kontaktpeker, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Navngitt:
    """A named condition, explained once."""

    id: str
    navn: str
    nar: Vilkarstekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Gruppe:
    """A group of roles that conditions name."""

    id: str
    navn: str
    roller: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegning:
    """The whole guide as it is drawn. All texts are one line, fit for XML."""

    veileder: str
    tittel: str
    kommune: str
    utgave: str
    revidert: str
    sprak: str
    nodlinje: str
    kontaktforbehold: str
    kontakter_forst: tuple[Kontaktpeker, ...]
    trinn: tuple[Trinnboks, ...]
    rader: tuple[Rad, ...]
    tillegg: tuple[Rad, ...]
    vilkar: tuple[Navngitt, ...]
    grupper: tuple[Gruppe, ...]
    rollelister: tuple[Rolleliste, ...]
    merknader: tuple[str, ...]
