"""Answers from a file: checked all at once, and laid out by screen."""

import pytest
from hypothesis import given

from conftest import Les
from strategier import Svar, as_read, svar
from veileder_cli.answers import Svarfeil
from veileder_cli.facts import screen_keys
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import Veileder


def _faulty(feil: tuple[Svarfeil, ...]) -> list[tuple[str, str]]:
    return [(f.sporsmal, f.verdi) for f in feil]


@given(svar())
def test_valid_answers_have_no_fault(les: Les, answers: Svar) -> None:
    assert les(answers).feil == ()


@pytest.mark.parametrize(
    ("answers", "faulty"),
    [
        ({"navn": "ja"}, [("navn", "navn")]),
        ({"fare_na": "kanskje"}, [("fare_na", "kanskje")]),
        ({"gjort": ["dialog", "prat", "møte"]}, [("gjort", "prat"), ("gjort", "møte")]),
        ({"tegn": ["demonstrasjoner-og-sammenstot"]}, [("tegn", "demonstrasjoner-og-sammenstot")]),
        ({"risikofaktorer": ["personlig-robust"]}, [("risikofaktorer", "personlig-robust")]),
        ({"alder": ["under-18", "over-18"]}, [("alder", "")]),
        ({"alder": []}, [("alder", "")]),
        ({"gjort": ["vet-ikke", "dialog"]}, [("gjort", "")]),
        ({"tegn": ["reiser"], "tegn_usikker": ["reiser"]}, [("tegn_usikker", "")]),
    ],
)
def test_a_fault_names_its_question_and_the_value(
    les: Les, answers: Svar, faulty: list[tuple[str, str]]
) -> None:
    ark = les(answers)
    assert _faulty(ark.feil) == faulty
    assert ark.svar == {}


def test_all_faults_are_told_at_once(les: Les) -> None:
    ark = les({"navn": "ja", "rolle": "lege", "tegn": ["reiser"], "tegn_usikker": ["reiser"]})
    assert [f.sporsmal for f in ark.feil] == ["navn", "rolle", "tegn_usikker"]


def test_a_fault_says_what_is_wrong(les: Les) -> None:
    ark = les(
        {
            "navn": "ja",
            "rolle": "lege",
            "alder": [],
            "gjort": ["vet-ikke", "dialog"],
            "tegn": ["reiser"],
            "tegn_usikker": ["reiser"],
        }
    )
    assert [f.feil for f in ark.feil] == [
        "ukjent spørsmål",
        "ukjent svar «lege»",
        "spørsmålet skal ha ett svar",
        "«vet-ikke» kan ikke stå sammen med andre svar",
        "«reiser» står både som sett og som usikkert",
    ]
    assert ark.ignorert == ()


def test_a_fault_tells_what_is_valid_there(les: Les, veileder: Veileder) -> None:
    ukjent, verdi = les({"navn": "ja", "lovbrudd": "kanskje"}).feil
    assert ukjent.lovlige == tuple(veileder.sporsmal_med_id)
    assert verdi.lovlige == ("ja", "nei", "vet-ikke")


def test_dont_know_of_both_seen_and_unsure_is_no_fault(les: Les) -> None:
    assert les({"tegn": "vet-ikke", "tegn_usikker": "vet-ikke"}).feil == ()


# --- by screen ---


def test_each_group_gets_its_own_values_and_the_others_none(les: Les) -> None:
    assert les({"tegn": ["reiser", "hatretorikk"]}).svar == {
        "tegn.interesser": (),
        "tegn.uttalelser": ("hatretorikk",),
        "tegn.aktiviteter": ("reiser",),
        "tegn.nettverk": (),
    }


@pytest.mark.parametrize("type_", [Sporsmalstype.RISIKO, Sporsmalstype.BESKYTTELSE])
def test_a_factor_is_answered_on_the_screen_of_its_group(
    les: Les, veileder: Veileder, type_: Sporsmalstype
) -> None:
    question = veileder.sporsmal_av_type(type_)
    once = [f.id for f in veileder.faktorer_av_type[type_] if not f.samme_som]
    by_screen = les({question: once}).svar
    assert {(k, v) for k, verdier in by_screen.items() for v in verdier} == {
        (f"{question}.{id_.split('-')[0]}", id_) for id_ in once
    }


def test_dont_know_is_dont_know_on_every_screen_of_the_question(
    les: Les, veileder: Veileder
) -> None:
    keys = screen_keys(veileder, veileder.sporsmal_med_id["risikofaktorer"])
    assert les({"risikofaktorer": "vet-ikke"}).svar == dict.fromkeys(keys, ("vet-ikke",))


def test_the_double_of_a_factor_stands_for_the_factor(les: Les) -> None:
    double = "sosial-mangler-eller-soker-tilhorighet"
    factor = "personlig-mangler-eller-soker-tilhorighet"
    assert les({"risikofaktorer": [double]}).svar == les({"risikofaktorer": [factor]}).svar
    assert les({"risikofaktorer": [double, factor]}).svar == les({"risikofaktorer": [factor]}).svar


@given(svar())
def test_no_answer_is_lost_on_the_way_to_its_screens(
    les: Les, veileder: Veileder, answers: Svar
) -> None:
    by_screen = les(answers).svar
    gathered = {
        sporsmal: {
            verdi
            for nokkel in screen_keys(veileder, veileder.sporsmal_med_id[sporsmal])
            for verdi in by_screen[nokkel]
        }
        for sporsmal in answers
    }
    assert gathered == {sporsmal: {*verdier} for sporsmal, verdier in as_read(answers).items()}


# --- what is ignored ---


@pytest.mark.parametrize(
    ("answers", "ignored"),
    [
        ({"fare_na": "nei", "alder": "over-18", "barn_berort": "ja"}, ()),
        ({"fare_na": "ja", "tegn": ["reiser"], "alder": "over-18"}, ("tegn", "alder")),
        ({"rolle": "meg-selv", "grad": "hoy"}, ("grad",)),
        ({"fortsatt": "ja"}, ("fortsatt",)),
        ({"fortsatt": "ja", "gjort": ["oppfolging"]}, ()),
        (
            {"risikofaktorer": ["ideologisk-konspirasjonsteorier"]},
            ("ideologisk-konspirasjonsteorier",),
        ),
        ({"risikofaktorer": ["sosial-mangler-eller-soker-tilhorighet"]}, ()),
    ],
)
def test_what_would_not_be_asked_is_ignored_and_told(
    les: Les, answers: Svar, ignored: tuple[str, ...]
) -> None:
    ark = les(answers)
    assert ark.feil == ()
    assert ark.ignorert == ignored
