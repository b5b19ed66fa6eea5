"""The result of one set of answers, with its reasons; holds no text that is not content."""

from veileder_cli.model.innhold import Kontakt, Tiltak, Trinn, Utsagn
from veileder_cli.model.sjekk import Regel, Varsel
from veileder_cli.records import dataclass


@dataclass(frozen=True, slots=True)
class Svarbevis:
    """One answer that a rule rests on: a question's id and the value given."""

    sporsmal: str
    svar: str


@dataclass(frozen=True, slots=True)
class Grunn:
    """A rule that matched, and the answers that made it match."""

    regel: Regel
    svar: tuple[Svarbevis, ...]


@dataclass(frozen=True, slots=True)
class Kontaktrad:
    """A contact on the result, and why to call just them."""

    kontakt: Kontakt
    hvorfor: str


@dataclass(frozen=True, slots=True)
class Varselrad:
    """A notice with those of its statements that hold."""

    varsel: Varsel
    tekster: tuple[Utsagn, ...]


@dataclass(frozen=True, slots=True)
class Avklaring:
    """A question that is unanswered, and why it is worth finding out."""

    sporsmal: str
    hvorfor: str


@dataclass(frozen=True, slots=True)
class Vurdering:
    """The route, the next step (None where there is none), and all that goes with it.

    `grunner` begins with the row that set the route; then come the other rows that matched.
    """

    regel: Regel
    tittel: Utsagn
    hvem: Utsagn | None
    trinn: Trinn | None
    din_del: tuple[Utsagn, ...]
    samtidig: tuple[str, ...]
    kontakter: tuple[Kontaktrad, ...]
    forbered: tuple[Utsagn, ...]
    varsler: tuple[Varselrad, ...]
    tiltak: tuple[Tiltak, ...]
    avklar: tuple[Avklaring, ...]
    grunner: tuple[Grunn, ...]
    plikter: tuple[Utsagn, ...] = ()
    samtalestart: tuple[Utsagn, ...] = ()
    nytt_blikk: tuple[Utsagn, ...] = ()
    stotte: tuple[Utsagn, ...] = ()

    @property
    def rute(self) -> str:
        """The name of the row that set the route."""
        return self.regel.id
