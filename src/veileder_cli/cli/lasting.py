"""Loads the guide that a command is about, and shows that it goes on where that takes time."""

from contextlib import AbstractContextManager, nullcontext

from veileder_cli.cli.options import Hvilket
from veileder_cli.compiled import load_guide
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _


def load(hvilket: Hvilket, *deler: str, quiet: bool = False) -> Veileder:
    """Give the parts, or all but the cases where none is named. Raises EditionError, ContentError.

    Content that does not ship is read whole and checked first. `quiet`: nothing is drawn meanwhile.
    """
    utgave = hvilket.edition()
    valgte = frozenset(deler) if deler else None
    if utgave.levert and not utgave.lokalt:
        return load_guide(utgave, valgte)
    with _telling(quiet=quiet):
        return load_guide(utgave, valgte)


def load_with_cases(hvilket: Hvilket, *, quiet: bool = False) -> Veileder:
    """Give all there is; the cases are in YAML alone. Raises EditionError, ContentError."""
    from veileder_cli.loader import load_veileder  # noqa: PLC0415 - few commands need the cases

    with _telling(quiet=quiet):
        return load_veileder(hvilket.edition())


def _telling(*, quiet: bool) -> AbstractContextManager[None]:
    """Tell that it goes on, where it takes time; --enkel promises that nothing is drawn again."""
    from veileder_cli.cli.fremdrift import waiting  # noqa: PLC0415 - not for what ships

    return nullcontext() if quiet else waiting(_("Leser og kontrollerer innholdet"))
