"""Lines of text that fit the terminal; nothing is cut."""

import textwrap

NARROWEST = 20


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Wrap each line of the text; `first` stands before the first line, `rest` before the others.

    Control characters are dropped, so that no text can move the cursor.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        wrapped = textwrap.wrap(
            _without_controls(paragraph),
            max(width, NARROWEST),
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_on_hyphens=False,
        )
        lines.extend(wrapped or [""])
    return lines


def _without_controls(text: str) -> str:
    spaced = text.replace("\t", " ")
    return "".join(char for char in spaced if char >= " " and not "\x7f" <= char < "\xa0")
