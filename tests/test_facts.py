"""What a set of answers says: which questions are asked, what is known, what it means."""

import pytest
from hypothesis import given

from conftest import Les
from orakel import ANSATT, EGEN_RESSURSPERSON, KLASSER, ROLLER, TEGN
from strategier import Svar, chosen, see, svar
from veileder_cli.facts import Fakta, possible_values, read_facts, screen_keys
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import Veileder

FOR_MEG_SELV = ["fare_na", "rolle", "alder"]
FACTORS = ("personlig", "familie", "sosial", "ideologisk")


class Facts:
    """Reads facts from answers as an answers file has them."""

    def __init__(self, veileder: Veileder, les: Les) -> None:
        self._veileder = veileder
        self._les = les

    def __call__(self, svar: Svar) -> Fakta:
        return read_facts(self._veileder, self._les(svar).svar)

    def asked(self, svar: Svar) -> list[str]:
        return [s.id for s in self(svar).stilles]

    def unknown(self, svar: Svar) -> set[str]:
        return {s.id for s in self(svar).ukjente}


@pytest.fixture(scope="session")
def facts(veileder: Veileder, les: Les) -> Facts:
    return Facts(veileder, les)


# --- which questions are asked ---


def test_danger_now_is_asked_before_anything_else_and_then_nothing(facts: Facts) -> None:
    assert facts.asked({})[0] == "fare_na"
    assert facts.asked({"fare_na": "ja"}) == ["fare_na"]


@pytest.mark.parametrize("fare", ["nei", "vet-ikke"])
def test_without_danger_now_the_role_is_asked(facts: Facts, fare: str) -> None:
    assert "rolle" in facts.asked({"fare_na": fare})


def test_of_someone_worried_about_themselves_three_things_are_asked(facts: Facts) -> None:
    assert facts.asked({"rolle": "meg-selv"}) == FOR_MEG_SELV


def test_of_someone_hurt_also_whether_a_child_is_at_risk(facts: Facts) -> None:
    assert facts.asked({"rolle": "utsatt"}) == [*FOR_MEG_SELV, "barn_berort"]


@pytest.mark.parametrize(
    ("sporsmal", "asked", "not_asked"),
    [
        ("andre_forklaringer", {"tegn": ["hatretorikk"]}, {"tegn": [], "tegn_usikker": []}),
        ("andre_forklaringer", {"tegn_usikker": ["reiser"]}, {"tegn": "vet-ikke"}),
        ("fortsatt", {"gjort": ["oppfolging"]}, {"gjort": ["tverrfaglig"]}),
        ("foresatte_trygge", {"alder": "under-18"}, {"alder": "vet-ikke"}),
        ("barn_berort", {"alder": "over-18"}, {"alder": "under-18"}),
        ("ressursperson", {"rolle": "nav"}, {"rolle": "helse-velferd"}),
    ],
)
def test_a_question_is_asked_where_the_answers_call_for_it(
    facts: Facts, sporsmal: str, asked: Svar, not_asked: Svar
) -> None:
    assert sporsmal in facts.asked(asked)
    assert sporsmal not in facts.asked(not_asked)


@pytest.mark.parametrize("rolle", ROLLER)
def test_a_role_is_asked_about_its_ressursperson_only_where_its_unit_may_have_one(
    facts: Facts, rolle: str
) -> None:
    assert ("ressursperson" in facts.asked({"rolle": rolle})) is (rolle in EGEN_RESSURSPERSON)
    assert ("ansatt" in facts({"rolle": rolle}).situasjon.rollegrupper) is (rolle in ANSATT)


@given(svar())
def test_the_questions_asked_keep_the_order_of_the_guide(
    veileder: Veileder, facts: Facts, answers: Svar
) -> None:
    asked = facts.asked(answers)
    assert asked == [s.id for s in veileder.sporsmal if s.id in asked]


@given(svar())
def test_an_answer_to_what_is_not_asked_counts_for_nothing(facts: Facts, answers: Svar) -> None:
    asked = facts.asked(answers)
    only = {sporsmal: verdi for sporsmal, verdi in answers.items() if sporsmal in asked}
    assert facts(only) == facts(answers)


# --- what is known ---


def test_a_missing_role_is_taken_as_a_citizen(facts: Facts) -> None:
    missing, unknown = facts({}), facts({"rolle": "vet-ikke"})
    assert missing.situasjon.svar["rolle"] == ("innbygger",)
    assert missing.situasjon == unknown.situasjon
    assert "rolle" in facts.unknown({})


def test_what_nobody_answered_is_known_as_assumed(facts: Facts) -> None:
    assert facts({}).situasjon.antatt == {"rolle"}
    assert facts({"rolle": "innbygger"}).situasjon.antatt == set()


def test_dont_know_is_no_answer_but_for_danger_and_offence(facts: Facts) -> None:
    alle = ("alder", "grad", "gjort", "utland", "tegn", "flere_instanser", "barn_berort")
    given_ = facts(dict.fromkeys((*alle, "fare_na", "lovbrudd"), "vet-ikke")).situasjon.svar
    assert {s: v for s, v in given_.items() if s != "rolle"} == {
        "fare_na": ("vet-ikke",),
        "lovbrudd": ("vet-ikke",),
    }


def test_none_of_these_is_an_answer(facts: Facts) -> None:
    assert facts({"gjort": [], "tegn": []}).situasjon.svar["tegn"] == ()
    assert facts.unknown({}) - facts.unknown({"gjort": [], "tegn": []}) == {"gjort", "tegn"}


