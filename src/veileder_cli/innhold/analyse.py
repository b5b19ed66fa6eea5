"""Proves what holds for all answers to a guide's questions, rather than trying some of them."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from veileder_cli.errors import ContentError, Problem
from veileder_cli.facts import GRUPPERTE
from veileder_cli.innhold.analyse_paastander import (
    Utvei,
    broken_promise,
    gap_findings,
    last_resorts,
)
from veileder_cli.innhold.analyse_rader import Funn, table_findings
from veileder_cli.innhold.atomer import gather, table_conditions
from veileder_cli.innhold.diagram import LIMIT
from veileder_cli.innhold.forlop import Forlop, Fremdrift
from veileder_cli.innhold.paastander import (
    Paastand,
    Paastandsfil,
    promise_faults,
    read_paastander,
)
from veileder_cli.innhold.rom import TEGNTYPER
from veileder_cli.innhold.rom_bygg import build_rom
from veileder_cli.innhold.tabell import Steg, Tabell
from veileder_cli.integrity.conditions import condition_faults
from veileder_cli.integrity.fault import Fault
from veileder_cli.integrity.questions import question_faults
from veileder_cli.integrity.references import reference_faults
from veileder_cli.loader import Lest, read_guide
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _

_IKKE_HER: Final = _(
    "tegn, faktorer og roller kan ikke tas for gitt, og «vet ikke» er ikke en av dem"
)


@dataclass(slots=True)
class Analyse(Forlop):
    """What was proved."""

    paastander: tuple[Paastand, ...] = ()
    funn: list[Funn] = field(default_factory=list)
    bevist: list[str] = field(default_factory=list)
    utveier: tuple[Utvei, ...] = ()

    @property
    def holder(self) -> bool:
        """Whether everything is proved, and nothing is wrong."""
        return not self.stoppet_ved and not self.funn


@dataclass(frozen=True, slots=True)
class Lesning:
    """A guide with its promises, as read from a folder."""

    lest: Lest
    fil: Paastandsfil

    def problem(self, feil: Fault) -> Problem:
        """Say in which file and line a fault stands."""
        if feil.sti.startswith("paastander"):
            return self.fil.problem(feil)
        return self.lest.problem(feil)


def read_all(mappe: Path) -> Lesning:
    """Read the guide and its promises. Raises ContentError for what makes a proof meaningless."""
    problemer: list[Problem] = []
    try:
        lest = read_guide(mappe)
    except ContentError as error:
        problemer += error.problems
    try:
        fil = read_paastander(mappe)
    except ContentError as error:
        problemer += error.problems
    if problemer:
        raise ContentError(tuple(problemer))
    lesning = Lesning(lest, fil)
    if feil := blocking_faults(lest.veileder, fil.paastander):
        raise ContentError(tuple(map(lesning.problem, feil)))
    return lesning


def blocking_faults(veileder: Veileder, paastander: tuple[Paastand, ...]) -> tuple[Fault, ...]:
    """Find the faults that must be mended before anything can be proved."""
    return (
        *reference_faults(veileder),
        *condition_faults(veileder),
        *question_faults(veileder),
        *(
            Fault(f"sporsmal[{s.id}]", _IKKE_HER, _("ta bort «uten_svar» eller «vet_ikke_teller»"))
            for s in veileder.sporsmal
            if (s.uten_svar and s.type in TEGNTYPER)
            or (s.vet_ikke_teller and s.type in {*GRUPPERTE, Sporsmalstype.ROLLE})
        ),
        *promise_faults(veileder, paastander),
    )


def analyse(
    veileder: Veileder,
    paastander: tuple[Paastand, ...] = (),
    grense: int = LIMIT,
    fremdrift: Fremdrift = lambda *_: None,
) -> Analyse:
    """Prove all that can be proved within the limit; what became too large is said, not raised."""
    ut = Analyse(grense, paastander=paastander)
    vilkar = [b for p in paastander for b in (p.hvis, p.saa) if b is not None]
    vet_ikke = [s for p in paastander for s in p.vet_ikke_som_ubesvart]
    atomer = gather(veileder, (*table_conditions(veileder), *vilkar))
    rom = build_rom(veileder, atomer, vet_ikke)
    ut.prove(rom, lambda diagram: _steps(ut, Tabell(veileder, rom, diagram)), fremdrift)
    return ut


def _steps(ut: Analyse, tabell: Tabell) -> list[Steg]:
    def rows() -> None:
        tabell.forget()
        ut.funn += table_findings(tabell)

    def promise(paastand: Paastand) -> None:
        funn = broken_promise(tabell, paastand)
        if funn:
            ut.funn.append(funn)
        else:
            ut.bevist.append(paastand.id)

    def last() -> None:
        ut.utveier = tuple(last_resorts(tabell, ut.paastander))
        ut.funn += gap_findings(ut.utveier)

    return [
        *tabell.steps(),
        (_("radene"), rows),
        *((_("påstanden «{id}»").format(id=p.id), partial(promise, p)) for p in ut.paastander),
        (_("siste utvei"), last),
    ]
