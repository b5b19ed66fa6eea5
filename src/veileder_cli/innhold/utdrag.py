"""Shows long things in short: the part of a text that is changed, the rows that have moved."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from veileder_cli.sprak import quoted as in_quotes

_RUNDT: Final = 4
"""So many words around what is changed are shown."""
_MEST: Final = 24
"""No more words than this are shown of one text."""


def excerpt(for_: str, naa: str) -> tuple[str, str]:
    """Give the part of each text where they differ, with a few words around it."""
    en, annen = for_.split(), naa.split()
    kortest = min(len(en), len(annen))
    foran = next((nr for nr in range(kortest) if en[nr] != annen[nr]), kortest)
    bak = next(
        (nr for nr in range(kortest - foran) if en[-nr - 1] != annen[-nr - 1]), kortest - foran
    )
    fra = max(foran - _RUNDT, 0)
    return _part(en, fra, len(en) - bak + _RUNDT), _part(annen, fra, len(annen) - bak + _RUNDT)


def _part(ordene: Sequence[str], fra: int, til: int) -> str:
    slutt = min(til, fra + _MEST)
    tekst = " ".join(ordene[fra:slutt])
    return f"{'… ' if fra else ''}{tekst}{' …' if slutt < len(ordene) else ''}"


def quoted(tekst: str, lengde: int) -> str:
    """Quote a text, cut off between words."""
    if len(tekst) > lengde:
        tekst = f"{tekst[:lengde].rsplit(' ', 1)[0]} …"
    return in_quotes(tekst)


def moved(for_: Sequence[Any], naa: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Give the rows that have moved against the others, each with the row that is now before it.

    The row before is None for the first. As few rows as can be are said to have moved.
    """
    ulike = list(dict.fromkeys(map(repr, naa)))
    plass = [ulike.index(repr(rad)) if repr(rad) in ulike else -1 for rad in for_]
    blokker = SequenceMatcher(None, plass, range(len(naa)), autojunk=False).get_matching_blocks()
    star = {nr for blokk in blokker for nr in range(blokk.b, blokk.b + blokk.size)}
    for nr, rad in enumerate(naa):
        if nr not in star:
            yield rad, naa[nr - 1] if nr else None
