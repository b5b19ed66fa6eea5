"""Typer in bokmål: help, usage errors, and the one place that makes text and exit codes of them."""

import sys
from collections.abc import Callable, Sequence
from textwrap import dedent
from typing import TYPE_CHECKING, Final, TypeVar

import typer
from typer._click import ClickException, Command, Context, Parameter, exceptions
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_group
from typer.models import DefaultPlaceholder

from veileder_cli.cli.declared import fold
from veileder_cli.cli.ending import end, report_bug
from veileder_cli.cli.output import show_error
from veileder_cli.cli.verdier import norsk_type
from veileder_cli.sprak import _

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem

PROGRAM: Final = "veileder"

_C = TypeVar("_C", bound=Command)


class NorskUsageError(exceptions.UsageError):
    """A usage error whose message is already Norwegian."""


class _Norsk(Command):
    """What group and command share: their text is made from public data, none of it by typer."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        params = super().get_params(ctx)
        for param in params:
            param.type = norsk_type(param.type)
        return params

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Vis denne hjelpen og avslutt.")
            option.callback = _show_help
        return option

    def get_usage(self, ctx: Context) -> str:
        from veileder_cli.cli import hjelpetekst as h  # noqa: PLC0415 - for help alone

        arguments = h.visible(self.get_params(ctx), TyperArgument)
        last = [_("KOMMANDO ...")] if isinstance(self, TyperGroup) else []
        pieces = [ctx.command_path, _("[VALG]"), *map(h.usage, arguments), *last]
        return h.wrap(" ".join(pieces), _("Bruk: "), 6)

    def get_help(self, ctx: Context) -> str:
        from veileder_cli.cli import hjelpetekst as h  # noqa: PLC0415 - as above

        params = self.get_params(ctx)
        arguments = [(h.metavar(p), h.about(p, ctx)) for p in h.visible(params, TyperArgument)]
        options = [(h.names(p), h.about(p, ctx)) for p in h.visible(params, TyperOption)]
        listed = [(name, h.summary(command)) for name, command in h.commands(self).items()]
        blocks = [
            self.get_usage(ctx),
            *(h.wrap(text) for text in (self.help or "").split("\n\n")),
            h.section(_("Argumenter"), arguments),
            h.section(_("Kommandoer"), listed),
            h.section(_("Valg"), options),
            dedent(self.epilog or "").strip("\n"),
        ]
        return "\n\n".join(filter(None, blocks))

    def shell_complete(self, ctx: Context, incomplete: str) -> list["CompletionItem"]:
        """Give the commands and options that begin so, with or without æ, ø and å."""
        return super().shell_complete(ctx, fold(incomplete))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        allowed, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except exceptions.UsageError as error:
            error.ctx = error.ctx or ctx  # the vendored parser leaves it out of some
            raise
        if rest and not allowed:
            from veileder_cli.cli.bruksfeil import too_many  # noqa: PLC0415 - for errors alone

            raise NorskUsageError(too_many(rest), ctx)
        return rest


class NorskCommand(_Norsk, TyperCommand):
    """A command that speaks Norwegian."""


class NorskGroup(_Norsk, TyperGroup):
    """A group that speaks Norwegian and knows its commands with and without æ, ø and å."""

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """Find the command by its ASCII name, or suggest the nearest."""
        name = fold(args[0])
        command = self.get_command(ctx, name)
        if command is None:
            from veileder_cli.cli.bruksfeil import unknown_command  # noqa: PLC0415 - as above

            raise NorskUsageError(unknown_command(args[0], self), ctx)
        return name, command, args[1:]

    def invoke(self, ctx: Context) -> object:
        """Invoke as typer does, but say in Norwegian that the command is missing."""
        try:
            return super().invoke(ctx)
        except exceptions.UsageError as error:
            own = type(error) is not exceptions.UsageError or self.invoke_without_command
            if own or error.ctx is not ctx or ctx.invoked_subcommand:
                raise
            from veileder_cli.cli.bruksfeil import missing_command  # noqa: PLC0415 - as above

            raise NorskUsageError(missing_command(self), ctx) from error


def run(
    app: typer.Typer, argv: Sequence[str], unexpected: Callable[[Exception], int] = report_bug
) -> int:
    """Run app and give the exit code: the int a command returns, or that of what went wrong.

    What is not an error of the command line goes to unexpected, which says so and gives the code.
    """
    return end(lambda: _parsed(app, argv), unexpected)


def _parsed(app: typer.Typer, argv: Sequence[str]) -> object:
    """Parse and call. Not by main(): it obeys completion variables, and ends the process itself."""
    try:
        group = get_group(norsk(app))
        with group.make_context(PROGRAM, list(argv), token_normalize_func=fold) as ctx:
            return group.invoke(ctx)
    except typer.Exit as error:
        return error.exit_code
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except ClickException as error:
        return _report(error)


def norsk(app: typer.Typer) -> typer.Typer:
    """Give all of app the classes above, and no help from docstrings: those are English."""
    app.info.cls = _chosen(app.info.cls, NorskGroup)
    if not _is_given(app.info.help):
        app.info.help = ""
    for command in app.registered_commands:
        command.cls = _chosen(command.cls, NorskCommand)
        command.help = command.help or ""
    for group in app.registered_groups:
        if group.typer_instance is not None:
            norsk(group.typer_instance)
    return app


def _show_help(ctx: Context, _param: object, wanted: object) -> None:
    """Print the help as all else is printed: typer's own takes no notice of an old code page."""
    if wanted and not ctx.resilient_parsing:
        sys.stdout.write(f"{ctx.get_help()}\n")
        ctx.exit()


def _chosen(given: object, default: type[_C]) -> type[_C]:
    return given if isinstance(given, type) and issubclass(given, default) else default


def _is_given(value: object) -> bool:
    return value is not None and not isinstance(value, DefaultPlaceholder)


def examples(*lines: str) -> str:
    """Make the epilog of a command from command lines, which are never wrapped."""
    return "\n".join([_("Eksempler:"), *(f"  {line}" for line in lines)])


def _report(error: ClickException) -> int:
    if isinstance(error, exceptions.NoArgsIsHelpError):
        show_error(error.message)
        return error.exit_code
    from veileder_cli.cli.bruksfeil import usage_text  # noqa: PLC0415 - for errors alone

    show_error(_("Feil: {error}").format(error=usage_text(error)))
    if isinstance(error, exceptions.UsageError):
        path = error.ctx.command_path if error.ctx else PROGRAM
        show_error(_("Prøv «{path} --help» for hjelp.").format(path=path))
    return error.exit_code
