"""The guide's made-up cases as exercises: what one answered, held against the case's own answers.

Pure. What the case says is no more than the guide's rules on the answers that its author gave.
"""

from collections.abc import Iterator, Mapping

from veileder_cli.answers import read_answers
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import Svar, read_facts, screen_keys
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Tilfelle
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.records import dataclass

_Verdier = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Ulikhet:
    """A question that was answered otherwise than in the case; None where it was not answered.

    `avgjor`: with the case's answer here, and to what was not asked, the outcome is the case's.
    """

    sporsmal: str
    ditt: _Verdier
    sakens: _Verdier
    avgjor: bool


@dataclass(frozen=True, slots=True)
class Sammenligning:
    """What one's answers lead to, what the case's lead to, and where they differ."""

    din: Vurdering
    sakens: Vurdering
    sakens_svar: Svar
    ulike: tuple[Ulikhet, ...]

    @property
    def samme(self) -> bool:
        """Whether both lead to the same route and step."""
        return _outcome(self.din) == _outcome(self.sakens)


def exercises(veileder: Veileder) -> tuple[Tilfelle, ...]:
    """Give the cases that are told as a story; the cases must have been loaded."""
    return tuple(t for t in veileder.tilfeller if t.fortelling)


def compare_with_case(veileder: Veileder, tilfelle: Tilfelle, svar: Svar) -> Sammenligning:
    """Hold the answers against the case's."""
    sakens = read_answers(veileder, tilfelle.svar).svar
    din, fasit = evaluate(veileder, svar), evaluate(veileder, sakens)
    ulike = tuple(_differences(veileder, svar, sakens, annet_sted=_outcome(din) != _outcome(fasit)))
    return Sammenligning(din, fasit, sakens, ulike)


def _differences(
    veileder: Veileder, svar: Svar, sakens: Svar, *, annet_sted: bool
) -> Iterator[Ulikhet]:
    """List what differs; what one was not asked, or the case leaves open, only where it decided."""
    mal = _outcome(evaluate(veileder, sakens))
    mine, fasit = _by_question(veileder, svar), _by_question(veileder, sakens)
    for sporsmal in veileder.sporsmal:
        ditt, rett = mine.get(sporsmal.id), fasit.get(sporsmal.id)
        if _known(ditt) == _known(rett):
            continue
        byttet = {**sakens, **_with_answer_of(veileder, sporsmal, svar, sakens)}
        avgjor = annet_sted and _outcome(evaluate(veileder, byttet)) == mal
        if avgjor or (rett is not None and ditt is not None):
            yield Ulikhet(sporsmal.id, ditt, rett, avgjor)


def _by_question(veileder: Veileder, svar: Svar) -> Mapping[str, tuple[str, ...]]:
    """Gather the answers of those questions that are asked and have one."""
    return {
        s.id: tuple(dict.fromkeys(v for n in nokler for v in svar[n]))
        for s in read_facts(veileder, svar).stilles
        if (nokler := [n for n in screen_keys(veileder, s) if n in svar])
    }


def _known(verdier: _Verdier) -> frozenset[str] | None:
    """Give what an answer says; "don't know" beside a known answer adds nothing to it."""
    if verdier is None:
        return None
    return frozenset(verdier) - {VET_IKKE} if len(verdier) > 1 else frozenset(verdier)


def _with_answer_of(veileder: Veileder, sporsmal: Sporsmal, svar: Svar, annet: Svar) -> Svar:
    nokler = screen_keys(veileder, sporsmal)
    uten = {n: v for n, v in svar.items() if n not in nokler}
    return uten | {n: annet[n] for n in nokler if n in annet}


def _outcome(vurdering: Vurdering) -> tuple[str, str]:
    return vurdering.rute, vurdering.trinn.id if vurdering.trinn else ""
