"""What is asked at one time, and under which of the flow's keys its answers are kept."""

import pytest

from guider import FJORDVIK, OYVIK, load
from veileder_cli.answers import read_answers
from veileder_cli.flow import screens
from veileder_cli.interview.asked import asked_screens, beside, next_asked, voided
from veileder_cli.interview.asking import unsure_of
from veileder_cli.model.sjekk import VET_IKKE, Sporsmalstype
from veileder_cli.model.veileder import Veileder

TO_SIGNS = {"fare_na": ("nei",), "rolle": ("nav",), "alder": ("over-18",)}


def test_signs_and_doubts_of_a_category_are_one_screen_and_all_else_is_as_in_the_flow(
    veileder: Veileder,
) -> None:
    alle = asked_screens(veileder, TO_SIGNS)
    assert [k for a in alle for k in a.keys] == [s.nokkel for s in screens(veileder, TO_SIGNS)]
    together = [a for a in alle if len(a.keys) > 1]
    assert len(together) == len(veileder.bekymringstegn.kategorier)
    assert {a.skjerm.sporsmal.type for a in together} == {Sporsmalstype.TEGN}


def test_a_sign_is_kept_as_seen_or_as_unsure(veileder: Veileder) -> None:
    asked = next(a for a in asked_screens(veileder, TO_SIGNS) if a.nokkel == "tegn.nettverk")
    values = ("omgas-ekstreme", unsure_of("endrer-nettverk"))
    svar = asked.as_svar(values)
    assert svar == {
        "tegn.nettverk": ("omgas-ekstreme",),
        "tegn_usikker.nettverk": ("endrer-nettverk",),
    }
    assert asked.given(svar) == values
    assert asked.is_answered(svar)
    assert not asked.is_answered({"tegn.nettverk": ()})


@pytest.mark.parametrize("values", [(), (VET_IKKE,)])
def test_none_and_dont_know_are_said_of_both(veileder: Veileder, values: tuple[str, ...]) -> None:
    asked = next(a for a in asked_screens(veileder, TO_SIGNS) if len(a.keys) > 1)
    svar = asked.as_svar(values)
    assert svar == dict.fromkeys(asked.keys, values)
    assert asked.given(svar) == values


def test_where_every_sign_is_seen_they_can_still_be_doubted(veileder: Veileder) -> None:
    alle = tuple(t.id for t in veileder.svarbare_tegn["nettverk"])
    seen = {**TO_SIGNS, "tegn.nettverk": alle, "tegn_usikker.nettverk": ()}
    asked = next(a for a in asked_screens(veileder, seen) if a.nokkel == "tegn.nettverk")
    assert asked.nokkel_usikre == "tegn_usikker.nettverk"


def test_a_guide_that_does_not_ask_for_doubts_is_asked_as_it_is() -> None:
    guide = load(OYVIK)
    assert not guide.sporsmal_av_type(Sporsmalstype.USIKRE_TEGN)
    assert [a.nokkel for a in asked_screens(guide, {})] == [s.nokkel for s in screens(guide, {})]


def test_another_guide_with_other_names_is_merged_too() -> None:
    guide = load(FJORDVIK)
    svar = read_answers(guide, {"nod": ("nei",), "hvem": ("nabo",)}).svar
    together = [a for a in asked_screens(guide, svar) if a.usikre]
    assert len(together) == len(guide.bekymringstegn.kategorier)


def test_the_one_beside_is_by_place_and_none_is_beyond_the_ends(veileder: Veileder) -> None:
    alle = asked_screens(veileder, TO_SIGNS)
    assert beside(alle, alle[0].nokkel, -1) is None
    assert beside(alle, alle[0].nokkel, 1) == alle[1]
    assert beside(alle, alle[-1].nokkel, 1) is None


def test_next_is_the_first_without_a_whole_answer(veileder: Veileder) -> None:
    alle = asked_screens(veileder, TO_SIGNS)
    half = {a.nokkel: () for a in alle}
    neste = next_asked(alle, half)
    assert neste is not None
    assert neste.usikre is not None
    assert next_asked(alle, {k: () for a in alle for k in a.keys}) is None


def test_void_is_what_was_answered_and_is_no_longer_asked(veileder: Veileder) -> None:
    svar = {**TO_SIGNS, "grad": ("uklar",)}
    before = asked_screens(veileder, svar)
    after = asked_screens(veileder, {**svar, "rolle": ("meg-selv",)})
    assert [a.nokkel for a in voided(before, svar, after)] == ["grad"]
    assert voided(before, svar, before) == ()
