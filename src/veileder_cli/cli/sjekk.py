"""The interview command: from a terminal or a file of answers to the result."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn, TypeAlias

from veileder_cli.answers import Svarark, Svarfeil, read_answers
from veileder_cli.cli.declared import argument, option
from veileder_cli.cli.ending import INTERRUPTED
from veileder_cli.cli.funn import Ord
from veileder_cli.cli.hyperlinks import takes_hyperlinks
from veileder_cli.cli.lasting import load, load_with_cases
from veileder_cli.cli.options import NODLINJE, Hvilket
from veileder_cli.cli.output import show, show_error, show_json, width
from veileder_cli.errors import AnswersError, NoTerminalError
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import Svar
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.nearest import suggest
from veileder_cli.render.links import linker
from veileder_cli.render.result import whole_result
from veileder_cli.sprak import _

Oving: TypeAlias = Annotated[
    Ord,
    argument(
        metavar=_("[ØVELSE]"),
        help=_("Øvelsen du vil ta (med --ov): nummer eller ord."),
        show_default=False,
    ),
]
Svarfil: TypeAlias = Annotated[
    Path | None,
    option(
        "--svar",
        allow_dash=True,
        metavar=_("FIL"),
        help=_("Les svarene fra fil («-»: fra et rør)."),
    ),
]
Hvorfor: TypeAlias = Annotated[
    bool, option("--hvorfor", help=_("Vis også reglene og svarene bak (med --svar)."))
]
Ut: TypeAlias = Annotated[
    Path | None,
    option(
        "--ut",
        metavar=_("FIL"),
        help=_("Lagre rådene i en ny fil uten svarene (med --svar): .html, .md eller .txt."),
    ),
]
Ov: TypeAlias = Annotated[
    bool, option("--ov", help=_("Øv på en oppdiktet sak. Ingenting er ekte."))
]
Enkel: TypeAlias = Annotated[
    bool, option("--enkel", help=_("Ett nummerert spørsmål om gangen, uten å tegne om."))
]
Json: TypeAlias = Annotated[
    bool,
    option("--json", help=_("Skriv resultatet som JSON, for programmer. Der står også svarene.")),
]


def sjekk(
    hvilket: Hvilket,
    oving: Oving = None,
    svar: Svarfil = None,
    hvorfor: Hvorfor = False,
    ut: Ut = None,
    ov: Ov = False,
    enkel: Enkel = False,
    json: Json = False,
) -> int:
    """Ask, or read answers, and give the next step. Gives the exit code."""
    _check_together(oving, svar, ut, ov=ov)
    if ov and json:
        _show_exercises(hvilket)
    elif svar is None and not _can_ask(enkel=enkel, json=json):
        raise NoTerminalError
    elif ov:
        _practise(hvilket, " ".join(oving or ()), enkel=enkel)
    elif svar is None:
        return _interview(load(hvilket, quiet=enkel), enkel=enkel, json=json)
    else:
        return _from_file(load(hvilket), svar, ut, hvorfor=hvorfor, json=json)
    return 0


def _from_file(veileder: Veileder, fil: Path, ut: Path | None, *, hvorfor: bool, json: bool) -> int:
    """Show what the answers in a file lead to, or save it, and give the exit code."""
    ark = _answers(veileder, fil)
    for id_ in ark.ignorert:
        show_error(
            _("Svaret på «{id}» er ikke brukt: spørsmålet ville ikke blitt stilt.").format(id=id_)
        )
    vurdering = evaluate(veileder, ark.svar)
    kode = _save(veileder, vurdering, ut) if ut else 0
    if json and not kode:
        _show_as_json(veileder, ark.svar)
    if ut or json:
        return kode
    dokument = whole_result(veileder, vurdering)
    if hvorfor:
        from veileder_cli.render.reasons import reasons  # noqa: PLC0415 - few ask why
        from veileder_cli.what_if import find_alternatives  # noqa: PLC0415 - as above

        dokument += reasons(veileder, vurdering, find_alternatives(veileder, ark.svar))
    show(dokument, linker(veileder))
    return 0


def _check_together(oving: Ord, svar: Path | None, ut: Path | None, *, ov: bool) -> None:
    """Refuse options that do not go together, with what to do instead."""
    if oving and not ov:
        _refuse(
            _("«veileder sjekk» tar ikke svar på kommandolinja. Skal du øve, legger du til --ov.")
        )
    if ov and (svar or ut):
        _refuse(_("--ov stiller spørsmålene selv og lagrer ikke noe. Ta bort --svar og --ut."))
    if ut and not svar:
        _refuse(_("--ut virker sammen med --svar. I samtalen velger du «Lagre råd» til slutt."))


def _refuse(feil: str) -> NoReturn:
    from veileder_cli.cli.norsk import NorskUsageError  # noqa: PLC0415 - loads Typer

    raise NorskUsageError(feil)


def _save(veileder: Veileder, vurdering: Vurdering, ut: Path) -> int:
    """Save the guidance, and give the exit code."""
    from veileder_cli.cli.lagring import save  # noqa: PLC0415
    from veileder_cli.render.printable import guidance_file  # noqa: PLC0415

    lagret = _("Rådene er lagret i {fil}, uten svarene. Også rådene kan røpe hva saken gjelder.")
    return save(ut, lambda: guidance_file(veileder, vurdering, str(ut), today()), lagret)


def today() -> date:
    """Give the date where the user is."""
    return datetime.now().astimezone().date()


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


def _interview(veileder: Veileder, *, enkel: bool, json: bool) -> int:
    """Ask, and give the exit code; one who breaks off is told that nothing is left."""
    from veileder_cli.cli.samtale import Conversation  # noqa: PLC0415 - prompts are slow to load
    from veileder_cli.interview.choose import choose_asker  # noqa: PLC0415

    end_when_closed()
    asker = choose_asker(sys.stdin, sys.stdout, os.environ, enkel, _mark_up(veileder))
    samtale = Conversation(veileder, asker, NODLINJE, _width(), today)
    try:
        if json:
            _show_as_json(veileder, samtale.ask())
        else:
            samtale.run()
    except KeyboardInterrupt:
        show_error(_("\nAvbrutt. Svarene dine er borte. De er ikke lagret."))
        return INTERRUPTED
    return 0


def _practise(hvilket: Hvilket, sok: str, *, enkel: bool) -> None:
    from veileder_cli.cli.oving import Practice  # noqa: PLC0415 - prompts are slow to load
    from veileder_cli.interview.choose import choose_asker  # noqa: PLC0415

    veileder = load_with_cases(hvilket, quiet=enkel)
    end_when_closed()
    asker = choose_asker(sys.stdin, sys.stdout, os.environ, enkel, _mark_up(veileder))
    Practice(veileder, asker, NODLINJE, _width()).run(sok)


def _width() -> Callable[[], int]:
    """Give what tells the width to write in; a pipe is read at the keyboard's terminal."""
    from veileder_cli.interview.plain import terminal_width  # noqa: PLC0415

    return width if sys.stdout.isatty() else partial(terminal_width, sys.stdin)


