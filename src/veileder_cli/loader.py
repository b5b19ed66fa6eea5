"""Reads a guide's folder into the model: every fault at once, with file, line and path."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_origin

from veileder_cli.convert import FAILED, Reader, Sted, hints_of
from veileder_cli.editions import META, TRANSLATIONS, Utgave
from veileder_cli.errors import ContentError, Problem
from veileder_cli.layers import OWN, Lag, find_layers, list_files
from veileder_cli.merge import Merger
from veileder_cli.model.innhold import Om
from veileder_cli.model.veileder import PARTS, Veileder
from veileder_cli.nearest import suggest
from veileder_cli.overlay import Overlay, read_overlay
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import (
    MappingNode,
    Node,
    SequenceNode,
)
from veileder_cli.translate import Ordliste, translate
from veileder_cli.translations import read_translations

if TYPE_CHECKING:
    from veileder_cli.integrity import Fault

CHECKSUM: Final = "SHA256"
CASES: Final = "tilfeller"
OTHERS: Final = ("paastander.yaml",)
"""Files of a guide that only the authors' commands read."""


@dataclass(frozen=True, slots=True)
class Lest:
    """A guide as read, where each part of it stands, and the reasons for what is laid over it."""

    veileder: Veileder
    steder: Mapping[str, Sted]
    grunner: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def with_reasons(self, ordliste: Ordliste) -> Ordliste:
        """Add what the program itself says of a local change, which no guide has a word for."""
        merke = f" [{self.veileder.om.sprak}]"
        return {**ordliste} | {
            hele: (f"{(ordliste.get(egen) or (egen and egen + merke,))[0]} {grunn}".strip(),)
            for hele, (egen, grunn) in self.grunner.items()
        }

    def problem(self, feil: "Fault") -> Problem:
        """Say in which file and line a fault of the model stands."""
        sti = feil.sti
        while sti and sti not in self.steder:
            sti = sti[: max(sti.rfind("."), sti.rfind("["), 0)]
        sted = self.steder.get(sti, Sted(META, 1))
        return Problem(sted.fil, sted.linje, feil.sti, feil.feil, feil.tiltak)


def load_veileder(utgave: Utgave, deler: frozenset[str] | None = None) -> Veileder:
    """Read the parts that are asked for, or all. Raises ContentError with every fault.

    Content that was approved when it was shipped, and has not changed since, is not checked
    again; any other content is read whole and checked, whatever is asked for. A local folder over
    approved content cannot change what is advised, so the cases are not run again for it.
    """
    godkjent = is_approved(utgave)
    if godkjent and not utgave.lokalt:
        return _in_language(read_guide(utgave.mappe, deler), utgave)
    from veileder_cli.integrity import find_faults  # noqa: PLC0415 - what is approved needs none

    lest = read_guide(utgave.mappe, lokalt=utgave.lokalt)
    if feil := find_faults(lest.veileder) if godkjent else all_faults(lest.veileder):
        raise ContentError(tuple(lest.problem(f) for f in feil))
    return _in_language(lest, utgave)


def _in_language(lest: Lest, utgave: Utgave) -> Veileder:
    """Put the texts into the language asked for; without translations they stay as they are."""
    veileder = lest.veileder
    if utgave.sprak in {"", veileder.om.sprak}:
        return veileder
    ordliste = read_translations(utgave.mappe, utgave.sprak)
    if not ordliste:
        return veileder
    return translate(veileder, lest.with_reasons(ordliste), utgave.sprak).veileder


def is_approved(utgave: Utgave) -> bool:
    """Tell whether shipped content still has the checksum that it was approved with."""
    sum_ = utgave.mappe / CHECKSUM
    return utgave.levert and sum_.is_file() and sum_.read_text("ascii").strip() == checksum(utgave)


def checksum(utgave: Utgave) -> str:
    """Give one SHA-256 over the names and bytes of its files, and of those that it builds on."""
    verdi = sha256()
    for lag in find_layers(utgave.mappe):
        for fil in sorted(lag.mappe.glob("**/*.yaml")):
            verdi.update(fil.relative_to(lag.mappe).as_posix().encode() + b"\0")
            verdi.update(sha256(fil.read_bytes()).digest())
    return verdi.hexdigest()


def all_faults(veileder: Veileder) -> "tuple[Fault, ...]":
    """Find what does not hang together, or else what the guide's own cases contradict."""
    from veileder_cli.coverage import case_faults  # noqa: PLC0415 - what is approved needs neither
    from veileder_cli.integrity import find_faults  # noqa: PLC0415

    return find_faults(veileder) or case_faults(veileder)


