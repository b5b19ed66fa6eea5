"""Makes JSON Schemas from the model, for editors that help while one writes a guide.

The same type hints and the same words are the strict reader's; there is no second list. Draft 7
is what the YAML language server reads best.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin

from veileder_cli.convert import hints_of
from veileder_cli.editions import META, TRANSLATIONS
from veileder_cli.innhold.paastander import FIL, Paastand
from veileder_cli.innhold.skjematekster import FELT, KLASSER, ORDENE
from veileder_cli.loader import CASES
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.innhold import Om, Utsagn
from veileder_cli.model.veileder import PARTS, Veileder
from veileder_cli.translations import Sprakfil
from veileder_cli.vocabulary import ORD

Skjema = dict[str, Any]

_TYPER: Final[Mapping[str, Any]] = {
    META.removesuffix(".yaml"): Om,
    **{del_: hints_of(Veileder)[del_] for del_ in (*PARTS, CASES)},
    FIL.removesuffix(".yaml"): tuple[Paastand, ...],
    TRANSLATIONS: Sprakfil,
}
DELER: Final = tuple(_TYPER)
"""The parts that have a schema, by the name of their file, or of their folder in _FOLDERS."""
_FOLDERS: Final = (CASES, TRANSLATIONS)
"""The folders of which every file has the same schema."""

_BETINGELSE: Final = "betingelse"
_ARVES: Final = frozenset({"merke", "kilde"})
_SKALAR: Final = ["string", "number", "boolean"]
"""All is text to the reader, but an unquoted 112 is a number to the editor, and true is not."""

_TEKST: Final[Skjema] = {"type": _SKALAR, "pattern": r"\S"}
_ID: Final[Skjema] = {"type": _SKALAR, "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$"}
_HELTALL: Final[Skjema] = {
    "anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^0*[1-9][0-9]*$"}]
}


def schema_of(del_: str) -> Skjema:
    """Make the schema of one part's file. Raises KeyError for a name that is not in DELER."""
    type_ = type_of(del_)
    bygger = _Builder()
    if get_origin(type_) is tuple:
        rot = _closed({del_: bygger.of(type_, arv=False)}, [del_])
    else:
        rot = bygger.object(type_, arv=False)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"{del_}/*.yaml" if del_ in _FOLDERS else f"{del_}.yaml",
        **rot,
        "definitions": bygger.definisjoner,
    }


def type_of(del_: str) -> Any:
    """Give the type that the reader makes of a part's file, or of what stands under its name."""
    return _TYPER[del_]


def file_name(del_: str) -> str:
    """Name the file that a part's schema is kept in."""
    return f"{del_}.schema.json"


@dataclass(slots=True)
class _Builder:
    """Describes types in the order that the reader decides on them, each class once."""

    definisjoner: dict[str, Skjema] = field(default_factory=dict)

    def of(self, type_: Any, *, arv: bool) -> Skjema:
        """Describe a type; `arv`: an entry around it has the mark and source of its statements."""
        if Alltid in get_args(type_):
            return self._condition()
        origin = get_origin(type_)
        if origin is UnionType:
            return self.of(next(t for t in get_args(type_) if t is not NoneType), arv=arv)
        if origin is tuple:
            ett = self.of(get_args(type_)[0], arv=arv)
            return {"anyOf": [{"type": "array", "items": ett}, ett]}
        if origin is not None:
            verdi = self.of(get_args(type_)[1], arv=arv)
            return {"type": "object", "additionalProperties": verdi}
        return self._class(type_, arv=arv) if is_dataclass(type_) else _scalar(type_)

    def object(self, type_: Any, *, arv: bool) -> Skjema:
        """Describe a class: its fields are the keys, and those without a default must be there."""
        hints = hints_of(type_)
        under = arv or hints.keys() >= _ARVES
        egenskaper = {
            navn: _described(self._field(navn, hint, arv=under), FELT.get((type_, navn), ""))
            for navn, hint in hints.items()
        }
        frie = _ARVES if arv and type_ is Utsagn else frozenset[str]()
        maa = [
            f.name
            for f in fields(type_)
            if f.default is MISSING and f.default_factory is MISSING and f.name not in frie
        ]
        return _closed(egenskaper, maa) | _text(KLASSER.get(type_, ""))

    def _field(self, navn: str, type_: Any, *, arv: bool) -> Skjema:
        return _ID if navn == "id" and type_ is str else self.of(type_, arv=arv)

    def _class(self, type_: Any, *, arv: bool) -> Skjema:
        """Refer to a class; where statements may inherit it has a definition of its own."""
        navn = f"{type_.__name__}-arver" if arv else type_.__name__
        if navn not in self.definisjoner:
            self.definisjoner[navn] = {}
            self.definisjoner[navn] = self.object(type_, arv=arv)
        return _reference(navn)

    def _condition(self) -> Skjema:
        """Refer to the conditions: exactly one word of the vocabulary, and what it takes."""
        if _BETINGELSE not in self.definisjoner:
            self.definisjoner[_BETINGELSE] = {}
            ordene = {
                ord_: _described(_filled(self.of(type_, arv=False)), ORDENE.get(ord_, ""))
                for ord_, (type_, _) in ORD.items()
            }
            ett = {"minProperties": 1, "maxProperties": 1}
            self.definisjoner[_BETINGELSE] = _closed(ordene, []) | ett
        return _reference(_BETINGELSE)


def _scalar(type_: type) -> Skjema:
    if type_ is bool:
        return {"enum": ["ja", "nei"]}
    if type_ is int:
        return _HELTALL
    if issubclass(type_, StrEnum):
        return {"enum": [str(m.value) for m in type_]} | _text(KLASSER.get(type_, ""))
    return _TEKST


def _closed(egenskaper: Mapping[str, Skjema], maa: list[str]) -> Skjema:
    """Describe keys with values; a key that is not known is a fault."""
    ramme = {"type": "object", "properties": dict(egenskaper), "additionalProperties": False}
    return ramme | ({"required": maa} if maa else {})


def _filled(skjema: Skjema) -> Skjema:
    """A word of a condition takes no empty list and no empty mapping."""
    if "anyOf" in skjema:
        return {"anyOf": [_filled(s) for s in skjema["anyOf"]]}
    minst = {"array": "minItems", "object": "minProperties"}.get(str(skjema.get("type")))
    return skjema | ({minst: 1} if minst else {})


def _reference(navn: str) -> Skjema:
    return {"$ref": f"#/definitions/{navn}"}


def _described(skjema: Skjema, tekst: str) -> Skjema:
    """Add a description; beside a reference draft 7 reads none, so the reference is wrapped."""
    if not tekst:
        return skjema
    return ({"allOf": [skjema]} if "$ref" in skjema else skjema) | _text(tekst)


def _text(tekst: str) -> Skjema:
    return {"description": tekst} if tekst else {}
