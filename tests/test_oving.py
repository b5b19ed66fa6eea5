"""`veileder sjekk --ov`: a made-up case from beginning to end, marked on every screen."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from terminal import Terminal
from veileder_cli.cli.app import run
from veileder_cli.cli.options import NODLINJE
from veileder_cli.cli.oving import MERKE, Practice
from veileder_cli.errors import NotFoundError
from veileder_cli.interview.asking import Answer, Back, Choice, Prompt
from veileder_cli.interview.prompts import INGEN
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.model.veileder import Veileder
from veileder_cli.practice import exercises

UNSURE = (VET_IKKE, "nei", INGEN, "hopp-over", "vis")


@dataclass
class Trainee:
    """Asks nobody: answers "don't know", and presses these keys in the menus; hears everything."""

    keys: Iterator[str]
    heard: list[str] = field(default_factory=list)
    prompts: list[Prompt] = field(default_factory=list)
    can_wipe = True

    def ask(self, prompt: Prompt) -> Answer:
        self.heard.append(prompt.title)
        self.prompts.append(prompt)
        known = [c.value for c in prompt.choices]
        return (next((v for v in UNSURE if v in known), known[0]),)

    def ask_text(self, title: str, *, default: str = "") -> str | Back:
        raise AssertionError(title, default)

    def ask_key(
        self, title: str, choices: tuple[Choice, ...], *, enter_is_first: bool = False
    ) -> str:
        self.heard.append(title)
        assert not any("lagre" in c.text.casefold() for c in choices)
        return choices[0].value if enter_is_first else next(self.keys)

    def show(self, text: str) -> None:
        self.heard.append(text)

    def show_pages(self, text: str, *, top: str = "") -> None:
        self.heard += [top, f"{top}\n{text}"]

    def clear(self) -> None:
        pass

    def wipe(self) -> None:
        pass


def practise(veileder: Veileder, sok: str, *keys: str) -> Trainee:
    trainee = Trainee(iter(keys))
    Practice(veileder, trainee, NODLINJE, lambda: 80).run(sok)
    return trainee


def test_every_text_and_question_of_an_exercise_is_marked(veileder: Veileder) -> None:
    heard = practise(veileder, "", "resultat", "saken", "endre", "ny", "avslutt").heard
    assert len(heard) > 30
    assert [text for text in heard if not text.startswith(MERKE)] == []


def test_the_case_can_be_read_again_at_every_question_and_112_stands_over_it(
    veileder: Veileder,
) -> None:
    story = exercises(veileder)[2].fortelling
    trainee = practise(veileder, "3", "avslutt")
    assert story in trainee.heard[0]
    asked = [p for p in trainee.prompts if p.about]
    assert asked == trainee.prompts
    assert all(story in " ".join(p.about[0].lines) for p in asked)
    assert all(NODLINJE in p.header for p in asked)


def test_the_list_tells_how_a_story_begins_and_not_how_it_ends(veileder: Veileder) -> None:
    [choose, *_] = practise(veileder, "", "avslutt").prompts
    for choice, sak in zip(choose.choices, exercises(veileder), strict=True):
        assert sak.fortelling.startswith(choice.text)
        assert sak.navn not in choice.text


def test_a_case_is_found_by_words_of_its_story(veileder: Veileder) -> None:
    sak = exercises(veileder)[1]
    assert sak.fortelling in practise(veileder, sak.fortelling, "avslutt").heard[0]


def test_an_unknown_exercise_is_not_found(veileder: Veileder) -> None:
    with pytest.raises(NotFoundError):
        practise(veileder, "99")


def test_a_guide_without_stories_says_so(veileder: Veileder) -> None:
    bare = Veileder(om=veileder.om)
    assert "ingen saker" in " ".join(practise(bare, "").heard)


# --- the command ---


def test_the_exercises_can_be_listed_for_programs(
    veileder: Veileder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sjekk", "--ov", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["ovelser"]
    assert [(e["nummer"], e["fortelling"]) for e in listed] == [
        (str(nr), t.fortelling) for nr, t in enumerate(exercises(veileder), start=1)
    ]


@pytest.mark.parametrize(
    "options",
    [
        ("en", "elev"),
        ("--ov", "--svar", "svar.yaml"),
        ("--ov", "--ut", "raad.txt"),
        ("--ut", "raad.txt"),
    ],
)
def test_what_does_not_go_together_is_refused(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    assert run(["sjekk", *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "elev" not in said.err


@pytest.mark.parametrize("option", ["", "--enkel"])
def test_it_is_marked_in_a_real_terminal_with_either_back_end(option: str) -> None:
    program = (sys.executable, "-m", "veileder_cli", "sjekk", "--ov", "1", *option.split())
    with Terminal(program) as terminal:
        terminal.wait_for("Er du klar?", 60)
        assert f"{MERKE}: " in terminal.screen.partition("Er du klar?")[0]
        if option:
            terminal.type_line("1")
        else:
            terminal.wait_for("Trykk et tall")
            terminal.press("1")
        terminal.wait_for("Spørsmål 1 av", 60)
        terminal.wait_for("Ja")
        assert f"{MERKE}: " in terminal.screen.partition("Spørsmål 1 av")[2]
        terminal.send("\x03")
        assert terminal.exit_code() == 130


def test_every_page_of_what_the_guide_says_is_marked_and_112_is_met_at_once() -> None:
    program = (sys.executable, "-m", "veileder_cli", "sjekk", "--ov", "1")
    with Terminal(program) as terminal:
        terminal.wait_for("Trykk et tall", 60)
        terminal.press("1")
        terminal.wait_for("Piltastene flytter", 60)
        terminal.press("down", "enter")
        terminal.wait_for("Det står mer under.", 60)
        first = terminal.lines
        terminal.press("1")
        terminal.wait_until_gone(next(linje.strip() for linje in first[1:] if linje.strip()))
        terminal.wait_for("Trykk et tall")
        assert [first[0].strip(), terminal.lines[0].strip()] == [MERKE, MERKE]
