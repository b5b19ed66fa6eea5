"""What takes more than half a second shows that it goes on, at a terminal that can redraw."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guider import FJORDVIK
from terminal import Terminal

PROGRAM = """
import sys
sys.path[:0] = {sti!r}
from veileder_cli.cli import fremdrift
from veileder_cli.cli.app import run
fremdrift._VENT = {vent}
code = run({argv!r})
print("ferdig", code)
"""


def program(vent: float, *argv: str) -> list[str]:
    return [sys.executable, "-c", PROGRAM.format(sti=sys.path, vent=vent, argv=list(argv))]


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["tegn"], "Leser og kontrollerer"),
        (["sjekk", "--ov", "--json"], "Leser og kontrollerer"),
        (["innhold", "valider"], "Kontrollerer "),
        (["innhold", "prov"], "Prøver "),
        (["innhold", "vis"], "Tegner "),
        (["innhold", "sammenlign", str(FJORDVIK)], "Leser begge"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_terminal_shows_that_it_goes_on_and_nothing_of_it_is_left(
    argv: list[str], told: str
) -> None:
    env = {"VEILEDER_BLA": "nei", "COLUMNS": "80"}
    slow = program(0.0, *argv, "--innhold", str(FJORDVIK))
    with Terminal(slow, 80, 200, env) as terminal:
        terminal.wait_for("ferdig 0")
        assert f"{told.strip()}".encode() in terminal.output
        assert "0:00:0" not in terminal.screen, "the bar is taken away"
        assert not re.search(rb"\x1b\[[0-9;]*[349][0-7]", terminal.output), "no colour"


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}], ids=str)
def test_a_bar_is_not_read_aloud(env: dict[str, str]) -> None:
    slow = program(0.0, "tegn", "--innhold", str(FJORDVIK))
    with Terminal(slow, 80, 200, env) as terminal:
        terminal.wait_for("ferdig 0")
        assert b"0:00:0" not in terminal.output


@pytest.mark.parametrize("option", ["", "--ov"])
def test_the_simple_form_draws_nothing_while_it_reads(option: str) -> None:
    slow = program(0.0, "sjekk", "--enkel", *option.split(), "--innhold", str(FJORDVIK))
    with Terminal(slow, 80, 24) as terminal:
        terminal.wait_for("Ctrl-C avslutter. Svar:", 60)
        terminal.send("\x03")
        terminal.wait_for("ferdig")
        assert b"\x1b" not in terminal.output


def test_what_is_quick_shows_nothing() -> None:
    with Terminal(program(600.0, "tegn", "--innhold", str(FJORDVIK)), 80, 200) as terminal:
        terminal.wait_for("ferdig 0")
        assert b"0:00:0" not in terminal.output


def test_a_fault_takes_the_bar_away_before_it_is_told(tmp_path: Path) -> None:
    shutil.copytree(FJORDVIK, tmp_path / "a" / "b")
    (tmp_path / "a" / "b" / "trinn.yaml").unlink()
    slow = program(0.0, "tegn", "--innhold", str(tmp_path / "a" / "b"))
    with Terminal(slow, 80, 50) as terminal:
        terminal.wait_for("ferdig 1")
        assert "trinn.yaml" in terminal.screen
        assert "0:00:0" not in terminal.screen


def test_nothing_is_shown_in_a_pipe() -> None:
    slow = program(0.0, "tegn", "--innhold", str(FJORDVIK))
    ended = subprocess.run(slow, capture_output=True, check=True, timeout=60)
    assert ended.stderr == b""
