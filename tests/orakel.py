"""The decision table of the product, stated a second time and without the content or the engine.

Written from the product description alone, so that a slip in regler.yaml, varsler.yaml or
evaluate shows as a difference instead of being repeated here. Section numbers are its sections.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

Svar = Mapping[str, str | Sequence[str]]

VET_IKKE: Final = "vet-ikke"
INGEN: Final = "ingen"

# --- section 3: the signs and their class; one sign of the guide is answered as two halves ---

KLASSER: Final[Mapping[str, frozenset[str]]] = {
    "vold": frozenset(
        {
            "trusler-politisk-vold",
            "voldelige-sammenstot",
            "bruker-trusler-og-vold",
            "hatkriminalitet",
            "omgas-voldsgrupper",
        }
    ),
    "kjerne": frozenset({"legitimerer-vold"}),
    "kontekst": frozenset(
        {
            "ekstremistiske-symboler",
            "hatretorikk",
            "reiser",
            "omgas-ekstreme",
            "medlem-ekstrem-gruppe",
        }
    ),
    "svak": frozenset(
        {
            "ekstremistisk-materiale",
            "endrer-utseende",
            "slutter-aktiviteter",
            "intoleranse",
            "fiendebilder",
            "konspirasjonsteorier",
            "absolutte-losninger",
            "sort-hvitt-tenkning",
            "opptatt-av-ekstremisme",
            "ufarliggjorende-humor",
            "endrer-nettverk",
        }
    ),
    "lovlig": frozenset({"demonstrasjoner"}),
}
TEGN: Final = tuple(sorted(frozenset[str]().union(*KLASSER.values())))
FAMILIEFAKTOR: Final = "familie-vold-eller-omsorgssvikt"

# --- section 4: the roles; section 6: whom a role turns to at steps 2 and 3 ---

SIVIL: Final = frozenset({"frivillig", "innbygger"})
EGEN_RESSURSPERSON: Final = frozenset(
    {
        "ungdomsskole",
        "videregaende",
        "privatskole",
        "ntnu",
        "barnevern",
        "nav",
        "kriminalomsorg",
        "konfliktrad",
        "familievern",
    }
)
ANSATT: Final = EGEN_RESSURSPERSON | {
    "barneskole",
    "helse-velferd",
    "kultur-fritid",
    "rvts",
    "politi",
    "annen-kommunal",
    "annen-instans",
}
ROLLER: Final = tuple(sorted(ANSATT | SIVIL | {"meg-selv", "utsatt"}))
EGEN_INSTRUKS: Final = frozenset({"politi", "kriminalomsorg"})

_EGEN_ENHET: Final = ("leder", "ressursperson", "radikaliseringskoordinator")
_ANDRE_INSTANSER: Final = ("radikaliseringskoordinator", "politikontakt", "02800")
_SIVILE: Final = ("radikaliseringskoordinator", "02800", "utveier")
ROLLENS: Final[Mapping[str, tuple[str, ...]]] = {
    "ungdomsskole": (*_EGEN_ENHET, "skoleradgiver-grunnskole"),
    "videregaende": (*_EGEN_ENHET, "radgiver-videregaende"),
    "privatskole": _EGEN_ENHET,
    "ntnu": _EGEN_ENHET,
    "nav": _EGEN_ENHET,
    "kriminalomsorg": _EGEN_ENHET,
    "konfliktrad": _EGEN_ENHET,
    "familievern": _EGEN_ENHET,
    "barneskole": ("leder", "skoleradgiver-grunnskole", "radikaliseringskoordinator"),
    "barnevern": ("ressursperson", "radikaliseringskoordinator"),
    "helse-velferd": ("helse-og-velferd", "radikaliseringskoordinator"),
    "kultur-fritid": ("kulturenheten", "radikaliseringskoordinator"),
    "annen-kommunal": ("leder", "radikaliseringskoordinator"),
    "annen-instans": _ANDRE_INSTANSER,
    "rvts": _ANDRE_INSTANSER,
    "politi": ("leder", "02800", "radikaliseringskoordinator"),
    "frivillig": _SIVILE,
    "innbygger": _SIVILE,
}
KONTAKTER: Final = (
    frozenset({"110", "112", "113", "116111", "116117", "barnevern", "familievernkontoret"})
    | {"leder", "pst", "ressursperson", "rvts-midt", "slt-koordinator"}
    | frozenset[str]().union(*ROLLENS.values())
)


# --- the answers that count ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Sak:
    """The answers that count, one field for each question that decides anything.

    A missing answer is "vet ikke", save for the two questions where only a given "vet ikke"
    counts: `fare_na` puts 112 first, `lovbrudd` is a reason to discuss.
    """

    fare_na: str
    rolle: str = "innbygger"
    alder: str = VET_IKKE
    lovbrudd: str = ""
    tegn: frozenset[str] = frozenset()
    tegn_usikker: frozenset[str] = frozenset()
    andre_forklaringer: str = VET_IKKE
    grad: str = VET_IKKE
    gjort: frozenset[str] = frozenset()
    flere_instanser: str = VET_IKKE
    fortsatt: str = VET_IKKE
    utland: frozenset[str] = frozenset()
    barn_berort: str = VET_IKKE
    foresatte_trygge: str = VET_IKKE
    ressursperson: str = VET_IKKE
    risikofaktorer: frozenset[str] = frozenset()

    def sett(self, *klasser: str) -> int:
        """Count the seen signs of the classes."""
        return sum(len(self.tegn & KLASSER[klasse]) for klasse in klasser)

    def usikker(self, *klasser: str) -> int:
        """Count the unsure signs of the classes."""
        return sum(len(self.tegn_usikker & KLASSER[klasse]) for klasse in klasser)

    @property
    def ansatt(self) -> bool:
        """Whether the user is an employee (section 4)."""
        return self.rolle in ANSATT

    @property
    def under_18(self) -> bool:
        """Whether the person is known to be under 18."""
        return self.alder == "under-18"

    @property
    def droftet(self) -> bool:
        """The table's "discussed"."""
        return bool(self.gjort & {"droftet-internt", "droftet-kommune-politi", "meldt"})

    @property
    def kjent_ute(self) -> bool:
        """The table's "known outside"."""
        return bool(self.gjort & {"droftet-kommune-politi", "meldt"})

    @property
    def fulgt_opp(self) -> bool:
        """Whether follow-up has been done."""
        return "oppfolging" in self.gjort

    @property
    def svak(self) -> bool:
        """The table's "weak": a weak sign, and nothing seen that is more."""
        return self.sett("svak") > 0 and self.sett("vold", "kjerne", "kontekst") == 0

    @property
    def svak_uten_forklaring(self) -> bool:
        """Weak signs that no other explanation accounts for."""
        return self.svak and self.andre_forklaringer != "ja"

    @property
    def ressursperson_mulig(self) -> bool:
        """Whether the unit may have a ressursperson, for all we know."""
        return self.rolle in EGEN_RESSURSPERSON and self.ressursperson != "nei"

    @property
    def har_ressursperson(self) -> bool:
        """Whether there is a ressursperson to turn to, in the unit or for the whole service."""
        return self.ressursperson_mulig or self.rolle in {"helse-velferd", "kultur-fritid"}

    @property
    def tvil_om_vold(self) -> bool:
        """Whether the user is in doubt about violence or an offence."""
        return self.usikker("vold") > 0 or self.lovbrudd == VET_IKKE


