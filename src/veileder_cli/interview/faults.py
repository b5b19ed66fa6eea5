"""A fault in the program while a question stands there: it ends the interview, as anywhere else.

prompt_toolkit would print it, with what it says of the answers, and go on with the interview.
"""

import asyncio
from functools import partial
from typing import Any

from prompt_toolkit.application import Application


def end_on_fault(app: Application[Any]) -> None:
    """Let a fault in a key or in drawing leave the question, for the command line to tell."""
    app.pre_run_callables.append(
        lambda: asyncio.get_running_loop().set_exception_handler(partial(_end, app))
    )


def _end(app: Application[Any], _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    fault = context.get("exception")
    if isinstance(fault, Exception) and app.future and not app.future.done():
        app.exit(exception=fault)
