"""Terms and contacts are found by what people type."""

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tekster import all_text
from veileder_cli.lookup.entries import all_entries, contact_entries, term_entries
from veileder_cli.lookup.find import (
    Likhet,
    Oppslag,
    find,
    find_all,
    nearest,
    search,
)
from veileder_cli.lookup.words import fold, stems, words
from veileder_cli.model.veileder import Veileder


@pytest.fixture(scope="session")
def terms(veileder: Veileder) -> Sequence[Oppslag]:
    return term_entries(veileder)


@pytest.fixture(scope="session")
def contacts(veileder: Veileder) -> Sequence[Oppslag]:
    return contact_entries(veileder)


def _first(entries: Sequence[Oppslag], query: str) -> str:
    return str(find(entries, query)[0].oppslag.objekt.id)


def _ids(entries: Sequence[Oppslag], query: str) -> set[str]:
    return {t.oppslag.objekt.id for t in find_all(entries, query)}


# --- terms ---


def test_every_term_is_found_by_its_own_name_and_id(
    veileder: Veileder, terms: Sequence[Oppslag]
) -> None:
    found = {(b.id, q): _first(terms, q) for b in veileder.begreper for q in (b.navn, b.id)}
    assert {asked: id_ for asked, id_ in found.items() if id_ != asked[0]} == {}


def test_every_synonym_and_inflection_finds_its_term(
    veileder: Veileder, terms: Sequence[Oppslag]
) -> None:
    lost = [
        (b.id, ord_)
        for b in veileder.begreper
        for ord_ in (*b.synonymer, *b.boyninger)
        if b.id not in {t.oppslag.objekt.id for t in find(terms, ord_)}
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("query", "term", "likhet"),
    [
        ("radikalisering", "radikalisering", Likhet.NAVN),
        ("RADIKALISERING", "radikalisering", Likhet.NAVN),
        ("  radikalisering  ", "radikalisering", Likhet.NAVN),
        ("radikal", "radikal", Likhet.NAVN),
        ("deradikalisering", "avradikalisering", Likhet.SYNONYM),
        ("radikalisert", "radikalisering", Likhet.SYNONYM),
        ("hatkriminaliteten", "hatkriminalitet", Likhet.SYNONYM),
        ("radikalisring", "radikalisering", Likhet.STAVEFEIL),
        ("taushetplikt", "taushetsplikt", Likhet.STAVEFEIL),
        ("hattkriminalitet", "hatkriminalitet", Likhet.STAVEFEIL),
    ],
)
def test_a_term_is_found_by_what_is_typed(
    terms: Sequence[Oppslag], query: str, term: str, likhet: Likhet
) -> None:
    treff = find(terms, query)[0]
    assert (treff.oppslag.objekt.id, treff.likhet) == (term, likhet)


@pytest.mark.parametrize("query", ["plikt til å si fra", "å si fra plikt"])
def test_a_term_is_found_by_words_that_describe_it(terms: Sequence[Oppslag], query: str) -> None:
    assert _first(terms, query) in {"avvergingsplikt", "meldeplikt"}


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("handlingsløype", "handlingsloype"),
        ("handlingsløype", "handlingsloeype"),
        ("politirådet", "politiradet"),
        ("politirådet", "politiraadet"),
        ("HANDLINGSLØYPE", "handlingsløype"),
        ("konfliktråd", "konfliktraad"),
        ("konfliktråd", unicodedata.normalize("NFD", "konfliktråd")),
    ],
)
def test_letters_may_be_written_in_any_way(terms: Sequence[Oppslag], query: str, same: str) -> None:
    assert [t.oppslag.objekt.id for t in find(terms, query)] == [
        t.oppslag.objekt.id for t in find(terms, same)
    ]
    assert find(terms, same)[0].likhet is Likhet.NAVN


def test_an_inflection_that_is_not_listed_is_found_by_its_stem() -> None:
    entries = (Oppslag("en", "prøve", ("Bekymring",)), Oppslag("to", "prøve", ("Ressursperson",)))
    assert [(t.oppslag.objekt, t.likhet) for t in find(entries, "ressurspersonene")] == [
        ("to", Likhet.BOYNING)
    ]


