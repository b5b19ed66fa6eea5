"""A real pseudo-terminal with a screen to read, for tests of anything that asks a person."""

import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

import veileder_cli.interview

SRC = Path(next(iter(veileder_cli.interview.__path__))).parents[1]

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "enter": "\r",
    "space": " ",
    "esc": "\x1b",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
    "ctrl-x": "\x18",
}
# A person's pace: the program takes keys that come faster than 0.1 s for a paste or a held key.
PACE = 0.11
# How long to wait for what must come, on a machine that is busy.
UNDER_STRAIN = 10.0
UNWANTED = {"ACCESSIBLE", "NO_COLOR", "COLUMNS", "LINES", "PROMPT_TOOLKIT_NO_CPR", "TERM"}


class Terminal:
    """Runs a program in a terminal of the given size; `screen` is what a person sees.

    Use as a context manager. `press` keeps a person's pace, `send` writes at once (a paste, a
    held key). Wait for the next question's text before pressing its keys.
    """

    def __init__(
        self,
        argv: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._screen = pyte.HistoryScreen(columns, rows, history=1000)
        self._stream = pyte.ByteStream(self._screen)
        self.output = b""
        plain_env = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            argv[0],
            list(argv[1:]),
            dimensions=(rows, columns),
            env={**plain_env, "TERM": "xterm-256color", "PYTHONPATH": str(SRC), **(env or {})},
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    # --- what the person does ---

    def press(self, *keys: str) -> None:
        """Press named keys (KEYS) or single characters, each after the last was answered."""
        for key in keys:
            self._read_until_quiet()
            time.sleep(PACE)
            self.send(KEYS.get(key, key))
            self._read_until_more(0.5)

    def send(self, text: str) -> None:
        """Write the text to the program in one piece, as a terminal does with a paste."""
        self._child.send(text)

    def type_line(self, text: str, label: str = "Svar:") -> None:
        """Wait until the plain back end stands waiting after its label, and type a line."""
        self._wait(lambda: self.cursor_line == label, f"An empty line «{label}»")
        self.send(f"{text}\r")

    def paste(self, text: str) -> None:
        """Paste as a modern terminal does where the program has asked for brackets."""
        self.send(f"\x1b[200~{text.replace(chr(10), chr(13))}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size; the program is told."""
        self._read_until_quiet()
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def interrupt(self) -> None:
        """Send an interrupt from outside the terminal."""
        self._child.kill(signal.SIGINT)

    # --- what the person sees ---

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, without blanks at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def screen(self) -> str:
        """The lines joined."""
        return "\n".join(self.lines)

    @property
    def flowing(self) -> str:
        """The screen's words in one line, for texts that may have been wrapped."""
        return " ".join(self.screen.split())

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The characters of the screen with their look, row by row."""
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return [[row[x] for x in range(self._screen.columns)] for row in rows]

    @property
    def scrolled_off(self) -> str:
        """What has left the screen at its top."""
        rows = self._screen.history.top
        return "\n".join("".join(row[x].data for x in sorted(row)).rstrip() for row in rows)

    @property
    def cursor_line(self) -> str:
        """The line that the terminal's cursor stands on."""
        return self.lines[self._screen.cursor.y]

    def wait_for(self, text: str, timeout: float = UNDER_STRAIN) -> None:
        """Wait until the screen shows the text, wrapped or not."""
        wanted = " ".join(text.split())
        self._wait(lambda: wanted in self.flowing, repr(text), timeout)

    def wait_until_gone(self, text: str, timeout: float = UNDER_STRAIN) -> None:
        """Wait until the screen no longer shows the text."""
        wanted = " ".join(text.split())
        self._wait(lambda: wanted not in self.flowing, f"A screen without {text!r}", timeout)

    def settle(self, seconds: float = 0.3) -> None:
        """Read what comes in this time; for what must not happen."""
        self._read_until(lambda: False, seconds)

    def exit_code(self, timeout: float = UNDER_STRAIN) -> int | None:
        """Wait for the program's end; None when a signal ended it."""
        self._read_until(lambda: not self._child.isalive(), timeout)
        self.settle(0.05)
        self._child.close(force=True)
        status: int | None = self._child.exitstatus
        return status

    def _wait(self, done: Callable[[], bool], wanted: str, timeout: float = UNDER_STRAIN) -> None:
        if not self._read_until(done, timeout):
            message = f"{wanted} never came. The screen:\n{self.screen}"
            raise AssertionError(message)

    def _read_until_quiet(self) -> None:
        while self._read(0.02):
            pass

    def _read_until_more(self, timeout: float) -> None:
        seen = len(self.output)
        self._read_until(lambda: len(self.output) > seen, timeout)

    def _read_until(self, done: Callable[[], bool], timeout: float) -> bool:
        end = time.monotonic() + timeout
        while not done():
            if time.monotonic() > end:
                return False
            self._read(0.02)
        return True

    def _read(self, timeout: float) -> bool:
        try:
            data = self._child.read_nonblocking(65536, timeout)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            time.sleep(timeout)
            return False
        self.output += data
        self._stream.feed(data)
        return True
