"""What each field of a guide is called where changes are told; an unknown one goes by its key."""

from collections.abc import Mapping
from typing import Final

from veileder_cli.model.innhold import Anonymitet, Kontakt, Nummer, Regelverk, Utsagn
from veileder_cli.model.sjekk import Kontaktvalg, Regel, Trinnvalg

FELT: Final[Mapping[str, tuple[str, str]]] = {
    "adresse": ("ny", "adresse"),
    "ansvarlig": ("ny", "ansvarlig"),
    "apningstider": ("nye", "åpningstider"),
    "arver": ("ny", "veileder den bygger på"),
    "avklar": ("ny", "grunn til å finne ut av det"),
    "beskrivelse": ("ny", "beskrivelse"),
    "begreper": ("nytt", "begrep"),
    "boyninger": ("ny", "bøyning"),
    "bydel": ("ny", "bydel"),
    "del_av": ("ny", "plass i lista"),
    "deler": ("ny", "del"),
    "din_del": ("nytt", "råd til brukeren"),
    "eier": ("ny", "eier"),
    "emner": ("nytt", "søkeord"),
    "epost": ("ny", "e-postadresse"),
    "etterpa": ("ny", "tekst om hva som skjer etterpå"),
    "forbehold": ("nytt", "forbehold"),
    "forbered": ("nytt", "råd om hva en har klart"),
    "forklaring": ("ny", "forklaring"),
    "format": ("nytt", "format"),
    "fortelling": ("ny", "fortelling"),
    "frist": ("ny", "frist"),
    "funksjon": ("nytt", "navn"),
    "gjelder": ("ny", "veileder den er laget for"),
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
    "kilde_navn": ("nytt", "navn på kilden"),
    "kilde_url": ("ny", "adresse til kilden"),
    "klasse": ("ny", "klasse"),
    "kommune": ("nytt", "navn på kommunen"),
    "kontakter": ("ny", "kontakt"),
    "kontaktforbehold": ("nytt", "forbehold om kontaktene"),
    "kontaktforbehold_kort": ("nytt", "kort forbehold om kontaktene"),
    "kort": ("ny", "kortform"),
    "lenker": ("ny", "lenke"),
    "lister": ("ny", "liste etter teksten"),
    "lokalt": ("ny", "lokal mappe"),
    "lokalt_endret": ("ny", "lokal endring"),
    "meld_feil": ("ny", "beskjed om hvem en melder feil til"),
    "merke": ("nytt", "merke"),
    "merknad": ("ny", "merknad"),
    "navn": ("nytt", "navn"),
    "nettside": ("ny", "nettside"),
    "nummer": ("nytt", "nummer"),
    "numre": ("nytt", "nummer"),
    "nyeste": ("ny", "tekst om hvordan en ser om utgaven er den nyeste"),
    "nytt_blikk": ("nytt", "råd om å se på det igjen"),
    "om": ("ny", "tekst om veilederen"),
    "oppdatert": ("ny", "dato for når den ble oppdatert"),
    "oppgitt": ("ny", "dato for når opplysningene ble gitt"),
    "plikter": ("ny", "plikt"),
    "punkter": ("nytt", "punkt"),
    "redaksjonen": ("ny", "begrunnelse fra redaksjonen"),
    "regelverk": ("ny", "lov"),
    "revidert": ("ny", "dato for revisjonen"),
    "rollens": ("ny", "liste hos rollen"),
    "rute": ("ny", "rute"),
    "samme_som": ("ny", "oppføring det spørres om i stedet"),
    "samtalestart": ("ny", "måte å begynne samtalen på"),
    "samtidig": ("nytt", "trinn som går samtidig"),
    "se_ogsa": ("ny", "henvisning"),
    "sist_verifisert": ("ny", "dato for når opplysningene ble bekreftet"),
    "sprak": ("nytt", "språk"),
    "stotte": ("ny", "hjelp til den som er bekymret"),
    "synonymer": ("nytt", "synonym"),
    "sted": ("nytt", "sted i kilden"),
    "stottesporsmal": ("nytt", "støttespørsmål"),
    "tekst": ("ny", "tekst"),
    "tekster": ("ny", "tekst"),
    "telefon": ("nytt", "nummer"),
    "teller": ("nytt", "eksempel på det som teller"),
    "teller_ikke": ("nytt", "eksempel på det som ikke teller"),
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

FELT_I: Final[Mapping[tuple[type, str], tuple[str, str]]] = {
    (Anonymitet, "tekst"): ("ny", "tekst om å være anonym"),
    (Nummer, "navn"): ("nytt", "navn på den som har nummeret"),
    (Regelverk, "hvem"): ("ny", "tekst om hvem loven gjelder for"),
}
"""The same, where the field is something else in an entry of one kind."""

BRYTERE: Final[Mapping[str, tuple[str, str]]] = {
    "hele_dognet": ("er nå åpen hele døgnet", "er ikke lenger åpen hele døgnet"),
    "haster": ("haster nå", "haster ikke lenger"),
    "ordnet": (
        "har nå svar som går fra minst til mest",
        "har ikke lenger svar som går fra minst til mest",
    ),
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
