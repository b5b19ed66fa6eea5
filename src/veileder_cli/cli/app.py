"""The command line: every command, its help, and what an error says and exits with."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from veileder_cli.cli.declared import Command, fold
from veileder_cli.cli.ending import end, report_bug
from veileder_cli.cli.options import NODLINJE, Hvilket
from veileder_cli.cli.output import prepare_streams, show_error, show_json
from veileder_cli.errors import (
    AnswersError,
    ContentError,
    EditionError,
    NoTerminalError,
    NotFoundError,
    QuickExit,
)
from veileder_cli.sprak import LANGUAGE_VARIABLE, _

if TYPE_CHECKING:
    import typer

_IKKE_FUNNET, _FEIL_BRUK = 1, 2
_HJELP = _(
    "Beslutningsstøtte når du er bekymret for at noen trekkes mot voldelig ekstremisme. "
    "Verktøyet finner neste steg og hvem du kan snakke med. Det lagrer ingenting, sender "
    "ingenting og setter ingen merkelapp på noen."
)
_SJEKK, _INNHOLD, _FULLFORING, _TAB = "sjekk", "innhold", "fullforing", "_fullfor"
_SJEKK_HJELP = _("Svar på spørsmål og få neste steg, hvem du kan snakke med, og hvorfor.")

_KORT: Final = 60
_VARIABLES: Final = "VEILEDER_"


def build_app(navn: str = "") -> "typer.Typer":
    """Put the commands together, the interview first; or the one of that name, where there is one.

    One command alone is loaded in a fraction of the time that all take.
    """
    import typer  # noqa: PLC0415 - a command with nothing but words does without

    from veileder_cli.cli.register import for_typer, register  # noqa: PLC0415 - as above

    app = typer.Typer(
        help=_HJELP,
        epilog=_("Begynn her: veileder sjekk\n\n{nodlinje}").format(nodlinje=NODLINJE),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
    )
    kommandoer = _commands(navn)
    for command in kommandoer:
        register(app, command)
    if len(kommandoer) != 1:
        from veileder_cli.cli.innhold import build_innhold  # noqa: PLC0415
        from veileder_cli.cli.versjon import program  # noqa: PLC0415

        app.callback()(for_typer(program))
        app.add_typer(build_innhold(), name=_INNHOLD)
    return app


def _commands(navn: str) -> tuple[Command, ...]:
    """Give the command of the name, none for the group's, or all where nothing has the name."""
    if navn == _INNHOLD:
        return ()
    if navn == _FULLFORING:
        return _fullforing()
    if navn != _SJEKK:
        from veileder_cli.cli.oppslag import COMMANDS  # noqa: PLC0415

        if ett := tuple(c for c in COMMANDS if c.run.__name__ == navn):
            return ett
    from veileder_cli.cli.sjekk import sjekk  # noqa: PLC0415

    intervju = Command(sjekk, _SJEKK_HJELP, ("sjekk", "sjekk --svar svar.yaml", "sjekk --ov"))
    return (intervju,) if navn == _SJEKK else (intervju, *COMMANDS, *_fullforing())


def _fullforing() -> tuple[Command, ...]:
    from veileder_cli.cli.fullforing import COMMAND  # noqa: PLC0415 - few need it

    return (Command(*COMMAND),)


def run(argv: Sequence[str]) -> int:
    """Run the command line and give the exit code."""
    prepare_streams()
    if argv[:1] == [_TAB]:
        from veileder_cli.cli.kandidater import answer  # noqa: PLC0415 - a shell asks for it

        return answer(argv[1:], build_app)
    navn = fold(argv[0]) if argv else ""

    def unexpected(error: Exception) -> int:
        return 0 if isinstance(error, QuickExit) else _report(error, "--json" in argv)

    if call := _without_options(navn, argv[1:]):
        return end(call, unexpected)
    from veileder_cli.cli import norsk  # noqa: PLC0415 - with all of Typer

    return norsk.run(build_app(navn), argv, unexpected)


