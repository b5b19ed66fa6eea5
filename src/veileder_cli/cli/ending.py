"""How the program ends, whatever happened: an exit code, and never a traceback."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from veileder_cli.cli.output import show_error
from veileder_cli.sprak import _

UNEXPECTED: Final = 3
INTERRUPTED: Final = 130


def end(call: Callable[[], object], unexpected: Callable[[Exception], int]) -> int:
    """Call, and give the exit code: the int that comes back, or that of what went wrong.

    What is neither an interruption nor a reader that has gone is for `unexpected` to tell.
    """
    try:
        code = call()
        sys.stdout.flush()
    except (KeyboardInterrupt, EOFError):
        show_error(_("\nAvbrutt."))
        code = INTERRUPTED
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:  # noqa: BLE001 - nobody is shown a traceback
        code = unexpected(error)
    return code if type(code) is int else 0


def report_bug(error: Exception) -> int:
    """Say where it happened, not what the exception says: that may hold what someone answered."""
    from traceback import extract_tb  # noqa: PLC0415 - seldom needed, it is to be hoped

    frame = extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"
    text = _("Feil: Noe gikk galt i programmet, ikke i det du skrev ({where}).")
    show_error(text.format(where=where))
    return UNEXPECTED