def _one(svar: Svar, sporsmal: str) -> str:
    value = svar.get(sporsmal, VET_IKKE)
    return value if isinstance(value, str) else VET_IKKE


def _several(svar: Svar, sporsmal: str) -> frozenset[str]:
    value = svar.get(sporsmal, ())
    return frozenset({value} if isinstance(value, str) else value) - {VET_IKKE}


def _given(svar: Svar, sporsmal: str) -> str:
    return _one(svar, sporsmal) if sporsmal in svar else ""


def read_sak(svar: Svar) -> Sak:
    """Keep the answers to questions that would be asked (section 4); the others are ignored."""
    fare_na = _given(svar, "fare_na")
    if fare_na == "ja":
        return Sak(fare_na=fare_na)
    rolle = _one(svar, "rolle")
    rolle = "innbygger" if rolle == VET_IKKE else rolle
    alder = _one(svar, "alder")
    barn_berort = VET_IKKE if alder == "under-18" else _one(svar, "barn_berort")
    if rolle == "meg-selv":
        return Sak(fare_na=fare_na, rolle=rolle, alder=alder)
    if rolle == "utsatt":
        return Sak(fare_na=fare_na, rolle=rolle, alder=alder, barn_berort=barn_berort)
    tegn, tegn_usikker = _several(svar, "tegn"), _several(svar, "tegn_usikker")
    gjort = _several(svar, "gjort")
    return Sak(
        fare_na=fare_na,
        rolle=rolle,
        alder=alder,
        lovbrudd=_given(svar, "lovbrudd"),
        tegn=tegn,
        tegn_usikker=tegn_usikker,
        andre_forklaringer=_one(svar, "andre_forklaringer") if tegn | tegn_usikker else VET_IKKE,
        grad=_one(svar, "grad"),
        gjort=gjort,
        flere_instanser=_one(svar, "flere_instanser"),
        fortsatt=_one(svar, "fortsatt") if "oppfolging" in gjort else VET_IKKE,
        utland=_several(svar, "utland"),
        barn_berort=barn_berort,
        foresatte_trygge=_one(svar, "foresatte_trygge") if alder == "under-18" else VET_IKKE,
        ressursperson=_one(svar, "ressursperson") if rolle in EGEN_RESSURSPERSON else VET_IKKE,
        risikofaktorer=_several(svar, "risikofaktorer"),
    )


