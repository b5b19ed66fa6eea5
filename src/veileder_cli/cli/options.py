"""The options that every command has, said once."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, Final, TypeAlias

import typer

from veileder_cli.cli.output import show_error
from veileder_cli.editions import Utgave as Edition
from veileder_cli.editions import choose_edition
from veileder_cli.records import dataclass
from veileder_cli.sprak import _, current

NODLINJE: Final = _("Er noen i fare nå? Ring 112.")
"""The national emergency number; the same for every municipality, and there without content."""

Json: TypeAlias = Annotated[bool, typer.Option("--json", help=_("Skriv svaret som JSON."))]
Innhold: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--innhold",
        envvar="VEILEDER_INNHOLD",
        exists=True,
        file_okay=False,
        help=_("Bruk innholdet i denne mappa i stedet for det som følger med."),
    ),
]
Lokalt: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--lokalt",
        metavar=_("MAPPE"),
        envvar="VEILEDER_LOKALT",
        file_okay=False,
        help=_("Legg de lokale rettelsene i denne mappa over veilederen."),
    ),
]
Sprak: TypeAlias = Annotated[
    str,
    typer.Option(
        "--sprak",
        metavar=_("KODE"),
        envvar="VEILEDER_SPRAK",
        show_default=_("maskinens"),
        help=_("Snakk dette språket: nb, nn eller en."),
    ),
]
Utgave: TypeAlias = Annotated[
    str,
    typer.Option(
        "--utgave",
        metavar=_("NAVN"),
        show_default=_("den nyeste"),
        help=_("Bruk denne utgaven, for eksempel 2021-11."),
    ),
]
Vcf: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--vcf",
        allow_dash=True,
        metavar=_("FIL"),
        help=_("Skriv kontaktene som visittkort til mobilen, i en ny fil («-»: til skjermen)."),
    ),
]


@dataclass(frozen=True, slots=True)
class Hvilket:
    """Which content a command is about, as the options say."""

    innhold: Path | None
    utgave: str
    lokalt: Path | None
    sprak: str

    def edition(self) -> Edition:
        """Find the folder. Raises EditionError."""
        valgt = choose_edition(self.innhold, self.utgave)
        return replace(valgt, lokalt=self._local(), sprak=self.sprak or current())

    def _local(self) -> Path | None:
        """Give the local folder; help must not wait for a network share that is down."""
        if self.lokalt and not self.lokalt.is_dir():
            tekst = _("Fant ikke den lokale mappa {mappe}. Rettelsene der er ikke brukt.")
            show_error(tekst.format(mappe=self.lokalt))
            return None
        return self.lokalt


_SPRAK: Final = "sprak"
_FELLES: Final = {
    "innhold": (Innhold, None),
    "utgave": (Utgave, ""),
    "lokalt": (Lokalt, None),
    _SPRAK: (Sprak, ""),
}


def about_content(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which content it is about, as one argument: `hvilket`."""
    egne = [p for p in signature(command).parameters.values() if p.name != "hvilket"]
    felles = [
        Parameter(navn, Parameter.KEYWORD_ONLY, default=ellers, annotation=type_)
        for navn, (type_, ellers) in _FELLES.items()
    ]

    @wraps(command)
    def with_options(**valg: Any) -> None:
        hvilket = Hvilket(**{navn: valg.pop(navn) for navn in _FELLES})
        command(hvilket=hvilket, **valg)

    return _taking(with_options, [*egne, *felles])


def in_language(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option that says what language the program speaks: it does so by then."""
    egne = signature(command)
    sprak = Parameter(_SPRAK, Parameter.KEYWORD_ONLY, default="", annotation=Sprak)

    @wraps(command)
    def with_option(**valg: Any) -> None:
        del valg[_SPRAK]
        command(**valg)

    return _taking(with_option, [*egne.parameters.values(), sprak])


def _taking(command: Callable[..., None], samlet: list[Parameter]) -> Callable[..., None]:
    """Make Typer see these options."""
    egne = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in samlet]
    command.__signature__ = Signature(egne)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in egne} | {"return": None}
    return command
