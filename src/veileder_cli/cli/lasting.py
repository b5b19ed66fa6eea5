"""Loads the guide that a command is about, and shows that it goes on where that takes time."""

from veileder_cli.cli.options import Hvilket
from veileder_cli.compiled import load_guide
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _


def load(hvilket: Hvilket, *deler: str) -> Veileder:
    """Give the parts, or all but the cases where none is named. Raises EditionError, ContentError.

    Content that does not ship is read whole and checked first.
    """
    utgave = hvilket.edition()
    valgte = frozenset(deler) if deler else None
    if utgave.levert and not utgave.lokalt:
        return load_guide(utgave, valgte)
    from veileder_cli.cli.fremdrift import waiting  # noqa: PLC0415 - not for what ships

    with waiting(_("Leser og kontrollerer innholdet")):
        return load_guide(utgave, valgte)
