"""Commands and their parameters as they are declared, before and without Typer.

To load Typer is half of the time that a look-up takes. So a parameter is declared as what Typer
will be told of it, and Typer is loaded by what reads options: `as_typer`, help and errors.
"""

import unicodedata
from collections.abc import Callable
from typing import Annotated, Any, Final, get_args

from veileder_cli.records import dataclass

_ASCII: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "AE", "Ø": "O", "Å": "A"})


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what runs it, and what help says.

    `least`: the fewest words it can be called with, or None where it takes none. They come to
    `run` as one list, after the content that it is about.
    """

    run: Callable[..., int | None]
    help: str
    examples: tuple[str, ...]
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """An argument or an option, by the name of the class in Typer and what it is made of."""

    kind: str
    names: tuple[str, ...]
    about: dict[str, Any]


def argument(**about: Any) -> Declared:
    """Declare an argument, with what `typer.Argument` takes."""
    return Declared("Argument", (), about)


def option(*names: str, **about: Any) -> Declared:
    """Declare an option, with what `typer.Option` takes."""
    return Declared("Option", names, about)


def as_typer(annotation: Any) -> Any:
    """Give the annotation of a parameter as Typer reads it."""
    import typer  # noqa: PLC0415 - see above

    type_, *said = get_args(annotation) if hasattr(annotation, "__metadata__") else (annotation,)
    for declared in said:
        if isinstance(declared, Declared):
            made = getattr(typer, declared.kind)(*declared.names, **declared.about)
            return Annotated[type_, made]
    return annotation


def fold(name: str) -> str:
    """Write the name of a command or an option with ae, o and a, however æ, ø and å were typed."""
    return unicodedata.normalize("NFC", name).translate(_ASCII)
