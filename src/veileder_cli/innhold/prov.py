"""Runs a guide's cases, and those of another folder, and finds why a case does not hold."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from veileder_cli.answers import read_answers
from veileder_cli.conditions import holds
from veileder_cli.convert import FAILED, Reader, Sted, hints_of
from veileder_cli.coverage import Udekket, Utfall, find_uncovered, run_cases
from veileder_cli.errors import ContentError, Problem
from veileder_cli.facts import read_facts
from veileder_cli.integrity import find_faults
from veileder_cli.layers import Lag
from veileder_cli.loader import CASES, Lest, read_guide
from veileder_cli.model.sjekk import Tilfelle
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import MappingNode
from veileder_cli.what_if import Alternativ, find_alternatives

_MA_DEKKES: Final = "regel"


@dataclass(frozen=True, slots=True)
class Feilet:
    """A case that does not hold, where it stands, and what an author needs to see why.

    `traff`: whether the rule that was expected holds too, but after the one that set the route.
    `naere`: single other answers that would have given the expected route.
    `ubrukt`: answers that count for nothing, since the question would not be asked.
    """

    utfall: Utfall
    sted: Sted
    traff: bool
    naere: tuple[Alternativ, ...]
    ubrukt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prove:
    """How the cases went, and what none of them reaches."""

    antall: int
    feilet: tuple[Feilet, ...]
    udekket: tuple[Udekket, ...]

    @property
    def uprovde_regler(self) -> tuple[str, ...]:
        """The rules that no case reaches: the only lack of cover that is a fault."""
        return tuple(u.id for u in self.udekket if u.slag == _MA_DEKKES)

    @property
    def holder(self) -> bool:
        """Whether every case holds and every rule is reached."""
        return not self.feilet and not self.uprovde_regler


def try_cases(mappe: Path, ekstra: Path | None) -> Prove:
    """Run the cases. Raises ContentError where the guide or a case cannot be used."""
    lest = read_guide(mappe)
    egne = lest.veileder.tilfeller
    nye, steder = _read_cases(ekstra) if ekstra else ((), {})
    veileder = replace(lest.veileder, tilfeller=(*egne, *nye))
    if feil := find_faults(veileder):
        samlet = Lest(veileder, {**steder, **lest.steder})
        raise ContentError(tuple(map(samlet.problem, feil)))
    utfall = run_cases(veileder)
    hvor = [lest.steder] * len(egne) + [steder] * len(nye)
    return Prove(
        len(utfall),
        tuple(
            _explain(veileder, u, s.get(f"{CASES}[{u.tilfelle.navn}]", s[CASES]))
            for u, s in zip(utfall, hvor, strict=True)
            if u.avvik or u.feil
        ),
        find_uncovered(veileder, utfall),
    )


def _read_cases(mappe: Path) -> tuple[tuple[Tilfelle, ...], Mapping[str, Sted]]:
    """Read every file of cases in a folder. Raises ContentError with all that is wrong."""
    lag, leser = Lag(mappe, str(mappe)), Reader()
    tilfeller: list[Tilfelle] = []
    filer = sorted(fil.name for fil in mappe.glob("*.yaml"))
    for fil in filer:
        verdi = _read_file(lag, fil, leser)
        tilfeller += () if verdi is FAILED else verdi
    if not filer:
        feil = Problem(str(mappe), 0, "", _("mappa har ingen tilfeller"), _("legg en .yaml der"))
        leser.problems.append(feil)
    if leser.problems:
        raise ContentError(tuple(leser.problems))
    return tuple(tilfeller), leser.steder


def _read_file(lag: Lag, fil: str, leser: Reader) -> Any:
    try:
        node = lag.read(fil)
    except ContentError as error:
        leser.problems += error.problems
        return FAILED
    if not isinstance(node, MappingNode) or set(node.items) != {CASES}:
        tiltak = _("begynn med «{felt}:»").format(felt=CASES)
        return leser.fault(node, CASES, _("fila har ikke tilfeller"), tiltak)
    return leser.read(hints_of(Veileder)[CASES], node.items[CASES].value, CASES, {})


def _explain(veileder: Veileder, utfall: Utfall, sted: Sted) -> Feilet:
    if utfall.vurdering is None:
        return Feilet(utfall, sted, traff=False, naere=(), ubrukt=())
    ventet = utfall.tilfelle.forvent.rute
    ark = read_answers(veileder, utfall.tilfelle.svar)
    situasjon = read_facts(veileder, ark.svar).situasjon
    annen_rute = ventet != utfall.vurdering.rute
    alternativer = find_alternatives(veileder, ark.svar) if annen_rute else ()
    return Feilet(
        utfall,
        sted,
        any(r.id == ventet and holds(r.hvis, situasjon) for r in veileder.regler.regler),
        tuple(a for a in alternativer if a.vurdering.rute == ventet),
        ark.ignorert,
    )
