"""Lines of text that fit the terminal; nothing is cut, and no address is broken."""

import re
import textwrap
from typing import Final

NARROWEST: Final = 20
_ADDRESS: Final = re.compile(r"\S+://|www\.|\S+@\S+\.")


def wrap(
    text: str, width: int, first: str = "", rest: str = "", *, break_addresses: bool = False
) -> list[str]:
    """Wrap each line of the text; `first` stands before the first line, `rest` before the others.

    A web or mail address that is longer than the line stands alone and whole, so that it can be
    copied: the terminal itself folds it. Where lines are counted, `break_addresses`. Control
    characters are dropped, so that no text can move the cursor.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        wrapped = textwrap.wrap(
            _without_controls(paragraph),
            max(width, NARROWEST),
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines += [
            piece
            for line in wrapped
            for piece in _fitting(line, max(width, NARROWEST), rest, break_addresses)
        ] or [""]
    return lines


def _fitting(line: str, width: int, indent: str, break_addresses: bool) -> list[str]:  # noqa: FBT001
    """Break a line that is one word longer than the width, unless it is an address."""
    if len(line) <= width or (_ADDRESS.search(line) and not break_addresses):
        return [line]
    head, tail = line[:width], f"{indent}{line[width:]}"
    return [head, *_fitting(tail, width, indent, break_addresses)]


def _without_controls(text: str) -> str:
    spaced = text.replace("\t", " ")
    return "".join(char for char in spaced if char >= " " and not "\x7f" <= char < "\xa0")
