"""Reads the pages in docs/: their marked code blocks and their tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
DOCS: Final = ROOT / "docs"
PAGES: Final = (
    *(ROOT / navn for navn in ("README.md", "CHANGELOG.md", "content/README.md")),
    *sorted(DOCS.rglob("*.md")),
)

_FENCE: Final = re.compile(r"<!-- (\S+) ?([^\n]*?) -->\n```\w+\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Fence:
    """A code block under a comment; `fil` is what the comment says after its first word."""

    merke: str
    fil: str
    tekst: str


@dataclass(frozen=True)
class Table:
    """A table: its rows without the head, under a heading or a comment nearer to it."""

    under: str
    rows: list[list[str]]


@cache
def page(navn: str) -> str:
    return (DOCS / navn).read_text("utf-8")


def fences(navn: str) -> list[Fence]:
    return [Fence(*deler) for deler in _FENCE.findall(page(navn))]


def tables(navn: str) -> list[Table]:
    return [*_tables(page(navn))]


def table(navn: str, under: str) -> list[list[str]]:
    """Give the rows of the one table under a heading or comment."""
    [found] = [t for t in tables(navn) if t.under == under]
    return found.rows


def code(cell: str) -> str:
    """Give what stands between the first backticks."""
    return cell.split("`")[1]


def _tables(tekst: str) -> Iterator[Table]:
    """Give every table; a heading or comment stands over the first one after it."""
    under, rows = "", list[list[str]]()
    for line in [*tekst.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            yield Table(under, rows[2:])
            under, rows = "", []
        if found := re.match(r"#+ (.*)|<!-- (.*) -->", line):
            under = (found[1] or found[2]).replace("`", "")
