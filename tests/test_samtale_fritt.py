"""A whole interview by someone who goes back and forth, doubts, asks for help and is disturbed."""

import shlex
import sys

import pytest

from samtale import ALL, HAS_MORE, MARKED, MENU, REVIEW, EnkelSamtale, Samtale, Svar, pace
from terminal import KEYS
from veileder_cli.facts import TA_MED
from veileder_cli.interview.about import about
from veileder_cli.interview.asking import unsure_of
from veileder_cli.model.veileder import Veileder

RIGHT = "\x1b[C"
FACTORS = "6"
FAMILY = "familie-vold-eller-omsorgssvikt"
DOUBTING: Svar = {
    "rolle": "ungdomsskole",
    "alder": "under-18",
    "tegn.uttalelser": ("hatretorikk",),
    "tegn_usikker.uttalelser": ("intoleranse",),
    "foresatte_trygge": "vet-ikke",
}


def test_nothing_is_lost_by_going_back_and_forth_by_help_and_by_a_change_of_size(
    veileder: Veileder,
) -> None:
    with Samtale(veileder) as terminal:
        pace(terminal.answering_all(DOUBTING, until="tegn.aktiviteter"))
        terminal.wait_for_question()
        terminal.press("esc")
        terminal.wait_for_question("tegn.uttalelser")
        assert (terminal.screen.count("[sett]"), terminal.screen.count("[usikker]")) == (1, 1)
        terminal.press("?")
        asked = terminal.screens["tegn.uttalelser"]
        terminal.wait_for(about(veileder, asked)[0].heading)
        terminal.resize(62, 20)
        terminal.press("esc", "esc")
        terminal.wait_for_title("tegn.interesser")
        terminal.resize(80, 24)
        terminal.press(RIGHT)
        terminal.wait_for_question("tegn.uttalelser")
        terminal.press(RIGHT)
        terminal.answer_all(DOUBTING)
        terminal.wait_for(REVIEW)
        assert veileder.sporsmal_med_id["tegn_usikker"].navn in terminal.flowing
        # one answer by its number: back from it leads to the review
        rows = [*terminal.screens]
        terminal.send(str(rows.index("grad") + 2))
        terminal.wait_for(f"> {rows.index('grad') + 2}. ")
        terminal.press("enter")
        terminal.wait_for_title("grad")
        terminal.press("esc")
        terminal.wait_for(REVIEW)
        terminal.see_result()
        # what was skipped is taken from the result
        terminal.press(FACTORS)
        terminal.answer(TA_MED, nokkel=f"risikofaktorer:{TA_MED}")
        terminal.answer_all({"risikofaktorer.familie": (FAMILY,)})
        terminal.wait_for_title(f"beskyttelsesfaktorer:{TA_MED}")
        terminal.press("esc")
        terminal.wait_for_result()
        assert "barnevern" in [k.kontakt.id for k in terminal.vurdering.kontakter]
        terminal.press(ALL)
        terminal.wait_for(HAS_MORE)
        terminal.press("ctrl-c")
        assert terminal.is_restored()


@pytest.mark.parametrize("kind", [Samtale, EnkelSamtale])
def test_a_stop_in_a_shell_and_a_new_size_lose_no_answer(
    veileder: Veileder, kind: type[Samtale], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = shlex.join([sys.executable, "-m", "veileder_cli"])
    shell = f"{program} sjekk {'--enkel' * (kind is EnkelSamtale)}\r"
    monkeypatch.setattr(kind, "program", ["bash", "--norc", "-i"])
    monkeypatch.setattr(kind, "command", [])
    with kind(veileder, env={"PS1": "skallet$ "}) as terminal:
        terminal.wait_for("skallet$")
        terminal.send(shell)
        terminal.answer("nei")
        terminal.answer("nav")
        terminal.wait_for_question("alder")
        terminal.press("\x1a")
        terminal.wait_for("skallet$")
        terminal.resize(70, 30)
        terminal.send("fg\r")
        terminal.wait_for_title("alder")
        terminal.press(*("t\r" if kind is EnkelSamtale else ["esc"]))
        terminal.wait_for(f"{veileder.rolle['nav'].navn} {MARKED}")
        terminal.press("ctrl-c")
        terminal.wait_for("Svarene dine er borte.")
        terminal.press(*"echo $?\r")
        terminal.wait_for("130 skallet$")


def test_the_simple_form_can_do_the_same(veileder: Veileder) -> None:
    with EnkelSamtale(veileder, "--enkel") as terminal:
        pace(terminal.answering_all(DOUBTING, until="tegn.uttalelser"))
        terminal.wait_to_hear(terminal.place("tegn.uttalelser"))
        terminal.say("?")
        asked = terminal.screens["tegn.uttalelser"]
        for part in about(veileder, asked):
            terminal.wait_to_hear(part.heading)
        terminal.say_values("hatretorikk", unsure_of("intoleranse"))
        terminal.wait_to_hear(" usikker: ")
        terminal.say("t")
        terminal.wait_to_hear("(det svarte du sist: usikker)")
        terminal.say("f")
        terminal.answer_all(DOUBTING)
        terminal.see_result()
        terminal.say(FACTORS)
        terminal.answer(TA_MED, nokkel=f"risikofaktorer:{TA_MED}")
        terminal.answer_all({"risikofaktorer.familie": (FAMILY,)})
        terminal.wait_to_hear(terminal.place(f"beskyttelsesfaktorer:{TA_MED}"))
        terminal.say("t")
        terminal.wait_to_hear(MENU)
        assert "barnevern" in [k.kontakt.id for k in terminal.vurdering.kontakter]
        terminal.say(ALL)
        terminal.wait_to_hear(MENU)
        assert all(u.tekst in terminal.said for u in terminal.vurdering.samtalestart)
        terminal.send(KEYS["ctrl-d"])
        assert terminal.is_restored()
        assert b"\x1b" not in terminal.output
