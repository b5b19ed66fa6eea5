import io
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TextIO

import pytest

from terminal import SRC
from veileder_cli.interview.choose import choose_asker
from veileder_cli.interview.plain import PlainAsker
from veileder_cli.interview.rich_prompts import RichAsker

XTERM = {"TERM": "xterm"}


@contextmanager
def terminal_streams(columns: int, rows: int = 24) -> Iterator[tuple[TextIO, TextIO]]:
    import fcntl  # noqa: PLC0415 - not on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    with ExitStack() as stack:
        leader, follower = pty.openpty()
        stack.callback(os.close, leader)
        stack.callback(os.close, follower)
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        stdin = stack.enter_context(os.fdopen(os.dup(follower), encoding="utf-8"))
        stdout = stack.enter_context(os.fdopen(os.dup(follower), "w", encoding="utf-8"))
        yield stdin, stdout


def test_a_full_terminal_gets_the_rich_back_end() -> None:
    with terminal_streams(80) as (stdin, stdout):
        assert isinstance(choose_asker(stdin, stdout, XTERM, plain=False), RichAsker)


def test_sixty_columns_are_enough_for_the_rich_back_end() -> None:
    with terminal_streams(60) as (stdin, stdout):
        assert isinstance(choose_asker(stdin, stdout, XTERM, plain=False), RichAsker)


def test_a_terminal_that_does_not_tell_its_size_is_taken_as_an_ordinary_one() -> None:
    with terminal_streams(0, 0) as (stdin, stdout):
        assert isinstance(choose_asker(stdin, stdout, XTERM, plain=False), RichAsker)


@pytest.mark.parametrize(("columns", "rows"), [(59, 24), (40, 24), (80, 11)])
def test_a_small_window_gets_the_plain_back_end(columns: int, rows: int) -> None:
    with terminal_streams(columns, rows) as (stdin, stdout):
        assert isinstance(choose_asker(stdin, stdout, XTERM, plain=False), PlainAsker)


@pytest.mark.parametrize(
    "environ",
    [{**XTERM, "ACCESSIBLE": "1"}, {"TERM": "dumb"}, {"TERM": "unknown"}],
)
def test_an_environment_that_asks_for_it_gets_the_plain_back_end(environ: dict[str, str]) -> None:
    with terminal_streams(80) as (stdin, stdout):
        assert isinstance(choose_asker(stdin, stdout, environ, plain=False), PlainAsker)


def test_an_empty_accessible_variable_asks_for_nothing() -> None:
    with terminal_streams(80) as (stdin, stdout):
        asker = choose_asker(stdin, stdout, {**XTERM, "ACCESSIBLE": ""}, plain=False)
        assert isinstance(asker, RichAsker)


def test_plain_on_request_is_plain() -> None:
    with terminal_streams(80) as (stdin, stdout):
        assert isinstance(choose_asker(stdin, stdout, XTERM, plain=True), PlainAsker)


def test_streams_that_are_no_terminal_get_the_plain_back_end() -> None:
    asker = choose_asker(io.StringIO(), io.StringIO(), XTERM, plain=False)
    assert isinstance(asker, PlainAsker)


def test_the_plain_back_end_does_not_import_the_rich_one() -> None:
    code = (
        "import io, sys; from veileder_cli.interview.choose import choose_asker;"
        "choose_asker(io.StringIO(), io.StringIO(), {}, plain=True);"
        "assert not {'questionary', 'prompt_toolkit', 'rich'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(SRC)})
