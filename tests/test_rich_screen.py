import re

import pytest

from rich_program import HEAD, JA_NEI, LONG, ONE_READY, many, one, run
from veileder_cli.interview.asking import Prompt


def test_every_question_has_a_screen_of_its_own_and_leaves_nothing_behind() -> None:
    with run(one(), many()) as terminal:
        terminal.wait_for(ONE_READY)
        assert terminal.lines[0] == HEAD
        terminal.press("down", "enter")
        terminal.wait_for("[ ] Bruker symboler")
        assert terminal.lines[0] == HEAD
        assert "Er det ett?" not in terminal.screen
        terminal.press("space", "enter")
        terminal.wait_for("FIKK")
        assert "Er det flere?" not in terminal.screen + terminal.scrolled_off


def test_what_is_shown_before_a_question_stands_on_its_screen_and_not_on_the_next() -> None:
    with run("Noe du bør vite.", one(), many()) as terminal:
        terminal.wait_for(ONE_READY)
        assert "Noe du bør vite." in terminal.screen
        terminal.press("down", "enter")
        terminal.wait_for("[ ] Bruker symboler")
        assert "Noe du bør vite." not in terminal.screen


def test_a_question_without_a_header_is_asked_below_what_is_shown() -> None:
    menu = Prompt("Hva nå?", "", "", JA_NEI, (), many=False, can_go_back=False)
    text = "\n".join(f"Linje {number} av resultatet." for number in range(30))
    with run(one(), text, menu) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down", "enter")
        terminal.wait_for("Hva nå?")
        terminal.wait_for(ONE_READY)
        terminal.wait_for("Linje 29 av resultatet. Hva nå?")
        assert "Linje 0 av resultatet." in terminal.scrolled_off
        terminal.press("down", "enter")
        terminal.wait_for("Linje 29 av resultatet. FIKK [('ja',), ('ja',)]")


def test_a_text_is_asked_below_what_is_shown() -> None:
    with run("Noe du bør vite.", "TEXT") as terminal:
        terminal.wait_for("Noe du bør vite. Hva skal filen hete?")
        terminal.press("a", "enter")
        terminal.wait_for("FIKK ['a']")
        assert "Noe du bør vite." in terminal.screen


@pytest.mark.parametrize("prompt", [one(), many(), "TEXT"], ids=["one", "many", "text"])
def test_nothing_built_in_is_english(prompt: Prompt | str) -> None:
    with run(prompt) as terminal:
        terminal.wait_for("Ctrl-C avslutter")
        terminal.press("enter")
        terminal.settle(0.2)
        english = r"\b(use|select|arrow|keys|done|move|toggle|the|warning)\b"
        assert not re.search(english, terminal.screen, re.IGNORECASE)


def test_marks_are_characters_that_every_code_page_has() -> None:
    with run(many(LONG)) as terminal:
        terminal.wait_for("> [ ] Tegn 1 ")
        terminal.press("space", "end")
        terminal.screen.encode("cp850")
        (terminal.screen.replace("ø", "o").replace("å", "a")).encode("ascii")


def test_no_colour_is_ever_sent() -> None:
    with run(many(), "TEXT") as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.press("enter", "space", "enter")
        terminal.wait_for("Hva skal filen hete?")
        terminal.press("enter", "a")
        codes = {
            code
            for found in re.findall(rb"\x1b\[([0-9;]*)m", terminal.output)
            for code in found.split(b";")
        }
        assert codes <= {b"", b"0", b"1", b"4", b"7"}


def test_22_long_choices_scroll_in_60_by_20_and_none_is_cut() -> None:
    with run(many(LONG), columns=60, rows=20) as terminal:
        for number in range(1, 23):
            terminal.wait_for(f"> [ ] Tegn {number} ")
            terminal.wait_for(LONG[number - 1].text)
            terminal.wait_for("Ctrl-C avslutter.")
            assert terminal.lines[0] == HEAD
            terminal.press("down")
        terminal.wait_for("> Tilbake")
        assert "til over" in terminal.screen
        assert "til under" not in terminal.screen
        assert not terminal.scrolled_off


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_resize_in_the_middle_redraws_all_of_it(columns: int) -> None:
    with run(many(LONG), columns=80) as terminal:
        terminal.wait_for("> [ ] Tegn 1 ")
        terminal.press("down", "down", "space")
        homed = terminal.output.count(b"\x1b[0;0H\x1b[J")
        terminal.resize(columns, 20)
        terminal.wait_for(HEAD)
        terminal.wait_for("> [x] Tegn 3 ")
        terminal.wait_for(LONG[2].text)
        assert terminal.flowing.count(HEAD) == 1
        assert terminal.flowing.count("Tegn 3 ") == 1
        assert terminal.output.count(b"\x1b[0;0H\x1b[J") == homed + 1
        terminal.press("enter")
        terminal.wait_for("FIKK [('tegn-3',)]")


def test_a_window_made_far_too_small_still_shows_the_row_and_recovers() -> None:
    with run(many(LONG)) as terminal:
        terminal.wait_for("> [ ] Tegn 1 ")
        terminal.resize(40, 5)
        terminal.wait_for("> [ ] Tegn 1 ")
        terminal.resize(80, 24)
        terminal.wait_for(HEAD)


def test_a_terminal_that_answers_no_cursor_report_gets_no_warning() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.settle(2.5)
        assert "CPR" not in terminal.screen
        assert b"\x1b[6n" not in terminal.output