@settings(max_examples=40)
@given(st.data())
def test_a_term_is_found_with_any_one_letter_left_out(
    veileder: Veileder, terms: Sequence[Oppslag], data: st.DataObject
) -> None:
    long_names = [b for b in veileder.begreper if len(fold(b.navn)) > 7]
    begrep = data.draw(st.sampled_from(long_names))
    at = data.draw(st.integers(1, len(begrep.navn) - 1))
    assert _first(terms, begrep.navn[:at] + begrep.navn[at + 1 :]) == begrep.id


@pytest.mark.parametrize("query", ["", "   ", "?", "!!"])
def test_nothing_is_found_by_nothing(terms: Sequence[Oppslag], query: str) -> None:
    assert find(terms, query) == find_all(terms, query) == search(terms, query) == ()


def test_a_miss_finds_nothing_and_names_the_nearest(terms: Sequence[Oppslag]) -> None:
    assert find(terms, "xylofon") == ()
    assert len(nearest(terms, "xylofon")) == 5
    assert "Radikalisering" in nearest(terms, "radikalisme og annet")[:5]


def test_the_closest_likeness_stands_alone_in_a_find(terms: Sequence[Oppslag]) -> None:
    for query in ("radikal", "exit", "mentor", "politi"):
        assert len({t.likhet for t in find(terms, query)}) == 1


# --- contacts ---


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ungdomsskole", {"skoleradgiver-grunnskole", "leder", "ressursperson"}),
        ("politi", {"02800", "politikontakt", "112"}),
        ("voksen", {"helse-og-velferd"}),
        ("906", {"skoleradgiver-grunnskole"}),
        ("90634825", {"skoleradgiver-grunnskole"}),
        ("906 34 825", {"skoleradgiver-grunnskole"}),
        ("02800", {"02800"}),
        ("Stine Osvoll", {"kulturenheten"}),
        ("osvoll", {"kulturenheten"}),
        ("radikaliseringskoordinator", {"radikaliseringskoordinator"}),
        ("rektor", {"leder", "skoleradgiver-grunnskole", "radgiver-videregaende"}),
        ("mentor", {"radikaliseringskoordinator", "rvts-midt"}),
        ("vgs", {"radgiver-videregaende"}),
        ("legevakt", {"116117"}),
        ("moské", {"radikaliseringskoordinator", "02800"}),
    ],
)
def test_contacts_are_found_by_function_name_number_role_and_topic(
    contacts: Sequence[Oppslag], query: str, expected: set[str]
) -> None:
    assert expected - _ids(contacts, query) == set()


@pytest.mark.parametrize(
    ("query", "only"),
    [
        ("906", {"skoleradgiver-grunnskole"}),
        ("osvoll", {"kulturenheten"}),
        ("02800", {"02800"}),
        ("legevakt", {"116117"}),
    ],
)
def test_what_names_one_contact_finds_no_other(
    contacts: Sequence[Oppslag], query: str, only: set[str]
) -> None:
    assert _ids(contacts, query) == only


def test_every_contact_is_found_by_its_function_each_number_and_each_topic(
    veileder: Veileder, contacts: Sequence[Oppslag]
) -> None:
    wanted: dict[str, set[str]] = {}
    for k in veileder.kontakter:
        numbers = [n.telefon for n in k.numre]
        names = [n.navn for n in k.numre if n.navn]
        digits = [n.replace(" ", "") for n in numbers]
        for query in (k.id, k.funksjon, *numbers, *digits, *names, *k.emner):
            wanted.setdefault(query, set()).add(k.id)
    lost = {query: ids - _ids(contacts, query) for query, ids in wanted.items()}
    assert {query: ids for query, ids in lost.items() if ids} == {}


def test_the_contacts_of_a_role_are_found_by_the_words_for_the_role(
    veileder: Veileder, contacts: Sequence[Oppslag]
) -> None:
    wanted: dict[str, set[str]] = {}
    for rolle in veileder.roller:
        for query in (rolle.id, rolle.navn, *rolle.emner) if rolle.kontakter else ():
            own = {k for liste in rolle.kontakter.values() for k in liste}
            wanted[query] = wanted.get(query, set()) | own
    lost = {query: ids - _ids(contacts, query) for query, ids in wanted.items()}
    assert {query: ids for query, ids in lost.items() if ids} == {}


