"""Finds which single other answer would have changed the next step; pure."""

from collections.abc import Iterator

from veileder_cli.evaluate import evaluate, find_outcome
from veileder_cli.facts import Svar
from veileder_cli.flow import Skjerm, screens
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.records import dataclass

_FAKTORER = frozenset({Sporsmalstype.RISIKO, Sporsmalstype.BESKYTTELSE})


@dataclass(frozen=True, slots=True)
class Alternativ:
    """One other answer and what it leads to; for several answers, one more or one less."""

    sporsmal: str
    svar: str
    fjernet: bool
    vurdering: Vurdering


def find_alternatives(veileder: Veileder, svar: Svar) -> tuple[Alternativ, ...]:
    """List the single changes of answers that give another route or another step."""
    naa = find_outcome(veileder, svar)
    funn = (
        Alternativ(
            skjerm.sporsmal.id,
            verdi,
            verdi in svar.get(skjerm.nokkel, ()),
            evaluate(veileder, annet),
        )
        for skjerm in screens(veileder, svar)
        if skjerm.sporsmal.type not in _FAKTORER
        for verdi, annet in _changes(skjerm, svar)
        if find_outcome(veileder, annet) != naa
    )
    return tuple(funn)


def _changes(skjerm: Skjerm, svar: Svar) -> Iterator[tuple[str, Svar]]:
    """Make each set of answers that differs in one choice on the screen."""
    gitt = svar.get(skjerm.nokkel, ())
    for verdi in skjerm.verdier:
        if not skjerm.flere:
            if gitt != (verdi,):
                yield verdi, {**svar, skjerm.nokkel: (verdi,)}
        elif verdi in gitt:
            yield verdi, {**svar, skjerm.nokkel: tuple(v for v in gitt if v != verdi)}
        else:
            kjent = tuple(v for v in gitt if v in skjerm.verdier)
            yield verdi, {**svar, skjerm.nokkel: (*kjent, verdi)}
