"""Which key presses were meant: a paste, a held key or one typed too early answers nothing."""

import time
from collections.abc import Callable
from typing import Final

from prompt_toolkit.key_binding import KeyBindings, KeyBindingsBase, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from veileder_cli.errors import QuickExit
from veileder_cli.sprak import _

TOO_CLOSE: Final = _("Tastetrykkene kom for tett, så ingenting skjedde. Prøv igjen.")

Handler = Callable[[KeyPressEvent], None]

# Seconds. Nobody reads a question in TOO_FAST, and a held key repeats faster than that (macOS
# 0.09, others 0.03). Letters mean nothing in a list, so they may block for longer.
TOO_FAST: Final = 0.1
AFTER_TEXT: Final = 0.5


class KeyGuard:
    """Tells a key press that stands alone from one in a stream of text."""

    def __init__(self, after_text: float = AFTER_TEXT) -> None:
        """Start before the question is shown; `after_text` is how long letters block."""
        self._after_text = after_text
        self._shown = float("inf")
        self._text = self._key = float("-inf")

    def shown(self) -> None:
        """Note that the question stands on the screen; only the first time counts."""
        self._shown = min(self._shown, time.monotonic())

    def note_text(self) -> None:
        """Note a letter or a paste."""
        self._text = time.monotonic()

    def note_key(self) -> None:
        """Note a key that acts at once, since it can do no harm."""
        self._key = time.monotonic()

    def was_meant(self, event: KeyPressEvent) -> bool:
        """Whether this key may act; notes it for the next."""
        now = time.monotonic()
        waited = (
            now - self._shown >= TOO_FAST
            and now - self._key >= TOO_FAST
            and now - self._text >= self._after_text
        )
        self._key = now
        return waited and not text_follows(event)


def text_follows(event: KeyPressEvent) -> bool:
    """Whether more text or a newline came in the same moment: a paste, or an unknown sequence."""
    return any(_is_text(press) for press in event.key_processor.input_queue)


def bind_leave(keys: KeyBindings) -> None:
    """Let Ctrl-C, Ctrl-D and an interrupt from outside end the interview at once, Ctrl-X in haste.

    No guard stands before these: leaving cannot be an answer.
    """
    keys.add(Keys.ControlX, eager=True)(lambda event: event.app.exit(exception=QuickExit))
    for key in (Keys.ControlC, Keys.ControlD, Keys.SIGINT):
        keys.add(key, eager=True)(lambda event: event.app.exit(exception=KeyboardInterrupt))


def original(bindings: KeyBindingsBase | None, key: Keys | str) -> Handler:
    """Find the handler that the key has in these bindings; the most specific stands last."""
    found = bindings.get_bindings_for_keys((key,)) if bindings else []
    return found[-1].call


def _is_text(press: KeyPress) -> bool:
    newline = press.key in {Keys.ControlM, Keys.ControlJ}
    return newline or (not isinstance(press.key, Keys) and press.data != "_Flush")
