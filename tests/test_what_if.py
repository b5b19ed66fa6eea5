"""What single other answer would have changed the next step: each that would, and no other."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings

from conftest import Les, Vurder
from strategier import Svar, Verdi, as_read, chosen, see, svar
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import possible_values, read_facts
from veileder_cli.flow import Skjerm, screens
from veileder_cli.model.sjekk import VET_IKKE, Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.what_if import find_alternatives

Read = Mapping[str, tuple[str, ...]]
Change = tuple[str, str, bool]
"""A question, the value that is given or taken back, and whether it is taken back."""
FACTORS = {Sporsmalstype.RISIKO, Sporsmalstype.BESKYTTELSE}
SEVERAL = {Sporsmalstype.TEGN, Sporsmalstype.USIKRE_TEGN, Sporsmalstype.FLERE}


def _outcome(vurdering: Vurdering) -> tuple[str, str]:
    return vurdering.rute, vurdering.trinn.id if vurdering.trinn else ""


def _single_changes(
    veileder: Veileder, les: Les, answers: Svar
) -> Iterator[tuple[Change, Mapping[str, Verdi]]]:
    """Make, without the screens of the flow, every set of answers that differs in one choice."""
    for sporsmal in read_facts(veileder, les(answers).svar).stilles:
        if sporsmal.type in FACTORS:
            continue
        given_ = as_read(answers).get(sporsmal.id, ())
        picked = chosen(answers, sporsmal.id)
        for verdi in possible_values(veileder, sporsmal):
            change = (sporsmal.id, verdi, verdi in given_)
            if sporsmal.type not in SEVERAL:
                if verdi not in given_:
                    yield change, {**answers, sporsmal.id: verdi}
            elif verdi in given_:
                yield change, {**answers, sporsmal.id: sorted(picked - {verdi})}
            elif sporsmal.type is Sporsmalstype.TEGN:
                yield change, see(answers, verdi)
            elif verdi not in chosen(answers, "tegn") or sporsmal.id != "tegn_usikker":
                yield change, {**answers, sporsmal.id: sorted(picked | {verdi})}


SMALL_CASES: Mapping[str, Svar] = {
    "nothing is known": {},
    "nobody is in danger": {"fare_na": "nei", "rolle": "nav"},
    "someone is in danger": {"fare_na": "ja"},
    "a weak sign": {"fare_na": "nei", "rolle": "ungdomsskole", "tegn": ["endrer-utseende"]},
    "a weak sign that is explained": {
        "rolle": "ungdomsskole",
        "tegn": ["endrer-utseende"],
        "andre_forklaringer": "ja",
    },
    "two signs of context": {"rolle": "barnevern", "tegn": ["reiser", "hatretorikk"]},
    "violence, all done": {
        "rolle": "politi",
        "tegn": ["hatkriminalitet"],
        "gjort": ["droftet-internt", "meldt", "bekymringssamtale", "tverrfaglig", "oppfolging"],
        "fortsatt": "nei",
    },
    "unsure of violence": {
        "rolle": "innbygger",
        "tegn": [],
        "tegn_usikker": ["omgas-voldsgrupper"],
    },
    "the signs are unknown": {"rolle": "frivillig", "tegn": "vet-ikke"},
    "worried about oneself": {"fare_na": "nei", "rolle": "meg-selv", "alder": "under-18"},
    "refuted": {"rolle": "ntnu", "grad": "avkreftet", "tegn": ["reiser"], "gjort": ["meldt"]},
}


@pytest.mark.parametrize("answers", SMALL_CASES.values(), ids=SMALL_CASES)
def test_the_alternatives_are_all_single_changes_that_change_the_outcome(
    veileder: Veileder, vurder: Vurder, les: Les, answers: Svar
) -> None:
    now = _outcome(vurder(answers))
    expected = {
        change: _outcome(vurder(other))
        for change, other in _single_changes(veileder, les, answers)
        if _outcome(vurder(other)) != now
    }
    found = find_alternatives(veileder, les(answers).svar)
    assert {(a.sporsmal, a.svar, a.fjernet): _outcome(a.vurdering) for a in found} == expected
    assert len(found) == len(expected)


@settings(max_examples=15)
@given(svar())
def test_an_alternative_is_one_change_and_its_outcome_is_another(
    veileder: Veileder, vurder: Vurder, les: Les, answers: Svar
) -> None:
    changes = dict(_single_changes(veileder, les, answers))
    now = _outcome(vurder(answers))
    for alternativ in find_alternatives(veileder, les(answers).svar):
        other = changes[alternativ.sporsmal, alternativ.svar, alternativ.fjernet]
        assert _outcome(alternativ.vurdering) == _outcome(vurder(other))
        assert _outcome(alternativ.vurdering) != now


@settings(max_examples=20)
@given(svar())
def test_the_list_is_that_of_evaluating_every_change_in_full(
    veileder: Veileder, les: Les, answers: Svar
) -> None:
    now = les(answers).svar
    outcome = _outcome(evaluate(veileder, now))
    in_full = [
        (screen.sporsmal.id, value, value in now.get(screen.nokkel, ()), vurdering)
        for screen in screens(veileder, now)
        if screen.sporsmal.type not in FACTORS
        for value in screen.verdier
        if now.get(screen.nokkel) != (value,) or screen.flere
        if _outcome(vurdering := evaluate(veileder, _change(screen, value, now))) != outcome
    ]
    found = find_alternatives(veileder, now)
    assert [(a.sporsmal, a.svar, a.fjernet, a.vurdering) for a in found] == in_full


def _change(screen: Skjerm, value: str, now: Read) -> Read:
    """Choose the value on the screen, or take it back where several are chosen."""
    chosen_ = [v for v in now.get(screen.nokkel, ()) if v != VET_IKKE]
    if not screen.flere:
        return {**now, screen.nokkel: (value,)}
    if value in chosen_:
        return {**now, screen.nokkel: tuple(v for v in chosen_ if v != value)}
    return {**now, screen.nokkel: (*chosen_, value)}


def test_factors_are_never_an_alternative(veileder: Veileder, les: Les) -> None:
    factors = {"risikofaktorer": ["familie-vold-eller-omsorgssvikt"], "tegn": ["reiser"]}
    found = find_alternatives(veileder, les(factors).svar)
    assert not {a.sporsmal for a in found} & {"risikofaktorer", "beskyttelsesfaktorer"}


def test_after_danger_now_only_its_own_answer_is_an_alternative(
    veileder: Veileder, les: Les
) -> None:
    found = find_alternatives(veileder, les({"fare_na": "ja", "tegn": ["reiser"]}).svar)
    assert [(a.sporsmal, a.svar) for a in found] == [("fare_na", "nei")]


def test_a_sign_that_is_there_may_be_taken_back(veileder: Veileder, les: Les) -> None:
    found = find_alternatives(veileder, les({"rolle": "nav", "tegn": ["reiser"]}).svar)
    assert ("tegn", "reiser", "ingen") in {
        (a.sporsmal, a.svar, a.vurdering.rute) for a in found if a.fjernet
    }
