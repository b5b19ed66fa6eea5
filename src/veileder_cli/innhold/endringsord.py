"""What each part of a guide is called where changes are told, and which changes go first."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from veileder_cli.innhold.paastander import Paastand
from veileder_cli.model.innhold import (
    Avsnitt,
    Begrep,
    Kapittel,
    Kontakt,
    Lenke,
    Om,
    Regelverk,
    Tiltak,
    Trinn,
)
from veileder_cli.model.sjekk import (
    Regel,
    Regelsett,
    Rolle,
    Sporsmal,
    Tilfelle,
    Varsel,
)
from veileder_cli.model.tegn import (
    Bekymringstegn,
    Faktor,
    Faktorgruppe,
    Faktorliste,
    Tegndel,
    Tegnkategori,
    Tegnklasse,
    Tegnliste,
)


class Gruppe(IntEnum):
    """What a change is about; the most important first."""

    KONTAKTER = 0
    REGLER = 1
    SPORSMAL = 2
    TEGN = 3
    VARSLER = 4
    TRINN = 5
    FAGSTOFF = 6
    OM = 7
    ANNET = 8
    ORDLYD = 9
    KILDER = 10
    PROVER = 11


TITLER: Final[Mapping[Gruppe, str]] = {
    Gruppe.KONTAKTER: "Kontakter",
    Gruppe.REGLER: "Regler",
    Gruppe.SPORSMAL: "Spørsmål og roller",
    Gruppe.TEGN: "Tegn og faktorer",
    Gruppe.VARSLER: "Varsler",
    Gruppe.TRINN: "Trinn, tiltak og aktører",
    Gruppe.FAGSTOFF: "Begreper, lover, lenker og kapitler",
    Gruppe.OM: "Om veilederen",
    Gruppe.ANNET: "Annet",
    Gruppe.ORDLYD: "Ordlyd",
    Gruppe.KILDER: "Kilder og merker",
    Gruppe.PROVER: "Tilfeller og påstander",
}

DELER: Final[Mapping[str, Gruppe]] = {
    "kontakter": Gruppe.KONTAKTER,
    "regler": Gruppe.REGLER,
    "sporsmal": Gruppe.SPORSMAL,
    "roller": Gruppe.SPORSMAL,
    "bekymringstegn": Gruppe.TEGN,
    "faktorer": Gruppe.TEGN,
    "varsler": Gruppe.VARSLER,
    "trinn": Gruppe.TRINN,
    "tiltak": Gruppe.TRINN,
    "aktorer": Gruppe.TRINN,
    "begreper": Gruppe.FAGSTOFF,
    "regelverk": Gruppe.FAGSTOFF,
    "lenker": Gruppe.FAGSTOFF,
    "kapitler": Gruppe.FAGSTOFF,
    "om": Gruppe.OM,
    "lokalt": Gruppe.OM,
    "lokalt_endret": Gruppe.OM,
    "tilfeller": Gruppe.PROVER,
    "paastander": Gruppe.PROVER,
}
"""The group of each part of a guide; a part that is not here is «annet»."""

NAVN: Final[Mapping[type, tuple[str, str]]] = {
    Avsnitt: ("avsnittet", "avsnittene"),
    Begrep: ("begrepet", "begrepene"),
    Bekymringstegn: ("tegnet", "tegnene"),
    Faktor: ("faktoren", "faktorene"),
    Faktorgruppe: ("faktorgruppa", "faktorgruppene"),
    Faktorliste: ("lista over faktorer", "listene"),
    Kapittel: ("kapitlet", "kapitlene"),
    Kontakt: ("kontakten", "kontaktene"),
    Lenke: ("lenka", "lenkene"),
    Om: ("veilederen", "veilederne"),
    Paastand: ("påstanden", "påstandene"),
    Regel: ("regelen", "reglene"),
    Regelsett: ("reglene", "reglene"),
    Regelverk: ("loven", "lovene"),
    Rolle: ("rollen", "rollene"),
    Sporsmal: ("spørsmålet", "spørsmålene"),
    Tegndel: ("tegnet", "tegnene"),
    Tegnkategori: ("tegnkategorien", "tegnkategoriene"),
    Tegnklasse: ("tegnklassen", "tegnklassene"),
    Tegnliste: ("lista over tegn", "listene"),
    Tilfelle: ("tilfellet", "tilfellene"),
    Tiltak: ("tiltaket", "tiltakene"),
    Trinn: ("trinnet", "trinnene"),
    Varsel: ("varselet", "varslene"),
}
"""What an entry is called, one and several."""

UTEN_NAVN: Final = (Om, Regelsett, Tegnliste, Faktorliste)
"""There is one of each, so it needs no name."""


def part_of(sti: str) -> str:
    """Give the part of the guide that a path begins in."""
    return sti.partition(".")[0].partition("[")[0]
