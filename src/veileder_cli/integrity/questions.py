"""The questions must be askable: choices where there must be some, and nothing asked too early."""

from collections import Counter
from collections.abc import Iterator

from veileder_cli.facts import possible_values
from veileder_cli.integrity.conditions import walk_all
from veileder_cli.integrity.fault import Fault
from veileder_cli.model.betingelse import (
    Betingelse,
    Rollegruppe,
    Sett,
    SvarEr,
    SvarFra,
    Ubesvart,
    Usikker,
)
from veileder_cli.model.sjekk import VET_IKKE, Sporsmal, Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _, ngettext

_MED_VALG = frozenset({Sporsmalstype.ETT, Sporsmalstype.FLERE})
_HOYST_ETT = frozenset(Sporsmalstype) - _MED_VALG - {Sporsmalstype.JA_NEI}


def question_faults(veileder: Veileder) -> Iterator[Fault]:
    """Find questions without choices, given twice, or asked before what they depend on."""
    typer = Counter(s.type for s in veileder.sporsmal)
    over: list[Sporsmal] = []
    for sporsmal in veileder.sporsmal:
        sti = f"sporsmal[{sporsmal.id}]"
        if sporsmal.type in _MED_VALG and not sporsmal.valg:
            yield Fault(
                sti, _("spørsmålet har ingen valg"), _("legg til «{felt}:»").format(felt="valg")
            )
        if sporsmal.type in _HOYST_ETT and typer[sporsmal.type] > 1:
            feil = _("det er flere spørsmål av typen «{type}»").format(type=sporsmal.type)
            yield Fault(sti, feil, _("behold ett"))
        if sporsmal.ordnet and sporsmal.type is not Sporsmalstype.ETT:
            feil = _("spørsmål av typen «{type}» kan ikke være ordnet").format(type=sporsmal.type)
            yield Fault(f"{sti}.ordnet", feil, _("bruk typen «ett», eller ta bort «ordnet»"))
        if sporsmal.uten_svar and sporsmal.uten_svar not in possible_values(veileder, sporsmal):
            feil = _("«{svar}» er ikke et svar på dette spørsmålet").format(svar=sporsmal.uten_svar)
            yield Fault(f"{sti}.uten_svar", feil, _("skriv et av svarene"))
        if sporsmal.type is Sporsmalstype.ROLLE and not veileder.roller:
            yield Fault(sti, _("spørsmålet har ingen roller å velge i"), _("skriv minst én rolle"))
        if sporsmal.vet_ikke_teller and sporsmal.type in _HOYST_ETT:
            feil = _("«vet ikke» kan ikke telle i et spørsmål av typen «{type}»").format(
                type=sporsmal.type
            )
            yield Fault(f"{sti}.vet_ikke_teller", feil, _("ta bort «vet_ikke_teller»"))
        yield from _choices(sporsmal, sti)
        yield from _asked_too_early(veileder, sporsmal, over, sti)
        over.append(sporsmal)


def _asked_too_early(
    veileder: Veileder, sporsmal: Sporsmal, over: list[Sporsmal], sti: str
) -> Iterator[Fault]:
    """Whether a question is asked may rest on the answers above it only."""
    trengs = {
        id_
        for del_ in walk_all(sporsmal.nar, veileder.regler.vilkar)
        for id_ in _rests_on(veileder, del_)
    }
    for id_ in sorted(trengs - {s.id for s in over}):
        feil = _("spørsmålet avhenger av «{id}», som ikke er stilt ennå").format(id=id_)
        yield Fault(f"{sti}.nar", feil, _("flytt «{id}» over dette spørsmålet").format(id=id_))


def _rests_on(veileder: Veileder, del_: Betingelse) -> tuple[str, ...]:
    """Name the question that a condition is decided by."""
    match del_:
        case SvarEr(sporsmal) | SvarFra(sporsmal) | Ubesvart(sporsmal):
            return (sporsmal,)
        case Rollegruppe():
            return (veileder.sporsmal_av_type(Sporsmalstype.ROLLE),)
        case Sett():
            return (veileder.sporsmal_av_type(Sporsmalstype.TEGN),)
        case Usikker():
            return (veileder.sporsmal_av_type(Sporsmalstype.USIKRE_TEGN),)
        case _:
            return ()


def _choices(sporsmal: Sporsmal, sti: str) -> Iterator[Fault]:
    """Choices have a value each; a yes-or-no question may only say more about "vet ikke"."""
    for verdi, antall in Counter(v.verdi for v in sporsmal.valg).items():
        if antall > 1:
            feil = ngettext(
                "verdien «{verdi}» er brukt {antall} gang",
                "verdien «{verdi}» er brukt {antall} ganger",
                antall,
            ).format(verdi=verdi, antall=antall)
            yield Fault(f"{sti}.valg", feil, _("gi hver sin"))
        if sporsmal.type not in _MED_VALG and verdi != VET_IKKE:
            feil = _("denne typen spørsmål kan ikke ha valget «{verdi}»").format(verdi=verdi)
            tiltak = _("ta det bort, eller bruk typen «ett» eller «flere»")
            yield Fault(f"{sti}.valg", feil, tiltak)
