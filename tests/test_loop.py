"""The interview's loop: what is asked, where back leads, and what is left when it ends."""

from collections.abc import Callable, Iterable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from veileder_cli.evaluate import evaluate
from veileder_cli.facts import TA_MED
from veileder_cli.flow import screens
from veileder_cli.interview.asked import Asked, asked_screens
from veileder_cli.interview.asking import (
    Answer,
    Back,
    Choice,
    Forward,
    Prompt,
    base_of,
    unsure_of,
)
from veileder_cli.interview.loop import Interview
from veileder_cli.interview.prompts import INGEN, screen_prompt
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.model.veileder import Veileder

TOP = "Fare nå: ring 112"
SEE, GO_ON = ("vis",), ("fortsett",)
KEEP, CHANGE = ("behold",), ("endre-likevel",)
SKIP = ("hopp-over",)

Plan = Callable[[Prompt], Answer]


class Person:
    """An asker in memory: answers each question as the plan says, and remembers them all."""

    can_wipe = False

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.prompts: list[Prompt] = []

    def ask(self, prompt: Prompt) -> Answer:
        self.prompts.append(prompt)
        answer = self._plan(prompt)
        if isinstance(answer, Back | Forward):
            assert prompt.can_go_back if isinstance(answer, Back) else prompt.can_go_forward
            return answer
        given = {base_of(v) if prompt.unsure else v for v in answer}
        assert given <= {*values(prompt)}, (prompt.title, answer)
        return answer

    @property
    def titles(self) -> list[str]:
        return [p.title for p in self.prompts]

    def ask_text(self, title: str, *, default: str = "") -> str | Back:
        raise AssertionError(title, default)

    def ask_key(
        self, title: str, choices: tuple[Choice, ...], *, enter_is_first: bool = False
    ) -> str:
        raise AssertionError(title, choices, enter_is_first)

    def show(self, text: str) -> None:
        raise AssertionError(text)

    show_pages = show

    def clear(self) -> None:
        raise AssertionError

    wipe = clear


# --- prompts and plans ---


def values(prompt: Prompt) -> list[str]:
    return [c.value for c in prompt.choices]


def is_offer(prompt: Prompt) -> bool:
    """Whether this asks if the person wants to see a result that cannot wait."""
    return values(prompt) == [*SEE, *GO_ON]


def is_review(prompt: Prompt) -> bool:
    return values(prompt)[0] == SEE[0] and not is_offer(prompt)


def is_warning(prompt: Prompt) -> bool:
    """Whether this says which answers would no longer count."""
    return values(prompt) == [*KEEP, *CHANGE]


def is_question(prompt: Prompt) -> bool:
    return values(prompt)[0] not in {*SEE, *KEEP}


def no_or_none(prompt: Prompt) -> Answer:
    """Answer "no", "none of these" or "skip", so that every question comes."""
    if is_question(prompt):
        wanted = [v for v in ("nei", INGEN, *SKIP, VET_IKKE) if v in values(prompt)]
        return (wanted[0],)
    return SEE if is_review(prompt) else CHANGE if is_warning(prompt) else GO_ON


OFFER, REVIEW, WARNING = "tilbud", "se over", "gjelder ikke lenger"


def planned(*steps: tuple[str, Answer]) -> Plan:
    """Answer these titles as said, each once and in this order, and all else with no or none."""
    left = list(steps)

    def plan(prompt: Prompt) -> Answer:
        kinds = ((is_offer, OFFER), (is_review, REVIEW), (is_warning, WARNING))
        kind = next((name for is_it, name in kinds if is_it(prompt)), prompt.title)
        return left.pop(0)[1] if left and left[0][0] == kind else no_or_none(prompt)

    return plan


class Title:
    """Finds the words of a question by its screen, so that no test repeats the guide's."""

    def __init__(self, veileder: Veileder) -> None:
        self._veileder = veileder

    def __getitem__(self, nokkel: str) -> str:
        id_, _, gruppe = nokkel.partition(".")
        sporsmal = self._veileder.sporsmal_med_id[id_.partition(":")[0]]
        if not gruppe:
            return sporsmal.tekst
        kategorier = {k.id: k.navn for k in self._veileder.bekymringstegn.kategorier}
        grupper = {g.id: g.navn for g in self._veileder.faktorer.grupper}
        return f"{sporsmal.tekst} ({(kategorier | grupper)[gruppe]})"


