"""What a usage error says, in bokmål."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from typer._click import ClickException, Command, Context, Parameter, exceptions
from typer.core import TyperArgument, TyperOption

from veileder_cli.cli import hjelpetekst as h
from veileder_cli.cli.declared import fold
from veileder_cli.cli.verdier import demands, quoted
from veileder_cli.sprak import _

_SHORT: Final = 4
"""A word of so many letters stands inside others by chance."""


def usage_text(error: ClickException) -> str:
    """Say what was wrong by the exception's class and data; a message of our own stays as it is."""
    match error:
        case exceptions.NoSuchOption():
            near = _perhaps(error.possibilities or ())
            text = _("Finner ikke valget {quoted}.{near}").format(
                quoted=quoted(error.option_name), near=near
            )
        case exceptions.BadOptionUsage(ctx=Context() as ctx):
            text = _option_usage(error.option_name, ctx)
        case exceptions.BadArgumentUsage(ctx=Context() as ctx):
            text = _argument_usage(ctx)
        case exceptions.MissingParameter(param=Parameter() as param):
            demand = "".join(_(" Skriv {text}.").format(text=text) for text in demands(param))
            text = _("Mangler {param}.{demand}").format(param=_called(param), demand=demand)
        case exceptions.BadParameter(param=Parameter() as param):
            text = _("Ugyldig verdi for {param}: {message}").format(
                param=_called(param), message=error.message
            )
        case exceptions.FileError():
            text = _("Får ikke åpnet fila {quoted}.").format(quoted=quoted(error.filename))
        case _:
            text = error.message
    return text


def _option_usage(name: str, ctx: Context) -> str:
    options = h.visible(ctx.command.get_params(ctx), TyperOption, hidden=True)
    for option in options:
        if name in map(fold, option.opts) and not (option.is_flag or option.count):
            return _("Valget {quoted} mangler verdi. Skriv {name} {metavar}.").format(
                quoted=quoted(name), name=name, metavar=h.metavar(option)
            )
    return _("Valget {quoted} skal stå uten verdi.").format(quoted=quoted(name))


def _argument_usage(ctx: Context) -> str:
    arguments = h.visible(ctx.command.get_params(ctx), TyperArgument)
    wanted = (
        _("{metavar} skal ha {count} verdier").format(metavar=h.metavar(p), count=p.nargs)
        for p in arguments
        if p.nargs > 1
    )
    return _("For få argumenter: {wanted}.").format(wanted=", ".join(wanted))


def _called(param: Parameter) -> str:
    if isinstance(param, TyperArgument):
        return _("argumentet {quoted}").format(quoted=quoted(h.metavar(param)))
    return _("valget {quoted}").format(quoted=quoted(max(param.opts, key=len)))


def too_many(rest: Sequence[str]) -> str:
    """Say which words are more than the command takes."""
    return _("For mange argumenter: {rest}.").format(rest=", ".join(map(quoted, rest)))


def unknown_command(name: str, group: Command) -> str:
    """Say that the group has no such command, and which was perhaps meant.

    That is one with a like name, or else one whose help has the word but for its last letter, as
    that of `trinn` has «løype» in "handlingsløypa".
    """
    word, known = fold(name).lower(), h.commands(group)
    near = get_close_matches(word, known) or [
        other
        for other, command in known.items()
        if len(word) > _SHORT and word[:-1] in fold(h.summary(command)).lower()
    ]
    return _("Finner ikke kommandoen {quoted}.{near}").format(
        quoted=quoted(name), near=_perhaps(near)
    )


def missing_command(group: Command) -> str:
    """Say which commands there are."""
    return _("Mangler kommando. Skriv en av: {commands}.").format(
        commands=", ".join(h.commands(group))
    )


def _perhaps(near: Sequence[str]) -> str:
    return _(" Mente du {quoted}?").format(quoted=quoted(near[0])) if near else ""
