"""A menu of one line: a digit chooses, so that a text above it keeps the screen."""

from functools import partial
from typing import Any, Final

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window

from veileder_cli.interview.asking import Choice
from veileder_cli.interview.faults import end_on_fault
from veileder_cli.interview.keys import KeyGuard, bind_leave
from veileder_cli.interview.stop import bind_stop, heed_stop
from veileder_cli.sprak import _

HOW_TO: Final = _("Trykk et tall (Ctrl-X: raskt ut): ")
HOW_TO_DEFAULT: Final = _("Trykk et tall, eller Enter for 1 (Ctrl-X: raskt ut): ")


def key_menu(
    title: str, choices: tuple[Choice, ...], *, enter_is_first: bool, **terminal: Any
) -> Application[str]:
    """Make the menu; it gives the chosen value. Other keys, and whole pastes, do nothing."""
    guard = KeyGuard()
    keys = KeyBindings()
    bind_leave(keys)
    bind_stop(keys)
    keys.add(Keys.Any)(lambda _: guard.note_text())
    keys.add(Keys.BracketedPaste)(lambda _: guard.note_text())
    for number, choice in enumerate(choices, start=1):
        keys.add(str(number))(partial(_choose, guard, choice.value))
    if enter_is_first:
        keys.add(Keys.ControlM)(partial(_choose, guard, choices[0].value))
    line = "  ".join(f"{number} {choice.text}" for number, choice in enumerate(choices, start=1))
    how = HOW_TO_DEFAULT if enter_is_first else HOW_TO
    control = FormattedTextControl(f"{line}\n{title} {how}", focusable=True, show_cursor=True)
    window = Window(control, wrap_lines=True, dont_extend_height=True)
    app: Application[str] = Application(Layout(window), key_bindings=keys, **terminal)
    heed_stop(app)
    end_on_fault(app)
    app.after_render += lambda _: guard.shown()
    return app


def _choose(guard: KeyGuard, value: str, event: KeyPressEvent) -> None:
    if guard.was_meant(event):
        event.app.exit(result=value)
