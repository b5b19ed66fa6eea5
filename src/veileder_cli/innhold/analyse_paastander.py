"""Whether the guide keeps its promises for all answers, and what may end in the last resort."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from veileder_cli.innhold.analyse_eksempel import (
    Eksempel,
    breaks,
    differ,
    example,
    in_row,
    smallest,
)
from veileder_cli.innhold.analyse_rader import Funn
from veileder_cli.innhold.diagram import FALSE, Node
from veileder_cli.innhold.paastander import Felt, Paastand
from veileder_cli.innhold.rom import Besvart, EttSvar, Tegngruppe, Variabel
from veileder_cli.innhold.tabell import Tabell
from veileder_cli.integrity.conditions import walk_all
from veileder_cli.integrity.fault import Fault
from veileder_cli.model.betingelse import Alltid, Betingelse, Sett, Tegnkrav, Usikker
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.sprak import _

_Endring = Mapping[int, Sequence[int]]
"""For each variable that is changed: what each of its values becomes."""


@dataclass(frozen=True, slots=True)
class Utvei:
    """A class of signs, seen or unsure, and the smallest answers that end in the last resort.

    `vernet`: the promises that say it must not; `brutt`: one of them is broken by it.
    """

    klasse: str
    usikker: bool
    eksempel: Eksempel | None
    vernet: tuple[str, ...]
    brutt: bool


def broken_promise(tabell: Tabell, paastand: Paastand) -> Funn | None:
    """Give the smallest counterexample to the promise, or None where it is proved."""
    if tabell.node(paastand.hvis) == FALSE:
        tekst = _("påstanden sier ingenting: ingen svar passer til «hvis»")
        return Funn("tom", Fault(f"paastander[{paastand.id}].hvis", tekst, _("rett «hvis»")))
    if paastand.saa is not None:
        return _unless(tabell, paastand, paastand.saa)
    for endring in _changes(tabell, paastand):
        if funn := _changed(tabell, paastand, endring):
            return funn
    return None


def _unless(tabell: Tabell, paastand: Paastand, saa: Betingelse) -> Funn | None:
    d = tabell.diagram
    brudd = d.minus(d.minus(tabell.node(paastand.hvis), tabell.node(saa)), tabell.uten_rad)
    if brudd == FALSE:
        return None
    eksempel = breaks(tabell.veileder, in_row(tabell, brudd), paastand.hvis, saa)
    return Funn("paastand", _fault(paastand), eksempel)


def _fault(paastand: Paastand) -> Fault:
    feil = _("påstanden holder ikke: {tekst}").format(tekst=paastand.tekst)
    return Fault(f"paastander[{paastand.id}]", feil, _("rett regelen, eller påstanden"))


def _changes(tabell: Tabell, paastand: Paastand) -> Iterator[_Endring]:
    """Give the changes of answers that are to make no difference."""
    variabler = tuple(enumerate(tabell.rom.variabler))
    if paastand.endrer_ikke:
        borte = frozenset(paastand.endrer_ikke)
        yield {nr: v.without(borte) for nr, v in variabler}
    for nr, v in variabler:
        if isinstance(v, Tegngruppe) and _is_of(tabell, v, paastand.flere_av):
            yield {nr: v.one_more_seen()}
    for id_ in paastand.vet_ikke_som_ubesvart:
        yield {nr: _unanswered(v) for nr, v in variabler if _is_single(v, id_)}


def _is_of(tabell: Tabell, gruppe: Tegngruppe, klasser: tuple[str, ...]) -> bool:
    """A group has signs of one class only: the proof asks about every class."""
    return tabell.veileder.tegnklasse[gruppe.tegn[0]] in klasser


def _is_single(v: Variabel, sporsmal: str) -> bool:
    return isinstance(v, EttSvar | Besvart) and v.sporsmal == sporsmal


def _unanswered(v: Variabel) -> tuple[int, ...]:
    """What each value becomes when "vet ikke" is taken as no answer."""
    alle = range(len(v.priser))
    return tuple(0 if (VET_IKKE,) in v.svar(nr).values() else nr for nr in alle)


def _changed(tabell: Tabell, paastand: Paastand, endring: _Endring) -> Funn | None:
    """Find answers where the change makes a difference to one of the fields."""
    d = tabell.diagram
    forskjell = d.disj(
        *(d.differ(n, _after(tabell, n, endring)) for f in paastand.felt for n in _nodes(tabell, f))
    )
    uten_rad = d.disj(tabell.uten_rad, _after(tabell, tabell.uten_rad, endring))
    gjelder = d.conj(tabell.node(paastand.hvis), *_one_seen(tabell, paastand, endring))
    brudd = d.minus(d.conj(forskjell, gjelder), uten_rad)
    if brudd == FALSE:
        return None
    valgt = smallest(tabell, brudd)
    annet = {nr: endring[nr][verdi] if nr in endring else verdi for nr, verdi in valgt.items()}
    if paastand.flere_av:
        annet |= {nr: verdier[valgt.get(nr, 0)] for nr, verdier in endring.items()}
    en, annen = example(tabell, valgt), example(tabell, annet)
    differ(tabell.veileder, en, annen, paastand.felt)
    med, uten = (annen, en) if paastand.flere_av else (en, annen)
    return Funn("paastand", _fault(paastand), med, uten)


def _after(tabell: Tabell, node: Node, endring: _Endring) -> Node:
    """Give the combinations that are in the node once they are changed."""
    for nr, verdier in endring.items():
        if list(verdier) != list(range(len(verdier))):
            node = tabell.diagram.remap(node, nr, verdier)
    return node


def _one_seen(tabell: Tabell, paastand: Paastand, endring: _Endring) -> Iterator[Node]:
    """More of a class is more than one: one such sign must be seen before the change."""
    if paastand.flere_av:
        for nr in endring:
            gruppe = tabell.rom.variabler[nr]
            if isinstance(gruppe, Tegngruppe):
                klasse = tabell.veileder.tegnklasse[gruppe.tegn[0]]
                yield tabell.node(Sett(Tegnkrav(klasse=(klasse,))))


def _nodes(tabell: Tabell, felt: Felt) -> Iterator[Node]:
    kilder: Mapping[Felt, Callable[[], Iterator[Node]]] = {
        Felt.RUTE: lambda: iter(tabell.forst.values()),
        Felt.TRINN: lambda: iter(tabell.trinn.values()),
        Felt.KONTAKTER: lambda: iter(tabell.kontakter.values()),
        Felt.VARSLER: lambda: iter(tabell.varsler.values()),
    }
    return kilder[felt]()


def last_resorts(tabell: Tabell, paastander: tuple[Paastand, ...]) -> Iterator[Utvei]:
    """Say of each class, seen and unsure, whether it can end in the row that always holds."""
    siste = next(
        (r for r in tabell.veileder.regler.regler if r.setter_rute and isinstance(r.hvis, Alltid)),
        None,
    )
    if siste is None:
        return
    d, rute = tabell.diagram, tabell.forst[siste.id]
    mot = [p for p in paastander if p.saa and d.conj(tabell.node(p.saa), rute) == FALSE]
    for klasse in tabell.veileder.bekymringstegn.klasser:
        for ord_ in (Sett, Usikker):
            her = d.conj(rute, tabell.node(ord_(Tegnkrav(klasse=(klasse.id,)))))
            vern = [p for p in mot if _names(tabell, p, ord_, klasse.id)]
            brudd = d.conj(her, d.disj(*(tabell.node(p.hvis) for p in vern)))
            vist = brudd if brudd != FALSE else her
            yield Utvei(
                klasse.id,
                ord_ is Usikker,
                None if her == FALSE else in_row(tabell, vist, siste.id),
                tuple(p.id for p in vern),
                brudd != FALSE,
            )


def _names(tabell: Tabell, paastand: Paastand, ord_: type[Sett | Usikker], klasse: str) -> bool:
    deler = walk_all(paastand.hvis, tabell.veileder.regler.vilkar)
    return any(isinstance(d, ord_) and klasse in d.krav.klasse for d in deler)


def gap_findings(utveier: tuple[Utvei, ...]) -> Iterator[Funn]:
    """Find the classes that end in the last resort although a promise says they never do."""
    for utvei in utveier:
        if utvei.brutt and utvei.eksempel:
            tekst = (
                _(
                    "svar med et usikkert tegn av klassen «{klasse}» ender i siste utvei, men "
                    "påstanden «{paastand}» sier at de aldri gjør det"
                )
                if utvei.usikker
                else _(
                    "svar med et sett tegn av klassen «{klasse}» ender i siste utvei, men "
                    "påstanden «{paastand}» sier at de aldri gjør det"
                )
            )
            feil = Fault(
                f"regler.regler[{utvei.eksempel.rute}]",
                tekst.format(klasse=utvei.klasse, paastand=utvei.vernet[0]),
                _("legg til en rad som tar imot dem"),
            )
            yield Funn("hull", feil, utvei.eksempel)
