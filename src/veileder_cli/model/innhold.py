"""The guide's parts that are read and looked up; the field names are the YAML keys."""

from enum import StrEnum

from veileder_cli.model.betingelse import Alltid, Betingelse
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.tekst import Boyning, Sokeord, Tekst
from veileder_cli.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Utsagn:
    """One statement with its source; mark and source are the enclosing entry's unless given."""

    tekst: Tekst
    merke: Merke
    kilde: Kilde
    hvis: Betingelse = Alltid()


class Anonymt(StrEnum):
    """Whether one can be anonymous, as far as the source says."""

    JA = "ja"
    NEI = "nei"
    IKKE_OPPGITT = "ikke-oppgitt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymitet:
    """Whether one can be anonymous, and what that means here."""

    kan: Anonymt
    tekst: Tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Om:
    """veileder.yaml: what this guide is, whose it is and how old.

    `kontaktforbehold` says how old the contact list is; the short one stands on the first screen.
    `gyldig_til`: the ISO date after which the edition should not be trusted without a look.
    `meld_feil`: whom to tell about a wrong number. `nyeste`: how to see if there is a newer one.
    `arver`: the guide ("kommune/utgave") that this one is like, but for what its files say.
    """

    format: str
    id: str
    kommune: str
    utgave: str
    tittel: Tekst
    revidert: Tekst
    innholdsdato: str
    sprak: str
    eier: str
    kilde_navn: Tekst
    om: tuple[Utsagn, ...]
    kontaktforbehold: Utsagn
    kontaktforbehold_kort: Utsagn | None = None
    godkjent_av: str = ""
    gyldig_til: str = ""
    kilde_url: str = ""
    meld_feil: Utsagn | None = None
    nyeste: Utsagn | None = None
    arver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lokalt:
    """lokalt.yaml in a local folder: whose corrections they are, of which day, of which guide."""

    eier: str
    oppdatert: str
    gjelder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrep:
    """A term: `forklaring` in plain words, `utdyping` with its parts and limits."""

    id: str
    navn: Tekst
    forklaring: Tekst
    merke: Merke
    kilde: Kilde
    synonymer: tuple[Sokeord, ...] = ()
    boyninger: tuple[Boyning, ...] = ()
    se_ogsa: tuple[str, ...] = ()
    utdyping: tuple[Utsagn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trinn:
    """A step of the pathway; `nummer` is what is shown, the order is the file's.

    `stottesporsmal`: what those who take the step may ask themselves. `frist`: by when.
    """

    id: str
    nummer: str
    tittel: Tekst
    handling: Tekst
    ansvarlig: tuple[Tekst, ...]
    anonymt: Anonymitet
    merke: Merke
    kilde: Kilde
    punkter: tuple[Utsagn, ...] = ()
    stottesporsmal: tuple[Utsagn, ...] = ()
    frist: Utsagn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiltak:
    """A measure or an actor: both files have the same shape."""

    id: str
    navn: Tekst
    kort: Tekst
    forklaring: Tekst
    merke: Merke
    kilde: Kilde
    punkter: tuple[Utsagn, ...] = ()
    emner: tuple[Sokeord, ...] = ()
    lenker: tuple[str, ...] = ()
    kontakter: tuple[str, ...] = ()
    foreslas_nar: Betingelse | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelverk:
    """A rule of law as it stood on `gjelder_per` (ISO date); `kort` is how it is cited."""

    id: str
    navn: Tekst
    kort: Tekst
    gjelder_per: str
    url: str
    forklaring: Tekst
    merke: Merke
    kilde: Kilde
    hvem: Tekst = ""
    punkter: tuple[Utsagn, ...] = ()
    emner: tuple[Sokeord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lenke:
    """A web address; `del_av` names the entry it belongs under."""

    id: str
    navn: Tekst
    url: str
    beskrivelse: Tekst
    merke: Merke
    kilde: Kilde
    del_av: str = ""
    merknad: Utsagn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nummer:
    """A telephone number as it is printed, and whose it is where a person is named."""

    telefon: str
    navn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontakt:
    """Someone to talk to; `hvis` says for whom, `sist_verifisert` is empty until confirmed.

    `bydel`: the districts that the contact serves; none means all. `via`: how to reach one that
    has no number of its own. `etterpa`: what the one you call does, and how you get an answer.
    `hele_dognet`: reached also at night. `paakrevd`: no overlay may change it.
    """

    id: str
    funksjon: Tekst
    beskrivelse: Tekst
    hvorfor: Tekst
    anonymt: Anonymitet
    merke: Merke
    kilde: Kilde
    numre: tuple[Nummer, ...] = ()
    epost: str = ""
    adresse: str = ""
    apningstider: Tekst = ""
    hele_dognet: bool = False
    bydel: tuple[str, ...] = ()
    nettside: str = ""
    via: Tekst = ""
    etterpa: Tekst = ""
    emner: tuple[Sokeord, ...] = ()
    trinn: tuple[str, ...] = ()
    oppgitt: str = ""
    sist_verifisert: str = ""
    hvis: Betingelse = Alltid()
    paakrevd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Avsnitt:
    """A part of a chapter, told in plain words."""

    tittel: Tekst
    tekst: Tekst
    merke: Merke
    kilde: Kilde


@dataclass(frozen=True, slots=True, kw_only=True)
class Kapittel:
    """A chapter; `lister` names the parts of the guide that are listed after its text."""

    id: str
    nummer: str
    tittel: Tekst
    avsnitt: tuple[Avsnitt, ...]
    merke: Merke
    kilde: Kilde
    lister: tuple[str, ...] = ()
