"""The folders that a guide is made of: its own, and those of the guides that it builds on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from veileder_cli.editions import META, shipped_content
from veileder_cli.errors import ContentError, Problem
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import MappingNode, Node, Scalar, parse, read_text

INHERITS: Final = "arver"
OWN: Final = ("id", "kommune", "utgave", "eier", "innholdsdato", "godkjent_av", "gyldig_til")
"""What a guide must say for itself: whose it is, how old, and who has approved it."""
_MEANT: Final = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
_NAVN: Final = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Lag:
    """A folder of files; `navn` stands before their names in messages, except the guide's own."""

    mappe: Path
    navn: str = ""

    def has(self, fil: str) -> bool:
        """Tell whether the folder has the file, also where it cannot be read."""
        return (self.mappe / fil).exists() or (self.mappe / fil).is_symlink()

    def read(self, fil: str) -> Node:
        """Read one file. Raises ContentError, with the folder's name before the file's."""
        vist = f"{self.navn}/{fil}" if self.navn else fil
        try:
            return parse(read_text(self.mappe / fil, self.mappe), vist)
        except ContentError as error:
            raise ContentError(tuple(replace(p, fil=vist) for p in error.problems)) from error


def list_files(mappe: Path) -> Iterator[str]:
    """Name all below the folder that is meant to be read, also where Notepad has added .txt."""
    for fil in sorted(mappe.rglob("*")):
        if _MEANT.search(fil.name):
            yield fil.relative_to(mappe).as_posix()


def find_layers(mappe: Path) -> tuple[Lag, ...]:
    """List the folders, the guide that the others build on first. Raises ContentError."""
    lag = [Lag(mappe)]
    sett = {mappe.resolve()}
    while arver := _inherited(lag[0]):
        navn, linje = arver
        funnet = _find(lag[0].mappe, navn)
        fil = f"{lag[0].navn}/{META}" if lag[0].navn else META
        if funnet is None:
            feil = _("fant ikke veilederen «{navn}»").format(navn=navn)
            tiltak = _("skriv kommune/utgave, og legg mappa ved siden av denne")
            raise ContentError((Problem(fil, linje, INHERITS, feil, tiltak),))
        if funnet.resolve() in sett:
            feil = _("«{navn}» bygger selv på denne veilederen").format(navn=navn)
            raise ContentError((Problem(fil, linje, INHERITS, feil, _("ta bort den ene")),))
        sett.add(funnet.resolve())
        lag.insert(0, Lag(funnet, navn))
    return tuple(lag)


def _inherited(lag: Lag) -> tuple[str, int] | None:
    """Give the name and the line of the guide that this one builds on, if it does."""
    try:
        node = lag.read(META)
    except ContentError:
        return None  # told where the file is read as a part of the guide
    entry = node.items.get(INHERITS) if isinstance(node, MappingNode) else None
    if entry is None or not isinstance(entry.value, Scalar):
        return None
    return entry.value.text.strip(), entry.line


def _find(mappe: Path, navn: str) -> Path | None:
    """Look beside the guide's municipality, and in what came with the program; nowhere else."""
    if not _NAVN.fullmatch(navn):
        return None
    steder = (mappe.resolve().parent.parent / navn, shipped_content() / navn)
    return next((s for s in steder if (s / META).is_file()), None)
