"""The decision table must always give a result, and every result what a user needs."""

from collections.abc import Iterator
from typing import Final

from veileder_cli.conditions import walk
from veileder_cli.integrity.fault import Fault, is_condition, walk_fields
from veileder_cli.model.betingelse import Alltid, Sett, Usikker
from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.sjekk import Regel
from veileder_cli.model.tegn import Bekymringstegn
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _

FORMAT: Final = "1"
"""The form of the content that this program reads."""


def rule_faults(veileder: Veileder) -> Iterator[Fault]:
    """Find tables without a last resort, steps without contact, signs that nothing uses."""
    yield from _last_resort(veileder)
    for regel in veileder.regler.regler:
        yield from _rule(regel, f"regler.regler[{regel.id}]")
    yield from _first_notice(veileder)
    yield from _unused_steps(veileder)
    for kategori in veileder.bekymringstegn.kategorier:
        for tegn in kategori.tegn:
            yield from _sign(tegn, f"bekymringstegn.kategorier[{kategori.id}].tegn[{tegn.id}]")
    yield from _unused_signs(veileder)
    yield from _doubles(veileder)
    if veileder.om.format != FORMAT:
        feil = _("innholdet har format {format}, men programmet leser format {lest}").format(
            format=veileder.om.format, lest=FORMAT
        )
        tiltak = _("bruk en nyere versjon av programmet, eller rett formatet")
        yield Fault("format", feil, tiltak)


def _last_resort(veileder: Veileder) -> Iterator[Fault]:
    """Only the last row that sets the route may always hold, and it must."""
    ruter = [r for r in veileder.regler.regler if r.setter_rute]
    for regel in ruter[:-1]:
        if isinstance(regel.hvis, Alltid):
            feil = _("raden gjelder alltid, så radene under kan aldri bli rute")
            yield Fault(f"regler.regler[{regel.id}].hvis", feil, _("gi raden et vilkår"))
    if not (ruter and isinstance(ruter[-1].hvis, Alltid)):
        sti = f"regler.regler[{ruter[-1].id}].hvis" if ruter else "regler"
        feil = _("det finnes svar som ingen rad passer til")
        tiltak = _("legg til en siste rad med «{vilkar}»").format(vilkar="hvis: {alltid: ja}")
        yield Fault(sti, feil, tiltak)


def _rule(regel: Regel, sti: str) -> Iterator[Fault]:
    if not (regel.tittel and isinstance(regel.tittel[-1].hvis, Alltid)):
        yield Fault(
            f"{sti}.tittel",
            _("ingen tittel gjelder når ingen vilkår slår til"),
            _("la den siste tittelen stå uten «hvis»"),
        )
    if regel.utfall and regel.trinn:
        feil = _("raden har både trinn og utfallet «{utfall}»").format(utfall=regel.utfall)
        yield Fault(f"{sti}.utfall", feil, _("ta bort det ene"))
    if regel.trinn and not regel.kontakter:
        feil = _("raden har et trinn, men ingen kontakt")
        yield Fault(sti, feil, _("legg til «{felt}:»").format(felt="kontakter"))
    if regel.trinn and not _always_holds(regel.hvem):
        yield Fault(
            sti,
            _("raden har et trinn, men sier ikke alltid hvem som tar det"),
            _("legg til en «hvem:» uten «hvis»"),
        )
    for nr, valg in enumerate(regel.kontakter, start=1):
        if bool(valg.kontakt) == bool(valg.rollens):
            yield Fault(
                f"{sti}.kontakter[{nr}]",
                _("her skal stå enten «kontakt» eller «rollens»"),
                _("skriv nøyaktig én av dem"),
            )


def _always_holds(utsagn: tuple[Utsagn, ...]) -> bool:
    return any(isinstance(u.hvis, Alltid) for u in utsagn)


def _first_notice(veileder: Veileder) -> Iterator[Fault]:
    """The first notice is the acute one: always there, and no overlay may remove it."""
    forste = veileder.varsler[:1]
    if not all(v.paakrevd and isinstance(v.vises_nar, Alltid) for v in forste) or not forste:
        yield Fault(
            "varsler",
            _("det første varselet må alltid vises og være påkrevd"),
            _("sett nødvarselet først, med «{vises}» og «paakrevd: ja»").format(
                vises="vises_nar: {alltid: ja}"
            ),
        )


def _unused_steps(veileder: Veileder) -> Iterator[Fault]:
    brukt = {v.trinn for r in veileder.regler.regler for v in (*r.trinn, *r.samtidig)}
    for trinn in veileder.trinn:
        if trinn.id not in brukt:
            yield Fault(
                f"trinn[{trinn.id}]",
                _("ingen regel fører til trinnet"),
                _("legg trinnet til i en regel, eller fjern det"),
            )


def _sign(tegn: Bekymringstegn, sti: str) -> Iterator[Fault]:
    """What is ticked needs a class; a sign in two categories is ticked in one."""
    if [bool(tegn.klasse), bool(tegn.deler), bool(tegn.samme_som)].count(True) != 1:
        feil = _("et tegn skal ha enten klasse, deler eller samme_som")
        yield Fault(sti, feil, _("skriv nøyaktig én av dem"))


def _unused_signs(veileder: Veileder) -> Iterator[Fault]:
    """A sign counts as used when a condition names it or its class, or a case ticks it."""
    klasser: set[str] = set()
    ider = {v for t in veileder.tilfeller for svar in t.svar.values() for v in svar}
    felter = [f.verdi for f in walk_fields(veileder) if is_condition(f.verdi)]
    for betingelse in (*felter, *veileder.regler.vilkar.values()):
        for del_ in walk(betingelse):
            if isinstance(del_, Sett | Usikker):
                klasser |= {*del_.krav.klasse}
                ider |= {*del_.krav.id}
    for tegn, klasse in veileder.tegnklasse.items():
        if tegn not in ider and klasse not in klasser:
            yield Fault(
                _sign_path(veileder, tegn),
                _("ingen regel og ikke noe tilfelle bruker «{id}»").format(id=tegn),
                _("bruk klassen i en regel, eller skriv et tilfelle"),
            )


def _sign_path(veileder: Veileder, tegn: str) -> str:
    """Say where a sign, or the sign that it is a part of, stands."""
    return next(
        f"bekymringstegn.kategorier[{kategori.id}].tegn[{t.id}]"
        for kategori in veileder.bekymringstegn.kategorier
        for t in kategori.tegn
        if tegn in {t.id, *(d.id for d in t.deler)}
    )


def _doubles(veileder: Veileder) -> Iterator[Fault]:
    """A factor that stands for another must lead to one that is asked."""
    faktorer = {f.id: f for liste in veileder.faktorer_av_type.values() for f in liste}
    for faktor in faktorer.values():
        mal = faktorer.get(faktor.samme_som)
        if mal and mal.samme_som:
            feil = _("«{id}» peker på «{mal}», som selv ikke blir spurt om").format(
                id=faktor.id, mal=mal.id
            )
            yield Fault("faktorer", feil, _("pek på den faktoren det blir spurt om"))
