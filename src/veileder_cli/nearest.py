"""Says which known word was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from veileder_cli.sprak import _


def suggest(ord_: str, kjente: Iterable[str], ellers: str = "") -> str:
    """Ask whether the nearest known word was meant; else say `ellers`, or which words there are."""
    finnes = tuple(dict.fromkeys(kjente))
    likest = get_close_matches(ord_, finnes, n=1)
    if likest:
        return _("mente du «{ord}»?").format(ord=likest[0])
    return ellers or _("gyldig her: {finnes}").format(finnes=", ".join(finnes))
