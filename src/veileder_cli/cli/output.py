"""The one place that prints: documents and JSON to standard output, errors to standard error."""

import codecs
import json
import os
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from veileder_cli.cli.hyperlinks import takes_hyperlinks
from veileder_cli.render.document import Document
from veileder_cli.render.layout import to_rich, to_text

if TYPE_CHECKING:
    from veileder_cli.render.links import Linker

SMALEST: Final = 20
BREDEST: Final = 100


INSTEAD: Final = "veileder"
"""The name that Python knows `write_instead` by."""

_ASCII: Final = {
    "æ": "ae",
    "ø": "oe",
    "å": "aa",
    "Æ": "Ae",
    "Ø": "Oe",
    "Å": "Aa",
    "é": "e",
    "É": "E",
    "ö": "o",
    "ü": "u",
    "…": "...",
    "§": "par.",
    "→": "->",
    "–": "-",
    "—": "-",
    "«": '"',
    "»": '"',
    "”": '"',
    "“": '"',
    "’": "'",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NON-BREAKING HYPHEN}": "-",
}


def write_instead(error: UnicodeError) -> tuple[str, int]:
    """Write ASCII for letters that an old code page has not; docs/kommandoer.md lists them."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    tekst = error.object[error.start : error.end]
    return "".join(_ASCII.get(tegn, "?") for tegn in tekst), error.end


def width() -> int:
    """Give the width to write in: the terminal's, but no wider than is good to read.

    Not the last column on Windows: there a full line is followed by an empty one.
    """
    columns = shutil.get_terminal_size().columns - (sys.platform == "win32")
    return max(SMALEST, min(BREDEST, columns))


def show(dokument: Document, linker: "Linker | None" = None, *, paged: bool = False) -> None:
    """Print a document: with weight and links on a terminal, else as plain text, as for ACCESSIBLE.

    `paged`: one screen at a time, where somebody is there to turn the pages.
    """
    if not sys.stdout.isatty() or os.environ.get("ACCESSIBLE"):
        sys.stdout.write(to_text(dokument, width()))
        return
    from veileder_cli.cli.bla import show_pages, show_text  # noqa: PLC0415 - a pipe needs no Rich
    from veileder_cli.render.links import Linker  # noqa: PLC0415 - nor links

    brukt = (linker or Linker()) if takes_hyperlinks(os.environ) else None
    tekst = to_rich(dokument, width(), brukt)
    if paged:
        show_pages(tekst, sys.stdin, sys.stdout)
    else:
        show_text(tekst, sys.stdout)


def show_json(verdi: dict[str, Any]) -> None:
    """Print JSON; escaped to ASCII where the output cannot hold every letter."""
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    sys.stdout.write(json.dumps(verdi, ensure_ascii=not utf8, indent=2) + "\n")


def show_file(tekst: str) -> None:
    """Print what is meant to be a file: as it is, and as UTF-8 whatever the output is set to."""
    if sys.stdout.isatty():
        sys.stdout.write(tekst)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(tekst.encode())


def show_error(tekst: str) -> None:
    """Print an error or a remark to standard error."""
    sys.stderr.write(f"{tekst}\n")


def prepare_streams() -> None:
    """Let a letter that a stream cannot hold be written in ASCII, and a closed stream be empty."""
    codecs.register_error(INSTEAD, write_instead)
    for navn, modus in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, navn) is None:
            setattr(sys, navn, Path(os.devnull).open(modus, encoding="utf-8"))  # noqa: SIM115
        elif isinstance(strom := getattr(sys, navn), TextIOWrapper):
            strom.reconfigure(errors="replace" if modus == "r" else INSTEAD)
