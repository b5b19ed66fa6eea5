"""Each word of the conditions: when it holds, and on which answers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from betingelser import any_answers, any_condition
from veileder_cli.answers import read_answers
from veileder_cli.conditions import Situasjon, check, holds, walk
from veileder_cli.facts import read_facts
from veileder_cli.model.betingelse import (
    Alle,
    Alltid,
    Betingelse,
    HarKontakt,
    HarTrinn,
    HarVarsel,
    Ikke,
    Noen,
    Rollegruppe,
    RuteEr,
    Sett,
    SvarEr,
    SvarFra,
    Tegnkrav,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Svarbevis

JA = SvarEr("fare", ("ja",))
UNG = SvarEr("alder", ("under-18",))
ALDRI = Ikke(Alltid())
KNOWN = Situasjon(
    svar={"fare": ("ja",), "gjort": ("dialog", "meldt"), "rolle": ("trener",), "utland": ()},
    sett={"symboler": "kontekst", "humor": "svak", "klar": "svak"},
    usikre={"trusler": "vold"},
    rollegrupper=("sivil",),
    vilkar={"fare": JA, "ikke-fare": Ikke(Vilkar("fare"))},
    rekkefolge={"fare": ("nei", "litt", "ja"), "alder": ("under-18", "over-18")},
    rolle_sporsmal="rolle",
    tegn_sporsmal="tegn",
    usikre_sporsmal="usikre",
)
OUTCOME = replace(
    KNOWN,
    rute="vold",
    traff=("vold", "hoy"),
    har_trinn=True,
    kontakter=("112", "leder"),
    varsler=("112",),
)


def _evidence(*pairs: tuple[str, str]) -> tuple[Svarbevis, ...]:
    return tuple(Svarbevis(*pair) for pair in pairs)


@pytest.mark.parametrize(
    ("betingelse", "evidence"),
    [
        (Alltid(), ()),
        (JA, (("fare", "ja"),)),
        (SvarEr("gjort", ("meldt", "oppfolging")), (("gjort", "meldt"),)),
        (SvarEr("gjort", ("meldt", "dialog")), (("gjort", "dialog"), ("gjort", "meldt"))),
        (SvarFra("fare", "litt"), (("fare", "ja"),)),
        (SvarFra("fare", "ja"), (("fare", "ja"),)),
        (Ikke(SvarFra("alder", "over-18")), ()),
        (Ubesvart("alder"), ()),
        (Sett(Tegnkrav(klasse=("kontekst",))), (("tegn", "symboler"),)),
        (Sett(Tegnkrav(id=("humor",))), (("tegn", "humor"),)),
        (
            Sett(Tegnkrav(klasse=("svak",), id=("symboler",), minst=3)),
            (("tegn", "symboler"), ("tegn", "humor"), ("tegn", "klar")),
        ),
        (Usikker(Tegnkrav()), (("usikre", "trusler"),)),
        (Rollegruppe("sivil"), (("rolle", "trener"),)),
        (Vilkar("fare"), (("fare", "ja"),)),
        (Alle((JA, Ubesvart("alder"))), (("fare", "ja"),)),
        (Alle(()), ()),
        (Noen((UNG, JA)), (("fare", "ja"),)),
        (Noen((JA, Rollegruppe("sivil"))), (("fare", "ja"), ("rolle", "trener"))),
        (Alle((JA, Noen((JA, UNG)))), (("fare", "ja"),)),
        (Ikke(UNG), ()),
        (Ikke(SvarEr("fare", ("nei",))), (("fare", "ja"),)),
        (Ikke(Alle((JA, UNG))), (("fare", "ja"),)),
        (Ikke(ALDRI), ()),
    ],
)
def test_a_condition_that_holds_gives_the_answers_it_rests_on(
    betingelse: Betingelse, evidence: tuple[tuple[str, str], ...]
) -> None:
    assert check(betingelse, KNOWN) == _evidence(*evidence)
    assert holds(betingelse, KNOWN)
    assert not holds(Ikke(betingelse), KNOWN)


@pytest.mark.parametrize(
    "betingelse",
    [
        ALDRI,
        UNG,
        SvarEr("fare", ("nei",)),
        SvarEr("utland", ("reise",)),
        SvarFra("alder", "under-18"),
        Ikke(SvarFra("fare", "nei")),
        Ubesvart("fare"),
        Ubesvart("utland"),
        Sett(Tegnkrav(klasse=("vold",))),
        Sett(Tegnkrav(klasse=("svak",), minst=3)),
        Sett(Tegnkrav(minst=4)),
        Usikker(Tegnkrav(klasse=("svak",))),
        Rollegruppe("ansatt"),
        Vilkar("ikke-fare"),
        Alle((JA, UNG)),
        Noen((UNG, ALDRI)),
        Noen(()),
        Ikke(JA),
        Ikke(Noen((JA, UNG))),
    ],
)
def test_a_condition_that_does_not_hold_gives_nothing(betingelse: Betingelse) -> None:
    assert check(betingelse, KNOWN) is None
    assert not holds(betingelse, KNOWN)
    assert holds(Ikke(betingelse), KNOWN)


@pytest.mark.parametrize(
    ("betingelse", "evidence"),
    [
        (RuteEr(("dialog", "vold")), ()),
        (RuteEr(("hoy",)), None),
        (RuteEr(("hoy",), traff=True), ()),
        (RuteEr(("dialog",), traff=True), None),
        (HarTrinn(ja=True), ()),
        (HarTrinn(ja=False), None),
        (HarKontakt("leder"), ()),
        (HarKontakt("pst"), None),
        (HarVarsel("112"), ()),
        (HarVarsel("anonymt"), None),
    ],
)
def test_the_outcome_so_far_is_a_condition_without_answers(
    betingelse: Betingelse, evidence: tuple[()] | None
) -> None:
    assert check(betingelse, OUTCOME) == evidence


def test_none_of_these_is_an_answer_and_not_a_missing_one() -> None:
    assert not holds(Ubesvart("utland"), KNOWN)
    assert holds(Ubesvart("utland"), replace(KNOWN, svar={}))


def test_an_answer_counts_once_however_many_conditions_rest_on_it() -> None:
    assert check(Alle((JA, JA, Noen((JA, JA)))), KNOWN) == _evidence(("fare", "ja"))


def test_a_walk_reaches_every_part_but_follows_no_name() -> None:
    whole = Alle((Noen((JA, Ikke(UNG))), Vilkar("fare")))
    assert tuple(walk(whole)) == (
        *(whole, whole.deler[0], JA, Ikke(UNG), UNG),
        Vilkar("fare"),
    )


def test_an_unknown_condition_is_a_bug_and_not_a_no() -> None:
    with pytest.raises((AssertionError, KeyError)):
        check("ja", KNOWN)  # type: ignore[arg-type]


@given(data=st.data())
def test_what_holds_is_what_there_is_evidence_of(veileder: Veileder, data: DataObject) -> None:
    betingelse = data.draw(any_condition(veileder, outcome=False))
    answers = data.draw(any_answers(veileder))
    situasjon = read_facts(veileder, read_answers(veileder, answers).svar).situasjon
    assert holds(betingelse, situasjon) is (check(betingelse, situasjon) is not None)
