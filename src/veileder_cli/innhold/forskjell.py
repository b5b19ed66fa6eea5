"""What differs between two values of the model, by id: works on whatever fields the model has."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final

from veileder_cli.integrity.fault import is_condition
from veileder_cli.model.innhold import Avsnitt
from veileder_cli.model.kilde import Kilde
from veileder_cli.model.sjekk import Forventning, Kontaktvalg, Tilfelle, Trinnvalg, Valg


class Slag(StrEnum):
    """What has happened to the value at a path."""

    NY = "ny"
    BORTE = "borte"
    ENDRET = "endret"
    FLYTTET = "flyttet"
    REKKEFOLGE = "rekkefolge"


@dataclass(frozen=True, slots=True)
class Endring:
    """One difference: `eiere` are the objects around the field, the outermost first.

    `for_` and `naa` are the values; None where there is none. Of an order they are the rows that
    both have. `nokkel` is set where the field has values by key.
    """

    slag: Slag
    sti: str
    eiere: tuple[Any, ...]
    felt: str
    for_: Any
    naa: Any
    nokkel: str = ""


_NOKKEL: Final[Mapping[type, Callable[[Any], str]]] = {
    Avsnitt: lambda a: a.tittel,
    Kontaktvalg: lambda v: v.kontakt or f"rollens {v.rollens}",
    Tilfelle: lambda t: t.navn,
    Trinnvalg: lambda v: v.trinn,
    Valg: lambda v: v.verdi,
}
"""What a row without an id is known by."""

_HELE: Final = (Kilde, Forventning)
"""Told as one value: what is inside is never spoken of alone."""


def differences(gammel: Any, ny: Any) -> tuple[Endring, ...]:
    """List what differs between two objects of the same class, in the order of the fields."""
    return tuple(_moved(list(_object(gammel, ny, "", ()))))


def _object(en: Any, annen: Any, sti: str, eiere: tuple[Any, ...]) -> Iterator[Endring]:
    for f in fields(annen):
        for_, naa = getattr(en, f.name), getattr(annen, f.name)
        if for_ != naa:
            under = f"{sti}.{f.name}" if sti else f.name
            yield from _value(for_, naa, under, (*eiere, annen), f.name)


def _value(for_: Any, naa: Any, sti: str, eiere: tuple[Any, ...], felt: str) -> Iterator[Endring]:
    if isinstance(for_, Mapping):
        for nokkel in dict.fromkeys((*for_, *naa)):
            en, annen = for_.get(nokkel), naa.get(nokkel)
            if en != annen:
                slag = Slag.NY if en is None else Slag.BORTE if annen is None else Slag.ENDRET
                yield Endring(slag, f"{sti}.{nokkel}", eiere, felt, en, annen, nokkel)
    elif isinstance(for_, tuple) and any(map(_has_fields, (*for_, *naa))):
        yield from _rows(for_, naa, sti, eiere, felt)
    elif _has_fields(for_) and type(for_) is type(naa) and not isinstance(for_, _HELE):
        yield from _object(for_, naa, sti, eiere)
    else:
        yield Endring(Slag.ENDRET, sti, eiere, felt, for_, naa)


def _has_fields(verdi: Any) -> bool:
    return is_dataclass(verdi) and not is_condition(verdi)


def _rows(
    for_: Sequence[Any], naa: Sequence[Any], sti: str, eiere: tuple[Any, ...], felt: str
) -> Iterator[Endring]:
    if not key_of((*naa, *for_)[0]):
        yield from _aligned(for_, naa, sti, eiere, felt)
        return
    gamle, nye = _by_key(for_), _by_key(naa)
    for nokkel in dict.fromkeys((*nye, *gamle)):
        her, en, annen = f"{sti}[{nokkel}]", gamle.get(nokkel), nye.get(nokkel)
        if en is None:
            yield Endring(Slag.NY, her, eiere, felt, None, annen)
        elif annen is None:
            yield Endring(Slag.BORTE, her, eiere, felt, en, None)
        else:
            yield from _object(en, annen, her, eiere)
    felles = [[r[k] for k in r if k in gamle and k in nye] for r in (gamle, nye)]
    rekke = [[k for k in r if k in gamle and k in nye] for r in (gamle, nye)]
    if rekke[0] != rekke[1]:
        yield Endring(Slag.REKKEFOLGE, sti, eiere, felt, tuple(felles[0]), tuple(felles[1]))


def key_of(rad: Any) -> str:
    """Give what a row is known by in its list; "" where only its place and its words are."""
    if make := _NOKKEL.get(type(rad)):
        return make(rad)
    return str(getattr(rad, "id", ""))


def _by_key(rader: Sequence[Any]) -> dict[str, Any]:
    """Index rows by key; one that is there again has its number after it."""
    sett: Counter[str] = Counter()
    ut: dict[str, Any] = {}
    for rad in rader:
        nokkel = key_of(rad)
        sett[nokkel] += 1
        ut[nokkel if sett[nokkel] == 1 else f"{nokkel} {sett[nokkel]}"] = rad
    return ut


def _aligned(
    for_: Sequence[Any], naa: Sequence[Any], sti: str, eiere: tuple[Any, ...], felt: str
) -> Iterator[Endring]:
    """Rows without a key: those that are equal stay, the others are taken pair by pair."""
    ulike = list(dict.fromkeys(map(repr, (*for_, *naa))))
    en, annen = ([ulike.index(repr(r)) for r in rader] for rader in (for_, naa))
    if sorted(en) == sorted(annen):
        yield Endring(Slag.REKKEFOLGE, sti, eiere, felt, tuple(for_), tuple(naa))
        return
    for ord_, a, b, c, d in SequenceMatcher(None, en, annen, autojunk=False).get_opcodes():
        if ord_ == "equal":
            continue
        par = min(b - a, d - c)
        for nr in range(par):
            yield from _object(for_[a + nr], naa[c + nr], f"{sti}[{c + nr + 1}]", eiere)
        for nr in range(a + par, b):
            yield Endring(Slag.BORTE, f"{sti}[{nr + 1}]", eiere, felt, for_[nr], None)
        for nr in range(c + par, d):
            yield Endring(Slag.NY, f"{sti}[{nr + 1}]", eiere, felt, None, naa[nr])


def _moved(endringer: list[Endring]) -> Iterator[Endring]:
    """What is gone from one list and new in another, with the same id, is moved."""
    borte = {_identity(e.for_): e for e in endringer if e.slag is Slag.BORTE and _has_id(e.for_)}
    nye = {_identity(e.naa) for e in endringer if e.slag is Slag.NY and _has_id(e.naa)}
    for endring in endringer:
        if endring.slag is Slag.NY and _has_id(endring.naa):
            fra = borte.get(_identity(endring.naa))
            if fra:
                yield Endring(
                    Slag.FLYTTET,
                    endring.sti,
                    (*endring.eiere, endring.naa),
                    endring.felt,
                    fra.eiere[-1],
                    endring.eiere[-1],
                )
                yield from _object(fra.for_, endring.naa, endring.sti, endring.eiere)
                continue
        if endring.slag is Slag.BORTE and _has_id(endring.for_) and _identity(endring.for_) in nye:
            continue
        yield endring


def _has_id(verdi: Any) -> bool:
    return hasattr(verdi, "id")


def _identity(verdi: Any) -> tuple[type, str]:
    return type(verdi), verdi.id
