"""Finds texts that are longer than the screen they are shown on has room for."""

from collections.abc import Iterator, Mapping
from typing import Final

from veileder_cli.coverage import run_cases
from veileder_cli.integrity import Fault
from veileder_cli.integrity.fault import walk_fields
from veileder_cli.model.innhold import Kontakt
from veileder_cli.model.sjekk import Kontaktvalg, Regel, Rolle, Sporsmal, Valg
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.layout import to_lines
from veileder_cli.render.result import first_screen
from veileder_cli.sprak import _

KOLONNER: Final = 80
FORSTE_SKJERM: Final = 22
"""The lines of a low terminal, 24, less the two of the menu under a result."""

_LINJE, _TO_LINJER, _FIRE_LINJER = 70, 150, 300
_MEST: Final[Mapping[tuple[type, str], int]] = {
    (Sporsmal, "tekst"): _TO_LINJER,
    (Sporsmal, "hjelp"): _FIRE_LINJER,
    (Sporsmal, "hvorfor"): _TO_LINJER,
    (Valg, "tekst"): 60,
    (Valg, "hjelp"): 220,
    (Rolle, "navn"): 60,
    (Regel, "tittel"): _LINJE,
    (Regel, "hvem"): 120,
    (Regel, "din_del"): _TO_LINJER,
    (Kontaktvalg, "hvorfor"): 90,
    (Kontakt, "hvorfor"): 90,
}
"""How many characters a text may have: so many lines of 80 columns.

A choice is one line with its mark and indent, the help under it at most three before it is cut.
What a result says first must leave room for two contacts: one line for the step, two for each
thing to do, and one and a bit for why to call.
"""


def long_texts(veileder: Veileder) -> Iterator[Fault]:
    """Find texts of the questions and the rules that are too long for their place."""
    for felt in walk_fields(veileder):
        mest = _MEST.get((type(felt.eier), felt.navn), 0)
        if not mest:
            continue
        for tekst, sti in _texts(felt.verdi, felt.sti):
            if len(tekst) > mest:
                yield Fault(
                    sti,
                    _("teksten er på {antall} tegn, men skjermen har plass til {mest}").format(
                        antall=len(tekst), mest=mest
                    ),
                    _("kort den ned, eller del den i flere"),
                )


def high_screens(veileder: Veileder) -> Iterator[Fault]:
    """Find cases whose first screen is higher than 24 lines; the cases must be without fault."""
    for utfall in run_cases(veileder):
        if utfall.vurdering is None:
            continue
        linjer = len(to_lines(first_screen(veileder, utfall.vurdering), KOLONNER))
        if linjer > FORSTE_SKJERM:
            feil = _(
                "resultatet fra regelen «{rute}» fyller {linjer} linjer, men "
                "skjermen har plass til {mest}, og da forsvinner nødnummeret øverst"
            ).format(rute=utfall.vurdering.rute, linjer=linjer, mest=FORSTE_SKJERM)
            tiltak = _("kort ned tittel, hvem og din_del i regelen, eller hvorfor hos kontaktene")
            yield Fault(f"tilfeller[{utfall.tilfelle.navn}]", feil, tiltak)


def _texts(verdi: object, sti: str) -> Iterator[tuple[str, str]]:
    """Give a text, or those of a list of statements, each with its path."""
    if isinstance(verdi, str):
        yield verdi, sti
    elif isinstance(verdi, tuple):
        for nr, utsagn in enumerate(verdi, start=1):
            yield utsagn.tekst, f"{sti}[{nr}].tekst"