@pytest.fixture(scope="session")
def title(veileder: Veileder) -> Title:
    return Title(veileder)


def interview(veileder: Veileder, plan: Plan) -> tuple[Interview, Person]:
    person = Person(plan)
    samtale = Interview(veileder, person, TOP)
    samtale.run()
    return samtale, person


def shown_answers(veileder: Veileder, samtale: Interview) -> dict[str, tuple[str, ...]]:
    """The answers to what is asked: what the review shows, in its order."""
    alle = asked_screens(veileder, samtale.svar)
    return {k: samtale.svar[k] for a in alle if a.is_answered(samtale.svar) for k in a.keys}


def shown_rows(veileder: Veileder, samtale: Interview) -> list[str]:
    alle = asked_screens(veileder, samtale.svar)
    return [a.nokkel for a in alle if a.is_answered(samtale.svar)]


def titles_of(asked: Iterable[Asked]) -> list[str]:
    return [screen_prompt(a, {}, "", kan_tilbake=False).title for a in asked]


# --- the way through ---


def test_the_questions_come_in_the_order_of_the_flow_and_then_the_review(
    veileder: Veileder,
) -> None:
    samtale, person = interview(veileder, no_or_none)
    assert person.titles[:-1] == titles_of(asked_screens(veileder, samtale.svar))
    assert is_review(person.prompts[-1])


def test_the_first_question_is_danger_and_only_it_has_no_way_back(veileder: Veileder) -> None:
    _, person = interview(veileder, no_or_none)
    questions = [p for p in person.prompts if is_question(p)]
    assert questions[0].title == veileder.sporsmal_med_id["fare_na"].tekst
    assert [p.can_go_back for p in questions] == [False, *[True] * (len(questions) - 1)]


def test_every_screen_has_the_acute_line_and_every_question_says_how_far_one_is(
    veileder: Veileder,
) -> None:
    _, person = interview(veileder, no_or_none)
    assert {p.header.splitlines()[0] for p in person.prompts} == {TOP}
    told = [p.header.splitlines()[1].split() for p in person.prompts if is_question(p)]
    assert [int(words[1]) for words in told] == list(range(1, len(told) + 1))
    assert all(int(words[1]) <= int(words[3]) for words in told)
    assert told[-1][1] == told[-1][3]


def test_dont_know_can_be_answered_to_every_question(veileder: Veileder, title: Title) -> None:
    def dont_know(prompt: Prompt) -> Answer:
        if is_question(prompt):
            return (VET_IKKE if VET_IKKE in values(prompt) else TA_MED,)
        return no_or_none(prompt)

    samtale, person = interview(veileder, dont_know)
    asked = [p for p in person.prompts if is_question(p) and TA_MED not in values(p)]
    assert all(VET_IKKE in values(p) for p in asked)
    assert {title[k] for k in ("risikofaktorer.familie", "alder")} <= {p.title for p in asked}
    assert {*samtale.svar.values()} == {(VET_IKKE,), (TA_MED,)}


def test_several_may_be_chosen_only_where_there_is_a_way_to_say_none(veileder: Veileder) -> None:
    _, person = interview(veileder, no_or_none)
    for prompt in person.prompts:
        assert prompt.many == (INGEN in values(prompt))


def test_no_answer_is_ever_preselected(veileder: Veileder) -> None:
    _, person = interview(veileder, no_or_none)
    assert {p.chosen for p in person.prompts} == {()}


def test_none_of_these_and_skip_are_kept_as_nothing_chosen(veileder: Veileder) -> None:
    samtale, _ = interview(veileder, no_or_none)
    assert samtale.svar["tegn.nettverk"] == ()
    assert samtale.svar[f"risikofaktorer:{TA_MED}"] == ()


@pytest.mark.parametrize("stop", range(20))
def test_an_interrupt_ends_it_at_any_question(veileder: Veileder, stop: int) -> None:
    asked: list[Prompt] = []

    def interrupt(prompt: Prompt) -> Answer:
        asked.append(prompt)
        if len(asked) > stop or is_review(prompt):
            raise KeyboardInterrupt
        return no_or_none(prompt)

    with pytest.raises(KeyboardInterrupt):
        interview(veileder, interrupt)


# --- back ---


