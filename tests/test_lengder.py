"""Texts are short enough for the screens they stand on: 80 columns, 24 rows."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from conftest import Vurder
from strategier import Svar, svar
from veileder_cli.coverage import run_cases
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.render.layout import to_lines
from veileder_cli.render.result import first_screen

COLUMNS, ROWS = 80, 24
MENU = 2
"""The lines of the menu under the result."""


def _too_long(texts: Iterator[str], most: int) -> list[str]:
    found = [*texts]
    assert found
    return [tekst for tekst in found if len(tekst) > most]


def _height(veileder: Veileder, vurdering: Vurdering) -> int:
    return len(to_lines(first_screen(veileder, vurdering), COLUMNS))


def _words(tekst: str) -> str:
    return " ".join(tekst.replace("\N{NO-BREAK SPACE}", " ").split())


# --- questions ---


@pytest.mark.parametrize(("felt", "most"), [("tekst", 150), ("hjelp", 300), ("navn", 40)])
def test_a_question_is_short(veileder: Veileder, felt: str, most: int) -> None:
    assert _too_long((getattr(s, felt) for s in veileder.sporsmal), most) == []


def test_a_choice_is_a_line(veileder: Veileder) -> None:
    assert _too_long((v.tekst for s in veileder.sporsmal for v in s.valg), 60) == []
    assert _too_long((r.navn for r in veileder.roller), 60) == []


# --- results ---


@pytest.mark.parametrize(("felt", "most"), [("tittel", 70), ("hvem", 120), ("din_del", 150)])
def test_what_a_rule_says_is_short(veileder: Veileder, felt: str, most: int) -> None:
    said = (u.tekst for r in veileder.regler.regler for u in getattr(r, felt))
    assert _too_long(said, most) == []


def test_the_reason_to_call_someone_is_a_line(veileder: Veileder) -> None:
    rows = (v.hvorfor for r in veileder.regler.regler for v in r.kontakter)
    assert _too_long(rows, 90) == []
    assert _too_long((k.hvorfor for k in veileder.kontakter), 90) == []


@given(svar())
def test_one_is_given_at_most_three_things_to_do(vurder: Vurder, answers: Svar) -> None:
    assert 1 <= len(vurder(answers).din_del) <= 3


# --- the first screen ---


def test_the_menu_leaves_room_for_every_case(veileder: Veileder) -> None:
    """Where it does not, the line with 112 is what leaves the screen."""
    too_high = {
        u.tilfelle.navn: height
        for u in run_cases(veileder)
        if u.vurdering and (height := _height(veileder, u.vurdering)) > ROWS - MENU
    }
    assert too_high == {}


@given(svar())
def test_the_menu_leaves_room_whatever_was_answered(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    assert _height(veileder, vurder(answers)) <= ROWS - MENU


@pytest.mark.parametrize("kode", ["nn", "en"])
def test_the_menu_leaves_room_in_the_other_languages_too(kode: str) -> None:
    run = [sys.executable, str(Path(__file__).with_name("hoyder.py")), kode]
    sagt = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert int(sagt) <= ROWS - MENU


@given(svar())
def test_the_first_screen_has_112_the_step_ones_part_and_two_contacts_in_that_order(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder(answers)
    screen = _words(" ".join(e.tekst for e in to_lines(first_screen(veileder, vurdering), COLUMNS)))
    parts = [
        vurdering.varsler[0].varsel.tittel,
        vurdering.tittel.tekst,
        *([vurdering.trinn.tittel] if vurdering.trinn else []),
        *(u.tekst for u in vurdering.din_del),
        *(r.kontakt.funksjon for r in vurdering.kontakter[:2]),
    ]
    places = [screen.find(_words(part)) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


@given(svar())
def test_the_first_two_contacts_can_be_called_from_the_first_screen(
    veileder: Veileder, vurder: Vurder, answers: Svar
) -> None:
    vurdering = vurder(answers)
    screen = _words(" ".join(e.tekst for e in to_lines(first_screen(veileder, vurdering), COLUMNS)))
    first = [rad.kontakt for rad in vurdering.kontakter[:2]]
    assert [n.telefon for k in first for n in k.numre if n.telefon not in screen] == []
