"""How far a proof comes within its limit, whatever it proves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from veileder_cli.innhold.diagram import Diagram, TooLargeError
from veileder_cli.innhold.rom import Rom
from veileder_cli.innhold.tabell import Steg
from veileder_cli.sprak import _

Fremdrift = Callable[[int, int, str], None]
"""Hears how many steps are done, of how many, and what the next one is about."""


@dataclass(slots=True)
class Forlop:
    """How far it came; `stoppet_ved` names the step that became too large, or is empty."""

    grense: int
    kombinasjoner: int = 0
    noder: int = 0
    steg: int = 0
    gjort: int = 0
    stoppet_ved: str = _("spørsmålene")

    def prove(
        self, rom: Rom, steps: Callable[[Diagram], Sequence[Steg]], fremdrift: Fremdrift
    ) -> None:
        """Take the steps one by one, each named where it would stop."""
        self.kombinasjoner = rom.kombinasjoner

        def tell(explored: int) -> None:
            self.noder = explored
            fremdrift(self.gjort, self.steg, self.stoppet_ved)

        try:
            diagram = Diagram([len(v.priser) for v in rom.variabler], self.grense, tell)
            steg = steps(diagram)
            self.steg = len(steg)
            for self.gjort, (self.stoppet_ved, ta) in enumerate(steg):
                tell(diagram.explored)
                ta()
            self.gjort, self.stoppet_ved = self.steg, ""
            tell(diagram.explored)
        except TooLargeError as error:
            self.noder = error.explored
