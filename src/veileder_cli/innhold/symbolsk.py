"""Decides conditions for all combinations of answers at once: each becomes a diagram.

Follows facts and conditions word by word; a test holds it against them.
"""

from itertools import chain

from veileder_cli.innhold.atomer import (
    FAKTORTYPER,
    effect,
    in_group,
    signs_as_factors,
    signs_of,
)
from veileder_cli.innhold.diagram import FALSE, TRUE, Diagram, Node
from veileder_cli.innhold.rom import TEGNTYPER, Besvart, EttSvar, Kryss, Rom, Tegngruppe
from veileder_cli.innhold.rom_bygg import answers_of
from veileder_cli.model.betingelse import (
    Alle,
    Alltid,
    Betingelse,
    HarKontakt,
    HarTrinn,
    HarVarsel,
    Ikke,
    Noen,
    Rollegruppe,
    RuteEr,
    Sett,
    SvarEr,
    SvarFra,
    Tegnkrav,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder


class Symbolsk:
    """The situation of conditions.Situasjon as diagrams: what is known so far of the outcome.

    `stilles`: where each question is asked. `forst`: where a row sets the route. `traff`: where it
    is among the rows that count.
    """

    def __init__(self, veileder: Veileder, rom: Rom, diagram: Diagram) -> None:
        """Hold the guide, its space and where the diagrams are kept; nothing is known yet."""
        self.veileder = veileder
        self.rom = rom
        self.diagram = diagram
        self.stilles: dict[str, Node] = {}
        self.forst: dict[str, Node] = {}
        self.traff: dict[str, Node] = {}
        self.har_trinn = FALSE
        self.kontakter: dict[str, Node] = {}
        self.varsler: dict[str, Node] = {}
        self._variabler = tuple(enumerate(rom.variabler))
        self._memo: dict[Betingelse, Node] = {}
        self._rolle, self._tegn, self._usikre = (
            veileder.sporsmal_av_type(t) for t in (Sporsmalstype.ROLLE, *TEGNTYPER)
        )

    def forget(self) -> None:
        """Forget what conditions meant: more is known now."""
        self._memo.clear()

    def node(self, betingelse: Betingelse) -> Node:
        """Give the combinations where the condition holds, as far as the table is built."""
        if betingelse not in self._memo:
            self._memo[betingelse] = self._node(betingelse)
        return self._memo[betingelse]

    def _node(self, betingelse: Betingelse) -> Node:
        match betingelse:
            case Alltid():
                return TRUE
            case Alle(deler):
                return self.diagram.conj(*map(self.node, deler))
            case Noen(deler):
                return self.diagram.disj(*map(self.node, deler))
            case Ikke(del_):
                return self.diagram.neg(self.node(del_))
            case Vilkar(navn):
                return self.node(self.veileder.regler.vilkar[navn])
            case RuteEr() | HarTrinn() | HarKontakt() | HarVarsel():
                return self._outcome(betingelse)
            case _:
                return self._answers(betingelse)

    def _answers(self, betingelse: Betingelse) -> Node:
        match betingelse:
            case SvarEr(sporsmal, verdier):
                return self.answered(sporsmal, frozenset(verdier))
            case SvarFra(sporsmal, verdi):
                return self.answered(sporsmal, self.veileder.fra_og_med(sporsmal, verdi))
            case Ubesvart(sporsmal):
                return self.diagram.neg(self._known(sporsmal))
            case Rollegruppe(gruppe):
                return self.answered(self._rolle, in_group(self.veileder, gruppe))
            case Sett(krav):
                return self._signs(krav, self._tegn, part=0)
            case Usikker(krav):
                return self._signs(krav, self._usikre, part=1)
            case _:
                raise TypeError(betingelse)

    def _outcome(self, betingelse: Betingelse) -> Node:
        match betingelse:
            case RuteEr(ruter, traff):
                rader = self.traff if traff else self.forst
                return self.diagram.disj(*(rader.get(r, FALSE) for r in ruter))
            case HarTrinn(ja):
                return self.har_trinn if ja else self.diagram.neg(self.har_trinn)
            case HarKontakt(kontakt):
                return self.kontakter.get(kontakt, FALSE)
            case HarVarsel(varsel):
                return self.varsler.get(varsel, FALSE)
            case _:
                raise TypeError(betingelse)

    def answered(self, id_: str, verdier: frozenset[str]) -> Node:
        """The answer is, or has, one of the values; the doubles of signs count unasked."""
        sporsmal = self.veileder.sporsmal_med_id.get(id_)
        if sporsmal is None:
            return FALSE
        if sporsmal.type in TEGNTYPER:
            part = TEGNTYPER.index(sporsmal.type)
            return self._counted(verdier, 1, id_, part=part)
        svart = [
            self.diagram.within(nr, self._values(sporsmal, variabel, verdier))
            for nr, variabel in self._of(id_)
        ]
        if (
            sporsmal.uten_svar
            and effect(self.veileder, sporsmal.type, sporsmal.uten_svar) & verdier
        ):
            svart.append(self.diagram.neg(self._given(id_)))
        if VET_IKKE in verdier:
            svart.append(self._dont_know(id_))
        spurt = self.diagram.conj(self.stilles.get(id_, FALSE), self.diagram.disj(*svart))
        tegn = signs_as_factors(self.veileder, sporsmal.type, verdier)
        return self.diagram.disj(spurt, self._counted(tegn, 1, self._tegn, part=0))

    def _values(
        self, sporsmal: Sporsmal, variabel: EttSvar | Kryss | Besvart, verdier: frozenset[str]
    ) -> list[int]:
        """Give the values of the variable that mean one of the answers."""
        match variabel:
            case EttSvar(_, grupper):
                kjente = verdier.intersection(answers_of(self.veileder, sporsmal))
                return [nr for nr, g in enumerate(grupper, start=1) if kjente & {*g}]
            case Kryss(_, gruppe):
                virkning = effect(self.veileder, sporsmal.type, gruppe[0])
                return [1] if virkning & verdier else []
            case Besvart():
                return []

    def _dont_know(self, id_: str) -> Node:
        """Where several may be ticked, nothing is, and "vet ikke" is given as an answer."""
        teller = self.veileder.sporsmal_med_id[id_].vet_ikke_teller
        valgt = [(nr, v) for nr, v in self._of(id_) if isinstance(v, Besvart) and teller]
        kryss = [nr for nr, v in self._of(id_) if isinstance(v, Kryss)]
        return self.diagram.conj(
            self.diagram.disj(*(self.diagram.within(nr, [2]) for nr, _ in valgt)),
            *(self.diagram.within(nr, [0]) for nr in kryss),
        )

    def _given(self, id_: str) -> Node:
        """Something that counts is answered, asked for or not."""
        sporsmal = self.veileder.sporsmal_med_id[id_]
        return self.diagram.disj(
            *(
                self.diagram.within(nr, self._answers_in(sporsmal, variabel))
                for nr, variabel in self._of(id_)
            )
        )

    def _answers_in(self, sporsmal: Sporsmal, variabel: EttSvar | Kryss | Besvart) -> list[int]:
        """Give the values of the variable that are an answer in this guide.

        The space may be shared with another guide, whose answers this one does not know. A list
        with nothing that it knows is an empty list: that is an answer.
        """
        match variabel:
            case EttSvar(_, grupper):
                kjente = answers_of(self.veileder, sporsmal)
                return [nr for nr, g in enumerate(grupper, start=1) if g[0] in kjente]
            case Kryss():
                return [1]
            case Besvart():
                return [1, 2] if variabel.vet_ikke and sporsmal.vet_ikke_teller else [1]

    def _known(self, id_: str) -> Node:
        """The question is asked and something is known, or a sign tells of a factor."""
        sporsmal = self.veileder.sporsmal_med_id[id_]
        gitt = TRUE if sporsmal.uten_svar else self._given(id_)
        if sporsmal.type in TEGNTYPER:
            part = TEGNTYPER.index(sporsmal.type)
            alle = (v.tegn for _, v in self._variabler if isinstance(v, Tegngruppe))
            noen = self._at_least(frozenset(chain.from_iterable(alle)), 1, part)
            gitt = self.diagram.disj(gitt, noen)
        spurt = self.diagram.conj(self.stilles.get(id_, FALSE), gitt)
        if sporsmal.type not in FAKTORTYPER:
            return spurt
        tegn = signs_as_factors(self.veileder, sporsmal.type)
        return self.diagram.disj(spurt, self._counted(tegn, 1, self._tegn, part=0))

    def _of(self, id_: str) -> list[tuple[int, EttSvar | Kryss | Besvart]]:
        """Give the variables of a question, but for the signs, which two questions share."""
        return [
            (nr, v)
            for nr, v in self._variabler
            if not isinstance(v, Tegngruppe) and v.sporsmal == id_
        ]

    def _signs(self, krav: Tegnkrav, id_: str, part: int) -> Node:
        return self._counted(signs_of(self.veileder, krav), krav.minst, id_, part=part)

    def _counted(self, tegn: frozenset[str], minst: int, id_: str, part: int) -> Node:
        """At least so many of the signs are answered, if the question is asked."""
        if minst <= 0:
            return TRUE
        return self.diagram.conj(self.stilles.get(id_, FALSE), self._at_least(tegn, minst, part))

    def _at_least(self, tegn: frozenset[str], minst: int, part: int) -> Node:
        """Count over the groups of signs from the last to the first."""
        mangler = [TRUE] + [FALSE] * minst
        for nr, v in reversed(self._variabler):
            if isinstance(v, Tegngruppe) and v.tegn[0] in tegn:
                mangler = [
                    self.diagram.make(nr, tuple(mangler[max(m - par[part], 0)] for par in v.antall))
                    for m in range(minst + 1)
                ]
        return mangler[minst]
