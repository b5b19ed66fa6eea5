"""The smallest answers that show something, and the program's own word that they do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from veileder_cli.answers import read_answers
from veileder_cli.conditions import Situasjon, holds
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import read_facts
from veileder_cli.innhold.diagram import Node
from veileder_cli.innhold.paastander import Felt
from veileder_cli.innhold.tabell import Tabell
from veileder_cli.model.betingelse import Betingelse
from veileder_cli.model.veileder import Veileder

Gitt = Mapping[str, tuple[str, ...]]
"""Answers as an answers file has them."""


class CollapseError(Exception):
    """What was proved is not what the program does: a fault of the proof, not of the guide."""


@dataclass(frozen=True, slots=True)
class Eksempel:
    """Answers as few as can be, and the route (empty where no row matches) and step they give."""

    svar: Gitt
    rute: str
    trinn: str


def smallest(tabell: Tabell, node: Node) -> Mapping[int, int]:
    """Give the combination in the node with the fewest answers; there must be one."""
    priser = [v.priser for v in tabell.rom.variabler]
    valgt = tabell.diagram.cheapest(node, priser)
    if valgt is None:
        raise CollapseError
    return valgt


def example(tabell: Tabell, valgt: Mapping[int, int]) -> Eksempel:
    """Give the combination's answers, and run them."""
    return run(tabell.veileder, tabell.rom.svar(valgt))


def run(veileder: Veileder, svar: Gitt) -> Eksempel:
    """Say which route and step the program itself gives."""
    ark = read_answers(veileder, svar)
    if ark.feil:
        raise CollapseError(ark.feil)
    try:
        vurdering = evaluate(veileder, ark.svar)
    except LookupError:
        return Eksempel(svar, "", "")
    return Eksempel(svar, vurdering.rute, vurdering.trinn.id if vurdering.trinn else "")


def in_row(tabell: Tabell, node: Node, rute: str = "") -> Eksempel:
    """Give the smallest example in the node; the program must agree on the route, if given."""
    funnet = example(tabell, smallest(tabell, node))
    if rute and funnet.rute != rute:
        raise CollapseError(rute, funnet)
    return funnet


def outcome(veileder: Veileder, svar: Gitt) -> Situasjon:
    """Give all that conditions may be asked of once the answers are evaluated."""
    lest = read_answers(veileder, svar).svar
    vurdering = evaluate(veileder, lest)
    return replace(
        read_facts(veileder, lest).situasjon,
        rute=vurdering.rute,
        traff=tuple(g.regel.id for g in vurdering.grunner),
        har_trinn=vurdering.trinn is not None,
        kontakter=tuple(k.kontakt.id for k in vurdering.kontakter),
        varsler=tuple(v.varsel.id for v in vurdering.varsler),
    )


def breaks(veileder: Veileder, eksempel: Eksempel, hvis: Betingelse, saa: Betingelse) -> Eksempel:
    """Give the example back; raises CollapseError if the program keeps the promise there."""
    situasjon = outcome(veileder, eksempel.svar)
    if not holds(hvis, situasjon) or holds(saa, situasjon):
        raise CollapseError(eksempel)
    return eksempel


def differ(veileder: Veileder, en: Eksempel, annen: Eksempel, felt: Iterable[Felt]) -> None:
    """Raise CollapseError if the program gives the same in every field."""
    if all(_field(veileder, en, f) == _field(veileder, annen, f) for f in felt):
        raise CollapseError(en, annen)


def _field(veileder: Veileder, eksempel: Eksempel, felt: Felt) -> object:
    match felt:
        case Felt.RUTE:
            return eksempel.rute
        case Felt.TRINN:
            return eksempel.trinn
        case Felt.KONTAKTER:
            return frozenset(outcome(veileder, eksempel.svar).kontakter)
        case Felt.VARSLER:
            return outcome(veileder, eksempel.svar).varsler
