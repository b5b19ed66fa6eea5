"""The drawing as one page for a browser or a printer: the picture, and the same as tables."""

from collections.abc import Iterable
from html import escape
from itertools import islice
from typing import Final

from veileder_cli.innhold.vilkarstekst import Vilkarstekst
from veileder_cli.innhold.vis.palett import SKRIFT, style
from veileder_cli.innhold.vis.paneler import build_panels
from veileder_cli.innhold.vis.svg import panel_svg
from veileder_cli.innhold.vis.tegning import Kontaktpeker, Ordlyd, Rad, Tegning, Trinnpeker
from veileder_cli.innhold.vis.tekst import (
    HASTER,
    INGEN_TRINN,
    LES_SLIK,
    NUMRE,
    SISTE,
    STOPPER,
    contact_name,
    edition,
    leads_here,
    with_condition,
)
from veileder_cli.sprak import _, quoted

_HOPP: Final = _("Gå til tabellene: det samme som tekst")
_BILDET: Final = _("Bildet")
_TABELLENE: Final = _("Tabellene")
_OVERSKRIFT: Final = _("Overskriften er, den første som passer:")
_MANGLER: Final = _("Når svar mangler")
_SAMTIDIG: Final = _("Andre kan samtidig ta:")
_STIL: Final = f"""
body{{margin:0 auto;max-width:1100px;padding:1rem;font:1rem/1.5 {SKRIFT};
color:#18212b;background:#f4f6f8}}
.fare{{background:#9b1c1c;color:#fff;padding:.6rem 1rem;font-weight:700;border-radius:8px}}
.bilde svg{{display:block;width:100%;max-width:210mm;margin:0 auto}}
.rull{{overflow-x:auto}}
table{{border-collapse:collapse;width:100%;background:#fff;margin:0 0 1.5rem}}
caption{{text-align:left;font-weight:700;font-size:1.15rem;padding:.5rem 0}}
th,td{{border:1px solid #6b7785;padding:.5rem;text-align:left;vertical-align:top}}
ul,ol{{margin:0;padding-left:1.2rem}}
a{{color:#1d4f7c}}
@media screen and (prefers-color-scheme:dark){{
body{{color:#eef2f6;background:#12171d}}table{{background:#1c232c}}a{{color:#9ccbf5}}
.fare{{background:#ffb4ab;color:#10161c}}th,td{{border-color:#8793a1}}}}
@page{{size:A4;margin:12mm}}
@media print{{body{{padding:0;max-width:none;background:#fff;font-size:9.5pt}}
.hopp{{display:none}}.bilde svg{{break-inside:avoid}}.tabeller{{break-before:page}}
.bilde svg{{max-width:none}}
.rull{{overflow:visible}}thead{{display:table-header-group}}
.fare{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}}}
"""


def to_html(tegning: Tegning) -> str:
    """Give the page: whole in one file, with nothing to fetch and nothing that runs."""
    flater = islice(build_panels(tegning), 1, None)  # the page has a header of its own
    bilde = "\n".join(map(panel_svg, flater))
    return (
        f'<!DOCTYPE html>\n<html lang="{_e(tegning.sprak)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_e(tegning.tittel)}</title>\n<style>{_STIL}{style()}</style>\n</head>\n<body>\n"
        f"<h1>{_e(tegning.tittel)}</h1>\n<p>{_e(edition(tegning))}</p>\n"
        f'<p class="fare">{_e(tegning.nodlinje)}</p>\n'
        f'<p class="hopp"><a href="#tabeller">{_e(_HOPP)}</a></p>\n'
        '<main>\n<section class="bilde" aria-labelledby="bildet">\n'
        f'<h2 id="bildet">{_e(_BILDET)}</h2>\n'
        f'{bilde}\n</section>\n<section class="tabeller" id="tabeller" '
        f'aria-labelledby="tabelltittel">\n<h2 id="tabelltittel">{_e(_TABELLENE)}</h2>\n'
        f"{_tables(tegning)}</section>\n</main>\n"
        f"<footer><p>{_e(tegning.kontaktforbehold)} {_e(NUMRE)}</p></footer>\n</body>\n</html>\n"
    )


def _tables(tegning: Tegning) -> str:
    deler = [_steps(tegning), f"<p>{_e(LES_SLIK)}</p>\n"]
    deler += [_first(tegning.kontakter_forst), _rows(_("Rutene i rekkefølge"), tegning.rader)]
    if tegning.tillegg:
        tittel = _("Rader som legger til noe, og aldri bestemmer ruta")
        deler.append(_rows(tittel, tegning.tillegg))
    if tegning.vilkar:
        vilkar = ((quoted(v.navn), _when(v.nar)) for v in tegning.vilkar)
        kolonner = (_("Navn"), _("Gjelder når"))
        deler.append(_table(_("Vilkår med eget navn"), kolonner, vilkar))
    if tegning.grupper:
        grupper = ((quoted(g.navn), _list(map(_e, g.roller))) for g in tegning.grupper)
        kolonner = (_("Gruppe"), _("Roller"))
        deler.append(_table(_("Grupper av roller"), kolonner, grupper))
    for liste in tegning.rollelister:
        rader = (("; ".join(r.roller), _contacts(r.kontakter)) for r in liste.rader)
        tittel = _("Lista «{liste}»").format(liste=liste.navn)
        deler.append(_table(tittel, (_("Roller"), _("Kontakter i rekkefølge")), rader))
    if tegning.merknader:
        deler.append(f"<h3>{_e(_MANGLER)}</h3>\n{_list(map(_e, tegning.merknader))}\n")
    return "".join(deler)