# --- section 5: the table's rows, from the top ---


def _hjemvendt(sak: Sak) -> bool:
    return bool(sak.utland & {"voksen-hjemvendt", "barn-av-fremmedkriger"})


def _avsluttet(sak: Sak) -> bool:
    lite_sett = sak.sett("vold", "kjerne", "kontekst") == 0
    avkreftet = sak.grad == "avkreftet" and (sak.droftet or lite_sett)
    ferdig = sak.fulgt_opp and sak.fortsatt == "nei"
    om_vold = sak.sett("vold", "kjerne") + sak.usikker("vold", "kjerne")
    return (avkreftet or ferdig) and om_vold == 0


def _hoy(sak: Sak) -> bool:
    concluded = sak.grad == "hoy" or sak.flere_instanser == "ja"
    return concluded and sak.kjent_ute and not sak.gjort & {"bekymringssamtale", "tverrfaglig"}


def _videre(sak: Sak) -> bool:
    return bool(sak.gjort & {"tverrfaglig", "meldt", "bekymringssamtale"})


def _avklart(sak: Sak) -> bool:
    concluded = sak.grad in {"avklart", "hoy"} and sak.droftet
    unclear = "droftet-kommune-politi" in sak.gjort and sak.grad in {"uklar", VET_IKKE}
    return concluded or (unclear and sak.sett("kjerne", "kontekst") > 0)


def _droft(sak: Sak) -> bool:
    dialog = "dialog" in sak.gjort
    uklar = sak.grad == "uklar"
    alone = sak.grad in {"hoy", "avklart"} or sak.flere_instanser == "ja"
    kontekst = sak.sett("kontekst")
    reasons = (
        sak.sett("kjerne") > 0,
        kontekst > 1,
        kontekst > 0 and (dialog or uklar),
        sak.svak_uten_forklaring and dialog,
        "droftet-internt" in sak.gjort and uklar,
        alone and not sak.droftet,
        sak.usikker("vold", "kjerne") > 0,
        sak.lovbrudd == VET_IKKE,
        sak.rolle in SIVIL and kontekst + sak.usikker("kontekst") > 0,
        sak.rolle in SIVIL and sak.svak_uten_forklaring,
    )
    return any(reasons)


def _dialog(sak: Sak) -> bool:
    kontekst = sak.sett("kontekst") + sak.usikker("kontekst")
    return sak.ansatt and (kontekst > 0 or sak.svak_uten_forklaring)


TABELL: Final[Mapping[str, Callable[[Sak], bool]]] = {
    "akutt": lambda sak: sak.fare_na == "ja",
    "selv": lambda sak: sak.rolle == "meg-selv",
    "utsatt": lambda sak: sak.rolle == "utsatt",
    "avverging": lambda sak: sak.lovbrudd == "ja",
    "reise": lambda sak: "planlegger-reise" in sak.utland,
    "fortsatt": lambda sak: sak.fortsatt == "ja",
    "vold": lambda sak: sak.sett("vold") > 0,
    "hjemvendt": _hjemvendt,
    "avsluttet": _avsluttet,
    "hoy": _hoy,
    "videre": _videre,
    "avklart": _avklart,
    "droft": _droft,
    "dialog": _dialog,
}
STOPPER: Final = frozenset({"akutt", "selv", "utsatt"})
FAST_TRINN: Final[Mapping[str, str]] = {
    "fortsatt": "pst",
    "hjemvendt": "tverrfaglig",
    "hoy": "bekymringssamtale",
    "avklart": "meld",
    "droft": "droft",
    "dialog": "dialog",
}


