"""Which screens the answers lead to, and which is next."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Les
from strategier import Svar, next_screen, svar
from veileder_cli.facts import TA_MED, read_facts
from veileder_cli.flow import Skjerm, screens
from veileder_cli.model.sjekk import VET_IKKE, Sporsmalstype
from veileder_cli.model.veileder import Veileder

Answered = dict[str, tuple[str, ...]]
A_FEW = settings(max_examples=min(40, settings().max_examples))
"""Whole conversations are long; the profile may ask for still fewer of them."""
CATEGORIES = ("interesser", "uttalelser", "aktiviteter", "nettverk")


def _keys(veileder: Veileder, svar_: Answered) -> list[str]:
    return [s.nokkel for s in screens(veileder, svar_)]


def _conversation(
    veileder: Veileder, data: st.DataObject
) -> Iterator[tuple[Answered, Skjerm | None]]:
    """Answer at random, giving the answers so far and the screen that is next."""
    answered: Answered = {}
    skjerm = next_screen(veileder, answered)
    yield dict(answered), skjerm
    while skjerm is not None:
        answered[skjerm.nokkel] = data.draw(_answer(skjerm), label=skjerm.nokkel)
        skjerm = next_screen(veileder, answered)
        yield dict(answered), skjerm


def _answer(skjerm: Skjerm) -> st.SearchStrategy[tuple[str, ...]]:
    if skjerm.ta_med:
        return st.sampled_from([(TA_MED,), ()])
    if skjerm.sporsmal.id == "fare_na":
        return st.sampled_from([("nei",), (VET_IKKE,)])
    if not skjerm.flere:
        return st.sampled_from([(v,) for v in (*skjerm.verdier, VET_IKKE)])
    some = st.lists(st.sampled_from(skjerm.verdier), unique=True, max_size=2).map(tuple)
    return st.one_of(some, st.just((VET_IKKE,)))


# --- the first screens ---


def test_danger_now_is_the_first_screen(veileder: Veileder) -> None:
    forste = next_screen(veileder, {})
    assert forste is not None
    assert forste.nokkel == "fare_na"
    assert forste.verdier == ("ja", "nei")
    assert [(v.verdi, v.tekst) for v in forste.valg[:2]] == [("ja", "Ja"), ("nei", "Nei")]


def test_danger_now_ends_the_questions(veileder: Veileder) -> None:
    assert next_screen(veileder, {"fare_na": ("ja",)}) is None


def test_the_role_has_all_roles_to_choose_among(veileder: Veileder) -> None:
    rolle = next_screen(veileder, {"fare_na": ("nei",)})
    assert rolle is not None
    assert rolle.verdier == tuple(veileder.rolle)
    assert all(v.tekst for v in rolle.valg)


# --- signs ---


def test_after_each_category_of_signs_comes_what_one_is_unsure_of(veileder: Veileder) -> None:
    keys = [k for k in _keys(veileder, {}) if k.startswith("tegn")]
    assert keys == [
        nokkel
        for kategori in CATEGORIES
        for nokkel in (f"tegn.{kategori}", f"tegn_usikker.{kategori}")
    ]


def test_where_only_what_one_is_unsure_of_is_asked_it_is_asked_by_category(
    veileder: Veileder,
) -> None:
    others = tuple(s for s in veileder.sporsmal if s.type is not Sporsmalstype.TEGN)
    keys = _keys(replace(veileder, sporsmal=others), {})
    assert [k for k in keys if k.startswith("tegn")] == [f"tegn_usikker.{k}" for k in CATEGORIES]


def test_the_halves_of_a_sign_are_ticked_apart(veileder: Veileder) -> None:
    skjerm = next(s for s in screens(veileder, {}) if s.nokkel == "tegn.aktiviteter")
    assert {"demonstrasjoner", "voldelige-sammenstot"} <= {*skjerm.verdier}
    assert "demonstrasjoner-og-sammenstot" not in skjerm.verdier


def test_a_sign_that_is_seen_is_not_asked_about_again(veileder: Veileder) -> None:
    seen = {"tegn.nettverk": ("omgas-ekstreme",)}
    by_key = {s.nokkel: s for s in screens(veileder, seen)}
    usikre = by_key["tegn_usikker.nettverk"]
    assert "omgas-ekstreme" not in usikre.verdier
    assert "endrer-nettverk" in usikre.verdier
    assert "omgas-ekstreme" in by_key["tegn.nettverk"].verdier


def test_where_every_sign_of_a_category_is_seen_nothing_is_left_to_be_unsure_of(
    veileder: Veileder,
) -> None:
    alle = tuple(t.id for t in veileder.svarbare_tegn["nettverk"])
    assert "tegn_usikker.nettverk" not in _keys(veileder, {"tegn.nettverk": alle})


def test_a_sign_is_shown_with_its_category_text_and_help(veileder: Veileder) -> None:
    shown = {(s.gruppe, v.verdi, v.tekst, v.hjelp) for s in screens(veileder, {}) for v in s.valg}
    kategorier = veileder.bekymringstegn.kategorier
    signs = [(k.navn, t) for k in kategorier for t in veileder.svarbare_tegn[k.id]]
    assert {(navn, t.id, t.tekst, t.hjelp) for navn, t in signs} <= shown


# --- factors ---


def test_factors_are_asked_only_where_they_are_taken_along(veileder: Veileder) -> None:
    first = f"risikofaktorer:{TA_MED}"
    asked = {a: _keys(veileder, {first: a} if a is not None else {}) for a in ((TA_MED,), (), None)}
    assert all(first in keys for keys in asked.values())
    with_factors = [a for a, keys in asked.items() if "risikofaktorer.familie" in keys]
    assert with_factors == [(TA_MED,)]


def test_whether_to_take_factors_along_is_a_screen_of_its_own(veileder: Veileder) -> None:
    offer = next(s for s in screens(veileder, {}) if s.ta_med)
    question = veileder.sporsmal_med_id[offer.sporsmal.id]
    assert offer == Skjerm(f"{question.id}:{TA_MED}", question, (), "", ta_med=True)
    assert not offer.flere


@pytest.mark.parametrize("type_", [Sporsmalstype.RISIKO, Sporsmalstype.BESKYTTELSE])
def test_a_question_about_factors_shows_those_of_its_kind(
    veileder: Veileder, type_: Sporsmalstype
) -> None:
    question = veileder.sporsmal_av_type(type_)
    alle = screens(veileder, {f"{question}:{TA_MED}": (TA_MED,)})
    shown = [(v.verdi, v.tekst) for s in alle if s.sporsmal.id == question for v in s.valg]
    once = [f for f in veileder.faktorer_av_type[type_] if not f.samme_som]
    assert shown == [(f.id, f.tekst) for f in once]


def test_a_factor_that_stands_twice_is_asked_about_once(veileder: Veileder) -> None:
    alle = screens(veileder, {f"risikofaktorer:{TA_MED}": (TA_MED,)})
    asked = [v for s in alle if s.nokkel.startswith("risikofaktorer.") for v in s.verdier]
    doubles = {f.id for g in veileder.faktorer.grupper for f in g.risiko if f.samme_som}
    assert len(asked) == len({*asked}) == 42 - len(doubles)
    assert not doubles & {*asked}


# --- the way through ---


@A_FEW
@given(st.data())
def test_a_conversation_asks_every_screen_once_and_ends(
    veileder: Veileder, data: st.DataObject
) -> None:
    *way, (answered, last) = _conversation(veileder, data)
    assert last is None
    assert all(s and (s.ta_med or s.verdier) for _, s in way)
    assert len(way) == len(answered)
    assert {*_keys(veileder, answered)} <= {*answered}


@A_FEW
@given(st.data())
def test_the_way_back_is_the_way_that_was_come(veileder: Veileder, data: st.DataObject) -> None:
    before: str | None = None
    for answered, skjerm in _conversation(veileder, data):
        if skjerm is None:
            return
        keys = [None, *_keys(veileder, answered)]
        assert keys[keys.index(skjerm.nokkel) - 1] == before
        before = skjerm.nokkel


@given(svar())
def test_the_screens_are_those_of_the_questions_asked(
    veileder: Veileder, les: Les, answers: Svar
) -> None:
    by_screen = les(answers).svar
    shown = {s.sporsmal.id for s in screens(veileder, by_screen)}
    asked = {s.id for s in read_facts(veileder, by_screen).stilles}
    assert shown - asked == set()
    assert asked - shown <= {"tegn_usikker"}


@given(svar())
def test_an_answer_from_a_file_needs_no_screen_again(
    veileder: Veileder, les: Les, answers: Svar
) -> None:
    by_screen = les(answers).svar
    skjerm = next_screen(veileder, by_screen)
    assert skjerm is None or skjerm.nokkel not in by_screen
