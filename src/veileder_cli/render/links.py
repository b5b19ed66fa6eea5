"""Finds what in a text can be called or opened: numbers of the guide, web and e-mail addresses."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from veileder_cli.model.veileder import Veileder
from veileder_cli.records import dataclass

_LANDKODE: Final = "+47"
_LENGST_KORT: Final = 6
"""Numbers of up to six digits (emergency, help lines) are dialled as they stand."""

_ADRESSE: Final = re.compile(
    r"(?P<url>https?://[^\s<>\"«»\\]*[^\s<>\"«»\\.,;:!?)\]])"
    r"|(?P<epost>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_MELLOMROM: Final = "[ \N{NO-BREAK SPACE}]"
_IKKE_FORAN: Final = rf"(?<![\w+/@.,§-])(?<!§{_MELLOMROM})(?<!kap\.{_MELLOMROM})"
_IKKE_BAK: Final = rf"(?![\w@/-]|[.,]\d|{_MELLOMROM}\d)"


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a text, from `start` to before `end`, and the address that it stands for."""

    start: int
    end: int
    url: str


class Linker:
    """Finds the links of a text; knows which numbers are somebody's to call."""

    def __init__(self, numre: Iterable[str] = ()) -> None:
        """Take the numbers as they are printed."""
        lengste_forst = sorted({n for n in numre if n}, key=len, reverse=True)
        alle = "|".join(_MELLOMROM.join(map(re.escape, n.split())) for n in lengste_forst)
        self._numre = re.compile(f"{_IKKE_FORAN}(?:{alle}){_IKKE_BAK}") if alle else None

    def find(self, tekst: str) -> tuple[Link, ...]:
        """Give the links in their order; none overlaps another."""
        adresser = tuple(_addresses(tekst))
        opptatt = {n for e in adresser for n in range(e.start, e.end)}
        treff = self._numre.finditer(tekst) if self._numre else ()
        numre = (
            Link(m.start(), m.end(), f"tel:{dialled(m[0])}")
            for m in treff
            if m.start() not in opptatt
        )
        return tuple(sorted((*adresser, *numre), key=lambda e: e.start))

    def with_hyperlinks(self, linje: str) -> str:
        """Put the links into a line as a terminal takes them (OSC 8); what is read is the same."""
        deler, sist = list[str](), 0
        for e in self.find(linje):
            lenke = f"\x1b]8;;{e.url}\x1b\\{linje[e.start : e.end]}\x1b]8;;\x1b\\"
            deler += [linje[sist : e.start], lenke]
            sist = e.end
        return "".join((*deler, linje[sist:]))


def linker(veileder: Veileder) -> Linker:
    """Make the linker of a guide: all numbers of the contacts that are loaded."""
    return Linker(n.telefon for k in veileder.kontakter for n in k.numre)


def dialled(telefon: str) -> str:
    """Give a number as a telephone takes it: with country code, but short numbers without."""
    sifre = "".join(t for t in telefon if t in "+0123456789")
    return sifre if sifre.startswith("+") or len(sifre) <= _LENGST_KORT else f"{_LANDKODE}{sifre}"


def _addresses(tekst: str) -> Iterator[Link]:
    for m in _ADRESSE.finditer(tekst):
        yield Link(m.start(), m.end(), m["url"] or f"mailto:{m['epost']}")
