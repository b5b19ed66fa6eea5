"""Leaving in haste: nothing of the conversation stays on the screen, nor where one scrolls back."""

import os
import sys
from collections.abc import Mapping
from typing import Final, TextIO

TERMS_WITHOUT_CURSOR: Final = frozenset({"dumb", "unknown"})
QUICK_KEY: Final = "\x18"
"""Ctrl-X: one key that every terminal and console passes on, and that no text holds."""
QUICK_WORD: Final = "x"

_CLEAR: Final = "\x1b[H\x1b[2J\x1b[3J"
_ENOUGH_LINES: Final = 100


def wipe_terminal(stdout: TextIO, environ: Mapping[str, str] = os.environ) -> None:
    """Empty the screen, then the scrollback; where neither can be done, push the text away."""
    can_clear = environ.get("TERM") not in TERMS_WITHOUT_CURSOR and _understands_escapes(stdout)
    stdout.write(_CLEAR if can_clear else "\n" * _ENOUGH_LINES)
    stdout.flush()


def _understands_escapes(stdout: TextIO) -> bool:
    """Whether escape sequences are obeyed: on an old Windows console they are told to be."""
    if not stdout.isatty():
        return False
    if sys.platform != "win32":
        return True
    import ctypes  # noqa: PLC0415
    import msvcrt  # noqa: PLC0415 - Windows only

    handle, mode = msvcrt.get_osfhandle(stdout.fileno()), ctypes.c_ulong()
    kernel = ctypes.windll.kernel32
    found = kernel.GetConsoleMode(handle, ctypes.byref(mode))
    return bool(found and kernel.SetConsoleMode(handle, mode.value | 4))
