"""What a result has beside the step: how to begin to talk, when to look again, and support."""

import pytest
from hypothesis import given

from conftest import Vurder
from strategier import Svar, svar
from veileder_cli.conditions import walk
from veileder_cli.coverage import run_cases
from veileder_cli.model.betingelse import SvarEr
from veileder_cli.model.kilde import Merke
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering

MOST = 3
POLITIET_FORST = ("akutt", "avverging", "reise", "vold")
NOT_ABOUT_ANOTHER = ("selv", "utsatt")


@pytest.fixture(scope="module")
def results(veileder: Veileder) -> list[tuple[str, Vurdering]]:
    """The role and the result of every case; each row of the table has one."""
    return [
        (*u.tilfelle.svar.get("rolle", ("",)), u.vurdering)
        for u in run_cases(veileder)
        if u.vurdering
    ]


@given(svar())
def test_one_is_given_few_of_each_and_no_talk_to_begin_where_the_police_come_first(
    vurder: Vurder, answers: Svar
) -> None:
    v = vurder(answers)
    lists = (v.plikter, v.samtalestart, v.nytt_blikk, v.stotte)
    assert [liste for liste in lists if len(liste) > MOST] == []
    assert not (v.samtalestart and v.rute in (*POLITIET_FORST, *NOT_ABOUT_ANOTHER))


def test_every_case_says_when_to_look_again_unless_ones_own_part_says_it(
    results: list[tuple[str, Vurdering]],
) -> None:
    """Follow-up has its date among one's part, and the police have their own instructions."""
    silent = {(rolle, v.rute) for rolle, v in results if not v.nytt_blikk}
    assert {rute for rolle, rute in silent if rolle != "politi"} == {"videre"}


def test_the_one_who_worries_is_offered_support_while_the_worry_lasts(
    results: list[tuple[str, Vurdering]],
) -> None:
    assert {v.rute for _, v in results if not v.stotte} == {"avsluttet", "ingen"}
    assert not {v.rute for _, v in results if v.stotte} & {"avsluttet", "ingen"}


@pytest.mark.parametrize(
    ("trygge", "to_foresatte"), [("ja", True), ("nei", False), ("vet-ikke", False)]
)
def test_foresatte_are_talked_to_only_where_it_is_known_to_be_safe(
    vurder: Vurder, trygge: str, *, to_foresatte: bool
) -> None:
    openers = vurder(
        {
            "fare_na": "nei",
            "rolle": "privatskole",
            "alder": "under-18",
            "tegn": ["ekstremistiske-symboler"],
            "foresatte_trygge": trygge,
        }
    ).samtalestart
    assert openers
    safe = SvarEr("foresatte_trygge", ("ja",))
    assert any(safe in walk(u.hvis) for u in openers) is to_foresatte


def test_the_duties_of_a_role_are_shown_where_no_notice_says_them(
    veileder: Veileder, vurder: Vurder
) -> None:
    for rolle in veileder.roller:
        answers = {"fare_na": "nei", "rolle": rolle.id, "alder": "over-18"}
        travel = vurder({**answers, "utland": ["planlegger-reise"]})
        assert "taushetsplikt" not in {rad.varsel.id for rad in travel.varsler}
        needs = "ansatt" in rolle.grupper and rolle.id != "politi"
        assert any(u.merke is Merke.LOV for u in travel.plikter) is needs
        assert vurder({**answers, "tegn": ["legitimerer-vold"]}).plikter == ()


def test_every_question_has_an_example_on_each_side(veileder: Veileder) -> None:
    assert [s.id for s in veileder.sporsmal if not s.teller or not s.teller_ikke] == []
    examples = [u for s in veileder.sporsmal for u in (*s.teller, *s.teller_ikke)]
    assert {u.merke for u in examples} == {Merke.TILLEGG}


def test_no_overlay_may_change_an_emergency_number(veileder: Veileder) -> None:
    assert {k.id for k in veileder.kontakter if k.paakrevd} == {"110", "112", "113"}
    assert all(k.hele_dognet for k in veileder.kontakter if k.paakrevd)


def test_the_stories_for_practice_cover_most_routes(veileder: Veileder) -> None:
    told = {t.forvent.rute for t in veileder.tilfeller if t.fortelling}
    routes = {r.id for r in veileder.regler.regler if r.setter_rute}
    assert len(routes - told) <= MOST
