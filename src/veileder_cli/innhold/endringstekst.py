"""Says a change of a guide as people say it: what, where, and what it was before."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Final

from veileder_cli.innhold.endringsnavn import (
    KORT,
    Navn,
    field,
    is_new,
    is_own,
    new_noun,
    noun,
    several,
)
from veileder_cli.innhold.endringsord import DELER, Gruppe, part_of
from veileder_cli.innhold.feltord import BRYTERE, GJELDER, ORDLYD, VERB, VERB_I
from veileder_cli.innhold.forskjell import Endring, Slag
from veileder_cli.innhold.utdrag import excerpt, moved, quoted
from veileder_cli.innhold.vilkarsendring import Setning, Vilkarsendring
from veileder_cli.integrity.fault import is_condition
from veileder_cli.model.betingelse import Alltid, Betingelse
from veileder_cli.model.innhold import Nummer, Utsagn
from veileder_cli.model.kilde import Kilde
from veileder_cli.model.sjekk import Forventning, Kontaktvalg, Rolle, Tilfelle, Trinnvalg, Valg
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _

_AV_SLAG: Final = {
    "kontakter_forst": _("{valg} foran de andre kontaktene"),
    "samtidig": _("{valg} som går samtidig"),
}
_FATT: Final = _("{hva} har fått {felt}: {verdi}")
_REKKEFOLGE: Final = _("{hva} har en annen rekkefølge: {felt}")
_HELT: Final = 200
"""A text that has come or gone is said up to this length."""


@dataclass(frozen=True, slots=True)
class Sagt:
    """A change, what it is about, and how it is said."""

    gruppe: Gruppe
    endring: Endring
    tekst: str
    under: tuple[str, ...] = ()


class Endringstekst:
    """Says changes between two editions; holds both for the names of what is pointed to."""

    def __init__(self, gammel: Veileder, ny: Veileder) -> None:
        """Hold the guides' words."""
        self._navn = Navn(gammel, ny)
        self._vilkar = Vilkarsendring(gammel, ny)

    def say(self, endring: Endring) -> Iterator[Sagt]:
        """Say one change, in one sentence or more."""
        hva = self._navn.subject(endring)
        for setning in self._sentences(endring, hva):
            tekst = " ".join(setning.tekst.split())
            yield Sagt(_group(endring), endring, f"{tekst[0].upper()}{tekst[1:]}", setning.under)

    def _sentences(self, e: Endring, hva: str) -> Iterator[Setning]:
        match e.slag:
            case Slag.REKKEFOLGE:
                yield self._order(e, hva)
            case Slag.FLYTTET:
                til, fra = (self._navn.of((v,), part_of(e.sti)) for v in (e.naa, e.for_))
                tekst = _("{hva} er flyttet til {til} (før: {fra})")
                yield Setning(tekst.format(hva=hva, til=til, fra=fra))
            case Slag.NY | Slag.BORTE if not e.nokkel:
                yield Setning(self._row(e, hva))
            case _ if e.nokkel and e.felt == "vilkar":
                yield from self._named_condition(e, hva)
            case _:
                yield from self._changed(e, hva)

    def _order(self, e: Endring, hva: str) -> Setning:
        under = tuple(self._place(rad, foran) for rad, foran in moved(e.for_, e.naa))
        if is_own(e):
            return Setning(_("{hva} er endret").format(hva=hva), under)
        rad = e.naa[0]
        felt = _noun(e) if isinstance(rad, Utsagn) else several(rad, part_of(e.sti))
        return Setning(_REKKEFOLGE.format(hva=hva, felt=felt), under)

    def _place(self, rad: Any, foran: Any) -> str:
        title = self._navn.title
        if foran is None:
            return _("{rad} står nå først").format(rad=title(rad))
        return _("{rad} står nå etter {foran}").format(rad=title(rad), foran=title(foran))

    def _row(self, e: Endring, hva: str) -> str:
        """A row that has come or gone, of the guide itself or of an entry."""
        ny = e.slag is Slag.NY
        rad = e.naa if ny else e.for_
        if is_own(e) and ny:
            return is_new(hva, rad, part_of(e.sti))
        if is_own(e):
            return _("{hva} er tatt bort").format(hva=hva)
        if ny and isinstance(rad, Valg):
            return _("{hva} har et nytt svar: «{svar}»").format(hva=hva, svar=rad.tekst)
        tekst = _("{hva} har fått {del_}") if ny else _("{hva} har ikke lenger {del_}")
        return tekst.format(hva=hva, del_=self._piece(rad, e))

    def _piece(self, rad: Any, e: Endring) -> str:
        match rad:
            case Nummer():
                return _("nummeret {telefon}").format(telefon=rad.telefon)
            case Kontaktvalg() | Trinnvalg():
                valg = _AV_SLAG.get(e.felt, "{valg}").format(valg=self._navn.choice(rad))
                return self._when(valg, rad.hvis, e)
            case Utsagn():
                return self._when(f"{_noun(e)}: {quoted(rad.tekst, _HELT)}", rad.hvis, e)
            case _:
                return self._navn.of((rad,), part_of(e.sti)) or _noun(e)

    def _when(self, del_: str, hvis: Betingelse, e: Endring) -> str:
        if isinstance(hvis, Alltid):
            return del_
        si = self._vilkar.now if e.slag is Slag.NY else self._vilkar.before
        return _("{del_} (når {vilkar})").format(del_=del_, vilkar=si(hvis))

    def _named_condition(self, e: Endring, hva: str) -> Iterator[Setning]:
        match e.slag:
            case Slag.NY:
                tekst = _("{hva} er nytt: {vilkar}")
                yield Setning(tekst.format(hva=hva, vilkar=self._vilkar.now(e.naa)))
            case Slag.BORTE:
                tekst = _("{hva} er tatt bort (før: {vilkar})")
                yield Setning(tekst.format(hva=hva, vilkar=self._vilkar.before(e.for_)))
            case _:
                yield from self._vilkar.tell(hva, e.for_, e.naa, GJELDER)

    def _changed(self, e: Endring, hva: str) -> Iterator[Setning]:
        for_, naa = e.for_, e.naa
        if any(is_condition(v) or isinstance(v, Alltid) for v in (for_, naa)):
            verb = VERB.get(e.felt) or VERB_I.get(type(e.eiere[-1]), GJELDER)
            yield from self._vilkar.tell(hva, for_, naa, verb)
        elif isinstance(for_, tuple) or isinstance(naa, tuple):
            yield from self._list(e, hva, for_ or (), naa or ())
        elif isinstance(naa, bool):
            ukjent = (_("{hva} har nå ja i {felt}"), _("{hva} har nå nei i {felt}"))
            tekst = BRYTERE.get(e.felt, ukjent)[0 if naa else 1]
            yield Setning(tekst.format(hva=hva, felt=field(e)))
        elif isinstance(e.eiere[-1], Tilfelle) and isinstance(naa, Forventning):
            tekst = _("{hva} venter nå noe annet").format(hva=hva)
            yield Setning(tekst, self._expected(for_, naa))
        else:
            yield self._text(e, hva)

    def _list(
        self, e: Endring, hva: str, for_: tuple[Any, ...], naa: tuple[Any, ...]
    ) -> Iterator[Setning]:
        nye = self._listed(e.felt, [v for v in naa if v not in for_])
        borte = self._listed(e.felt, [v for v in for_ if v not in naa])
        felt = _noun(e)
        if e.nokkel:
            felt = _("{felt} i lista «{liste}»").format(felt=felt, liste=e.nokkel)
        if nye:
            yield Setning(_FATT.format(hva=hva, felt=felt, verdi=nye))
        if borte:
            tekst = _("{hva} har ikke lenger {felt}: {verdi}")
            yield Setning(tekst.format(hva=hva, felt=felt, verdi=borte))
        if not nye and not borte:
            under = self._before_and_now(*(self._listed(e.felt, v) for v in (for_, naa)))
            yield Setning(_REKKEFOLGE.format(hva=hva, felt=felt), under)

    @staticmethod
    def _before_and_now(for_: str, naa: str) -> tuple[str, str]:
        return _("Før: {verdi}").format(verdi=for_), _("Nå: {verdi}").format(verdi=naa)

    def _listed(self, felt: str, verdier: Any) -> str:
        return ", ".join(self._navn.called(felt, v) for v in verdier)

    def _expected(self, for_: Forventning, naa: Forventning) -> tuple[str, ...]:
        ulike = [f.name for f in fields(naa) if getattr(for_, f.name) != getattr(naa, f.name)]
        tekst = _("{felt}: {verdi} (før: {for_})")
        return tuple(
            tekst.format(
                felt=noun(felt), verdi=_plain(getattr(naa, felt)), for_=_plain(getattr(for_, felt))
            )
            for felt in ulike
        )

    def _text(self, e: Endring, hva: str) -> Setning:
        for_, naa = (self._value(e, v) for v in (e.for_, e.naa))
        if not for_:
            return Setning(_FATT.format(hva=hva, felt=_noun(e), verdi=_marked(e, naa)))
        if not naa:
            tekst = _("{hva} har ikke lenger {felt} (før {verdi})")
            return Setning(tekst.format(hva=hva, felt=_noun(e), verdi=_marked(e, for_)))
        if max(len(for_), len(naa)) > KORT:
            tekst = _("{hva} har {noe_nytt}").format(hva=hva, noe_nytt=new_noun(e))
            return Setning(tekst, self._before_and_now(*excerpt(for_, naa)))
        return Setning(
            _("{hva} har {noe_nytt}: {verdi} (før {for_})").format(
                hva=hva, noe_nytt=new_noun(e), verdi=_marked(e, naa), for_=_marked(e, for_)
            )
        )

    def _value(self, e: Endring, verdi: Any) -> str:
        """Write a value as text: by name where it points to an entry."""
        match verdi:
            case Utsagn():
                return verdi.tekst
            case str() if verdi and self._navn.points(e.felt):
                return self._navn.called(e.felt, verdi)
            case _:
                return _plain(verdi)


