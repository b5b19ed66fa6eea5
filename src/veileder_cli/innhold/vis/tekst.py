"""The drawing as a document to read, and as data for programs."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import Any, Final

from veileder_cli.innhold.vilkarstekst import Vilkarstekst, one_line, outline
from veileder_cli.innhold.vis.tegning import (
    Kontaktpeker,
    Ordlyd,
    Rad,
    Rolleliste,
    Tegning,
    Trinnboks,
    Trinnpeker,
)
from veileder_cli.render.document import Block, Document, Heading, Item, Items, Paragraph
from veileder_cli.render.layout import sourced
from veileder_cli.sprak import _, joined, ngettext, quoted

LES_SLIK: Final = _("Les radene ovenfra. Den første raden som passer, bestemmer ruta.")
SISTE: Final = _("Når ingen av radene over passer.")
STOPPER: Final = _("Stopper: ingen andre rader legger til noe.")
HASTER: Final = _("Haster: rådet kommer med en gang raden passer.")
NUMRE: Final = _("Numrene til kontaktene står i «veileder kontakt».")
INGEN_TRINN: Final = _("Veilederen har ingen trinn. Rutene sier alt.")


def as_dict(verdi: Any) -> Any:
    """Give the drawing for JSON: field by field, a condition as its sentence and its parts."""
    if isinstance(verdi, Vilkarstekst):
        slag = ("alle" if verdi.alle else "minst ett") if verdi.deler else "setning"
        return {"tekst": one_line(verdi), "slag": slag, "deler": [*map(as_dict, verdi.deler)]}
    if is_dataclass(verdi):
        return {f.name: as_dict(getattr(verdi, f.name)) for f in fields(verdi)}
    return [*map(as_dict, verdi)] if isinstance(verdi, tuple) else verdi


def report(tegning: Tegning) -> Document:
    """Give the whole drawing in reading order."""
    return (
        Heading(tegning.tittel, 1),
        Paragraph(tegning.nodlinje, viktig=True),
        Paragraph(edition(tegning)),
        *_pathway(tegning),
        Heading(_("Beslutningstabellen")),
        Paragraph(LES_SLIK),
        *_first_contacts(tegning),
        *(blokk for rad in tegning.rader for blokk in _row(rad)),
        *_additions(tegning),
        *_explained(tegning),
        *(blokk for liste in tegning.rollelister for blokk in _role_list(liste)),
        Heading(_("Om kontaktene")),
        Paragraph(f"{tegning.kontaktforbehold} {NUMRE}"),
    )


def edition(tegning: Tegning) -> str:
    """Say which guide this is, and how old."""
    return _("{kommune}, utgave {utgave}. Revidert {revidert}.").format(
        kommune=tegning.kommune, utgave=tegning.utgave, revidert=tegning.revidert
    )


def leads_here(trinn: Trinnboks) -> str:
    """Say which rows lead to the step."""
    if not trinn.fra:
        return _("Ingen rad har dette som neste trinn.")
    rader = ngettext("Hit fører rad {rader}.", "Hit fører rad {rader}.", len(trinn.fra))
    return rader.format(rader=joined(map(str, trinn.fra)))


def responsible(trinn: Trinnboks) -> str:
    """Say who is responsible for the step."""
    return _("Ansvarlig: {hvem}.").format(hvem=trinn.ansvarlig or _("ikke oppgitt"))


def contact_name(kontakt: Kontaktpeker) -> str:
    """Name a contact, or the list that stands for several."""
    if not kontakt.liste:
        return kontakt.navn
    return _("De som står på lista «{liste}» for rollen din").format(liste=kontakt.navn)


def with_condition(tekst: str, nar: Vilkarstekst | None, *, ellers: bool = False) -> str:
    """Say after the text when it counts; `ellers`: it is the last of several."""
    if nar:
        return _("{tekst} (når: {vilkar})").format(tekst=tekst, vilkar=one_line(nar))
    return _("{tekst} (ellers)").format(tekst=tekst) if ellers else tekst


def _pathway(tegning: Tegning) -> Document:
    if not tegning.trinn:
        return (Heading(_("Trinnene")), Paragraph(INGEN_TRINN))
    punkter = (
        Item(
            _("Trinn {nummer}: {tittel}").format(nummer=t.nummer, tittel=t.tittel),
            t.kilde,
            tuple(filter(None, (t.handling, responsible(t), t.frist, t.anonymt, leads_here(t)))),
        )
        for t in tegning.trinn
    )
    return (Heading(_("Trinnene")), Items(tuple(punkter)))


def _first_contacts(tegning: Tegning) -> Document:
    if not tegning.kontakter_forst:
        return ()
    kontakter = tuple(map(_contact, tegning.kontakter_forst))
    return (Items(kontakter, innledning=_("Først på kontaktlista, uansett rute:")),)


def _row(rad: Rad) -> Iterator[Block]:
    yield Heading(f"{rad.nummer}. {rad.tittel}" if rad.nummer else rad.tittel, 3, rad.kilde)
    deler = (
        *((t for t, er in ((STOPPER, rad.stopper), (HASTER, rad.haster)) if er)),
        _when(rad.nar),
        *_wordings(rad.titler, _("Overskriften følger svarene, den første som passer:")),
        *_next(rad),
        *_wordings(
            rad.hvem, _("Hvem gjør det, den første som passer:"), _("Hvem gjør det: {hvem}")
        ),
    )
    for er_setning, like in groupby(deler, lambda d: isinstance(d, str)):
        if er_setning:
            yield Paragraph("\n".join(map(str, like)))
        else:
            yield from (d for d in like if not isinstance(d, str))
    if rad.kontakter:
        kontakter = tuple(map(_contact, rad.kontakter))
        yield Items(kontakter, nummerert=True, innledning=_("Kontakter, i denne rekkefølgen:"))


def _when(nar: Vilkarstekst | None) -> str | Items:
    """Give what must hold; what stands deeper than the points is numbered below its point."""
    if nar is None:
        return _("Gjelder når ingen av radene over passer.")
    forst, *resten = outline(nar)
    if not resten:
        return _("Gjelder når: {vilkar}.").format(vilkar=forst[1])
    punkter: list[tuple[str, list[str]]] = []
    tellere: list[int] = []
    for dybde, tekst in resten:
        if dybde == 1:
            punkter.append((tekst, []))
            tellere = []
            continue
        tellere = [*tellere[: dybde - 1], *[0] * (dybde - 1 - len(tellere))]
        tellere[dybde - 2] += 1
        punkter[-1][1].append(f"{'.'.join(map(str, tellere))}) {tekst}")
    return Items(tuple(Item(t, under=tuple(u)) for t, u in punkter), innledning=_intro(nar))


def _intro(nar: Vilkarstekst) -> str:
    if nar.alle:
        return _("Gjelder når alt dette stemmer:")
    return _("Gjelder når minst ett av dette stemmer:")


def _wordings(ordlyder: tuple[Ordlyd, ...], innledning: str, en: str = "") -> Iterator[str | Items]:
    """Give the wordings in order; the one title that always holds is the row's heading alone."""
    if len(ordlyder) == 1 and en:
        yield sourced(en.format(hvem=ordlyder[0].tekst), ordlyder[0].kilde)
    elif len(ordlyder) > 1:
        punkter = (Item(with_condition(o.tekst, o.nar, ellers=True), o.kilde) for o in ordlyder)
        yield Items(tuple(punkter), innledning=innledning)


