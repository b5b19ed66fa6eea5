"""Finds what is not wrong with a guide but needs someone's eyes; pure, today is an argument."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from typing import Final

from veileder_cli.innhold.lengder import long_texts
from veileder_cli.integrity import Fault
from veileder_cli.integrity.fault import walk_fields
from veileder_cli.lookup.words import stems
from veileder_cli.model.innhold import Begrep, Nummer
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _, ngettext

BYTT_UT: Final = "BYTT UT"
"""Stands in every example of a new guide (mal/) that is to be replaced."""
_DATO: Final = re.compile(r"\d{4}-\d\d(-\d\d)?")
_DAG: Final = re.compile(r"\d{4}-\d\d-\d\d")
_FEBRUAR, _SKUDDAG = 2, 29


def find_warnings(
    veileder: Veileder, i_dag: date, is_norwegian: Callable[[str], bool] | None
) -> Iterator[tuple[str, Fault]]:
    """Give every warning with its kind; numbers are left out where nothing can check them."""
    yield from (("bytt-ut", f) for f in _left_examples(veileder))
    yield from (("gyldighet", f) for f in _expired(veileder, i_dag))
    yield from (("lokalt", f) for f in _other_edition(veileder))
    yield from (("kontakt", f) for f in _old_contacts(veileder, i_dag))
    yield from (("lov", f) for f in _old_laws(veileder, i_dag))
    yield from (("begrep", f) for f in _unlinked_terms(veileder))
    yield from (("lengde", f) for f in long_texts(veileder))
    if is_norwegian:
        yield from (("telefon", f) for f in _odd_numbers(veileder, is_norwegian))


def _left_examples(veileder: Veileder) -> Iterator[Fault]:
    """One warning for each part of the guide, where the first example in it stands."""
    for del_ in fields(veileder):
        sti = "" if del_.name == "om" else del_.name
        felter = walk_fields(getattr(veileder, del_.name), sti)
        steder = [felt.sti for felt in felter if _holds_example(felt.verdi)]
        if steder:
            feil = ngettext(
                "«{merke}» står {antall} sted i denne delen",
                "«{merke}» står {antall} steder i denne delen",
                len(steder),
            ).format(merke=BYTT_UT, antall=len(steder))
            tiltak = _("bytt ut eksemplene med deres egne ord (søk etter {merke})")
            yield Fault(steder[0], feil, tiltak.format(merke=BYTT_UT))


def _holds_example(verdi: object) -> bool:
    tekster = verdi if isinstance(verdi, tuple) else (verdi,)
    return any(isinstance(tekst, str) and BYTT_UT in tekst for tekst in tekster)


def _expired(veileder: Veileder, i_dag: date) -> Iterator[Fault]:
    """The last day that the edition holds for has passed, or cannot be read as a day."""
    skrevet = veileder.om.gyldig_til
    if not skrevet or BYTT_UT in skrevet:
        return
    dato = _read_date(skrevet) if _DAG.fullmatch(skrevet) else None
    if dato is None:
        tiltak = _("skriv den siste dagen utgaven gjelder, med år-måned-dag")
        yield Fault("gyldig_til", _no_date(skrevet, i_dag), tiltak)
    elif dato < i_dag:
        feil = _("utgaven gjaldt bare til {dato}").format(dato=skrevet)
        tiltak = _("gå gjennom den, og la den som godkjenner, gi en ny dato")
        yield Fault("gyldig_til", feil, tiltak)


def _other_edition(veileder: Veileder) -> Iterator[Fault]:
    """Local corrections may be wrong where the guide below them is not the one they are for."""
    navn = f"{veileder.om.id}/{veileder.om.utgave}"
    if veileder.lokalt and veileder.lokalt.gjelder not in {"", navn}:
        yield Fault(
            "lokalt.gjelder",
            _("rettelsene er skrevet for «{gjelder}», men ligger over «{navn}»").format(
                gjelder=veileder.lokalt.gjelder, navn=navn
            ),
            _("se om de stemmer ennå, og skriv «gjelder: {navn}»").format(navn=navn),
        )


def _old_contacts(veileder: Veileder, i_dag: date) -> Iterator[Fault]:
    """A contact that only says "your own leader" holds nothing that can become wrong."""
    for kontakt in veileder.kontakter:
        nas = (kontakt.numre, kontakt.epost, kontakt.adresse, kontakt.nettside, kontakt.oppgitt)
        if not any(nas):
            continue
        aldri = _("kontakten er ikke bekreftet noen gang")
        siden = _("kontakten er ikke bekreftet siden {dato}")
        feil = _age(kontakt.sist_verifisert, i_dag, aldri, siden)
        if feil:
            yield Fault(
                f"kontakter[{kontakt.id}].sist_verifisert",
                feil,
                _("finn ut om alt stemmer ennå, og skriv «sist_verifisert: {dato}»").format(
                    dato=i_dag
                ),
            )


def _old_laws(veileder: Veileder, i_dag: date) -> Iterator[Fault]:
    for lov in veileder.regelverk:
        if BYTT_UT in lov.gjelder_per:  # warned of as an example
            continue
        aldri = _("lovteksten er ikke lest på nytt noen gang")
        siden = _("lovteksten er ikke lest på nytt siden {dato}")
        if feil := _age(lov.gjelder_per, i_dag, aldri, siden):
            tiltak = _(
                "les loven på {url}, rett det som er endret, og skriv «gjelder_per: {dato}»"
            ).format(url=lov.url, dato=i_dag)
            yield Fault(f"regelverk[{lov.id}].gjelder_per", feil, tiltak)


def _age(skrevet: str, i_dag: date, aldri: str, siden: str) -> str:
    """Say what is wrong with a date that should be of the last 12 months, or nothing.

    `aldri` is said where there is no date, `siden` where it is older.
    """
    if not skrevet:
        return aldri
    dato = _read_date(skrevet)
    if dato is None:
        return _no_date(skrevet, i_dag)
    if dato > i_dag:
        return _("datoen {dato} er ikke kommet ennå").format(dato=skrevet)
    return siden.format(dato=skrevet) if dato < _year_before(i_dag) else ""


def _no_date(skrevet: str, i_dag: date) -> str:
    return _("«{skrevet}» er ikke en dato som {dato}").format(skrevet=skrevet, dato=i_dag)


def _read_date(skrevet: str) -> date | None:
    """Read a day, or a month as its first day: a text never gets younger than it is."""
    if not _DATO.fullmatch(skrevet):
        return None
    try:
        return date.fromisoformat(skrevet if skrevet.count("-") > 1 else f"{skrevet}-01")
    except ValueError:
        return None


def _year_before(dag: date) -> date:
    skuddag = (dag.month, dag.day) == (_FEBRUAR, _SKUDDAG)
    return dag.replace(year=dag.year - 1, day=dag.day - 1 if skuddag else dag.day)


def _unlinked_terms(veileder: Veileder) -> Iterator[Fault]:
    """A term is of use where another term leads to it, or where a question says its name."""
    lenket = {id_ for b in veileder.begreper for id_ in b.se_ogsa if id_ != b.id}
    sagt = [f" {' '.join(stems(tekst))} " for tekst in _said_in_questions(veileder)]
    for begrep in veileder.begreper:
        if begrep.id not in lenket and not _is_said(begrep, sagt):
            yield Fault(
                f"begreper[{begrep.id}]",
                _("ingen andre begreper viser hit, og ordet står ikke i noe spørsmål"),
                _("skriv «{id}» under «se_ogsa» hos et begrep som ligner").format(id=begrep.id),
            )


def _is_said(begrep: Begrep, sagt: list[str]) -> bool:
    navn = (" ".join(stems(n)) for n in (begrep.navn, *begrep.synonymer, *begrep.boyninger))
    return any(f" {ord_} " in tekst for ord_ in navn if ord_ for tekst in sagt)


def _said_in_questions(veileder: Veileder) -> Iterator[str]:
    """All that is read on the screens of the questions: signs, factors and roles are choices."""
    deler = ("sporsmal", "roller", "bekymringstegn.kategorier", "faktorer.grupper")
    for felt in walk_fields(veileder):
        shown = felt.navn in {"tekst", "navn", "hjelp", "hvorfor", "avklar"}
        if shown and isinstance(felt.verdi, str) and felt.sti.startswith(deler):
            yield felt.verdi


def _odd_numbers(veileder: Veileder, is_norwegian: Callable[[str], bool]) -> Iterator[Fault]:
    for felt in walk_fields(veileder):
        numbered = isinstance(felt.eier, Nummer) and felt.navn == "telefon"
        if numbered and not is_norwegian(felt.verdi):
            yield Fault(
                felt.sti,
                _("«{nummer}» er ikke et gyldig norsk telefonnummer").format(nummer=felt.verdi),
                _("sjekk sifrene, og skriv ett nummer og ikke noe mer"),
            )
