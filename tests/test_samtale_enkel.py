"""The interview that only appends: for screen readers, small windows and any terminal."""

import json
import re
import sys
from pathlib import Path

import pytest

from samtale import (
    ALL,
    CHANGE,
    FILE_NAME,
    MARKED,
    MENU,
    QUIT,
    REVIEW,
    SAVE,
    WHY,
    EnkelSamtale,
    Svar,
    dont_know,
)
from terminal import Terminal
from veileder_cli.cli.sjekk import today
from veileder_cli.facts import TA_MED
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.layout import to_text
from veileder_cli.render.printable import guidance_file
from veileder_cli.render.reasons import reasons
from veileder_cli.render.result import first_screen, whole_result
from veileder_cli.what_if import find_alternatives

NURSE: Svar = {
    "rolle": "helse-velferd",
    "alder": "under-18",
    "tegn.uttalelser": ("legitimerer-vold", "hatretorikk"),
    f"risikofaktorer:{TA_MED}": (TA_MED,),
    "risikofaktorer.familie": ("familie-vold-eller-omsorgssvikt",),
}
NOT_ANSWERS = ("", "0", "99", "q", ",", "\x1b[A")


def words(text: str) -> str:
    return " ".join(text.split())


def letters(text: str) -> str:
    """Give the text without spaces: an address may be longer than the line."""
    return "".join(text.split())


def everything_said(terminal: EnkelSamtale) -> str:
    return words(terminal.output.decode())


def lines_of(terminal: EnkelSamtale) -> list[str]:
    return terminal.output.decode().replace("\r\n", "\n").split("\n")


def test_a_narrow_window_gets_it_by_itself_and_nothing_is_cut(veileder: Veileder) -> None:
    with EnkelSamtale(veileder, columns=40, rows=20) as terminal:
        prompts = []
        while terminal.skjerm:
            prompts.append(terminal.question(terminal.asked))
            terminal.answer_next(NURSE)
        terminal.see_result()
        vurdering = terminal.vurdering
        said = everything_said(terminal)
        for prompt in prompts:
            assert words(prompt.title) in said
            assert words(prompt.help) in said
            assert all(words(choice.text) in said for choice in prompt.choices)
        assert "barnevern" in [k.kontakt.id for k in vurdering.kontakter]
        assert letters(to_text(first_screen(veileder, vurdering), 40)) in letters(said)
        terminal.say(ALL)
        terminal.wait_to_hear(MENU)
        assert letters(to_text(whole_result(veileder, vurdering), 40)) in letters(terminal.said)
        terminal.say(WHY)
        terminal.wait_to_hear(MENU)
        andre = find_alternatives(veileder, terminal.svar)
        assert letters(to_text(reasons(veileder, vurdering, andre), 40)) in letters(terminal.said)
        terminal.say(QUIT)
        assert terminal.exit_code() == 0
        # an address stands alone and whole, for the terminal to fold
        longer = [line.strip() for line in lines_of(terminal) if len(line) > 40]
        assert longer
        assert all(" " not in line and "://" in line for line in longer)
        assert "\x1b" not in terminal.output.decode()


def test_dont_know_answers_everything_and_lines_that_are_no_answer_do_not(
    veileder: Veileder,
) -> None:
    with EnkelSamtale(veileder, "--enkel") as terminal:
        while skjerm := terminal.skjerm:
            terminal.wait_to_hear(terminal.place(skjerm.nokkel))
            for line in NOT_ANSWERS:
                terminal.say(line)
                terminal.wait_to_hear("Skriv hjelp eller ?")
                assert "Du svarte" not in terminal.said
            terminal.say_values(dont_know(skjerm))
        terminal.see_result()
        assert words(terminal.vurdering.tittel.tekst) in everything_said(terminal)


