"""The plain back end: append-only, numbered, typed answers; for screen readers and any terminal.

It never draws anything twice unasked, and writes no escape sequence but to empty the screen when
somebody leaves in haste.
"""

import os
import sys
import time
from collections.abc import Callable
from typing import Final, TextIO

from veileder_cli.errors import QuickExit
from veileder_cli.interview.asking import Answer, Back, Choice, Forward, Prompt, starts_group
from veileder_cli.interview.haste import QUICK_KEY, QUICK_WORD, wipe_terminal
from veileder_cli.interview.how_to import LEAVE, may_be_typed, may_be_typed_again
from veileder_cli.interview.list_rows import earlier_of, in_words
from veileder_cli.interview.resume import said_again
from veileder_cli.interview.typed import BACK_WORDS, HELP_WORDS, NotUnderstood, answer_of
from veileder_cli.interview.wrapping import wrap
from veileder_cli.sprak import _

PASTED = _("Flere linjer kom på én gang, så ingenting er svart. Skriv svaret her.")
SAME_MOMENT = 0.05
"""Seconds."""
TIME_TO_LOOK: Final = 0.2


class PlainAsker:
    """Asks by printing and reading lines; satisfies `Asker`."""

    can_wipe = False

    def __init__(
        self, stdin: TextIO, stdout: TextIO, width: Callable[[], int] | None = None
    ) -> None:
        """Take the streams; `width` is asked before each text, so that a resize counts."""
        self._stdin = stdin
        self._stdout = stdout
        self._width = width or (lambda: terminal_width(stdout, stdin))
        self._explained: set[str] = set()
        self._help_before = ""

    def ask(self, prompt: Prompt) -> Answer:
        """Print the question once; what is no answer has the choices repeated."""
        self._print_question(prompt)
        while True:
            line = self._read(_("Svar: "))
            if line.casefold() in HELP_WORDS:
                self._print(self._all_about(prompt))
                continue
            answer = answer_of(prompt, line)
            if not isinstance(answer, NotUnderstood):
                self._confirm(prompt, answer)
                return answer
            choices = [] if answer.lists else self._choices(prompt, with_help=False)
            self._print([*self._wrapped(f"\n{answer.why}"), *choices, "", *self._how(prompt)])

    def ask_text(self, title: str, *, default: str = "") -> str | Back:
        """Read one line; `t` alone goes back."""
        how = (
            _("Trykk Enter for «{default}», eller skriv noe annet.").format(default=default)
            if default
            else _("Skriv navnet og trykk Enter.")
        )
        how += _(" Skriv t for å gå tilbake. {leave}").format(leave=LEAVE)
        self._say(f"\n{title}\n{how}")
        while True:
            line = self._read(_("Svar: ") if default else _("Navn: "))
            if line.casefold() in BACK_WORDS:
                return Back.BACK
            if line not in HELP_WORDS and (line or default):
                return line or default
            self._say(how)

    def ask_key(
        self,
        title: str,
        choices: tuple[Choice, ...],
        *,
        enter_is_first: bool = False,  # noqa: ARG002 - a typed line never has a default
    ) -> str:
        """Ask like any question: the lines are not redrawn anyway."""
        answer: Answer = Back.BACK
        while isinstance(answer, Back | Forward):
            answer = self.ask(Prompt(title, "", "", choices, (), many=False, can_go_back=False))
        return answer[0]

    def show(self, text: str) -> None:
        """Append the text, wrapped."""
        self._print(wrap(text, self._width()))

    def _say(self, text: str) -> None:
        self._print(self._wrapped(text))

    def _wrapped(self, text: str, first: str = "", rest: str = "") -> list[str]:
        return wrap(text, self._width() - 1, first, rest)

    def show_pages(self, text: str, *, top: str = "") -> None:
        """Append the text; the line over it stands there once."""
        self.show(f"{top}\n{text}" if top else text)

    def clear(self) -> None:
        """Do nothing: what was written stays."""

    wipe = clear

    def _print_question(self, prompt: Prompt) -> None:
        """Print all in one go; what was explained before is not explained at length again."""
        help_ = "" if prompt.help == self._help_before else prompt.help
        self._help_before = prompt.help
        how = may_be_typed(prompt)
        short = may_be_typed_again(prompt) if how in self._explained else how
        self._explained.add(how)
        self._print(
            [
                *self._texts(prompt.header, prompt.title, help_),
                *self._choices(prompt, with_help=False),
                *self._wrapped(f"\n{short}"),
            ]
        )

    def _all_about(self, prompt: Prompt) -> list[str]:
        lines = self._texts(prompt.header, prompt.title, prompt.help)
        for part in prompt.about:
            lines += self._wrapped(f"\n{part.heading}")
            for line in part.lines:
                lines += self._wrapped(line, "- ", "  ")
        return [*lines, *self._choices(prompt, with_help=True), "", *self._how(prompt)]

    def _texts(self, *texts: str) -> list[str]:
        return [line for text in texts if text for line in self._wrapped(f"\n{text}")]

    def _how(self, prompt: Prompt) -> list[str]:
        return self._wrapped(may_be_typed(prompt))

    def _choices(self, prompt: Prompt, *, with_help: bool) -> list[str]:
        lines: list[str] = []
        for index, choice in enumerate(prompt.choices):
            if starts_group(prompt.choices, index):
                lines += self._wrapped(f"\n{choice.heading}")
            elif index == 0:
                lines.append("")
            lines += self._choice(prompt, index, choice, with_help=with_help)
        return lines

    def _choice(self, prompt: Prompt, index: int, choice: Choice, *, with_help: bool) -> list[str]:
        number = f"{index + 1}. "
        indent = " " * len(number)
        lines = self._wrapped(choice.text + earlier_of(prompt, choice.value), number, indent)
        helped = self._wrapped(choice.help, indent, indent) if with_help and choice.help else []
        return [*lines, *helped]

    def _confirm(self, prompt: Prompt, answer: Answer) -> None:
        if not isinstance(answer, Back | Forward):
            self._say(_("Du svarte: {answer}").format(answer=in_words(prompt, answer)))

    def _read(self, label: str) -> str:
        """Read a line that came alone; the first of a paste is no answer either."""
        line = self._read_line(label)
        while _more_follows(self._stdin):
            self._say(PASTED)
            line = self._read_line(label)
        return line

    def _read_line(self, label: str) -> str:
        _forget_typed_ahead(self._stdin)
        self._stdout.write(label)
        self._stdout.flush()
        with said_again(self._stdout, label):
            line = self._stdin.readline()
        if not line.endswith("\n"):
            self._stdout.write("\n")
            raise KeyboardInterrupt
        if QUICK_KEY in line or line.strip().casefold() == QUICK_WORD:
            wipe_terminal(self._stdout)
            raise QuickExit
        return line.strip()

    def _print(self, lines: list[str]) -> None:
        """Write it; what is longer than the screen comes in halves of a screen, so all is read.

        Some readers say only what they find on the screen when they look.
        """
        height = terminal_height(self._stdout)
        step = height // 2 if len(lines) > height - 3 else len(lines)
        for start in range(0, len(lines), step or 1):
            time.sleep(TIME_TO_LOOK if start else 0)
            self._stdout.write("".join(f"{line}\n" for line in lines[start : start + step]))
            self._stdout.flush()