def _noun(endring: Endring) -> str:
    return noun(endring.felt, endring.eiere[-1])


def _marked(endring: Endring, verdi: str) -> str:
    """Quote what is words; a number, a date or an address stands as it is."""
    ord_ = endring.felt in ORDLYD or endring.felt in {"funksjon", "navn", "via"}
    return quoted(verdi, _HELT) if ord_ else verdi


def _plain(verdi: Any) -> str:
    match verdi:
        case None:
            return ""
        case tuple():
            return ", ".join(map(_plain, verdi))
        case Kilde() | Forventning():
            deler = ((f.name, getattr(verdi, f.name)) for f in fields(verdi))
            return "; ".join(f"{noun(navn)}: {_plain(v)}" for navn, v in deler if v)
        case _:
            return str(verdi)


def _group(endring: Endring) -> Gruppe:
    """Say what a change is about: words and sources apart, wherever they stand."""
    gruppe = DELER.get(part_of(endring.sti), Gruppe.ANNET)
    if gruppe is Gruppe.PROVER:
        return gruppe
    if endring.felt in {"merke", "kilde"}:
        return Gruppe.KILDER
    if isinstance(endring.eiere[-1], Rolle) and endring.felt == "kontakter":
        return Gruppe.KONTAKTER
    ord_ = endring.felt in ORDLYD and endring.slag is not Slag.FLYTTET
    return Gruppe.ORDLYD if ord_ else gruppe
