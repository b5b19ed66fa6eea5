"""What is asked about a new guide: the question, the answer that is likely, what is no answer.

The likely answers become content, which is bokmål as the templates are.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from veileder_cli.errors import ContentError
from veileder_cli.innhold.ny import LIKELY_ROLES, LIKELY_TITLE, Oppskrift, quoted
from veileder_cli.sprak import _
from veileder_cli.strict_yaml import parse

FLEST_TRINN: Final = 20
FLEST_ROLLER: Final = 30
_LENGST: Final = 200
_UTGAVE: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Sporsmaal:
    """One thing to know: `felt` is the option's name, `fault` says why a text is no answer."""

    felt: str
    tekst: str
    fault: Callable[[str], str]


def fault_in_text(tekst: str) -> str:
    """Say why a text cannot stand in a guide, or nothing."""
    if not tekst.strip():
        return _("Svaret er tomt.")
    if len(tekst) > _LENGST:
        feil = _("Svaret er på {antall} tegn. Det kan være høyst {mest}.")
        return feil.format(antall=len(tekst), mest=_LENGST)
    try:
        parse(quoted(tekst), "")
    except ContentError:
        return _(
            "Svaret har tegn som ikke kan stå i en fil, for eksempel linjeskift eller tabulator."
        )
    return "" if tekst.isprintable() else _("Svaret har usynlige tegn. Skriv det på nytt.")


def _fault_in_edition(tekst: str) -> str:
    return "" if _UTGAVE.fullmatch(tekst.strip()) else _("Skriv år og måned, for eksempel 2026-12.")


def _fault_in_steps(tekst: str) -> str:
    tall = tekst.strip()
    er_tall = tall.isascii() and tall.isdecimal() and len(tall) <= len(str(FLEST_TRINN))
    if er_tall and int(tall) <= FLEST_TRINN:
        return ""
    return _("Skriv et tall fra 0 til {mest}.").format(mest=FLEST_TRINN)


def _fault_in_roles(tekst: str) -> str:
    roller = split_roles(tekst)
    if not roller:
        return _("Skriv minst én rolle.")
    if len(roller) > FLEST_ROLLER:
        feil = _("Skriv høyst {mest} roller. Du kan legge til flere i fila etterpå.")
        return feil.format(mest=FLEST_ROLLER)
    if len({*roller}) < len(roller):
        return _("Den samme rollen står to ganger.")
    return next((f"«{r}»: {feil}" for r in roller if (feil := fault_in_text(r))), "")


SPORSMAAL: Final = (
    Sporsmaal("kommune", _("Hva heter kommunen?"), fault_in_text),
    Sporsmaal("utgave", _("Hvilken utgave er dette? Skriv år og måned."), _fault_in_edition),
    Sporsmaal("tittel", _("Hva skal veilederen hete?"), fault_in_text),
    Sporsmaal("eier", _("Hvem er det som eier veilederen?"), fault_in_text),
    Sporsmaal(
        "trinn",
        _(
            "Hvor mange trinn har handlingsløypa? Skriv et tall fra 0 til {mest}. "
            "0 betyr at veilederen ikke har trinn."
        ).format(mest=FLEST_TRINN),
        _fault_in_steps,
    ),
    Sporsmaal(
        "roller",
        _("Hvilke roller kan den som søker råd, ha? Skriv dem med komma mellom."),
        _fault_in_roles,
    ),
)


def likely(felt: str, svar: Mapping[str, str], mappe: tuple[str, ...], i_dag: date) -> str:
    """Give the likely answer, which may rest on the folder's name and the answers before it."""
    kommune = svar.get("kommune", "")
    match felt:
        case "kommune":
            return _municipality(mappe)
        case "utgave":
            egen = mappe[-1] if mappe else ""
            return egen if _UTGAVE.fullmatch(egen) else f"{i_dag:%Y-%m}"
        case "tittel":
            return _short(LIKELY_TITLE.format(kommune=kommune))
        case "eier":
            kort = kommune.casefold().endswith("kommune")
            return kommune if kort else _short(f"{kommune} kommune")
        case "trinn":
            return "3"
        case _:
            return LIKELY_ROLES


def split_roles(tekst: str) -> tuple[str, ...]:
    """Read roles with commas between."""
    return tuple(rolle.strip() for rolle in tekst.split(",") if rolle.strip())


def recipe(svar: Mapping[str, str]) -> Oppskrift:
    """Make the recipe of answers that have no fault."""
    return Oppskrift(
        kommune=svar["kommune"].strip(),
        utgave=svar["utgave"].strip(),
        tittel=svar["tittel"].strip(),
        eier=svar["eier"].strip(),
        trinn=int(svar["trinn"]),
        roller=split_roles(svar["roller"]),
    )


def _municipality(mappe: tuple[str, ...]) -> str:
    """Guess by the folder: kommune/utgave, or a folder that is named after the municipality."""
    navn = [del_ for del_ in mappe[-2:] if not _UTGAVE.fullmatch(del_)]
    forslag = navn[-1].replace("-", " ").replace("_", " ").strip().capitalize() if navn else ""
    return "" if fault_in_text(forslag) else forslag


def _short(tekst: str) -> str:
    return tekst[:_LENGST].strip()
