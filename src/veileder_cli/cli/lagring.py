"""Saves what a command makes to the file that the user named, and says how it went."""

from collections.abc import Callable
from pathlib import Path

from veileder_cli.cli.output import show_error, show_json
from veileder_cli.eksport.file import save_text
from veileder_cli.errors import SaveError
from veileder_cli.sprak import _


def save(fil: Path, make: Callable[[], str], lagret: str, *, json: bool = False) -> int:
    """Save the text to a new file, and give the exit code.

    `make` may raise SaveError: what is made can depend on the file's name. `lagret` says that it
    is done, with {fil} for where.
    """
    try:
        skrevet = save_text(fil, make())
    except SaveError as error:
        tekst = _("Ikke lagret i {fil}: {grunn}. Velg et annet navn eller en annen mappe.")
        show_error(tekst.format(fil=fil, grunn=error.grunn))
        return 1
    if json:
        show_json({"skrevet": [str(skrevet)]})
    else:
        show_error(lagret.format(fil=skrevet))
    return 0
