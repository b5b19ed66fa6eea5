"""The author's command that makes schemas for editors."""

import json as json_module
from pathlib import Path
from typing import Annotated

import typer

from veileder_cli.cli.norsk import NorskUsageError
from veileder_cli.cli.options import Json
from veileder_cli.cli.output import show, show_error, show_json
from veileder_cli.sprak import _


def skjema(
    fil: Annotated[
        str, typer.Option("--fil", metavar=_("DEL"), help=_("Skriv skjemaet til denne fila."))
    ] = "",
    ut: Annotated[
        Path | None,
        typer.Option(
            "--ut",
            metavar=_("MAPPE"),
            file_okay=False,
            help=_("Lagre ett skjema for hver fil i denne mappa."),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Print the schema of one part, or save those of all."""
    from veileder_cli.innhold.skjema import DELER, schema_of  # noqa: PLC0415

    del_ = fil.removesuffix(".yaml")
    if (del_ not in DELER) if fil else ut is None:
        feil = _("Velg en fil med --fil, eller en mappe med --ut. Filene er {filer}.")
        raise NorskUsageError(feil.format(filer=", ".join(DELER)))
    if ut is None:
        show_json(schema_of(del_))
        return
    skrevet = _save(ut, (del_,) if fil else DELER)
    if json:
        show_json({"skrevet": [str(sti) for sti in skrevet]})
    else:
        _say_how(skrevet)


def _save(mappe: Path, deler: tuple[str, ...]) -> list[Path]:
    """Write the schemas, over the old ones; exit with 1 where that cannot be done."""
    from veileder_cli.innhold.skjema import file_name, schema_of  # noqa: PLC0415

    skrevet = []
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        for del_ in deler:
            skrevet.append(mappe / file_name(del_))
            tekst = json_module.dumps(schema_of(del_), ensure_ascii=False, indent=2)
            skrevet[-1].write_text(f"{tekst}\n", "utf-8", newline="\n")
    except OSError as error:
        feil = _("Kan ikke lagre i {mappe}: det går ikke an å skrive der.")
        show_error(feil.format(mappe=mappe))
        raise typer.Exit(1) from error
    return skrevet


def _say_how(skrevet: list[Path]) -> None:
    from veileder_cli.render.document import Item, Items, Paragraph  # noqa: PLC0415

    sti = skrevet[-1]
    fil = sti.name.removesuffix(".schema.json")
    show(
        (
            Items(tuple(Item(str(s)) for s in skrevet), innledning=_("Lagret:")),
            Paragraph(
                _(
                    "Da hjelper VS Code med utvidelsen «YAML» deg mens du skriver, når fila "
                    "begynner med en slik linje (her for {fil}). Skriv stien slik den går fra "
                    "mappa til fila:\n{linje}"
                ).format(
                    fil=fil,
                    linje=f"# yaml-language-server: $schema=../{sti.parent.name}/{sti.name}",
                )
            ),
        )
    )


COMMAND = (
    skjema,
    _(
        "Lag skjemaer som får VS Code og andre redigeringsprogrammer til å hjelpe deg.\n\n"
        "Programmet foreslår felter, forklarer dem og sier fra om skrivefeil mens du skriver. "
        "«innhold valider» er strengere og kontrollerer også hvordan filene henger sammen."
    ),
    ("innhold skjema --ut skjema", "innhold skjema --fil regler"),
)
