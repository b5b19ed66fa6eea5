"""Which answers lead elsewhere in another guide: proved for all answers, with the smallest ones."""

from functools import partial
from itertools import combinations

from veileder_cli.innhold.analyse_eksempel import CollapseError, Gitt
from veileder_cli.innhold.diagram import FALSE, LIMIT, Diagram, Node
from veileder_cli.innhold.forlop import Fremdrift
from veileder_cli.innhold.rom import Rom
from veileder_cli.innhold.rom_bygg import Side, build_joint, carried_over
from veileder_cli.innhold.tabell import Steg
from veileder_cli.innhold.utfall import (
    Utfallstabell,
    gather_outcomes,
    known_answers,
    outcome_of,
)
from veileder_cli.innhold.utfall_par import (
    Par,
    Utfallsendring,
    Utfallsforskjell,
    is_so,
    shared_values,
    shows,
)
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _


def compare_outcomes(
    gammel: Veileder,
    ny: Veileder,
    grense: int = LIMIT,
    fremdrift: Fremdrift = lambda *_: None,
) -> Utfallsforskjell:
    """Find every way in which outcomes differ; what became too large is said, not raised."""
    ut = Utfallsforskjell(grense)
    begge = [s.id for s in gammel.sporsmal if s.id in ny.sporsmal_med_id]
    like = carried_over((gammel, ny))
    ut.felles = tuple(id_ for id_ in begge if id_ in like)
    ut.uforlignet = tuple(id_ for id_ in begge if id_ not in like)
    if not ut.felles:
        ut.stoppet_ved = ""
        return ut
    rom = build_joint([Side(v, gather_outcomes(v)) for v in (gammel, ny)])
    ut.prove(rom, lambda diagram: _Forskjell(ut, rom, diagram, gammel, ny).steps(), fremdrift)
    return ut


class _Forskjell:
    """Both tables over the same answers: equal nodes mean the same, so what differs is exact."""

    def __init__(
        self,
        ut: Utfallsforskjell,
        rom: Rom,
        diagram: Diagram,
        gammel: Veileder,
        ny: Veileder,
    ) -> None:
        self.ut, self.rom, self.d = ut, rom, diagram
        self.gammel, self.ny = (Utfallstabell(v, rom, diagram) for v in (gammel, ny))
        self.like_svar = carried_over((gammel, ny))
        delte = (shared_values(v, gammel, ny) for v in rom.variabler)
        self.delt = diagram.conj(*(diagram.within(nr, d) for nr, d in enumerate(delte)))
        self.lik_rute: dict[str, Node] = {}

    def steps(self) -> list[Steg]:
        return [
            *((_("{steg} i den gamle").format(steg=s), ta) for s, ta in self.gammel.steps()),
            *((_("{steg} i den nye").format(steg=s), ta) for s, ta in self.ny.steps()),
            (_("forskjellen i ruter"), self._routes),
            (_("forskjellen i trinn"), self._next_steps),
            (_("forskjellen i kontakter"), partial(self._listed, "kontakt")),
            (_("forskjellen i varsler"), partial(self._listed, "varsel")),
            (_("forskjellen i trinn som går samtidig"), partial(self._listed, "samtidig")),
            (_("forskjellen i tiltak"), partial(self._listed, "tiltak")),
            (_("forskjellen i rekkefølgen av kontaktene"), self._order),
        ]

    def _routes(self) -> None:
        for en, for_ in self.gammel.forst.items():
            naa = self.ny.forst.get(en, FALSE)
            self.lik_rute[en] = self.d.conj(for_, naa)
            borte = self.d.minus(for_, naa)
            for annen, der in self.ny.forst.items():
                self._note("rute", en, annen, (), self.d.conj(borte, der))

    def _next_steps(self) -> None:
        """Tell of routes that are kept; from then on only where the step is kept too counts."""
        for rute, samme in self.lik_rute.items():
            likt = FALSE
            for en, for_ in self.gammel.steps_of(rute).items():
                for annen, naa in self.ny.steps_of(rute).items():
                    begge = self.d.conj(samme, for_, naa)
                    if en == annen:
                        likt = self.d.disj(likt, begge)
                    else:
                        self._note("trinn", en, annen, (rute,), begge)
            self.lik_rute[rute] = likt

    def _listed(self, slag: str) -> None:
        for_, naa = self.gammel.fields()[slag], self.ny.fields()[slag]
        for id_ in dict.fromkeys((*for_, *naa)):
            en, annen = for_.get(id_, FALSE), naa.get(id_, FALSE)
            self._one_way(slag, id_, "", self.d.minus(en, annen))
            self._one_way(slag, "", id_, self.d.minus(annen, en))

    def _one_way(self, slag: str, for_: str, naa: str, node: Node) -> None:
        """Where the route is kept, it is a change of its own; else it may follow from that."""
        if node == FALSE:
            return
        ruter = self._routes_with(node)
        if ruter:
            her = self.d.conj(node, self.d.disj(*self.lik_rute.values()))
            self._note(slag, for_, naa, ruter, her)
        elif not any(shows(e.par, slag, for_, naa) for e in self.ut.endringer):
            self._note(slag, for_, naa, (), node)

    def _routes_with(self, node: Node) -> tuple[str, ...]:
        return tuple(r for r, lik in self.lik_rute.items() if self.d.conj(node, lik) != FALSE)

    def _order(self) -> None:
        """Pairs whose part of the order is the same in both need no looking into."""
        felles = [k for k in self.gammel.kontakter if k in self.ny.kontakter]
        byttet = FALSE
        for en, annen in combinations(felles, 2):
            if self.gammel.of_two(en, annen) != self.ny.of_two(en, annen):
                for x, y in ((en, annen), (annen, en)):
                    bytte = self.d.conj(self.gammel.before(x, y), self.ny.before(y, x))
                    byttet = self.d.disj(byttet, bytte)
        byttet = self.d.conj(byttet, self.d.disj(*self.lik_rute.values()))
        self._note("rekkefolge", "", "", self._routes_with(byttet), byttet)

    def _note(self, slag: str, for_: str, naa: str, ruter: tuple[str, ...], node: Node) -> None:
        """Note the difference with its smallest answers, if there is one.

        Answers that both guides have go before those that one of them lacks.
        """
        if node == FALSE:
            return
        delt = self.d.conj(node, self.delt)
        valgt = self.d.cheapest(delt if delt != FALSE else node, self._prices())
        if valgt is None:
            raise CollapseError(slag, for_, naa)
        endring = Utfallsendring(slag, for_, naa, ruter, self._pair(self.rom.svar(valgt)))
        if not is_so(endring):
            raise CollapseError(endring)
        self.ut.endringer.append(endring)

    def _prices(self) -> list[tuple[int, ...]]:
        return [v.priser for v in self.rom.variabler]

    def _pair(self, svar: Gitt) -> Par:
        gitt = [known_answers(t.veileder, svar, self.like_svar) for t in (self.gammel, self.ny)]
        return Par(
            svar,
            outcome_of(self.gammel.veileder, gitt[0]),
            outcome_of(self.ny.veileder, gitt[1]),
            *(tuple(id_ for id_ in svar if svar[id_] != g.get(id_)) for g in gitt),
        )