def test_back_gives_the_question_before_with_its_own_answer(
    veileder: Veileder, title: Title
) -> None:
    _, person = interview(
        veileder, planned((title["rolle"], ("nav",)), (title["alder"], Back.BACK))
    )
    alder = person.titles.index(title["alder"])
    again = person.prompts[alder + 1]
    assert (again.title, again.chosen) == (title["rolle"], ("nav",))
    assert person.titles[alder + 2] == title["alder"]


def test_back_to_several_choices_has_them_all_ticked(veileder: Veileder, title: Title) -> None:
    signs = ("hatretorikk", "intoleranse", unsure_of("legitimerer-vold"))
    _, person = interview(
        veileder,
        planned(
            (title["tegn.uttalelser"], signs),
            (title["tegn.aktiviteter"], (INGEN,)),
            (title["tegn.nettverk"], Back.BACK),
            (title["tegn.aktiviteter"], Back.BACK),
        ),
    )
    first, again = (p for p in person.prompts if p.title == title["tegn.uttalelser"])
    assert (first.chosen, {*again.chosen}) == ((), {*signs})
    none = [p for p in person.prompts if p.title == title["tegn.aktiviteter"]][1]
    assert none.chosen == (INGEN,)


def test_after_going_back_only_what_is_unanswered_is_asked(
    veileder: Veileder, title: Title
) -> None:
    _, person = interview(
        veileder,
        planned(
            (title["rolle"], ("nav",)),
            (title["lovbrudd"], Back.BACK),
            (title["alder"], Back.BACK),
            (title["rolle"], ("ntnu",)),
        ),
    )
    lovbrudd = person.titles.index(title["lovbrudd"])
    after = [title[k] for k in ("alder", "rolle", "lovbrudd", "utland")]
    assert person.titles[lovbrudd + 1 : lovbrudd + 5] == after


# --- what cannot wait ---


def test_danger_now_gives_the_result_at_once(veileder: Veileder, title: Title) -> None:
    samtale, person = interview(veileder, planned((title["fare_na"], ("ja",))))
    assert person.titles == [title["fare_na"]]
    assert evaluate(veileder, samtale.svar).rute == "akutt"


@pytest.mark.parametrize(
    ("nokkel", "svar", "rute"),
    [
        ("lovbrudd", "ja", "avverging"),
        ("utland", "planlegger-reise", "reise"),
        ("tegn.uttalelser", "trusler-politisk-vold", "vold"),
    ],
)
def test_an_urgent_result_is_offered_as_soon_as_it_is_known(
    veileder: Veileder, title: Title, nokkel: str, svar: str, rute: str
) -> None:
    samtale, person = interview(veileder, planned((title[nokkel], (svar,)), (OFFER, SEE)))
    assert person.titles[-2] == title[nokkel]
    assert is_offer(person.prompts[-1])
    assert evaluate(veileder, samtale.svar).rute == rute


def test_the_offer_is_made_once_and_the_rest_may_be_answered_first(
    veileder: Veileder, title: Title
) -> None:
    samtale, person = interview(veileder, planned((title["lovbrudd"], ("ja",)), (OFFER, GO_ON)))
    assert len([p for p in person.prompts if is_offer(p)]) == 1
    assert is_review(person.prompts[-1])
    assert {*shown_answers(veileder, samtale)} >= {
        s.nokkel for s in screens(veileder, samtale.svar)
    }


def test_another_urgent_result_is_offered_too(veileder: Veileder, title: Title) -> None:
    _, person = interview(
        veileder,
        planned(
            (title["tegn.uttalelser"], ("trusler-politisk-vold",)),
            (REVIEW, ("utland",)),
            (title["utland"], ("planlegger-reise",)),
        ),
    )
    assert len([p for p in person.prompts if is_offer(p)]) == 1
    assert person.titles[-1] == title["utland"]  # everything is answered: nothing to wait for


def test_a_result_that_can_wait_is_not_offered(veileder: Veileder, title: Title) -> None:
    signs = (title["tegn.uttalelser"], ("hatretorikk", "legitimerer-vold"))
    _, person = interview(veileder, planned(signs))
    assert not any(map(is_offer, person.prompts))


