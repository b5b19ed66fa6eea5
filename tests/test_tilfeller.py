"""The guide's own cases: each holds, and together they reach all that the guide has."""

from collections import Counter
from collections.abc import Mapping

import pytest

from veileder_cli.coverage import Utfall, find_uncovered, run_cases
from veileder_cli.model.sjekk import Tilfelle
from veileder_cli.model.veileder import Veileder


@pytest.fixture(scope="session")
def utfall(veileder: Veileder) -> Mapping[str, Utfall]:
    return {u.tilfelle.navn: u for u in run_cases(veileder)}


def test_the_case_holds(utfall: Mapping[str, Utfall], tilfelle: Tilfelle) -> None:
    ett = utfall[tilfelle.navn]
    assert not ett.feil
    assert not ett.avvik


def test_nothing_is_left_that_no_case_reaches(
    veileder: Veileder, utfall: Mapping[str, Utfall]
) -> None:
    assert find_uncovered(veileder, tuple(utfall.values())) == ()


def test_every_case_has_a_sentence_of_its_own(veileder: Veileder) -> None:
    navn = Counter(t.navn for t in veileder.tilfeller)
    assert [n for n, antall in navn.items() if antall > 1] == []
    assert [n for n in navn if not n.endswith(".") or " " not in n] == []


def test_every_sign_is_seen_and_every_choice_made_in_some_case(veileder: Veileder) -> None:
    gitt = {verdi for t in veileder.tilfeller for verdier in t.svar.values() for verdi in verdier}
    valg = {v.verdi for s in veileder.sporsmal for v in s.valg}
    assert {*veileder.tegnklasse, *valg} - gitt == set()
