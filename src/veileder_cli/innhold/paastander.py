"""What a guide promises to hold for all answers: paastander.yaml in the guide's folder."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from veileder_cli.convert import FAILED, Reader
from veileder_cli.errors import ContentError, Problem
from veileder_cli.integrity.conditions import condition_faults
from veileder_cli.integrity.fault import Fault
from veileder_cli.integrity.references import unknown
from veileder_cli.model.betingelse import Alltid, Betingelse
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.sjekk import Varsel
from veileder_cli.model.veileder import Veileder
from veileder_cli.strict_yaml import MappingNode, parse, read_text

FIL: Final = "paastander.yaml"
_NAVN: Final = "paastander"


class Felt(StrEnum):
    """A part of the result that a promise may be about."""

    RUTE = "rute"
    TRINN = "trinn"
    KONTAKTER = "kontakter"
    VARSLER = "varsler"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paastand:
    """A promise: whenever `hvis` holds, so does `saa`; or one of the three below about `felt`.

    `endrer_ikke`: questions whose answers never change it.
    `flere_av`: classes; where one such sign is seen, seeing more never changes it.
    `vet_ikke_som_ubesvart`: questions where "vet ikke" gives the same as no answer.
    """

    id: str
    tekst: str
    merke: Merke
    kilde: Kilde
    hvis: Betingelse = Alltid()
    saa: Betingelse | None = None
    endrer_ikke: tuple[str, ...] = ()
    flere_av: tuple[str, ...] = ()
    vet_ikke_som_ubesvart: tuple[str, ...] = ()
    felt: tuple[Felt, ...] = ()


@dataclass(frozen=True, slots=True)
class Paastandsfil:
    """The promises of a guide, and on which line of the file each part of them stands."""

    paastander: tuple[Paastand, ...] = ()
    linjer: tuple[tuple[str, int], ...] = ()

    def problem(self, feil: Fault) -> Problem:
        """Say on which line a fault of a promise stands."""
        linjer = dict(self.linjer)
        sti = feil.sti
        while sti and sti not in linjer:
            sti = sti[: max(sti.rfind("."), sti.rfind("["), 0)]
        return Problem(FIL, linjer.get(sti, 1), feil.sti, feil.feil, feil.tiltak)


def read_paastander(mappe: Path) -> Paastandsfil:
    """Read the guide's promises; a guide may have none. Raises ContentError."""
    if not (mappe / FIL).exists():
        return Paastandsfil()
    leser = Reader(FIL)
    verdi = _read(leser, mappe)
    if leser.problems or verdi is FAILED:
        raise ContentError(tuple(leser.problems))
    return Paastandsfil(verdi, tuple(leser.linjer.items()))


def _read(leser: Reader, mappe: Path) -> Any:
    node = parse(read_text(mappe / FIL, mappe), FIL)
    if isinstance(node, MappingNode) and set(node.items) == {_NAVN}:
        return leser.read(tuple[Paastand, ...], node.items[_NAVN].value, _NAVN, {})
    feil = "fila har ikke den formen den skal ha"
    return leser.fault(node.line, _NAVN, feil, f"begynn med «{_NAVN}:»")


def promise_faults(veileder: Veileder, paastander: tuple[Paastand, ...]) -> Iterator[Fault]:
    """Find promises that say nothing, or name what the guide does not have."""
    sett: set[str] = set()
    for paastand in paastander:
        sti = f"{_NAVN}[{paastand.id}]"
        if paastand.id in sett:
            yield Fault(sti, f"«{paastand.id}» står to ganger", "gi den ene en annen id")
        sett.add(paastand.id)
        yield from _form(paastand, sti)
        yield from _condition_names(veileder, paastand)
        sporsmal = tuple(veileder.sporsmal_med_id)
        for navn in ("endrer_ikke", "vet_ikke_som_ubesvart"):
            for id_ in set(getattr(paastand, navn)) - {*sporsmal}:
                yield unknown(id_, "spørsmål", sporsmal, f"{sti}.{navn}")
        klasser = tuple(k.id for k in veileder.bekymringstegn.klasser)
        for id_ in set(paastand.flere_av) - {*klasser}:
            yield unknown(id_, "tegnklasse", klasser, f"{sti}.flere_av")


def _form(paastand: Paastand, sti: str) -> Iterator[Fault]:
    """A promise is of one kind, and has what that kind needs."""
    slag = (paastand.endrer_ikke, paastand.flere_av, paastand.vet_ikke_som_ubesvart)
    if (paastand.saa is not None) + sum(map(bool, slag)) != 1:
        yield Fault(
            sti,
            "en påstand skal ha nøyaktig én av «saa», «endrer_ikke», «flere_av» og "
            "«vet_ikke_som_ubesvart»",
            "behold én av dem, og del resten på flere påstander",
        )
    elif bool(paastand.felt) == (paastand.saa is not None):
        feil = "«felt» skal stå der det ikke står «saa», og bare der"
        yield Fault(sti, feil, "skriv for eksempel «felt: [rute, trinn]»")


def _condition_names(veileder: Veileder, paastand: Paastand) -> Iterator[Fault]:
    """Let the check of a guide's notices judge the conditions: both may ask of the same things."""
    proving = replace(
        veileder,
        varsler=(
            *veileder.varsler,
            *(
                Varsel(
                    id=navn,
                    tittel=paastand.tekst,
                    tekster=(),
                    merke=paastand.merke,
                    kilde=paastand.kilde,
                    vises_nar=betingelse,
                )
                for navn, betingelse in (("hvis", paastand.hvis), ("saa", paastand.saa))
                if betingelse is not None
            ),
        ),
    )
    for feil in condition_faults(proving):
        for navn in ("hvis", "saa"):
            if feil.sti == f"varsler[{navn}].vises_nar":
                yield replace(feil, sti=f"{_NAVN}[{paastand.id}].{navn}")