def test_the_rest_can_be_answered_after_an_early_result(veileder: Veileder, title: Title) -> None:
    plan = planned((title["lovbrudd"], ("ja",)), (OFFER, SEE), (REVIEW, ("alder",)))
    samtale, person = interview(veileder, plan)
    early = len(person.prompts)
    samtale.review()
    assert person.titles[early : early + 3] == [
        person.titles[early],
        title["alder"],
        title["utland"],
    ]
    assert {*samtale.svar} >= {s.nokkel for s in screens(veileder, samtale.svar)}


# --- the review ---


def test_the_review_lists_every_answer_to_what_is_asked(veileder: Veileder) -> None:
    samtale, person = interview(veileder, no_or_none)
    assert values(person.prompts[-1]) == [*SEE, *shown_rows(veileder, samtale)]


def test_the_review_says_each_answer_in_words(veileder: Veileder, title: Title) -> None:
    signs = ("hatretorikk", "intoleranse")
    _, person = interview(
        veileder, planned((title["rolle"], ("nav",)), (title["tegn.uttalelser"], signs))
    )
    rows = {c.value: c.text for c in person.prompts[-1].choices}
    assert veileder.rolle["nav"].navn in rows["rolle"]
    tekster = {t.id: t.tekst for t in veileder.svarbare_tegn["uttalelser"]}
    assert all(tekster[sign] in rows["tegn.uttalelser"] for sign in signs)
    assert not any(row.rstrip().endswith(":") for row in rows.values())


def test_an_answer_that_is_changed_is_shown_with_the_old_one_and_reviewed_again(
    veileder: Veileder, title: Title
) -> None:
    plan = planned((title["grad"], ("uklar",)), (REVIEW, ("grad",)), (title["grad"], ("avklart",)))
    samtale, person = interview(veileder, plan)
    first, again = (p for p in person.prompts if p.title == title["grad"])
    assert (first.chosen, again.chosen) == ((), ("uklar",))
    assert samtale.svar["grad"] == ("avklart",)
    assert is_review(person.prompts[-1])
    assert person.titles[-2] == title["grad"]


def test_an_answer_that_opens_questions_has_just_those_asked(
    veileder: Veileder, title: Title
) -> None:
    plan = planned((REVIEW, ("gjort",)), (title["gjort"], ("oppfolging",)))
    _, person = interview(veileder, plan)
    review = next(i for i, p in enumerate(person.prompts) if is_review(p))
    assert person.titles[review + 1 : -1] == [title["gjort"], title["fortsatt"]]


def test_an_answer_that_hides_questions_takes_their_answers_out_of_the_review_and_the_result(
    veileder: Veileder, title: Title
) -> None:
    plan = planned(
        (title["rolle"], ("nav",)),
        (title["tegn.uttalelser"], ("legitimerer-vold",)),
        (REVIEW, ("rolle",)),
        (title["rolle"], ("meg-selv",)),
    )
    samtale, person = interview(veileder, plan)
    assert values(person.prompts[-1]) == [*SEE, "fare_na", "rolle", "alder"]
    assert evaluate(veileder, samtale.svar) == evaluate(veileder, shown_answers(veileder, samtale))


# --- answers that another answer makes void ---


def to_oneself(title: Title, *then: tuple[str, Answer]) -> Plan:
    """Answer for another, then change the role to one who is worried about oneself."""
    return planned(
        (title["rolle"], ("nav",)),
        (title["grad"], ("uklar",)),
        (REVIEW, ("rolle",)),
        (title["rolle"], ("meg-selv",)),
        *then,
    )


def test_answers_that_would_be_void_are_named_before_they_are_dropped(
    veileder: Veileder, title: Title
) -> None:
    samtale, person = interview(veileder, to_oneself(title, (WARNING, CHANGE)))
    warning = next(p for p in person.prompts if is_warning(p))
    gone = [veileder.sporsmal_med_id[id_].navn for id_ in ("lovbrudd", "utland", "tegn", "grad")]
    assert all(navn in warning.title for navn in gone)
    assert veileder.sporsmal_med_id["risikofaktorer"].navn not in warning.title  # was skipped
    assert {*samtale.svar} == {"fare_na", "rolle", "alder"}


def test_the_old_answer_may_be_kept_instead(veileder: Veileder, title: Title) -> None:
    samtale, person = interview(veileder, to_oneself(title, (WARNING, KEEP)))
    assert samtale.svar["rolle"] == ("nav",)
    assert samtale.svar["grad"] == ("uklar",)
    assert is_review(person.prompts[-1])


