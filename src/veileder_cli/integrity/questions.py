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

_MED_VALG = frozenset({Sporsmalstype.ETT, Sporsmalstype.FLERE})
_HOYST_ETT = frozenset(Sporsmalstype) - _MED_VALG - {Sporsmalstype.JA_NEI}


def question_faults(veileder: Veileder) -> Iterator[Fault]:
    """Find questions without choices, given twice, or asked before what they depend on."""
    typer = Counter(s.type for s in veileder.sporsmal)
    over: list[Sporsmal] = []
    for sporsmal in veileder.sporsmal:
        sti = f"sporsmal[{sporsmal.id}]"
        if sporsmal.type in _MED_VALG and not sporsmal.valg:
            yield Fault(sti, "spørsmålet har ingen valg", "legg til «valg:»")
        if sporsmal.type in _HOYST_ETT and typer[sporsmal.type] > 1:
            yield Fault(sti, f"det er flere spørsmål av typen «{sporsmal.type}»", "behold ett")
        if sporsmal.ordnet and sporsmal.type is not Sporsmalstype.ETT:
            feil = f"spørsmål av typen «{sporsmal.type}» kan ikke være ordnet"
            yield Fault(f"{sti}.ordnet", feil, "bruk typen «ett», eller ta bort «ordnet»")
        if sporsmal.uten_svar and sporsmal.uten_svar not in possible_values(veileder, sporsmal):
            feil = f"«{sporsmal.uten_svar}» er ikke et svar på dette spørsmålet"
            yield Fault(f"{sti}.uten_svar", feil, "skriv et av svarene")
        if sporsmal.type is Sporsmalstype.ROLLE and not veileder.roller:
            yield Fault(sti, "spørsmålet har ingen roller å velge i", "skriv minst én rolle")
        if sporsmal.vet_ikke_teller and sporsmal.type in _HOYST_ETT:
            feil = f"«vet ikke» kan ikke telle i et spørsmål av typen «{sporsmal.type}»"
            yield Fault(f"{sti}.vet_ikke_teller", feil, "ta bort «vet_ikke_teller»")
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
        feil = f"spørsmålet avhenger av «{id_}», som ikke er stilt ennå"
        yield Fault(f"{sti}.nar", feil, f"flytt «{id_}» over dette spørsmålet")


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
            yield Fault(f"{sti}.valg", f"verdien «{verdi}» er brukt {antall} ganger", "gi hver sin")
        if sporsmal.type not in _MED_VALG and verdi != VET_IKKE:
            feil = f"denne typen spørsmål kan ikke ha valget «{verdi}»"
            yield Fault(f"{sti}.valg", feil, "ta det bort, eller bruk typen «ett» eller «flere»")
