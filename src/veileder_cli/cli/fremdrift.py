"""A progress bar for what may take a while."""

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_VENT: Final = 0.5


class Fremdriftslinje:
    """A progress bar on a terminal's standard error, once there is something to wait for."""

    def __init__(self, verb: str) -> None:
        """Hold what is being done, as the word before each step's name."""
        self._verb = verb
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
        if self._progress is None and self._is_worth_it():
            from rich.console import Console  # noqa: PLC0415 - most proofs end before
            from rich.progress import Progress  # noqa: PLC0415

            self._progress = Progress(console=Console(stderr=True), transient=True)
            self._oppgave = self._progress.add_task("")
            self._progress.start()
        if self._progress is not None and self._oppgave is not None:
            self._progress.update(
                self._oppgave, total=alle, completed=gjort, description=f"{self._verb} {navn}"
            )

    def _is_worth_it(self) -> bool:
        return sys.stderr.isatty() and monotonic() - self._start > _VENT
