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

_ETT_SVAR: Final = (Sporsmalstype.JA_NEI, Sporsmalstype.ETT, Sporsmalstype.ROLLE)
_GJELDER: Final = (
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
        Heading("Slik er det regnet"),
        Paragraph(
            f"Reglene kan skille mellom {number(ut.kombinasjoner)} kombinasjoner av svar. Alle er "
            f"regnet med, uten å regne dem ut én for én ({number(ut.noder)} mellomresultater, "
            f"grensen er {number(ut.grense)}). {_GJELDER}"
            if not ut.stoppet_ved
            else _too_large(ut)
        ),
        Paragraph(_sum(ut), viktig=True),
    )


def _faults(lesning: Lesning, ut: Analyse) -> Document:
    if not ut.funn:
        return ()
    deler = (blokk for funn in ut.funn for blokk in _fault(lesning, funn))
    return (Heading("Feil – må rettes"), *deler)


def _fault(lesning: Lesning, funn: Funn) -> Iterator[Paragraph]:
    """The fault unbroken on its line, and answers that can be pasted into a case."""
    veileder = lesning.lest.veileder
    yield Paragraph(_unbroken(str(lesning.problem(funn.feil))))
    for innledning, eksempel in _shown(funn):
        yield Paragraph(f"{innledning} {_result(eksempel)}:\n{_pasted(veileder, eksempel.svar)}")


def _shown(funn: Funn) -> Iterator[tuple[str, Eksempel]]:
    if funn.eksempel:
        yield "Færrest mulig svar som viser det. De gir", funn.eksempel
    if funn.uten:
        yield "Til sammenligning gir disse", funn.uten


def _result(eksempel: Eksempel) -> str:
    if not eksempel.rute:
        return "ingen rute"
    trinn = f"trinnet «{eksempel.trinn}»" if eksempel.trinn else "ikke noe trinn"
    return f"ruta «{eksempel.rute}» og {trinn}"


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
        *((Heading("Bevist for alle svar"), Items(bevist)) if bevist else ()),
        *((Heading("Ikke undersøkt"), Items(igjen)) if igjen else ()),
    )


def _classes(veileder: Veileder, ut: Analyse) -> Document:
    """Say which classes of signs can end in the row that always holds, and with what answers."""
    aldri = [_class(veileder, u) for u in ut.utveier if not u.eksempel]
    punkter = (
        *((Item(f"Aldri: {'; '.join(aldri)}"),) if aldri else ()),
        *(
            Item(f"{_class(veileder, u)}: kan, for eksempel med {_line(veileder, u.eksempel.svar)}")
            for u in ut.utveier
            if u.eksempel
        ),
    )
    if not punkter:
        return ()
    innledning = "Siste utvei er raden som gjelder når ingen andre rader gjør det."
    return (Heading("Hvilke tegn kan ende i siste utvei?"), Items(punkter, innledning=innledning))


def _class(veileder: Veileder, utvei: Utvei) -> str:
    navn = next(k.navn for k in veileder.bekymringstegn.klasser if k.id == utvei.klasse)
    return f"«{navn}» {'usikkert' if utvei.usikker else 'sett'}"


def _line(veileder: Veileder, svar: Gitt) -> str:
    return ", ".join(f"{id_}: {_value(veileder, id_, svar[id_])}" for id_ in svar)


def _too_large(ut: Analyse) -> str:
    return (
        f"Veilederen er for stor til å bevises helt med denne grensen. Det stoppet ved "
        f"{ut.stoppet_ved}, etter {ut.gjort} av {ut.steg} steg og {number(ut.noder)} "
        f"mellomresultater av {number(ut.grense)}. Reglene kan skille mellom "
        f"{number(ut.kombinasjoner)} kombinasjoner av svar. Det som er listet som bevist, står "
        f"fast. Resten er ikke undersøkt. Prøv en høyere grense med --grense. {_GJELDER}"
    )


def _sum(ut: Analyse) -> str:
    antall = len(ut.funn)
    feil = f"{antall or 'Ingen'} feil."
    paastander = f"{len(ut.bevist)} av {len(ut.paastander)} påstander er bevist."
    if not ut.paastander:
        paastander = "Veilederen har ingen påstander (paastander.yaml)."
    ikke = " Ikke alt er undersøkt." if ut.stoppet_ved else ""
    return f"{feil} {paastander}{ikke}"


def number(tall: int) -> str:
    """Write a number that can be read: in groups, or as a power of ten."""
    if len(str(tall)) > _MEST_SIFRE:
        return f"om lag 10^{len(str(tall)) - 1}"
    return f"{tall:,}".replace(",", FAST_MELLOMROM)


def _unbroken(tekst: str) -> str:
    return tekst.replace(" ", FAST_MELLOMROM)
