"""A document as Markdown (CommonMark), for those who edit, print or convert it."""

import re
from collections.abc import Iterator
from typing import Final

from veileder_cli.render.document import Block, Document, Heading, Item, Items, Paragraph
from veileder_cli.render.layout import sourced
from veileder_cli.render.links import Linker

_ALLTID: Final = re.compile(r"([\\`*_<~|#])|&(?=#?\w+;)|!(?=\[|$)|\](?=[(\[:])")
"""What would mean something to Markdown wherever it stands."""
_FORST: Final = re.compile(r"^(?:([+>=-])|(\d+)([.)]))")
"""What would make a line a heading, a list or a quotation."""
_LINJESKIFT: Final = "\\"


def to_markdown(dokument: Document, linker: Linker) -> str:
    """Give Markdown whose words are the document's; numbers and addresses are links."""
    skriver = _Writer(linker)
    return "\n\n".join(del_ for blokk in dokument for del_ in skriver.block(blokk)) + "\n"


class _Writer:
    """Writes block by block."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker

    def block(self, blokk: Block) -> Iterator[str]:
        """Give the blocks of Markdown that a block becomes."""
        match blokk:
            case Heading(tekst, niva, kilde):
                yield f"{'#' * niva} {self.line(sourced(tekst, kilde))}"
            case Paragraph(tekst, kilde, viktig):
                for avsnitt in sourced(tekst, kilde).splitlines():
                    if linje := self.line(avsnitt):
                        yield f"**{linje}**" if viktig else linje
            case Items(punkter, nummerert, innledning):
                if linje := self.line(innledning):
                    yield linje
                yield "\n".join(
                    self._item(punkt, f"{nr}. " if nummerert else "- ")
                    for nr, punkt in enumerate(punkter, start=1)
                )

    def line(self, tekst: str) -> str:
        """Give a text on one line that means itself and nothing else, with its links."""
        ren = " ".join(tekst.split())
        deler, sist = list[str](), 0
        for e in self._linker.find(ren):
            deler += [_escaped(ren[sist : e.start]), _link(ren[e.start : e.end], e.url)]
            sist = e.end
        return _FORST.sub(_escaped_start, "".join((*deler, _escaped(ren[sist:]))))

    def _item(self, punkt: Item, merke: str) -> str:
        linjer = (sourced(punkt.tekst, punkt.kilde), *punkt.under)
        innrykk = " " * len(merke)
        skrevet = filter(None, map(self.line, linjer))
        return merke + f"{_LINJESKIFT}\n{innrykk}".join(skrevet)


def _link(tekst: str, url: str) -> str:
    """Give an address as itself, and a number with what it is dialled as."""
    return f"[{tekst}]({url})" if url.startswith("tel:") else f"<{tekst}>"


def _escaped(tekst: str) -> str:
    return _ALLTID.sub(lambda m: f"\\{m[0]}", tekst)


def _escaped_start(m: re.Match[str]) -> str:
    return f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}"
