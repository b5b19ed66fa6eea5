"""The back end for a full terminal: questionary, one screen for each question with a header.

A question is erased when it is answered; only a terminal that is resized meanwhile may keep a
copy of it in what can be scrolled back to. Colour is not used at all; what is chosen is shown by
characters that every code page has.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TextIO

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.input import create_input
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style

from veileder_cli.errors import QuickExit
from veileder_cli.interview.asking import Answer, Back, Choice, Prompt
from veileder_cli.interview.faults import end_on_fault
from veileder_cli.interview.key_menu import key_menu
from veileder_cli.interview.list_prompt import ListPrompt
from veileder_cli.interview.stop import heed_stop
from veileder_cli.interview.text_keys import guard_text, has_text
from veileder_cli.interview.wrapping import wrap
from veileder_cli.sprak import _

ESCAPE_WAIT: Final = 0.05
MENU_ROWS: Final = 3
BELOW: Final = _("Det står mer under.")
MORE: Final = (Choice("mer", _("Vis mer")), Choice("ferdig", _("Ferdig")))
STYLE: Final = Style(
    [
        ("header", "bold"),
        ("title", "bold"),
        ("heading", "underline"),
        ("pointed", "bold reverse"),
        ("message", "bold"),
        ("answer", "noinherit"),
        ("validation-toolbar", "noinherit bold"),
    ]
)
HOW_TO_TYPE: Final = _(
    "Skriv navnet, Enter går videre, Esc går tilbake, Ctrl-X går raskt ut, Ctrl-C avslutter."
)
DEFAULT_OR_TYPE: Final = _(
    "Enter gir «{}». Eller skriv noe annet og trykk Enter. Esc går tilbake, "
    "Ctrl-X går raskt ut, Ctrl-C avslutter."
)


class RichAsker:
    """Asks with arrow keys, space and Enter; satisfies `Asker`."""

    can_wipe = True

    def __init__(self, stdin: TextIO, stdout: TextIO, mark_up: Callable[[str], str] = str) -> None:
        """Take the streams, which are a terminal; `mark_up` adds to a line what is not read."""
        # Without this a terminal that does not answer is met with a warning in English.
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
        self._stdout = stdout
        self._mark_up = mark_up
        self._output = create_output(stdout)
        self._terminal: dict[str, Any] = {
            "input": create_input(stdin),
            "output": self._output,
            "erase_when_done": True,
            "style": STYLE,
        }
        self._notes: list[str] = []

    def ask(self, prompt: Prompt) -> Answer:
        """Ask on an empty screen, or below what is shown when the prompt has no header.

        Texts shown just before a question with a header are repeated on its screen.
        """
        notes = "\n\n".join(self._notes) if prompt.header else ""
        self._notes.clear()
        listed = ListPrompt(prompt, notes, **self._terminal)
        if prompt.header:
            _clear_when_resized(listed.question.application)
        return listed.answer_of(self._run(listed.question))

    def ask_text(self, title: str, *, default: str = "") -> str | Back:
        """Ask for one line below what is shown; a newline in a paste does not end it."""
        how = DEFAULT_OR_TYPE.format(default) if default else HOW_TO_TYPE
        self.show(f"\n{title}\n{how}")
        self._notes.clear()
        validate = None if default else has_text
        question = questionary.text(">", qmark="", validate=validate, **self._terminal)
        guard_text(question.application)
        answer = self._run(question)
        return answer if isinstance(answer, Back) else str(answer).strip() or default

    def ask_key(
        self, title: str, choices: tuple[Choice, ...], *, enter_is_first: bool = False
    ) -> str:
        """Ask by a digit on the lowest lines; what was shown is not shown again."""
        self._notes.clear()
        menu = key_menu(title, choices, enter_is_first=enter_is_first, **self._terminal)
        with self._leaving_nothing():
            return menu.run()

    def show_pages(self, text: str, *, top: str = "") -> None:
        """Show as many lines as there is room for, and ask before the next."""
        above = [top] if top else []
        lines = text.splitlines()
        while lines:
            room = max(1, self._output.get_size().rows - MENU_ROWS - len(above))
            self.clear()
            self.show("\n".join([*above, *lines[:room]]))
            lines = lines[room:]
            if (
                lines
                and self.ask_key(_("Det står mer under."), MORE, enter_is_first=True)
                != MORE[0].value
            ):
                return

    def show(self, text: str) -> None:
        """Print the text, and keep it in case the next question has a screen of its own."""
        self._notes.append(text)
        width = self._output.get_size().columns
        self._stdout.write("".join(f"{self._mark_up(e)}\n" for e in wrap(text, width)))
        self._stdout.flush()

    def clear(self) -> None:
        """Empty the screen and forget what was shown."""
        self._notes.clear()
        self._output.erase_screen()
        self._output.cursor_goto(0, 0)
        self._output.flush()

    def wipe(self) -> None:
        """Empty the screen, then the scrollback: some terminals move the screen into it first."""
        self.clear()
        if type(self._output).__name__ != "Win32Output":  # an old console has erased it all
            self._output.write_raw("\x1b[3J")
            self._output.flush()

    @contextmanager
    def _leaving_nothing(self) -> Iterator[None]:
        """Empty the terminal when the person leaves in haste."""
        try:
            yield
        except QuickExit:
            self.wipe()
            raise

    def _run(self, question: questionary.Question) -> object:
        app = question.application
        heed_stop(app)
        end_on_fault(app)
        app.ttimeoutlen = app.timeoutlen = ESCAPE_WAIT
        with self._leaving_nothing():
            try:
                return question.unsafe_ask()
            except EOFError:
                raise KeyboardInterrupt from None


def _clear_when_resized(app: Application[Any]) -> None:
    """Draw on an empty screen: at the start, and when a terminal has moved our lines about."""
    sizes: list[tuple[int, int]] = []

    def clear(_app: object) -> None:
        size = app.output.get_size()
        if not sizes:
            app.renderer.clear()
        elif sizes[-1] != size:
            # Not "erase screen": terminals move what that erases into the scrollback.
            app.renderer.erase()
            app.output.cursor_goto(0, 0)
            app.output.erase_down()
        sizes.append(size)

    app.before_render += clear
