"""Lays the drawing out as surfaces from top to bottom: header, steps, rows, explanations."""

from collections.abc import Iterable, Iterator
from typing import Final

from veileder_cli.innhold.vis.flate import (
    BREDDE,
    BROD,
    LITEN,
    LUFT,
    MARG,
    NAVN,
    OVERSKRIFT,
    SIDE,
    TITTEL,
    Boks,
    Flate,
    Skrift,
    Spalte,
    track_line,
    track_number,
)
from veileder_cli.innhold.vis.radkort import draw_condition, draw_contacts, draw_row
from veileder_cli.innhold.vis.tegning import Kontaktpeker, Rolleliste, Tegning, Trinnboks
from veileder_cli.innhold.vis.tekst import (
    INGEN_TRINN,
    LES_SLIK,
    NUMRE,
    edition,
    leads_here,
    responsible,
    with_condition,
)
from veileder_cli.sprak import _, quoted

STJERNE: Final = _(
    "* Ordlyden følger svarene. Her står den som gjelder når ingen av de andre passer. "
    "Alle står i tabellen i html-formatet."
)


def build_panels(tegning: Tegning) -> Iterator[Flate]:
    """Give the surfaces in reading order."""
    yield _header(tegning)
    yield _heading(_("Trinnene"), "" if tegning.trinn else INGEN_TRINN)
    for nr, trinn in enumerate(tegning.trinn, start=1):
        yield _step(trinn, siste=nr == len(tegning.trinn))
    yield _heading(_("Rutene, i den rekkefølgen de prøves"), LES_SLIK)
    if tegning.kontakter_forst:
        yield _first_contacts(tegning.kontakter_forst)
    for rad in tegning.rader:
        yield draw_row(rad, siste=rad is tegning.rader[-1])
    if tegning.tillegg:
        yield _heading(
            _("Rader som legger til noe"),
            _("De bestemmer aldri ruta, men gjelder i tillegg til den."),
        )
    yield from (draw_row(rad, siste=True) for rad in tegning.tillegg)
    yield from _explanations(tegning)
    for liste in tegning.rollelister:
        yield from _role_list(liste)
    yield _footer(tegning)


def _header(tegning: Tegning) -> Flate:
    flate = Flate(tegning.tittel)
    y = flate.write(SIDE, MARG, tegning.tittel, TITTEL) + 4
    y = flate.write(SIDE, y, edition(tegning), LITEN) + LUFT
    bak = len(flate.former)
    skrift = Skrift(15, "v-invers", fet=True)
    bunn = flate.write(SIDE.inside(14, 14), y + 8, tegning.nodlinje, skrift) + 8
    flate.box(bak, Boks(SIDE.x, y, SIDE.bredde, bunn - y, "v-haster"))
    return flate


def _heading(tittel: str, tekst: str = "") -> Flate:
    flate = Flate(tittel)
    y = flate.write(SIDE, 20, tittel, OVERSKRIFT) + 2
    flate.hoyde = flate.write(SIDE, y, tekst, BROD) + 6
    return flate


def _step(trinn: Trinnboks, *, siste: bool) -> Flate:
    tittel = _("Trinn {nummer}: {tittel}").format(nummer=trinn.nummer, tittel=trinn.tittel)
    flate = Flate(tittel)
    x = track_number(flate, _short(trinn.nummer), "v-trinn")
    spalte = Spalte(x, BREDDE - MARG - x)
    y = flate.write(spalte, 7, tittel, NAVN)
    y = flate.write(spalte, y, responsible(trinn), BROD)
    under = " ".join(
        filter(None, (leads_here(trinn), trinn.frist, trinn.anonymt, f"[{trinn.kilde}]"))
    )
    y = flate.write(spalte, y, under, LITEN)
    flate.hoyde = max(y, 46) + 6
    if not siste:
        track_line(flate)
    return flate


def _short(nummer: str) -> str:
    """A number too long for the track is said beside it alone."""
    kort = 6
    return nummer if len(nummer) <= kort else "…"


def _first_contacts(kontakter: Iterable[Kontaktpeker]) -> Flate:
    flate = Flate(_("Først på kontaktlista"))
    y = flate.write(SIDE, 6, _("Først på kontaktlista, uansett rute"), NAVN) + 3
    flate.hoyde = draw_contacts(flate, kontakter, SIDE, y) + LUFT
    return flate


def _explanations(tegning: Tegning) -> Iterator[Flate]:
    if tegning.vilkar:
        yield _heading(_("Vilkår med eget navn"), _("Her står hva vilkårene i radene betyr."))
    for vilkar in tegning.vilkar:
        flate = Flate(vilkar.navn)
        y = flate.write(SIDE, 4, quoted(vilkar.navn), NAVN)
        flate.hoyde = draw_condition(flate, vilkar.nar, SIDE, y) + 8
        yield flate
    if tegning.grupper:
        yield _heading(_("Grupper av roller"))
    for gruppe in tegning.grupper:
        yield _pair(quoted(gruppe.navn), ("; ".join(gruppe.roller),))
    if tegning.merknader:
        yield _heading(_("Når svar mangler"))
    for merknad in tegning.merknader:
        flate = Flate(_("Når svar mangler"))
        flate.write(SIDE, 2, merknad, BROD, "•")
        yield flate


def _pair(navn: str, linjer: Iterable[str], *, nummerert: bool = False) -> Flate:
    """Draw a name with lines to the right of it."""
    flate = Flate(navn)
    hoyre = SIDE.inside(SIDE.bredde * 0.42)
    bunn = flate.write(SIDE.inside(0, hoyre.bredde + 22), 4, navn, NAVN if not nummerert else BROD)
    y = 4.0
    for nr, linje in enumerate(linjer, start=1):
        merke = f"{nr}." if nummerert else ""
        y = flate.write(hoyre, y, linje, BROD, merke)
    flate.hoyde = max(bunn, y) + 8
    return flate


def _role_list(liste: Rolleliste) -> Iterator[Flate]:
    yield _heading(_("Lista «{liste}», etter rolle").format(liste=liste.navn))
    for rad in liste.rader:
        kontakter = (with_condition(k.navn, k.nar) for k in rad.kontakter)
        yield _pair("; ".join(rad.roller), kontakter, nummerert=True)


def _footer(tegning: Tegning) -> Flate:
    flate = Flate(_("Om kontaktene"))
    y = flate.write(SIDE, 24, tegning.kontaktforbehold, BROD) + 4
    y = flate.write(SIDE, y, NUMRE, BROD) + 4
    if _has_star(tegning):
        y = flate.write(SIDE, y, STJERNE, LITEN)
    flate.hoyde = y + MARG
    return flate


def _has_star(tegning: Tegning) -> bool:
    return any(len(o) > 1 for r in tegning.rader for o in (r.titler, r.hvem))
