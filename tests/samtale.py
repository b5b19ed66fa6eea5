"""The real interview in a terminal, and a person in it who knows from the guide what comes."""

import re
import signal
import sys
import termios
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from terminal import KEYS, PACE, Terminal
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import TA_MED
from veileder_cli.interview.asked import Asked, asked_screens, next_asked, voided
from veileder_cli.interview.asking import Prompt, base_of, is_unsure
from veileder_cli.interview.prompts import INGEN, screen_prompt, to_value
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering

# A start takes a second alone; many at once on a busy machine take longer.
START: Final = 60.0
REVIEW: Final = "Se over svarene dine"
RESULT: Final = "Vis resultatet"
MENU: Final = "Hva vil du gjøre nå?"
ALL, WHY, CHANGE, SAVE, QUIT = "12345"
MORE, ENOUGH = "12"
HAS_MORE: Final = "Det står mer under."
FILE_NAME: Final = "Navn på fila"
WIPE: Final = "Skal skjermen tømmes?"
MARKED: Final = "(det svarte du sist)"

Svar = Mapping[str, str | tuple[str, ...]]
Moves = Iterator[None]
"""What a person does, with a pause wherever they would look at the screen."""


class Samtale(Terminal):
    """The program with the full back end; `svar` is what has been answered, by screen."""

    program: Sequence[str] = (sys.executable, "-m", "veileder_cli")
    command: Sequence[str] = ("sjekk",)

    def __init__(
        self,
        veileder: Veileder,
        *options: str,
        folder: Path | None = None,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Start it, in a folder that is also the person's own if one is given."""
        program = [*self.program, *self.command, *options]
        if folder:
            program = ["sh", "-c", 'cd "$0" && exec "$@"', str(folder), *program]
            env = {**(env or {}), "HOME": str(folder), "TMPDIR": str(folder)}
        super().__init__(program, columns, rows, env)
        self._settings = termios.tcgetattr(self._child.child_fd)
        self._seen: tuple[tuple[int, int, int], list[str]] = (-1, 0, 0), []
        self.svar: dict[str, tuple[str, ...]] = {}
        self.veileder = veileder
        self._led_to: tuple[dict[str, tuple[str, ...]], dict[str, Asked]] = {"": ()}, {}

    # --- what the guide says should come ---

    @property
    def screens(self) -> dict[str, Asked]:
        """The questions that these answers lead to, in order; made anew when the answers change."""
        if self._led_to[0] != self.svar:
            alle = {a.nokkel: a for a in asked_screens(self.veileder, self.svar)}
            self._led_to = dict(self.svar), alle
        return self._led_to[1]

    @property
    def skjerm(self) -> Asked | None:
        """The question that should be asked now; none when all are answered."""
        return next((a for a in self.screens.values() if not a.is_answered(self.svar)), None)

    @property
    def asked(self) -> str:
        """The key of the question that should be asked now."""
        assert self.skjerm
        return self.skjerm.nokkel

    @property
    def vurdering(self) -> Vurdering:
        """The result that these answers should give."""
        return evaluate(self.veileder, self.svar)

    def place(self, nokkel: str) -> str:
        """Say where in the interview a question stands, as its header does."""
        return f"Spørsmål {[*self.screens].index(nokkel) + 1} av {len(self.screens)}"

    def question(self, nokkel: str) -> Prompt:
        """Make the prompt that the question should be asked with."""
        return screen_prompt(self.screens[nokkel], self.svar, "", kan_tilbake=True)

    # --- what the person sees ---

    @property
    def lines(self) -> list[str]:
        """The lines of the screen; made anew only when the program has written something."""
        if self._seen[0] != (state := (len(self.output), self._screen.lines, self._screen.columns)):
            self._seen = state, super().lines
        return self._seen[1]

    def wait_for_question(self, nokkel: str = "") -> Prompt:
        """Wait until the question stands there, whole; the next unanswered one if none is named."""
        prompt = self.wait_for_title(nokkel or self.asked)
        self._read_until_quiet()
        return prompt

    def wait_for_title(self, nokkel: str) -> Prompt:
        """Wait until the top of the question stands there."""
        prompt = self.question(nokkel)
        self.wait_for(self.place(nokkel), START)
        self.wait_for(prompt.title)
        return prompt

    def wait_for_result(self) -> None:
        """Wait for the result's first screen, whole, with the menu under it."""
        vurdering = self.vurdering
        self.wait_for(vurdering.tittel.tekst)
        self.wait_for(MENU)
        self._read_until_quiet()

    def wait_to_be_at(self, row: str) -> None:
        """Wait until the row with this text, of which the first line counts, is pointed at."""

        def is_at() -> bool:
            line = re.sub(r"^> (\[[^]]*\] +|\d+\. )?", "", self.cursor_line)
            return self.cursor_line.startswith("> ") and bool(line) and row.startswith(line)

        self._wait(is_at, f"> {row}")

    def is_restored(self) -> bool:
        """Wait for the program's end, and tell whether the terminal is as it was before."""
        self._wait(lambda: not self._child.isalive(), "The end")
        self.settle(0.05)
        return termios.tcgetattr(self._child.child_fd) == self._settings and not modes_left(
            self.output
        )

    # --- what the person does ---

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal from outside the terminal."""
        self._child.kill(number)

    def close_window(self) -> bool:
        """Close the terminal, and tell whether the program ended by that."""
        self._child.close(force=False)
        return not self._child.isalive()

    def answer(self, *values: str, nokkel: str = "") -> None:
        """Answer the question that stands there; no value means none of these, or skip."""
        pace(self.answering(*values, nokkel=nokkel))

    def answer_next(self, svar: Svar) -> None:
        """Answer the question that stands there as `svar` says, or else with no or none."""
        assert self.skjerm
        self.answer(*answer_to(self.skjerm, svar))

    def answer_all(self, svar: Svar) -> None:
        """Answer everything to the end, as `svar` says or else with no or none."""
        pace(self.answering_all(svar))

    def answering_all(self, svar: Svar, until: str = "") -> Moves:
        """Answer up to a question, or everything."""
        while (skjerm := self.skjerm) and skjerm.nokkel != until:
            yield from self.answering(*answer_to(skjerm, svar))

    def answering(self, *values: str, nokkel: str = "") -> Moves:
        """Point at each row and tick it, or choose the one; arrows may come in one go."""
        nokkel = nokkel or self.asked
        prompt = self.wait_for_title(nokkel)
        wanted = values or ((INGEN,) if prompt.many else ("hopp-over",))
        for value in differing(prompt, wanted):
            row = [c.value for c in prompt.choices].index(base_of(value))
            self.send(KEYS["home"] + KEYS["down"] * (row + (not prompt.many)))
            yield
            self.wait_to_be_at(" ".join(f"{prompt.choices[row].text} {MARKED}".split()))
            if prompt.many:
                self.send_and_see(key_of(prompt, value, wanted))
                yield
        self.send(KEYS["enter"])
        self.keep(nokkel, wanted)

    def keep(self, nokkel: str, values: tuple[str, ...]) -> None:
        """Remember the answer, and forget those it makes void."""
        svar = self.svar | self.screens[nokkel].as_svar(to_value(values))
        after = asked_screens(self.veileder, svar)
        bort = {k for a in voided((*self.screens.values(),), self.svar, after) for k in a.keys}
        self.svar = {k: v for k, v in svar.items() if k not in bort}

    def send_and_see(self, key: str) -> None:
        """Send a key that must change the line that is pointed at, and see all of the change."""
        before = self.cursor_line
        self.send(key)
        self._wait(lambda: self.cursor_line != before, f"Another line than {before!r}")
        self._read_until_quiet()

    def choose(self, row: str) -> None:
        """Point at the row that begins so, in a list, and choose it."""
        self.press("home")
        for _ in range(40):
            if is_at(self.cursor_line, row):
                break
            self.send_and_see(KEYS["down"])
        assert is_at(self.cursor_line, row), self.screen
        self.press("enter")

    def see_result(self) -> None:
        """Go on from the review to the result."""
        self.wait_for(REVIEW)
        self.choose(RESULT)
        self.wait_for_result()


class EnkelSamtale(Samtale):
    """The program with the plain back end: numbers are typed, and nothing is drawn again."""

    _said_before = 0

    @property
    def said(self) -> str:
        """What the program has written since the last answer, in one line."""
        return " ".join(self.output[self._said_before :].decode().split())

    def wait_to_hear(self, text: str, timeout: float = START) -> None:
        """Wait until the program has written the text, and waits for a line."""
        wanted = " ".join(text.split())
        self._wait(lambda: wanted in self.said and self.said.endswith(":"), repr(text), timeout)

    def say(self, line: str) -> None:
        """Type a line; what was written before it is of no interest any more."""
        self._said_before = len(self.output)
        self.send(f"{line}\r")

    def answering(self, *values: str, nokkel: str = "") -> Moves:
        """Type the numbers."""
        nokkel = nokkel or self.asked
        prompt = self.question(nokkel)
        wanted = values or ((INGEN,) if prompt.many else ("hopp-over",))
        self.wait_to_hear(self.place(nokkel))
        self.wait_to_hear(prompt.title)
        self.say_values(*wanted, nokkel=nokkel)
        yield

    def say_values(self, *values: str, nokkel: str = "") -> None:
        """Type the numbers of these choices, whatever was said before."""
        nokkel = nokkel or self.asked
        alle = [c.value for c in self.question(nokkel).choices]
        numbers = (f"{alle.index(base_of(v)) + 1}{'?' * is_unsure(v)}" for v in values)
        self.say(" ".join(numbers))
        self.keep(nokkel, values)

    def choose(self, row: str) -> None:
        """Type the beginning of the row."""
        self.say(row)

    def see_result(self) -> None:
        """Go on from the review to the result."""
        self.wait_to_hear(REVIEW)
        self.choose(RESULT)
        self.wait_to_hear(MENU)


def is_at(line: str, row: str) -> bool:
    """Whether the line points at a row that begins so, after its number."""
    return re.sub(r"^> (\d+\. )?", "> ", line).startswith(f"> {row}")


def differing(prompt: Prompt, wanted: tuple[str, ...]) -> list[str]:
    """List what must be marked, or no longer be, one value for each row."""
    if not prompt.many:
        return [*wanted]
    changed = {*wanted} ^ {*prompt.chosen}
    return sorted({base_of(v): v for v in sorted(changed, key=wanted.__contains__)}.values())


def key_of(prompt: Prompt, value: str, wanted: tuple[str, ...]) -> str:
    """Give the key that marks the row as wanted, where the cursor is."""
    if not prompt.unsure:
        return KEYS["space"]
    return "i" if value not in wanted else "u" if is_unsure(value) else "s"


def answer_to(asked: Asked, svar: Svar) -> tuple[str, ...]:
    """Give the answer there is, else no, none, skip or don't know."""
    if any(nokkel in svar for nokkel in asked.keys):
        by_key = {k: svar.get(k, ()) for k in asked.keys}
        return asked.given({k: (v,) if isinstance(v, str) else v for k, v in by_key.items()}) or ()
    skjerm = asked.skjerm
    if skjerm.ta_med or skjerm.flere:
        return ()
    return ("nei" if "nei" in skjerm.verdier else VET_IKKE,)


def way_of(veileder: Veileder, svar: Svar) -> list[str]:
    """Name the questions that come, in their order, when these answers are given."""
    given: dict[str, tuple[str, ...]] = {}
    way: list[str] = []
    while asked := next_asked(asked_screens(veileder, given), given):
        given |= asked.as_svar(answer_to(asked, svar))
        way.append(asked.nokkel)
    return way


def dont_know(asked: Asked) -> str:
    """Give the answer of somebody who knows nothing; optional questions are taken."""
    return TA_MED if asked.skjerm.ta_med else VET_IKKE


def pace(moves: Moves) -> None:
    """Let a person make the moves."""
    for _ in moves:
        time.sleep(PACE)


def side_by_side(people: Iterable[Moves]) -> None:
    """Let many people make their moves at the same time, each at a person's pace."""
    left = list(people)
    while left:
        time.sleep(PACE)
        left = [moves for moves in left if next(moves, left) is None]


def modes_left(output: bytes) -> set[str]:
    """Name the terminal's modes that were switched and not back: paste brackets, cursor, …"""
    state = dict(re.findall(r"\x1b\[\?([0-9]+)([hl])", output.decode("utf-8", "replace")))
    usually_on = {"7", "25"}
    return {mode for mode, now in state.items() if (now == "h") != (mode in usually_on)} - {"12"}
