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
    assert find_faults(replace(ny, egen=None)) == ()


def test_a_text_without_translation_stays_marked_with_the_guides_language() -> None:
    ny = translate(GUIDE, {})
    assert ny.veileder.om.tittel == f"{GUIDE.om.tittel} [nb]"
    assert ny.mangler[GUIDE.om.tittel] == "tittel"
    assert ny.mangler[GUIDE.kontakter[0].funksjon] == f"kontakter[{GUIDE.kontakter[0].id}].funksjon"


def test_a_word_to_search_by_may_become_several() -> None:
    term = next(b for b in GUIDE.begreper if b.synonymer)
    ny = translate(GUIDE, {term.synonymer[0]: ("one", "two"), term.navn: ("Three",)}, "en").veileder
    assert ny.begrep[term.id].synonymer == ("one", "two")
    assert ny.sprak == "en"
    assert ny.egen is GUIDE


def test_a_word_to_search_by_must_be_translated_and_a_form_of_it_may() -> None:
    term = next(b for b in GUIDE.begreper if b.synonymer and b.boyninger)
    assert TEKSTER[term.synonymer[0]] == f"begreper[{term.id}].synonymer[1]"
    assert {*term.boyninger} - TEKSTER.keys() == {*term.boyninger} - {*term.synonymer, term.navn}
    former = {form: (form.upper(),) for form in term.boyninger}
    oversatt = translate(GUIDE, former)
    assert oversatt.veileder.begrep[term.id].boyninger == tuple(f.upper() for f in term.boyninger)
    assert oversatt.ubrukt == ()


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
