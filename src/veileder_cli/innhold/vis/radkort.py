"""The card of one row of the decision table: when it fits, and what then."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from veileder_cli.innhold.vilkarstekst import Vilkarstekst, one_line, outline
from veileder_cli.innhold.vis.flate import (
    BREDDE,
    BROD,
    LITEN,
    MARG,
    MERKELAPP,
    NAVN,
    Boks,
    Flate,
    Skrift,
    Spalte,
    track_line,
    track_number,
)
from veileder_cli.innhold.vis.tegning import Kontaktpeker, Ordlyd, Rad, Trinnpeker
from veileder_cli.innhold.vis.tekst import SISTE, contact_name
from veileder_cli.sprak import _


def draw_row(rad: Rad, *, siste: bool) -> Flate:
    """Draw the card, with an arrow to the next unless it is the last."""
    flate = Flate(rad.tittel)
    x = track_number(flate, str(rad.nummer or "+"), "v-nummer")
    kort, bak = Spalte(x, BREDDE - MARG - x), len(flate.former)
    inne = kort.inside(14, 14)
    y = _row_title(flate, rad, inne)
    delt = inne.bredde * 0.46
    bunn = max(
        _when(flate, rad, inne.inside(0, inne.bredde - delt), y),
        _then(flate, rad, inne.inside(delt + 22), y),
    )
    bunn += 10
    flate.box(bak, Boks(kort.x, 2, kort.bredde, bunn - 2, "v-kort"))
    flate.hoyde = bunn + 10
    if not siste:
        track_line(flate)
    return flate


def _row_title(flate: Flate, rad: Rad, spalte: Spalte) -> float:
    """Write the title, with what stops and what hastens in words under it."""
    y = flate.write(spalte, 13, _wording(rad.titler) or rad.id, NAVN) + 3
    merker = ((_("Haster"), "v-haster", rad.haster), (_("Stopper her"), "v-stopper", rad.stopper))
    fram = spalte.x
    for tekst, klasse, er in merker:
        if er:
            fram = flate.pill(fram, y, tekst, Skrift(11, "v-invers", fet=True), klasse) + 6
    return flate.write(spalte.inside(fram - spalte.x), y + 2, f"[{rad.kilde}]", LITEN) + 7


def _wording(ordlyder: tuple[Ordlyd, ...]) -> str:
    """Give the wording that always holds; a star says that there are others."""
    if not ordlyder:
        return ""
    return f"{ordlyder[-1].tekst}{' *' if len(ordlyder) > 1 else ''}"


def _when(flate: Flate, rad: Rad, spalte: Spalte, y: float) -> float:
    y = flate.write(spalte, y, _("NÅR"), MERKELAPP) + 2
    if rad.nar is None:
        y = flate.write(spalte, y, SISTE, BROD)
    else:
        y = draw_condition(flate, rad.nar, spalte, y)
    if rad.hvem:
        y = flate.write(spalte, y + 6, _("HVEM"), MERKELAPP) + 2
        y = flate.write(spalte, y, _wording(rad.hvem), BROD)
    return y


def draw_condition(flate: Flate, nar: Vilkarstekst, spalte: Spalte, y: float) -> float:
    """Write a condition as a list, deeper the further in it stands."""
    for dybde, tekst in outline(nar):
        inn = max(0, dybde - 1) * 13
        stor = tekst[:1].upper() + tekst[1:] if dybde == 0 else tekst
        y = flate.write(spalte.inside(inn), y, stor, BROD, "•" if dybde else "") + 2
    return y


def _then(flate: Flate, rad: Rad, spalte: Spalte, y: float) -> float:
    if rad.trinn:
        y = _steps(flate, rad.trinn, spalte, y)
    elif rad.uten_trinn:
        y = flate.write(spalte, y, _("NESTE TRINN"), MERKELAPP) + 2
        y = flate.write(spalte, y, rad.uten_trinn, BROD) + 6
    if rad.samtidig:
        y = _steps(flate, rad.samtidig, spalte, y, samtidig=True)
    if rad.kontakter:
        y = flate.write(spalte, y, _("KONTAKTER, I REKKEFØLGE"), MERKELAPP) + 2
        y = draw_contacts(flate, rad.kontakter, spalte, y)
    return y


def _steps(
    flate: Flate, trinn: tuple[Trinnpeker, ...], spalte: Spalte, y: float, *, samtidig: bool = False
) -> float:
    """Draw the next step, or those that are chosen among, or those that others may take."""
    velges = len(trinn) > 1 and not samtidig
    if samtidig:
        navn = _("SAMTIDIG KAN ANDRE TA")
    else:
        navn = _("NESTE TRINN, DET FØRSTE SOM PASSER") if velges else _("NESTE TRINN")
    ellers = _("ellers") if velges else ""
    y = flate.write(spalte, y, navn, MERKELAPP) + 2
    for t in trinn:
        bak = len(flate.former)
        skrift = Skrift(12.5, "v-invers", fet=True)
        bunn = flate.write(spalte.inside(10, 10), y + 4, f"{t.nummer} – {t.tittel}", skrift) + 4
        flate.box(bak, Boks(spalte.x, y, spalte.bredde, bunn - y, "v-trinn", 6))
        nar = _("når: {vilkar}").format(vilkar=one_line(t.nar)) if t.nar else ellers
        y = flate.write(spalte, bunn + 2, nar, LITEN) + 4
    return y + 2


def draw_contacts(
    flate: Flate, kontakter: Iterable[Kontaktpeker], spalte: Spalte, y: float
) -> float:
    """Write contacts in order, each with when it counts."""
    for nr, kontakt in enumerate(merged(kontakter), start=1):
        y = flate.write(spalte, y, contact_name(kontakt), BROD, f"{nr}.")
        if kontakt.nar:
            nar = _("når: {vilkar}").format(vilkar=one_line(kontakt.nar))
            y = flate.write(spalte.inside(17), y, nar, LITEN)
        y += 3
    return y


def merged(kontakter: Iterable[Kontaktpeker]) -> Iterator[Kontaktpeker]:
    """Make one of those right after each other that differ only in when and why."""
    for _nokkel, gruppe in groupby(kontakter, lambda k: (k.id, k.liste)):
        like = [*gruppe]
        vilkar = tuple(dict.fromkeys(k.nar for k in like if k.nar))
        alltid = any(k.nar is None for k in like)
        en = vilkar[0] if len(vilkar) == 1 else Vilkarstekst("", alle=False, deler=vilkar)
        yield replace(like[0], nar=None if alltid else en)
