"""Compares two editions of a guide: what is written otherwise, and what it leads to."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from veileder_cli.errors import ContentError, Problem
from veileder_cli.innhold.analyse import Lesning, read_all
from veileder_cli.innhold.diagram import LIMIT
from veileder_cli.innhold.endringsord import TITLER
from veileder_cli.innhold.endringstekst import Endringstekst, Sagt
from veileder_cli.innhold.forlop import Fremdrift
from veileder_cli.innhold.forskjell import differences
from veileder_cli.innhold.paastander import Paastand, Paastandsfil
from veileder_cli.innhold.utfall import Resultat
from veileder_cli.innhold.utfall_forskjell import compare_outcomes
from veileder_cli.innhold.utfall_par import Par, Utfallsendring, Utfallsforskjell, only_in
from veileder_cli.integrity import find_faults
from veileder_cli.model.veileder import Veileder


@dataclass(frozen=True, slots=True)
class Utgavepar:
    """Two editions, as read."""

    gammel: Veileder
    ny: Veileder
    gamle_paastander: tuple[Paastand, ...] = ()
    nye_paastander: tuple[Paastand, ...] = ()


@dataclass(frozen=True, slots=True)
class Sammenligning:
    """All that differs: what is written, the most important first, and what it leads to."""

    par: Utgavepar
    endringer: tuple[Sagt, ...]
    utfall: Utfallsforskjell

    @property
    def like(self) -> bool:
        """Whether nothing at all differs."""
        return not self.endringer and self.utfall.like


def read_pair(gammel: Path, ny: Path) -> Utgavepar:
    """Read both editions. Raises ContentError with the faults of both, each with its folder.

    Cases that fail are no fault here: what they should lead to may be just what is changed.
    """
    problemer: list[Problem] = []
    lest: list[Lesning] = []
    for mappe in (gammel, ny):
        try:
            lest.append(_read(mappe))
        except ContentError as error:
            problemer += [replace(p, fil=str(mappe / p.fil)) for p in error.problems]
    if problemer:
        raise ContentError(tuple(problemer))
    en, annen = lest
    return Utgavepar(en.lest.veileder, annen.lest.veileder, en.fil.paastander, annen.fil.paastander)


def _read(mappe: Path) -> Lesning:
    lesning = read_all(mappe)
    if feil := find_faults(lesning.lest.veileder):
        raise ContentError(tuple(map(lesning.problem, feil)))
    return lesning


def compare(
    par: Utgavepar, grense: int = LIMIT, fremdrift: Fremdrift = lambda *_: None
) -> Sammenligning:
    """Find what differs between two editions that have no faults."""
    tekst = Endringstekst(par.gammel, par.ny)
    ulikt = (
        *differences(par.gammel, par.ny),
        *differences(Paastandsfil(par.gamle_paastander), Paastandsfil(par.nye_paastander)),
    )
    sagt = [s for endring in ulikt for s in tekst.say(endring)]
    return Sammenligning(
        par,
        tuple(sorted(sagt, key=lambda s: s.gruppe)),
        compare_outcomes(par.gammel, par.ny, grense, fremdrift),
    )


def as_dict(ut: Sammenligning) -> dict[str, Any]:
    """Give all that differs for JSON."""
    return {
        "gyldig": True,
        "like": ut.like,
        "endringer": [_change(s) for s in ut.endringer],
        "utfall": _outcomes(ut.par, ut.utfall),
    }


def _change(sagt: Sagt) -> dict[str, Any]:
    endring = sagt.endring
    return {
        "gruppe": TITLER[sagt.gruppe],
        "slag": endring.slag.value,
        "sti": endring.sti,
        "tekst": sagt.tekst,
        "detaljer": list(sagt.under),
        "for": _simple(endring.for_),
        "naa": _simple(endring.naa),
    }


def _simple(verdi: Any) -> Any:
    """Give a value that JSON has; null for one that is told in words only."""
    if isinstance(verdi, tuple) and all(isinstance(v, str) for v in verdi):
        return list(verdi)
    return verdi if isinstance(verdi, str | bool | int) else None


def _outcomes(par: Utgavepar, utfall: Utfallsforskjell) -> dict[str, Any]:
    return {
        "bevist_like": utfall.like,
        "fullstendig": bool(utfall.felles) and not utfall.stoppet_ved,
        "stoppet_ved": utfall.stoppet_ved or None,
        "steg": {"gjort": utfall.gjort, "alle": utfall.steg},
        "kombinasjoner": utfall.kombinasjoner,
        "noder": utfall.noder,
        "grense": utfall.grense,
        "felles_sporsmal": list(utfall.felles),
        "ikke_sammenlignbare": list(utfall.uforlignet),
        "bare_i_gammel": _answers(only_in(par.gammel, par.ny)),
        "bare_i_ny": _answers(only_in(par.ny, par.gammel)),
        "endringer": [_outcome(e) for e in utfall.endringer],
    }


def _answers(bare: tuple[tuple[str, str], ...]) -> list[dict[str, str | None]]:
    return [{"sporsmal": id_, "svar": verdi or None} for id_, verdi in bare]


def _outcome(endring: Utfallsendring) -> dict[str, Any]:
    return {
        "slag": endring.slag,
        "for": endring.for_ or None,
        "naa": endring.naa or None,
        "ruter": list(endring.ruter),
        "eksempel": _example(endring.par),
    }


def _example(par: Par) -> dict[str, Any]:
    return {
        "svar": {id_: list(verdier) for id_, verdier in par.svar.items()},
        "gammel": _result(par.for_),
        "ny": _result(par.naa),
        "ukjent_i_gammel": list(par.ukjent_for),
        "ukjent_i_ny": list(par.ukjent_naa),
    }


def _result(resultat: Resultat) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v or None for k, v in asdict(resultat).items()}
