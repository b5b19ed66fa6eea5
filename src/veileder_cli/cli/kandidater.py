"""What the Tab key may put in: asked for by the shells' scripts in skall/, never by a person.

A candidate is a line: the word, a tab, what it is. Where a file or a folder may stand, the line is
a tab and "fil" or "mappe". Whatever goes wrong, nothing is said: a shell would print it into what
somebody is typing.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr
from io import StringIO, TextIOWrapper
from typing import Any, Final

import typer
from typer._click.shell_completion import CompletionItem, ShellComplete
from typer.main import get_group

from veileder_cli.cli.declared import fold
from veileder_cli.cli.norsk import PROGRAM, norsk

_ESCAPES: Final = {"powershell": "`"}
_KINDS: Final = {"file": "fil", "dir": "mappe"}
_QUOTES: Final = "\"'"
_TYPED: Final = "VEILEDER_TAB"
"""The words, a line each, from a shell that may start a .cmd: it would obey signs in arguments."""


class _Line(ShellComplete):
    """A command line by its words; the shells' own ways to tell them are not used."""

    def source_vars(self) -> dict[str, Any]:
        """Give nothing: the scripts are in skall/."""
        return {}

    def get_completion_args(self) -> tuple[list[str], str]:
        """Give nothing: the words are arguments."""
        return [], ""

    def format_completion(self, item: CompletionItem) -> str:
        """Write the line of a candidate."""
        if item.type in _KINDS:
            return f"\t{_KINDS[item.type]}"
        return f"{_one_line(str(item.value))}\t{_one_line(item.help or '')}"


def answer(argv: Sequence[str], build: Callable[[str], typer.Typer]) -> int:
    """Print the candidates for a shell, the number of the word that is typed, and all words."""
    with redirect_stderr(StringIO()):
        try:
            words = argv[2:] or os.environ.get(_TYPED, "").split("\n")
            lines = [*candidates(argv[0], int(argv[1]), words, build)]
        except (Exception, SystemExit, KeyboardInterrupt):  # noqa: BLE001 - see above
            return 0
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def candidates(
    shell: str, number: int, words: Sequence[str], build: Callable[[str], typer.Typer]
) -> Iterator[str]:
    """Give the lines for the word of that number, which is 1 for the first after the program."""
    typed = [*(_unquoted(w, _ESCAPES.get(shell, "\\")) for w in words[:number])]
    typed += [""] * (number - len(typed))
    *before, word = typed
    if shell == "bash":  # which makes a word of the equals sign
        before = [w for w in before if w != "="]
        word = "" if word == "=" else word
    given, is_, _value = word.partition("=")
    line = _Line(
        get_group(norsk(build(fold(before[0]) if before else ""))),
        {"token_normalize_func": fold},
        PROGRAM,
        "",
    )
    joined = f"{given}=" if is_ and given.startswith("--") else ""
    for item in line.get_completions(before, word):
        yield ("" if item.type in _KINDS else joined) + line.format_completion(item)


def _unquoted(word: str, escape: str) -> str:
    """Give what a shell would make of a word, which may still lack its last quote."""
    quote, letters = "", []
    signs = iter(word)
    for sign in signs:
        if sign == escape and quote != "'":
            letters.append(next(signs, ""))
        elif sign in _QUOTES and quote in {"", sign}:
            quote = "" if quote else sign
        else:
            letters.append(sign)
    return "".join(letters)


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