def rows_that_match(sak: Sak) -> tuple[str, ...]:
    """Return the rows that add something, the one that sets the route first."""
    matched = tuple(name for name, matches in TABELL.items() if matches(sak))
    if matched and matched[0] in STOPPER:
        return matched[:1]
    return matched or ("ingen",)


def next_trinn(rute: str, sak: Sak) -> str:
    """Return the id of the next step, or "ingen"."""
    if rute == "vold":
        return _vold_trinn(sak)
    if rute == "videre":
        return "oppfolging" if "tverrfaglig" in sak.gjort else "tverrfaglig"
    return FAST_TRINN.get(rute, INGEN)


def _vold_trinn(sak: Sak) -> str:
    if not sak.droftet:
        return "droft"
    steps = (("meldt", "meld"), ("bekymringssamtale",) * 2, ("tverrfaglig",) * 2)
    return next((step for done, step in steps if done not in sak.gjort), "oppfolging")


# --- sections 5 and 6: contacts that must, and must not, be on the list ---


def _barnevern(traff: tuple[str, ...], sak: Sak) -> bool:
    """Whether anything calls for barnevern; without it barnevern is not on the list."""
    by_row = {"reise", "vold", "hjemvendt", "avklart"} & set(traff)
    unsafe = FAMILIEFAKTOR in sak.risikofaktorer or sak.foresatte_trygge == "nei"
    child = sak.under_18 and (bool(by_row) or unsafe)
    return child or sak.barn_berort == "ja" or "barn-av-fremmedkriger" in sak.utland


def _row_contacts(rad: str, sak: Sak) -> tuple[str, ...]:
    """Return what one row names, before the limits on leder and ressursperson."""
    koordinator = "radikaliseringskoordinator"
    doubt = ("02800",) if sak.tvil_om_vold and sak.rolle != "politi" else ()
    next_after_dialog = () if sak.har_ressursperson else (koordinator,)
    named: Mapping[str, tuple[str, ...]] = {
        "akutt": ("112",),
        "selv": (koordinator, "rvts-midt", "utveier"),
        "utsatt": ("02800", "116117"),
        "avverging": ("112", "02800"),
        "reise": ("02800",),
        "fortsatt": ("02800", koordinator),
        "vold": ("02800", "leder", "ressursperson", koordinator),
        "hjemvendt": ("leder", koordinator, "02800", "rvts-midt"),
        "hoy": ("02800", koordinator, "slt-koordinator"),
        "avsluttet": doubt,
        "videre": (*doubt, koordinator, "slt-koordinator"),
        "dialog": ("leder", "ressursperson", *next_after_dialog),
        "ingen": ("leder",),
    }
    if rad not in {"droft", "avklart"}:
        return named.get(rad, ())
    adult = ("helse-og-velferd",) if sak.alder == "over-18" else ()
    high = sak.grad == "hoy" and sak.rolle in EGEN_RESSURSPERSON - {"barnevern"}
    police = ("02800",) if rad == "avklart" or sak.tvil_om_vold or high else ()
    return (*ROLLENS[sak.rolle], *adult, *police)


def required_contacts(traff: tuple[str, ...], sak: Sak) -> frozenset[str]:
    """Return the contacts that must be on the list; `_left_open` has those that may."""
    contacts = {contact for rad in traff for contact in _row_contacts(rad, sak)}
    if not sak.ansatt:
        contacts.discard("leder")
    if not (sak.ressursperson_mulig and sak.ressursperson == "ja"):
        contacts.discard("ressursperson")
    if sak.fare_na == VET_IKKE:
        contacts.add("112")
    if _barnevern(traff, sak):
        contacts.add("barnevern")
    return frozenset(contacts)


def forbidden_contacts(traff: tuple[str, ...], sak: Sak) -> frozenset[str]:
    """Return the contacts that no matching row, and nothing about children, calls for."""
    return KONTAKTER - required_contacts(traff, sak) - _left_open(traff, sak)


