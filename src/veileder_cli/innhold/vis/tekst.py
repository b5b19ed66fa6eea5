"""The drawing as a document to read, and as data for programs."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import Any, Final

from veileder_cli.innhold.vilkarstekst import Vilkarstekst, joined, one_line, outline
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

LES_SLIK: Final = "Les radene ovenfra. Den første raden som passer, bestemmer ruta."
SISTE: Final = "når ingen av radene over passer."
STOPPER: Final = "Stopper: ingen andre rader legger til noe."
HASTER: Final = "Haster: rådet kommer med en gang raden passer."
NUMRE: Final = "Numrene til kontaktene står i «veileder kontakt»."


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
        Heading("Beslutningstabellen"),
        Paragraph(LES_SLIK),
        *_first_contacts(tegning),
        *(blokk for rad in tegning.rader for blokk in _row(rad)),
        *_additions(tegning),
        *_explained(tegning),
        *(blokk for liste in tegning.rollelister for blokk in _role_list(liste)),
        Heading("Om kontaktene"),
        Paragraph(f"{tegning.kontaktforbehold} {NUMRE}"),
    )


def edition(tegning: Tegning) -> str:
    """Say which guide this is, and how old."""
    return f"{tegning.kommune}, utgave {tegning.utgave}. Revidert {tegning.revidert}."


def leads_here(trinn: Trinnboks) -> str:
    """Say which rows lead to the step."""
    if not trinn.fra:
        return "Ingen rad har dette som neste trinn."
    rader = joined([str(nr) for nr in trinn.fra], "og")
    return f"Hit fører rad {rader}."


def responsible(trinn: Trinnboks) -> str:
    """Say who is responsible for the step."""
    return f"Ansvarlig: {trinn.ansvarlig or 'ikke oppgitt'}."


def contact_name(kontakt: Kontaktpeker) -> str:
    """Name a contact, or the list that stands for several."""
    return (
        f"De som står på lista «{kontakt.navn}» for rollen din" if kontakt.liste else kontakt.navn
    )


def _pathway(tegning: Tegning) -> Document:
    if not tegning.trinn:
        return (Heading("Trinnene"), Paragraph("Veilederen har ingen trinn. Rutene sier alt."))
    punkter = (
        Item(
            f"Trinn {t.nummer}: {t.tittel}",
            t.kilde,
            tuple(filter(None, (t.handling, responsible(t), t.frist, t.anonymt, leads_here(t)))),
        )
        for t in tegning.trinn
    )
    return (Heading("Trinnene"), Items(tuple(punkter)))


def _first_contacts(tegning: Tegning) -> Document:
    if not tegning.kontakter_forst:
        return ()
    kontakter = tuple(map(_contact, tegning.kontakter_forst))
    return (Items(kontakter, innledning="Først på kontaktlista, uansett rute:"),)


def _row(rad: Rad) -> Iterator[Block]:
    yield Heading(f"{rad.nummer}. {rad.tittel}" if rad.nummer else rad.tittel, 3, rad.kilde)
    deler = (
        *((t for t, er in ((STOPPER, rad.stopper), (HASTER, rad.haster)) if er)),
        _when(rad.nar),
        *_wordings("Overskriften følger svarene", rad.titler),
        *_next(rad),
        *_wordings("Hvem gjør det", rad.hvem, alltid=True),
    )
    for er_setning, like in groupby(deler, lambda d: isinstance(d, str)):
        if er_setning:
            yield Paragraph("\n".join(map(str, like)))
        else:
            yield from (d for d in like if not isinstance(d, str))
    if rad.kontakter:
        kontakter = tuple(map(_contact, rad.kontakter))
        yield Items(kontakter, nummerert=True, innledning="Kontakter, i denne rekkefølgen:")


def _when(nar: Vilkarstekst | None) -> str | Items:
    """Give what must hold; what stands deeper than the points is numbered below its point."""
    if nar is None:
        return f"Gjelder {SISTE}"
    forst, *resten = outline(nar)
    if not resten:
        return f"Gjelder når: {forst[1]}."
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
    return f"Gjelder når {'alt dette' if nar.alle else 'minst ett av dette'} stemmer:"


def _wordings(
    innledning: str, ordlyder: tuple[Ordlyd, ...], *, alltid: bool = False
) -> Iterator[str | Items]:
    """Give the wordings in order; the one title that always holds is the row's heading alone."""
    if len(ordlyder) == 1 and alltid:
        yield sourced(f"{innledning}: {ordlyder[0].tekst}", ordlyder[0].kilde)
    elif len(ordlyder) > 1:
        punkter = (Item(_if(o.tekst, o.nar), o.kilde) for o in ordlyder)
        yield Items(tuple(punkter), innledning=f"{innledning}, den første som passer:")


def _if(tekst: str, nar: Vilkarstekst | None, ellers: str = "ellers") -> str:
    vilkar = f"når: {one_line(nar)}" if nar else ellers
    return f"{tekst} ({vilkar})" if vilkar else tekst


def _next(rad: Rad) -> Iterator[str | Items]:
    if not rad.trinn:
        if rad.uten_trinn:
            yield rad.uten_trinn
    elif len(rad.trinn) == 1:
        yield f"Neste trinn: {_step(rad.trinn[0], '')}."
    else:
        punkter = tuple(Item(_step(t, "ellers")) for t in rad.trinn)
        yield Items(punkter, innledning="Neste trinn, det første som passer:")
    if rad.samtidig:
        samtidig = "; ".join(_step(t, "") for t in rad.samtidig)
        yield f"Andre kan samtidig ta: {samtidig}."


def _step(trinn: Trinnpeker, ellers: str) -> str:
    return _if(f"trinn {trinn.nummer}, {trinn.tittel}", trinn.nar, ellers)


def _contact(kontakt: Kontaktpeker) -> Item:
    nar = f"Bare når: {one_line(kontakt.nar)}." if kontakt.nar else ""
    return Item(contact_name(kontakt), under=tuple(filter(None, (kontakt.hvorfor, nar))))


def _additions(tegning: Tegning) -> Iterable[Block]:
    if not tegning.tillegg:
        return
    yield Heading("Rader som legger til noe")
    yield Paragraph("De bestemmer aldri ruta. De gjelder i tillegg til den, hvis den ikke stopper.")
    for rad in tegning.tillegg:
        yield from _row(rad)


def _explained(tegning: Tegning) -> Iterator[Block]:
    if tegning.vilkar:
        yield Heading("Vilkår med eget navn")
    for vilkar in tegning.vilkar:
        yield Heading(f"«{vilkar.navn}»", 3)
        nar = _when(vilkar.nar)
        yield Paragraph(nar) if isinstance(nar, str) else nar
    if tegning.grupper:
        punkter = tuple(Item(f"«{g.navn}»: {'; '.join(g.roller)}") for g in tegning.grupper)
        yield from (Heading("Grupper av roller"), Items(punkter))
    if tegning.merknader:
        punkter = tuple(map(Item, tegning.merknader))
        yield from (Heading("Når svar mangler"), Items(punkter))


def _role_list(liste: Rolleliste) -> Document:
    punkter = (
        Item(
            "; ".join(r.roller),
            under=tuple(
                f"{nr}) {_if(k.navn, k.nar, '')}" for nr, k in enumerate(r.kontakter, start=1)
            ),
        )
        for r in liste.rader
    )
    return (Heading(f"Lista «{liste.navn}», etter rolle"), Items(tuple(punkter)))
