"""Checks a guide's folder: every fault, every warning, and what could not be checked yet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import Any, Final, TypeVar

from veileder_cli.convert import Sted
from veileder_cli.editions import TRANSLATIONS
from veileder_cli.errors import ContentError, Problem
from veileder_cli.innhold.advarsler import find_warnings
from veileder_cli.innhold.lengder import high_screens
from veileder_cli.innhold.paastander import Paastandsfil, promise_faults, read_paastander
from veileder_cli.innhold.telefon import load_check
from veileder_cli.integrity import Fault, find_faults
from veileder_cli.loader import Lest, all_faults, read_guide
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.about import local_changes, local_source
from veileder_cli.render.document import Document, Heading, Paragraph
from veileder_cli.render.layout import FAST_MELLOMROM
from veileder_cli.sprak import _, ngettext
from veileder_cli.translate import Ordliste, translate
from veileder_cli.translations import find_places, list_languages, read_translations

_T = TypeVar("_T")
Ordbok = tuple[Ordliste, Mapping[str, Sted]]
"""The translations into a language, and where each stands."""
_BARE_FORM: Final = _(
    "Rett feilene og kjør på nytt. Først da kan vi kontrollere hvordan filene henger sammen, "
    "kjøre tilfellene og se etter advarsler."
)
_IKKE_KJORT: Final = _(
    "Rett feilene og kjør på nytt. Først da kan vi kjøre tilfellene og måle skjermbildene."
)
_IKKE_MALT: Final = _("Rett feilene og kjør på nytt. Først da kan vi måle skjermbildene.")
_IKKE_RINGT: Final = _(
    "Telefonnumrene er ikke kontrollert. Det krever et tillegg: pip install phonenumbers"
)


@dataclass(frozen=True, slots=True)
class Advarsel:
    """A warning: its kind, and where it stands."""

    slag: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Kontroll:
    """What was found; `utelatt` says in plain words what was not checked.

    `lokalt`: whose local corrections are laid over the guide, and of which day; `endret`: what.
    """

    feil: tuple[Problem, ...]
    advarsler: tuple[Advarsel, ...] = ()
    utelatt: tuple[str, ...] = ()
    lokalt: str = ""
    endret: tuple[str, ...] = ()

    def is_valid(self, *, streng: bool) -> bool:
        """Tell whether the guide passes; `streng` lets no warning through either."""
        return not self.feil and not (streng and self.advarsler)


def check_guide(mappe: Path, i_dag: date, lokalt: Path | None = None) -> Kontroll:
    """Read and check all of a guide; faults in what is written hide those of what it means.

    `lokalt`: the folder of local corrections that is to be laid over it.
    """
    lest, feil = _read(lambda m: read_guide(m, lokalt=lokalt), mappe)
    paastander, flere = _read(read_paastander, mappe)
    ordboker, sprakfeil = _read(_translations, mappe)
    skrivefeil = tuple(dict.fromkeys((*feil, *flere, *sprakfeil)))  # «arver» is read by each
    if lest is None:
        return Kontroll(skrivefeil, (), (_BARE_FORM,))
    meningsfeil = all_faults(lest.veileder)
    is_norwegian = load_check()
    funn = [
        (slag, lest.problem(f)) for slag, f in find_warnings(lest.veileder, i_dag, is_norwegian)
    ]
    for sprak, ordbok in (ordboker or {}).items():
        funn += (("sprak", p) for p in _translated(lest, sprak, ordbok))
    if not meningsfeil:
        funn += [("lengde", lest.problem(f)) for f in high_screens(lest.veileder)]
    return Kontroll(
        (
            *skrivefeil,
            *map(lest.problem, meningsfeil),
            *(_promise_problems(lest.veileder, paastander) if paastander else ()),
        ),
        tuple(Advarsel(slag, problem) for slag, problem in funn),
        (*_not_yet(lest.veileder, meningsfeil), *(() if is_norwegian else (_IKKE_RINGT,))),
        local_source(lest.veileder),
        lest.veileder.lokalt_endret,
    )


def _translations(mappe: Path) -> dict[str, Ordbok]:
    return {
        sprak: (read_translations(mappe, sprak), find_places(mappe, sprak))
        for sprak in list_languages(mappe)
    }


def _translated(lest: Lest, sprak: str, ordbok: Ordbok) -> Iterator[Problem]:
    """A text that lacks a translation, and what the guide's own file translates in vain."""
    ordliste, steder = ordbok
    fil = f"{TRANSLATIONS}/{sprak}.yaml"
    if sprak == lest.veileder.om.sprak:
        feil = _("oversettelsene blir aldri brukt, for veilederen er skrevet på {sprak}")
        tiltak = _("ta bort fila, eller rett navnet og språket")
        yield Problem(fil, 0, "", feil.format(sprak=sprak), tiltak)
        return
    oversatt = translate(lest.veileder, lest.with_reasons(ordliste))
    for tekst, sti in oversatt.mangler.items():
        feil = _("teksten er ikke oversatt til {sprak}: «{tekst}»")
        feil = feil.format(sprak=sprak, tekst=_short(tekst))
        yield lest.problem(Fault(sti, feil, _("legg den til i {fil}").format(fil=fil)))
    for sted, tekst in ((steder[t], t) for t in oversatt.ubrukt):
        if sted.fil == fil:  # the guide that it builds on has texts that this one has changed
            feil = _("fila oversetter en tekst som ikke finnes: «{tekst}»")
            feil = feil.format(tekst=_short(tekst))
            yield Problem(fil, sted.linje, "", feil, _("rett «fra», eller ta den bort"))


