"""Turns strict YAML nodes into the model's dataclasses: the type hints are the schema."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from veileder_cli.errors import Problem
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.innhold import Utsagn
from veileder_cli.nearest import suggest
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import Entry, MappingNode, Node, Scalar, SequenceNode
from veileder_cli.vocabulary import ORD

FAILED: Final = object()
"""Stands for a value that could not be made; the problem is noted, and the rest is still read."""

_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*\Z")
_INHERITED = ("merke", "kilde")
_JA_NEI = {"ja": True, "nei": False}
_SE_PA_DE_ANDRE = _("se hvordan det er skrevet andre steder i fila")
_VILKAR_EKSEMPEL = _("skriv for eksempel {eksempel}").format(eksempel="{svar: {spørsmål: svar}}")
_HERMETEGN = _("skal kommaet være med i teksten, sett teksten i hermetegn")
_EXPECTED = {
    Scalar: _("tekst"),
    SequenceNode: _("en liste"),
    MappingNode: _("nøkler med verdier"),
}


@dataclass(frozen=True, slots=True)
class Sted:
    """Where in the files a path of the model stands."""

    fil: str
    linje: int


@dataclass(slots=True)
class Reader:
    """Reads nodes: notes problems and where each path stands instead of stopping."""

    problems: list[Problem] = field(default_factory=list)
    steder: dict[str, Sted] = field(default_factory=dict)

    def fault(self, ved: Node | Entry, sti: str, feil: str, tiltak: str) -> object:
        """Note a problem and give FAILED."""
        self.problems.append(Problem(ved.fil, ved.line, sti, feil, tiltak))
        return FAILED

    def read(self, type_: Any, node: Node, sti: str, arv: Mapping[str, Any]) -> Any:
        """Make a value of the type from the node, or note why not and give FAILED."""
        self.steder[sti] = Sted(node.fil, node.line)
        if Alltid in get_args(type_):
            return self._condition(node, sti)
        origin = get_origin(type_)
        if origin is UnionType:
            ekte = next(t for t in get_args(type_) if t is not NoneType)
            return self.read(ekte, node, sti, arv)
        if origin is tuple:
            return self._sequence(get_args(type_)[0], node, sti, arv)
        if origin is not None:
            return self._mapping(get_args(type_)[1], node, sti, arv)
        return (
            self._object(type_, node, sti, arv)
            if is_dataclass(type_)
            else self._scalar(type_, node, sti)
        )

    def _scalar(self, type_: Any, node: Node, sti: str) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong_kind(Scalar, node, sti)
        tekst = node.text.strip()
        if type_ is bool:
            return self._one_of(_JA_NEI, tekst, node, sti)
        if type_ is int:
            return self._count(tekst, node, sti)
        if issubclass(type_, StrEnum):
            return self._one_of({str(m.value): m for m in type_}, tekst, node, sti)
        if not tekst:
            return self.fault(
                node,
                sti,
                _("feltet er tomt"),
                _("skriv en verdi, eller ta bort feltet hvis det kan sløyfes"),
            )
        if (sti == "id" or sti.endswith(".id")) and not _ID.match(tekst):
            return self.fault(
                node,
                sti,
                _("«{tekst}» kan ikke være id").format(tekst=tekst),
                _("bruk bare a–z, 0–9, bindestrek og understrek (æ→ae, ø→o, å→a)"),
            )
        return tekst

    def _count(self, tekst: str, node: Node, sti: str) -> Any:
        if tekst.isdecimal() and int(tekst) > 0:
            return int(tekst)
        feil = _("«{tekst}» er ikke et tall fra 1 og opp").format(tekst=tekst)
        return self.fault(node, sti, feil, _("skriv for eksempel {eksempel}").format(eksempel=2))

    def _one_of(self, lovlige: Mapping[str, Any], tekst: str, node: Node, sti: str) -> Any:
        if tekst in lovlige:
            return lovlige[tekst]
        feil = _("«{tekst}» er ikke en gyldig verdi").format(tekst=tekst)
        return self.fault(node, sti, feil, suggest(tekst, tuple(lovlige)))

    def _sequence(self, type_: Any, node: Node, sti: str, arv: Mapping[str, Any]) -> Any:
        """Read a list; a single element may be written without brackets."""
        if not isinstance(node, SequenceNode):
            value = self.read(type_, node, sti, arv)
            return value if value is FAILED else (value,)
        verdier = tuple(
            self.read(type_, element, f"{sti}[{label(element, nr)}]", arv)
            for nr, element in enumerate(node.items, start=1)
        )
        return FAILED if any(v is FAILED for v in verdier) else verdier

    def _mapping(self, type_: Any, node: Node, sti: str, arv: Mapping[str, Any]) -> Any:
        if not isinstance(node, MappingNode):
            return self._wrong_kind(MappingNode, node, sti)
        verdier = {
            nokkel: self.read(type_, entry.value, f"{sti}.{nokkel}" if sti else nokkel, arv)
            for nokkel, entry in node.items.items()
        }
        return FAILED if any(v is FAILED for v in verdier.values()) else verdier

    def _object(self, type_: Any, node: Node, sti: str, arv: Mapping[str, Any]) -> Any:
        if not isinstance(node, MappingNode):
            return self._wrong_kind(MappingNode, node, sti)
        hints = hints_of(type_)
        verdier: dict[str, Any] = {}
        for navn in sorted(hints, key=lambda n: n not in _INHERITED):
            # What this entry lacks is told once, here, and not for every statement inside it.
            ned = {**arv} | {k: verdier.get(k, FAILED) for k in _INHERITED if k in hints}
            if navn in node.items:
                under = f"{sti}.{navn}" if sti else navn
                verdier[navn] = self.read(hints[navn], node.items[navn].value, under, ned)
            elif type_ is Utsagn and navn in arv:
                verdier[navn] = arv[navn]
        self._check_keys(type_, node, sti, verdier)
        mangler = any(v is FAILED for v in verdier.values())
        return FAILED if mangler or _missing(type_, verdier) else type_(**verdier)

    def _condition(self, node: Node, sti: str) -> Any:
        """Read one condition: one word of the vocabulary and what it takes."""
        if not isinstance(node, MappingNode):
            return self._wrong_kind(MappingNode, node, sti, _VILKAR_EKSEMPEL)
        if len(node.items) != 1:
            feil = _("et vilkår skal ha nøyaktig ett ord")
            return self.fault(node, sti, feil, _("skriv ett, eller sett flere under «alle:»"))
        [(ord_, entry)] = node.items.items()
        if ord_ not in ORD:
            feil = _("ukjent ord i vilkår: «{ord}»").format(ord=ord_)
            return self.fault(entry, sti, feil, suggest(ord_, tuple(ORD)))
        type_, make = ORD[ord_]
        value = self.read(type_, entry.value, f"{sti}.{ord_}", {})
        if value is FAILED:
            return FAILED
        if value in ((), {}):
            feil = _("«{ord}» er tomt").format(ord=ord_)
            return self.fault(entry, sti, feil, _("skriv minst ett vilkår eller svar"))
        return make(value)

    def _check_keys(
        self, type_: Any, node: MappingNode, sti: str, verdier: Mapping[str, Any]
    ) -> None:
        kjente = tuple(hints_of(type_))
        for nokkel, entry in node.items.items():
            if nokkel not in kjente:
                tom = entry.value == Scalar("", entry.value.line)
                tiltak = _HERMETEGN if tom else suggest(nokkel, kjente)
                self.fault(entry, sti, _("ukjent felt «{felt}»").format(felt=nokkel), tiltak)
        for navn in _missing(type_, verdier):
            feil = _("feltet «{felt}» mangler").format(felt=navn)
            self.fault(node, sti, feil, _("legg til «{felt}:»").format(felt=navn))

    def _wrong_kind(
        self, ventet: Any, node: Node, sti: str, tiltak: str = _SE_PA_DE_ANDRE
    ) -> object:
        feil = _("her står {slag}, men det skal være {ventet}").format(
            slag=_EXPECTED[type(node)], ventet=_EXPECTED[ventet]
        )
        return self.fault(node, sti, feil, tiltak)


@cache
def hints_of(type_: Any) -> Mapping[str, Any]:
    """Give the fields of a model class with their types: the keys that YAML may hold."""
    return get_type_hints(type_)


def label(node: Node, nr: int) -> str:
    """Name an element of a list in a path: by its id or name where it has one."""
    if isinstance(node, MappingNode):
        for nokkel in ("id", "navn"):
            entry = node.items.get(nokkel)
            if entry and isinstance(entry.value, Scalar):
                return entry.value.text.strip()
    return str(nr)


def _missing(type_: Any, verdier: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        f.name
        for f in fields(type_)
        if f.default is MISSING and f.default_factory is MISSING and f.name not in verdier
    )
