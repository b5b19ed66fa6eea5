"""Moving about in a real terminal: forward, by number, and to a stop and back."""

import sys
from dataclasses import replace

from rich_program import ONE_READY, PROGRAM, one, review, run
from terminal import Terminal

RIGHT, LEFT = "\x1b[C", "\x1b[D"


def test_right_goes_forward_and_left_goes_back() -> None:
    there = replace(one(chosen=("ja",)), can_go_forward=True)
    with run(there, there) as terminal:
        terminal.wait_for("> Ja (det svarte du sist)")
        terminal.press(RIGHT)
        terminal.settle()
        terminal.press(LEFT)
        terminal.wait_for("FIKK [<Forward.FORWARD: 'fram'>, <Back.BACK: 'tilbake'>]")


def test_the_row_fram_goes_forward() -> None:
    with run(replace(one(chosen=("ja",)), can_go_forward=True)) as terminal:
        terminal.wait_for("> Ja (det svarte du sist)")
        terminal.press("end")
        terminal.wait_for("> Fram")
        terminal.press("enter")
        terminal.wait_for("FIKK [<Forward.FORWARD: 'fram'>]")


def test_there_is_no_way_forward_from_what_is_not_answered() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press(RIGHT)
        terminal.wait_for("Du kan gå fram når du har svart her.")
        assert "Fram" not in terminal.screen


def test_a_number_goes_to_its_row_and_enter_chooses_it() -> None:
    with run(review()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.wait_for("tall går til raden")
        terminal.send("17")
        terminal.wait_for("> 17. Tegn 17 ")
        terminal.press("enter")
        terminal.wait_for("FIKK [('tegn-17',)]")


def test_a_pasted_number_with_a_newline_chooses_nothing() -> None:
    with run(review()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.settle(0.2)
        terminal.send("17\r")
        terminal.settle(0.5)
        assert "FIKK" not in terminal.screen


def stopped(program: list[str]) -> Terminal:
    """Run it as a job of a shell, which goes on when it is stopped and starts it again."""
    shell = 'set -m; "$@"; echo; echo STOPPET; sleep 0.4; fg >/dev/null; echo SLUTT $?'
    return Terminal(["sh", "-c", shell, "sh", *program])


def test_ctrl_z_gives_the_terminal_back_and_the_question_stands_again_after_it() -> None:
    with stopped([sys.executable, "-c", PROGRAM.format(prompts=(one(),))]) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down", "down")
        terminal.send("\x1a")
        terminal.wait_for("STOPPET")
        assert "Er det ett?" not in terminal.screen
        terminal.wait_for("> Nei")
        terminal.press("enter")
        terminal.wait_for("FIKK [('nei',)]")
        terminal.wait_for("SLUTT 0")


def test_ctrl_z_where_nobody_could_start_it_again_does_nothing() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down", "\x1a")
        terminal.wait_for("> Ja")
        terminal.press("enter")
        terminal.wait_for("FIKK [('ja',)]")
