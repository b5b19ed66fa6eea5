"""Leaving the real interview at any place: at once, quietly, and with nothing written."""

import re
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

import pytest

from rich_program import NOTHING_CHOSEN, NOTHING_TICKED, WRONG_KEY
from samtale import (
    ALL,
    FILE_NAME,
    HAS_MORE,
    MENU,
    QUIT,
    REVIEW,
    SAVE,
    WIPE,
    EnkelSamtale,
    Moves,
    Samtale,
    Svar,
    pace,
    side_by_side,
    way_of,
)
from terminal import KEYS
from veileder_cli.facts import TA_MED
from veileder_cli.model.veileder import Veileder

AT_A_TIME = 4
DROPPED = "Svarene dine er borte. De er ikke lagret."
NOT_ANSWERS = "j1xå\t\x7f\x1bOP\x1b[3~"
# Between them the two are asked every question there is.
CHILD: Svar = {
    "rolle": "ungdomsskole",
    "alder": "under-18",
    "tegn.uttalelser": ("hatretorikk",),
    f"risikofaktorer:{TA_MED}": (TA_MED,),
}
ADULT: Svar = {
    "rolle": "nav",
    "alder": "over-18",
    "tegn.aktiviteter": ("reiser",),
    "gjort": ("oppfolging",),
    f"beskyttelsesfaktorer:{TA_MED}": (TA_MED,),
}
QUICKLY: Svar = {"rolle": "meg-selv"}
OFFER = "Vis hva jeg gjør nå"
OTHER_PLACES = (OFFER, REVIEW, MENU, HAS_MORE, FILE_NAME, WIPE)


class Visit:
    """One person who leaves at one place, and what came of it."""

    def __init__(self, place: str, folder: Path, veileder: Veileder) -> None:
        folder.mkdir()
        self.place = place
        self.folder = folder
        self.terminal = Samtale(veileder, folder=folder)
        self.restored = False
        self.in_haste = False

    def go_and_leave(self, svar: Svar, key: str) -> Moves:
        if self.place in OTHER_PLACES:
            yield from go_to(self.terminal, self.place)
        else:
            yield from self.terminal.answering_all(svar, until=self.place)
            yield from press_what_is_no_answer(self.terminal)
        self.in_haste = key == "ctrl-x"
        self.terminal.send(KEYS[key])
        yield
        self.restored = self.terminal.is_restored()

    @property
    def left_to_read(self) -> str:
        return (self.terminal.screen + self.terminal.scrolled_off).strip()

    def faults(self) -> list[str]:
        output = self.terminal.output.decode()
        seen = {
            "the terminal is not as it was": not self.restored,
            "the exit code": self.terminal.exit_code() != (0 if self.in_haste else 130),
            "a traceback": "Traceback" in output,
            "what is said of the answers": (DROPPED in output) is self.in_haste,
            "something is written": any(self.folder.iterdir()),
            "something is left to read": self.in_haste and self.left_to_read != "",
        }
        return [f"{self.place}: {what}" for what, is_so in seen.items() if is_so]


def go_to(terminal: Samtale, place: str) -> Moves:
    """Go to a place that is no question of the guide, by as few questions as lead there."""
    if place == OFFER:
        yield from terminal.answering_all({"lovbrudd": "ja"}, until="utland")
        terminal.wait_for(OFFER)
        return
    yield from terminal.answering_all(QUICKLY)
    terminal.wait_for(REVIEW)
    if place == REVIEW:
        return
    yield
    terminal.send(KEYS["down"])
    terminal.wait_to_be_at("Vis resultatet")
    yield
    terminal.send(KEYS["enter"])
    terminal.wait_for_result()
    yield
    keys = {MENU: "", HAS_MORE: ALL, FILE_NAME: SAVE, WIPE: QUIT}
    terminal.send(keys[place])
    terminal.wait_for(place)
    if place == FILE_NAME:
        terminal.wait_for("Ctrl-C avslutter. >")


def press_what_is_no_answer(terminal: Samtale) -> Moves:
    """Press Enter too early and keys that mean nothing; the question must stand as it did."""
    prompt = terminal.wait_for_question()
    yield
    terminal.send(KEYS["enter"])
    terminal.wait_for(NOTHING_TICKED if prompt.many else NOTHING_CHOSEN)
    terminal.send(NOT_ANSWERS)
    terminal.wait_for(WRONG_KEY)
    terminal.wait_for_question()
    assert "[x]" not in terminal.screen


