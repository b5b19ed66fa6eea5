"""The interview is heard in order, once, and enough: with a real screen reader, where there is one.

What other readers say is tried by hand; see docs/tilgjengelighet.md.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rich_program import argv, signs
from samtale import ALL, MENU, EnkelSamtale, answer_to
from skjermleser import MISSING, YASR, Reader, letters
from terminal import Terminal
from veileder_cli.interview.asking import Prompt
from veileder_cli.interview.list_rows import keys_of, wrong_key
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.layout import to_text
from veileder_cli.render.result import first_screen, whole_result

pytestmark = pytest.mark.skipif(YASR is None, reason=MISSING)

PATIENCE = 100
COLUMNS = 80


@pytest.fixture
def reader() -> Iterator[Reader]:
    """A reader in a folder with a short name: yasr cuts what is longer than its buffer."""
    with tempfile.TemporaryDirectory(prefix="yasr") as folder:
        yield Reader(Path(folder))


class Opplest(EnkelSamtale):
    """The plain interview with a reader around it."""

    def __init__(self, reader: Reader, veileder: Veileder) -> None:
        """Start both."""
        self.program = reader.argv(EnkelSamtale.program)
        super().__init__(veileder, "--enkel", columns=COLUMNS, env={"LANG": "C.UTF-8"})

    @property
    def said(self) -> str:
        """What has come through yasr till now, which may end inside a letter."""
        return " ".join(self.output[self._said_before :].decode(errors="replace").split())


def choices_of(prompt: Prompt) -> list[str]:
    return [f"{number}. {choice.text}" for number, choice in enumerate(prompt.choices, start=1)]


def test_all_of_the_plain_interview_is_heard_in_order_and_the_result_once(
    veileder: Veileder, reader: Reader
) -> None:
    with Opplest(reader, veileder) as terminal:
        expected: list[str] = []
        while skjerm := terminal.skjerm:
            prompt = terminal.question(skjerm.nokkel)
            terminal.wait_to_hear(prompt.title)
            expected += [prompt.header, prompt.title, prompt.help, *choices_of(prompt), "Svar:"]
            terminal.say("99")
            terminal.wait_to_hear("Svar:")
            expected += ["99", *choices_of(prompt), "Svar:"]
            terminal.say_values(*answer_to(skjerm, {"rolle": "meg-selv"}))
            expected.append("Du svarte:")
        terminal.see_result()
        expected.append(to_text(first_screen(veileder, terminal.vurdering), COLUMNS))
        terminal.say(ALL)
        terminal.wait_to_hear(MENU)
        expected.append(to_text(whole_result(veileder, terminal.vurdering), COLUMNS))
        reader.wait_to_hear("Svar:")
    at = 0
    for text in map(letters, expected):
        assert text in reader.heard[at:]
        at = reader.heard.index(text, at) + len(text)
    assert all(reader.heard.count(letters(result)) == 1 for result in expected[-2:])


def test_of_a_list_with_arrows_the_row_come_to_is_heard_whole_and_the_row_left_is_not(
    reader: Reader,
) -> None:
    prompt = signs()
    first, second, third = [choice.text for choice in prompt.choices[:3]]
    hint = f"Hjelp: {prompt.choices[0].help}"
    with Terminal(reader.argv(argv(prompt)), COLUMNS, 30, {"LANG": "C.UTF-8"}) as terminal:
        terminal.wait_for(keys_of(prompt))
        reader.wait_to_hear(keys_of(prompt))
        for key, spoken in (
            ("down", f"> [ ] {second}"),
            ("down", f"> [ ] {third}"),
            ("up", f"> [ ] {second}"),
            ("s", f"> [sett] {second}"),
            ("u", f"> [usikker] {second}"),
            ("i", f"> [ ] {second}"),
            ("x", f"! {wrong_key(prompt)}"),
            ("up", f"> [ ] {first} {hint}"),
        ):
            expected = reader.heard + letters(spoken)
            terminal.press(key)
            for _ in range(PATIENCE):  # the words may have been heard before, so they tell nothing
                if len(reader.heard) >= len(expected):
                    break
                time.sleep(0.1)
            assert reader.heard == expected
