"""Text on old consoles: every code page and width, into a pipe and on a terminal."""

import codecs
import os
import subprocess
import sys
from functools import cache

import pytest

from terminal import SRC, Terminal
from veileder_cli.cli.output import INSTEAD, write_instead

ENCODINGS = ("cp850", "cp865", "cp1252", "ascii", "utf-8")
WIDTHS = (40, 80, 200)
COMMANDS = (
    "definisjon radikalisering",
    "kontakt",
    "trinn",
    "regelverk",
    "les 6",
    "om",
    "sjekk --help",
)
BOXES = set("─│┌┐└┘├┤┬┴┼━┃╭╮╰╯═║╔╗╚╝█▌▐░▒▓■●•")
PROGRAM = """
import os, sys
from veileder_cli.cli.app import run
for bredde in {widths}:
    os.environ["COLUMNS"] = str(bredde)
    for kommando in {commands}:
        assert run(kommando.split()) == 0
        sys.stdout.write("=====\\n")
"""

codecs.register_error(INSTEAD, write_instead)


@cache
def written(encoding: str, **env: str) -> bytes:
    """What all the commands write to a pipe, in all widths."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(widths=WIDTHS, commands=COMMANDS)],
        env={**os.environ, "PYTHONPATH": str(SRC), "PYTHONIOENCODING": encoding, **env},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout.replace(b"\r\n", b"\n")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_code_page_changes_only_the_letters_that_it_has_not(encoding: str) -> None:
    text = written("utf-8").decode("utf-8")
    assert written(encoding) == text.encode(encoding, INSTEAD)


@pytest.mark.parametrize("encoding", ["cp850", "cp865", "cp1252"])
def test_norwegian_letters_stand_in_every_norwegian_code_page(encoding: str) -> None:
    assert set("æøåÆØÅ") <= set(written(encoding).decode(encoding))


def test_every_letter_that_the_program_writes_has_a_replacement() -> None:
    text = written("utf-8").decode("utf-8")
    assert text.encode("ascii", INSTEAD).count(b"?") == text.count("?")


@pytest.mark.parametrize(
    "env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}, {"LC_ALL": "C"}]
)
def test_the_environment_changes_nothing_in_a_pipe(env: dict[str, str]) -> None:
    assert written("utf-8", **env) == written("utf-8")


def test_nothing_is_drawn_with_boxes_and_nothing_is_coloured_in_a_pipe() -> None:
    text = written("utf-8").decode("utf-8")
    assert set(text) & BOXES == set()
    assert "\x1b" not in text


@pytest.mark.parametrize("nr", range(len(WIDTHS)))
def test_lines_keep_to_the_width_but_for_what_cannot_be_broken(nr: int) -> None:
    sections = written("utf-8").decode("utf-8").split("=====\n")
    own = sections[nr * len(COMMANDS) : (nr + 1) * len(COMMANDS)]
    for line in "".join(own).splitlines():
        assert len(line) <= WIDTHS[nr] or len(line.split()) <= 3, line


@pytest.mark.parametrize("columns", [40, 200])
@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "ascii"])
@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_of_any_kind_is_written_to(
    encoding: str, columns: int, env: dict[str, str]
) -> None:
    argv = [sys.executable, "-m", "veileder_cli", "definisjon", "radikalisering"]
    with Terminal(argv, columns, 60, {"PYTHONIOENCODING": encoding, **env}) as terminal:
        assert terminal.exit_code() == 0
        said = terminal.output.replace(b"\r\n", b"\n")
    assert "En utvikling der en person".encode(encoding) in said
    assert b"Traceback" not in said
    assert b"\x1b[3" not in said
    if env.get("TERM") == "dumb":
        assert b"\x1b" not in said