def read_guide(
    mappe: Path, deler: frozenset[str] | None = None, lokalt: Path | None = None
) -> Lest:
    """Read the files without checking how they hang together. Raises ContentError."""
    leser = Reader()
    filer = _Files(find_layers(mappe), leser, read_overlay(lokalt) if lokalt else None)
    verdier: dict[str, Any] = {"om": filer.about()}
    for navn in PARTS:
        if deler is None or navn in deler:
            verdier[navn] = filer.part(navn)
    if deler is None or CASES in deler:
        verdier[CASES] = filer.cases()
    if filer.lokalt:
        verdier |= {"lokalt": filer.lokalt.lokalt, "lokalt_endret": (*filer.lokalt.endret,)}
        leser.problems += filer.lokalt.problems
        leser.problems += filer.lokalt.urgent_faults(verdier.get("regler"))
        leser.steder |= filer.lokalt.steder
    if deler is None:
        leser.problems += _unknown_files(mappe)
    if leser.problems:
        raise ContentError(tuple(leser.problems))
    grunner = filer.lokalt.grunner if filer.lokalt else {}
    return Lest(Veileder(**verdier), leser.steder, grunner)


@dataclass(slots=True)
class _Files:
    """Reads each part from the folders that have it, the later over the earlier."""

    lag: tuple[Lag, ...]
    leser: Reader
    lokalt: Overlay | None

    def about(self) -> Any:
        """Read veileder.yaml; what a guide must say for itself it does not inherit."""
        node = self._merged(META, "")
        return FAILED if node is None else self.leser.read(Om, node, "", {})

    def part(self, navn: str) -> Any:
        """Read a part: a list under the part's own name, or the fields of its class."""
        type_ = hints_of(Veileder)[navn]
        node = self._merged(f"{navn}.yaml", navn, listed=get_origin(type_) is tuple)
        if node is not None and self.lokalt:
            node = self.lokalt.lay(navn, node)
        return FAILED if node is None else self.leser.read(type_, node, navn, {})

    def cases(self) -> Any:
        """Read every file of cases, by their names; a guide without cases is read all the same."""
        samlet: Node | None = None
        for lag in self.lag:
            noder = [self._node(lag, f"{CASES}/{f.name}") for f in _case_files(lag)]
            lister = [n for node in noder if node and (n := self._listed(node, CASES))]
            alle = tuple(
                e for n in lister for e in (n.items if isinstance(n, SequenceNode) else (n,))
            )
            if lister:
                node = SequenceNode(alle, lister[0].line, lister[0].fil)
                samlet = self._laid(samlet, node, CASES, "navn")
        type_ = hints_of(Veileder)[CASES]
        return () if samlet is None else self.leser.read(type_, samlet, CASES, {})

    def _merged(self, fil: str, sti: str, *, listed: bool = False) -> Node | None:
        """Read the file where it stands; only a guide that builds on another may lack it."""
        samlet: Node | None = None
        for nr, lag in enumerate(self.lag):
            if nr and not lag.has(fil):
                continue
            node = self._node(lag, fil)
            innhold = self._listed(node, sti) if node and listed else node
            if innhold is None:
                return None
            samlet = self._laid(samlet, innhold, sti, "id")
        return samlet

    def _laid(self, under: Node | None, over: Node, sti: str, id_: str) -> Node:
        if under is None:
            return over
        merger = Merger(id_)
        if isinstance(under, MappingNode) and isinstance(over, MappingNode):
            arvet = {k: e for k, e in under.items.items() if sti or k not in OWN}
            node: Node = merger.fields(replace(under, items=arvet), over, sti)
        else:
            node = merger.entries(under, over, sti)
        self.leser.problems += merger.problems
        return node

    def _node(self, lag: Lag, fil: str) -> Node | None:
        try:
            return lag.read(fil)
        except ContentError as error:
            self.leser.problems += error.problems
            return None

    def _listed(self, node: Node, navn: str) -> Node | None:
        """Give the list under the part's name, which is all that the file holds."""
        if not isinstance(node, MappingNode) or navn not in node.items:
            feil = _("fila har ikke den formen den skal ha")
            tiltak = _("begynn med «{felt}:»").format(felt=navn)
            self.leser.fault(node, navn, feil, tiltak)
            return None
        for nokkel, entry in node.items.items():
            if nokkel != navn:
                feil = _("«{felt}» hører ikke til i denne fila").format(felt=nokkel)
                self.leser.fault(entry, nokkel, feil, _("ta det bort"))
        return node.items[navn].value


def _case_files(lag: Lag) -> list[Path]:
    return sorted((lag.mappe / CASES).glob("*.yaml"))


def _unknown_files(mappe: Path) -> Iterator[Problem]:
    """A file that nothing reads is a misspelt name: what stands in it would be missed."""
    kjente = (META, *(f"{navn}.yaml" for navn in PARTS), *OTHERS)
    for navn in list_files(mappe):
        i_mappe = re.fullmatch(rf"({CASES}|{TRANSLATIONS})/[^/]+\.yaml", navn)
        if navn not in kjente and not i_mappe:
            yield Problem(navn, 0, "", _("fila blir ikke lest"), suggest(navn, kjente))
