"""Lists words that are chosen among: "a, b eller c", "verken a eller b"."""

from collections.abc import Iterable

from veileder_cli.sprak import _


def any_of(ord_: Iterable[str]) -> str:
    """List what there is to choose among; there must be one."""
    *forste, siste = ord_
    if not forste:
        return siste
    return _("{forste} eller {siste}").format(forste=", ".join(forste), siste=siste)


def none_of(ord_: Iterable[str]) -> str:
    """List what none is true of; there must be two."""
    *forste, siste = ord_
    return _("verken {forste} eller {siste}").format(forste=", ".join(forste), siste=siste)