def test_back_and_change_show_the_answer_that_was_given(veileder: Veileder) -> None:
    with EnkelSamtale(veileder, "--enkel") as terminal:
        terminal.answer("nei")
        terminal.answer("meg-selv")
        terminal.wait_to_hear(terminal.place("alder"))
        terminal.say("t")
        terminal.wait_to_hear(terminal.place("rolle"))
        assert f"{veileder.rolle['meg-selv'].navn} {MARKED}" in terminal.said
        assert terminal.said.count(MARKED) == 1
        terminal.answer("utsatt", nokkel="rolle")
        terminal.answer("over-18")
        terminal.answer("ja")
        terminal.see_result()
        assert terminal.vurdering.rute == "utsatt"
        terminal.say(CHANGE)
        terminal.wait_to_hear(REVIEW)
        terminal.choose(veileder.sporsmal_med_id["fare_na"].navn)
        terminal.answer("ja", nokkel="fare_na")
        terminal.wait_to_hear(MENU)
        assert terminal.vurdering.rute == "akutt"
        assert words(terminal.vurdering.tittel.tekst) in terminal.said


def test_the_guidance_is_saved_without_the_answers(veileder: Veileder, tmp_path: Path) -> None:
    with EnkelSamtale(veileder, "--enkel", folder=tmp_path) as terminal:
        terminal.answer_all({"rolle": "meg-selv"})
        terminal.see_result()
        terminal.say(SAVE)
        terminal.wait_to_hear(FILE_NAME)
        for name in ("", ".", "finnes/ikke.txt", "~finnes-ikke-her/raad.txt"):
            terminal.say(name)
            terminal.wait_to_hear("Navn:")
        terminal.say("Råd og vink.txt")
        terminal.wait_to_hear("Svar:")
        terminal.say(QUIT)
        assert terminal.exit_code() == 0
    saved = tmp_path / "Råd og vink.txt"
    assert [*tmp_path.iterdir()] == [saved]
    raad = guidance_file(veileder, terminal.vurdering, saved.name, today())
    assert saved.read_text("utf-8") == raad


@pytest.mark.parametrize(
    ("option", "env"),
    [("--enkel", {}), ("", {"ACCESSIBLE": "1"}), ("", {"TERM": "dumb"}), ("", {"TERM": "unknown"})],
    ids=["--enkel", "ACCESSIBLE", "TERM=dumb", "TERM=unknown"],
)
def test_no_escape_sequence_is_sent_to_who_asks_for_none(
    veileder: Veileder, option: str, env: dict[str, str]
) -> None:
    with EnkelSamtale(veileder, *filter(None, [option]), env=env) as terminal:
        terminal.answer("ja")
        terminal.wait_to_hear(MENU)
        for choice in (WHY, ALL):
            terminal.say(choice)
            terminal.wait_to_hear(MENU)
        terminal.say(QUIT)
        assert terminal.is_restored()
        assert terminal.exit_code() == 0
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", terminal.output)


def test_the_interview_can_end_in_json(veileder: Veileder) -> None:
    with EnkelSamtale(veileder, "--json", env={"TERM": "dumb"}) as terminal:
        terminal.answer("ja")
        assert terminal.exit_code() == 0
        text = terminal.output.decode()
        assert json.loads(text[text.index("{") :])["rute"] == "akutt"


@pytest.mark.parametrize("what", ["tegn", "sjekk --svar {svar} --hvorfor"])
@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}], ids=str)
def test_other_commands_send_no_escape_sequence_to_who_asks_for_none(
    tmp_path: Path, what: str, env: dict[str, str]
) -> None:
    svar = tmp_path / "svar.yaml"
    svar.write_text("fare_na: ja")
    argv = [sys.executable, "-m", "veileder_cli", *what.format(svar=svar).split()]
    with Terminal(argv, env=env) as terminal:
        assert terminal.exit_code() == 0
        assert terminal.output
        assert b"\x1b" not in terminal.output


def test_letters_that_the_terminal_does_not_have_end_nothing(veileder: Veileder) -> None:
    with EnkelSamtale(veileder, "--enkel", env={"PYTHONIOENCODING": "ascii"}) as terminal:
        terminal.wait_to_hear("Svar:")
        terminal.say("å")
        terminal.wait_to_hear("Svar:")
        terminal.say("Ja")
        terminal.wait_to_hear("Svar:")
        terminal.say(QUIT)
        assert terminal.exit_code() == 0
