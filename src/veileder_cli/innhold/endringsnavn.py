"""Names the parts of a guide in a sentence: what it is, what it is called, what it stands in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from veileder_cli.innhold.endringsord import NAVN, UTEN_NAVN, part_of
from veileder_cli.innhold.feltord import FELT, FELT_I
from veileder_cli.innhold.forskjell import Endring, Slag
from veileder_cli.innhold.skjematekster import FELT as BETYDNING
from veileder_cli.innhold.utdrag import quoted
from veileder_cli.model.innhold import Nummer, Om, Utsagn
from veileder_cli.model.sjekk import Kontaktvalg, Trinnvalg, Valg
from veileder_cli.model.tegn import Tegndel
from veileder_cli.model.veileder import Veileder

KORT: Final = 60
"""A value up to this length is said in the sentence."""

_INTETKJONN: Final = "et"
_NAVNEFELT: Final = ("funksjon", "navn", "tittel", "tekst")
"""The fields that an entry may be known by, the first one that it has."""


class Navn:
    """Names entries, and what others point to by id, in the words of two editions."""

    def __init__(self, gammel: Veileder, ny: Veileder) -> None:
        """Hold what each edition calls its parts; the new one's words go first."""
        for_, naa = _pointed_to(gammel), _pointed_to(ny)
        self._navn = {felt: {**for_[felt], **naa[felt]} for felt in naa}

    def called(self, felt: str, id_: Any) -> str:
        """Name what an id in the field points to; what points to nothing is itself."""
        return f"«{self._navn.get(felt, {}).get(id_, id_)}»"

    def points(self, felt: str) -> bool:
        """Tell whether the field holds ids of other entries."""
        return felt in self._navn

    def subject(self, endring: Endring) -> str:
        """Name what the change is about, as the beginning of a sentence."""
        if endring.felt == "vilkar" and endring.nokkel:
            return f"vilkåret «{endring.nokkel}»"
        if is_own(endring) and endring.slag is Slag.REKKEFOLGE:
            return f"rekkefølgen på {several(endring.naa[0])}"
        if is_own(endring):
            return self.of((endring.naa or endring.for_,), part_of(endring.sti))
        return self.of(_as_it_was(endring), part_of(endring.sti))

    def of(self, eiere: tuple[Any, ...], del_: str) -> str:
        """Name the innermost entry, with what it stands in where it has no name of its own."""
        *rundt, siste = eiere
        if type(siste) in UTEN_NAVN:
            return NAVN[type(siste)][0]
        if isinstance(siste, Veileder):
            return NAVN[Om][0]
        if type(siste) in NAVN and hasattr(siste, "id") and not isinstance(siste, Tegndel):
            en = "aktøren" if del_ == "aktorer" else NAVN[type(siste)][0]
            return f"{en} «{label(siste)}»"
        rot = self.of(tuple(rundt), del_) if rundt else ""
        egen = self._piece(siste)
        i_eller_pa = "på" if isinstance(siste, Valg) else "i"
        return f"{egen} {i_eller_pa} {rot}" if egen and rot else egen or rot

    def _piece(self, objekt: Any) -> str:
        """Name a part of an entry; "" for one that goes by the entry's name."""
        match objekt:
            case Valg():
                return f"svaret «{objekt.tekst}»"
            case Utsagn():
                return f"teksten {quoted(objekt.tekst, KORT)}"
            case Kontaktvalg() | Trinnvalg():
                return self.choice(objekt)
            case _ if type(objekt) in NAVN:
                return f"{NAVN[type(objekt)][0]} «{label(objekt)}»"
            case _ if hasattr(objekt, "id"):
                return f"{type(objekt).__name__.lower()} «{label(objekt)}»"
            case _:
                return ""

    def choice(self, valg: Kontaktvalg | Trinnvalg) -> str:
        """Name a contact or step that a rule chooses."""
        if isinstance(valg, Trinnvalg):
            return f"trinnet {self.called('trinn', valg.trinn)}"
        if valg.kontakt:
            return f"kontakten {self.called('kontakt', valg.kontakt)}"
        return f"kontaktene i rollens liste «{valg.rollens}»"

    def title(self, rad: Any) -> str:
        """Name a row among others of its kind."""
        match rad:
            case Kontaktvalg() | Trinnvalg():
                return self.choice(rad)
            case Utsagn():
                return quoted(rad.tekst, KORT)
            case Nummer():
                return rad.telefon
            case _:
                return f"«{label(rad)}»"


