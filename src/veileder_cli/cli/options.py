"""The options that every command has, said once."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final, TypeAlias

from veileder_cli.cli.declared import option
from veileder_cli.cli.output import show_error
from veileder_cli.editions import Utgave as Edition
from veileder_cli.editions import choose_edition
from veileder_cli.records import dataclass
from veileder_cli.sprak import BOKMAL, LANGUAGE_VARIABLE, LANGUAGES, _, current, language_of

NODLINJE: Final = _("Er noen i fare nå? Ring 112.")
"""The national emergency number; the same for every municipality, and there without content."""

Json: TypeAlias = Annotated[bool, option("--json", help=_("Skriv svaret som JSON."))]
Innhold: TypeAlias = Annotated[
    Path | None,
    option(
        "--innhold",
        envvar="VEILEDER_INNHOLD",
        exists=True,
        file_okay=False,
        help=_("Bruk innholdet i denne mappa i stedet for det som følger med."),
    ),
]
Lokalt: TypeAlias = Annotated[
    Path | None,
    option(
        "--lokalt",
        metavar=_("MAPPE"),
        envvar="VEILEDER_LOKALT",
        file_okay=False,
        help=_("Legg de lokale rettelsene i denne mappa over veilederen."),
    ),
]
Sprak: TypeAlias = Annotated[
    str,
    option(
        "--sprak",
        metavar=_("KODE"),
        envvar=LANGUAGE_VARIABLE,
        show_default=_("maskinens"),
        help=_("Snakk dette språket: nb, nn eller en."),
    ),
]
Utgave: TypeAlias = Annotated[
    str,
    option(
        "--utgave",
        metavar=_("NAVN"),
        show_default=_("den nyeste"),
        help=_("Bruk denne utgaven, for eksempel 2021-11."),
    ),
]
Vcf: TypeAlias = Annotated[
    Path | None,
    option(
        "--vcf",
        allow_dash=True,
        metavar=_("FIL"),
        help=_("Skriv kontaktene som visittkort til mobilen, i en ny fil («-»: til skjermen)."),
    ),
]


@dataclass(frozen=True, slots=True)
class Hvilket:
    """Which content a command is about, as the options say."""

    innhold: Path | None = None
    utgave: str = ""
    lokalt: Path | None = None
    sprak: str = ""

    def edition(self) -> Edition:
        """Find the folder. Raises EditionError, and NorskUsageError for an unknown language."""
        valgt = choose_edition(self.innhold, self.utgave)
        return replace(valgt, lokalt=self._local(), sprak=self._language(valgt.mappe))

    def _language(self, mappe: Path) -> str:
        """Give the language; the guide may have more than the program."""
        sprak = language_of(self.sprak) or current()
        if sprak in LANGUAGES:
            return sprak
        from veileder_cli.translations import list_languages  # noqa: PLC0415 - seldom asked

        return known_language(self.sprak, list_languages(mappe))

    def _local(self) -> Path | None:
        """Give the local folder; help must not wait for a network share that is down."""
        if self.lokalt and not self.lokalt.is_dir():
            tekst = _("Fant ikke den lokale mappa {mappe}. Rettelsene der er ikke brukt.")
            show_error(tekst.format(mappe=self.lokalt))
            return None
        return self.lokalt


def known_language(sprak: str, andre: tuple[str, ...] = ()) -> str:
    """Give the language of the option, else of the variable; `andre` goes with the program's own.

    An option that names no language is refused. Help must not wait until a variable is put right.
    """
    finnes = tuple(dict.fromkeys((*LANGUAGES, *andre)))
    valgt = language_of(sprak) or current()
    if valgt in finnes:
        return valgt
    from veileder_cli.cli.norsk import NorskUsageError  # noqa: PLC0415 - as above
    from veileder_cli.cli.verdier import quoted  # noqa: PLC0415 - with all of Typer

    if sprak:
        feil = _("Ugyldig verdi for valget «--sprak»: {sprak} er ikke en av: {finnes}.")
        raise NorskUsageError(feil.format(sprak=quoted(sprak), finnes=", ".join(finnes)))
    tekst = _("{variabel} er {sprak}, og det er ikke en av: {finnes}. Derfor får du bokmål.")
    navn = LANGUAGE_VARIABLE
    show_error(tekst.format(variabel=navn, sprak=quoted(valgt), finnes=", ".join(finnes)))
    return BOKMAL


COMMON: Final = {"innhold": Innhold, "utgave": Utgave, "lokalt": Lokalt, "sprak": Sprak}
"""The options that `Hvilket` is made of, by their names there."""
