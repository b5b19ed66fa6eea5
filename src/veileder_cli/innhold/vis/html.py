"""The drawing as one page for a browser or a printer: the picture, and the same as tables."""

from collections.abc import Iterable
from html import escape
from itertools import islice
from typing import Final

from veileder_cli.innhold.vilkarstekst import Vilkarstekst, one_line
from veileder_cli.innhold.vis.palett import SKRIFT, style
from veileder_cli.innhold.vis.paneler import build_panels
from veileder_cli.innhold.vis.svg import panel_svg
from veileder_cli.innhold.vis.tegning import Kontaktpeker, Ordlyd, Rad, Tegning, Trinnpeker
from veileder_cli.innhold.vis.tekst import (
    HASTER,
    LES_SLIK,
    NUMRE,
    SISTE,
    STOPPER,
    contact_name,
    edition,
    leads_here,
)

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
        '<p class="hopp"><a href="#tabeller">Gå til tabellene: det samme som tekst</a></p>\n'
        f'<main>\n<section class="bilde" aria-labelledby="bildet">\n<h2 id="bildet">Bildet</h2>\n'
        f'{bilde}\n</section>\n<section class="tabeller" id="tabeller" '
        'aria-labelledby="tabelltittel">\n<h2 id="tabelltittel">Tabellene</h2>\n'
        f"{_tables(tegning)}</section>\n</main>\n"
        f"<footer><p>{_e(tegning.kontaktforbehold)} {_e(NUMRE)}</p></footer>\n</body>\n</html>\n"
    )


def _tables(tegning: Tegning) -> str:
    deler = [_steps(tegning), f"<p>{_e(LES_SLIK)}</p>\n"]
    deler += [_first(tegning.kontakter_forst), _rows("Rutene i rekkefølge", tegning.rader)]
    if tegning.tillegg:
        deler.append(_rows("Rader som legger til noe, og aldri bestemmer ruta", tegning.tillegg))
    if tegning.vilkar:
        vilkar = ((f"«{v.navn}»", _when(v.nar)) for v in tegning.vilkar)
        deler.append(_table("Vilkår med eget navn", ("Navn", "Gjelder når"), vilkar))
    if tegning.grupper:
        grupper = ((f"«{g.navn}»", _list(map(_e, g.roller))) for g in tegning.grupper)
        deler.append(_table("Grupper av roller", ("Gruppe", "Roller"), grupper))
    for liste in tegning.rollelister:
        rader = (("; ".join(r.roller), _contacts(r.kontakter)) for r in liste.rader)
        deler.append(_table(f"Lista «{liste.navn}»", ("Roller", "Kontakter i rekkefølge"), rader))
    if tegning.merknader:
        deler.append(f"<h3>Når svar mangler</h3>\n{_list(map(_e, tegning.merknader))}\n")
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
        return "<p>Veilederen har ingen trinn. Rutene sier alt.</p>\n"
    rader = (
        (
            f"{t.nummer}. {t.tittel}",
            _e(" ".join(filter(None, (t.handling, t.frist)))),
            _e(t.ansvarlig or "Ikke oppgitt"),
            _e(t.anonymt or "Ikke oppgitt"),
            _e(leads_here(t)),
            _e(t.kilde),
        )
        for t in tegning.trinn
    )
    kolonner = ("Trinn", "Hva", "Ansvarlig", "Anonymt", "Ruter hit", "Kilde")
    return _table("Trinnene", kolonner, rader)


def _first(kontakter: tuple[Kontaktpeker, ...]) -> str:
    if not kontakter:
        return ""
    return f"<h3>Først på kontaktlista, uansett rute</h3>\n{_contacts(kontakter)}\n"


def _rows(tittel: str, rader: Iterable[Rad]) -> str:
    return _table(
        tittel,
        ("Rute og kilde", "Når", "Neste trinn", "Hvem", "Kontakter i rekkefølge"),
        (
            (
                f"{r.nummer}. {r.tittel} [{r.kilde}]" if r.nummer else f"{r.tittel} [{r.kilde}]",
                _marks(r) + _when(r.nar) + _wordings("Overskriften er", r.titler),
                _next(r),
                _wordings("", r.hvem),
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
        return _e(SISTE.capitalize())
    if not nar.deler:
        return _e(nar.tekst)
    innledning = "Alt dette gjelder:" if nar.alle else "Minst ett av dette gjelder:"
    return innledning + _list(map(_when, nar.deler))


def _wordings(navn: str, ordlyder: tuple[Ordlyd, ...]) -> str:
    """Give the wordings; those of a title only where there are several."""
    if len(ordlyder) == 1:
        return "" if navn else _e(ordlyder[0].tekst) + _source(ordlyder[0])
    if not ordlyder:
        return ""
    punkter = (_if(_e(o.tekst), o.nar, "ellers") + _source(o) for o in ordlyder)
    return f"<p>{navn or 'Dette'}, den første som passer:</p>{_list(punkter)}"


def _source(ordlyd: Ordlyd) -> str:
    return f" [{_e(ordlyd.kilde)}]" if ordlyd.kilde else ""


def _next(rad: Rad) -> str:
    if not rad.trinn:
        return _e(rad.uten_trinn)
    ellers = "ellers" if len(rad.trinn) > 1 else ""
    ut = _list(_step(t, ellers) for t in rad.trinn)
    if rad.samtidig:
        ut += f"<p>Andre kan samtidig ta:</p>{_list(_step(t, '') for t in rad.samtidig)}"
    return ut


def _step(trinn: Trinnpeker, ellers: str) -> str:
    return _if(f"Trinn {_e(trinn.nummer)}: {_e(trinn.tittel)}", trinn.nar, ellers)


def _contacts(kontakter: Iterable[Kontaktpeker]) -> str:
    punkter = (_if(_e(contact_name(k)), k.nar, "") + _why(k) for k in kontakter)
    return _list(punkter, "ol")


def _why(kontakt: Kontaktpeker) -> str:
    return f"<br>{_e(kontakt.hvorfor)}" if kontakt.hvorfor else ""


def _if(html: str, nar: Vilkarstekst | None, ellers: str) -> str:
    vilkar = f"når: {one_line(nar)}" if nar else ellers
    return f"{html} ({_e(vilkar)})" if vilkar else html


def _list(punkter: Iterable[str], slag: str = "ul") -> str:
    alle = "".join(f"<li>{p}</li>" for p in punkter)
    return f"<{slag}>{alle}</{slag}>" if alle else ""


def _e(tekst: str) -> str:
    return escape(tekst)