def is_own(endring: Endring) -> bool:
    """Tell whether the change is of the guide's own entries: one has come or gone, or their order.

    An entry within another one is told as a change of that.
    """
    if endring.nokkel or endring.slag in {Slag.ENDRET, Slag.FLYTTET}:
        return False
    rader = (endring.naa, endring.for_) if endring.slag is not Slag.REKKEFOLGE else endring.naa
    holder_lista = type(endring.eiere[-1]) in UTEN_NAVN and any(hasattr(r, "id") for r in rader)
    return len(endring.eiere) == 1 or holder_lista


def _as_it_was(endring: Endring) -> tuple[Any, ...]:
    """Give the entries around a field; one that has a new name still goes by its old one."""
    if len(endring.eiere) == 1:
        return endring.eiere
    *rundt, siste = endring.eiere[1:]
    endret = endring.slag is Slag.ENDRET and endring.felt in _NAVNEFELT
    if endret and isinstance(endring.for_, str) and endring.for_:
        siste = replace(siste, **{endring.felt: endring.for_})
    return (*rundt, siste)


def _pointed_to(veileder: Veileder) -> Mapping[str, Mapping[str, str]]:
    """Give, by field, the names of the entries that the field points to by id."""
    kontakter, lenker = _labels(veileder.kontakter), _labels(veileder.lenker)
    begreper = _labels(veileder.begreper)
    tegn = [t for liste in veileder.svarbare_tegn.values() for t in liste]
    faktorer = [f for liste in veileder.faktorer_av_type.values() for f in liste]
    return {
        "begreper": begreper,
        "del_av": lenker,
        "klasse": _labels(veileder.bekymringstegn.klasser),
        "kontakt": kontakter,
        "kontakter": kontakter,
        "lenker": lenker,
        "regelverk": _labels(veileder.regelverk),
        "samme_som": _labels((*faktorer, *tegn)),
        "se_ogsa": begreper,
        "trinn": _labels(veileder.trinn),
    }


def _labels(rader: Iterable[Any]) -> dict[str, str]:
    return {rad.id: label(rad) for rad in rader}


def label(objekt: Any) -> str:
    """Give the name that people know an entry by; a rule is known by the name of its route."""
    for felt in _NAVNEFELT:
        verdi = getattr(objekt, felt, "")
        if isinstance(verdi, str) and verdi:
            return verdi
    return str(getattr(objekt, "id", ""))


def several(rad: Any) -> str:
    """Name the kind of a row, many of it."""
    plural = {Kontaktvalg: "kontaktene", Trinnvalg: "trinnene", Valg: "svarene"}
    return plural.get(type(rad)) or NAVN.get(type(rad), ("", "radene"))[1]


def new_word(objekt: Any) -> str:
    """Give the word for "new" in the gender of the entry's kind."""
    en = NAVN.get(type(objekt), ("",))[0].split(" ")[0]
    return "nytt" if en.endswith(_INTETKJONN) else "ny"


def noun(felt: str, eier: Any = None) -> str:
    """Name what is in the field, in this kind of entry; an unknown field goes by its key."""
    return (FELT_I.get((type(eier), felt)) or FELT.get(felt) or ("", f"«{felt}»"))[1]


def new_noun(endring: Endring) -> str:
    """Name what is in the field, as something new."""
    eier, felt = endring.eiere[-1], endring.felt
    ord_ = FELT_I.get((type(eier), felt)) or FELT.get(felt)
    return " ".join(ord_) if ord_ else f"ny verdi i {field(endring)}"


def field(endring: Endring) -> str:
    """Name a field that has no noun: by its key, and what it means where that is known."""
    mening = BETYDNING.get((type(endring.eiere[-1]), endring.felt), "").rstrip(".")
    return f"feltet «{endring.felt}»{f' ({mening[0].lower()}{mening[1:]})' if mening else ''}"
