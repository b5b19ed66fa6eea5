"""The keys of a list question, each with our guard before it; questionary's own do nothing."""

from functools import partial
from typing import Final

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from veileder_cli.interview.asking import NO_WAY_BACK, NO_WAY_FORWARD, Back, Forward, Way
from veileder_cli.interview.keys import TOO_CLOSE, KeyGuard, bind_leave, text_follows
from veileder_cli.interview.list_rows import can_search, wrong_key
from veileder_cli.interview.list_state import ListState
from veileder_cli.interview.stop import bind_stop

ANSWERED: Final = "besvart"
SEARCH: Final = "/"
LETTERS: Final = "sui"
PAGE: Final = 5


class ListKeys:
    """Binds every key of one list; ends its application with a way, or with ANSWERED."""

    def __init__(self, state: ListState, guard: KeyGuard) -> None:
        """Take what the keys change and what tells which presses were meant."""
        self._state = state
        self._guard = guard

    def bindings(self) -> KeyBindings:
        """Bind the keys."""
        far = len(self._state.entries)
        keys = KeyBindings()
        bind_leave(keys)
        bind_stop(keys)
        moves = ((Keys.PageUp, -PAGE), (Keys.PageDown, PAGE), (Keys.Home, -far), (Keys.End, far))
        for key, step in moves:
            keys.add(key, eager=True)(partial(self._move, step, around=False))
        for key, step in ((Keys.Up, -1), (Keys.Down, 1)):
            keys.add(key, eager=True)(partial(self._move, step, around=True))
        for key, handler in (
            (Keys.ControlM, self._enter),
            (Keys.Escape, self._escape),
            (Keys.Left, partial(self._arrow, Back.BACK)),
            (Keys.Right, partial(self._arrow, Forward.FORWARD)),
            (Keys.Backspace, self._backspace),
            (Keys.BracketedPaste, self._text),
            (Keys.Any, self._text),
        ):
            keys.add(key, eager=True)(handler)
        keys.add(" ", eager=True)(self._space)
        keys.add("?", eager=True)(self._question_mark)
        keys.add(Keys.ControlJ, eager=True)(lambda _: self._guard.note_text())
        return keys

    def _move(self, step: int, _event: KeyPressEvent, *, around: bool) -> None:
        self._state.move(step, around=around)

    def _enter(self, event: KeyPressEvent) -> None:
        state = self._state
        if state.is_typing and not text_follows(event):
            state.is_typing = False
            self._guard.note_text()
        elif state.help_top is not None and not text_follows(event):
            self._guard.note_key()
            state.open_help()
        elif not self._guard.was_meant(event):
            state.message = TOO_CLOSE
        elif isinstance(state.pointed, Back | Forward):
            self._leave(state.pointed, event)
        elif fault := state.fault:
            state.message = fault
        else:
            event.app.exit(result=ANSWERED)

    def _space(self, event: KeyPressEvent) -> None:
        state = self._state
        if state.is_typing:
            self._guard.note_text()
            state.type_search(f"{state.search} ")
        elif not self._guard.was_meant(event):
            state.message = TOO_CLOSE
        elif state.help_top is not None or not state.prompt.many:
            state.message = wrong_key(state.prompt)
        elif isinstance(state.pointed, Back | Forward):
            self._leave(state.pointed, event)
        else:
            state.toggle()

    def _question_mark(self, event: KeyPressEvent) -> None:
        """Open the help; it can do no harm, so only a paste is kept out."""
        if text_follows(event):
            self._text(event)
        else:
            self._state.open_help()

    def _escape(self, event: KeyPressEvent) -> None:
        """Go back, unless what follows shows that this is the start of an unknown key."""
        if text_follows(event):
            self._guard.note_text()
        elif not self._state.end_search():
            self._arrow(Back.BACK, event)

    def _arrow(self, way: Way, event: KeyPressEvent) -> None:
        if self._state.help_top is not None:
            self._state.open_help()
        else:
            self._leave(way, event)

    def _leave(self, way: Way, event: KeyPressEvent) -> None:
        prompt = self._state.prompt
        if isinstance(way, Back) and not prompt.can_go_back:
            self._state.message = NO_WAY_BACK
        elif isinstance(way, Forward) and not prompt.can_go_forward:
            self._state.message = NO_WAY_FORWARD
        elif self._state.may_leave():
            event.app.exit(result=way)

    def _backspace(self, event: KeyPressEvent) -> None:
        if self._state.is_typing:
            self._state.type_search(self._state.search[:-1])
        else:
            self._text(event)

    def _text(self, event: KeyPressEvent) -> None:
        """A letter, a digit, a paste, or a key that is not known."""
        state, data = self._state, event.data
        if state.help_top is None and self._does_something(data, event):
            return
        self._guard.note_text()
        if state.is_typing and data.isprintable():
            state.type_search(state.search + data)
        else:
            state.message = wrong_key(state.prompt)

    def _does_something(self, data: str, event: KeyPressEvent) -> bool:
        """Do what one letter or digit means in this list; tell whether it means anything."""
        state = self._state
        if state.is_typing or len(data) != 1:
            return False
        if state.prompt.numbered and data.isdecimal() and data.isascii():
            self._guard.note_key()
            state.type_number(data)
        elif data == SEARCH and can_search(state.prompt) and not text_follows(event):
            state.begin_search()
        elif state.prompt.unsure and data in LETTERS and self._guard.was_meant(event):
            state.mark_by_letter(data)
        else:
            return False
        return True
