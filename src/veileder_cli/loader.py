"""Reads a guide's folder into the model: every fault at once, with file, line and path."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, cast, get_origin

from veileder_cli.convert import FAILED, Reader, hints_of
from veileder_cli.coverage import case_faults
from veileder_cli.editions import META, Utgave
from veileder_cli.errors import AnswersError, ContentError, Problem
from veileder_cli.integrity import Fault, find_faults
from veileder_cli.model.innhold import Om
from veileder_cli.model.veileder import Veileder
from veileder_cli.nearest import suggest
from veileder_cli.records import dataclass
from veileder_cli.strict_yaml import MappingNode, parse, read_stdin, read_text

_TABULERT: Final = re.compile(r"^\t+", re.MULTILINE)
CHECKSUM: Final = "SHA256"
CASES: Final = "tilfeller"
OTHERS: Final = ("paastander.yaml",)
"""Files of a guide that only the authors' commands read."""
PARTS: Final = tuple(f.name for f in fields(Veileder) if f.name not in {"om", CASES})


@dataclass(frozen=True, slots=True)
class Sted:
    """Where in the files a path of the model stands."""

    fil: str
    linje: int


@dataclass(frozen=True, slots=True)
class Lest:
    """A guide as read, and where each part of it stands."""

    veileder: Veileder
    steder: Mapping[str, Sted]

    def problem(self, feil: Fault) -> Problem:
        """Say in which file and line a fault of the model stands."""
        sti = feil.sti
        while sti and sti not in self.steder:
            sti = sti[: max(sti.rfind("."), sti.rfind("["), 0)]
        sted = self.steder.get(sti, Sted(META, 1))
        return Problem(sted.fil, sted.linje, feil.sti, feil.feil, feil.tiltak)


def load_veileder(utgave: Utgave, deler: frozenset[str] | None = None) -> Veileder:
    """Read the parts that are asked for, or all. Raises ContentError with every fault.

    Content that was approved when it was shipped, and has not changed since, is not checked
    again; any other content is read whole and checked, whatever is asked for.
    """
    if is_approved(utgave):
        return read_guide(utgave.mappe, deler).veileder
    lest = read_guide(utgave.mappe)
    if feil := all_faults(lest.veileder):
        raise ContentError(tuple(lest.problem(f) for f in feil))
    return lest.veileder


def is_approved(utgave: Utgave) -> bool:
    """Tell whether shipped content still has the checksum that it was approved with."""
    sum_ = utgave.mappe / CHECKSUM
    return utgave.levert and sum_.is_file() and sum_.read_text("ascii").strip() == checksum(utgave)


def checksum(utgave: Utgave) -> str:
    """Give one SHA-256 over the names and bytes of all the edition's files, in order."""
    verdi = sha256()
    for fil in sorted(utgave.mappe.glob("**/*.yaml")):
        verdi.update(fil.relative_to(utgave.mappe).as_posix().encode() + b"\0")
        verdi.update(sha256(fil.read_bytes()).digest())
    return verdi.hexdigest()


def all_faults(veileder: Veileder) -> tuple[Fault, ...]:
    """Find what does not hang together, or else what the guide's own cases contradict."""
    return find_faults(veileder) or case_faults(veileder)


def read_guide(mappe: Path, deler: frozenset[str] | None = None) -> Lest:
    """Read the files without checking how they hang together. Raises ContentError."""
    lesere: list[Reader] = []
    verdier = {"om": _read_file(mappe, META, Om, "", lesere)}
    for navn in PARTS:
        if deler is None or navn in deler:
            verdier[navn] = _read_part(mappe, navn, lesere)
    if deler is None or CASES in deler:
        verdier[CASES] = _read_cases(mappe, lesere)
    fremmede = _unknown_files(mappe) if deler is None else ()
    problemer = (*(p for leser in lesere for p in leser.problems), *fremmede)
    if problemer:
        raise ContentError(problemer)
    steder = {
        sti: Sted(leser.fil, linje) for leser in lesere for sti, linje in leser.linjer.items()
    }
    return Lest(Veileder(**verdier), steder)


def _unknown_files(mappe: Path) -> Iterator[Problem]:
    """A file that nothing reads is a misspelt name: what stands in it would be missed."""
    kjente = (META, *(f"{navn}.yaml" for navn in PARTS), *OTHERS)
    for fil in sorted(mappe.rglob("*.y*ml")):
        navn = fil.relative_to(mappe).as_posix()
        if navn not in kjente and not (fil.parent == mappe / CASES and fil.suffix == ".yaml"):
            yield Problem(navn, 0, "", "fila blir ikke lest", suggest(navn, kjente))


def _read_part(mappe: Path, navn: str, lesere: list[Reader]) -> Any:
    """Read a part's file: a list under the part's own name, or the fields of its class."""
    return _read_file(mappe, f"{navn}.yaml", hints_of(Veileder)[navn], navn, lesere)


def _read_cases(mappe: Path, lesere: list[Reader]) -> Any:
    """Read every file of cases; a guide without cases is read all the same."""
    filer = sorted((mappe / CASES).glob("*.yaml"))
    lest = [
        _read_file(mappe, f"{CASES}/{fil.name}", hints_of(Veileder)[CASES], CASES, lesere)
        for fil in filer
    ]
    return tuple(tilfelle for liste in lest if liste is not FAILED for tilfelle in liste)


def _read_file(mappe: Path, fil: str, type_: Any, navn: str, lesere: list[Reader]) -> Any:
    leser = Reader(fil)
    lesere.append(leser)
    try:
        node = parse(read_text(mappe / fil, mappe), fil)
    except ContentError as error:
        leser.problems += error.problems
        return FAILED
    if get_origin(type_) is not tuple:
        return leser.read(type_, node, navn, {})
    if not isinstance(node, MappingNode) or navn not in node.items:
        feil = "fila har ikke den formen den skal ha"
        return leser.fault(node.line, navn, feil, f"begynn med «{navn}:»")
    for nokkel, entry in node.items.items():
        if nokkel != navn:
            leser.fault(
                entry.line, nokkel, f"«{nokkel}» hører ikke til i denne fila", "ta det bort"
            )
    return leser.read(type_, node.items[navn].value, navn, {})


def load_answers(sti: Path) -> Mapping[str, tuple[str, ...]]:
    """Read an answers file in YAML or JSON, or standard input for "-", question by question.

    Raises AnswersError. An empty list is kept: it means "none of these".
    """
    navn = "standard inn" if str(sti) == "-" else str(sti)
    try:
        fil = sti.resolve()
        tekst = read_stdin(navn) if str(sti) == "-" else read_text(fil, fil.parent)
        node = parse(_TABULERT.sub(_as_spaces, tekst), navn)
    except ContentError as error:
        raise AnswersError(navn, _without_file(error.problems)) from error
    except (OSError, RuntimeError) as error:  # links in a ring
        raise AnswersError(navn, ("fila kan ikke leses",)) from error
    leser = Reader(navn)
    svar = leser.read(Mapping[str, tuple[str, ...]], node, "", {})
    if leser.problems:
        raise AnswersError(navn, _without_file(leser.problems))
    return cast("Mapping[str, tuple[str, ...]]", svar)


def _as_spaces(tabulert: re.Match[str]) -> str:
    """JSON may be indented with tabs; YAML may not."""
    return " " * len(tabulert[0])


def _without_file(problemer: Iterable[Problem]) -> tuple[str, ...]:
    """The file's name stands above the list of its faults."""
    return tuple(
        ": ".join(filter(None, (f"linje {p.linje}" if p.linje else "", p.sti, p.hva)))
        for p in problemer
    )
