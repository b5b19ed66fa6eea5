"""Lays a document out as lines of a width: the same lines for plain text and for Rich."""

import re
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from veileder_cli.records import dataclass
from veileder_cli.render.document import Block, Document, Heading, Item, Items, Paragraph

if TYPE_CHECKING:
    from rich.text import Text

    from veileder_cli.render.links import Linker

FAST_MELLOMROM: Final = "\N{NO-BREAK SPACE}"
"""Keeps a telephone number on one line; written as a plain space, so that it can be copied."""

_LITEN: Final = 3
"""Headings of this level and below are written as they are, those above in capitals."""

_PARAGRAF: Final = re.compile(r"(§§?) (?=\d)|\b(kap\.) (?=\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; the style repeats what the words say and may be left out."""

    tekst: str
    stil: str = ""


def to_lines(dokument: Document, bredde: int) -> list[Line]:
    """Give the lines in reading order, an empty one between blocks but not under a heading."""
    linjer: list[Line] = []
    for nr, blokk in enumerate(dokument):
        if nr and not isinstance(dokument[nr - 1], Heading):
            linjer.append(Line(""))
        linjer += _block(blokk, bredde)
    return [Line(e.tekst.replace(FAST_MELLOMROM, " "), e.stil) for e in linjer]


def to_text(dokument: Document, bredde: int) -> str:
    """Give plain text, with a newline at the end."""
    return "".join(f"{linje.tekst}\n" for linje in to_lines(dokument, bredde))


def to_rich(dokument: Document, bredde: int, linker: "Linker | None" = None) -> "Text":
    """Give the same lines with weight, and with links where there is a linker, for Rich."""
    from rich.text import Text  # noqa: PLC0415 - costs more than plain text needs

    linjer = [Text(e.tekst, style=e.stil) for e in to_lines(dokument, bredde)]
    if linker:
        for linje in linjer:
            for e in linker.find(linje.plain):
                linje.stylize(f"link {e.url}", e.start, e.end)
    return Text("\n").join(linjer)


def sourced(tekst: str, kilde: str) -> str:
    """Put the source after the statement, in brackets."""
    return f"{tekst} [{kilde}]" if kilde else tekst


def _wrap(tekst: str, bredde: int, forst: str = "", siden: str = "") -> list[str]:
    """Break between words, but not inside an address or between "§" and its number."""
    return wrap(
        _PARAGRAF.sub(lambda m: f"{m[1] or m[2]}{FAST_MELLOMROM}", tekst),
        bredde,
        initial_indent=forst,
        subsequent_indent=siden,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _block(blokk: Block, bredde: int) -> list[Line]:
    match blokk:
        case Heading(tekst, niva, kilde):
            stort = tekst.upper() if niva < _LITEN else tekst
            return [Line(e, "bold") for e in _wrap(sourced(stort, kilde), bredde)]
        case Paragraph(tekst, kilde, viktig):
            stil = "bold" if viktig else ""
            return [
                Line(e, stil)
                for avsnitt in sourced(tekst, kilde).splitlines()
                for e in _wrap(avsnitt, bredde) or [""]
            ]
        case Items(punkter, nummerert, innledning):
            return [Line(e) for e in _wrap(innledning, bredde)] + [
                linje
                for nr, punkt in enumerate(punkter, start=1)
                for linje in _item(punkt, f"{nr}. " if nummerert else "- ", bredde)
            ]


def _item(punkt: Item, merke: str, bredde: int) -> list[Line]:
    """Hang the lines of a point under its text."""
    innrykk = " " * len(merke)
    tekst = sourced(punkt.tekst, punkt.kilde)
    forst = _wrap(tekst, bredde, merke, innrykk)
    under = [e for linje in punkt.under for e in _wrap(linje, bredde, innrykk, innrykk)]
    return [Line(e) for e in (*forst, *under)]
