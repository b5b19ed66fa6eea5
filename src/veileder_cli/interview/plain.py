"""The plain back end: append-only, numbered, typed answers; for screen readers and any terminal.

It never draws anything twice unasked, and writes no escape sequence but to empty the screen when
somebody leaves in haste.
"""

import os
import sys
from collections.abc import Callable
from typing import TextIO

from veileder_cli.errors import QuickExit
from veileder_cli.interview.asking import Answer, Back, Choice, Forward, Prompt, starts_group
from veileder_cli.interview.haste import QUICK_KEY, QUICK_WORD, wipe_terminal
from veileder_cli.interview.list_rows import earlier_of, in_words
from veileder_cli.interview.resume import said_again
from veileder_cli.interview.typed import BACK_WORDS, HELP_WORDS, NotUnderstood, answer_of
from veileder_cli.interview.wrapping import wrap
from veileder_cli.sprak import _

LEAVE = _("Skriv {quick_word} for å gå raskt ut. Ctrl-C avslutter.").format(quick_word=QUICK_WORD)
PASTED = _("Flere linjer kom på én gang, så ingenting er svart. Skriv svaret her.")
SAME_MOMENT = 0.05
"""Seconds."""


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

    def ask(self, prompt: Prompt) -> Answer:
        """Print the question once; what is no answer has the choices repeated."""
        self._print_question(prompt, with_help=False)
        while True:
            line = self._read(_("Svar: "))
            if line.casefold() in HELP_WORDS:
                self._print_question(prompt, with_help=True)
                continue
            answer = answer_of(prompt, line)
            if not isinstance(answer, NotUnderstood):
                self._confirm(prompt, answer)
                return answer
            self._say(f"\n{answer.why}")
            if not answer.lists:
                self._print_choices(prompt, with_help=False)
            self._say(_may_be_typed(prompt))

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
        self._print(wrap(text, self._width() - 1))

    def show_pages(self, text: str, *, top: str = "") -> None:
        """Append the text; the line over it stands there once."""
        self.show(f"{top}\n{text}" if top else text)

    def clear(self) -> None:
        """Do nothing: what was written stays."""

    wipe = clear

    def _print_question(self, prompt: Prompt, *, with_help: bool) -> None:
        for text in (prompt.header, prompt.title, prompt.help):
            if text:
                self._say(f"\n{text}")
        if with_help:
            for part in prompt.about:
                self._say(f"\n{part.heading}")
                for line in part.lines:
                    self._print(wrap(line, self._width() - 1, "- ", "  "))
        self._print_choices(prompt, with_help=with_help)
        self._say(f"\n{_may_be_typed(prompt)}")

    def _print_choices(self, prompt: Prompt, *, with_help: bool) -> None:
        for index, choice in enumerate(prompt.choices):
            if starts_group(prompt.choices, index):
                self._say(f"\n{choice.heading}")
            elif index == 0:
                self._say("")
            self._print_choice(prompt, index, choice, with_help=with_help)

    def _print_choice(self, prompt: Prompt, index: int, choice: Choice, *, with_help: bool) -> None:
        number = f"{index + 1}. "
        indent = " " * len(number)
        text = choice.text + earlier_of(prompt, choice.value)
        self._print(wrap(text, self._width() - 1, number, indent))
        if with_help and choice.help:
            self._print(wrap(choice.help, self._width() - 1, indent, indent))

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
        self._stdout.write("".join(f"{line}\n" for line in lines))
        self._stdout.flush()


def terminal_width(*streams: TextIO) -> int:
    """Count the columns of the first stream that is a terminal; 80 where none tells."""
    for stream in streams:
        try:
            return os.get_terminal_size(stream.fileno()).columns or 80
        except (OSError, ValueError):
            continue
    return 80


def _may_be_typed(prompt: Prompt) -> str:
    if prompt.unsure:
        how = _(
            "Skriv tallene for det du har sett eller hørt, med komma mellom, og trykk Enter. "
            "Sett ? bak det du er usikker på: «1,2?» betyr 1 sett og 2 usikker."
        )
    elif prompt.many:
        how = _("Skriv ett eller flere tall med mellomrom eller komma mellom, og trykk Enter.")
    else:
        how = _("Skriv tallet foran svaret, eller noe av teksten, og trykk Enter.")
    back = _(" Skriv t for å gå tilbake.") if prompt.can_go_back else ""
    forward = _(" Skriv f for å gå fram.") if prompt.can_go_forward else ""
    return _("{how}{back}{forward} Skriv ? for hjelp. {leave}").format(
        how=how, back=back, forward=forward, leave=LEAVE
    )


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
