"""After Ctrl-Z and back, the plain back end says where one is; it never draws anything again."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Final, TextIO

from veileder_cli.sprak import _

RESUMED: Final = _("Du er tilbake. Spørsmålet står over. Ingen svar er borte.")


@contextmanager
def said_again(stdout: TextIO, label: str) -> Iterator[None]:
    """While a line is read: when the program goes on after a stop, write the label anew."""
    if not hasattr(signal, "SIGCONT") or current_thread() is not main_thread():
        yield
        return

    def say(*_: object) -> None:
        stdout.write(f"\n{RESUMED}\n{label}")
        stdout.flush()

    before = signal.signal(signal.SIGCONT, say)
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before)
