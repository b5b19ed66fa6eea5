"""What a look-up found, or the error that names what is nearest."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from veileder_cli.errors import NotFoundError
from veileder_cli.lookup.entries import role_entries
from veileder_cli.lookup.find import Oppslag, Treff, find, find_all, nearest
from veileder_cli.model.veileder import Veileder

Ord: TypeAlias = list[str] | None
"""The words of a query as typed, without need of quotes."""

FLEST_FORSLAG = 25
"""A list no longer than this is given whole when nothing in it matches."""
FA_FORSLAG = 3


def all_or_found(oppslag: Sequence[Oppslag], slag: str, sok: Ord) -> tuple[Any, ...]:
    """Give everything, or what matches; raises NotFoundError when nothing does."""
    if not sok:
        return tuple(o.objekt for o in oppslag)
    sokt = " ".join(sok)
    return found(oppslag, slag, sokt, find_all(oppslag, sokt))


def found(
    oppslag: Sequence[Oppslag], slag: str, sok: str, treff: tuple[Treff, ...]
) -> tuple[Any, ...]:
    """Give what was found; raises NotFoundError, with the nearest names, when nothing was."""
    if not treff:
        alle = tuple(o.navn[0] for o in oppslag)
        kort = len(alle) <= FLEST_FORSLAG
        raise NotFoundError(slag, sok, alle if kort else nearest(oppslag, sok, FA_FORSLAG))
    return tuple(t.oppslag.objekt for t in treff)


def contacts_of_role(veileder: Veileder, sok: str) -> tuple[str, ...]:
    """Find the role, and name its contacts in the order it calls them."""
    oppslag = role_entries(veileder)
    rolle = found(oppslag, "rolle", sok, find(oppslag, sok))[0]
    return tuple(dict.fromkeys(k for liste in rolle.kontakter.values() for k in liste))