def test_a_name_is_found_without_its_parentheses_and_by_what_is_in_them(
    veileder: Veileder, contacts: Sequence[Oppslag]
) -> None:
    named = {k.id: k.funksjon for k in veileder.kontakter if k.funksjon.endswith(")")}
    assert named
    for id_, funksjon in named.items():
        for part in funksjon.removesuffix(")").split(" ("):
            treff = find(contacts, part)
            assert (treff[0].oppslag.objekt.id, treff[0].likhet) == (id_, Likhet.NAVN)


def test_a_word_for_the_contact_goes_before_a_word_for_those_it_is_for() -> None:
    entries = (
        Oppslag("for", "prøve", ("En",), brukerord=("klubb",)),
        Oppslag("om", "prøve", ("To",), ("klubb",)),
    )
    for query in ("klubb", "klubben"):
        assert [t.oppslag.objekt for t in find(entries, query)] == ["om", "for"]


def test_no_contact_is_found_twice(veileder: Veileder, contacts: Sequence[Oppslag]) -> None:
    for query in ("politi", "skole", "vold", *(r.id for r in veileder.roller)):
        found = [t.oppslag.objekt.id for t in find_all(contacts, query)]
        assert len(found) == len({*found})


# --- everything ---


def test_a_search_looks_in_every_part_of_the_guide(veileder: Veileder) -> None:
    assert {o.slag for o in all_entries(veileder)} == {
        *("definisjon", "kontakt", "tegn", "faktorer", "trinn", "tiltak", "aktorer"),
        *("regelverk", "lenker", "les"),
    }


@pytest.mark.parametrize(
    ("query", "slag"),
    [
        ("mentor", "definisjon"),
        ("straffeloven § 196", "regelverk"),
        ("nupi", "lenker"),
        ("hatretorikk", "definisjon"),
        ("foreldreveiledning", "tiltak"),
        ("sort hvitt", "tegn"),
        ("spenningssøking", "faktorer"),
    ],
)
def test_a_search_finds_best_what_the_query_names(
    veileder: Veileder, query: str, slag: str
) -> None:
    assert search(all_entries(veileder), query)[0].oppslag.slag == slag


def test_a_search_gives_each_entry_once_and_the_closest_first(veileder: Veileder) -> None:
    treff = search(all_entries(veileder), "mentor")
    assert len({id(t.oppslag) for t in treff}) == len(treff) > 3
    assert [t.likhet for t in treff] == sorted(t.likhet for t in treff)


# --- words ---


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Løype", "loype"),
        ("loeype", "loype"),
        ("Ærlig", "aerlig"),
        ("råd", "rad"),
        ("raad", "rad"),
        ("Pütz", "putz"),
        ("moské", "moske"),
        ("§ 24-3", "24 3"),
        ("  to   ord ", "to ord"),
    ],
)
def test_words_are_compared_without_case_accents_and_punctuation(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize("way", [{"ø": "o", "å": "a"}, {"ø": "oe", "å": "aa"}], ids="".join)
def test_every_word_of_the_guide_is_the_same_word_without_its_letters(
    veileder: Veileder, way: dict[str, str]
) -> None:
    ascii_ = str.maketrans(way | {"æ": "ae"})
    with_letters = {w for w in words(all_text(veileder)) if not w.isascii()}
    assert len(with_letters) > 100
    assert [w for w in with_letters if stems(w.translate(ascii_)) != stems(w)] == []


@pytest.mark.parametrize(
    ("query", "same"),
    [("løype", "loype"), ("vilkår", "vilkar"), ("plikt til å si fra", "plikt til aa si fra")],
)
def test_a_search_finds_the_same_without_the_letters(
    veileder: Veileder, query: str, same: str
) -> None:
    entries = all_entries(veileder)
    found = [t.oppslag.objekt for t in search(entries, query)]
    assert found
    assert [t.oppslag.objekt for t in search(entries, same)] == found


def test_folding_twice_changes_nothing(veileder: Veileder) -> None:
    words = [fold(n) for o in all_entries(veileder) for n in o.alle_ord]
    assert [w for w in words if fold(w) != w] == []


def test_inflections_have_one_stem_and_small_words_none() -> None:
    assert stems("bekymringen") == stems("bekymring") == stems("bekymringer")
    assert stems("og i på") == ()
