"""The content holds all of the guide: its counts, its ids and its facts."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import pytest

from fakta_fra_veilederen import (
    ADRESSER,
    ANSVARLIG,
    BESKYTTELSESFAKTORER,
    NAVN,
    NETTSTEDOPPFORINGER,
    RISIKOFAKTORER,
    TEGN,
    TELEFONNUMRE,
)
from orakel import KLASSER
from strategier import GJORT, GRAD, UTLAND
from tekster import all_text, characters, parts, texts
from veileder_cli.model.innhold import Kontakt, Tiltak
from veileder_cli.model.kilde import Kilde, Merke
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.model.veileder import Veileder

# The description of the product: section 3, in the order of the guide.
TEGN_IDER = {
    "interesser": (
        "ekstremistisk-materiale",
        "endrer-utseende",
        "ekstremistiske-symboler",
        "slutter-aktiviteter",
    ),
    "uttalelser": (
        "intoleranse",
        "fiendebilder",
        "konspirasjonsteorier",
        "hatretorikk",
        "absolutte-losninger",
        "legitimerer-vold",
        "trusler-politisk-vold",
        "sort-hvitt-tenkning",
    ),
    "aktiviteter": (
        "opptatt-av-ekstremisme",
        "ufarliggjorende-humor",
        "demonstrasjoner-og-sammenstot",
        "bruker-trusler-og-vold",
        "hatkriminalitet",
        "reiser",
    ),
    "nettverk": (
        "endrer-nettverk",
        "omgas-ekstreme",
        "omgas-voldsgrupper",
        "medlem-ekstrem-gruppe",
    ),
}
SPORSMAL = (
    *("fare_na", "rolle", "alder", "lovbrudd", "tegn", "tegn_usikker", "andre_forklaringer"),
    *("grad", "gjort", "flere_instanser", "fortsatt", "utland", "barn_berort"),
    *("foresatte_trygge", "ressursperson", "risikofaktorer", "beskyttelsesfaktorer"),
)
TRINN = ("dialog", "droft", "meld", "bekymringssamtale", "tverrfaglig", "oppfolging", "pst")
VARSLER = (
    *("112", "radikal-ikke-radikalisert", "ingen-poengsum", "andre-forklaringer", "kontaktdato"),
    *("hvem-handler", "dialog-ikke-etterforskning", "anonymt", "taushetsplikt"),
    *("avvergingsplikt", "meldeplikt-barnevern", "frivillig-kan-ringe", "samtykke-foresatte"),
    *("ikke-varsle-foresatte-forst", "vern-den-fornarmede", "egen-instruks"),
    *("leder-kan-ikke-stanse", "dokumenter-i-fagsystem"),
)
TILTAK = {
    *("samarbeid", "dialog", "bekymringssamtale", "megling-og-forsoning", "tett-oppfolging"),
    *("inkludering", "tidlig-intervensjon", "foreldreveiledning", "exit", "mentor"),
    *("mangfoldskoordinator", "ressurspersoner", "fremmedkrigere"),
}
AKTORER = {
    *("handlingsplan", "tiltaksplan", "lokalt-samarbeid", "slt", "politidistriktet"),
    *("politikontakter", "pst", "rvts"),
}
# The guide's telephone list, whose number is whose.
TELEFONLISTE = {
    "slt-koordinator": (("952 63 621", ""),),
    "radikaliseringskoordinator": (
        ("468 08 413", "Susanne Hellan Øiaas"),
        ("918 61 884", "Live Næss"),
    ),
    "02800": (("02800", ""),),
    "helse-og-velferd": (("982 91 184", "Thomas Hugaas Molden"),),
    "skoleradgiver-grunnskole": (("906 34 825", "Jannicke Akse"),),
    "radgiver-videregaende": (("470 56 826", "Martin Pütz"),),
    "kulturenheten": (("952 63 889", "Stine Osvoll"),),
    "rvts-midt": (("72 82 20 05", "Venke Aarethun"), ("913 37 771", "Venke Aarethun")),
}
# Emergency and short numbers, 02800, and eight digits in groups.
TELEFONNUMMER = re.compile(
    r"\b(?:11\d(?:\d{3})?|0\d{4}|[2-9]\d\d \d\d \d{3}|[2-9]\d(?: \d\d){3})\b"
)


def _labels(tekster: Iterable[str]) -> list[str]:
    return [characters(tekst) for tekst in tekster]


def _told(veileder: Veileder, part: str, id_: str) -> str:
    """All that the content says of one entry."""
    return all_text(next(e for e in getattr(veileder, part) if e.id == id_))


def _guide_contacts(veileder: Veileder) -> tuple[Kontakt, ...]:
    return tuple(k for k in veileder.kontakter if k.merke is Merke.VEILEDEREN)


# --- chapter 3: definitions ---


def test_the_headed_terms_of_the_guide_are_explained(veileder: Veileder) -> None:
    terms = {"voldelig-ekstremisme", "radikalisering", "avradikalisering", "hatkriminalitet"}
    terms |= {"nettekstremisme", "radikal"}
    assert terms <= {b.id for b in veileder.begreper if "3" in b.kilde.kapittel}


def test_radikal_and_radikalisering_lead_to_each_other(veileder: Veileder) -> None:
    related = {b.id: b.se_ogsa for b in veileder.begreper}
    assert "radikal" in related["radikalisering"]
    assert "radikalisering" in related["radikal"]


@pytest.mark.parametrize(
    "form", ["høyreekstremisme", "venstreekstremisme", "antistatlig", "ensaks", "religiøst motiv"]
)
def test_the_five_forms_of_extremism_are_named(veileder: Veileder, form: str) -> None:
    begrep = next(b for b in veileder.begreper if b.id == "voldelig-ekstremisme")
    assert form in all_text(begrep.utdyping).casefold()


@pytest.mark.parametrize(
    "ground",
    [
        *("religion", "livssyn", "hudfarge", "nasjonal", "etnisk", "seksuell orientering"),
        *("kjønnsidentitet", "kjønnsuttrykk", "funksjonsevne"),
    ],
)
def test_the_grounds_of_hate_crime_are_named(veileder: Veileder, ground: str) -> None:
    assert ground in _told(veileder, "begreper", "hatkriminalitet")


# --- chapter 4: signs ---


def test_the_signs_are_22_in_4_categories_with_the_labels_of_the_guide(veileder: Veileder) -> None:
    kategorier = veileder.bekymringstegn.kategorier
    assert [len(k.tegn) for k in kategorier] == [4, 8, 6, 4]
    assert {k.id: _labels(t.tekst for t in k.tegn) for k in kategorier} == {
        kategori: _labels(tekster) for kategori, tekster in TEGN.items()
    }


def test_the_signs_have_the_ids_and_classes_of_the_description(veileder: Veileder) -> None:
    kategorier = veileder.bekymringstegn.kategorier
    assert {k.id: tuple(t.id for t in k.tegn) for k in kategorier} == TEGN_IDER
    assert dict(veileder.tegnklasse) == {t: k for k, tegn in KLASSER.items() for t in tegn}


def test_only_the_sign_with_two_halves_has_no_class_of_its_own(veileder: Veileder) -> None:
    alle = [t for k in veileder.bekymringstegn.kategorier for t in k.tegn]
    halves = {t.id: [d.id for d in t.deler] for t in alle if t.deler or not t.klasse}
    assert halves == {"demonstrasjoner-og-sammenstot": ["demonstrasjoner", "voldelige-sammenstot"]}


def test_the_classes_are_the_editors_own(veileder: Veileder) -> None:
    merker = {k.id: k.merke for k in veileder.bekymringstegn.klasser}
    assert merker == dict.fromkeys(KLASSER, Merke.TILLEGG)


# --- chapter 5: factors ---


@pytest.mark.parametrize(
    ("kind", "labels", "counts"),
    [
        ("risiko", RISIKOFAKTORER, [11, 9, 16, 6]),
        ("beskyttelse", BESKYTTELSESFAKTORER, [11, 4, 7, 2]),
    ],
)
def test_the_factors_have_the_counts_and_labels_of_the_guide(
    veileder: Veileder, kind: str, labels: Mapping[str, tuple[str, ...]], counts: list[int]
) -> None:
    grupper = veileder.faktorer.grupper
    assert [len(getattr(g, kind)) for g in grupper] == counts
    assert {g.id: sorted(_labels(f.tekst for f in getattr(g, kind))) for g in grupper} == {
        gruppe: sorted(_labels(tekster)) for gruppe, tekster in labels.items()
    }


def test_a_factor_has_its_group_first_in_its_id(veileder: Veileder) -> None:
    wrong = [
        f.id
        for g in veileder.faktorer.grupper
        for f in (*g.risiko, *g.beskyttelse)
        if not f.id.startswith(f"{g.id}-")
    ]
    assert wrong == []


def test_a_double_names_a_factor_or_a_sign_that_is_asked(veileder: Veileder) -> None:
    alle = [f for g in veileder.faktorer.grupper for f in (*g.risiko, *g.beskyttelse)]
    asked = {f.id for f in alle if not f.samme_som} | {*veileder.tegnklasse}
    assert {f.samme_som for f in alle} - {""} <= asked


# --- chapter 6: the pathway ---


def test_the_steps_are_seven_in_order_with_those_responsible(veileder: Veileder) -> None:
    assert [(t.id, t.nummer) for t in veileder.trinn] == [
        (id_, str(nr)) for nr, id_ in enumerate(TRINN, start=1)
    ]
    assert {t.nummer: _labels(t.ansvarlig) for t in veileder.trinn} == {
        nummer: _labels(celler) for nummer, celler in ANSVARLIG.items()
    }


def test_only_the_second_step_is_said_to_be_anonymous(veileder: Veileder) -> None:
    assert [t.id for t in veileder.trinn if t.anonymt.kan == "ja"] == ["droft"]


@pytest.mark.parametrize(
    "group",
    [
        *("ungdomsskole", "videregående", "private skoler", "NTNU", "barnevern", "voksentjenest"),
        *("i Nav", "Kulturenhet"),
    ],
)
def test_the_second_step_names_the_groups_with_a_ressursperson(
    veileder: Veileder, group: str
) -> None:
    assert group in _told(veileder, "trinn", "droft")


@pytest.mark.parametrize(
    "part",
    [
        *("plan", "koordinator", "relasjoner", "miljø", "skole", "jobb", "bolig", "idrett"),
        *("rutiner", "nettverk", "sosialt", "18 år", "foresatte", "mentor"),
    ],
)
def test_the_sixth_step_names_the_help_of_the_guide(veileder: Veileder, part: str) -> None:
    assert part in _told(veileder, "trinn", "oppfolging")


# --- chapters 7 and 8: measures, plans and actors ---


def test_the_measures_are_13_and_the_plans_and_actors_8(veileder: Veileder) -> None:
    assert Counter(t.id for t in veileder.tiltak) == Counter(TILTAK)
    assert Counter(a.id for a in veileder.aktorer) == Counter(AKTORER)


@pytest.mark.parametrize(
    "service",
    ["skole", "helse", "kultur", "barnevern", "Nav,", "IMDi", "UDI", "justis", "familievern"],
)
def test_the_groups_of_services_are_named(veileder: Veileder, service: str) -> None:
    assert service in _told(veileder, "tiltak", "samarbeid")


@pytest.mark.parametrize("measure", ["bekymringssamtale", "exit", "mentor"])
def test_a_handbook_without_an_address_is_said_to_lack_it(veileder: Veileder, measure: str) -> None:
    tiltak: Tiltak = next(t for t in veileder.tiltak if t.id == measure)
    added = [u.tekst for u in tiltak.punkter if u.merke is Merke.TILLEGG]
    assert any("adresse" in tekst for tekst in added)


@pytest.mark.parametrize(
    ("actor", "facts"),
    [
        ("slt", ("12", "18", "23", "aldersgrense", "Kirkens Bymisjon", "Fellesverket", "22B")),
        ("politikontakter", ("Sentrum", "tre", "Heimdal", "Klæbu")),
        ("politidistriktet", ("1. april 2018",)),
        ("rvts", ("Kontaktforum", "RVTS Øst", "fremmedkrigere")),
        ("lokalt-samarbeid", ("Politirådet", "SLT")),
        ("handlingsplan", ("2014", "2020")),
    ],
)
def test_plans_and_actors_have_the_facts_of_the_guide(
    veileder: Veileder, actor: str, facts: tuple[str, ...]
) -> None:
    told = _told(veileder, "aktorer", actor)
    assert [fact for fact in facts if fact not in told] == []


# --- chapter 9: addresses ---


def test_the_addresses_are_the_26_of_the_guide(veileder: Veileder) -> None:
    assert Counter(e.url for e in veileder.lenker) == Counter(ADRESSER)
    assert len(veileder.lenker) == 26


def test_the_entries_of_chapter_9_are_the_19_of_the_guide(veileder: Veileder) -> None:
    entries = [e.navn for e in veileder.lenker if "9" in e.kilde.kapittel and not e.del_av]
    assert len(entries) == 19
    assert sorted(_labels(entries)) == sorted(_labels(NETTSTEDOPPFORINGER))


def test_an_address_belongs_under_an_entry_that_is_there(veileder: Veileder) -> None:
    assert {e.del_av for e in veileder.lenker} - {""} <= {
        e.id for e in veileder.lenker if not e.del_av
    }


# --- chapter 10: the telephone list and the colophon ---


def test_every_number_of_the_telephone_list_is_with_its_own_contact(veileder: Veileder) -> None:
    listed = {
        k.id: tuple((n.telefon, n.navn) for n in k.numre)
        for k in _guide_contacts(veileder)
        if k.numre
    }
    assert listed == TELEFONLISTE


def test_the_numbers_and_names_are_those_of_the_guide(veileder: Veileder) -> None:
    numre = [n for k in _guide_contacts(veileder) for n in k.numre]
    assert sorted((n.telefon, characters(n.telefon)) for n in numre) == sorted(TELEFONNUMRE)
    assert {n.navn for n in numre} - {""} == {*NAVN}


def test_a_number_in_a_text_is_a_number_of_some_contact(veileder: Veileder) -> None:
    known = {n.telefon for k in veileder.kontakter for n in k.numre}
    named = {nummer for _, tekst in texts(veileder) for nummer in TELEFONNUMMER.findall(tekst)}
    assert "02800" in named
    assert named - known == set()


def test_the_contacts_of_the_guide_are_of_november_2021_and_unconfirmed(
    veileder: Veileder,
) -> None:
    assert {k.oppgitt for k in _guide_contacts(veileder)} == {"2021-11"}
    assert [k.id for k in veileder.kontakter if k.sist_verifisert] == []


def test_what_the_guide_lacks_is_marked_as_added(veileder: Veileder) -> None:
    added = {k.id for k in veileder.kontakter if k.merke is Merke.TILLEGG}
    assert added == {"110", "112", "113", "116111", "116117", "pst"}


def test_the_colophon_says_who_revised_the_guide_and_when(veileder: Veileder) -> None:
    colophon = _told(veileder, "kapitler", "telefonnummer")
    who = ("SLT-koordinatoren", "radikaliseringskoordinatoren", "radikaliseringskontakten")
    assert [w for w in (*who, "november 2021") if w not in colophon] == []


# --- the whole guide ---


def test_the_chapters_are_ten_in_order(veileder: Veileder) -> None:
    assert [k.nummer for k in veileder.kapitler] == [str(nr) for nr in range(1, 11)]


def test_every_list_of_the_guide_stands_in_some_chapter(veileder: Veileder) -> None:
    listed = [liste for k in veileder.kapitler for liste in k.lister]
    assert sorted(listed) == sorted(
        (
            *("regelverk", "begreper", "bekymringstegn", "faktorer", "trinn", "tiltak"),
            *("aktorer", "lenker", "kontakter"),
        )
    )


def test_the_questions_are_those_of_the_description_with_danger_first(veileder: Veileder) -> None:
    assert Counter(s.id for s in veileder.sporsmal) == Counter(SPORSMAL)
    assert veileder.sporsmal[0].id == "fare_na"


@pytest.mark.parametrize(
    ("sporsmal", "verdier"),
    [("grad", GRAD), ("gjort", GJORT), ("utland", UTLAND), ("alder", ("under-18", "over-18"))],
)
def test_a_question_has_the_choices_of_the_description(
    veileder: Veileder, sporsmal: str, verdier: tuple[str, ...]
) -> None:
    valg = {v.verdi for v in veileder.sporsmal_med_id[sporsmal].valg}
    assert valg - {VET_IKKE} == {*verdier} - {VET_IKKE}


def test_the_notices_are_those_of_the_description_with_112_first(veileder: Veileder) -> None:
    assert tuple(v.id for v in veileder.varsler) == VARSLER


def test_every_entry_has_an_id_a_mark_and_a_source(veileder: Veileder) -> None:
    needed = {
        Merke.VEILEDEREN: ("kapittel",),
        Merke.LOV: ("regelverk", "url"),
        Merke.TILLEGG: ("redaksjonen",),
    }
    marked = [(sti, e) for sti, e in parts(veileder) if isinstance(getattr(e, "kilde", 0), Kilde)]
    assert len(marked) > 1000
    assert [sti for sti, e in marked if not getattr(e, "id", "has none")] == []
    unsourced = [sti for sti, e in marked if not any(getattr(e.kilde, f) for f in needed[e.merke])]
    assert unsourced == []


def test_every_law_is_dated_and_has_its_address(veileder: Veileder) -> None:
    assert {r.gjelder_per for r in veileder.regelverk} == {"2026-02-15"}
    assert [r.id for r in veileder.regelverk if not r.url.startswith("https://lovdata.no/")] == []
