"""A list question: questionary's select or checkbox, with our page and our keys over it."""

from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from questionary.prompts.common import InquirerControl

from veileder_cli.interview.asking import Answer, Back, Forward, Prompt
from veileder_cli.interview.keys import KeyGuard
from veileder_cli.interview.list_keys import ListKeys
from veileder_cli.interview.list_rows import entries_of
from veileder_cli.interview.list_state import ListState
from veileder_cli.interview.page import Page, Size, lay_out, lay_out_help
from veileder_cli.interview.redraw import forget_lines, split_pointer


class ListPrompt:
    """One list question: `question` asks it, and `answer_of` reads what that returns."""

    def __init__(self, prompt: Prompt, notes: str, **terminal: Any) -> None:
        """Build questionary's question on the terminal (its options), with our page and keys."""
        self._notes = notes
        self._top = 0
        self.question = _questionary(prompt, terminal)
        self._app = self.question.application
        self._state = ListState(prompt, _control_of(self._app))
        guard = KeyGuard()
        self._page = Page([], 0, 0)
        self._app.before_render += lambda _: self._lay_out()
        self._app.after_render += lambda _: guard.shown()
        self._app.layout = Layout(Window(FormattedTextControl(self._fragments, focusable=True)))
        self._app.key_bindings = ListKeys(self._state, guard).bindings()

    def answer_of(self, result: object) -> Answer:
        """Read what the question returned: a way, or that the rows stand as the answer."""
        if isinstance(result, Back | Forward):
            return result
        pointed = self._state.pointed
        if self._state.prompt.many or not isinstance(pointed, str):
            return self._state.answers
        return (pointed,)

    def _fragments(self) -> StyleAndTextTuples:
        page = self._page
        fragments: StyleAndTextTuples = []
        for number, line in enumerate(page.lines):
            pointer, text = split_pointer(line)
            fragments.append(pointer)
            if number == page.cursor:
                fragments.append(("[SetCursorPosition]", ""))
            fragments += [text, ("", "\n")]
        return fragments[:-1]

    def _lay_out(self) -> None:
        """Lay out the page that is drawn next, and see that what is new in it is drawn whole."""
        before, self._page = self._page, self._next_page()
        if drawn := self._app.renderer.last_rendered_screen:
            forget_lines(drawn, before, self._page)

    def _next_page(self) -> Page:
        rows, columns = self._app.output.get_size()
        sheet = self._state.sheet(self._notes)
        if self._state.help_top is not None:
            page = lay_out_help(sheet, Size(columns, rows), self._state.help_top)
            self._state.help_top = page.top
        else:
            page = lay_out(sheet, Size(columns, rows), self._top)
            self._top = page.top
        return page


def _questionary(prompt: Prompt, terminal: dict[str, Any]) -> questionary.Question:
    entries = entries_of(prompt)
    chosen = [entry.answer in prompt.chosen for entry in entries]
    choices = [
        questionary.Choice(entry.text, str(number), checked=prompt.many and chosen[number])
        for number, entry in enumerate(entries)
    ]
    if prompt.many:
        return questionary.checkbox("", choices, use_jk_keys=False, **terminal)
    start = str(chosen.index(True)) if True in chosen else None
    return questionary.select("", choices, default=start, use_jk_keys=False, **terminal)


def _control_of(app: Application[Any]) -> InquirerControl:
    """Questionary's own list: which row is pointed at and which are ticked."""
    controls = (window.content for window in app.layout.find_all_windows())
    return next(control for control in controls if isinstance(control, InquirerControl))
