"""What each field of a guide is called where changes are told; an unknown one goes by its key."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from veileder_cli.model.innhold import Anonymitet, Kontakt, Nummer, Regelverk, Utsagn
from veileder_cli.model.sjekk import Kontaktvalg, Regel, Trinnvalg
from veileder_cli.sprak import _

FELT: Final[Mapping[str, tuple[str, str]]] = {
    "adresse": (_("adresse"), _("ny adresse")),
    "ansvarlig": (_("ansvarlig"), _("ny ansvarlig")),
    "apningstider": (_("åpningstider"), _("nye åpningstider")),
    "arver": (_("veileder den bygger på"), _("ny veileder den bygger på")),
    "avklar": (_("grunn til å finne ut av det"), _("ny grunn til å finne ut av det")),
    "beskrivelse": (_("beskrivelse"), _("ny beskrivelse")),
    "begreper": (_("begrep"), _("nytt begrep")),
    "boyninger": (_("bøyning"), _("ny bøyning")),
    "bydel": (_("bydel"), _("ny bydel")),
    "del_av": (_("plass i lista"), _("ny plass i lista")),
    "deler": (_("del"), _("ny del")),
    "din_del": (_("råd til brukeren"), _("nytt råd til brukeren")),
    "eier": (_("eier"), _("ny eier")),
    "emner": (_("søkeord"), _("nytt søkeord")),
    "epost": (_("e-postadresse"), _("ny e-postadresse")),
    "etterpa": (_("tekst om hva som skjer etterpå"), _("ny tekst om hva som skjer etterpå")),
    "forbehold": (_("forbehold"), _("nytt forbehold")),
    "forbered": (_("råd om hva en har klart"), _("nytt råd om hva en har klart")),
    "forklaring": (_("forklaring"), _("ny forklaring")),
    "format": (_("format"), _("nytt format")),
    "fortelling": (_("fortelling"), _("ny fortelling")),
    "frist": (_("frist"), _("ny frist")),
    "funksjon": (_("navn"), _("nytt navn")),
    "gjelder": (_("veileder den er laget for"), _("ny veileder den er laget for")),
    "gjelder_per": (_("dato for lovteksten"), _("ny dato for lovteksten")),
    "godkjent_av": (_("godkjenning"), _("ny godkjenning")),
    "grupper": (_("rollegruppe"), _("ny rollegruppe")),
    "gyldig_til": (
        _("dato for hvor lenge utgaven gjelder"),
        _("ny dato for hvor lenge utgaven gjelder"),
    ),
    "handling": (_("handling"), _("ny handling")),
    "hjelp": (_("hjelpetekst"), _("ny hjelpetekst")),
    "hvem": (_("tekst om hvem som tar neste steg"), _("ny tekst om hvem som tar neste steg")),
    "hvorfor": (_("begrunnelse"), _("ny begrunnelse")),
    "innholdsdato": (_("innholdsdato"), _("ny innholdsdato")),
    "kapittel": (_("kapittel"), _("nytt kapittel")),
    "kan": (_("svar på om en kan være anonym"), _("nytt svar på om en kan være anonym")),
    "kilde": (_("kilde"), _("ny kilde")),
    "kilde_navn": (_("navn på kilden"), _("nytt navn på kilden")),
    "kilde_url": (_("adresse til kilden"), _("ny adresse til kilden")),
    "klasse": (_("klasse"), _("ny klasse")),
    "kommune": (_("navn på kommunen"), _("nytt navn på kommunen")),
    "kontakter": (_("kontakt"), _("ny kontakt")),
    "kontaktforbehold": (_("forbehold om kontaktene"), _("nytt forbehold om kontaktene")),
    "kontaktforbehold_kort": (
        _("kort forbehold om kontaktene"),
        _("nytt kort forbehold om kontaktene"),
    ),
    "kort": (_("kortform"), _("ny kortform")),
    "lenker": (_("lenke"), _("ny lenke")),
    "lister": (_("liste etter teksten"), _("ny liste etter teksten")),
    "lokalt": (_("lokal mappe"), _("ny lokal mappe")),
    "lokalt_endret": (_("lokal endring"), _("ny lokal endring")),
    "meld_feil": (
        _("beskjed om hvem en melder feil til"),
        _("ny beskjed om hvem en melder feil til"),
    ),
    "merke": (_("merke"), _("nytt merke")),
    "merknad": (_("merknad"), _("ny merknad")),
    "navn": (_("navn"), _("nytt navn")),
    "nettside": (_("nettside"), _("ny nettside")),
    "nummer": (_("nummer"), _("nytt nummer")),
    "numre": (_("nummer"), _("nytt nummer")),
    "nyeste": (
        _("tekst om hvordan en ser om utgaven er den nyeste"),
        _("ny tekst om hvordan en ser om utgaven er den nyeste"),
    ),
    "nytt_blikk": (_("råd om å se på det igjen"), _("nytt råd om å se på det igjen")),
    "om": (_("tekst om veilederen"), _("ny tekst om veilederen")),
    "oppdatert": (_("dato for når den ble oppdatert"), _("ny dato for når den ble oppdatert")),
    "oppgitt": (
        _("dato for når opplysningene ble gitt"),
        _("ny dato for når opplysningene ble gitt"),
    ),
    "plikter": (_("plikt"), _("ny plikt")),
    "punkter": (_("punkt"), _("nytt punkt")),
    "redaksjonen": (_("begrunnelse fra redaksjonen"), _("ny begrunnelse fra redaksjonen")),
    "regelverk": (_("lov"), _("ny lov")),
    "revidert": (_("dato for revisjonen"), _("ny dato for revisjonen")),
    "rollens": (_("liste hos rollen"), _("ny liste hos rollen")),
    "rute": (_("rute"), _("ny rute")),
    "samme_som": (
        _("oppføring det spørres om i stedet"),
        _("ny oppføring det spørres om i stedet"),
    ),
    "samtalestart": (_("måte å begynne samtalen på"), _("ny måte å begynne samtalen på")),
    "samtidig": (_("trinn som går samtidig"), _("nytt trinn som går samtidig")),
    "se_ogsa": (_("henvisning"), _("ny henvisning")),
    "sist_verifisert": (
        _("dato for når opplysningene ble bekreftet"),
        _("ny dato for når opplysningene ble bekreftet"),
    ),
    "sprak": (_("språk"), _("nytt språk")),
    "stotte": (_("hjelp til den som er bekymret"), _("ny hjelp til den som er bekymret")),
    "synonymer": (_("synonym"), _("nytt synonym")),
    "sted": (_("sted i kilden"), _("nytt sted i kilden")),
    "stottesporsmal": (_("støttespørsmål"), _("nytt støttespørsmål")),
    "tekst": (_("tekst"), _("ny tekst")),
    "tekster": (_("tekst"), _("ny tekst")),
    "telefon": (_("nummer"), _("nytt nummer")),
    "teller": (_("eksempel på det som teller"), _("nytt eksempel på det som teller")),
    "teller_ikke": (
        _("eksempel på det som ikke teller"),
        _("nytt eksempel på det som ikke teller"),
    ),
    "tittel": (_("tittel"), _("ny tittel")),
    "trinn": (_("trinn"), _("nytt trinn")),
    "type": (_("type"), _("ny type")),
    "url": (_("adresse"), _("ny adresse")),
    "utdyping": (_("utdyping"), _("ny utdyping")),
    "utfall": (_("utfall"), _("nytt utfall")),
    "utgave": (_("navn på utgaven"), _("nytt navn på utgaven")),
    "uten_svar": (
        _("svar som gjelder når svaret mangler"),
        _("nytt svar som gjelder når svaret mangler"),
    ),
    "via": (_("måte å nå dem på"), _("ny måte å nå dem på")),
}
"""What a field is called, and a new one."""

FELT_I: Final[Mapping[tuple[type, str], tuple[str, str]]] = {
    (Anonymitet, "tekst"): (_("tekst om å være anonym"), _("ny tekst om å være anonym")),
    (Nummer, "navn"): (_("navn på den som har nummeret"), _("nytt navn på den som har nummeret")),
    (Regelverk, "hvem"): (
        _("tekst om hvem loven gjelder for"),
        _("ny tekst om hvem loven gjelder for"),
    ),
}
"""The same, where the field is something else in an entry of one kind."""

BRYTERE: Final[Mapping[str, tuple[str, str]]] = {
    "hele_dognet": (
        _("{hva} er nå åpen hele døgnet"),
        _("{hva} er ikke lenger åpen hele døgnet"),
    ),
    "haster": (_("{hva} haster nå"), _("{hva} haster ikke lenger")),
    "ordnet": (
        _("{hva} har nå svar som går fra minst til mest"),
        _("{hva} har ikke lenger svar som går fra minst til mest"),
    ),
    "paakrevd": (_("{hva} er nå påkrevd"), _("{hva} er ikke lenger påkrevd")),
    "setter_rute": (_("{hva} bestemmer nå ruta"), _("{hva} bestemmer ikke lenger ruta")),
    "stopper": (
        _("{hva} stopper nå de andre reglene"),
        _("{hva} stopper ikke lenger de andre reglene"),
    ),
    "valgfritt": (_("{hva} kan nå hoppes over"), _("{hva} kan ikke lenger hoppes over")),
    "vet_ikke_teller": (
        _("{hva} har nå «vet ikke» som et eget svar"),
        _("{hva} har ikke lenger «vet ikke» som et eget svar"),
    ),
}
"""What is said of a field that is ja or nei, when it becomes the one or the other."""


class Verb(NamedTuple):
    """What happens where a condition holds: that it does now, and that it does no longer."""

    naa: str
    ikke_lenger: str


GJELDER: Final = Verb(_("gjelder nå"), _("gjelder ikke lenger"))
_VISES: Final = Verb(_("blir nå vist"), _("blir ikke lenger vist"))
_ER_MED: Final = Verb(_("er nå med"), _("er ikke lenger med"))

VERB: Final[Mapping[str, Verb]] = {
    "foreslas_nar": Verb(_("blir nå foreslått"), _("blir ikke lenger foreslått")),
    "nar": Verb(_("blir nå stilt"), _("blir ikke lenger stilt")),
    "vises_nar": _VISES,
}
"""What happens when the condition in the field holds."""

VERB_I: Final[Mapping[type, Verb]] = {
    Kontakt: _ER_MED,
    Kontaktvalg: _ER_MED,
    Regel: Verb(_("slår nå til"), _("slår ikke lenger til")),
    Trinnvalg: Verb(_("blir nå valgt"), _("blir ikke lenger valgt")),
    Utsagn: _VISES,
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
