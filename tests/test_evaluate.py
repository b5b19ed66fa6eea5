"""What answers lead to: the principles of the product, for every set of answers."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from conftest import Les, Vurder
from orakel import FAMILIEFAKTOR, KLASSER, SIVIL
from strategier import Svar, chosen, see, svar
from veileder_cli.evaluate import evaluate
from veileder_cli.model.betingelse import Alltid, Ikke
from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.sjekk import Regelsett, Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering

WEAK = st.sampled_from(sorted(KLASSER["svak"]))
VOLD = st.sampled_from(sorted(KLASSER["vold"]))
KJERNE_OR_KONTEKST = st.sampled_from(sorted(KLASSER["kjerne"] | KLASSER["kontekst"]))
MILD = {"dialog", "droft", "avsluttet", "ingen"}
UNKNOWN_COUNTS = {"fare_na", "lovbrudd"}
"""The questions where a given "vet ikke" is more than a missing answer."""


def _outcome(vurdering: Vurdering) -> tuple[str, str]:
    return vurdering.rute, vurdering.trinn.id if vurdering.trinn else ""


def _contacts(vurdering: Vurdering) -> list[str]:
    return [r.kontakt.id for r in vurdering.kontakter]


def _notices(vurdering: Vurdering) -> list[str]:
    return [r.varsel.id for r in vurdering.varsler]


# --- principle 1: safety first ---


@given(svar())
def test_the_first_notice_of_every_result_is_112(vurder: Vurder, answers: Svar) -> None:
    assert _notices(vurder(answers))[0] == "112"


@given(svar())
def test_danger_now_gives_112_alone_whatever_else_was_answered(
    vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder({**answers, "fare_na": "ja"})
    assert vurdering == vurder({"fare_na": "ja"})
    assert _outcome(vurdering) == ("akutt", "")
    assert _contacts(vurdering) == ["112"]
    assert _notices(vurdering) == ["112"]


@given(svar())
def test_not_knowing_of_danger_puts_112_first_and_changes_no_step(
    vurder: Vurder, answers: Svar
) -> None:
    unknown, none = (vurder({**answers, "fare_na": fare}) for fare in ("vet-ikke", "nei"))
    assert _contacts(unknown)[0] == "112"
    assert _outcome(unknown) == _outcome(none)
    assert _notices(unknown) == _notices(none)
    assert [k for k in _contacts(unknown) if k != "112"] == [
        k for k in _contacts(none) if k != "112"
    ]


# --- principle 3: the ideology changes nothing, for nothing asks of it ---


def test_no_question_asks_who_the_person_is(veileder: Veileder) -> None:
    forbidden = re.compile(
        r"navn|fodsel|adresse|skole|klasse|konto|nasjonal|etnisi|religion|tro$|parti|diagnose|kjonn"
    )
    assert [s.id for s in veileder.sporsmal if forbidden.search(s.id)] == []
    asking = re.compile(
        r"\b(hva heter|hvilke[nt]? (tro|religion|skole|klasse|land|parti|ideologi|gruppe|språk)"
        r"|født|statsborger|nasjonalitet|etnisitet|hudfarge|adresse|diagnose|kjønn|brukernavn)",
        re.IGNORECASE,
    )
    assert [s.id for s in veileder.sporsmal if asking.search(s.tekst)] == []


def test_no_choice_names_a_faith_or_an_ideology(veileder: Veileder) -> None:
    naming = re.compile(
        r"islam|muslim|jihad|krist|jød|hindu|buddh|nazi|høyreekstrem|venstreekstrem|antistat"
        r"|anarki|kommunis|fascis|innvandr",
        re.IGNORECASE,
    )
    shown = [
        *(v.tekst for s in veileder.sporsmal for v in s.valg),
        *(t.tekst for tegn in veileder.svarbare_tegn.values() for t in tegn),
        *(r.navn for r in veileder.roller),
    ]
    assert [tekst for tekst in shown if naming.search(tekst)] == []


def test_every_question_is_closed(veileder: Veileder) -> None:
    from_lists = {*Sporsmalstype} - {Sporsmalstype.ETT, Sporsmalstype.FLERE}
    assert [s.id for s in veileder.sporsmal if s.type not in from_lists and not s.valg] == []


# --- principle 4: weak signs never add up, factors change nothing ---


@given(svar(), WEAK, st.sets(WEAK))
def test_given_one_weak_sign_more_never_change_the_step(
    vurder: Vurder, answers: Svar, one: str, more: set[str]
) -> None:
    given_one = see(answers, one)
    more -= chosen(given_one, "tegn_usikker")
    assert _outcome(vurder(see(given_one, *more))) == _outcome(vurder(given_one))


@given(svar(), st.data())
def test_factors_never_change_the_step(
    veileder: Veileder, vurder: Vurder, answers: Svar, data: st.DataObject
) -> None:
    with_factors = {**answers} | {
        veileder.sporsmal_av_type(type_): data.draw(
            st.lists(st.sampled_from([f.id for f in faktorer]), unique=True, max_size=8)
        )
        for type_, faktorer in veileder.faktorer_av_type.items()
    }
    without = {s: v for s, v in answers.items() if s != "risikofaktorer"}
    with_the_family = {**without, "risikofaktorer": [FAMILIEFAKTOR]}
    assert _outcome(vurder(with_factors)) == _outcome(vurder(without))
    assert _outcome(vurder(with_the_family)) == _outcome(vurder(without))


@given(svar(), st.data())
def test_protective_factors_take_no_contact_and_no_notice_away(
    veileder: Veileder, vurder: Vurder, answers: Svar, data: st.DataObject
) -> None:
    faktorer = veileder.faktorer_av_type[Sporsmalstype.BESKYTTELSE]
    some = data.draw(st.lists(st.sampled_from([f.id for f in faktorer]), unique=True, max_size=8))
    with_factors, without = vurder({**answers, "beskyttelsesfaktorer": some}), vurder(answers)
    assert _contacts(with_factors) == _contacts(without)
    assert _notices(with_factors) == _notices(without)


@given(svar(), st.sampled_from(["alder", "barn_berort", "foresatte_trygge", "ressursperson"]))
def test_age_children_parents_and_ressursperson_never_change_the_step(
    vurder: Vurder, answers: Svar, sporsmal: str
) -> None:
    without = {s: v for s, v in answers.items() if s != sporsmal}
    assert _outcome(vurder(answers)) == _outcome(vurder(without))


# --- principle 5: immediate on violence, low threshold to discuss ---


@given(svar(), VOLD)
def test_with_a_sign_of_violence_the_route_is_never_mild(
    vurder: Vurder, answers: Svar, sign: str
) -> None:
    assert vurder(see(answers, sign)).rute not in MILD


@given(svar(), VOLD)
def test_with_a_sign_of_violence_the_police_are_among_the_contacts(
    vurder: Vurder, answers: Svar, sign: str
) -> None:
    vurdering = vurder(see(answers, sign))
    assert vurdering.rute in {"akutt", "selv"} or "02800" in _contacts(vurdering)


@given(svar(), KJERNE_OR_KONTEKST)
def test_acceptance_of_violence_and_context_never_end_in_no_ground(
    vurder: Vurder, answers: Svar, sign: str
) -> None:
    assert vurder(see(answers, sign)).rute != "ingen"


@given(svar(), VOLD)
def test_being_unsure_of_violence_never_ends_in_dialogue_or_no_ground(
    vurder: Vurder, answers: Svar, sign: str
) -> None:
    seen = sorted(chosen(answers, "tegn") - {sign})
    vurdering = vurder({**answers, "tegn": seen, "tegn_usikker": [sign]})
    assert vurdering.rute not in {"dialog", "ingen", "avsluttet"}


@given(svar(), WEAK)
def test_weak_signs_alone_never_take_an_employee_past_dialogue(
    vurder: Vurder, answers: Svar, sign: str
) -> None:
    nothing_more: Svar = {
        **answers,
        "lovbrudd": "nei",
        "utland": [],
        "tegn": [sign],
        "tegn_usikker": [],
        "grad": "ikke-droftet",
        "gjort": [],
        "flere_instanser": "nei",
    }
    assume(nothing_more.get("rolle", "vet-ikke") not in {*SIVIL, "vet-ikke"})
    assert vurder(nothing_more).rute in {"akutt", "selv", "utsatt", "dialog", "ingen"}


# --- principle 6 and 8: who acts, and why ---


@given(svar())
def test_every_result_says_what_is_next_and_what_one_can_do(vurder: Vurder, answers: Svar) -> None:
    vurdering = vurder(answers)
    assert vurdering.tittel.tekst
    assert vurdering.hvem
    assert 1 <= len(vurdering.din_del) <= 3
    assert all(rad.tekster for rad in vurdering.varsler)


@given(svar())
def test_a_result_with_a_step_has_someone_to_contact(vurder: Vurder, answers: Svar) -> None:
    vurdering = vurder(answers)
    assert vurdering.kontakter or not vurdering.trinn
    assert all(rad.hvorfor for rad in vurdering.kontakter)


@given(svar())
def test_every_result_has_its_reason_first(vurder: Vurder, answers: Svar) -> None:
    vurdering = vurder(answers)
    forst = vurdering.grunner[0]
    assert forst.regel == vurdering.regel
    assert forst.svar or vurdering.rute == "ingen"


@given(svar())
@example({"tegn": ["reiser"]})
def test_a_reason_rests_on_answers_that_were_given(vurder: Vurder, answers: Svar) -> None:
    for grunn in vurder(answers).grunner:
        for bevis in grunn.svar:
            value = answers.get(bevis.sporsmal, ())
            assert bevis.svar in ([value] if isinstance(value, str) else value)


@given(svar())
def test_no_contact_stands_twice(vurder: Vurder, answers: Svar) -> None:
    contacts = _contacts(vurder(answers))
    assert len(contacts) == len({*contacts})


@given(svar())
def test_the_leader_is_a_contact_for_employees_only(vurder: Vurder, answers: Svar) -> None:
    if answers.get("rolle", "vet-ikke") in {*SIVIL, "meg-selv", "utsatt", "vet-ikke"}:
        assert "leder" not in _contacts(vurder(answers))


@given(svar())
def test_steps_that_others_take_beside_it_are_not_the_next_step(
    vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder(answers)
    assert _outcome(vurdering)[1] not in vurdering.samtidig


# --- unknowns ---


@given(svar(), st.data())
def test_dont_know_equals_a_missing_answer(
    veileder: Veileder, vurder: Vurder, answers: Svar, data: st.DataObject
) -> None:
    ids = [s.id for s in veileder.sporsmal if s.id not in UNKNOWN_COUNTS]
    unknown = data.draw(st.sets(st.sampled_from(ids), min_size=1))
    missing = {s: v for s, v in answers.items() if s not in unknown}
    assert vurder({**missing, **dict.fromkeys(unknown, "vet-ikke")}) == vurder(missing)


def test_dont_know_of_an_offence_is_a_reason_to_discuss(vurder: Vurder) -> None:
    assert vurder({"lovbrudd": "vet-ikke"}).rute == "droft"
    assert vurder({}).rute == "ingen"


def test_nothing_known_is_told_apart_from_nothing_seen(vurder: Vurder) -> None:
    unknown, nothing = vurder({}), vurder({"tegn": [], "tegn_usikker": []})
    assert unknown.rute == nothing.rute == "ingen"
    assert unknown.tittel != nothing.tittel


@given(svar())
def test_what_is_to_be_clarified_was_asked_and_is_worth_it(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    avklar = {a.sporsmal: a.hvorfor for a in vurder(answers).avklar}
    assert all(avklar.values())
    assert {*avklar} <= {*veileder.sporsmal_med_id}
    assert not {s.id for s in veileder.sporsmal if s.valgfritt} & {*avklar}
    known = {s for s, v in answers.items() if isinstance(v, str) and v != "vet-ikke"}
    assert not known & {*avklar}


# --- rows ---


@given(svar())
@example({"rolle": "utsatt", "barn_berort": "ja"})
def test_a_row_that_stops_is_the_only_reason(vurder: Vurder, answers: Svar) -> None:
    vurdering = vurder(answers)
    assert len(vurdering.grunner) == 1 or not any(g.regel.stopper for g in vurdering.grunner)


def _without(veileder: Veileder, *ids: str) -> Veileder:
    rows = tuple(r for r in veileder.regler.regler if r.id not in ids)
    return replace(veileder, regler=replace(veileder.regler, regler=rows))


def test_a_row_that_sets_no_route_adds_its_contacts(vurder: Vurder) -> None:
    beside = vurder({"tegn": [], "barn_berort": "ja"})
    assert beside.rute == "ingen"
    assert [g.regel.id for g in beside.grunner] == ["ingen", "barn"]
    assert "barnevern" in _contacts(beside)


def test_the_last_resort_counts_only_where_no_other_row_sets_the_route(vurder: Vurder) -> None:
    assert [g.regel.id for g in vurder({"lovbrudd": "ja"}).grunner] == ["avverging"]


def test_of_two_last_resorts_the_first_counts(veileder: Veileder, les: Les) -> None:
    last = next(r for r in veileder.regler.regler if r.id == "ingen")
    rows = (*veileder.regler.regler, replace(last, id="en-til"))
    vurdering = evaluate(
        replace(veileder, regler=replace(veileder.regler, regler=rows)), les({}).svar
    )
    assert [g.regel.id for g in vurdering.grunner] == ["ingen"]


def test_the_first_row_that_holds_sets_the_route_and_the_others_add_to_it(vurder: Vurder) -> None:
    both: Svar = {"lovbrudd": "ja", "utland": ["planlegger-reise"], "alder": "under-18"}
    vurdering = vurder(both)
    assert [g.regel.id for g in vurdering.grunner] == ["avverging", "reise"]
    assert _contacts(vurdering) == ["112", "02800", "barnevern"]


def test_the_first_reason_to_call_someone_is_kept(vurder: Vurder) -> None:
    why = [
        rad.hvorfor
        for answers in ({"lovbrudd": "ja"}, {"lovbrudd": "ja", "utland": ["planlegger-reise"]})
        for rad in vurder(answers).kontakter
        if rad.kontakt.id == "02800"
    ]
    assert len({*why}) == 1


def test_where_the_role_stays_unknown_its_lists_add_no_contact(
    veileder: Veileder, les: Les, vurder: Vurder
) -> None:
    unknown = tuple(replace(s, uten_svar="") for s in veileder.sporsmal)
    grave: Svar = {"grad": "hoy"}
    assert _contacts(evaluate(replace(veileder, sporsmal=unknown), les(grave).svar)) == []
    assert "radikaliseringskoordinator" in _contacts(vurder(grave))


@pytest.mark.parametrize("liste", ["forbered", "samtalestart", "nytt_blikk", "stotte"])
def test_of_what_the_rules_say_beside_the_rows_that_which_holds_is_told(
    veileder: Veileder, les: Les, liste: str
) -> None:
    told, not_told = _told_and_not(veileder)
    changed: Any = {liste: (not_told, told)}
    guide = replace(veileder, regler=replace(veileder.regler, **changed))
    assert getattr(evaluate(guide, les({}).svar), liste) == (told,)


def test_the_duties_of_ones_own_role_that_hold_are_told(veileder: Veileder, les: Les) -> None:
    told, not_told = _told_and_not(veileder)
    roles = tuple(
        replace(r, plikter=(not_told, told) if r.id == "nav" else ()) for r in veileder.roller
    )
    guide = replace(veileder, roller=roles)
    duties = [evaluate(guide, les({"rolle": r}).svar).plikter for r in ("nav", "politi")]
    assert duties == [(told,), ()]


def _told_and_not(veileder: Veileder) -> tuple[Utsagn, Utsagn]:
    said = veileder.regler.regler[0].tittel[0]
    return replace(said, hvis=Alltid()), replace(said, hvis=Ikke(Alltid()))


def test_a_row_that_does_not_say_who_acts_gives_nobody(veileder: Veileder, les: Les) -> None:
    rows = tuple(replace(r, hvem=()) for r in veileder.regler.regler)
    guide = replace(veileder, regler=replace(veileder.regler, regler=rows))
    assert evaluate(guide, les({}).svar).hvem is None


def test_a_notice_may_depend_on_one_above_it(vurder: Vurder) -> None:
    answers: Svar = {"rolle": "nav", "tegn": ["reiser"], "alder": "over-18"}
    with_duty = _notices(vurder({**answers, "barn_berort": "ja"}))
    assert {"meldeplikt-barnevern", "leder-kan-ikke-stanse"} <= {*with_duty}
    assert not {"meldeplikt-barnevern", "leder-kan-ikke-stanse"} & {*_notices(vurder(answers))}


def test_without_a_row_that_holds_there_is_no_result(veileder: Veileder, les: Les) -> None:
    with pytest.raises(LookupError):
        evaluate(_without(veileder, "ingen"), les({}).svar)


def test_a_guide_without_rules_has_no_result(veileder: Veileder) -> None:
    with pytest.raises(LookupError):
        evaluate(replace(veileder, regler=Regelsett()), {})
