"""Writes kommandoer.md from the program's own help, so that the page says what the program does."""

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, Final

from typer.main import get_group

from veileder_cli.cli.app import build_app, run
from veileder_cli.cli.hjelpetekst import commands
from veileder_cli.cli.norsk import PROGRAM, norsk

PAGE: Final = Path(__file__).parent / "kommandoer.md"
_COLUMNS: Final = "80"
_HEAD: Final = """\
# Kommandoene

Denne siden er laget av programmets egen hjelp med `make docs`. Rett hjelpen, ikke siden.
Hva `--json` skriver, står i [json.md](json.md).

Gamle konsoller og utskrift til fil kan mangle tegn. Da skriver programmet `ae`, `oe` og `aa` for
æ, ø og å, `-` for tankestrek, `->` for pil, `"` for «», `par.` for § og `?` for det som ikke har
noen erstatning. `--json` skriver slike tegn som `\\u00e5`.

I terminaler som kan det, er numre og nettadresser lenker. Viser din terminal rare tegn rundt dem,
setter du miljøvariabelen `NO_COLOR=1`.
"""


def build_page() -> str:
    """Give the page: the help of the program, then that of each command in its order."""
    return _HEAD + "".join(_section(words) for words in _paths(get_group(norsk(build_app()))))


def _paths(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Name the command and all under it by the words that are typed."""
    yield words
    for name, under in commands(command).items():
        yield from _paths(under, (*words, name))


def _section(words: tuple[str, ...]) -> str:
    return f"\n## {' '.join((PROGRAM, *words))}\n\n```text\n{_help(words)}```\n"


def _help(words: tuple[str, ...]) -> str:
    """Give the help as a terminal of a fixed width shows it."""
    columns = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = _COLUMNS
    try:
        with redirect_stdout(io.StringIO()) as shown:
            run([*words, "--help"])
    finally:
        del os.environ["COLUMNS"]
        if columns is not None:
            os.environ["COLUMNS"] = columns
    return shown.getvalue()


if __name__ == "__main__":
    PAGE.write_text(build_page(), "utf-8")
