"""Shows what is longer than the screen, one screen at a time, in the order it is read.

No other program is started: PAGER may name anything, and `less` keeps what was searched for. Text
is only added, so that a screen reader, and who scrolls back, finds all of it; the line that waits
for a key is taken away again.
"""

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final, TextIO

from rich.console import Console
from rich.text import Text

from veileder_cli.sprak import _

if TYPE_CHECKING:
    from collections.abc import Callable

VARIABLE: Final = "VEILEDER_BLA"
_OFF: Final = frozenset({"nei", "0"})
_NEXT: Final = frozenset({"\r", "\n", " ", "\x1b[B", "\x1b[6~", "\xe0P", "\xe0Q"})
_REST: Final = frozenset({"a", "A"})
_STOP: Final = frozenset({"q", "Q", "\x1b", "\x04", "\x1a", ""})
_INTERRUPT: Final = "\x03"
_LOWEST: Final = 4


def wants_pages(stdin: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether somebody is there to turn pages, and has not said that they will not."""
    from veileder_cli.interview.choose import wants_plain  # noqa: PLC0415 - for long texts alone

    return stdin.isatty() and not wants_plain(environ) and environ.get(VARIABLE) not in _OFF


def show_text(text: Text, stdout: TextIO) -> None:
    """Print the text whole."""
    Console(file=stdout, highlight=False).print(text, soft_wrap=True)


def show_pages(text: Text, stdin: TextIO, stdout: TextIO) -> None:
    """Print the text; after each full screen but the last, wait for a key where one can come."""
    lines = [*text.split("\n", allow_blank=True)]
    prompt = _("-- mer: Enter, alt: a, slutt: q --")
    while lines:
        columns, rows = get_terminal_size()
        here = _lines_that_fit(lines, columns, rows - 1)
        roomy = rows >= _LOWEST and columns > len(prompt)
        if here == len(lines) or not roomy or not wants_pages(stdin, os.environ):
            break
        show_text(Text("\n").join(lines[:here]), stdout)
        lines = lines[here:]
        key = _ask(prompt, stdin, stdout)
        if key in _STOP:
            return
        if key in _REST:
            break
    show_text(Text("\n").join(lines), stdout)


def _lines_that_fit(lines: list[Text], columns: int, rows: int) -> int:
    """Count the lines that fill the rows; a line wider than the terminal takes several."""
    for nr, line in enumerate(lines):
        rows -= max(1, -(-line.cell_len // columns))
        if rows < 0:
            return max(1, nr)
    return len(lines)


def _ask(prompt: str, stdin: TextIO, stdout: TextIO) -> str:
    """Wait for a key that means something; the prompt is gone when it has come."""

    def write(text: str) -> None:
        stdout.write(text)
        stdout.flush()

    write(prompt)
    try:
        with _keys_come_at_once(stdin, lambda: write(prompt)):
            while (key := _read_key(stdin)) not in _NEXT | _REST | _STOP:
                pass
    finally:
        write(f"\r{' ' * len(prompt)}\r")
    return key


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def _keys_come_at_once(_stdin: TextIO, _resumed: "Callable[[], None]") -> Iterator[None]:
        yield

    def _read_key(_stdin: TextIO) -> str:
        key = msvcrt.getwch()
        if key == _INTERRUPT:
            raise KeyboardInterrupt
        return "\xe0" + msvcrt.getwch() if key in {"\x00", "\xe0"} else key

else:
    import termios

    @contextmanager
    def _keys_come_at_once(stdin: TextIO, resumed: "Callable[[], None]") -> Iterator[None]:
        """Take keys without Enter, unseen; the terminal is as it was after, and while stopped."""
        before = termios.tcgetattr(stdin)
        unseen = [*before[:3], before[3] & ~(termios.ICANON | termios.ECHO), *before[4:]]

        def stop(*_: object) -> None:
            termios.tcsetattr(stdin, termios.TCSADRAIN, before)
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            signal.raise_signal(signal.SIGTSTP)
            begin()
            resumed()

        def begin() -> None:
            signal.signal(signal.SIGTSTP, stop)
            termios.tcsetattr(stdin, termios.TCSADRAIN, unseen)

        handler = signal.getsignal(signal.SIGTSTP)
        try:
            begin()
            yield
        finally:
            termios.tcsetattr(stdin, termios.TCSADRAIN, before)
            signal.signal(signal.SIGTSTP, handler)

    def _read_key(stdin: TextIO) -> str:
        """Read what one key sends: a letter, or a few for a key such as an arrow."""
        key = os.read(stdin.fileno(), 16).decode("utf-8", "replace")
        return key if key.startswith("\x1b") else key[:1]
