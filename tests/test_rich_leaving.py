import time

import pytest

from rich_program import LONG, ONE_READY, WRONG_KEY, many, one, review, run, signs
from veileder_cli.interview.asking import Prompt
from veileder_cli.interview.list_state import NOT_KEPT


def test_escape_goes_back_at_once() -> None:
    with run(one(), many()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down", "enter")
        terminal.wait_for("[ ] Bruker symboler")
        terminal.settle()
        start = time.monotonic()
        terminal.send("\x1b")
        terminal.wait_for("FIKK [('ja',), <Back.BACK: 'tilbake'>]")
        assert time.monotonic() - start < 0.4


@pytest.mark.parametrize("key", ["enter", "space"])
def test_the_row_tilbake_goes_back_from_many_when_told_that_ticks_are_not_kept(key: str) -> None:
    with run(many()) as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.press("space", "end")
        terminal.wait_for("> Tilbake")
        terminal.press(key)
        terminal.wait_for(NOT_KEPT)
        terminal.wait_for("[x] Bruker symboler")
        terminal.press(key)
        terminal.wait_for("FIKK [<Back.BACK: 'tilbake'>]")


def test_the_row_tilbake_goes_back_from_one() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("up", "enter")
        terminal.wait_for("FIKK [<Back.BACK: 'tilbake'>]")


def test_the_first_question_has_no_way_back() -> None:
    with run(one(can_go_back=False)) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("esc")
        terminal.wait_for("Du kan ikke gå tilbake herfra.")
        assert "Tilbake" not in terminal.screen


def test_an_unknown_key_that_begins_with_escape_does_not_go_back() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("\x1b[27;5;9~", "\x1bx")
        terminal.wait_for(WRONG_KEY)
        terminal.settle()
        assert "FIKK" not in terminal.screen


@pytest.mark.parametrize("key", ["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("prompt", [one(), many(), "TEXT"], ids=["one", "many", "text"])
def test_ctrl_c_and_ctrl_d_leave_at_once(prompt: Prompt | str, key: str) -> None:
    with run(prompt) as terminal:
        terminal.wait_for("Ctrl-C avslutter")
        terminal.press(key)
        terminal.wait_for("AVBRUTT []")
        assert terminal.exit_code() == 130


@pytest.mark.parametrize(
    ("prompt", "keys"),
    [(signs(LONG), "?"), (signs(LONG), "/t"), (signs(LONG), "su"), (review(), "12"), ("TEXT", "a")],
    ids=["help", "search", "marks", "number", "text"],
)
def test_ctrl_x_leaves_nothing_to_read_whatever_was_begun(prompt: Prompt | str, keys: str) -> None:
    with run("Fortrolig", prompt) as terminal:
        terminal.wait_for("Ctrl-C avslutter")
        terminal.press(*keys, "ctrl-x")
        assert terminal.exit_code() == 0
        assert (terminal.screen + terminal.scrolled_off).strip() == ""


def test_ctrl_d_leaves_a_text_that_is_begun() -> None:
    with run("TEXT") as terminal:
        terminal.wait_for("Hva skal filen hete?")
        terminal.press("a", "b", "ctrl-d")
        assert terminal.exit_code() == 130


def test_an_interrupt_from_outside_leaves() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.interrupt()
        assert terminal.exit_code() == 130


def test_a_text_is_typed_and_entered() -> None:
    with run("TEXT") as terminal:
        terminal.wait_for("Hva skal filen hete?")
        terminal.send("råd og vink.txt")
        terminal.wait_for("> råd og vink.txt")
        terminal.press("enter")
        terminal.wait_for("FIKK ['råd og vink.txt']")


def test_an_empty_text_is_refused() -> None:
    with run("TEXT") as terminal:
        terminal.wait_for("Ctrl-C avslutter. >")
        terminal.press("enter")
        terminal.wait_for("Skriv et navn, eller trykk Esc")
        terminal.press(" ", "enter")
        terminal.settle()
        assert "FIKK" not in terminal.screen


def test_escape_goes_back_from_the_text() -> None:
    with run("TEXT") as terminal:
        terminal.wait_for("Hva skal filen hete?")
        terminal.press("a", "esc")
        terminal.wait_for("FIKK [<Back.BACK: 'tilbake'>]")