def leave_everywhere(
    veileder: Veileder, tmp_path: Path, svar: Svar, places: list[str], keys: tuple[str, ...]
) -> list[str]:
    """Send one person to each place, some at a time, and gather what was wrong.

    The keys take turns: at each kind of question alone all are tried in test_rich_leaving.
    """
    faults: list[str] = []
    turns = dict(zip(places, cycle(keys), strict=False))
    while places:
        group, places = places[:AT_A_TIME], places[AT_A_TIME:]
        with ExitStack() as stack:
            visits = [Visit(p, tmp_path / re.sub(r"\W", "-", p), veileder) for p in group]
            for visit in visits:
                stack.enter_context(visit.terminal)
            side_by_side(visit.go_and_leave(svar, turns[visit.place]) for visit in visits)
            faults += [fault for visit in visits for fault in visit.faults()]
    return faults


def one_of_each(way: list[str]) -> Iterator[str]:
    """Keep one screen of each question, up to the first group of factors."""
    seen = set()
    for nokkel in way:
        question = nokkel.partition(".")[0]
        if question not in seen:
            yield nokkel
        seen.add(question)
        if "faktorer." in nokkel:
            return


def test_every_place_can_be_left_at_once_and_wrong_keys_answer_nothing(
    veileder: Veileder, tmp_path: Path
) -> None:
    places = [*OTHER_PLACES, *one_of_each(way_of(veileder, CHILD))]
    assert leave_everywhere(veileder, tmp_path, CHILD, places, ("ctrl-c", "ctrl-x", "ctrl-d")) == []


# --- other ways out ---


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_it_as_ctrl_c_does(
    veileder: Veileder, tmp_path: Path, number: signal.Signals
) -> None:
    for at_menu in (False, True):
        with Samtale(veileder, folder=tmp_path) as terminal:
            if at_menu:
                terminal.answer("ja")
                terminal.wait_for_result()
            else:
                terminal.wait_for_question()
            terminal.send_signal(number)
            assert terminal.is_restored()
            assert terminal.exit_code() == 130
            assert b"Traceback" not in terminal.output
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_the_plain_interview_too(
    veileder: Veileder, tmp_path: Path, number: signal.Signals
) -> None:
    with EnkelSamtale(veileder, "--enkel", folder=tmp_path) as terminal:
        terminal.wait_to_hear(terminal.place("fare_na"))
        terminal.send_signal(number)
        assert terminal.is_restored()
        assert terminal.exit_code() == 130
        assert b"Traceback" not in terminal.output
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("program", [Samtale, EnkelSamtale])
def test_a_window_that_is_closed_ends_it(
    veileder: Veileder, tmp_path: Path, program: type[Samtale]
) -> None:
    options = ["--enkel"] if program is EnkelSamtale else []
    with program(veileder, *options, folder=tmp_path) as terminal:
        terminal.wait_for_question()
        assert terminal.close_window()
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("key", ["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("place", ["fare_na", "utland", REVIEW, MENU, FILE_NAME])
def test_the_plain_interview_can_be_left_at_once(
    veileder: Veileder, tmp_path: Path, key: str, place: str
) -> None:
    with EnkelSamtale(veileder, "--enkel", folder=tmp_path) as terminal:
        if place in way_of(veileder, CHILD):
            pace(terminal.answering_all(CHILD, until=place))
            terminal.wait_to_hear(terminal.place(place))
        else:
            terminal.answer_all({"rolle": "meg-selv"})
            terminal.wait_to_hear(REVIEW)
        if place in {MENU, FILE_NAME}:
            terminal.see_result()
        if place == FILE_NAME:
            terminal.say(SAVE)
            terminal.wait_to_hear(FILE_NAME)
        terminal.send(KEYS[key])
        assert terminal.is_restored()
        assert terminal.exit_code() == 130
        assert DROPPED in terminal.output.decode()
        assert b"Traceback" not in terminal.output
    assert not any(tmp_path.iterdir())


# Last, so that two workers do not get both long tests in one.
def test_places_that_a_child_does_not_lead_to_can_be_left_too(
    veileder: Veileder, tmp_path: Path
) -> None:
    been = {*one_of_each(way_of(veileder, CHILD))}
    way = one_of_each(way_of(veileder, ADULT))
    places = [*OTHER_PLACES, *(place for place in way if place not in been)]
    keys = ("ctrl-x", "ctrl-d", "ctrl-x")
    assert leave_everywhere(veileder, tmp_path, ADULT, places, keys) == []