def _next(rad: Rad) -> Iterator[str | Items]:
    if not rad.trinn:
        if rad.uten_trinn:
            yield rad.uten_trinn
    elif len(rad.trinn) == 1:
        yield _("Neste trinn: {trinn}.").format(trinn=_step(rad.trinn[0]))
    else:
        punkter = tuple(Item(_step(t, ellers=True)) for t in rad.trinn)
        yield Items(punkter, innledning=_("Neste trinn, det første som passer:"))
    if rad.samtidig:
        trinn = "; ".join(map(_step, rad.samtidig))
        yield _("Andre kan samtidig ta: {trinn}.").format(trinn=trinn)


def _step(trinn: Trinnpeker, *, ellers: bool = False) -> str:
    tekst = _("trinn {nummer}, {tittel}").format(nummer=trinn.nummer, tittel=trinn.tittel)
    return with_condition(tekst, trinn.nar, ellers=ellers)


def _contact(kontakt: Kontaktpeker) -> Item:
    nar = _("Bare når: {vilkar}.").format(vilkar=one_line(kontakt.nar)) if kontakt.nar else ""
    return Item(contact_name(kontakt), under=tuple(filter(None, (kontakt.hvorfor, nar))))


def _additions(tegning: Tegning) -> Iterable[Block]:
    if not tegning.tillegg:
        return
    yield Heading(_("Rader som legger til noe"))
    yield Paragraph(
        _("De bestemmer aldri ruta. De gjelder i tillegg til den, hvis den ikke stopper.")
    )
    for rad in tegning.tillegg:
        yield from _row(rad)


def _explained(tegning: Tegning) -> Iterator[Block]:
    if tegning.vilkar:
        yield Heading(_("Vilkår med eget navn"))
    for vilkar in tegning.vilkar:
        yield Heading(quoted(vilkar.navn), 3)
        nar = _when(vilkar.nar)
        yield Paragraph(nar) if isinstance(nar, str) else nar
    if tegning.grupper:
        punkter = tuple(Item(f"{quoted(g.navn)}: {'; '.join(g.roller)}") for g in tegning.grupper)
        yield from (Heading(_("Grupper av roller")), Items(punkter))
    if tegning.merknader:
        punkter = tuple(map(Item, tegning.merknader))
        yield from (Heading(_("Når svar mangler")), Items(punkter))


def _role_list(liste: Rolleliste) -> Document:
    punkter = (
        Item(
            "; ".join(r.roller),
            under=tuple(
                f"{nr}) {with_condition(k.navn, k.nar)}"
                for nr, k in enumerate(r.kontakter, start=1)
            ),
        )
        for r in liste.rader
    )
    tittel = _("Lista «{liste}», etter rolle").format(liste=liste.navn)
    return (Heading(tittel), Items(tuple(punkter)))
