"""Texts in another language: by the text itself, and marked where there is no translation."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from guider import FJORDVIK, load
from veileder_cli.integrity import find_faults
from veileder_cli.translate import translate

GUIDE = load(FJORDVIK)
TEKSTER = translate(GUIDE, {}).mangler
ALLE = {tekst: (tekst.upper(),) for tekst in TEKSTER}


def test_every_text_that_people_read_is_translated() -> None:
    ny = translate(GUIDE, ALLE).veileder
    assert ny.om.tittel == GUIDE.om.tittel.upper()
    assert ny.regler.regler[0].tittel[0].tekst == GUIDE.regler.regler[0].tittel[0].tekst.upper()
    assert ny.sporsmal[2].valg[0].tekst == GUIDE.sporsmal[2].valg[0].tekst.upper()


def test_ids_numbers_addresses_and_conditions_are_not() -> None:
    ny = translate(GUIDE, ALLE).veileder
    assert [k.id for k in ny.kontakter] == [k.id for k in GUIDE.kontakter]
    assert [k.numre for k in ny.kontakter] == [k.numre for k in GUIDE.kontakter]
    assert [e.url for e in ny.lenker] == [e.url for e in GUIDE.lenker]
    assert [r.hvis for r in ny.regler.regler] == [r.hvis for r in GUIDE.regler.regler]
    assert find_faults(ny) == ()


def test_a_text_without_translation_stays_marked_with_the_guides_language() -> None:
    ny = translate(GUIDE, {})
    assert ny.veileder.om.tittel == f"{GUIDE.om.tittel} [nb]"
    assert ny.mangler[GUIDE.om.tittel] == "tittel"
    assert ny.mangler[GUIDE.kontakter[0].funksjon] == f"kontakter[{GUIDE.kontakter[0].id}].funksjon"


def test_words_to_search_by_come_in_addition_to_the_guides_own() -> None:
    term = next(b for b in GUIDE.begreper if b.synonymer)
    ord_ = term.synonymer[0]
    nye = {b.id: b for b in translate(GUIDE, {ord_: ("one", "two")}).veileder.begreper}
    assert nye[term.id].synonymer == (*term.synonymer, "one", "two")


def test_a_text_that_is_changed_loses_its_translation() -> None:
    endret = replace(GUIDE, om=replace(GUIDE.om, tittel="Noe annet"))
    ny = translate(endret, ALLE)
    assert ny.veileder.om.tittel == "Noe annet [nb]"
    assert ny.ubrukt == (GUIDE.om.tittel,)


@settings(max_examples=25)
@given(st.sets(st.sampled_from(sorted(TEKSTER))))
def test_what_is_missing_is_just_what_has_no_translation(oversatt: set[str]) -> None:
    ny = translate(GUIDE, dict.fromkeys(oversatt, ("x",)))
    assert {*ny.mangler} == TEKSTER.keys() - oversatt
    assert ny.ubrukt == ()
