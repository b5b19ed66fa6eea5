"""A look-up that is longer than the screen is shown a screen at a time, at a terminal alone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

import pytest

from terminal import SRC, Terminal

PROGRAM = [sys.executable, "-m", "veileder_cli"]
MORE = "-- mer:"


def lookup(*argv: str, rows: int = 24, columns: int = 80, **env: str) -> Terminal:
    """Look something up in a terminal."""
    return Terminal([*PROGRAM, *argv], columns, rows, env)


def piped(*argv: str, env: Mapping[str, str] | None = None) -> str:
    """Look it up where nobody turns pages."""
    all_env = {**os.environ, "PYTHONPATH": str(SRC), "COLUMNS": "80", **(env or {})}
    return subprocess.run(
        [*PROGRAM, *argv], env=all_env, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def everything(terminal: Terminal) -> list[str]:
    """Give all lines, those that have left the screen first, without what is blank at the end."""
    return f"{terminal.scrolled_off}\n{terminal.screen}".strip("\n").split("\n")


def test_pages_are_turned_to_the_end_and_nothing_else_is_left() -> None:
    whole = piped("trinn").splitlines()
    with lookup("trinn") as terminal:
        for _ in range(len(whole) // 23):
            terminal.wait_for(MORE)
            terminal.press("enter")
            terminal.settle(0.1)
        assert terminal.exit_code() == 0
        assert everything(terminal) == whole
        assert b"\x1b[2J" not in terminal.output
        assert b"\x1b[?1049h" not in terminal.output, "no other screen"


def test_the_first_screen_is_full_and_cut_at_a_line() -> None:
    with lookup("trinn") as terminal:
        terminal.wait_for(MORE)
        assert terminal.lines[:23] == piped("trinn").splitlines()[:23]
        assert terminal.cursor_line.startswith(MORE)


@pytest.mark.parametrize(("key", "lines"), [("q", 23), ("esc", 23), ("ctrl-d", 23), ("a", 0)])
def test_one_may_stop_or_see_the_rest_at_once(key: str, lines: int) -> None:
    whole = piped("trinn").splitlines()
    with lookup("trinn") as terminal:
        terminal.wait_for(MORE)
        terminal.press("x", key)
        assert terminal.exit_code() == 0
        assert everything(terminal) == whole[: lines or None]


def test_an_interrupt_leaves_the_terminal_as_it_was() -> None:
    shell = ["sh", "-c", 'trap : INT; "$0" "$@"; echo "kode $?"; stty -a', *PROGRAM, "trinn"]
    with Terminal(shell) as terminal:
        terminal.wait_for(MORE)
        terminal.press("ctrl-c")
        terminal.wait_for("kode 130")
        terminal.settle(0.3)
        assert " icanon" in terminal.flowing
        assert " echo " in terminal.flowing


@pytest.mark.skipif(not shutil.which("bash"), reason="needs a shell with jobs")
def test_one_may_stop_the_program_and_come_back() -> None:
    with Terminal(["bash", "--norc", "--noprofile"], env={"PS1": "klar$ "}) as terminal:
        terminal.wait_for("klar$")
        terminal.send(f"clear; {PROGRAM[0]} -m veileder_cli trinn\r")
        terminal.wait_for(MORE)
        terminal.send("\x1a")
        terminal.wait_for("klar$")
        terminal.send("fg\r")
        terminal.wait_for(MORE)
        terminal.press("q")
        terminal.send("echo fer''dig\r")
        terminal.wait_for("ferdig")


@pytest.mark.parametrize(
    "env", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}, {"VEILEDER_BLA": "nei"}], ids=str
)
def test_nobody_who_does_not_want_it_is_asked(env: Mapping[str, str]) -> None:
    with lookup("trinn", **env) as terminal:
        assert terminal.exit_code() == 0
        assert MORE.encode() not in terminal.output


@pytest.mark.parametrize(
    ("argv", "size"),
    [
        (["definisjon", "exit"], {}),
        (["trinn"], {"rows": 400}),
        (["trinn", "--json"], {}),
        (["trinn"], {"columns": 30}),
    ],
    ids=["short", "high", "json", "narrow"],
)
def test_what_needs_no_pages_has_none(argv: list[str], size: Mapping[str, int]) -> None:
    with lookup(*argv, **size) as terminal:  # type: ignore[arg-type] - columns or rows
        assert terminal.exit_code() == 0
        assert MORE.encode() not in terminal.output


def test_a_pipe_in_or_out_is_never_asked() -> None:
    with Terminal(["sh", "-c", '"$0" "$@" < /dev/null', *PROGRAM, "trinn"]) as terminal:
        assert terminal.exit_code() == 0
        assert MORE.encode() not in terminal.output
    assert MORE not in piped("trinn", env={"PAGER": "finnes-ikke"})


def test_a_line_wider_than_the_terminal_counts_as_the_rows_it_takes() -> None:
    with lookup("lenker", columns=36) as terminal:
        terminal.wait_for(MORE)
        assert terminal.scrolled_off == ""
