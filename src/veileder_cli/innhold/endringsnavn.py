"""Names the parts of a guide in a sentence: what it is, what it is called, what it stands in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from veileder_cli.innhold.endringsord import AKTOR, NAVN, UKJENT, UTEN_NAVN, Slagsord, part_of
from veileder_cli.innhold.feltord import FELT, FELT_I
from veileder_cli.innhold.forskjell import Endring, Slag
from veileder_cli.innhold.skjematekster import FELT as BETYDNING
from veileder_cli.innhold.utdrag import quoted as shortened
from veileder_cli.model.innhold import Kontakt, Nummer, Om, Trinn, Utsagn
from veileder_cli.model.sjekk import Kontaktvalg, Trinnvalg, Valg
from veileder_cli.model.tegn import Tegndel
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _, quoted

KORT: Final = 60
"""A value up to this length is said in the sentence."""

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
        return quoted(self._navn.get(felt, {}).get(id_, id_))

    def points(self, felt: str) -> bool:
        """Tell whether the field holds ids of other entries."""
        return felt in self._navn

    def subject(self, endring: Endring) -> str:
        """Name what the change is about, as the beginning of a sentence."""
        if endring.felt == "vilkar" and endring.nokkel:
            return _("vilkåret «{navn}»").format(navn=endring.nokkel)
        if is_own(endring) and endring.slag is Slag.REKKEFOLGE:
            flere = several(endring.naa[0], part_of(endring.sti))
            return _("rekkefølgen på {flere}").format(flere=flere)
        if is_own(endring):
            return self.of((endring.naa or endring.for_,), part_of(endring.sti))
        return self.of(_as_it_was(endring), part_of(endring.sti))

    def of(self, eiere: tuple[Any, ...], del_: str) -> str:
        """Name the innermost entry, with what it stands in where it has no name of its own."""
        *rundt, siste = eiere
        if type(siste) in UTEN_NAVN:
            return NAVN[type(siste)].en
        if isinstance(siste, Veileder):
            return NAVN[Om].en
        if type(siste) in NAVN and hasattr(siste, "id") and not isinstance(siste, Tegndel):
            return f"{_kind(siste, del_).en} {quoted(label(siste))}"
        rot = self.of(tuple(rundt), del_) if rundt else ""
        egen = self._piece(siste)
        if not egen or not rot:
            return egen or rot
        tekst = _("{del_} på {helhet}") if isinstance(siste, Valg) else _("{del_} i {helhet}")
        return tekst.format(del_=egen, helhet=rot)

    def _piece(self, objekt: Any) -> str:
        """Name a part of an entry; "" for one that goes by the entry's name."""
        match objekt:
            case Valg():
                return _("svaret «{svar}»").format(svar=objekt.tekst)
            case Utsagn():
                return _("teksten {tekst}").format(tekst=shortened(objekt.tekst, KORT))
            case Kontaktvalg() | Trinnvalg():
                return self.choice(objekt)
            case _ if type(objekt) in NAVN:
                return f"{NAVN[type(objekt)].en} {quoted(label(objekt))}"
            case _ if hasattr(objekt, "id"):
                return f"{type(objekt).__name__.lower()} {quoted(label(objekt))}"
            case _:
                return ""

    def choice(self, valg: Kontaktvalg | Trinnvalg) -> str:
        """Name a contact or step that a rule chooses."""
        if isinstance(valg, Trinnvalg):
            return f"{NAVN[Trinn].en} {self.called('trinn', valg.trinn)}"
        if valg.kontakt:
            return f"{NAVN[Kontakt].en} {self.called('kontakt', valg.kontakt)}"
        return _("kontaktene i rollens liste «{liste}»").format(liste=valg.rollens)

    def title(self, rad: Any) -> str:
        """Name a row among others of its kind."""
        match rad:
            case Kontaktvalg() | Trinnvalg():
                return self.choice(rad)
            case Utsagn():
                return shortened(rad.tekst, KORT)
            case Nummer():
                return rad.telefon
            case _:
                return quoted(label(rad))


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


def _kind(objekt: Any, del_: str) -> Slagsord:
    """Give the words for an entry; those of its class, but for an actor."""
    return AKTOR if del_ == "aktorer" else NAVN.get(type(objekt), UKJENT)


def several(rad: Any, del_: str) -> str:
    """Name the kind of a row, many of it."""
    plural = {Kontaktvalg: _("kontaktene"), Trinnvalg: _("trinnene"), Valg: _("svarene")}
    return plural.get(type(rad)) or _kind(rad, del_).flere


def is_new(hva: str, objekt: Any, del_: str) -> str:
    """Say that an entry is new, in the gender of its kind."""
    return _kind(objekt, del_).er_ny.format(hva=hva)


def noun(felt: str, eier: Any = None) -> str:
    """Name what is in the field, in this kind of entry; an unknown field goes by its key."""
    return (FELT_I.get((type(eier), felt)) or FELT.get(felt) or (quoted(felt),))[0]


def new_noun(endring: Endring) -> str:
    """Name what is in the field, as something new."""
    eier, felt = endring.eiere[-1], endring.felt
    ord_ = FELT_I.get((type(eier), felt)) or FELT.get(felt)
    return ord_[1] if ord_ else _("ny verdi i {felt}").format(felt=field(endring))


def field(endring: Endring) -> str:
    """Name a field that has no noun: by its key, and what it means where that is known."""
    mening = BETYDNING.get((type(endring.eiere[-1]), endring.felt), "").rstrip(".")
    if not mening:
        return _("feltet «{felt}»").format(felt=endring.felt)
    tekst = _("feltet «{felt}» ({mening})")
    return tekst.format(felt=endring.felt, mening=f"{mening[0].lower()}{mening[1:]}")
