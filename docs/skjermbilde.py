"""Draws a terminal's screen as SVG: text that can be read aloud and enlarged, in light and dark.

The same screen gives the same bytes. The picture needs nothing from outside and runs no script.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pyte.screens import Char

FONTS: Final = (
    'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'
)
SIZE, CELL, LINE = 14, 8.4, 19
MARGIN, BAR = 16, 34
_BASELINE: Final = 14

_LIGHT: Final = """\
.flate, .pa { fill: #ffffff } .ramme { fill: none; stroke: #8c959f }
.linje { fill: #eaeef2 } .kommando { fill: #424a53 } .tekst, .snudd { fill: #1b1f24 }"""
_DARK: Final = """\
.flate, .pa { fill: #0d1117 } .ramme { fill: none; stroke: #6e7681 }
.linje { fill: #21262d } .kommando { fill: #c9d1d9 } .tekst, .snudd { fill: #e6edf3 }"""
_STYLE: Final = f"""\
text {{ font: {SIZE}px {FONTS}; white-space: pre }}
.fet {{ font-weight: bold }} .under {{ text-decoration: underline }}
{_LIGHT}
@media (prefers-color-scheme: dark) {{
{_DARK}
}}"""


@dataclass(frozen=True)
class Run:
    """Characters on one row that follow each other and look the same."""

    column: int
    text: str
    bold: bool
    underscore: bool
    reverse: bool


class UnknownLookError(Exception):
    """The screen has a colour or a look that the picture has no way to show."""


def draw(rows: Sequence[Sequence[Char]], name: str, title: str, command: str) -> str:
    """Draw the screen under a bar with the command; empty rows at the end are left out."""
    shown = _without_empty_end(rows)
    width = round(2 * MARGIN + CELL * len(rows[0]))
    height = BAR + 2 * MARGIN + LINE * len(shown)
    body = "\n".join(line for nr, row in enumerate(shown) for line in _row(nr, row))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
viewBox="0 0 {width} {height}" role="img" aria-labelledby={quoteattr(f"{name}-tittel")} \
aria-describedby={quoteattr(f"{name}-tekst")}>
<title id={quoteattr(f"{name}-tittel")}>{escape(title)}</title>
<desc id={quoteattr(f"{name}-tekst")} xml:space="preserve">{escape(_words(shown))}</desc>
<style>
{_STYLE}
</style>
<rect class="flate" width="{width}" height="{height}" rx="8"/>
<path class="linje" d="M0 {BAR}V8a8 8 0 0 1 8-8H{width - 8}a8 8 0 0 1 8 8V{BAR}z"/>
<rect class="ramme" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8"/>
<g xml:space="preserve">
<text class="kommando" x="{MARGIN}" y="22">{escape(command)}</text>
{body}
</g>
</svg>
"""


def runs(row: Sequence[Char]) -> Iterator[Run]:
    """Divide a row where its look changes; blanks that show nothing are left out at the ends."""
    column = 0
    for look, cells in groupby(row, _look):
        text = "".join(cell.data for cell in cells)
        shown = text if look[1] or look[2] else text.strip(" ")
        if shown:
            yield Run(column + text.index(shown), shown, *look)
        column += len(text)


def _look(cell: Char) -> tuple[bool, bool, bool]:
    in_colour = (cell.fg, cell.bg) != ("default", "default")
    if in_colour or cell.italics or cell.strikethrough or cell.blink:
        raise UnknownLookError(cell)
    return cell.bold, cell.underscore, cell.reverse


def _row(nr: int, row: Sequence[Char]) -> Iterator[str]:
    top = BAR + MARGIN + LINE * nr
    for run in runs(row):
        left, width = _number(MARGIN + CELL * run.column), _number(CELL * len(run.text))
        if run.reverse:
            yield (f'<rect class="snudd" x="{left}" y="{top}" width="{width}" height="{LINE}"/>')
        looks = ("pa" if run.reverse else "tekst", "fet" * run.bold, "under" * run.underscore)
        yield (
            f'<text class="{" ".join(filter(None, looks))}" x="{left}" y="{top + _BASELINE}" '
            f'textLength="{width}">{escape(run.text)}</text>'
        )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _without_empty_end(rows: Sequence[Sequence[Char]]) -> Sequence[Sequence[Char]]:
    used = [nr for nr, row in enumerate(rows) if [*runs(row)]]
    return rows[: max(used, default=0) + 1]


def _words(rows: Sequence[Sequence[Char]]) -> str:
    return "\n".join("".join(cell.data for cell in row).rstrip() for row in rows)
