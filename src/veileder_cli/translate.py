"""Puts the texts of a guide into another language, text by text; pure.

A translation belongs to the text itself and not to its place, so that a text that is changed loses
its translation instead of keeping a wrong one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from veileder_cli.model.betingelse import Betingelse
from veileder_cli.model.tekst import Boyning, Sokeord, Tekst
from veileder_cli.model.veileder import PARTS, Veileder

Ordliste = Mapping[str, tuple[str, ...]]
"""What each text is in the other language; a word to search by may become several."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Oversatt:
    """A guide in another language; `mangler`: each untranslated text or word with its first path.

    `ubrukt`: translations of texts that the guide does not have.
    """

    veileder: Veileder
    mangler: Mapping[str, str]
    ubrukt: tuple[str, ...]


def translate(veileder: Veileder, ordliste: Ordliste, sprak: str = "") -> Oversatt:
    """Put all texts into the other language, `sprak`.

    A text without translation is left as it is, marked with the guide's own language. The words to
    search by are those of the other language alone; the guide's own are in `egen`.
    """
    oversetter = _Translator(ordliste, f"[{veileder.om.sprak}]")
    deler = {
        f.name: oversetter.value(_hints(Veileder)[f.name], getattr(veileder, f.name), f.name)
        for f in fields(Veileder)
        if f.name in {*PARTS, "tilfeller"}
    }
    om = oversetter.object(veileder.om, "")
    ubrukt = tuple(t for t in ordliste if t not in oversetter.sett)
    ny = replace(veileder, om=om, sprak=sprak, egen=veileder, **deler)
    return Oversatt(ny, oversetter.mangler, ubrukt)


@dataclass(slots=True)
class _Translator:
    """Goes through the model as its type hints say; notes what it finds no translation of."""

    ordliste: Ordliste
    merke: str
    mangler: dict[str, str] = field(default_factory=dict)
    sett: set[str] = field(default_factory=set)

    def object(self, objekt: _T, sti: str) -> _T:
        """Translate the texts of an object, and of all below it."""
        type_: Any = type(objekt)
        hints = _hints(type_)
        nye = {
            navn: ny
            for navn, hint in hints.items()
            if (ny := self.value(hint, gammel := getattr(objekt, navn), _below(sti, navn)))
            is not gammel
        }
        return replace(objekt, **nye) if nye else objekt  # type: ignore[type-var]

    def value(self, hint: Any, verdi: Any, sti: str) -> Any:
        """Translate a value of the type, if there is text in it."""
        if not verdi:
            return verdi
        if hint is Tekst:
            return self._text(verdi, sti)
        if get_origin(hint) is tuple:
            indre = get_args(hint)[0]
            if indre in {Sokeord, Boyning}:
                return self._words(verdi, sti if indre is Sokeord else "")
            return tuple(self.value(indre, v, f"{sti}[{_label(v, nr)}]") for nr, v in _nr(verdi))
        if isinstance(verdi, Betingelse) or not is_dataclass(verdi):
            return verdi
        return self.object(verdi, sti)

    def _words(self, alle: tuple[str, ...], sti: str) -> tuple[str, ...]:
        """Give the words of the other language; where there is a path, each must have one."""
        self.sett |= {*alle}
        for nr, ord_ in _nr(alle):
            if sti and ord_ not in self.ordliste:
                self.mangler.setdefault(ord_, f"{sti}[{nr}]")
        return tuple(dict.fromkeys(o for ord_ in alle for o in self.ordliste.get(ord_, ())))

    def _text(self, tekst: str, sti: str) -> str:
        self.sett.add(tekst)
        if oversatt := self.ordliste.get(tekst):
            return oversatt[0]
        self.mangler.setdefault(tekst, sti)
        return f"{tekst} {self.merke}"


def _nr(verdier: tuple[Any, ...]) -> "enumerate[Any]":
    return enumerate(verdier, start=1)


def _label(element: Any, nr: int) -> str:
    return getattr(element, "id", "") or getattr(element, "navn", "") or str(nr)


def _below(sti: str, navn: str) -> str:
    return f"{sti}.{navn}" if sti else navn


@cache
def _hints(type_: Any) -> Mapping[str, Any]:
    return get_type_hints(type_, include_extras=True)
