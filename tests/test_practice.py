"""Exercises: what one answered held against a made-up case, and what is said about it."""

import pytest

from conftest import Les, Vurder
from veileder_cli.answers import read_answers
from veileder_cli.facts import Svar
from veileder_cli.model.sjekk import Tilfelle
from veileder_cli.model.veileder import Veileder
from veileder_cli.practice import Sammenligning, compare_with_case, exercises
from veileder_cli.render.labels import question_name
from veileder_cli.render.layout import to_text
from veileder_cli.render.practice import comparison


def case_with(veileder: Veileder, tegn: str) -> Tilfelle:
    return next(t for t in exercises(veileder) if tegn in t.svar.get("tegn", ()))


def own(veileder: Veileder, sak: Tilfelle, **endret: tuple[str, ...]) -> Svar:
    """Answer as the case does but for this."""
    return read_answers(veileder, {**sak.svar, **endret}).svar


def told(veileder: Veileder, funn: Sammenligning) -> str:
    return " ".join(to_text(comparison(veileder, funn), 80).split())


def test_every_exercise_is_a_story_whose_own_answers_lead_where_the_case_says(
    veileder: Veileder,
) -> None:
    saker = exercises(veileder)
    assert len(saker) >= 10
    for sak in saker:
        funn = compare_with_case(veileder, sak, own(veileder, sak))
        assert funn.samme
        assert funn.ulike == ()
        assert funn.sakens.rute == sak.forvent.rute
        assert "Svarene dine førte til det samme." in told(veileder, funn)


def test_a_case_without_a_story_is_no_exercise(veileder: Veileder) -> None:
    assert 0 < len(exercises(veileder)) < len(veileder.tilfeller)


def test_the_answer_that_led_elsewhere_is_named_with_both_answers(veileder: Veileder) -> None:
    sak = case_with(veileder, "legitimerer-vold")
    funn = compare_with_case(veileder, sak, own(veileder, sak, tegn=("intoleranse",)))
    assert not funn.samme
    [u] = funn.ulike
    assert (u.sporsmal, u.ditt, u.sakens, u.avgjor) == (
        "tegn",
        ("intoleranse",),
        ("legitimerer-vold",),
        True,
    )
    text = told(veileder, funn)
    assert text.startswith(veileder.varsler[0].tittel)
    assert funn.din.tittel.tekst in text
    assert question_name(veileder, "tegn") in text
    assert "Dette svaret alene avgjorde." in text


def test_an_answer_that_stopped_the_questions_is_what_decided(veileder: Veileder) -> None:
    sak = case_with(veileder, "legitimerer-vold")
    funn = compare_with_case(veileder, sak, {"fare_na": ("ja",)})
    assert [(u.sporsmal, u.avgjor) for u in funn.ulike] == [("fare_na", True)]


def test_what_the_case_leaves_open_is_named_only_where_it_decided(veileder: Veileder) -> None:
    sak = case_with(veileder, "legitimerer-vold")
    without = compare_with_case(veileder, sak, own(veileder, sak, flere_instanser=("nei",)))
    assert without.samme
    assert without.ulike == ()
    decided = compare_with_case(veileder, sak, own(veileder, sak, lovbrudd=("ja",)))
    assert [(u.sporsmal, u.sakens, u.avgjor) for u in decided.ulike] == [("lovbrudd", None, True)]
    assert "Saken sier: ikke sagt." in told(veileder, decided)


def test_several_answers_that_decide_together_are_said_to(veileder: Veileder) -> None:
    sak = case_with(veileder, "legitimerer-vold")
    svar = own(veileder, sak, lovbrudd=("ja",), utland=("planlegger-reise",))
    funn = compare_with_case(veileder, sak, svar)
    assert not any(u.avgjor for u in funn.ulike)
    assert "Det var flere sammen." in told(veileder, funn)


def test_another_answer_that_changes_nothing_is_still_named(veileder: Veileder) -> None:
    sak = case_with(veileder, "legitimerer-vold")
    svar = own(veileder, sak, tegn=("legitimerer-vold", "intoleranse"))
    funn = compare_with_case(veileder, sak, svar)
    assert funn.samme
    assert [(u.sporsmal, u.avgjor) for u in funn.ulike] == [("tegn", False)]
    assert "selv om noe er svart annerledes" in told(veileder, funn)


@pytest.mark.parametrize("nr", [0, 5, -1])
def test_the_reasons_are_the_cases_and_not_ones_own(
    veileder: Veileder, vurder: Vurder, les: Les, nr: int
) -> None:
    sak = exercises(veileder)[nr]
    svar = les({q: list(v) if len(v) != 1 else v[0] for q, v in sak.svar.items()}).svar
    text = told(veileder, compare_with_case(veileder, sak, svar))
    assert f"«{vurder(sak.svar).rute}»" in text
    reasons = text.partition("HVORFOR")[2]
    assert "Saken sier – " in reasons
    assert "Du svarte" not in reasons
