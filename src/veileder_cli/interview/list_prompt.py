"""A list question: questionary's select or checkbox, with our page and our guard on its keys."""

from functools import partial
from typing import Any, Final

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from questionary.prompts.common import InquirerControl

from veileder_cli.interview.asking import NO_WAY_BACK, Answer, Back, Prompt, exclusive_conflict
from veileder_cli.interview.keys import (
    TOO_CLOSE,
    Handler,
    KeyGuard,
    bind_leave,
    original,
    text_follows,
)
from veileder_cli.interview.list_rows import entries_of, has_help, sheet_of, wrong_key
from veileder_cli.interview.page import Page, Size, lay_out, lay_out_help

NOTHING_CHOSEN: Final = "Velg med piltastene først, og trykk så Enter."
NOTHING_TICKED: Final = "Ingenting er valgt. Trykk mellomrom på det som passer, og så Enter."
NO_HELP: Final = "Det er ingen hjelpetekst til dette spørsmålet."


class ListPrompt:
    """One list question: `question` asks it, and `answer_of` reads what that returns."""

    def __init__(self, prompt: Prompt, notes: str, **terminal: Any) -> None:
        """Build questionary's question on the terminal (its options), with our page and keys."""
        self._prompt = prompt
        self._notes = notes
        self._entries = entries_of(prompt)
        self._guard = KeyGuard()
        self._message = ""
        self._top = 0
        self._help_top: int | None = None
        self.question = self._questionary(terminal)
        self._app = self.question.application
        self._list = _control_of(self._app)
        self._app.after_render += lambda _: self._guard.shown()
        self._app.layout = Layout(Window(FormattedTextControl(self._fragments, focusable=True)))
        self._app.key_bindings = self._keys()

    def answer_of(self, result: object) -> Answer:
        """Read what the question returned: Back, or the numbers of the rows."""
        if isinstance(result, Back):
            return result
        numbers = result if isinstance(result, list) else [result]
        answers = (self._entries[int(str(number))].answer for number in numbers)
        return tuple(answer for answer in answers if isinstance(answer, str))

    def _questionary(self, terminal: dict[str, Any]) -> questionary.Question:
        chosen = [entry.answer in self._prompt.chosen for entry in self._entries]
        many = self._prompt.many
        choices = [
            questionary.Choice(entry.text, str(number), checked=many and chosen[number])
            for number, entry in enumerate(self._entries)
        ]
        if many:
            return questionary.checkbox("", choices, use_jk_keys=False, **terminal)
        start = str(chosen.index(True)) if True in chosen else None
        return questionary.select("", choices, default=start, use_jk_keys=False, **terminal)

    # --- what is seen ---

    def _fragments(self) -> StyleAndTextTuples:
        page = self._page()
        fragments: StyleAndTextTuples = []
        for number, line in enumerate(page.lines):
            if number == page.cursor:
                fragments.append(("[SetCursorPosition]", ""))
            fragments += [(f"class:{line.style}" if line.style else "", line.text), ("", "\n")]
        return fragments[:-1]

    def _page(self) -> Page:
        rows, columns = self._app.output.get_size()
        ticked = {int(number) for number in self._list.selected_options}
        sheet = sheet_of(self._prompt, self._notes, self._list.pointed_at, ticked, self._message)
        if self._help_top is not None:
            page = lay_out_help(sheet, Size(columns, rows), self._help_top)
            self._help_top = page.top
        else:
            page = lay_out(sheet, Size(columns, rows), self._top)
            self._top = page.top
        return page

    # --- what the keys do ---

    def _keys(self) -> KeyBindings:
        """Bind every key, so that questionary's handlers act only when ours call them."""
        theirs = self._app.key_bindings
        far = len(self._entries)
        jumps = ((Keys.PageUp, -5), (Keys.PageDown, 5), (Keys.Home, -far), (Keys.End, far))
        keys = KeyBindings()
        bind_leave(keys)
        for key, step in ((Keys.Up, -1), (Keys.Down, 1)):
            keys.add(key, eager=True)(partial(self._move, original(theirs, key), step))
        for key, step in jumps:
            keys.add(key, eager=True)(partial(self._jump, step))
        keys.add(Keys.ControlM, eager=True)(partial(self._enter, original(theirs, Keys.ControlM)))
        keys.add(" ", eager=True)(partial(self._space, original(theirs, " ")))
        keys.add("?", eager=True)(self._question_mark)
        keys.add(Keys.Escape, eager=True)(self._escape)
        keys.add(Keys.ControlJ, eager=True)(lambda _: self._guard.note_text())
        keys.add(Keys.Any, eager=True)(self._other)
        return keys

    def _move(self, move: Handler, step: int, event: KeyPressEvent) -> None:
        self._message = ""
        if self._help_top is None:
            move(event)
        else:
            self._help_top += step

    def _jump(self, step: int, _event: KeyPressEvent) -> None:
        self._message = ""
        if self._help_top is None:
            last = len(self._entries) - 1
            self._list.pointed_at = max(0, min(self._list.pointed_at + step, last))
        else:
            self._help_top += step

    def _enter(self, accept: Handler, event: KeyPressEvent) -> None:
        self._message = ""
        pointed = self._entries[self._list.pointed_at].answer
        if not self._guard.was_meant(event):
            self._message = TOO_CLOSE
        elif self._help_top is not None:
            self._help_top = None
        elif isinstance(pointed, Back):
            event.app.exit(result=pointed)
        elif not (fault := self._fault()):
            accept(event)
        else:
            self._message = fault

    def _space(self, toggle: Handler, event: KeyPressEvent) -> None:
        self._message = ""
        if not self._guard.was_meant(event):
            self._message = TOO_CLOSE
        elif self._help_top is not None or not self._prompt.many:
            self._message = wrong_key(self._prompt)
        elif isinstance(self._entries[self._list.pointed_at].answer, Back):
            event.app.exit(result=Back.BACK)
        else:
            toggle(event)
            self._message = exclusive_conflict(self._prompt, self._ticked())

    def _question_mark(self, event: KeyPressEvent) -> None:
        self._message = ""
        if not self._guard.was_meant(event):
            self._message = TOO_CLOSE
        elif not has_help(self._prompt):
            self._message = NO_HELP
        else:
            self._help_top = 0 if self._help_top is None else None

    def _escape(self, event: KeyPressEvent) -> None:
        """Go back, unless what follows shows that this is the start of an unknown key."""
        if text_follows(event):
            self._guard.note_text()
        elif self._help_top is not None:
            self._help_top = None
        elif self._prompt.can_go_back:
            event.app.exit(result=Back.BACK)
        else:
            self._message = NO_WAY_BACK

    def _other(self, _event: KeyPressEvent) -> None:
        self._guard.note_text()
        self._message = wrong_key(self._prompt)

    def _fault(self) -> str:
        """Why the rows as they stand are no answer; empty when they are."""
        if not self._prompt.many:
            unanswered = self._entries[self._list.pointed_at].answer is None
            return NOTHING_CHOSEN if unanswered else ""
        ticked = self._ticked()
        return exclusive_conflict(self._prompt, ticked) if ticked else NOTHING_TICKED

    def _ticked(self) -> list[str]:
        answers = (self._entries[int(number)].answer for number in self._list.selected_options)
        return [answer for answer in answers if isinstance(answer, str)]


def _control_of(app: Application[Any]) -> InquirerControl:
    """Questionary's own list: which row is pointed at and which are ticked."""
    controls = (window.content for window in app.layout.find_all_windows())
    return next(control for control in controls if isinstance(control, InquirerControl))
