"""The questions must be askable: choices where there must be some, and nothing asked too early."""

from collections import Counter
from collections.abc import Iterator

from veileder_cli.conditions import walk
from veileder_cli.facts import possible_values
from veileder_cli.integrity.conditions import questions_asked_about
from veileder_cli.integrity.fault import Fault
from veileder_cli.model.betingelse import Rollegruppe, Sett, Usikker
from veileder_cli.model.sjekk import Sporsmal, Sporsmalstype
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
        if sporsmal.uten_svar and sporsmal.uten_svar not in possible_values(veileder, sporsmal):
            yield Fault(sti, f"«{sporsmal.uten_svar}» er ikke et svar på dette", "rett «uten_svar»")
        yield from _asked_too_early(veileder, sporsmal, over, sti)
        over.append(sporsmal)


def _asked_too_early(
    veileder: Veileder, sporsmal: Sporsmal, over: list[Sporsmal], sti: str
) -> Iterator[Fault]:
    """Whether a question is asked may rest on the answers above it only."""
    trengs = set(questions_asked_about(sporsmal.nar, veileder.regler.vilkar))
    for del_ in walk(sporsmal.nar):
        for ord_, type_ in (
            (Rollegruppe, Sporsmalstype.ROLLE),
            (Sett, Sporsmalstype.TEGN),
            (Usikker, Sporsmalstype.USIKRE_TEGN),
        ):
            if isinstance(del_, ord_):
                trengs.add(veileder.sporsmal_av_type(type_))
    for id_ in sorted(trengs - {s.id for s in over}):
        feil = f"spørsmålet avhenger av «{id_}», som ikke er stilt ennå"
        yield Fault(f"{sti}.nar", feil, f"flytt «{id_}» over dette spørsmålet")