def terminal_height(stdout: TextIO) -> int:
    """Count the lines of the terminal; without end where it is none, or does not tell."""
    try:
        return os.get_terminal_size(stdout.fileno()).lines or sys.maxsize
    except (OSError, ValueError):
        return sys.maxsize


def terminal_width(*streams: TextIO) -> int:
    """Count the columns of the first stream that is a terminal; 80 where none tells."""
    for stream in streams:
        try:
            return os.get_terminal_size(stream.fileno()).columns or 80
        except (OSError, ValueError):
            continue
    return 80


def _more_follows(stdin: TextIO) -> bool:
    """Whether another line came in the same moment: nobody types that fast, so it is a paste."""
    if not stdin.isatty():
        return False
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        return msvcrt.kbhit()
    import select  # noqa: PLC0415 - not on Windows

    return bool(select.select([stdin], [], [], SAME_MOMENT)[0])


def _forget_typed_ahead(stdin: TextIO) -> None:
    """Drop lines typed or pasted before the question stood there; they cannot be its answer."""
    if not stdin.isatty():
        return
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        while msvcrt.kbhit():
            msvcrt.getwch()
    else:
        import termios  # noqa: PLC0415 - not on Windows

        termios.tcflush(stdin.fileno(), termios.TCIFLUSH)
