"""Signs in a real terminal: seen, unsure or neither, in words, by one key each."""

import pytest

from rich_program import HEAD, LONG, TOO_CLOSE, WRONG_KEY, run, signs
from veileder_cli.interview.list_state import NOT_KEPT

EMPTY = "[       ]"


def test_space_and_letters_mark_and_enter_answers() -> None:
    with run(signs()) as terminal:
        terminal.wait_for(f"> {EMPTY} Bruker symboler")
        terminal.press("space")
        terminal.wait_for("> [sett] Bruker symboler")
        terminal.press("down", "space", "space")
        terminal.wait_for("> [usikker] Ser på materiale")
        terminal.press("down", "u", "s", "i", "u")
        terminal.wait_for("> [usikker] Truer andre")
        terminal.press("enter")
        terminal.wait_for("FIKK [('symboler', 'materiale?', 'trusler?')]")


def test_an_earlier_answer_stands_as_it_was_given_and_forward_leaves_it_so() -> None:
    with run(signs(chosen=("symboler", "trusler?"))) as terminal:
        terminal.wait_for("[sett] Bruker symboler")
        terminal.wait_for("[usikker] Truer andre")
        terminal.press("\x1b[C")
        terminal.wait_for("FIKK [<Forward.FORWARD: 'fram'>]")


def test_marks_are_not_lost_by_wrong_keys_help_resize_or_one_key_back() -> None:
    with run(signs()) as terminal:
        terminal.wait_for(f"> {EMPTY} Bruker symboler")
        terminal.press("s", "down", "u", "x")
        terminal.wait_for(WRONG_KEY)
        terminal.press("?")
        terminal.wait_for("Hvorfor vi spør Fordi. ")
        terminal.wait_for("Hva ordene betyr Ord: tegn.")
        terminal.press("enter")
        terminal.wait_until_gone("Hvorfor vi spør")
        terminal.resize(62, 30)
        terminal.wait_for(HEAD)
        terminal.press("esc")
        terminal.wait_for(NOT_KEPT)
        terminal.resize(80, 24)
        terminal.press("down")
        terminal.wait_for("[sett] Bruker symboler [usikker] Ser på materiale")
        terminal.settle(0.4)
        terminal.press("enter")
        terminal.wait_for("FIKK [('symboler', 'materiale?')]")


@pytest.mark.parametrize("pasted", ["sus", "u\r", "s s", "usikker\r"])
def test_a_paste_marks_nothing(pasted: str) -> None:
    with run(signs()) as terminal:
        terminal.wait_for(f"> {EMPTY} Bruker symboler")
        terminal.settle(0.2)
        terminal.send(pasted)
        terminal.settle(0.5)
        assert "[sett]" not in terminal.screen
        assert "[usikker]" not in terminal.screen
        assert "FIKK" not in terminal.screen


def test_a_long_list_is_narrowed_by_typing_and_keeps_its_marks() -> None:
    with run(signs(LONG)) as terminal:
        terminal.wait_for(f"> {EMPTY} Tegn 1 ")
        terminal.press("s", "/")
        terminal.wait_for("Skriv en del av et ord.")
        terminal.send("slutt2")
        terminal.wait_for("Leter etter «slutt2»: 4 av 22 svar.")
        terminal.wait_for(f"> {EMPTY} Tegn 2 ")
        terminal.press("\x7f", "1", "9")
        terminal.wait_for(f"> {EMPTY} Tegn 19 ")
        terminal.press("enter", "enter")
        terminal.wait_for(TOO_CLOSE)
        terminal.settle(0.5)
        terminal.press("u", "esc")
        terminal.wait_until_gone("Leter etter")
        terminal.wait_for("> [usikker] Tegn 19 ")
        terminal.press("enter")
        terminal.wait_for("FIKK [('tegn-1', 'tegn-19?')]")


def test_forty_columns_hold_every_row_whole() -> None:
    with run(signs(LONG), columns=60, rows=20) as terminal:
        terminal.wait_for(f"> {EMPTY} Tegn 1 ")
        terminal.resize(40, 20)
        terminal.press("down", "u")
        terminal.wait_for("> [usikker] Tegn 2 har")
        terminal.wait_for("slutt2.")
        assert all(len(line) <= 40 for line in terminal.lines)
