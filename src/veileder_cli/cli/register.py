"""Puts commands into a Typer app, with the parameters they declare."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Any, Final

import typer

from veileder_cli.cli.declared import Command, as_typer
from veileder_cli.cli.norsk import examples
from veileder_cli.cli.options import COMMON, NODLINJE, Hvilket

_HVILKET: Final = "hvilket"


def register(app: typer.Typer, command: Command) -> None:
    """Put a command in, with its help and examples."""
    linjer = examples(*(f"veileder {e}" for e in command.examples))
    app.command(help=command.help, epilog=f"{linjer}\n\n{NODLINJE}")(for_typer(command.run))


def for_typer(run: Callable[..., Any]) -> Callable[..., Any]:
    """Give what runs a command, with parameters as Typer reads them.

    `hvilket`, which content it is about, becomes the options that say so.
    """
    som_skrevet = signature(run)
    egne = [p for p in som_skrevet.parameters.values() if p.name != _HVILKET]
    felles = COMMON if _HVILKET in som_skrevet.parameters else {}

    @wraps(run)
    def with_options(**valg: Any) -> Any:
        if felles:
            valg[_HVILKET] = Hvilket(**{navn: valg.pop(navn) for navn in felles})
        return run(**valg)

    egne += [
        Parameter(navn, Parameter.KEYWORD_ONLY, default=getattr(Hvilket(), navn), annotation=type_)
        for navn, type_ in felles.items()
    ]
    samlet = [
        p.replace(kind=Parameter.KEYWORD_ONLY, annotation=as_typer(p.annotation)) for p in egne
    ]
    with_options.__signature__ = som_skrevet.replace(parameters=samlet)  # type: ignore[attr-defined]
    with_options.__annotations__ = {p.name: p.annotation for p in samlet} | {"return": None}
    return with_options
