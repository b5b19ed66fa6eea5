"""In each language the guide's records are found by what a person would type in that language."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from den_ekte import trondheim
from guider import TRONDHEIM
from veileder_cli.lookup.entries import (
    all_entries,
    chapter_entries,
    contact_entries,
    law_entries,
    measure_entries,
    role_entries,
    step_entries,
    term_entries,
)
from veileder_cli.lookup.find import Likhet, Oppslag, find, find_all, search
from veileder_cli.lookup.words import stems
from veileder_cli.model.veileder import Veileder
from veileder_cli.translate import Ordliste, translate
from veileder_cli.translations import read_translations

LANGUAGES = ("en", "nn")
Entries = Callable[[Veileder], Sequence[Oppslag]]


@cache
def words_in(sprak: str) -> Ordliste:
    return read_translations(TRONDHEIM, sprak)


@cache
def guide_in(sprak: str) -> Veileder:
    return translate(trondheim(), words_in(sprak), sprak).veileder


@cache
def entries_in(sprak: str, make: Entries) -> Sequence[Oppslag]:
    return make(guide_in(sprak) if sprak else trondheim())


def first(sprak: str, query: str) -> str:
    """Give the id of what `definisjon` shows."""
    return str(find(entries_in(sprak, term_entries), query)[0].oppslag.objekt.id)


def ids(sprak: str, query: str, make: Entries = contact_entries) -> list[str]:
    return [t.oppslag.objekt.id for t in find_all(entries_in(sprak, make), query)]


# --- what people type ---


@pytest.mark.parametrize(
    ("sprak", "query", "term"),
    [
        ("en", "home-grown terrorism", "voldelig-ekstremisme"),
        ("en", "homegrown terrorism", "voldelig-ekstremisme"),
        ("en", "violent extremists", "voldelig-ekstremisme"),
        ("en", "far right", "voldelig-ekstremisme"),
        ("en", "right-wing extremism", "voldelig-ekstremisme"),
        ("en", "radicalisation", "radikalisering"),
        ("en", "radicalization", "radikalisering"),
        ("en", "radicalised", "radikalisering"),
        ("en", "radicalized", "radikalisering"),
        ("en", "radicalism", "radikal"),
        ("en", "deradicalization", "avradikalisering"),
        ("en", "online radicalization", "nettekstremisme"),
        ("en", "hate speech", "hatretorikk"),
        ("en", "hate crimes", "hatkriminalitet"),
        ("en", "us and them", "fiendebilder"),
        ("en", "conspiracy theories", "konspirasjonsteori"),
        ("en", "foreign fighters", "fremmedkriger"),
        ("en", "mentoring program", "mentor"),
        ("en", "confidentiality", "taushetsplikt"),
        ("en", "professional secrecy", "taushetsplikt"),
        ("en", "duty to report", "meldeplikt"),
        ("en", "mandatory reporting", "meldeplikt"),
        ("en", "security police", "pst"),
        ("en", "red flags", "bekymringstegn"),
        ("en", "vulnerability", "risikofaktor"),
        ("en", "parent", "foresatte"),
        ("en", "pathway", "handlingsloype"),
        ("en", "resource person", "ressursperson"),
        ("en", "handlingsloypa", "handlingsloype"),
        ("nn", "valdeleg ekstremist", "voldelig-ekstremisme"),
        ("nn", "heimedyrka terrorisme", "voldelig-ekstremisme"),
        ("nn", "hatefulle ytringar", "hatretorikk"),
        ("nn", "teieplikt", "taushetsplikt"),
        ("nn", "tystnadsplikt", "taushetsplikt"),
        ("nn", "avverjingsplikt", "avvergingsplikt"),
        ("nn", "framandkrigarar", "fremmedkriger"),
        ("nn", "føresette", "foresatte"),
        ("nn", "foresette", "foresatte"),
        ("nn", "sårbarheit", "risikofaktor"),
        ("nn", "varselteikn", "bekymringstegn"),
    ],
)
def test_a_term_is_found(sprak: str, query: str, term: str) -> None:
    treff = find(entries_in(sprak, term_entries), query)[0]
    assert treff.oppslag.objekt.id == term
    assert treff.likhet <= Likhet.BOYNING, "as the word itself, not as something like it"


@pytest.mark.parametrize(
    ("sprak", "query", "kontakt"),
    [
        ("en", "police", "112"),
        ("en", "emergency", "112"),
        ("en", "911", "112"),
        ("en", "999", "112"),
        ("en", "ambulance", "113"),
        ("en", "fire brigade", "110"),
        ("en", "suicide", "113"),
        ("en", "doctor", "116117"),
        ("en", "helpline", "116111"),
        ("en", "child welfare", "barnevern"),
        ("en", "child protective services", "barnevern"),
        ("en", "school", "skoleradgiver-grunnskole"),
        ("en", "schools", "skoleradgiver-grunnskole"),
        ("en", "teachers", "skoleradgiver-grunnskole"),
        ("en", "kindergarten", "skoleradgiver-grunnskole"),
        ("en", "high school", "radgiver-videregaende"),
        ("en", "youth club", "kulturenheten"),
        ("en", "boss", "leder"),
        ("en", "family counselling", "familievernkontoret"),
        ("en", "parenting", "familievernkontoret"),
        ("en", "security service", "pst"),
        ("en", "foreign fighter", "rvts-midt"),
        ("en", "mental health", "116117"),
        ("nn", "naudnummer", "112"),
        ("nn", "skule", "skoleradgiver-grunnskole"),
        ("nn", "lærar", "skoleradgiver-grunnskole"),
        ("nn", "vidaregåande", "radgiver-videregaende"),
        ("nn", "vald i heimen", "116111"),
        ("nn", "sjølvmord", "113"),
        ("nn", "leiaren", "leder"),
        ("nn", "foreldrerettleiing", "familievernkontoret"),
    ],
)
def test_a_contact_is_found_first(sprak: str, query: str, kontakt: str) -> None:
    assert ids(sprak, query)[0] == kontakt


@pytest.mark.parametrize(
    ("sprak", "query", "kontakt"),
    [
        ("en", "mosque", "02800"),
        ("en", "my son", "02800"),
        ("en", "crime", "02800"),
        ("en", "prison officer", "ressursperson"),
        ("en", "social worker", "ressursperson"),
        ("en", "neighbor", "02800"),
        ("en", "family counseling", "familievernkontoret"),
        ("en", "neighbour", "radikaliseringskoordinator"),
        ("en", "refugee", "radikaliseringskoordinator"),
        ("nn", "kyrkje", "02800"),
        ("nn", "sjukehus", "radikaliseringskoordinator"),
    ],
)
def test_a_contact_is_found_by_words_for_those_whom_it_is_for(
    sprak: str, query: str, kontakt: str
) -> None:
    assert kontakt in ids(sprak, query)


@pytest.mark.parametrize(
    ("sprak", "query", "make", "id_"),
    [
        ("en", "parenting", lambda v: measure_entries(v, "tiltak"), "foreldreveiledning"),
        ("en", "threat assessment", lambda v: measure_entries(v, "aktorer"), "pst"),
        ("en", "privacy", law_entries, "personopplysningsloven"),
        ("en", "section 196", law_entries, "straffeloven-196"),
        ("en", "teacher", role_entries, "ungdomsskole"),
        ("nn", "lærar", role_entries, "ungdomsskole"),
        ("en", "dialog", step_entries, "dialog"),
        ("nn", "Handlingsløype", chapter_entries, "handlingsloype"),
        ("nn", "personopplysningar", law_entries, "personopplysningsloven"),
    ],
)
def test_other_records_are_found_too(sprak: str, query: str, make: Entries, id_: str) -> None:
    assert id_ in ids(sprak, query, make)


# --- the guide's own words ---


def own_words(o: Oppslag) -> Iterator[str]:
    yield from o.alle_ord


@pytest.mark.parametrize("sprak", LANGUAGES)
def test_a_bokmal_word_finds_the_same_term_in_every_language(sprak: str) -> None:
    egne = entries_in("", term_entries)
    alle = {ord_ for o in egne for ord_ in o.alle_ord}
    assert {o: first(sprak, o) for o in alle} == {o: first("", o) for o in alle}


@pytest.mark.parametrize("sprak", LANGUAGES)
def test_a_bokmal_word_finds_the_same_contact_first_in_every_language(sprak: str) -> None:
    alle = {ord_ for o in entries_in("", contact_entries) for ord_ in o.alle_ord}
    assert {o: ids(sprak, o)[0] for o in alle} == {o: ids("", o)[0] for o in alle}


@settings(max_examples=40)
@given(st.data())
def test_whatever_a_bokmal_word_finds_it_finds_in_every_language(data: st.DataObject) -> None:
    sprak = data.draw(st.sampled_from(LANGUAGES))
    entry = data.draw(st.sampled_from(entries_in("", all_entries)))
    query = data.draw(st.sampled_from(entry.alle_ord))
    found = [t.oppslag.objekt.id for t in search(entries_in(sprak, all_entries), query)]
    assert entry.objekt.id in found


# --- the translated words ---


@settings(max_examples=60)
@given(st.data())
def test_every_translated_word_finds_its_record(data: st.DataObject) -> None:
    sprak = data.draw(st.sampled_from(LANGUAGES))
    make = data.draw(
        st.sampled_from((term_entries, contact_entries, role_entries, law_entries)), label="entries"
    )
    entry = data.draw(st.sampled_from(entries_in(sprak, make)))
    query = data.draw(st.sampled_from(entry.alle_ord))
    form = data.draw(st.sampled_from((str, str.upper, str.title)))
    assert entry.objekt.id in ids(sprak, form(query), make)


@pytest.mark.parametrize("sprak", LANGUAGES)
def test_no_synonym_repeats_the_name_it_is_shown_under(sprak: str) -> None:
    shown = {b.id: [s.casefold() for s in b.synonymer] for b in guide_in(sprak).begreper}
    assert [b.id for b in guide_in(sprak).begreper if b.navn.casefold() in shown[b.id]] == []


# --- English words ---


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("radicalisation", "radicalization"),
        ("radicalised", "radicalized"),
        ("analyse", "analyze"),
        ("organisations", "organizations"),
        ("neighbour", "neighbor"),
        ("behavioural", "behavioral"),
        ("counselling", "counseling"),
        ("counsellors", "counselor"),
        ("centre", "center"),
        ("programmes", "program"),
        ("defence", "defense"),
        ("offence", "offense"),
    ],
)
def test_british_and_american_spellings_are_one_word(british: str, american: str) -> None:
    assert stems(british, "en") == stems(american, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("threats", "threatened"),
        ("parents", "the parent"),
        ("I am worried", "worries"),
        ("communities", "community"),
    ],
)
def test_english_inflections_and_small_words_are_set_aside(one: str, other: str) -> None:
    assert stems(one, "en")[0][:5] == stems(other, "en")[0][:5]
    assert len(stems(one, "en")) == len(stems(other, "en")) == 1


def test_a_word_keeps_its_norwegian_stem_where_the_language_is_not_known_here() -> None:
    assert stems("bekymringen", "se") == stems("bekymring")
