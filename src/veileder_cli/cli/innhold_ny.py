"""The author's command that starts a guide for another municipality."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from veileder_cli.cli.norsk import NorskUsageError
from veileder_cli.cli.options import Json
from veileder_cli.cli.output import show, show_error, show_json
from veileder_cli.eksport.folder import check_free, save_folder
from veileder_cli.errors import SaveError
from veileder_cli.sprak import _, ngettext

if TYPE_CHECKING:
    from veileder_cli.render.document import Item

NyMappe: TypeAlias = Annotated[
    Path,
    typer.Argument(
        metavar=_("MAPPE"),
        help=_("Veilederens nye mappe, gjerne kommune/utgave. Finnes den, må den være tom."),
        show_default=False,
    ),
]
Kommune: TypeAlias = Annotated[
    str, typer.Option("--kommune", metavar=_("NAVN"), help=_("Kommunens navn."))
]
Utgave: TypeAlias = Annotated[
    str,
    typer.Option("--utgave", metavar=_("ÅÅÅÅ-MM"), help=_("År og måned. Ellers denne måneden.")),
]
Tittel: TypeAlias = Annotated[
    str, typer.Option("--tittel", metavar=_("TEKST"), help=_("Hva veilederen skal hete."))
]
Eier: TypeAlias = Annotated[
    str, typer.Option("--eier", metavar=_("NAVN"), help=_("Hvem veilederen tilhører."))
]
Trinn: TypeAlias = Annotated[
    str, typer.Option("--trinn", metavar=_("ANTALL"), help=_("Hvor mange trinn, fra 0 til 20."))
]
Roller: TypeAlias = Annotated[
    str,
    typer.Option(
        "--roller", metavar=_("NAVN,NAVN"), help=_("Hvem som søker råd, med komma mellom.")
    ),
]
Enkel: TypeAlias = Annotated[
    bool, typer.Option("--enkel", help=_("Still spørsmålene uten å tegne skjermen om."))
]


def ny(
    mappe: NyMappe,
    kommune: Kommune = "",
    utgave: Utgave = "",
    tittel: Tittel = "",
    eier: Eier = "",
    trinn: Trinn = "",
    roller: Roller = "",
    enkel: Enkel = False,
    json: Json = False,
) -> None:
    """Ask for what is not given, and write the files of a guide."""
    gitt = {
        "kommune": kommune,
        "utgave": utgave,
        "tittel": tittel,
        "eier": eier,
        "trinn": trinn,
        "roller": roller,
    }
    skrevet = _write(mappe, gitt, enkel=enkel)
    if json:
        show_json({"mappe": str(mappe), "skrevet": [str(mappe / navn) for navn in skrevet]})
    else:
        _say_what_next(mappe, skrevet)


def _write(mappe: Path, gitt: dict[str, str], *, enkel: bool) -> list[str]:
    """Write the files where there is nothing, and give their names; exit with 1 if that fails."""
    from veileder_cli.innhold.ny import build_guide  # noqa: PLC0415
    from veileder_cli.innhold.ny_svar import recipe  # noqa: PLC0415

    try:
        check_free(mappe)
    except SaveError as error:
        raise NorskUsageError(_refusal(error)) from error
    i_dag = datetime.now(UTC).astimezone().date()
    filer = build_guide(recipe(_answers(gitt, mappe, i_dag, enkel=enkel)), i_dag)
    try:
        save_folder(mappe, filer)
    except SaveError as error:
        show_error(_refusal(error))
        raise typer.Exit(1) from error
    return sorted(filer)


def _answers(gitt: dict[str, str], mappe: Path, i_dag: date, *, enkel: bool) -> dict[str, str]:
    """Check what is given, and ask for the rest where somebody can answer."""
    from veileder_cli.cli.innhold_ny_samtale import ask_for, fill_in  # noqa: PLC0415
    from veileder_cli.innhold.ny_svar import SPORSMAAL  # noqa: PLC0415

    for sporsmaal in SPORSMAAL:
        verdi = gitt[sporsmaal.felt]
        if verdi and (feil := sporsmaal.fault(verdi)):
            tekst = _("Ugyldig verdi for valget «{valg}»: {feil}")
            raise NorskUsageError(tekst.format(valg=f"--{sporsmaal.felt}", feil=feil))
    svar = {felt: verdi for felt, verdi in gitt.items() if verdi}
    deler = mappe.absolute().parts[1:]
    if len(svar) == len(gitt):
        return svar
    if sys.stdin.isatty() and sys.stdout.isatty():
        from veileder_cli.cli.sjekk import end_when_closed  # noqa: PLC0415
        from veileder_cli.interview.choose import choose_asker  # noqa: PLC0415

        end_when_closed()
        return ask_for(choose_asker(sys.stdin, sys.stdout, os.environ, enkel), svar, deler, i_dag)
    if not gitt["kommune"]:
        valg = ", ".join(f"--{felt}" for felt in gitt)
        tekst = _(
            "Her er ingen terminal å spørre i. Skriv i det minste --kommune. Valgene er {valg}."
        )
        raise NorskUsageError(tekst.format(valg=valg))
    return fill_in(svar, deler, i_dag)


def _refusal(error: SaveError) -> str:
    tekst = _("Kan ikke lage en veileder i {mappe}: {grunn}.")
    return tekst.format(mappe=error.fil, grunn=error.grunn)


def _say_what_next(mappe: Path, skrevet: list[str]) -> None:
    from veileder_cli.innhold.ny import SKJEMAER  # noqa: PLC0415
    from veileder_cli.render.document import Items, Paragraph  # noqa: PLC0415

    egne = [navn for navn in skrevet if not navn.startswith(SKJEMAER)]
    show(
        (
            Paragraph(
                ngettext(
                    "Veilederen ligger i {mappe}: {antall} fil du skriver i, og mappa "
                    "«{skjemaer}», som redigeringsprogrammet bruker.",
                    "Veilederen ligger i {mappe}: {antall} filer du skriver i, og mappa "
                    "«{skjemaer}», som redigeringsprogrammet bruker.",
                    len(egne),
                ).format(mappe=mappe, antall=len(egne), skjemaer=SKJEMAER)
            ),
            Items(_steps(mappe), innledning=_("Dette gjør du nå:")),
        )
    )


def _steps(mappe: Path) -> "tuple[Item, ...]":
    from veileder_cli.render.document import Item  # noqa: PLC0415

    sti = f'"{mappe}"' if " " in str(mappe) else str(mappe)
    valider, sjekk = f"veileder innhold valider {sti}", f"veileder sjekk --innhold {sti}"
    apne = _("Åpne {fil}. Der står det hvordan du går fram.")
    return (
        Item(apne.format(fil=mappe / "veileder.yaml")),
        Item(_("Bytt ut alt der det står BYTT UT. La id-ene stå.")),
        Item(_("Se etter feil: {kommando}").format(kommando=_unbroken(valider))),
        Item(_("Prøv den: {kommando}").format(kommando=_unbroken(sjekk))),
        Item(_("Les mer i docs/innhold.md.")),
    )


def _unbroken(kommando: str) -> str:
    """Keep a command on one line, so that it can be copied."""
    from veileder_cli.render.layout import FAST_MELLOMROM  # noqa: PLC0415

    return kommando.replace(" ", FAST_MELLOMROM)


COMMAND = (
    ny,
    _(
        "Lag en ny veileder for en annen kommune, klar til å fylles ut.\n\n"
        "Du får alle filene, med forklaringer, eksempler som er merket BYTT UT, et nødvarsel og "
        "regler som virker fra første stund. Det du ikke gir som valg, blir du spurt om. "
        "Ingenting blir overskrevet."
    ),
    (
        "innhold ny fjordby/2026-12",
        "innhold ny fjordby/2026-12 --kommune Fjordby --trinn 4",
        'innhold ny oyby --kommune Øyby --trinn 0 --roller "Lærer, Innbygger"',
    ),
)
