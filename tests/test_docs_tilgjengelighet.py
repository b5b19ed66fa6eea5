"""The page of accessibility goes through every criterion, and names tests that are there."""

import re
from collections import Counter
from pathlib import Path

import pytest

from sider import page, table

TESTS = Path(__file__).parent
NAVN = "tilgjengelighet.md"
ROWS = table(NAVN, "wcag")
# How many criteria of level A and AA each guideline of WCAG 2.1 has.
CRITERIA = {
    "1.1": 1,
    "1.2": 5,
    "1.3": 5,
    "1.4": 9,
    "2.1": 3,
    "2.2": 2,
    "2.3": 1,
    "2.4": 7,
    "2.5": 4,
    "3.1": 2,
    "3.2": 4,
    "3.3": 4,
    "4.1": 3,
}


def test_every_criterion_of_level_a_and_aa_has_a_row() -> None:
    numbers = [krav.split()[0] for krav, *_ in ROWS]
    assert len({*numbers}) == len(numbers) == 50
    assert Counter(number.rpartition(".")[0] for number in numbers) == CRITERIA
    assert numbers == sorted(numbers, key=lambda n: [*map(int, n.split("."))])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].split()[0])
def test_what_is_said_to_be_met_names_tests_that_are_there(row: list[str]) -> None:
    krav, oppfylt, hvordan, tester = row
    named = re.findall(r"`(\w+)::(\w+)`", tester)
    assert oppfylt in {"ja", "delvis", "nei", "ikke aktuelt"}
    assert hvordan
    assert named or oppfylt == "ikke aktuelt", krav
    for fil, test in named:
        assert f"\ndef {test}(" in (TESTS / f"{fil}.py").read_text("utf-8"), test


def test_what_is_not_met_is_explained() -> None:
    explained = page(NAVN).split("## Det som ikke er godt nok")[1]
    short = [krav.split()[0] for krav, oppfylt, *_ in ROWS if oppfylt in {"delvis", "nei"}]
    assert short
    assert [number for number in short if number not in explained] == []
