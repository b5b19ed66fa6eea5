"""Gathers what the conditions of a guide ask about: nothing else can make a difference."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from veileder_cli.integrity.conditions import walk_all
from veileder_cli.model.betingelse import (
    Betingelse,
    Rollegruppe,
    Sett,
    SvarEr,
    SvarFra,
    Tegnkrav,
    Ubesvart,
    Usikker,
)
from veileder_cli.model.sjekk import VET_IKKE, Sporsmalstype
from veileder_cli.model.veileder import Veileder

FAKTORTYPER = (Sporsmalstype.RISIKO, Sporsmalstype.BESKYTTELSE)


@dataclass(slots=True)
class Atomer:
    """What is asked: sets of values by question, demands on signs, and who is left unanswered."""

    verdier: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    ubesvart: set[str] = field(default_factory=set)
    sett: list[Tegnkrav] = field(default_factory=list)
    usikre: list[Tegnkrav] = field(default_factory=list)


def table_conditions(veileder: Veileder) -> Iterator[Betingelse]:
    """Give what route, step, contacts and notices rest on; texts and measures rest on more."""
    regelsett = veileder.regler
    yield from (s.nar for s in veileder.sporsmal)
    yield from (r.hvis for r in regelsett.regler)
    yield from (v.hvis for r in regelsett.regler for v in r.trinn)
    yield from (v.hvis for r in regelsett.regler for v in r.kontakter)
    yield from (v.hvis for v in regelsett.kontakter_forst)
    yield from (k.hvis for k in veileder.kontakter)
    yield from (v.vises_nar for v in veileder.varsler)
    for klasse in veileder.bekymringstegn.klasser:
        yield Sett(Tegnkrav(klasse=(klasse.id,)))
        yield Usikker(Tegnkrav(klasse=(klasse.id,)))


def gather(veileder: Veileder, betingelser: Iterable[Betingelse]) -> Atomer:
    """Gather what the conditions ask, and which contacts each role has on its lists."""
    atomer = Atomer()
    rolle = veileder.sporsmal_av_type(Sporsmalstype.ROLLE)
    for del_ in {d for b in betingelser for d in walk_all(b, veileder.regler.vilkar)}:
        match del_:
            case SvarEr(sporsmal, verdier):
                atomer.verdier.setdefault(sporsmal, []).append(frozenset(verdier))
            case SvarFra(sporsmal, verdi):
                atomer.verdier.setdefault(sporsmal, []).append(veileder.fra_og_med(sporsmal, verdi))
            case Ubesvart(sporsmal):
                atomer.ubesvart.add(sporsmal)
            case Sett(krav):
                atomer.sett.append(krav)
            case Usikker(krav):
                atomer.usikre.append(krav)
            case Rollegruppe(gruppe):
                atomer.verdier.setdefault(rolle, []).append(in_group(veileder, gruppe))
            case _:
                pass
    lister = {(liste, k) for r in veileder.roller for liste, ks in r.kontakter.items() for k in ks}
    atomer.verdier.setdefault(rolle, []).extend(
        with_contact(veileder, liste, kontakt) for liste, kontakt in sorted(lister)
    )
    return atomer


def in_group(veileder: Veileder, gruppe: str) -> frozenset[str]:
    """Give the roles that belong to the group."""
    return frozenset(r.id for r in veileder.roller if gruppe in r.grupper)


def with_contact(veileder: Veileder, liste: str, kontakt: str) -> frozenset[str]:
    """Give the roles that have the contact on the list."""
    return frozenset(r.id for r in veileder.roller if kontakt in r.kontakter.get(liste, ()))


def signs_of(veileder: Veileder, krav: Tegnkrav) -> frozenset[str]:
    """Give the signs that count towards the demand."""
    alle = not krav.klasse and not krav.id
    return frozenset(
        id_
        for id_, klasse in veileder.tegnklasse.items()
        if alle or klasse in krav.klasse or id_ in krav.id
    )


def effect(veileder: Veileder, type_: Sporsmalstype, verdi: str) -> frozenset[str]:
    """Give what counts as chosen when the value is ticked in an answers file: doubles too.

    A factor that the guide has twice counts in both places; one that is also a sign not at all.
    """
    if type_ not in FAKTORTYPER or verdi == VET_IKKE:
        return frozenset({verdi})
    faktorer = veileder.faktorer_av_type[type_]
    valgt = next((f.samme_som for f in faktorer if f.id == verdi and f.samme_som), verdi)
    if valgt not in {f.id for f in faktorer}:
        return frozenset()
    return frozenset({valgt, *(f.id for f in faktorer if f.samme_som == valgt)})


def signs_as_factors(
    veileder: Veileder, type_: Sporsmalstype, faktorer: frozenset[str] | None = None
) -> frozenset[str]:
    """Give the signs that count as one of the factors once they are seen (None: as any)."""
    return frozenset(
        f.samme_som
        for f in veileder.faktorer_av_type.get(type_, ())
        if f.samme_som in veileder.tegnklasse and (faktorer is None or f.id in faktorer)
    )
