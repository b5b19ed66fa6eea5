"""Parameters in bokmål: types that refuse wrong values, and the pieces of a help text."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Final

from typer._click import Command, Context, Parameter, exceptions, types
from typer._types import TyperChoice
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.models import TyperPath

from veileder_cli.cli import output
from veileder_cli.sprak import _

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem

_MIN_WIDTH: Final = 40
_COLUMNS_FROM: Final = 60
"""In a narrower terminal a term stands on a line of its own, with its text under it."""

_JA_NEI = {"ja": True, "nei": False}
_EXAMPLE = date(2026, 1, 31)
_WORDS: Mapping[type, tuple[str, str]] = {
    types.IntParamType: (_("HELTALL"), _("et heltall")),
    types.FloatParamType: (_("TALL"), _("et tall")),
    types.BoolParamType: (_("JA|NEI"), _("ja eller nei")),
    types.DateTime: (_("DATO"), _("en dato")),
    types.UUIDParameterType: ("UUID", _("en UUID")),
    types.StringParamType: (_("TEKST"), ""),
    types.File: (_("FIL"), ""),
    TyperPath: (_("STI"), ""),
    types.ParamType: (_("VERDI"), ""),
}
"""What help calls a value of the type, and what a value must be."""


class NorskType(types.ParamType):
    """A type that refuses in Norwegian: the value is known here, and nowhere later."""

    def __init__(self, inner: types.ParamType) -> None:
        """Stand in for inner."""
        self.inner = inner
        self.name = inner.name

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> object:
        """Convert as the inner type does; ja and nei are truth values too."""
        if isinstance(self.inner, types.BoolParamType):
            value = _JA_NEI.get(str(value).lower(), value)
        try:
            return self.inner.convert(value, param, ctx)
        except exceptions.BadParameter as error:
            reason = _refusal(self.inner, str(value), error)
            raise exceptions.BadParameter(reason, ctx, param) from error

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """Split as the inner type does."""
        return self.inner.split_envvar_value(rv)

    def shell_complete(
        self, ctx: Context, param: Parameter, incomplete: str
    ) -> list["CompletionItem"]:
        """Give what may be put in for the value when somebody presses Tab."""
        from veileder_cli.cli.forslag import values  # noqa: PLC0415 - only then

        return values(ctx, param, incomplete)


def norsk_type(kind: types.ParamType) -> types.ParamType:
    """Wrap a type, or each part of a composite one; what is wrapped stays as it is."""
    if isinstance(kind, types.Tuple):
        kind.types = [norsk_type(part) for part in kind.types]
        return kind
    return kind if isinstance(kind, NorskType) else NorskType(kind)


def _refusal(kind: types.ParamType, value: str, error: exceptions.BadParameter) -> str:
    if isinstance(kind, TyperPath | types.File):
        return f"{quoted(value)} {_path_fault(kind, Path(value))}."
    wanted = demand(kind)
    if not wanted and isinstance(error.__context__, ValueError):  # from a parser function
        wanted = _("en gyldig verdi")
    return (
        _("{value} er ikke {wanted}.").format(value=quoted(value), wanted=wanted)
        if wanted
        else error.message
    )


def _path_fault(kind: TyperPath | types.File, path: Path) -> str:
    if not path.exists():
        return _("finnes ikke")
    if path.is_dir() and not getattr(kind, "dir_okay", False):
        return _("er en mappe, ikke en fil")
    if path.is_file() and not getattr(kind, "file_okay", True):
        return _("er en fil, ikke en mappe")
    return _("kan ikke skrives til") if os.access(path, os.R_OK) else _("kan ikke leses")


def _words(kind: types.ParamType) -> tuple[str, str]:
    return next(_WORDS[base] for base in type(kind).__mro__ if base in _WORDS)


def _kinds(param: Parameter) -> list[types.ParamType]:
    parts = param.type.types if isinstance(param.type, types.Tuple) else [param.type]
    return [part.inner if isinstance(part, NorskType) else part for part in parts]


def demand(kind: types.ParamType) -> str:
    """Say what a value must be; nothing where any text will do."""
    noun = _words(kind)[1]
    if isinstance(kind, TyperChoice):
        return _("en av: {choices}").format(choices=", ".join(map(_shown, kind.choices)))
    if isinstance(kind, types.DateTime):
        return _("{noun} som {example}").format(
            noun=noun, example=_EXAMPLE.strftime(kind.formats[0])
        )
    if isinstance(kind, types.IntRange | types.FloatRange):
        return f"{noun} {_bounds(kind)}"
    return noun


def _bounds(kind: types.IntRange | types.FloatRange) -> str:
    if kind.min is None or kind.max is None:
        return (
            _("på høyst {max}").format(max=kind.max)
            if kind.min is None
            else _("på minst {min}").format(min=kind.min)
        )
    return _("fra {min} til {max}").format(min=kind.min, max=kind.max)


def demands(param: Parameter) -> list[str]:
    """Say what is not plain from the names that help gives the values."""
    return [demand(kind) for kind in _kinds(param) if demand(kind) != _words(kind)[1]]


def metavar(param: Parameter) -> str:
    """Name the value: as the author says, else an argument by its name, an option by its type."""
    if param.metavar:
        return param.metavar.removeprefix("[").removesuffix("]")
    if isinstance(param, TyperArgument):
        return (param.name or "").replace("_", "-").upper()
    return " ".join(_metavar(kind, param) for kind in _kinds(param))


def usage(argument: TyperArgument) -> str:
    """Name an argument in a usage line: bracketed if it may be left out, with dots if repeated."""
    name = metavar(argument) + (" ..." if argument.nargs < 0 else "")
    return name if argument.required else f"[{name}]"


def _metavar(kind: types.ParamType, param: Parameter) -> str:
    if isinstance(kind, TyperChoice):
        return (param.name or "").replace("_", "-").upper()
    if isinstance(kind, TyperPath) and kind.file_okay != kind.dir_okay:
        return _("FIL") if kind.file_okay else _("MAPPE")
    return _words(kind)[0]


def names(option: TyperOption) -> str:
    """Give the names of an option, short before long, and that of its value."""
    both = [", ".join(sorted(opts, key=len)) for opts in (option.opts, option.secondary_opts)]
    value = "" if option.is_flag or option.count else f" {metavar(option)}"
    return " / ".join(filter(None, both)) + value


def about(param: TyperArgument | TyperOption, ctx: Context) -> str:
    """Give the author's help and, in brackets, what the declaration says."""
    environ = [param.envvar] if isinstance(param.envvar, str) else param.envvar or []
    default = _default(param, ctx)
    facts = [
        *demands(param),
        _("kan gjentas") if param.multiple else _("kan være flere") if param.nargs < 0 else "",
        _("miljøvariabel: {environ}").format(environ=", ".join(environ))
        if environ and param.show_envvar
        else "",
        _("standard: {default}").format(default=default) if default else "",
        _("påkrevd") if param.required else "",
    ]
    shown = "; ".join(filter(None, facts))
    return f"{param.help or ''} {f'[{shown}]' if shown else ''}".strip()


