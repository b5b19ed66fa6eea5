"""Evaluates a guide for all combinations of answers at once: rows, steps, contacts, notices.

Follows evaluate.evaluate step by step; a test holds it against it.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from veileder_cli.innhold.atomer import with_contact
from veileder_cli.innhold.diagram import FALSE, TRUE, Diagram, Node
from veileder_cli.innhold.rom import Rom
from veileder_cli.innhold.symbolsk import Symbolsk
from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.sjekk import Kontaktvalg, Regel, Sporsmal, Sporsmalstype, Varsel
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _

Steg: TypeAlias = tuple[str, Callable[[], None]]


class Tabell(Symbolsk):
    """The decision table as diagrams; each part is empty until its step is taken.

    `treff`: where a row's own condition holds. `uten_rad`: where no row sets the route.
    """

    def __init__(self, veileder: Veileder, rom: Rom, diagram: Diagram) -> None:
        """Hold the guide, its space and where the diagrams are kept."""
        super().__init__(veileder, rom, diagram)
        self.treff: dict[str, Node] = {}
        self.uten_rad = FALSE
        self.trinn: dict[str, Node] = {}
        self.trinnvalg: dict[tuple[str, int], Node] = {}

    def steps(self) -> list[Steg]:
        """Give what builds it, in order, each with its name. Each may raise TooLargeError."""
        regler, varsler = self.veileder.regler.regler, self.veileder.varsler
        return [
            *(
                (_("spørsmålet «{id}»").format(id=s.id), partial(self._ask, s))
                for s in self.veileder.sporsmal
            ),
            *((_("raden «{id}»").format(id=r.id), partial(self._match, r)) for r in regler),
            (_("rekkefølgen av radene"), self._order_rows),
            *(
                (_("trinnet i raden «{id}»").format(id=r.id), partial(self._choose_step, r))
                for r in regler
            ),
            (_("kontaktene"), self._list_contacts),
            *(
                (_("varselet «{id}»").format(id=v.id), partial(self._show_notice, v))
                for v in varsler
            ),
        ]

    def _ask(self, sporsmal: Sporsmal) -> None:
        self.stilles[sporsmal.id] = self.node(sporsmal.nar)
        self.forget()

    def _match(self, regel: Regel) -> None:
        self.treff[regel.id] = self.node(regel.hvis)

    def _order_rows(self) -> None:
        """As evaluate does: a row that always holds counts only when no other sets the route."""
        rader = [r for r in self.veileder.regler.regler if r.setter_rute]
        igjen, stopp = TRUE, FALSE
        for regel in sorted(rader, key=lambda r: isinstance(r.hvis, Alltid)):
            self.forst[regel.id] = self.diagram.conj(self.treff[regel.id], igjen)
            igjen = self.diagram.minus(igjen, self.treff[regel.id])
            if regel.stopper:
                stopp = self.diagram.disj(stopp, self.forst[regel.id])
        self.uten_rad = igjen
        for regel in self.veileder.regler.regler:
            forst = self.forst.get(regel.id, FALSE)
            siste_utvei = regel.setter_rute and isinstance(regel.hvis, Alltid)
            ellers = FALSE if siste_utvei else self.diagram.minus(self.treff[regel.id], stopp)
            self.traff[regel.id] = self.diagram.disj(forst, ellers)

    def _choose_step(self, regel: Regel) -> None:
        igjen = self.forst.get(regel.id, FALSE)
        for nr, valg in enumerate(regel.trinn):
            her = self.diagram.conj(igjen, self.node(valg.hvis))
            self.trinnvalg[regel.id, nr] = her
            self.trinn[valg.trinn] = self.diagram.disj(self.trinn.get(valg.trinn, FALSE), her)
            igjen = self.diagram.minus(igjen, her)
        self.har_trinn = self.diagram.disj(*self.trinn.values())

    def _list_contacts(self) -> None:
        self.forget()
        for valg in self.veileder.regler.kontakter_forst:
            self._list_contact(valg, TRUE)
        for regel in self.veileder.regler.regler:
            for valg in regel.kontakter:
                self._list_contact(valg, self.traff[regel.id])

    def _list_contact(self, valg: Kontaktvalg, nar: Node) -> None:
        """Roles are added, not multiplied: a contact on their list is a set of roles."""
        her = self.diagram.conj(nar, self.node(valg.hvis))
        for kontakt, roller in self._contact_ids(valg).items():
            hvis = self.node(self.veileder.kontakt[kontakt].hvis)
            rader = self.diagram.conj(her, roller, hvis)
            self.kontakter[kontakt] = self.diagram.disj(self.kontakter.get(kontakt, FALSE), rader)

    def _contact_ids(self, valg: Kontaktvalg) -> Mapping[str, Node]:
        if not valg.rollens:
            return {valg.kontakt: TRUE}
        rolle = self.veileder.sporsmal_av_type(Sporsmalstype.ROLLE)
        lister = [r.kontakter.get(valg.rollens, ()) for r in self.veileder.roller]
        return {
            k: self.answered(rolle, with_contact(self.veileder, valg.rollens, k))
            for k in dict.fromkeys(k for liste in lister for k in liste)
        }

    def _show_notice(self, varsel: Varsel) -> None:
        self.forget()
        self.varsler[varsel.id] = self.node(varsel.vises_nar)
