"""A back end that says on every screen what the conversation is: an exercise, and nothing real."""

from dataclasses import replace

from veileder_cli.interview.asking import Answer, Asker, Back, Choice, HelpPart, Prompt


class MarkedAsker:
    """Puts a mark before everything that another back end shows; satisfies `Asker`."""

    def __init__(self, asker: Asker, mark: str, *about: HelpPart) -> None:
        """Ask through `asker`; `mark` is a word that a screen reader reads first.

        `about` comes first in the help of every question.
        """
        self._asker = asker
        self._mark = mark
        self._about = about
        self.can_wipe = asker.can_wipe

    def ask(self, prompt: Prompt) -> Answer:
        """Ask with the mark in the question itself, which no window is too low for."""
        return self._asker.ask(
            replace(prompt, title=self._marked(prompt.title), about=(*self._about, *prompt.about))
        )

    def ask_text(self, title: str, *, default: str = "") -> str | Back:
        """Ask for a line."""
        return self._asker.ask_text(self._marked(title), default=default)

    def ask_key(
        self, title: str, choices: tuple[Choice, ...], *, enter_is_first: bool = False
    ) -> str:
        """Ask what to do next."""
        return self._asker.ask_key(self._marked(title), choices, enter_is_first=enter_is_first)

    def show_pages(self, text: str, *, top: str = "") -> None:
        """Show a long text with the mark on each of its pages."""
        self._asker.show_pages(text, top=self._marked(top) if top else self._mark)

    def show(self, text: str) -> None:
        """Show a text."""
        self._asker.show(self._marked(text))

    def clear(self) -> None:
        """Start an empty screen."""
        self._asker.clear()

    def wipe(self) -> None:
        """Empty the screen and what can be scrolled back to."""
        self._asker.wipe()

    def _marked(self, text: str) -> str:
        return f"{self._mark}: {text}"
