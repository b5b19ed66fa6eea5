"""Links go to terminals that take them, and to nothing else."""

import re
import sys

import pytest

from samtale import MENU, Samtale
from terminal import Terminal
from veileder_cli.cli.hyperlinks import takes_hyperlinks
from veileder_cli.model.veileder import Veileder

XTERM = {"TERM": "xterm-256color"}
PROGRAM = (sys.executable, "-m", "veileder_cli", "kontakt", "112")
LINK = re.compile(rb"\x1b]8;[^;]*;tel:112\x1b\\112\x1b]8;;\x1b\\")


@pytest.mark.parametrize(
    "environ",
    [
        XTERM,
        {**XTERM, "VTE_VERSION": "7600"},
        {**XTERM, "VTE_VERSION": "5004"},
        {"TERM": "xterm-kitty"},
        {"TERM": "screen-256color", "TMUX": "/tmp/tmux"},  # noqa: S108 - a name, no file
        {"TERM": "tmux-256color", "TMUX": "x"},
    ],
)
def test_a_terminal_that_takes_links_or_passes_over_them_gets_them(environ: dict[str, str]) -> None:
    assert takes_hyperlinks(environ, "linux")


@pytest.mark.parametrize(
    "environ",
    [
        {},
        *({"TERM": t} for t in ("dumb", "unknown", "linux", "eterm-color", "screen", "vt100")),
        *({**XTERM, navn: "1"} for navn in ("NO_COLOR", "ACCESSIBLE", "INSIDE_EMACS")),
        *({**XTERM, "VTE_VERSION": v} for v in ("3405", "4205", "5003", "5201")),
    ],
)
def test_a_terminal_that_might_print_them_as_letters_gets_none(environ: dict[str, str]) -> None:
    assert not takes_hyperlinks(environ, "linux")


def test_on_windows_only_terminals_that_name_themselves_get_them() -> None:
    assert takes_hyperlinks({"WT_SESSION": "x"}, "win32")
    assert takes_hyperlinks({"TERM_PROGRAM": "vscode"}, "win32")
    assert not takes_hyperlinks({}, "win32")


def test_a_number_is_a_link_on_a_terminal_and_reads_as_before() -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("112")
        assert terminal.exit_code() == 0
        assert LINK.search(terminal.output)
        assert "tel:" not in terminal.screen


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_asks_for_none_gets_none(env: dict[str, str]) -> None:
    with Terminal(PROGRAM, env=env) as terminal:
        terminal.wait_for("112")
        assert terminal.exit_code() == 0
        assert b"\x1b]8" not in terminal.output


def test_the_first_screen_of_a_result_has_numbers_as_links(veileder: Veileder) -> None:
    with Samtale(veileder) as terminal:
        terminal.answer("ja", nokkel="fare_na")
        terminal.wait_for(MENU)
        assert LINK.search(terminal.output)
        assert "tel:" not in terminal.screen
