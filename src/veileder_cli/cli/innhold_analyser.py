"""The author's command that proves what the rules do for all answers."""

import sys
from dataclasses import asdict
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Final, Self

import typer

from veileder_cli.cli.innhold_mappe import Mappe, choose_guide
from veileder_cli.cli.options import Innhold, Json, Utgave
from veileder_cli.cli.output import show, show_json
from veileder_cli.errors import ContentError
from veileder_cli.innhold.diagram import LIMIT

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_VENT: Final = 0.5


def analyser(
    mappe: Mappe = None,
    grense: Annotated[
        int,
        typer.Option(
            "--grense",
            min=1,
            metavar="ANTALL",
            help="Gi opp etter så mange mellomresultater. En million tar opptil 0,5 GB minne.",
        ),
    ] = LIMIT,
    json: Json = False,
    innhold: Innhold = None,
    utgave: Utgave = "",
) -> None:
    """Prove what holds for all answers, and say how it went with the exit code."""
    from veileder_cli.innhold.analyse import analyse, read_all  # noqa: PLC0415
    from veileder_cli.innhold.analyse_tekst import as_dict, report  # noqa: PLC0415
    from veileder_cli.render.document import Paragraph  # noqa: PLC0415

    valgt = choose_guide(mappe, innhold, utgave)
    hvilken = {"veileder": valgt.navn, "mappe": str(valgt.mappe)}
    try:
        lesning = read_all(valgt.mappe)
    except ContentError as error:
        if json:
            feil = [asdict(p) for p in error.problems]
            show_json(hvilken | {"gyldig": False, "fullstendig": False, "feil": feil})
        raise
    with _Bar() as bar:
        ut = analyse(lesning.lest.veileder, lesning.fil.paastander, grense, bar.tell)
    if json:
        show_json(hvilken | as_dict(lesning, ut))
    else:
        show((Paragraph(f"Analyserer {valgt.navn} i {valgt.mappe}"), *report(lesning, ut)))
    if not ut.holder:
        raise typer.Exit(1)


class _Bar:
    """A progress bar on a terminal's standard error, once there is something to wait for."""

    def __init__(self) -> None:
        self._start = monotonic()
        self._progress: Progress | None = None
        self._oppgave: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
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
                self._oppgave, total=alle, completed=gjort, description=f"Beviser {navn}"
            )

    def _is_worth_it(self) -> bool:
        return sys.stderr.isatty() and monotonic() - self._start > _VENT


COMMAND = (
    analyser,
    (
        "Bevis at reglene holder for alle svar, ikke bare for tilfellene.\n\n"
        "Finner rader som aldri kan bestemme ruta, svar som faller gjennom, trinn uten kontakt, "
        "rader som sier imot hverandre, og påstander i paastander.yaml som ikke holder. Hver feil "
        "vises med færrest mulig svar, som kan limes inn i et tilfelle."
    ),
    (
        "innhold analyser",
        "innhold analyser fjordvik/2025-01",
        "innhold analyser fjordvik/2025-01 --grense 5000000",
    ),
)
