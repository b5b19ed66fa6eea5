"""Says a change of a guide as people say it: what, where, and what it was before."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Final

from veileder_cli.innhold.endringsnavn import (
    KORT,
    Navn,
    field,
    is_own,
    new_noun,
    new_word,
    noun,
    several,
)
from veileder_cli.innhold.endringsord import DELER, Gruppe, part_of
from veileder_cli.innhold.feltord import BRYTERE, ORDLYD, VERB, VERB_I
from veileder_cli.innhold.forskjell import Endring, Slag
from veileder_cli.innhold.utdrag import excerpt, moved, quoted
from veileder_cli.innhold.vilkarsendring import Setning, Vilkarsendring
from veileder_cli.integrity.fault import is_condition
from veileder_cli.model.betingelse import Alltid, Betingelse
from veileder_cli.model.innhold import Nummer, Utsagn
from veileder_cli.model.kilde import Kilde
from veileder_cli.model.sjekk import Forventning, Kontaktvalg, Rolle, Tilfelle, Trinnvalg, Valg
from veileder_cli.model.veileder import Veileder

_GJELDER: Final = "gjelder {}"
_AV_SLAG: Final = {
    "kontakter_forst": " foran de andre kontaktene",
    "samtidig": " som går samtidig",
}
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
        for setning in self._sentences(endring):
            hva = " ".join(f"{self._navn.subject(endring)} {setning.tekst}".split())
            yield Sagt(_group(endring), endring, f"{hva[0].upper()}{hva[1:]}", setning.under)

    def _sentences(self, e: Endring) -> Iterator[Setning]:
        match e.slag:
            case Slag.REKKEFOLGE:
                yield self._order(e)
            case Slag.FLYTTET:
                til, fra = (self._navn.of((v,), part_of(e.sti)) for v in (e.naa, e.for_))
                yield Setning(f"er flyttet til {til} (før: {fra})")
            case Slag.NY | Slag.BORTE if not e.nokkel:
                yield self._row(e)
            case _ if e.nokkel and e.felt == "vilkar":
                yield from self._named_condition(e)
            case _:
                yield from self._changed(e)

    def _order(self, e: Endring) -> Setning:
        title = self._navn.title
        under = tuple(
            f"{title(rad)} står nå {f'etter {title(foran)}' if foran else 'først'}"
            for rad, foran in moved(e.for_, e.naa)
        )
        if is_own(e):
            return Setning("er endret", under)
        hva = _noun(e) if isinstance(e.naa[0], Utsagn) else several(e.naa[0])
        return Setning(f"har en annen rekkefølge: {hva}", under)

    def _row(self, e: Endring) -> Setning:
        """A row that has come or gone, of the guide itself or of an entry."""
        ny = e.slag is Slag.NY
        rad = e.naa if ny else e.for_
        if is_own(e):
            return Setning(f"er {new_word(rad)}" if ny else "er tatt bort")
        if ny and isinstance(rad, Valg):
            return Setning(f"har et nytt svar: «{rad.tekst}»")
        return Setning(f"{'har fått' if ny else 'har ikke lenger'} {self._piece(rad, e)}")

    def _piece(self, rad: Any, e: Endring) -> str:
        match rad:
            case Nummer():
                return f"nummeret {rad.telefon}"
            case Kontaktvalg() | Trinnvalg():
                slag = _AV_SLAG.get(e.felt, "")
                return f"{self._navn.choice(rad)}{slag}{self._when(rad.hvis, e)}"
            case Utsagn():
                return f"{_noun(e)}: {quoted(rad.tekst, _HELT)}{self._when(rad.hvis, e)}"
            case _:
                return self._navn.of((rad,), part_of(e.sti)) or _noun(e)

    def _when(self, hvis: Betingelse, e: Endring) -> str:
        if isinstance(hvis, Alltid):
            return ""
        si = self._vilkar.now if e.slag is Slag.NY else self._vilkar.before
        return f" (når {si(hvis)})"

    def _named_condition(self, e: Endring) -> Iterator[Setning]:
        match e.slag:
            case Slag.NY:
                yield Setning(f"er nytt: {self._vilkar.now(e.naa)}")
            case Slag.BORTE:
                yield Setning(f"er tatt bort (før: {self._vilkar.before(e.for_)})")
            case _:
                yield from self._vilkar.tell(e.for_, e.naa, _GJELDER)

    def _changed(self, e: Endring) -> Iterator[Setning]:
        for_, naa = e.for_, e.naa
        if any(is_condition(v) or isinstance(v, Alltid) for v in (for_, naa)):
            verb = VERB.get(e.felt) or VERB_I.get(type(e.eiere[-1]), _GJELDER)
            yield from self._vilkar.tell(for_, naa, verb)
        elif isinstance(for_, tuple) or isinstance(naa, tuple):
            yield from self._list(e, for_ or (), naa or ())
        elif isinstance(naa, bool):
            ukjent = tuple(f"har nå {ord_} i {field(e)}" for ord_ in ("ja", "nei"))
            yield Setning(BRYTERE.get(e.felt, ukjent)[0 if naa else 1])
        elif isinstance(e.eiere[-1], Tilfelle) and isinstance(naa, Forventning):
            yield Setning("venter nå noe annet", self._expected(for_, naa))
        else:
            yield self._text(e)

    def _list(self, e: Endring, for_: tuple[Any, ...], naa: tuple[Any, ...]) -> Iterator[Setning]:
        nye = self._listed(e.felt, [v for v in naa if v not in for_])
        borte = self._listed(e.felt, [v for v in for_ if v not in naa])
        hva = f"{_noun(e)}{f' i lista «{e.nokkel}»' if e.nokkel else ''}"
        if nye:
            yield Setning(f"har fått {hva}: {nye}")
        if borte:
            yield Setning(f"har ikke lenger {hva}: {borte}")
        if not nye and not borte:
            par = (("Før", for_), ("Nå", naa))
            under = tuple(f"{tid}: {self._listed(e.felt, verdier)}" for tid, verdier in par)
            yield Setning(f"har en annen rekkefølge: {hva}", under)

    def _listed(self, felt: str, verdier: Any) -> str:
        return ", ".join(self._navn.called(felt, v) for v in verdier)

    def _expected(self, for_: Forventning, naa: Forventning) -> tuple[str, ...]:
        ulike = [f.name for f in fields(naa) if getattr(for_, f.name) != getattr(naa, f.name)]
        return tuple(
            f"{noun(felt)}: {_plain(getattr(naa, felt))} (før: {_plain(getattr(for_, felt))})"
            for felt in ulike
        )

    def _text(self, e: Endring) -> Setning:
        for_, naa = (self._value(e, v) for v in (e.for_, e.naa))
        if not for_:
            return Setning(f"har fått {_noun(e)}: {_marked(e, naa)}")
        if not naa:
            return Setning(f"har ikke lenger {_noun(e)} (før {_marked(e, for_)})")
        ord_ = new_noun(e)
        if max(len(for_), len(naa)) <= KORT:
            return Setning(f"har {ord_}: {_marked(e, naa)} (før {_marked(e, for_)})")
        forst, sa = excerpt(for_, naa)
        return Setning(f"har {ord_}", (f"Før: {forst}", f"Nå: {sa}"))

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