def test_back_from_the_warning_asks_the_question_again(veileder: Veileder, title: Title) -> None:
    plan = to_oneself(title, (WARNING, Back.BACK), (title["rolle"], ("ntnu",)))
    samtale, person = interview(veileder, plan)
    assert [p.chosen for p in person.prompts if p.title == title["rolle"]][1:] == [("nav",)] * 2
    assert (samtale.svar["rolle"], samtale.svar["grad"]) == (("ntnu",), ("uklar",))


def test_what_was_dropped_is_asked_anew(veileder: Veileder, title: Title) -> None:
    plan = to_oneself(title, (WARNING, CHANGE), (REVIEW, ("rolle",)), (title["rolle"], ("ntnu",)))
    _, person = interview(veileder, plan)
    assert [p.chosen for p in person.prompts if p.title == title["grad"]] == [(), ()]


def test_a_change_that_makes_nothing_void_asks_nothing(veileder: Veileder, title: Title) -> None:
    plan = planned((REVIEW, ("grad",)), (title["grad"], ("uklar",)))
    assert not any(map(is_warning, interview(veileder, plan)[1].prompts))


def test_danger_now_asks_nothing_first_and_the_answers_wait(
    veileder: Veileder, title: Title
) -> None:
    plan = planned((title["rolle"], ("nav",)), (REVIEW, ("fare_na",)), (title["fare_na"], ("ja",)))
    samtale, person = interview(veileder, plan)
    assert person.titles[-1] == title["fare_na"]
    assert evaluate(veileder, samtale.svar).rute == "akutt"
    assert samtale.svar["rolle"] == ("nav",)


# --- forward ---


def test_forward_goes_one_step_and_changes_nothing(veileder: Veileder, title: Title) -> None:
    samtale, person = interview(
        veileder,
        planned(
            (title["rolle"], ("nav",)),
            (title["lovbrudd"], Back.BACK),
            (title["alder"], Back.BACK),
            (title["rolle"], Forward.FORWARD),
            (title["alder"], Forward.FORWARD),
        ),
    )
    lovbrudd = person.titles.index(title["lovbrudd"])
    after = [title[k] for k in ("alder", "rolle", "alder", "lovbrudd", "utland")]
    assert person.titles[lovbrudd + 1 : lovbrudd + 6] == after
    assert samtale.svar["rolle"] == ("nav",)


def test_forward_is_there_only_where_there_is_an_answer_to_keep(
    veileder: Veileder, title: Title
) -> None:
    _, person = interview(veileder, planned((title["alder"], Back.BACK)))
    questions = [p for p in person.prompts if is_question(p)]
    assert all(p.can_go_forward == bool(p.chosen) for p in questions)


def test_back_from_the_review_and_forward_again_comes_to_it(
    veileder: Veileder, title: Title
) -> None:
    last = title[f"beskyttelsesfaktorer:{TA_MED}"]
    plan = planned((REVIEW, Back.BACK), (last, Forward.FORWARD))
    _, person = interview(veileder, planned((REVIEW, Back.BACK)))
    assert person.titles[-2] == person.titles[-4]
    _, person = interview(veileder, plan)
    assert is_review(person.prompts[-1])


def test_back_from_a_change_leads_to_the_review(veileder: Veileder, title: Title) -> None:
    plan = planned((REVIEW, ("grad",)), (title["grad"], Back.BACK))
    _, person = interview(veileder, plan)
    assert [is_review(p) for p in person.prompts[-3:]] == [True, False, True]
    assert not person.prompts[-2].can_go_forward


def test_back_from_what_a_change_opened_leads_to_the_change(
    veileder: Veileder, title: Title
) -> None:
    plan = planned(
        (REVIEW, ("gjort",)),
        (title["gjort"], ("oppfolging",)),
        (title["fortsatt"], Back.BACK),
        (title["gjort"], Back.BACK),
        (REVIEW, ("fortsett",)),
    )
    _, person = interview(veileder, plan)
    review = next(i for i, p in enumerate(person.prompts) if is_review(p))
    assert person.titles[review + 1 : review + 4] == [
        title[k] for k in ("gjort", "fortsatt", "gjort")
    ]
    assert is_review(person.prompts[review + 4])
    assert person.titles[review + 5] == title["fortsatt"]


