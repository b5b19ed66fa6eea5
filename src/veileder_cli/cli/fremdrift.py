"""A progress bar for what may take a while, on a terminal's standard error alone."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_VENT: Final = 0.5


class Fremdriftslinje:
    """A progress bar on a terminal's standard error, once there is something to wait for."""

    def __init__(self, tekst: str) -> None:
        """Hold how it is said what is being done; "{hva}" is where the step's name stands."""
        self._tekst = tekst
        self._start = monotonic()
        self._progress: Progress | None = None
        self._oppgave: TaskID | None = None

    def __enter__(self) -> Self:
        """Wait for something to tell of."""
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._progress:
            self._progress.stop()

    def tell(self, gjort: int, alle: int, navn: str) -> None:
        """Show how far it has come, and with what it is busy."""
        if self._progress is None and monotonic() - self._start > _VENT and _can_be_seen():
            self._progress = _bar()
            self._oppgave = self._progress.add_task("")
            self._progress.start()
        if self._progress is not None and self._oppgave is not None:
            tekst = self._tekst.format(hva=navn)
            self._progress.update(self._oppgave, total=alle, completed=gjort, description=tekst)


@contextmanager
def waiting(hva: str) -> Iterator[None]:
    """Show that something goes on, after half a second; how far it has come is not known."""
    if not _can_be_seen():
        yield
        return
    from threading import Timer  # noqa: PLC0415 - only where there may be something to wait for

    vist: list[Progress] = []

    def begin() -> None:
        vist.append(_bar())
        vist[0].add_task(hva, total=None)
        vist[0].start()

    klokke = Timer(_VENT, begin)
    klokke.daemon = True
    klokke.start()
    try:
        yield
    finally:
        klokke.cancel()
        klokke.join()
        for linje in vist:
            linje.stop()


def _can_be_seen() -> bool:
    """Whether a bar that moves is any use: to a screen reader it is only noise."""
    from veileder_cli.interview.choose import wants_plain  # noqa: PLC0415 - most proofs end before

    return sys.stderr.isatty() and not wants_plain(os.environ)


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - slow, and seldom needed
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True, no_color=True), transient=True)
