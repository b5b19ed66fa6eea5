"""What a guide promises to hold for all answers: paastander.yaml in the guide's folder."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from veileder_cli.convert import FAILED, Reader, Sted
from veileder_cli.errors import ContentError, Problem
from veileder_cli.integrity.conditions import condition_faults
from veileder_cli.integrity.fault import Fault
from veileder_cli.integrity.references import reference_faults, unknown, used_twice
from veileder_cli.integrity.sources import source_faults
from veileder_cli.layers import find_layers
from veileder_cli.merge import Merger
from veileder_cli.model.betingelse import Alltid, Betingelse
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.sjekk import Varsel
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import MappingNode, Node

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
    """The promises of a guide, and where each part of them stands."""

    paastander: tuple[Paastand, ...] = ()
    steder: tuple[tuple[str, Sted], ...] = ()

    def problem(self, feil: Fault) -> Problem:
        """Say in which file and line a fault of a promise stands."""
        steder = dict(self.steder)
        sti = feil.sti
        while sti and sti not in steder:
            sti = sti[: max(sti.rfind("."), sti.rfind("["), 0)]
        sted = steder.get(sti, Sted(FIL, 1))
        return Problem(sted.fil, sted.linje, feil.sti, feil.feil, feil.tiltak)


def read_paastander(mappe: Path) -> Paastandsfil:
    """Read the guide's promises, laid over those of the guides it builds on.

    A guide may have none. Raises ContentError.
    """
    leser, merger = Reader(), Merger()
    samlet: Node | None = None
    for lag in (lag for lag in find_layers(mappe) if lag.has(FIL)):
        liste = _listed(leser, lag.read(FIL))
        samlet = liste if samlet is None or liste is None else merger.entries(samlet, liste, _NAVN)
    leser.problems += merger.problems
    verdi = () if samlet is None else leser.read(tuple[Paastand, ...], samlet, _NAVN, {})
    if leser.problems or verdi is FAILED:
        raise ContentError(tuple(leser.problems))
    return Paastandsfil(verdi, tuple(leser.steder.items()))


def _listed(leser: Reader, node: Node) -> Node | None:
    if isinstance(node, MappingNode) and set(node.items) == {_NAVN}:
        return node.items[_NAVN].value
    feil = _("fila har ikke den formen den skal ha")
    leser.fault(node, _NAVN, feil, _("begynn med «{felt}:»").format(felt=_NAVN))
    return None


def promise_faults(veileder: Veileder, paastander: tuple[Paastand, ...]) -> Iterator[Fault]:
    """Find promises that say nothing, or name what the guide does not have."""
    ider = Counter(p.id for p in paastander)
    for paastand in paastander:
        sti = f"{_NAVN}[{paastand.id}]"
        if ider[paastand.id] > 1:
            yield Fault(sti, *used_twice("id", paastand.id, ider[paastand.id]))
        yield from _form(paastand, sti)
        yield from _ids(veileder, paastand, sti)
    yield from _as_notices(veileder, paastander)


def _ids(veileder: Veileder, paastand: Paastand, sti: str) -> Iterator[Fault]:
    sporsmal = tuple(veileder.sporsmal_med_id)
    klasser = tuple(k.id for k in veileder.bekymringstegn.klasser)
    for felt, slag, finnes in (
        ("endrer_ikke", "spørsmål", sporsmal),
        ("vet_ikke_som_ubesvart", "spørsmål", sporsmal),
        ("flere_av", "tegnklasse", klasser),
    ):
        for id_ in getattr(paastand, felt):
            if id_ not in finnes:
                yield unknown(id_, slag, finnes, f"{sti}.{felt}")


def _form(paastand: Paastand, sti: str) -> Iterator[Fault]:
    """A promise is of one kind, and has what that kind needs."""
    slag = (paastand.endrer_ikke, paastand.flere_av, paastand.vet_ikke_som_ubesvart)
    if (paastand.saa is not None) + sum(map(bool, slag)) != 1:
        yield Fault(
            sti,
            _(
                "en påstand skal ha nøyaktig én av «saa», «endrer_ikke», «flere_av» og "
                "«vet_ikke_som_ubesvart»"
            ),
            _("behold én av dem, og del resten på flere påstander"),
        )
    elif bool(paastand.felt) == (paastand.saa is not None):
        feil = _("«felt» skal stå der det ikke står «saa», og bare der")
        yield Fault(sti, feil, _("skriv for eksempel «felt: [rute, trinn]»"))


def _as_notices(veileder: Veileder, paastander: tuple[Paastand, ...]) -> Iterator[Fault]:
    """Let the checks of a guide's notices judge conditions and sources: the same is asked."""
    notices = {
        f"{p.id}/{felt}": Varsel(
            id=f"{p.id}/{felt}",
            tittel=p.tekst,
            tekster=(),
            merke=p.merke,
            kilde=p.kilde,
            vises_nar=betingelse,
        )
        for p in paastander
        for felt, betingelse in (("hvis", p.hvis), ("saa", p.saa))
        if betingelse is not None
    }
    guide = replace(veileder, varsler=(*veileder.varsler, *notices.values()))
    alle = (*condition_faults(guide), *reference_faults(guide), *source_faults(guide))
    for feil in dict.fromkeys(alle):
        rest = feil.sti.partition("varsler[")[2]
        navn, __, felt = rest.partition("].")
        if navn in notices:
            id_, __, del_ = navn.rpartition("/")
            if felt == "vises_nar":
                yield replace(feil, sti=f"{_NAVN}[{id_}].{del_}")
            elif del_ == "hvis":
                yield replace(feil, sti=f"{_NAVN}[{id_}].{felt}")