def _show_exercises(hvilket: Hvilket) -> None:
    from veileder_cli.practice import exercises  # noqa: PLC0415

    alle = exercises(load_with_cases(hvilket))
    show_json(
        {"ovelser": [{"nummer": str(n), "fortelling": t.fortelling} for n, t in enumerate(alle, 1)]}
    )


def _mark_up(veileder: Veileder) -> Callable[[str], str]:
    """Give what puts links into a line, where the terminal takes them."""
    return linker(veileder).with_hyperlinks if takes_hyperlinks(os.environ) else str


def end_when_closed() -> None:
    """Let what ends a program from outside end the interview as Ctrl-C does: cleaned up.

    SIGQUIT too: its key would leave the memory, with the answers, in a file.
    """
    for navn in ("SIGHUP", "SIGTERM", "SIGQUIT"):
        if hasattr(signal, navn):
            signal.signal(getattr(signal, navn), lambda *_: signal.raise_signal(signal.SIGINT))


def _show_as_json(veileder: Veileder, svar: Svar) -> None:
    from veileder_cli.render.result_json import ResultAsJson  # noqa: PLC0415 - for programs
    from veileder_cli.what_if import find_alternatives  # noqa: PLC0415 - as above

    vurdering = evaluate(veileder, svar)
    show_json(ResultAsJson(veileder).vurdering(vurdering, find_alternatives(veileder, svar)))


def _answers(veileder: Veileder, fil: Path) -> Svarark:
    """Read and check an answers file. Raises AnswersError with every fault."""
    from veileder_cli.answers_file import load_answers  # noqa: PLC0415 - reads YAML, as few commands do

    navn = _("standard inn") if str(fil) == "-" else str(fil)
    ark = read_answers(veileder, load_answers(fil))
    if ark.feil:
        raise AnswersError(navn, tuple(_fault_text(f) for f in ark.feil))
    return ark


def _fault_text(feil: Svarfeil) -> str:
    tekst = f"{feil.sporsmal}: {feil.feil}"
    return f"{tekst} ({suggest(feil.verdi, feil.lovlige)})" if feil.lovlige else tekst
