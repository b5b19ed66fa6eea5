"""What each part of a guide is called where changes are told, and which changes go first."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final, NamedTuple

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
from veileder_cli.sprak import _


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
    Gruppe.KONTAKTER: _("Kontakter"),
    Gruppe.REGLER: _("Regler"),
    Gruppe.SPORSMAL: _("Spørsmål og roller"),
    Gruppe.TEGN: _("Tegn og faktorer"),
    Gruppe.VARSLER: _("Varsler"),
    Gruppe.TRINN: _("Trinn, tiltak og aktører"),
    Gruppe.FAGSTOFF: _("Begreper, lover, lenker og kapitler"),
    Gruppe.OM: _("Om veilederen"),
    Gruppe.ANNET: _("Annet"),
    Gruppe.ORDLYD: _("Ordlyd"),
    Gruppe.KILDER: _("Kilder og merker"),
    Gruppe.PROVER: _("Tilfeller og påstander"),
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

_NY: Final = _("{hva} er ny")
_NYTT: Final = _("{hva} er nytt")


class Slagsord(NamedTuple):
    """What entries of a kind are called, one and several, and how it is said that one is new."""

    en: str
    flere: str
    er_ny: str


NAVN: Final[Mapping[type, Slagsord]] = {
    Avsnitt: Slagsord(_("avsnittet"), _("avsnittene"), _NYTT),
    Begrep: Slagsord(_("begrepet"), _("begrepene"), _NYTT),
    Bekymringstegn: Slagsord(_("tegnet"), _("tegnene"), _NYTT),
    Faktor: Slagsord(_("faktoren"), _("faktorene"), _NY),
    Faktorgruppe: Slagsord(_("faktorgruppa"), _("faktorgruppene"), _NY),
    Faktorliste: Slagsord(_("lista over faktorer"), _("listene"), _NY),
    Kapittel: Slagsord(_("kapitlet"), _("kapitlene"), _NYTT),
    Kontakt: Slagsord(_("kontakten"), _("kontaktene"), _NY),
    Lenke: Slagsord(_("lenka"), _("lenkene"), _NY),
    Om: Slagsord(_("veilederen"), _("veilederne"), _NY),
    Paastand: Slagsord(_("påstanden"), _("påstandene"), _NY),
    Regel: Slagsord(_("regelen"), _("reglene"), _NY),
    Regelsett: Slagsord(_("regelsettet"), _("reglene"), _NYTT),
    Regelverk: Slagsord(_("loven"), _("lovene"), _NY),
    Rolle: Slagsord(_("rollen"), _("rollene"), _NY),
    Sporsmal: Slagsord(_("spørsmålet"), _("spørsmålene"), _NYTT),
    Tegndel: Slagsord(_("tegnet"), _("tegnene"), _NYTT),
    Tegnkategori: Slagsord(_("tegnkategorien"), _("tegnkategoriene"), _NY),
    Tegnklasse: Slagsord(_("tegnklassen"), _("tegnklassene"), _NY),
    Tegnliste: Slagsord(_("lista over tegn"), _("listene"), _NY),
    Tilfelle: Slagsord(_("tilfellet"), _("tilfellene"), _NYTT),
    Tiltak: Slagsord(_("tiltaket"), _("tiltakene"), _NYTT),
    Trinn: Slagsord(_("trinnet"), _("trinnene"), _NYTT),
    Varsel: Slagsord(_("varselet"), _("varslene"), _NYTT),
}
"""What an entry is called."""
AKTOR: Final = Slagsord(_("aktøren"), _("aktørene"), _NY)
"""An actor is an entry of the same class as a measure, in a part of its own."""

UKJENT: Final = Slagsord("", _("radene"), _NY)
"""Rows of a kind that has no name here."""

UTEN_NAVN: Final = (Om, Regelsett, Tegnliste, Faktorliste)
"""There is one of each, so it needs no name."""


def part_of(sti: str) -> str:
    """Give the part of the guide that a path begins in."""
    return sti.partition(".")[0].partition("[")[0]
