"""The nouns that changes are told with: what each part of a guide is called, and each field."""

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
    Utsagn,
)
from veileder_cli.model.sjekk import (
    Kontaktvalg,
    Regel,
    Regelsett,
    Rolle,
    Sporsmal,
    Tilfelle,
    Trinnvalg,
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
    Regelsett: ("regelsettet", "regelsettene"),
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

FELT: Final[Mapping[str, tuple[str, str]]] = {
    "adresse": ("ny", "adresse"),
    "ansvarlig": ("ny", "ansvarlig"),
    "apningstider": ("nye", "åpningstider"),
    "avklar": ("ny", "grunn til å finne ut av det"),
    "beskrivelse": ("ny", "beskrivelse"),
    "begreper": ("nytt", "begrep"),
    "boyninger": ("ny", "bøyning"),
    "bydel": ("ny", "bydel"),
    "del_av": ("ny", "plass i lista"),
    "din_del": ("nytt", "råd til brukeren"),
    "eier": ("ny", "eier"),
    "emner": ("nytt", "søkeord"),
    "epost": ("ny", "e-postadresse"),
    "etterpa": ("ny", "tekst om hva som skjer etterpå"),
    "forbehold": ("nytt", "forbehold"),
    "forbered": ("nytt", "råd om hva en har klart"),
    "forklaring": ("ny", "forklaring"),
    "frist": ("ny", "frist"),
    "funksjon": ("nytt", "navn"),
    "gjelder_per": ("ny", "dato for lovteksten"),
    "godkjent_av": ("ny", "godkjenning"),
    "grupper": ("ny", "rollegruppe"),
    "gyldig_til": ("ny", "dato for hvor lenge utgaven gjelder"),
    "handling": ("ny", "handling"),
    "hjelp": ("ny", "hjelpetekst"),
    "hvem": ("ny", "tekst om hvem som tar neste steg"),
    "hvorfor": ("ny", "begrunnelse"),
    "innholdsdato": ("ny", "innholdsdato"),
    "kapittel": ("nytt", "kapittel"),
    "kan": ("nytt", "svar på om en kan være anonym"),
    "kilde": ("ny", "kilde"),
    "klasse": ("ny", "klasse"),
    "kontakter": ("ny", "kontakt"),
    "kort": ("ny", "kortform"),
    "lenker": ("ny", "lenke"),
    "merke": ("nytt", "merke"),
    "merknad": ("ny", "merknad"),
    "navn": ("nytt", "navn"),
    "nettside": ("ny", "nettside"),
    "nummer": ("nytt", "nummer"),
    "numre": ("nytt", "nummer"),
    "om": ("ny", "tekst om veilederen"),
    "oppgitt": ("ny", "dato for når opplysningene ble gitt"),
    "plikter": ("ny", "plikt"),
    "punkter": ("nytt", "punkt"),
    "redaksjonen": ("ny", "begrunnelse fra redaksjonen"),
    "regelverk": ("ny", "lov"),
    "rute": ("ny", "rute"),
    "samme_som": ("ny", "oppføring det spørres om i stedet"),
    "se_ogsa": ("ny", "henvisning"),
    "sist_verifisert": ("ny", "dato for når opplysningene ble bekreftet"),
    "synonymer": ("nytt", "synonym"),
    "sted": ("nytt", "sted i kilden"),
    "stottesporsmal": ("nytt", "støttespørsmål"),
    "tekst": ("ny", "tekst"),
    "tekster": ("ny", "tekst"),
    "telefon": ("nytt", "nummer"),
    "tittel": ("ny", "tittel"),
    "trinn": ("nytt", "trinn"),
    "type": ("ny", "type"),
    "url": ("ny", "adresse"),
    "utdyping": ("ny", "utdyping"),
    "utfall": ("nytt", "utfall"),
    "utgave": ("nytt", "navn på utgaven"),
    "uten_svar": ("nytt", "svar som gjelder når svaret mangler"),
    "via": ("ny", "måte å nå dem på"),
}
"""What a field is called, with the word for a new one."""

BRYTERE: Final[Mapping[str, tuple[str, str]]] = {
    "hele_dognet": ("er nå åpen hele døgnet", "er ikke lenger åpen hele døgnet"),
    "haster": ("haster nå", "haster ikke lenger"),
    "paakrevd": ("er nå påkrevd", "er ikke lenger påkrevd"),
    "setter_rute": ("bestemmer nå ruta", "bestemmer ikke lenger ruta"),
    "stopper": ("stopper nå de andre reglene", "stopper ikke lenger de andre reglene"),
    "valgfritt": ("kan nå hoppes over", "kan ikke lenger hoppes over"),
    "vet_ikke_teller": (
        "har nå «vet ikke» som et eget svar",
        "har ikke lenger «vet ikke» som et eget svar",
    ),
}
"""What is said of a field that is ja or nei, when it becomes the one or the other."""

VERB: Final[Mapping[str, str]] = {
    "foreslas_nar": "blir {}foreslått",
    "nar": "blir {}stilt",
    "vises_nar": "blir {}vist",
}
"""What happens when the condition in the field holds."""

VERB_I: Final[Mapping[type, str]] = {
    Kontakt: "er {}med",
    Kontaktvalg: "er {}med",
    Regel: "slår {}til",
    Trinnvalg: "blir {}valgt",
    Utsagn: "blir {}vist",
}
"""What happens when the condition `hvis` of the entry holds; elsewhere it «gjelder»."""

ORDLYD: Final = frozenset(
    {
        "avklar",
        "beskrivelse",
        "boyninger",
        "emner",
        "forklaring",
        "handling",
        "hjelp",
        "hvorfor",
        "kort",
        "synonymer",
        "tekst",
        "tittel",
    }
)
"""Fields that only change the words."""


def part_of(sti: str) -> str:
    """Give the part of the guide that a path begins in."""
    return sti.partition(".")[0].partition("[")[0]
