"""The keys of the one text question: back, leave, and pastes that cannot answer it."""

from functools import partial
from typing import Any, Final

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.validation import ValidationError

from veileder_cli.interview.asking import Back
from veileder_cli.interview.keys import (
    TOO_CLOSE,
    Handler,
    KeyGuard,
    bind_leave,
    original,
    text_follows,
)
from veileder_cli.interview.stop import bind_stop
from veileder_cli.sprak import _

# Seconds: faster than two keys typed by hand, slower than a paste.
AFTER_TYPING: Final = 0.02
EMPTY: Final = _("Skriv et navn, eller trykk Esc for å gå tilbake.")
# Line editing that would show English (search), accept the line or put control characters in it.
UNUSED: Final = (
    Keys.ControlJ,
    Keys.ControlO,
    Keys.ControlQ,
    Keys.ControlR,
    Keys.ControlS,
)


def has_text(text: str) -> bool | str:
    """Validate the line as questionary wants it: True, or what is wrong."""
    return bool(text.strip()) or EMPTY


def guard_text(app: Application[Any]) -> None:
    """Put our keys over those of questionary's text question."""
    guard = KeyGuard(after_text=AFTER_TYPING)
    app.after_render += lambda _: guard.shown()
    app.key_processor.after_key_press += lambda _: guard.note_text()
    accept = original(app.key_bindings, Keys.ControlM)
    keys = KeyBindings()
    bind_leave(keys)
    bind_stop(keys)
    for key in UNUSED:
        keys.add(key, eager=True)(lambda _: None)
    keys.add(Keys.ControlM, eager=True)(partial(_enter, guard, accept))
    keys.add(Keys.Escape, eager=True)(_escape)
    keys.add(Keys.BracketedPaste, eager=True)(_paste)
    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), keys])


def _enter(guard: KeyGuard, accept: Handler, event: KeyPressEvent) -> None:
    if guard.was_meant(event):
        accept(event)
    else:
        event.current_buffer.validation_error = ValidationError(message=TOO_CLOSE)


def _escape(event: KeyPressEvent) -> None:
    if not text_follows(event):
        event.app.exit(result=Back.BACK)


def _paste(event: KeyPressEvent) -> None:
    event.current_buffer.insert_text(" ".join(event.data.split()))