def _short(tekst: str) -> str:
    return shorten(tekst, 60, placeholder=" …")


def _read(read: Callable[[Path], _T], mappe: Path) -> tuple[_T | None, tuple[Problem, ...]]:
    try:
        return read(mappe), ()
    except ContentError as error:
        return None, error.problems


def _promise_problems(veileder: Veileder, fil: Paastandsfil) -> Iterator[Problem]:
    yield from map(fil.problem, promise_faults(veileder, fil.paastander))


def _not_yet(veileder: Veileder, feil: tuple[Fault, ...]) -> Iterator[str]:
    if feil:
        yield _IKKE_KJORT if find_faults(veileder) else _IKKE_MALT


def as_dict(kontroll: Kontroll, *, streng: bool) -> dict[str, Any]:
    """Give the findings for JSON."""
    return {
        "gyldig": kontroll.is_valid(streng=streng),
        "feil": [asdict(p) for p in kontroll.feil],
        "advarsler": [{"slag": a.slag, **asdict(a.problem)} for a in kontroll.advarsler],
        "utelatt": list(kontroll.utelatt),
        "lokalt": kontroll.lokalt or None,
        "lokalt_endret": list(kontroll.endret),
    }


def report(kontroll: Kontroll, *, streng: bool) -> Document:
    """Give the findings as text, one line for each, and the sum at the end."""
    return (
        *local_changes(kontroll.lokalt, kontroll.endret),
        *_lines(_("Feil – må rettes"), kontroll.feil),
        *_lines(
            _("Advarsler – regnes som feil") if streng else _("Advarsler – bør ses på"),
            tuple(a.problem for a in kontroll.advarsler),
        ),
        *(Paragraph(tekst) for tekst in kontroll.utelatt),
        Paragraph(_sum(kontroll), viktig=True),
    )


def _lines(tittel: str, problemer: tuple[Problem, ...]) -> Document:
    """List problems, each unbroken on its line, so that an editor can find file and line in it."""
    if not problemer:
        return ()
    linjer = "\n".join(str(p).replace(" ", FAST_MELLOMROM) for p in problemer)
    return (Heading(tittel), Paragraph(linjer))


def _sum(kontroll: Kontroll) -> str:
    feil, advarsler = len(kontroll.feil), len(kontroll.advarsler)
    if not feil and not advarsler:
        return _("Ingen feil, ingen advarsler.")
    noen_feil = ngettext("{antall} feil", "{antall} feil", feil).format(antall=feil)
    noen_advarsler = ngettext("{antall} advarsel", "{antall} advarsler", advarsler).format(
        antall=advarsler
    )
    if not advarsler:
        return _("{feil}, ingen advarsler.").format(feil=noen_feil)
    if not feil:
        return _("Ingen feil, {advarsler}.").format(advarsler=noen_advarsler)
    return _("{feil}, {advarsler}.").format(feil=noen_feil, advarsler=noen_advarsler)
