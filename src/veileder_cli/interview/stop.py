"""Ctrl-Z and back: the question is taken off the screen, and drawn again as it stood."""

import asyncio
import os
import signal
from typing import Any

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys


def bind_stop(keys: KeyBindings) -> None:
    """Let Ctrl-Z hand the terminal back to the shell, as everywhere else."""
    keys.add(Keys.ControlZ, eager=True)(lambda _: _stop())


def heed_stop(app: Application[Any]) -> None:
    """Do the same when the stop comes from outside."""
    if not hasattr(signal, "SIGTSTP"):
        return
    app.pre_run_callables.append(
        lambda: asyncio.get_running_loop().add_signal_handler(signal.SIGTSTP, _stop)
    )


def _stop() -> None:
    """Nothing happens where no shell could start it again: the kernel refuses such a stop."""
    if hasattr(signal, "SIGTSTP"):
        run_in_terminal(_stop_all)


def _stop_all() -> None:
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(0, signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, before)
