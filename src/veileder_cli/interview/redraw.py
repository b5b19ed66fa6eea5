"""What is drawn when a page changes: a screen reader says what is drawn, so whole lines or nothing.

prompt_toolkit draws the characters that differ, of which a reader that follows the stream makes
word salad, and a row that is left is drawn again when its look changes.
"""

from typing import Final

from prompt_toolkit.layout.screen import Char, Screen

from veileder_cli.interview.page import NO_POINTER, POINTER, Line, Page

_FORGOTTEN: Final = Char("~", "class:forgotten")


def split_pointer(line: Line) -> tuple[tuple[str, str], tuple[str, str]]:
    """Split a line in styled pointer and text; only the pointer has the look of what is chosen.

    So a row that is left has its pointer taken away, and none of its words drawn again.
    """
    if line.style == "pointed" and line.text.startswith(POINTER):
        return ("class:pointed", line.text[: len(POINTER)]), ("", line.text[len(POINTER) :])
    style = f"class:{line.style}" if line.style not in {"", "pointed"} else ""
    return ("", ""), (style, line.text)


def new_lines(before: Page, after: Page) -> set[int]:
    """Find the lines to be read: those with new words, and all of a row now pointed at."""
    old = [line.text for line in before.lines]
    new = [line.text for line in after.lines]
    changed = {
        number
        for number, text in enumerate(new)
        if number >= len(old) or text not in {old[number], _without_pointer(old[number])}
    }
    row = {*range(after.cursor, after.cursor + after.height)}
    return changed | row if changed & row else changed


def forget_lines(drawn: Screen, before: Page, after: Page) -> None:
    """Let what the terminal shows on the lines to be read count as unknown, so all is drawn."""
    for number in new_lines(before, after):
        row = drawn.data_buffer[number]
        for column in range(max(len(row), len(after.lines[number].text))):
            row[column] = _FORGOTTEN


def _without_pointer(text: str) -> str:
    return NO_POINTER + text.removeprefix(POINTER) if text.startswith(POINTER) else text
