"""What the interview asks through: a question, its answer, and the protocol of both back ends.

Ctrl-C and Ctrl-D leave every back end as KeyboardInterrupt; the command line turns that into
exit code 130. Leaving in haste (a key, or a word where answers are typed) is QuickExit, raised
when the terminal has been emptied.
"""

from collections.abc import Collection
from enum import Enum
from typing import Protocol, TypeAlias

from veileder_cli.records import dataclass
from veileder_cli.sprak import _


class Back(Enum):
    """Returned instead of an answer: the person wants the question before this one."""

    BACK = "tilbake"


class Forward(Enum):
    """Returned instead of an answer: the one that was given stands, on to the question after."""

    FORWARD = "fram"


Way: TypeAlias = Back | Forward
Answer: TypeAlias = tuple[str, ...] | Way

NO_WAY_BACK = _("Du kan ikke gå tilbake herfra.")
NO_WAY_FORWARD = _("Du kan gå fram når du har svart her.")

_UNSURE = "?"
"""Stands after the value that one is unsure of; no id ends so."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of a question; `value` is the answer, `text` what is read.

    `exclusive`: cannot stand together with another ("Ingen av disse", "Vet ikke").
    `heading`: the title of the group that starts here; repeating it in the group does no harm.
    """

    value: str
    text: str
    exclusive: bool = False
    help: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class HelpPart:
    """A part of the help that a question gives when it is asked for: a heading and its lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question as it is shown; `chosen` is the person's own earlier answer, never a default.

    With a `header` it has a screen of its own, without one it is asked below what is shown.
    `about` is shown on request only. `unsure`: each choice that is not exclusive may be answered
    with its value or with `unsure_of` it. `numbered`: the choices are known by their numbers.
    """

    title: str
    header: str
    help: str
    choices: tuple[Choice, ...]
    chosen: tuple[str, ...]
    many: bool
    can_go_back: bool
    can_go_forward: bool = False
    about: tuple[HelpPart, ...] = ()
    unsure: bool = False
    numbered: bool = False


class Asker(Protocol):
    """A back end; none of them reads anything but the person's own key presses."""

    can_wipe: bool
    """Whether `wipe` can do anything: a back end that only appends cannot."""

    def ask(self, prompt: Prompt) -> Answer:
        """Ask until there is a valid answer: one value, or at least one where `many`.

        Values come in the order of the choices. A way is given only where the prompt has it.
        """

    def ask_text(self, title: str, *, default: str = "") -> str | Back:
        """Ask for one line that is not empty, or for Enter alone where there is a default.

        Used for a file name and by authors, never for an answer about a person.
        """

    def ask_key(
        self, title: str, choices: tuple[Choice, ...], *, enter_is_first: bool = False
    ) -> str:
        """Ask what to do next, at most nine choices, below what was shown, which stays.

        `enter_is_first` is for what cannot do harm: no answer about a person is ever a default.
        """

    def show_pages(self, text: str, *, top: str = "") -> None:
        """Show a long text from its beginning, a screen at a time where there are screens.

        `top` is a line that stands over each of them.
        """

    def show(self, text: str) -> None:
        """Show a text now; it stays in view with the next question. Longer lines are wrapped."""

    def clear(self) -> None:
        """Start an empty screen, where the back end has one."""

    def wipe(self) -> None:
        """Empty the screen and what can be scrolled back to, as far as the terminal lets us."""


def unsure_of(value: str) -> str:
    """Give the value that says: I am unsure of this one."""
    return value + _UNSURE


def is_unsure(value: str) -> bool:
    """Whether the value says that one is unsure."""
    return value.endswith(_UNSURE)


def base_of(value: str) -> str:
    """Give the choice's own value."""
    return value.removesuffix(_UNSURE)


def exclusive_conflict(prompt: Prompt, values: Collection[str]) -> str:
    """Say which choice cannot stand with the others; empty when the values go together."""
    alone = [choice for choice in prompt.choices if choice.exclusive and choice.value in values]
    if not alone or len(values) == 1:
        return ""
    return _(
        "«{text}» kan ikke velges sammen med andre svar. Velg det ene eller det andre."
    ).format(text=alone[0].text)


def starts_group(choices: tuple[Choice, ...], index: int) -> bool:
    """Whether the choice's heading is to be shown: it has one that the choice before has not."""
    heading = choices[index].heading
    return bool(heading) and (index == 0 or choices[index - 1].heading != heading)
