"""What a guide leads to: for one set of answers, and for all of them at once.

The diagrams follow evaluate.evaluate, as those of Tabell do; examples are run through it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from veileder_cli.answers import read_answers
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import possible_values
from veileder_cli.innhold.analyse_eksempel import CollapseError, Gitt
from veileder_cli.innhold.atomer import Atomer, gather, table_conditions
from veileder_cli.innhold.diagram import FALSE, TRUE, Diagram, Node
from veileder_cli.innhold.rom import Rom
from veileder_cli.innhold.rom_bygg import FLERE_SVAR
from veileder_cli.innhold.tabell import Steg, Tabell
from veileder_cli.model.betingelse import Alltid, Betingelse
from veileder_cli.model.sjekk import VET_IKKE, Kontaktvalg, Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _


@dataclass(frozen=True, slots=True)
class Resultat:
    """What one set of answers leads to, by id; `trinn` is empty where there is no next step."""

    rute: str
    trinn: str
    samtidig: tuple[str, ...]
    kontakter: tuple[str, ...]
    varsler: tuple[str, ...]
    tiltak: tuple[str, ...]


def outcome_of(veileder: Veileder, svar: Gitt) -> Resultat:
    """Run the answers through the program. Raises CollapseError if it does not take them."""
    ark = read_answers(veileder, svar)
    if ark.feil:
        raise CollapseError(ark.feil)
    vurdering = evaluate(veileder, ark.svar)
    return Resultat(
        vurdering.rute,
        vurdering.trinn.id if vurdering.trinn else "",
        vurdering.samtidig,
        tuple(k.kontakt.id for k in vurdering.kontakter),
        tuple(v.varsel.id for v in vurdering.varsler),
        tuple(t.id for t in vurdering.tiltak),
    )


def known_answers(veileder: Veileder, svar: Gitt, felles: Sequence[str]) -> Gitt:
    """Leave out the answers that the guide does not know: its users could not give them.

    A list that nothing is left of stays as an empty list: the question was answered.
    """
    ut: dict[str, tuple[str, ...]] = {}
    for id_, verdier in svar.items():
        sporsmal = veileder.sporsmal_med_id.get(id_)
        if sporsmal is None or id_ not in felles:
            continue
        kjente = tuple(v for v in verdier if is_known(veileder, sporsmal, v))
        if kjente or sporsmal.type in FLERE_SVAR:
            ut[id_] = kjente
    return ut


def is_known(veileder: Veileder, sporsmal: Sporsmal, verdi: str) -> bool:
    """Tell whether the question can be answered so."""
    return verdi == VET_IKKE or verdi in possible_values(veileder, sporsmal)


def gather_outcomes(veileder: Veileder) -> Atomer:
    """Gather what all that Resultat holds rests on, the order of the contacts too."""
    atomer = gather(veileder, (*table_conditions(veileder), *_more_conditions(veileder)))
    rolle = veileder.sporsmal_av_type(Sporsmalstype.ROLLE)
    like = (roller for navn in _lists(veileder) for _, roller in _by_list(veileder, navn))
    atomer.verdier.setdefault(rolle, []).extend(like)
    return atomer


def _more_conditions(veileder: Veileder) -> Iterator[Betingelse]:
    yield from (v.hvis for r in veileder.regler.regler for v in r.samtidig)
    yield from (t.foreslas_nar for t in veileder.tiltak if t.foreslas_nar)


def _lists(veileder: Veileder) -> tuple[str, ...]:
    return tuple(dict.fromkeys(navn for r in veileder.roller for navn in r.kontakter))


def _by_list(veileder: Veileder, navn: str) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """Give each list of contacts that some role has under the name, and those roles."""
    ut: dict[tuple[str, ...], set[str]] = {}
    for rolle in veileder.roller:
        ut.setdefault(rolle.kontakter.get(navn, ()), set()).add(rolle.id)
    return tuple((liste, frozenset(roller)) for liste, roller in ut.items())


class Utfallstabell(Tabell):
    """The decision table with all that Resultat holds.

    `rutetrinn`: by route and step. `rekke`: contacts in the order in which they are listed, each
    with where it is listed there.
    """

    def __init__(self, veileder: Veileder, rom: Rom, diagram: Diagram) -> None:
        """Hold the guide, its space and where the diagrams are kept."""
        super().__init__(veileder, rom, diagram)
        self.rutetrinn: dict[tuple[str, str], Node] = {}
        self.samtidig: dict[str, Node] = {}
        self.tiltak: dict[str, Node] = {}
        self.rekke: list[tuple[str, Node]] = []

    def steps(self) -> list[Steg]:
        """Give what builds it, in order, each with its name. Each may raise TooLargeError."""
        return [
            *super().steps(),
            (_("trinnene"), self._share_steps),
            (_("tiltakene"), self._suggest_measures),
            (_("rekkefølgen av kontaktene"), self._order_contacts),
        ]

    def fields(self) -> Mapping[str, Mapping[str, Node]]:
        """Give what is there or not, kind by kind: where each is."""
        return {
            "kontakt": self.kontakter,
            "varsel": self.varsler,
            "samtidig": self.samtidig,
            "tiltak": self.tiltak,
        }

    def steps_of(self, rute: str) -> Mapping[str, Node]:
        """Give where the route has each next step, "" for none."""
        forst = self.forst.get(rute, FALSE)
        ut = {trinn: node for (r, trinn), node in self.rutetrinn.items() if r == rute}
        return ut | {"": self.diagram.minus(forst, self.diagram.disj(*ut.values()))}

    def _share_steps(self) -> None:
        self.forget()
        for regel in self.veileder.regler.regler:
            for nr, valg in enumerate(regel.trinn):
                nokkel = regel.id, valg.trinn
                node = self.trinnvalg[regel.id, nr]
                self.rutetrinn[nokkel] = self.diagram.disj(self.rutetrinn.get(nokkel, FALSE), node)
            for valg in regel.samtidig:
                node = self.diagram.conj(self.forst.get(regel.id, FALSE), self.node(valg.hvis))
                for_ = self.samtidig.get(valg.trinn, FALSE)
                self.samtidig[valg.trinn] = self.diagram.disj(for_, node)

    def _suggest_measures(self) -> None:
        for tiltak in self.veileder.tiltak:
            if tiltak.foreslas_nar:
                self.tiltak[tiltak.id] = self.node(tiltak.foreslas_nar)

    def _order_contacts(self) -> None:
        """As evaluate does: first those of every row, then the route's, then those beside it."""
        regelsett = self.veileder.regler
        rader = sorted(
            regelsett.regler,
            key=lambda r: 2 if not r.setter_rute else int(isinstance(r.hvis, Alltid)),
        )
        alle = [(valg, TRUE) for valg in regelsett.kontakter_forst]
        alle += [(valg, self.traff[r.id]) for r in rader for valg in r.kontakter]
        self.rekke = [rad for valg, nar in alle for rad in self._in_order(valg, nar)]

    def _in_order(self, valg: Kontaktvalg, nar: Node) -> Iterator[tuple[str, Node]]:
        her = self.diagram.conj(nar, self.node(valg.hvis))
        for liste, roller in self._listed(valg):
            for id_ in liste:
                hvis = self.node(self.veileder.kontakt[id_].hvis)
                node = self.diagram.conj(her, roller, hvis)
                if node != FALSE:
                    yield id_, node

    def _listed(self, valg: Kontaktvalg) -> Iterator[tuple[tuple[str, ...], Node]]:
        if not valg.rollens:
            yield (valg.kontakt,), TRUE
            return
        rolle = self.veileder.sporsmal_av_type(Sporsmalstype.ROLLE)
        for liste, roller in _by_list(self.veileder, valg.rollens):
            yield liste, self.answered(rolle, roller)

    def before(self, en: str, annen: str) -> Node:
        """Give where both contacts are listed, the first of them first."""
        forst = tatt = FALSE
        for id_, node in self.of_two(en, annen):
            if id_ == en:
                forst = self.diagram.disj(forst, self.diagram.minus(node, tatt))
            tatt = self.diagram.disj(tatt, node)
        return self.diagram.conj(forst, self.kontakter[en], self.kontakter[annen])

    def of_two(self, en: str, annen: str) -> list[tuple[str, Node]]:
        """Give the part of the order that is about these two contacts."""
        return [rad for rad in self.rekke if rad[0] in {en, annen}]