def test_back_from_an_offer_asks_again_and_offers_again(veileder: Veileder, title: Title) -> None:
    plan = planned(
        (title["lovbrudd"], ("ja",)),
        (OFFER, Back.BACK),
        (title["lovbrudd"], ("ja",)),
        (OFFER, SEE),
    )
    _, person = interview(veileder, plan)
    assert [is_offer(p) for p in person.prompts[-4:]] == [False, True, False, True]
    assert person.prompts[-2].chosen == ("ja",)


# --- signs: seen, unsure or neither ---


def test_what_is_seen_and_what_one_is_unsure_of_is_asked_in_one_go(
    veileder: Veileder, title: Title
) -> None:
    given = ("intoleranse", unsure_of("hatretorikk"))
    samtale, person = interview(veileder, planned((title["tegn.uttalelser"], given)))
    assert samtale.svar["tegn.uttalelser"] == ("intoleranse",)
    assert samtale.svar["tegn_usikker.uttalelser"] == ("hatretorikk",)
    assert title["tegn_usikker.uttalelser"] not in person.titles
    assert [p.unsure for p in person.prompts if p.title == title["tegn.uttalelser"]] == [True]


def test_all_signs_of_a_category_may_be_seen_and_one_be_doubted_later(
    veileder: Veileder, title: Title
) -> None:
    alle = tuple(t.id for t in veileder.svarbare_tegn["nettverk"])
    plan = planned(
        (title["tegn.nettverk"], alle[:3]),
        (REVIEW, ("tegn.nettverk",)),
        (title["tegn.nettverk"], (*alle[1:], unsure_of(alle[0]))),
    )
    samtale, person = interview(veileder, plan)
    assert samtale.svar["tegn_usikker.nettverk"] == (alle[0],)
    assert samtale.svar["tegn.nettverk"] == alle[1:]
    assert not any(map(is_warning, person.prompts))


# --- what was skipped ---


def test_factors_that_were_skipped_can_be_taken_later(veileder: Veileder, title: Title) -> None:
    factors = f"risikofaktorer:{TA_MED}"
    plan = planned(
        (REVIEW, SEE),
        (title[factors], (TA_MED,)),
        (title[f"beskyttelsesfaktorer:{TA_MED}"], Back.BACK),
    )
    samtale, person = interview(veileder, plan)
    before = len(person.prompts)
    assert len(samtale.skipped) == 2
    samtale.take_skipped()
    groups = [title[f"risikofaktorer.{g.id}"] for g in veileder.faktorer.grupper if g.risiko]
    assert person.titles[before : before + 1 + len(groups)] == [title[factors], *groups]
    assert [a.nokkel for a in samtale.skipped] == [f"beskyttelsesfaktorer:{TA_MED}"]


def test_factors_that_are_skipped_after_all_do_not_count(veileder: Veileder, title: Title) -> None:
    factors = f"risikofaktorer:{TA_MED}"
    plan = planned(
        (title["alder"], ("under-18",)),
        (title["foresatte_trygge"], ("ja",)),
        (title[factors], (TA_MED,)),
        (title["risikofaktorer.familie"], ("familie-vold-eller-omsorgssvikt",)),
        (REVIEW, (factors,)),
        (title[factors], SKIP),
        (WARNING, CHANGE),
    )
    samtale, person = interview(veileder, plan)
    assert "risikofaktorer.familie" not in values(person.prompts[-1])
    assert "barnevern" not in {k.kontakt.id for k in evaluate(veileder, samtale.svar).kontakter}


def test_a_sign_one_was_unsure_of_and_then_saw_is_shown_as_seen(
    veileder: Veileder, title: Title
) -> None:
    plan = planned(
        (title["tegn.nettverk"], (unsure_of("omgas-ekstreme"),)),
        (REVIEW, ("tegn.nettverk",)),
        (title["tegn.nettverk"], ("omgas-ekstreme",)),
    )
    _, person = interview(veileder, plan)
    before, after = (
        next(c.text for c in p.choices if c.value == "tegn.nettverk")
        for p in person.prompts
        if is_review(p)
    )
    navn = veileder.sporsmal_med_id["tegn_usikker"].navn
    assert navn in before
    assert navn not in after


# --- any way through ---

LONGEST = 40


