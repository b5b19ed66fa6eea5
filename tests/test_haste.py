import re
from io import StringIO
from pathlib import Path

import pytest

from samtale import EnkelSamtale, Samtale, pace
from terminal import KEYS, Terminal
from test_samtale_avbrudd import ADULT, FILE_NAME, MENU, REVIEW, SAVE
from veileder_cli.interview.haste import QUICK_WORD, wipe_terminal
from veileder_cli.model.veileder import Veileder

ALONE = {"rolle": "meg-selv"}


def nothing_is_left(terminal: Terminal) -> bool:
    return not terminal.screen.strip() and not terminal.scrolled_off.strip()


@pytest.mark.parametrize("place", ["fare_na", "alder", REVIEW, MENU, FILE_NAME])
def test_ctrl_x_leaves_nothing_on_the_screen(
    veileder: Veileder, tmp_path: Path, place: str
) -> None:
    with Samtale(veileder, folder=tmp_path) as terminal:
        go_to(terminal, place)
        terminal.wait_for("Ctrl-X")
        terminal.press("ctrl-x")
        assert terminal.is_restored()
        assert terminal.exit_code() == 0
        assert nothing_is_left(terminal)
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("place", "word"),
    [("alder", "X"), (REVIEW, QUICK_WORD), (MENU, KEYS["ctrl-x"]), (FILE_NAME, QUICK_WORD)],
)
def test_a_word_leaves_the_plain_interview_in_the_same_way(
    veileder: Veileder, tmp_path: Path, place: str, word: str
) -> None:
    with EnkelSamtale(veileder, "--enkel", folder=tmp_path) as terminal:
        go_to(terminal, place)
        assert re.search(rf"\b{QUICK_WORD} (for å gå raskt ut|\(raskt ut\))\.", terminal.flowing)
        terminal.say(word)
        assert terminal.exit_code() == 0
        assert nothing_is_left(terminal)
    assert not any(tmp_path.iterdir())


def test_a_terminal_without_escapes_has_the_text_pushed_away(
    veileder: Veileder, tmp_path: Path
) -> None:
    with EnkelSamtale(veileder, folder=tmp_path, env={"TERM": "dumb"}) as terminal:
        go_to(terminal, "fare_na")
        terminal.say(QUICK_WORD)
        assert terminal.exit_code() == 0
        assert not terminal.screen.strip()
        assert b"\x1b" not in terminal.output


def test_what_is_not_a_terminal_gets_no_escapes() -> None:
    wipe_terminal(stdout := StringIO(), {"TERM": "xterm"})
    assert not stdout.getvalue().strip("\n")


def go_to(terminal: Samtale, place: str) -> None:
    if place in {"fare_na", "alder"}:
        pace(terminal.answering_all(ADULT, until=place))
        terminal.wait_for_question(place)
        return
    terminal.answer_all(ALONE)
    terminal.wait_for(REVIEW)
    if place in {MENU, FILE_NAME}:
        terminal.see_result()
        terminal.wait_for(MENU)
    if place == FILE_NAME:
        if isinstance(terminal, EnkelSamtale):
            terminal.say(SAVE)
        else:
            terminal.press("4")
        terminal.wait_for(FILE_NAME)
