"""Every condition must ask about what exists, and of what is known where it is asked."""

from collections.abc import Iterator, Mapping
from typing import Final

from veileder_cli.conditions import walk
from veileder_cli.facts import possible_values
from veileder_cli.integrity.fault import Fault, Felt, is_condition, walk_fields
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
    SvarFra,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.innhold import Kontakt, Utsagn
from veileder_cli.model.sjekk import VET_IKKE, Kontaktvalg, Regel, Sporsmal, Trinnvalg
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _

_BARE_SVAR: Final = (Sporsmal, Regel, Trinnvalg)
_UTFALL: Final = (RuteEr, HarTrinn, HarKontakt, HarVarsel)
_ORDNET: Final = "ordnet"
_LISTER: Final = (HarKontakt, HarVarsel)


def condition_faults(veileder: Veileder) -> Iterator[Fault]:
    """Find conditions that name what does not exist or is not decided yet."""
    yield from _named_conditions(veileder)
    for felt in walk_fields(veileder):
        if not is_condition(felt.verdi):
            continue
        yield from _not_asked(felt)
        for del_ in walk(felt.verdi):
            yield from _names(veileder, del_, felt.sti)
            yield from _too_early(felt.eier, del_, felt.sti)
    yield from _notice_order(veileder)


def _named_conditions(veileder: Veileder) -> Iterator[Fault]:
    """A named condition may use those above it only, so none can end in itself."""
    over: set[str] = set()
    for navn, betingelse in veileder.regler.vilkar.items():
        sti = f"regler.vilkar.{navn}"
        for del_ in walk(betingelse):
            yield from _names(veileder, del_, sti)
            if isinstance(del_, _UTFALL):
                yield Fault(sti, _("navngitte vilkår kan bare gjelde svar"), _("flytt det"))
            if isinstance(del_, Vilkar) and del_.navn in veileder.regler.vilkar.keys() - over:
                feil = _("«{vilkar}» står ikke over «{navn}»").format(vilkar=del_.navn, navn=navn)
                yield Fault(sti, feil, _("flytt det opp"))
        over.add(navn)


def _names(veileder: Veileder, del_: Betingelse, sti: str) -> Iterator[Fault]:
    regler = {r.id for r in veileder.regler.regler}
    delte = {t.id for k in veileder.bekymringstegn.kategorier for t in k.tegn if t.deler}
    for slag, ord_, finnes in _named(veileder, del_):
        if ord_ in finnes:
            continue
        if slag == "rute" and ord_ in regler:
            feil = _("«{id}» setter ikke rute").format(id=ord_)
            yield Fault(sti, feil, _("bruk «traff» i stedet for «rute»"))
        elif slag == _ORDNET:
            feil = _("spørsmålet «{id}» har ikke «ordnet: ja»").format(id=ord_)
            yield Fault(sti, feil, _("bruk «svar», eller gjør spørsmålet ordnet"))
        elif slag == "tegn" and ord_ in delte:
            feil = _("«{id}» blir svart på i deler").format(id=ord_)
            yield Fault(sti, feil, _("bruk id-ene til delene"))
        else:
            yield unknown(ord_, slag, finnes, sti)


def _named(veileder: Veileder, del_: Betingelse) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """List what a condition names, as what, and what there is of that kind."""
    regler = veileder.regler.regler
    match del_:
        case SvarEr() | SvarFra() | Ubesvart():
            yield from _question_named(veileder, del_)
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


def _question_named(
    veileder: Veileder, del_: SvarEr | SvarFra | Ubesvart
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """A question, and those of its answers that the condition names."""
    sporsmal, ordnet = veileder.sporsmal_med_id, veileder.rekkefolge
    match del_:
        case SvarFra(id_, verdi):
            yield _ORDNET, id_, tuple(ordnet)
            if id_ in ordnet:
                yield _answer_to(id_), verdi, ordnet[id_]
        case SvarEr(id_, verdier):
            yield "spørsmål", id_, tuple(sporsmal)
            if id_ in sporsmal:
                lovlige = _values(veileder, sporsmal[id_])
                yield from ((_answer_to(id_), v, lovlige) for v in verdier)
        case Ubesvart(id_):
            yield "spørsmål", id_, tuple(sporsmal)


def _answer_to(sporsmal: str) -> str:
    return _("svar på «{sporsmal}»").format(sporsmal=sporsmal)


def _values(veileder: Veileder, sporsmal: Sporsmal) -> tuple[str, ...]:
    vet_ikke = (VET_IKKE,) if sporsmal.vet_ikke_teller else ()
    return (*possible_values(veileder, sporsmal), *vet_ikke)


def _too_early(eier: object, del_: Betingelse, sti: str) -> Iterator[Fault]:
    """Rules rest on answers alone; who is on the list is known only after the contacts."""
    if isinstance(eier, _BARE_SVAR) and isinstance(del_, _UTFALL):
        feil = _("vilkåret gjelder utfallet, som ikke er kjent her")
        yield Fault(sti, feil, _("bruk vilkår om svar"))
    if isinstance(eier, Kontaktvalg | Kontakt) and isinstance(del_, _LISTER):
        feil = _("kontakter og varsler er ikke kjent her")
        yield Fault(sti, feil, _("bruk vilkår om svar eller rute"))


def _notice_order(veileder: Veileder) -> Iterator[Fault]:
    """A notice and its texts may depend on the notices above it only."""
    over: set[str] = set()
    alle = {v.id for v in veileder.varsler}
    for varsel in veileder.varsler:
        for felt in walk_fields(varsel, f"varsler[{varsel.id}]"):
            for del_ in walk(felt.verdi) if is_condition(felt.verdi) else ():
                if isinstance(del_, HarVarsel) and del_.varsel in alle - over:
                    feil = _("varselet «{id}» står ikke over dette").format(id=del_.varsel)
                    yield Fault(felt.sti, feil, _("flytt det opp"))
        over.add(varsel.id)


def _not_asked(felt: Felt) -> Iterator[Fault]:
    """Only rules, notices and the duties of a role are chosen by what was answered."""
    velges = felt.sti.startswith(("regler.", "varsler[")) or ".plikter[" in felt.sti
    if isinstance(felt.eier, Utsagn) and not velges:
        yield Fault(felt.sti, _("vilkåret blir ikke brukt her"), _("ta bort «hvis»"))


def walk_all(
    betingelse: Betingelse, vilkar: Mapping[str, Betingelse], brukt: frozenset[str] = frozenset()
) -> Iterator[Betingelse]:
    """Go through a condition and all its parts, through named conditions too, but no ring."""
    for del_ in walk(betingelse):
        yield del_
        if isinstance(del_, Vilkar) and del_.navn in vilkar and del_.navn not in brukt:
            yield from walk_all(vilkar[del_.navn], vilkar, brukt | {del_.navn})
