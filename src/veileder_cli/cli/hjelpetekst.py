"""The pieces of a help text in bokmål."""

from collections.abc import Iterable, Sequence
from textwrap import fill
from typing import Final, TypeVar

from typer._click import Command, Context, Parameter, types
from typer._types import TyperChoice
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.models import TyperPath

from veileder_cli.cli import output
from veileder_cli.cli.verdier import demands, kinds, shown, words
from veileder_cli.sprak import _

_P = TypeVar("_P", TyperArgument, TyperOption)
_MIN_WIDTH: Final = 40
_COLUMNS_FROM: Final = 60
"""In a narrower terminal a term stands on a line of its own, with its text under it."""


def metavar(param: Parameter) -> str:
    """Name the value: as the author says, else an argument by its name, an option by its type."""
    if param.metavar:
        return param.metavar.removeprefix("[").removesuffix("]")
    if isinstance(param, TyperArgument):
        return (param.name or "").replace("_", "-").upper()
    return " ".join(_metavar(kind, param) for kind in kinds(param))


def usage(argument: TyperArgument) -> str:
    """Name an argument in a usage line: bracketed if it may be left out, with dots if repeated."""
    name = metavar(argument) + (" ..." if argument.nargs < 0 else "")
    return name if argument.required else f"[{name}]"


def _metavar(kind: types.ParamType, param: Parameter) -> str:
    if isinstance(kind, TyperChoice):
        return (param.name or "").replace("_", "-").upper()
    if isinstance(kind, TyperPath) and kind.file_okay != kind.dir_okay:
        return _("FIL") if kind.file_okay else _("MAPPE")
    return words(kind)[0]


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
    said = "; ".join(filter(None, facts))
    return f"{param.help or ''} {f'[{said}]' if said else ''}".strip()


def _default(param: TyperArgument | TyperOption, ctx: Context) -> str:
    if isinstance(param.show_default, str):
        return param.show_default
    value = param.get_default(ctx, call=False)
    if not param.show_default or value is None or callable(value):
        return ""
    if isinstance(param, TyperOption) and param.is_bool_flag:
        return (param.opts if value else param.secondary_opts)[0] if param.secondary_opts else ""
    return ", ".join(map(shown, value if isinstance(value, list | tuple) else [value]))


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


def visible(params: Iterable[Parameter], kind: type[_P], *, hidden: bool = False) -> list[_P]:
    """Give the arguments or the options, those that help does not show only when wanted."""
    return [p for p in params if isinstance(p, kind) and (hidden or not p.hidden)]
