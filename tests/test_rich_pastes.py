import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from rich_program import ONE_READY, TOO_CLOSE, WRONG_KEY, many, one, run
from veileder_cli.interview.keys import KeyGuard

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPressEvent


@pytest.mark.parametrize("text", ["Nei\n", "\n", "hei på deg\nja\n"])
def test_a_paste_in_brackets_answers_nothing(text: str) -> None:
    with run(one(), many()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down")
        terminal.paste(text)
        terminal.wait_for(WRONG_KEY)
        terminal.settle()
        assert terminal.cursor_line == "> Ja"


@pytest.mark.parametrize("text", ["Nei\r", "\rNei", "hei på deg\rja\r", "  \r", "\r\r", "a b\n"])
def test_a_paste_without_brackets_answers_nothing(text: str) -> None:
    with run(one(), many()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down")
        terminal.send(text)
        terminal.settle(1)
        assert terminal.cursor_line == "> Ja"


@pytest.mark.parametrize("text", ["hei på deg\r", " hei\r", " \r", "a\rb c\r"])
def test_a_paste_without_brackets_ticks_nothing(text: str) -> None:
    with run(many(), one()) as terminal:
        terminal.wait_for("[ ] Bruker symboler")
        terminal.settle(0.2)
        terminal.send(text)
        terminal.settle(1)
        assert "[ ] Bruker symboler" in terminal.screen
        assert "[x]" not in terminal.screen


def test_a_paste_in_two_pieces_answers_nothing() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down")
        terminal.send("hei")
        time.sleep(0.2)
        terminal.send("\r")
        terminal.wait_for(TOO_CLOSE)
        assert terminal.cursor_line == "> Ja"


def test_enter_works_again_a_moment_after_a_wrong_key() -> None:
    with run(one()) as terminal:
        terminal.wait_for(ONE_READY)
        terminal.press("down", "x")
        terminal.settle(0.6)
        terminal.press("enter")
        terminal.wait_for("FIKK [('ja',)]")


def test_a_held_enter_answers_one_question_only() -> None:
    with run(one("Er det ett?", chosen=("ja",)), one("Er det to?", chosen=("ja",))) as terminal:
        terminal.wait_for("Er det ett?")
        terminal.press("enter")
        for _ in range(60):
            terminal.send("\r")
            terminal.settle(0.01)
        terminal.wait_for("Er det to?")
        assert "FIKK" not in terminal.screen


def test_keys_typed_before_the_question_is_there_answer_nothing() -> None:
    with run(
        one("Er det ett?", chosen=("ja",)), 0.5, one("Er det to?", chosen=("ja",))
    ) as terminal:
        terminal.wait_for("Er det ett?")
        terminal.press("enter")
        terminal.send("\r\x1b[B\r")
        terminal.wait_for("Er det to?")
        terminal.settle()
        assert "FIKK" not in terminal.screen


@pytest.mark.parametrize("bracketed", [True, False])
def test_a_newline_in_a_paste_does_not_end_the_text(bracketed: bool) -> None:  # noqa: FBT001
    with run("TEXT") as terminal:
        terminal.wait_for("Hva skal filen hete?")
        terminal.settle(0.2)
        if bracketed:
            terminal.paste("råd.txt\n")
        else:
            terminal.send("råd.txt\r")
        terminal.wait_for("> råd.txt")
        terminal.settle()
        assert "FIKK" not in terminal.screen
        terminal.press("enter")
        terminal.wait_for("FIKK ['råd.txt']")


def test_search_and_control_characters_have_no_place_in_the_text() -> None:
    with run("TEXT") as terminal:
        terminal.wait_for("Hva skal filen hete?")
        terminal.press("a", "\x12", "\x1a", "\x11", "\x0f", "b", "enter")
        terminal.wait_for("FIKK ['ab']")


@pytest.mark.parametrize(
    ("waits", "meant"),
    [
        ((0.2,), [True]),
        ((0.05,), [False]),
        ((0.05, 0.2), [False, True]),
        ((0.2, 0.05), [True, False]),
        ((0.2, 0.09, 0.09), [True, False, False]),
    ],
)
def test_a_key_counts_when_it_keeps_a_persons_distance(
    monkeypatch: pytest.MonkeyPatch, waits: tuple[float, ...], meant: list[bool]
) -> None:
    """The waits are from the question's appearance and then from key to key."""
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    guard = KeyGuard()
    guard.shown()
    alone = SimpleNamespace(key_processor=SimpleNamespace(input_queue=[]))
    found = []
    for wait in waits:
        now += wait
        found.append(guard.was_meant(cast("KeyPressEvent", alone)))
    assert found == meant
