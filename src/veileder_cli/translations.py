"""Reads what the texts of a guide are in another language: sprak/<language>.yaml."""

from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Final

from veileder_cli.convert import FAILED, Reader
from veileder_cli.errors import ContentError
from veileder_cli.layers import find_layers
from veileder_cli.translate import Ordliste

FOLDER: Final = "sprak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversettelse:
    """One text as the guide has it, and what it is in the other language."""

    fra: str
    til: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sprakfil:
    """sprak/<language>.yaml."""

    sprak: str
    tekster: tuple[Oversettelse, ...]


def list_languages(mappe: Path) -> tuple[str, ...]:
    """Name the languages that the guide, or one it builds on, has texts in beside its own."""
    filer = (f for lag in find_layers(mappe) for f in (lag.mappe / FOLDER).glob("*.yaml"))
    return tuple(sorted({f.stem for f in filer}))


def read_translations(mappe: Path, sprak: str) -> Ordliste:
    """Read the texts in that language, the guide's own over those of the guides it builds on.

    Empty where there are none. Raises ContentError.
    """
    leser, ordliste = Reader(), dict[str, tuple[str, ...]]()
    fil = f"{FOLDER}/{sprak}.yaml"
    for lag in find_layers(mappe):
        if not lag.has(fil):
            continue
        node = lag.read(fil)
        innhold = leser.read(Sprakfil, node, FOLDER, {})
        if innhold is FAILED:
            continue
        if innhold.sprak != sprak:
            feil = f"fila heter {fil}, men har språket «{innhold.sprak}»"
            leser.fault(node, f"{FOLDER}.sprak", feil, f"skriv «sprak: {sprak}»")
        egne: dict[str, tuple[str, ...]] = {}
        for t in innhold.tekster:
            if egne.setdefault(t.fra, t.til) != t.til:
                feil = f"«{shorten(t.fra, 60)}» er oversatt på to måter"
                leser.fault(node, f"{FOLDER}.tekster", feil, "behold den ene")
        ordliste |= egne
    if leser.problems:
        raise ContentError(tuple(leser.problems))
    return ordliste
