"""Values on the command line in bokmål: types that refuse wrong ones, and say what is wanted."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from typer._click import Context, Parameter, exceptions, types
from typer._types import TyperChoice
from typer.models import TyperPath

from veileder_cli.sprak import _
from veileder_cli.sprak import quoted as in_quotes

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem

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


def words(kind: types.ParamType) -> tuple[str, str]:
    """Say what help calls a value of the type, and what a value must be."""
    return next(_WORDS[base] for base in type(kind).__mro__ if base in _WORDS)


def kinds(param: Parameter) -> list[types.ParamType]:
    """Give the types of the values that a parameter takes, as typer has them."""
    parts = param.type.types if isinstance(param.type, types.Tuple) else [param.type]
    return [part.inner if isinstance(part, NorskType) else part for part in parts]


def demand(kind: types.ParamType) -> str:
    """Say what a value must be; nothing where any text will do."""
    noun = words(kind)[1]
    if isinstance(kind, TyperChoice):
        return _("en av: {choices}").format(choices=", ".join(map(shown, kind.choices)))
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
    return [demand(kind) for kind in kinds(param) if demand(kind) != words(kind)[1]]


def shown(value: object) -> str:
    """Write a value as one would type it."""
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    return str(value.value if isinstance(value, Enum) else value)


def quoted(text: str) -> str:
    """Quote what was typed, with control characters made visible."""
    return in_quotes("".join(c if c.isprintable() else ascii(c)[1:-1] for c in text))
