"""Reads what the texts of a guide are in another language: sprak/<language>.yaml."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from veileder_cli.convert import FAILED, Reader, Sted
from veileder_cli.editions import TRANSLATIONS
from veileder_cli.errors import ContentError, Problem
from veileder_cli.layers import find_layers
from veileder_cli.sprak import _
from veileder_cli.translate import Ordliste


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
    filer = (f for lag in find_layers(mappe) for f in (lag.mappe / TRANSLATIONS).glob("*.yaml"))
    return tuple(sorted({f.stem for f in filer}))


def read_translations(mappe: Path, sprak: str) -> Ordliste:
    """Read the texts in that language, the guide's own over those of the guides it builds on.

    Empty where there are none. Raises ContentError.
    """
    return {t.fra: t.til for t, _ in _read(mappe, sprak)}


def find_places(mappe: Path, sprak: str) -> Mapping[str, Sted]:
    """Give the place of each translation by the text it is of. Raises ContentError."""
    return {t.fra: sted for t, sted in _read(mappe, sprak)}


def _read(mappe: Path, sprak: str) -> tuple[tuple[Oversettelse, Sted], ...]:
    leser, funnet = Reader(), list[tuple[Oversettelse, Sted]]()
    fil = f"{TRANSLATIONS}/{sprak}.yaml"
    for lag in find_layers(mappe):
        if not lag.has(fil):
            continue
        node = lag.read(fil)
        innhold = leser.read(Sprakfil, node, TRANSLATIONS, {})
        if innhold is FAILED:
            continue
        if innhold.sprak != sprak:
            feil = _("fila heter {fil}, men har språket «{sprak}»")
            tiltak = _("skriv «{linje}»").format(linje=f"sprak: {sprak}")
            feil = feil.format(fil=fil, sprak=innhold.sprak)
            leser.fault(node, f"{TRANSLATIONS}.sprak", feil, tiltak)
        en = leser.steder[f"{TRANSLATIONS}.tekster"]  # a single text needs no list
        egne = [
            (t, leser.steder.get(f"{TRANSLATIONS}.tekster[{nr}]", en))
            for nr, t in enumerate(innhold.tekster, start=1)
        ]
        leser.problems += _contradictions(egne)
        funnet += egne
    if leser.problems:
        raise ContentError(tuple(leser.problems))
    return (*funnet,)


def _contradictions(tekster: Iterable[tuple[Oversettelse, Sted]]) -> Iterator[Problem]:
    """A text that one file translates in two ways would get the one that nobody chose."""
    forst: dict[str, tuple[str, ...]] = {}
    for tekst, sted in tekster:
        if forst.setdefault(tekst.fra, tekst.til) != tekst.til:
            feil = _("«{tekst}» er oversatt på to måter").format(
                tekst=shorten(tekst.fra, 60, placeholder=" …")
            )
            yield Problem(
                sted.fil, sted.linje, f"{TRANSLATIONS}.tekster", feil, _("behold den ene")
            )
