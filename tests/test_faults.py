"""A fault in the program while a question stands on the screen: told without what was answered."""

import sys

import pytest

from samtale import Samtale
from veileder_cli.model.veileder import Veileder

TOLD = "svarene er"
SEEDED = """
import os, sys
from veileder_cli.interview import list_prompt, list_state, key_menu
def explode(*_, **__):
    raise ValueError("svarene er meg-selv")
def draw(self, notes, sheet=list_state.ListState.sheet):
    return explode() if self.message else sheet(self, notes)
match os.environ["FEIL"]:
    case "key":
        list_state.ListState.open_help = explode
    case "draw":
        list_state.ListState.sheet = draw
    case "menu":
        key_menu._choose = explode
from veileder_cli.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


class Seeded(Samtale):
    program = (sys.executable, "-c", SEEDED)


@pytest.mark.parametrize(("where", "key"), [("key", "?"), ("draw", "å"), ("menu", "5")])
def test_a_fault_ends_the_interview_and_nothing_of_the_answers_is_printed(
    veileder: Veileder, where: str, key: str
) -> None:
    with Seeded(veileder, env={"FEIL": where}) as terminal:
        terminal.wait_for_question()
        if where == "menu":
            terminal.answer("ja")
            terminal.wait_for_result()
        terminal.press(key)
        assert terminal.is_restored()
        assert terminal.exit_code() == 3
        said = terminal.output.decode()
    assert "Noe gikk galt i programmet" in said
    assert [w for w in (TOLD, "Traceback", "Press ENTER", "Exception") if w in said] == []