def wandering(data: st.DataObject, *, to_the_end: bool = False) -> Plan:
    """Answer anything, go back and change at random, for a while; then only forward."""
    asked = 0

    def plan(prompt: Prompt) -> Answer:
        nonlocal asked
        asked += 1
        if prompt.can_go_back and asked < LONGEST and not data.draw(st.integers(0, 5)):
            return Back.BACK
        if prompt.can_go_forward and data.draw(st.booleans()):
            return Forward.FORWARD
        if is_question(prompt):
            return data.draw(_any_answer(prompt), label=prompt.title)
        if is_warning(prompt):
            return data.draw(st.sampled_from((KEEP, CHANGE)))
        if is_offer(prompt):
            return GO_ON if to_the_end else data.draw(st.sampled_from((SEE, GO_ON)))
        changes = values(prompt) if asked < LONGEST else [*SEE]
        return (data.draw(st.sampled_from(changes)),)

    return plan


def _any_answer(prompt: Prompt) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw a valid answer; danger now is rare, since it hides all other questions."""
    alone = [(c.value,) for c in prompt.choices if c.exclusive or not prompt.many]
    if not prompt.can_go_back:
        alone += [("nei",)] * 8
    if not prompt.many:
        return st.sampled_from(alone)
    together = [c.value for c in prompt.choices if not c.exclusive]
    some = st.sets(st.sampled_from(together), min_size=1, max_size=2)
    if prompt.unsure:
        together = [w for v in together for w in (v, unsure_of(v))]
        some = st.dictionaries(
            st.sampled_from([v for v in together if base_of(v) == v]),
            st.booleans(),
            min_size=1,
            max_size=2,
        ).map(lambda doubts: {unsure_of(v) if d else v for v, d in doubts.items()})
    in_order = some.map(lambda chosen: tuple(v for v in together if v in chosen))
    return st.one_of(st.sampled_from(alone), in_order)


def noting_what_is_marked(wander: Plan) -> Plan:
    """Check of each question that an answer the person gave, and no other, is marked.

    It is the last one, save where that was taken back, or dropped with what it hung on.
    """
    answered: dict[str, set[tuple[str, ...]]] = {}

    def plan(prompt: Prompt) -> Answer:
        if not is_question(prompt):
            return wander(prompt)
        assert prompt.chosen in {(), (INGEN,), *answered.get(prompt.title, ())}
        answer = wander(prompt)
        if not isinstance(answer, Back | Forward):
            answered.setdefault(prompt.title, set()).add(in_chosen_order(answer))
        return answer

    return plan


def in_chosen_order(answer: tuple[str, ...]) -> tuple[str, ...]:
    """Give what is seen before what is unsure, as an earlier answer is shown."""
    return (*(v for v in answer if base_of(v) == v), *(v for v in answer if base_of(v) != v))


def repeating(veileder: Veileder, svar: Mapping[str, tuple[str, ...]]) -> Plan:
    """Answer each question as these answers by screen say, straight on to the result."""
    by_title = {titles_of([a])[0]: a.given(svar) or () for a in asked_screens(veileder, svar)}

    def plan(prompt: Prompt) -> Answer:
        if not is_question(prompt):
            return no_or_none(prompt)
        offered = tuple(v for v in by_title[prompt.title] if base_of(v) in values(prompt))
        return offered or ((INGEN,) if prompt.many else SKIP)

    return plan


@settings(max_examples=30)
@given(st.data())
def test_whatever_the_way_the_result_is_that_of_the_answers_shown_at_the_end(
    veileder: Veileder, data: st.DataObject
) -> None:
    samtale, person = interview(veileder, wandering(data))
    vurdering = evaluate(veileder, samtale.svar)
    assert vurdering == evaluate(veileder, shown_answers(veileder, samtale))
    everything = {s.nokkel for s in screens(veileder, samtale.svar)} <= {*samtale.svar}
    assert everything or (vurdering.regel.haster and is_offer(person.prompts[-1]))


@settings(max_examples=20)
@given(st.data())
def test_whatever_the_way_the_final_answers_given_directly_end_in_the_same_result(
    veileder: Veileder, data: st.DataObject
) -> None:
    wander = noting_what_is_marked(wandering(data, to_the_end=True))
    wandered, _ = interview(veileder, wander)
    plan = repeating(veileder, shown_answers(veileder, wandered))
    direct, person = interview(veileder, plan)
    assert evaluate(veileder, direct.svar) == evaluate(veileder, wandered.svar)
    assert len(person.titles) == len({*person.titles})