def _without_options(navn: str, ord_: Sequence[str]) -> Callable[[], object] | None:
    """Give the call of a command that is followed by words alone: it needs no parser.

    Half of a look-up's time goes to Typer. Options, the variables that stand for options, and
    faults are for it alone; the language is chosen already.
    """
    if navn in {"", _FULLFORING} or any(o.startswith("-") for o in ord_):
        return None
    if any(v.startswith(_VARIABLES) and v != LANGUAGE_VARIABLE for v in os.environ):
        return None
    match _commands(navn):
        case (Command(run=call, least=int(least)),) if ord_ and len(ord_) >= least:
            return partial(call, Hvilket(), list(ord_))
        case (Command(run=call, least=None | 0),) if not ord_:
            return partial(call, Hvilket())
    return None


def _report(error: Exception, json: bool) -> int:  # noqa: FBT001 - one caller, above
    """Say what a user's error is and give its exit code; anything else is a bug of ours."""
    match error:
        case NotFoundError(slag=slag, sok=sok, forslag=forslag):
            feil = _("Fant ingenting for «{sok}» ({slag}).").format(sok=sok, slag=_kind(slag))
            if json:
                show_json({"feil": feil, "forslag": list(forslag)})
            show_error(f"{feil} {_suggestion(forslag)}".strip())
            return _IKKE_FUNNET
        case ContentError(problems=problemer):
            show_error(_("Innholdet har {antall} feil:").format(antall=len(problemer)))
            for problem in problemer:
                show_error(str(problem))
            show_error(NODLINJE)  # without content it is the one advice there is
            return _IKKE_FUNNET
        case EditionError():
            show_error(_edition_text(error))
            show_error(NODLINJE)
            return _IKKE_FUNNET
        case AnswersError(fil=fil, feil=linjer):
            show_error(_("Svarene i {fil} kan ikke brukes:").format(fil=fil))
            for linje in linjer:
                show_error(f"- {linje}")
            return _FEIL_BRUK
        case NoTerminalError():
            show_error(
                _(
                    "«veileder sjekk» stiller spørsmål og trenger en terminal. Åpne en terminal og "
                    "prøv der, eller gi svarene med --svar FIL (--svar - leser fra et rør). Med "
                    "--enkel kan spørsmålene gå ut i et rør, men du må svare i en terminal."
                )
            )
            return _FEIL_BRUK
        case OSError():
            show_error(_("Får ikke lest eller skrevet her. Sjekk tilgangen, og om disken er full."))
            return _IKKE_FUNNET
        case _:
            return report_bug(error)


def _kind(slag: str) -> str:
    """Name what was looked for, in the language that is spoken."""
    kalt = {
        "aktorer": _("aktører"),
        "begrep": _("begrep"),
        "innhold": _("innhold"),
        "kapittel": _("kapittel"),
        "kontakt": _("kontakt"),
        "lenke": _("lenke"),
        "regelverk": _("regelverk"),
        "rolle": _("rolle"),
        "tiltak": _("tiltak"),
        "trinn": _("trinn"),
    }
    return kalt.get(slag, slag)


def _suggestion(forslag: tuple[str, ...]) -> str:
    """Give what may be tried, in the line or, where they are long, each in a line of its own."""
    i_linja = ", ".join(forslag)
    if len(i_linja) <= _KORT:
        return _("Prøv en av disse: {forslag}.").format(forslag=i_linja) if forslag else ""
    return "\n".join([_("Prøv en av disse:"), *(f"- {f}" for f in forslag)])


def _edition_text(error: EditionError) -> str:
    finnes = ", ".join(error.finnes)
    if error.flere:
        return _("Flere veiledere passer: {finnes}. Velg en med --utgave.").format(finnes=finnes)
    if error.finnes:
        return _("Fant ikke utgaven «{utgave}». Disse finnes: {finnes}.").format(
            utgave=error.utgave, finnes=finnes
        )
    return _("Fant ingen veileder i {mappe}. Mappa skal ha en veileder.yaml.").format(
        mappe=error.mappe
    )