def _default(param: TyperArgument | TyperOption, ctx: Context) -> str:
    if isinstance(param.show_default, str):
        return param.show_default
    value = param.get_default(ctx, call=False)
    if not param.show_default or value is None or callable(value):
        return ""
    if isinstance(param, TyperOption) and param.is_bool_flag:
        return (param.opts if value else param.secondary_opts)[0] if param.secondary_opts else ""
    return ", ".join(map(_shown, value if isinstance(value, list | tuple) else [value]))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    return str(value.value if isinstance(value, Enum) else value)


def commands(group: Command) -> dict[str, Command]:
    """Give the commands that help shows, in the order they are registered."""
    known = group.commands if isinstance(group, TyperGroup) else {}
    return {name: command for name, command in known.items() if not command.hidden}


def summary(command: Command) -> str:
    """Give what a group's help says of a command: its short help or its first paragraph."""
    return command.short_help or (command.help or "").split("\n\n")[0]


def _width() -> int:
    return max(output.width(), _MIN_WIDTH)


def wrap(text: str, first: str = "", later: int = 0) -> str:
    """Fill a paragraph to the terminal; long words stay whole."""
    return fill(
        " ".join(text.split()),
        _width(),
        initial_indent=first,
        subsequent_indent=" " * later,
        break_long_words=False,
        break_on_hyphens=False,
    )


def section(heading: str, rows: Sequence[tuple[str, str]]) -> str:
    """Set terms and texts in two columns; a term too wide for its column gets its own line."""
    if not rows:
        return ""
    widest = max(len(term) for term, _ in rows)
    column = min(widest, _width() // 3) if _width() >= _COLUMNS_FROM else 2
    lines = [f"{heading}:"]
    for term, text in rows:
        if len(term) > column or not text:
            lines.append(f"  {term}")
        if text:
            left = "" if len(term) > column else term
            lines.append(wrap(text, f"  {left:{column}}  ", column + 4))
    return "\n".join(lines)


def quoted(text: str) -> str:
    """Quote what was typed, with control characters made visible."""
    return f"«{''.join(c if c.isprintable() else ascii(c)[1:-1] for c in text)}»"
