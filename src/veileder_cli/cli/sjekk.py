"""The interview command: from a terminal or a file of answers to the result."""

import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from veileder_cli.answers import Svarark, Svarfeil, read_answers
from veileder_cli.cli.options import NODLINJE, Hvilket, about_content
from veileder_cli.cli.output import show, show_error, show_json, width
from veileder_cli.compiled import load_guide
from veileder_cli.errors import AnswersError, NoTerminalError
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import Svar
from veileder_cli.model.veileder import Veileder
from veileder_cli.nearest import suggest
from veileder_cli.render.result import reasons, whole_result
from veileder_cli.render.result_json import ResultAsJson
from veileder_cli.sprak import _
from veileder_cli.what_if import find_alternatives


@about_content
def sjekk(
    hvilket: Hvilket,
    svar: Annotated[
        Path | None,
        typer.Option(
            "--svar",
            allow_dash=True,
            metavar=_("FIL"),
            help=_("Les svarene fra fil («-»: fra et rør)."),
        ),
    ] = None,
    hvorfor: Annotated[
        bool, typer.Option("--hvorfor", help=_("Vis også reglene og svarene bak (med --svar)."))
    ] = False,
    enkel: Annotated[
        bool, typer.Option("--enkel", help=_("Ett nummerert spørsmål om gangen, uten å tegne om."))
    ] = False,
    json: Annotated[
        bool,
        typer.Option(
            "--json", help=_("Skriv resultatet som JSON, for programmer. Der står også svarene.")
        ),
    ] = False,
) -> None:
    """Ask, or read answers, and give the next step."""
    if svar is None and not _can_ask(enkel=enkel, json=json):
        raise NoTerminalError
    veileder = load_guide(hvilket.edition())
    if svar is None:
        _interview(veileder, enkel=enkel, json=json)
        return
    ark = _answers(veileder, svar)
    for id_ in ark.ignorert:
        show_error(
            _("Svaret på «{id}» er ikke brukt: spørsmålet ville ikke blitt stilt.").format(id=id_)
        )
    if json:
        _show_as_json(veileder, ark.svar)
        return
    vurdering = evaluate(veileder, ark.svar)
    dokument = whole_result(veileder, vurdering)
    if hvorfor:
        dokument += reasons(veileder, vurdering, find_alternatives(veileder, ark.svar))
    show(dokument)


def _can_ask(*, enkel: bool, json: bool) -> bool:
    """Whether somebody answers and sees the questions: the simple form may go through a pipe.

    Never to a file, which would hold the answers, and never into JSON, which they would spoil.
    """
    if not sys.stdin.isatty():
        return False
    if sys.stdout.isatty():
        return True
    from veileder_cli.interview.choose import is_pipe, wants_plain  # noqa: PLC0415

    return not json and (enkel or wants_plain(os.environ)) and is_pipe(sys.stdout)


def _interview(veileder: Veileder, *, enkel: bool, json: bool) -> None:
    from veileder_cli.cli.samtale import Conversation  # noqa: PLC0415 - prompts are slow to load
    from veileder_cli.interview.choose import choose_asker  # noqa: PLC0415
    from veileder_cli.interview.plain import terminal_width  # noqa: PLC0415

    end_when_closed()
    asker = choose_asker(sys.stdin, sys.stdout, os.environ, plain=enkel)
    bredde = width if sys.stdout.isatty() else partial(terminal_width, sys.stdin)
    samtale = Conversation(veileder, asker, NODLINJE, bredde)
    if json:
        _show_as_json(veileder, samtale.ask())
    else:
        samtale.run()


def end_when_closed() -> None:
    """Let a closed terminal or a shutdown end the interview as Ctrl-C does: cleaned up."""
    for navn in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, navn):
            signal.signal(getattr(signal, navn), lambda *_: signal.raise_signal(signal.SIGINT))


def _show_as_json(veileder: Veileder, svar: Svar) -> None:
    vurdering = evaluate(veileder, svar)
    show_json(ResultAsJson(veileder).vurdering(vurdering, find_alternatives(veileder, svar)))


def _answers(veileder: Veileder, fil: Path) -> Svarark:
    """Read and check an answers file. Raises AnswersError with every fault."""
    from veileder_cli.loader import load_answers  # noqa: PLC0415 - reads YAML, as few commands do

    navn = _("standard inn") if str(fil) == "-" else str(fil)
    ark = read_answers(veileder, load_answers(fil))
    if ark.feil:
        raise AnswersError(navn, tuple(_fault_text(f) for f in ark.feil))
    return ark


def _fault_text(feil: Svarfeil) -> str:
    tekst = f"{feil.sporsmal}: {feil.feil}"
    return f"{tekst} ({suggest(feil.verdi, feil.lovlige)})" if feil.lovlige else tekst
