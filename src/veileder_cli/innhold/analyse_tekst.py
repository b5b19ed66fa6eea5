"""What was proved, as text for an author and as JSON."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from veileder_cli.innhold.analyse import Analyse, Lesning
from veileder_cli.innhold.analyse_eksempel import Eksempel, Gitt
from veileder_cli.innhold.analyse_paastander import Utvei
from veileder_cli.innhold.analyse_rader import Funn
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.render.layout import FAST_MELLOMROM
from veileder_cli.sprak import _, ngettext

_ETT_SVAR: Final = (Sporsmalstype.JA_NEI, Sporsmalstype.ETT, Sporsmalstype.ROLLE)
_GJELDER: Final = _(
    "Beviset gjelder rute, neste trinn, kontakter og varsler. Det gjelder ikke tekstene, tiltakene "
    "eller rekkefølgen på kontaktene."
)
_MEST_SIFRE: Final = 18


def as_dict(lesning: Lesning, ut: Analyse) -> dict[str, Any]:
    """Give the outcome for JSON; `holder` is null for a promise that was not come to."""
    brutt = {f.feil.sti: False for f in ut.funn if f.slag in {"paastand", "tom"}}
    holder = brutt | {f"paastander[{id_}]": True for id_ in ut.bevist}
    return {
        "gyldig": ut.holder,
        "fullstendig": not ut.stoppet_ved,
        "stoppet_ved": ut.stoppet_ved or None,
        "steg": {"gjort": ut.gjort, "alle": ut.steg},
        "kombinasjoner": ut.kombinasjoner,
        "noder": ut.noder,
        "grense": ut.grense,
        "feil": [_finding(lesning, f) for f in ut.funn],
        "paastander": [
            {"id": p.id, "tekst": p.tekst, "holder": holder.get(f"paastander[{p.id}]")}
            for p in ut.paastander
        ],
        "siste_utvei": [_last_resort(u) for u in ut.utveier],
    }


def _finding(lesning: Lesning, funn: Funn) -> dict[str, Any]:
    return {
        "slag": funn.slag,
        **asdict(lesning.problem(funn.feil)),
        "eksempel": _example(funn.eksempel),
        "sammenlignet_med": _example(funn.uten),
    }


def _example(eksempel: Eksempel | None) -> dict[str, Any] | None:
    if eksempel is None:
        return None
    svar = {sporsmal: list(verdier) for sporsmal, verdier in eksempel.svar.items()}
    return {"svar": svar, "rute": eksempel.rute or None, "trinn": eksempel.trinn or None}


def _last_resort(utvei: Utvei) -> dict[str, Any]:
    return {
        "klasse": utvei.klasse,
        "usikker": utvei.usikker,
        "mulig": utvei.eksempel is not None,
        "vernet_av": list(utvei.vernet),
        "eksempel": _example(utvei.eksempel),
    }


def report(lesning: Lesning, ut: Analyse) -> Document:
    """Give what is wrong with the smallest examples, what is proved, and the sum at the end."""
    return (
        *_faults(lesning, ut),
        *_promises(ut),
        *_classes(lesning.lest.veileder, ut),
        Heading(_("Slik er det regnet")),
        Paragraph(f"{_too_large(ut) if ut.stoppet_ved else _counted(ut)} {_GJELDER}"),
        Paragraph(_sum(ut), viktig=True),
    )


def _faults(lesning: Lesning, ut: Analyse) -> Document:
    if not ut.funn:
        return ()
    deler = (blokk for funn in ut.funn for blokk in _fault(lesning, funn))
    return (Heading(_("Feil – må rettes")), *deler)


def _fault(lesning: Lesning, funn: Funn) -> Iterator[Paragraph]:
    """The fault unbroken on its line, and answers that can be pasted into a case."""
    veileder = lesning.lest.veileder
    yield Paragraph(_unbroken(str(lesning.problem(funn.feil))))
    for innledning, eksempel in (
        (_("Færrest mulig svar som viser det. De gir {resultat}:"), funn.eksempel),
        (_("Til sammenligning gir disse {resultat}:"), funn.uten),
    ):
        if eksempel:
            gir = innledning.format(resultat=_result(eksempel))
            yield Paragraph(f"{gir}\n{_pasted(veileder, eksempel.svar)}")


def _result(eksempel: Eksempel) -> str:
    if not eksempel.rute:
        return _("ingen rute")
    if not eksempel.trinn:
        return _("ruta «{rute}» og ikke noe trinn").format(rute=eksempel.rute)
    tekst = _("ruta «{rute}» og trinnet «{trinn}»")
    return tekst.format(rute=eksempel.rute, trinn=eksempel.trinn)


def _pasted(veileder: Veileder, svar: Gitt) -> str:
    """Write answers as they stand in a case, one question a line."""
    if not svar:
        return _unbroken("    svar: {}")
    linjer = (f"      {id_}: {_value(veileder, id_, verdier)}" for id_, verdier in svar.items())
    return "\n".join(map(_unbroken, ("    svar:", *linjer)))


def _value(veileder: Veileder, sporsmal: str, verdier: tuple[str, ...]) -> str:
    ett = veileder.sporsmal_med_id[sporsmal].type in _ETT_SVAR
    return verdier[0] if ett else f"[{', '.join(verdier)}]"


def _promises(ut: Analyse) -> Document:
    """List the promises that are proved, and those that were not come to."""
    brutt = {f.feil.sti for f in ut.funn}
    bevist = tuple(Item(p.tekst) for p in ut.paastander if p.id in ut.bevist)
    igjen = tuple(
        Item(p.tekst)
        for p in ut.paastander
        if p.id not in ut.bevist and not brutt & {f"paastander[{p.id}]", f"paastander[{p.id}].hvis"}
    )
    return (
        *((Heading(_("Bevist for alle svar")), Items(bevist)) if bevist else ()),
        *((Heading(_("Ikke undersøkt")), Items(igjen)) if igjen else ()),
    )


def _classes(veileder: Veileder, ut: Analyse) -> Document:
    """Say which classes of signs can end in the row that always holds, and with what answers."""
    aldri = [_class(veileder, u) for u in ut.utveier if not u.eksempel]
    punkter = (
        *((Item(_("Aldri: {klasser}").format(klasser="; ".join(aldri))),) if aldri else ()),
        *(Item(_possible(veileder, u, u.eksempel.svar)) for u in ut.utveier if u.eksempel),
    )
    if not punkter:
        return ()
    innledning = _("Siste utvei er raden som gjelder når ingen andre rader gjør det.")
    tittel = Heading(_("Hvilke tegn kan ende i siste utvei?"))
    return (tittel, Items(punkter, innledning=innledning))


def _possible(veileder: Veileder, utvei: Utvei, svar: Gitt) -> str:
    tekst = _("{klasse}: kan, for eksempel med {svar}")
    return tekst.format(klasse=_class(veileder, utvei), svar=_line(veileder, svar))


def _class(veileder: Veileder, utvei: Utvei) -> str:
    navn = next(k.navn for k in veileder.bekymringstegn.klasser if k.id == utvei.klasse)
    tekst = _("«{klasse}» usikkert") if utvei.usikker else _("«{klasse}» sett")
    return tekst.format(klasse=navn)


def _line(veileder: Veileder, svar: Gitt) -> str:
    return ", ".join(f"{id_}: {_value(veileder, id_, svar[id_])}" for id_ in svar)


def _counted(ut: Analyse) -> str:
    return _(
        "Reglene kan skille mellom {kombinasjoner} kombinasjoner av svar. Alle er regnet med, uten "
        "å regne dem ut én for én ({noder} mellomresultater, grensen er {grense})."
    ).format(
        kombinasjoner=number(ut.kombinasjoner), noder=number(ut.noder), grense=number(ut.grense)
    )


def _too_large(ut: Analyse) -> str:
    return _(
        "Veilederen er for stor til å bevises helt med denne grensen. Det stoppet ved "
        "{stoppet_ved}, etter {gjort} av {steg} steg og {noder} mellomresultater av {grense}. "
        "Reglene kan skille mellom {kombinasjoner} kombinasjoner av svar. Det som er listet som "
        "bevist, står fast. Resten er ikke undersøkt. Prøv en høyere grense med --grense."
    ).format(
        stoppet_ved=ut.stoppet_ved,
        gjort=ut.gjort,
        steg=ut.steg,
        noder=number(ut.noder),
        grense=number(ut.grense),
        kombinasjoner=number(ut.kombinasjoner),
    )


def _sum(ut: Analyse) -> str:
    """Say what is wrong, what is proved, and whether there is more to know; in sentences."""
    antall, alle = len(ut.funn), len(ut.paastander)
    feil = ngettext("{antall} feil.", "{antall} feil.", antall).format(antall=antall)
    paastander = ngettext(
        "{bevist} av {alle} påstand er bevist.", "{bevist} av {alle} påstander er bevist.", alle
    ).format(bevist=len(ut.bevist), alle=alle)
    setninger = (
        feil if antall else _("Ingen feil."),
        paastander if alle else _("Veilederen har ingen påstander (paastander.yaml)."),
        _("Ikke alt er undersøkt.") if ut.stoppet_ved else "",
    )
    return " ".join(filter(None, setninger))


def number(tall: int) -> str:
    """Write a number that can be read: in groups, or as a power of ten."""
    if len(str(tall)) > _MEST_SIFRE:
        return _("om lag 10^{eksponent}").format(eksponent=len(str(tall)) - 1)
    return f"{tall:,}".replace(",", FAST_MELLOMROM)


def _unbroken(tekst: str) -> str:
    return tekst.replace(" ", FAST_MELLOMROM)