@given(svar())
def test_what_is_unknown_was_asked_and_not_answered(facts: Facts, answers: Svar) -> None:
    unknown = facts.unknown(answers)
    assert unknown <= {*facts.asked(answers)}
    single = {s for s, v in answers.items() if isinstance(v, str)} & {*facts.asked(answers)}
    assert single & unknown == {s for s in single if answers[s] == "vet-ikke"} - {"tegn_usikker"}


def test_being_unsure_of_a_sign_is_what_is_unknown_of_unsure_signs(facts: Facts) -> None:
    assert "tegn_usikker" in facts.unknown({"tegn_usikker": ["reiser"]})
    assert "tegn_usikker" not in facts.unknown({"tegn": [], "tegn_usikker": []})


# --- what it means ---


def test_the_situation_has_the_order_of_the_choices_that_have_one(
    veileder: Veileder, facts: Facts
) -> None:
    assert veileder.rekkefolge
    assert facts({}).situasjon.rekkefolge == veileder.rekkefolge


def test_the_situation_tells_which_questions_its_evidence_is_given_under(facts: Facts) -> None:
    situasjon = facts({}).situasjon
    assert situasjon.rolle_sporsmal == "rolle"
    assert situasjon.tegn_sporsmal == "tegn"
    assert situasjon.usikre_sporsmal == "tegn_usikker"


@given(svar())
def test_the_signs_are_known_by_their_class(facts: Facts, answers: Svar) -> None:
    situasjon = facts(answers).situasjon
    if "tegn" not in facts.asked(answers):
        return
    klasse = {tegn: k for k, ider in KLASSER.items() for tegn in ider}
    assert dict(situasjon.sett) == {t: klasse[t] for t in chosen(answers, "tegn")}
    assert dict(situasjon.usikre) == {t: klasse[t] for t in chosen(answers, "tegn_usikker")}


def test_a_sign_that_is_seen_is_no_longer_unsure(veileder: Veileder) -> None:
    by_screen = {"tegn.aktiviteter": ("reiser",), "tegn_usikker.aktiviteter": ("reiser",)}
    situasjon = read_facts(veileder, by_screen).situasjon
    assert [*situasjon.sett] == ["reiser"]
    assert not situasjon.usikre


def test_a_factor_counts_where_the_guide_has_it_a_second_time(facts: Facts) -> None:
    situasjon = facts({"risikofaktorer": ["personlig-mangler-eller-soker-tilhorighet"]}).situasjon
    assert {*situasjon.svar["risikofaktorer"]} == {
        "personlig-mangler-eller-soker-tilhorighet",
        "sosial-mangler-eller-soker-tilhorighet",
    }


def test_a_factor_that_is_also_a_sign_counts_only_where_it_was_seen(facts: Facts) -> None:
    double = "ideologisk-konspirasjonsteorier"
    sign = "konspirasjonsteorier"
    assert double in facts(see({}, sign)).situasjon.svar["risikofaktorer"]
    for svar_ in ({"risikofaktorer": [double]}, {"tegn_usikker": [sign]}):
        assert double not in facts(svar_).situasjon.svar.get("risikofaktorer", ())


def test_factors_that_were_answered_and_then_skipped_count_for_nothing(veileder: Veileder) -> None:
    """The person took the factors along, ticked one, went back, and left them out."""
    by_screen = {
        "risikofaktorer.familie": ("familie-vold-eller-omsorgssvikt",),
        "risikofaktorer:ta-med": (),
    }
    assert "risikofaktorer" not in read_facts(veileder, by_screen).situasjon.svar


# --- what may be answered, and on which screens ---


@pytest.mark.parametrize(
    ("sporsmal", "values"),
    [
        ("fare_na", {"ja", "nei"}),
        ("rolle", {*ROLLER}),
        ("alder", {"under-18", "over-18"}),
        ("tegn", {*TEGN}),
        ("tegn_usikker", {*TEGN}),
    ],
)
def test_the_values_of_a_question_are_its_choices_without_dont_know(
    veileder: Veileder, sporsmal: str, values: set[str]
) -> None:
    assert {*possible_values(veileder, veileder.sporsmal_med_id[sporsmal])} == values


def test_the_factors_that_may_be_answered_are_all_of_their_kind(veileder: Veileder) -> None:
    counts = {s.type: len(possible_values(veileder, s)) for s in veileder.sporsmal if s.valgfritt}
    assert counts == {Sporsmalstype.RISIKO: 42, Sporsmalstype.BESKYTTELSE: 24}


@pytest.mark.parametrize(
    ("sporsmal", "groups"),
    [
        ("tegn", ("interesser", "uttalelser", "aktiviteter", "nettverk")),
        ("risikofaktorer", FACTORS),
        ("beskyttelsesfaktorer", FACTORS),
    ],
)
def test_signs_and_factors_have_a_screen_for_each_group(
    veileder: Veileder, sporsmal: str, groups: tuple[str, ...]
) -> None:
    keys = screen_keys(veileder, veileder.sporsmal_med_id[sporsmal])
    assert keys == tuple(f"{sporsmal}.{gruppe}" for gruppe in groups)


def test_any_other_question_is_one_screen(veileder: Veileder) -> None:
    assert screen_keys(veileder, veileder.sporsmal_med_id["gjort"]) == ("gjort",)
