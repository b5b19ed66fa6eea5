"""Which back end asks: plain where a redrawn screen would not work or is not wanted."""

import os
import stat
import sys
from collections.abc import Callable, Mapping
from typing import TextIO

from veileder_cli.interview.asking import Asker
from veileder_cli.interview.haste import TERMS_WITHOUT_CURSOR
from veileder_cli.interview.plain import PlainAsker

NARROWEST_RICH = 60
LOWEST_RICH = 12


def choose_asker(
    stdin: TextIO,
    stdout: TextIO,
    environ: Mapping[str, str],
    plain: bool,  # noqa: FBT001 - every caller has it as a variable
    mark_up: Callable[[str], str] = str,
) -> Asker:
    """Choose the back end; the rich one is imported only when it is used.

    `mark_up` may put links into the lines that the rich one shows.

    Whether to ask at all (both streams a terminal) is the caller's to decide.
    """
    if plain or not _can_redraw(stdin, stdout, environ):
        return PlainAsker(stdin, stdout)
    from veileder_cli.interview.rich_prompts import RichAsker  # noqa: PLC0415 - 139 ms

    return RichAsker(stdin, stdout, mark_up)


def wants_plain(environ: Mapping[str, str]) -> bool:
    """Whether the person, or the terminal they chose, asks for text that is only appended."""
    return bool(environ.get("ACCESSIBLE")) or environ.get("TERM") in TERMS_WITHOUT_CURSOR


def is_pipe(stdout: TextIO) -> bool:
    """Whether another program reads what is written: a speech program, a pager, `tee`."""
    try:
        return stat.S_ISFIFO(os.fstat(stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _can_redraw(stdin: TextIO, stdout: TextIO, environ: Mapping[str, str]) -> bool:
    if wants_plain(environ):
        return False
    return stdin.isatty() and stdout.isatty() and _is_roomy(stdout) and _has_console(stdout)


def _is_roomy(stdout: TextIO) -> bool:
    """Whether the terminal has the room; one that does not tell its size is taken as 80x24."""
    try:
        columns, rows = os.get_terminal_size(stdout.fileno())
    except (OSError, ValueError):
        return True
    return (columns or 80) >= NARROWEST_RICH and (rows or 24) >= LOWEST_RICH


def _has_console(stdout: TextIO) -> bool:
    """Whether there is a Windows console; NUL and some terminals only look like one."""
    if sys.platform != "win32":
        return True
    import ctypes  # noqa: PLC0415
    import msvcrt  # noqa: PLC0415 - Windows only

    handle = msvcrt.get_osfhandle(stdout.fileno())
    return bool(ctypes.windll.kernel32.GetConsoleMode(handle, ctypes.byref(ctypes.c_ulong())))