def _table(tittel: str, kolonner: Iterable[str], rader: Iterable[tuple[str, ...]]) -> str:
    """Give a table; the first cell of a row is plain text and its header, the others are HTML."""
    hode = "".join(f'<th scope="col">{_e(k)}</th>' for k in kolonner)
    kropp = "".join(
        f'<tr><th scope="row">{_e(forst)}</th>{"".join(f"<td>{c}</td>" for c in resten)}</tr>\n'
        for forst, *resten in rader
    )
    return (
        f'<section class="rull" tabindex="0" aria-label="{_e(tittel)}">\n<table>\n'
        f"<caption>{_e(tittel)}</caption>\n<thead><tr>{hode}</tr></thead>\n"
        f"<tbody>\n{kropp}</tbody>\n</table>\n</section>\n"
    )


def _steps(tegning: Tegning) -> str:
    if not tegning.trinn:
        return f"<p>{_e(INGEN_TRINN)}</p>\n"
    rader = (
        (
            f"{t.nummer}. {t.tittel}",
            _e(" ".join(filter(None, (t.handling, t.frist)))),
            _e(t.ansvarlig or _("Ikke oppgitt")),
            _e(t.anonymt or _("Ikke oppgitt")),
            _e(leads_here(t)),
            _e(t.kilde),
        )
        for t in tegning.trinn
    )
    kolonner = (*(_("Trinn"), _("Hva"), _("Ansvarlig"), _("Anonymt"), _("Ruter hit"), _("Kilde")),)
    return _table(_("Trinnene"), kolonner, rader)


def _first(kontakter: tuple[Kontaktpeker, ...]) -> str:
    if not kontakter:
        return ""
    tittel = _e(_("Først på kontaktlista, uansett rute"))
    return f"<h3>{tittel}</h3>\n{_contacts(kontakter)}\n"


def _rows(tittel: str, rader: Iterable[Rad]) -> str:
    return _table(
        tittel,
        (
            *(_("Rute og kilde"), _("Når"), _("Neste trinn"), _("Hvem")),
            _("Kontakter i rekkefølge"),
        ),
        (
            (
                f"{r.nummer}. {r.tittel} [{r.kilde}]" if r.nummer else f"{r.tittel} [{r.kilde}]",
                _marks(r) + _when(r.nar) + _wordings(r.titler, _OVERSKRIFT),
                _next(r),
                _wordings(r.hvem, _("Dette, den første som passer:"), en=True),
                _contacts(r.kontakter),
            )
            for r in rader
        ),
    )


def _marks(rad: Rad) -> str:
    er = (t for t, gjelder in ((STOPPER, rad.stopper), (HASTER, rad.haster)) if gjelder)
    return "".join(f"<p><strong>{_e(t)}</strong></p>" for t in er)


def _when(nar: Vilkarstekst | None) -> str:
    if nar is None:
        return _e(SISTE)
    if not nar.deler:
        return _e(nar.tekst)
    innledning = _("Alt dette gjelder:") if nar.alle else _("Minst ett av dette gjelder:")
    return _e(innledning) + _list(map(_when, nar.deler))


def _wordings(ordlyder: tuple[Ordlyd, ...], innledning: str, *, en: bool = False) -> str:
    """Give the wordings; one alone only with `en`: that of a title is the row's heading."""
    if len(ordlyder) == 1:
        return _e(ordlyder[0].tekst) + _source(ordlyder[0]) if en else ""
    if not ordlyder:
        return ""
    punkter = (_e(with_condition(o.tekst, o.nar, ellers=True)) + _source(o) for o in ordlyder)
    return f"<p>{_e(innledning)}</p>{_list(punkter)}"


def _source(ordlyd: Ordlyd) -> str:
    return f" [{_e(ordlyd.kilde)}]" if ordlyd.kilde else ""


def _next(rad: Rad) -> str:
    if not rad.trinn:
        return _e(rad.uten_trinn)
    ut = _list(_step(t, ellers=len(rad.trinn) > 1) for t in rad.trinn)
    if rad.samtidig:
        ut += f"<p>{_e(_SAMTIDIG)}</p>{_list(map(_step, rad.samtidig))}"
    return ut


def _step(trinn: Trinnpeker, *, ellers: bool = False) -> str:
    tekst = _("Trinn {nummer}: {tittel}").format(nummer=trinn.nummer, tittel=trinn.tittel)
    return _e(with_condition(tekst, trinn.nar, ellers=ellers))


def _contacts(kontakter: Iterable[Kontaktpeker]) -> str:
    punkter = (_e(with_condition(contact_name(k), k.nar)) + _why(k) for k in kontakter)
    return _list(punkter, "ol")


def _why(kontakt: Kontaktpeker) -> str:
    return f"<br>{_e(kontakt.hvorfor)}" if kontakt.hvorfor else ""


def _list(punkter: Iterable[str], slag: str = "ul") -> str:
    alle = "".join(f"<li>{p}</li>" for p in punkter)
    return f"<{slag}>{alle}</{slag}>" if alle else ""


def _e(tekst: str) -> str:
    return escape(tekst)
