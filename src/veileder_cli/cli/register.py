"""Puts commands into a Typer app, with the parameters they declare."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, Final

import typer
from typer._click.core import ParameterSource
from typer._click.globals import get_current_context

from veileder_cli.cli.declared import Command, as_typer
from veileder_cli.cli.norsk import examples
from veileder_cli.cli.options import COMMON, NODLINJE, Hvilket, known_language

_HVILKET: Final = "hvilket"
_SPRAK: Final = "sprak"


def register(app: typer.Typer, command: Command) -> None:
    """Put a command in, with its help and examples."""
    linjer = examples(*(f"veileder {e}" for e in command.examples))
    app.command(help=command.help, epilog=f"{linjer}\n\n{NODLINJE}")(for_typer(command.run))


def for_typer(run: Callable[..., Any]) -> Callable[..., Any]:
    """Give what runs a command, with parameters as Typer reads them.

    `hvilket`, which content it is about, becomes the options that say so. All commands take the
    language; it is spoken before they are called, so the variable for it is read already.
    """
    egne = dict(signature(run).parameters)
    om_innhold = egne.pop(_HVILKET, None)
    felles = COMMON if om_innhold else {} if _SPRAK in egne else {_SPRAK: COMMON[_SPRAK]}

    @wraps(run)
    def with_options(**valg: Any) -> Any:
        kilde = get_current_context().get_parameter_source(_SPRAK)
        valg[_SPRAK] = "" if kilde is ParameterSource.ENVIRONMENT else valg[_SPRAK]
        if not om_innhold and felles:
            known_language(valg[_SPRAK])
        valgt = {navn: valg.pop(navn) for navn in felles}
        return run(Hvilket(**valgt), **valg) if om_innhold else run(**valg)

    samlet = [
        *(p.replace(kind=Parameter.KEYWORD_ONLY) for p in egne.values()),
        *(
            Parameter(navn, Parameter.KEYWORD_ONLY, default=getattr(Hvilket(), navn), annotation=t)
            for navn, t in felles.items()
        ),
    ]
    for_den = [p.replace(annotation=as_typer(p.annotation)) for p in samlet]
    with_options.__signature__ = Signature(for_den)  # type: ignore[attr-defined]
    with_options.__annotations__ = {p.name: p.annotation for p in for_den} | {"return": None}
    return with_options
