"""The words that a condition in YAML may use, what each takes, and the condition it makes."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from veileder_cli.model.betingelse import (
    Alle,
    Alltid,
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

Texts = tuple[str, ...]


def _answers(svar: Mapping[str, Texts]) -> Betingelse:
    """One question makes one condition; several must all hold."""
    deler = tuple(SvarEr(sporsmal, verdier) for sporsmal, verdier in svar.items())
    return deler[0] if len(deler) == 1 else Alle(deler)


def _from(svar: Mapping[str, str]) -> Betingelse:
    """The same for ordered questions: this answer or one further down."""
    deler = tuple(SvarFra(sporsmal, verdi) for sporsmal, verdi in svar.items())
    return deler[0] if len(deler) == 1 else Alle(deler)


def _always(ja: bool) -> Betingelse:  # noqa: FBT001 - the value that YAML holds
    return Alltid() if ja else Ikke(Alltid())


ORD: Final[Mapping[str, tuple[Any, Callable[[Any], Betingelse]]]] = {
    "alltid": (bool, _always),
    "alle": (tuple[Betingelse, ...], Alle),
    "noen": (tuple[Betingelse, ...], Noen),
    "ikke": (Betingelse, Ikke),
    "svar": (Mapping[str, Texts], _answers),
    "svar_fra": (Mapping[str, str], _from),
    "ubesvart": (str, Ubesvart),
    "sett": (Tegnkrav, Sett),
    "usikker": (Tegnkrav, Usikker),
    "rollegruppe": (str, Rollegruppe),
    "vilkar": (str, Vilkar),
    "rute": (Texts, RuteEr),
    "traff": (Texts, lambda ruter: RuteEr(ruter, traff=True)),
    "har_trinn": (bool, HarTrinn),
    "kontakt": (str, HarKontakt),
    "varsel": (str, HarVarsel),
}
