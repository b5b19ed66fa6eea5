"""Every condition must ask about what exists, and of what is known where it is asked."""

from collections.abc import Iterator, Mapping
from typing import Final

from veileder_cli.conditions import walk
from veileder_cli.facts import possible_values
from veileder_cli.integrity.fault import Fault, is_condition, walk_fields
from veileder_cli.integrity.references import unknown
from veileder_cli.model.betingelse import (
    Betingelse,
    HarKontakt,
    HarTrinn,
    HarVarsel,
    Rollegruppe,
    RuteEr,
    Sett,
    SvarEr,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.innhold import Kontakt
from veileder_cli.model.sjekk import VET_IKKE, Kontaktvalg, Regel, Sporsmal, Trinnvalg
from veileder_cli.model.veileder import Veileder

_BARE_SVAR: Final = (Sporsmal, Regel, Trinnvalg)
_UTFALL: Final = (RuteEr, HarTrinn, HarKontakt, HarVarsel)
_LISTER: Final = (HarKontakt, HarVarsel)


def condition_faults(veileder: Veileder) -> Iterator[Fault]:
    """Find conditions that name what does not exist or is not decided yet."""
    yield from _named_conditions(veileder)
    for felt in walk_fields(veileder):
        if not is_condition(felt.verdi):
            continue
        for del_ in walk(felt.verdi):
            yield from _names(veileder, del_, felt.sti)
            yield from _too_early(felt.eier, del_, felt.sti)
    yield from _notice_order(veileder)


def _named_conditions(veileder: Veileder) -> Iterator[Fault]:
    """A named condition may use those above it only, so none can end in itself."""
    over: list[str] = []
    for navn, betingelse in veileder.regler.vilkar.items():
        sti = f"regler.vilkar.{navn}"
        for del_ in walk(betingelse):
            yield from _names(veileder, del_, sti)
            if isinstance(del_, _UTFALL):
                yield Fault(sti, "navngitte vilkår kan bare gjelde svar", "flytt det")
            if isinstance(del_, Vilkar) and del_.navn not in over:
                yield Fault(sti, f"«{del_.navn}» står ikke over «{navn}»", "flytt det opp")
        over.append(navn)


def _names(veileder: Veileder, del_: Betingelse, sti: str) -> Iterator[Fault]:
    for slag, ord_, finnes in _named(veileder, del_):
        if ord_ not in finnes:
            yield unknown(ord_, slag, finnes, sti)


def _named(veileder: Veileder, del_: Betingelse) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """List what a condition names, as what, and what there is of that kind."""
    sporsmal = veileder.sporsmal_med_id
    regler = veileder.regler.regler
    match del_:
        case SvarEr(id_, verdier):
            yield "spørsmål", id_, tuple(sporsmal)
            if id_ in sporsmal:
                lovlige = _values(veileder, sporsmal[id_])
                yield from ((f"svar på «{id_}»", v, lovlige) for v in verdier)
        case Ubesvart(id_):
            yield "spørsmål", id_, tuple(sporsmal)
        case Sett(krav) | Usikker(krav):
            klasser = tuple(k.id for k in veileder.bekymringstegn.klasser)
            yield from (("tegnklasse", k, klasser) for k in krav.klasse)
            yield from (("tegn", i, tuple(veileder.tegnklasse)) for i in krav.id)
        case Rollegruppe(gruppe):
            yield "rollegruppe", gruppe, tuple(g for r in veileder.roller for g in r.grupper)
        case Vilkar(navn):
            yield "vilkår", navn, tuple(veileder.regler.vilkar)
        case RuteEr(ruter, traff):
            finnes = tuple(r.id for r in regler if r.setter_rute or traff)
            yield from (("rute", r, finnes) for r in ruter)
        case HarKontakt(kontakt):
            yield "kontakt", kontakt, tuple(veileder.kontakt)
        case HarVarsel(varsel):
            yield "varsel", varsel, tuple(v.id for v in veileder.varsler)
        case _:
            pass


def _values(veileder: Veileder, sporsmal: Sporsmal) -> tuple[str, ...]:
    vet_ikke = (VET_IKKE,) if sporsmal.vet_ikke_teller else ()
    return (*possible_values(veileder, sporsmal), *vet_ikke)


def _too_early(eier: object, del_: Betingelse, sti: str) -> Iterator[Fault]:
    """Rules rest on answers alone; who is on the list is known only after the contacts."""
    if isinstance(eier, _BARE_SVAR) and isinstance(del_, _UTFALL):
        yield Fault(sti, "vilkåret gjelder utfallet, som ikke er kjent her", "bruk vilkår om svar")
    if isinstance(eier, Kontaktvalg | Kontakt) and isinstance(del_, _LISTER):
        yield Fault(sti, "kontakter og varsler er ikke kjent her", "bruk vilkår om svar eller rute")


def _notice_order(veileder: Veileder) -> Iterator[Fault]:
    """A notice may depend on the notices above it only."""
    over: set[str] = set()
    for varsel in veileder.varsler:
        for del_ in walk(varsel.vises_nar):
            if isinstance(del_, HarVarsel) and del_.varsel not in over:
                sti = f"varsler[{varsel.id}].vises_nar"
                yield Fault(sti, f"varselet «{del_.varsel}» står ikke over dette", "flytt det opp")
        over.add(varsel.id)


def questions_asked_about(
    betingelse: Betingelse, vilkar: Mapping[str, Betingelse]
) -> Iterator[str]:
    """Name the questions that a condition asks about, through named conditions too."""
    for del_ in walk(betingelse):
        match del_:
            case SvarEr(sporsmal) | Ubesvart(sporsmal):
                yield sporsmal
            case Vilkar(navn) if navn in vilkar:
                yield from questions_asked_about(vilkar[navn], vilkar)
            case _:
                pass
