"""Lays the files of one guide over those of another: entries by id, fields by name; pure."""

from dataclasses import dataclass, field, replace
from typing import Final

from veileder_cli.errors import Problem
from veileder_cli.nearest import suggest
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import Entry, MappingNode, Node, Scalar, SequenceNode

REMOVED: Final = "fjernes"
BEFORE: Final = "foran"
YES: Final = "ja"
_STYRENDE: Final = frozenset({REMOVED, BEFORE})


@dataclass(slots=True)
class Merger:
    """Lays nodes over nodes; notes what cannot be done. `id_` is the key that names an entry."""

    id_: str = "id"
    problems: list[Problem] = field(default_factory=list)

    def fields(self, under: MappingNode, over: MappingNode, sti: str) -> MappingNode:
        """Lay a file's fields over another's: lists of entries by id, named values by name."""
        items = dict(under.items)
        for navn, entry in over.items.items():
            items[navn] = self._field(items.get(navn), entry, f"{sti}.{navn}")
        return replace(over, items=items)

    def entries(self, under: Node, over: Node, sti: str) -> Node:
        """Lay entries over those with the same id; others are added, last or before another."""
        gamle, nye = self.by_id(under), self.by_id(over)
        if gamle is None or nye is None:
            return over
        self.note_doubles(under, sti)
        self.note_doubles(over, sti)
        for id_, ny in nye.items():
            styrt = {k: e.value for k, e in ny.items.items() if k in _STYRENDE}
            innhold = {k: e for k, e in ny.items.items() if k not in _STYRENDE}
            if REMOVED in styrt:
                if self._is_removed(id_, gamle, styrt[REMOVED], f"{sti}[{id_}].{REMOVED}"):
                    del gamle[id_]
                continue
            gamle[id_] = self._entry(gamle.get(id_), replace(ny, items=innhold), f"{sti}[{id_}]")
            if BEFORE in styrt:
                gamle = self._moved(gamle, id_, styrt[BEFORE], f"{sti}[{id_}].{BEFORE}")
        return SequenceNode(tuple(gamle.values()), over.line, over.fil)

    def by_id(self, node: Node) -> dict[str, MappingNode] | None:
        """Index a list of entries, or a single one, by id; None where something has no id."""
        elementer = node.items if isinstance(node, SequenceNode) else (node,)
        ut: dict[str, MappingNode] = {}
        for element in elementer:
            navn = element.items.get(self.id_) if isinstance(element, MappingNode) else None
            if not (isinstance(element, MappingNode) and navn and isinstance(navn.value, Scalar)):
                return None
            ut[navn.value.text.strip()] = element
        return ut

    def note_doubles(self, node: Node, sti: str) -> None:
        """Of two entries with one id only the last would be seen, so it is a fault."""
        sett: set[str] = set()
        for element in node.items if isinstance(node, SequenceNode) else ():
            for id_ in self.by_id(element) or ():
                if id_ in sett:
                    feil = _("«{id}» står flere ganger i fila").format(id=id_)
                    tiltak = _("slå oppføringene sammen til én")
                    self._note(element, f"{sti}[{id_}]", feil, tiltak)
                sett.add(id_)

    def _field(self, under: Entry | None, over: Entry, sti: str) -> Entry:
        if under is None:
            return over
        if self.by_id(under.value) and self.by_id(over.value) is not None:
            return replace(over, value=self.entries(under.value, over.value, sti))
        if isinstance(under.value, MappingNode) and isinstance(over.value, MappingNode):
            items = {**under.value.items, **over.value.items}
            return replace(over, value=replace(over.value, items=items))
        return over

    def _entry(self, under: MappingNode | None, over: MappingNode, sti: str) -> MappingNode:
        """Lay an entry's fields over; only lists of entries with ids go further down."""
        if under is None:
            return over
        items = dict(under.items)
        for navn, entry in over.items.items():
            gammel = items.get(navn)
            if gammel and self.by_id(gammel.value) and self.by_id(entry.value) is not None:
                liste = self.entries(gammel.value, entry.value, f"{sti}.{navn}")
                items[navn] = replace(entry, value=liste)
            else:
                items[navn] = entry
        return replace(over, items=items)

    def _moved(
        self, rader: dict[str, MappingNode], id_: str, mal: Node, sti: str
    ) -> dict[str, MappingNode]:
        foran = mal.text.strip() if isinstance(mal, Scalar) else ""
        if foran in {"", id_}:
            feil = _("her skal det stå id-en til en annen oppføring")
            self._note(mal, sti, feil, _("skriv én id"))
            return rader
        if not self._is_known(foran, rader, mal, sti):
            return rader
        flyttet = rader.pop(id_)
        ut: dict[str, MappingNode] = {}
        for navn, rad in rader.items():
            if navn == foran:
                ut[id_] = flyttet
            ut[navn] = rad
        return ut

    def _is_removed(self, id_: str, rader: dict[str, MappingNode], svar: Node, sti: str) -> bool:
        if not isinstance(svar, Scalar) or svar.text.strip() != YES:
            feil = _("her kan det bare stå «{verdi}»").format(verdi=YES)
            self._note(svar, sti, feil, _("skriv det, eller ta bort linja"))
            return False
        return self._is_known(id_, rader, svar, sti)

    def _is_known(self, id_: str, rader: dict[str, MappingNode], ved: Node, sti: str) -> bool:
        if id_ in rader:
            return True
        feil = _("«{id}» finnes ikke i veilederen det bygges på").format(id=id_)
        self._note(ved, sti, feil, suggest(id_, tuple(rader)))
        return False

    def _note(self, ved: Node, sti: str, feil: str, tiltak: str) -> None:
        self.problems.append(Problem(ved.fil, ved.line, sti, feil, tiltak))
