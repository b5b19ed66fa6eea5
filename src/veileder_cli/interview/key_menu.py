"""A menu of one line: a digit chooses, so that a text above it keeps the screen."""

from typing import Any, Final

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window

from veileder_cli.interview.asking import Choice

HOW_TO: Final = "Trykk et tall: "
HOW_TO_DEFAULT: Final = "Trykk et tall, eller Enter for 1: "
_LEAVE: Final = ("c-c", "c-d")


def key_menu(
    title: str, choices: tuple[Choice, ...], *, enter_is_first: bool, **terminal: Any
) -> Application[str]:
    """Make the menu; it gives the chosen value. Other keys, and whole pastes, do nothing."""
    keys = KeyBindings()
    if enter_is_first:
        keys.add("enter")(_leave_with(choices[0].value))
    for number, choice in enumerate(choices, start=1):
        keys.add(str(number))(_leave_with(choice.value))
    for key in _LEAVE:
        keys.add(key)(lambda event: event.app.exit(exception=KeyboardInterrupt))
    line = "  ".join(f"{number} {choice.text}" for number, choice in enumerate(choices, start=1))
    how = HOW_TO_DEFAULT if enter_is_first else HOW_TO
    control = FormattedTextControl(f"{line}\n{title} {how}", focusable=True, show_cursor=True)
    window = Window(control, wrap_lines=True, dont_extend_height=True)
    return Application(Layout(window), key_bindings=keys, **terminal)


def _leave_with(value: str) -> Any:
    def leave(event: KeyPressEvent) -> None:
        event.app.exit(result=value)

    return leave