def _left_open(traff: tuple[str, ...], sak: Sak) -> set[str]:
    """Return the contacts that the description neither demands nor rules out.

    112 is on every result, pst an open channel; the rest depend on what a row says in brackets.
    """
    rows = set(traff)
    left_open = {
        "112": True,
        "113": "selv" in rows,
        "116117": "selv" in rows,
        "pst": True,
        "02800": "droft" in rows,
        "familievernkontoret": any(faktor.startswith("familie-") for faktor in sak.risikofaktorer),
        "helse-og-velferd": not rows & STOPPER
        and (sak.alder == "over-18" or "helse-og-velferd" in ROLLENS[sak.rolle]),
        "kulturenheten": not rows & STOPPER and "kulturenheten" in ROLLENS[sak.rolle],
        "ressursperson": sak.ressursperson_mulig
        and bool(rows & {"vold", "hjemvendt", "avklart", "droft", "dialog"}),
    }
    return {contact for contact, is_open in left_open.items() if is_open}


# --- section 5: the notices ---


def _meldeplikt(traff: tuple[str, ...], sak: Sak) -> bool:
    by_row = sak.sett("vold") > 0 or {"avklart", "reise"} & set(traff)
    unsafe = FAMILIEFAKTOR in sak.risikofaktorer or sak.foresatte_trygge == "nei"
    child = sak.under_18 and (by_row or unsafe)
    near = sak.barn_berort == "ja" or "barn-av-fremmedkriger" in sak.utland
    return sak.ansatt and bool(child or near)


def shown_varsler(traff: tuple[str, ...], sak: Sak) -> frozenset[str]:
    """Return the ids of exactly the notices that are shown."""
    rute = traff[0]
    if rute == "akutt":
        return frozenset({"112"})
    has_step = next_trinn(rute, sak) != INGEN
    about_violence = sak.sett("vold", "kjerne") > 0 or sak.lovbrudd == VET_IKKE
    meldeplikt = _meldeplikt(traff, sak)
    leder = "leder" in required_contacts(traff, sak)
    hurt = {"bruker-trusler-og-vold", "hatkriminalitet", "voldelige-sammenstot"} & sak.tegn
    shown = {
        "112": True,
        "radikal-ikke-radikalisert": True,
        "ingen-poengsum": True,
        "andre-forklaringer": True,
        "kontaktdato": True,
        "hvem-handler": has_step,
        "dialog-ikke-etterforskning": rute not in {"avverging", "reise", "selv", "utsatt"},
        "anonymt": rute in {"dialog", "droft"},
        "taushetsplikt": sak.ansatt and (has_step or rute == "avverging"),
        "avvergingsplikt": bool({"avverging", "reise"} & set(traff)) or about_violence,
        "meldeplikt-barnevern": meldeplikt,
        "frivillig-kan-ringe": sak.rolle in SIVIL and rute != "ingen",
        "samtykke-foresatte": sak.under_18
        and sak.foresatte_trygge != "nei"
        and rute in {"dialog", "droft", "avklart", "hoy", "videre"},
        "ikke-varsle-foresatte-forst": sak.foresatte_trygge == "nei"
        or FAMILIEFAKTOR in sak.risikofaktorer,
        "vern-den-fornarmede": bool(hurt) or sak.rolle == "utsatt",
        "egen-instruks": sak.rolle in EGEN_INSTRUKS,
        "leder-kan-ikke-stanse": leder and (rute in {"avverging", "vold", "avklart"} or meldeplikt),
        "dokumenter-i-fagsystem": sak.ansatt and has_step,
    }
    return frozenset(varsel for varsel, show in shown.items() if show)


# --- the whole answer ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Fasit:
    """What the product description says that a set of answers leads to."""

    rute: str
    trinn: str
    traff: tuple[str, ...]
    varsler: frozenset[str]
    kontakter: frozenset[str]
    uten_kontakter: frozenset[str]


def expect(svar: Svar) -> Fasit:
    """Read the table for one set of valid answers."""
    sak = read_sak(svar)
    traff = rows_that_match(sak)
    return Fasit(
        rute=traff[0],
        trinn=next_trinn(traff[0], sak),
        traff=traff,
        varsler=shown_varsler(traff, sak),
        kontakter=required_contacts(traff, sak),
        uten_kontakter=forbidden_contacts(traff, sak),
    )
