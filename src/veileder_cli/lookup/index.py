"""An index of the words that entries are found by: made once, read without making any entry.

A text of three blocks of lines: each name (N), other word (S) or word for those that the entry is
for (U), folded, with the numbers of its entries; each run of stems (S or U), with the same; and
each word that occurs, with its stem.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from veileder_cli.lookup.words import fold, stems, words

_NAME, _OTHER, _USERS = "N", "S", "U"
SHORTEST_PART: Final = 3
FOR_USERS: Final = 5e-7
"""How much further off a word for those that an entry is for is than a word for the entry."""


class Named(Protocol):
    """What can be found: names, and other words for them."""

    @property
    def navn(self) -> tuple[str, ...]:
        """Its names."""

    @property
    def andre_ord(self) -> tuple[str, ...]:
        """Other words for it."""

    @property
    def brukerord(self) -> tuple[str, ...]:
        """Words for those it is for."""


def make_index(entries: Iterable[Named], sprak: str = "") -> str:
    """Write the index of the entries, which are numbered from 0; `sprak` is their language."""
    numbers: dict[str, dict[int, None]] = {}
    stemmed: dict[str, dict[int, None]] = {}
    known: dict[str, str] = {}
    for nr, entry in enumerate(entries):
        kinds = ((_NAME, entry.navn), (_OTHER, entry.andre_ord), (_USERS, entry.brukerord))
        for kind, names in kinds:
            for name in names:
                numbers.setdefault(f"{fold(name)}\t{kind}", {})[nr] = None
                of = _USERS if kind == _USERS else _OTHER
                stemmed.setdefault(f"{' '.join(stems(name, sprak))}\t{of}", {})[nr] = None
                known |= {word: " ".join(stems(word, sprak)) for word in words(name)}
    return "\n\n".join(
        "\n".join(f"{key}\t{value}" for key, value in block)
        for block in (_joined(numbers), _joined(stemmed), known.items())
    )


def _joined(block: dict[str, dict[int, None]]) -> Iterator[tuple[str, str]]:
    return ((key, " ".join(map(str, numbers))) for key, numbers in block.items())


class WordIndex:
    """Reads an index: each method gives the distance and the number of the entries it finds."""

    def __init__(self, text: str, sprak: str = "") -> None:
        """Hold the blocks, each with a newline before and after every line."""
        self._sprak = sprak
        self._words, self._stems, self._known = (f"\n{block}\n" for block in text.split("\n\n"))

    def same_name(self, query: str) -> list[tuple[float, int]]:
        """Entries with that name."""
        return self._exactly(self._words, f"{fold(query)}\t{_NAME}")

    def same_word(self, query: str) -> list[tuple[float, int]]:
        """Entries with that other word, and those that are for whom the word says."""
        return self._either(self._words, fold(query))

    def same_stems(self, query: str) -> list[tuple[float, int]]:
        """Entries with a name or word of the same stems."""
        found = " ".join(filter(None, map(self._stem, words(query))))
        return self._either(self._stems, found) if found else []

    def part_of_name(self, query: str) -> list[tuple[float, int]]:
        """Entries with a name or word that the query is a part of, by how much is left out."""
        part = fold(query)
        best: dict[int, float] = {}
        for word, numbers in self._containing(part) if len(part) >= SHORTEST_PART else ():
            for nr in numbers:
                best[nr] = min(best.get(nr, float("inf")), len(word) - len(part))
        return [(distance, nr) for nr, distance in best.items()]

    def _either(self, block: str, key: str) -> list[tuple[float, int]]:
        users = {
            nr: FOR_USERS + distance for distance, nr in self._exactly(block, f"{key}\t{_USERS}")
        }
        itself = {nr: distance for distance, nr in self._exactly(block, f"{key}\t{_OTHER}")}
        return [(distance, nr) for nr, distance in (users | itself).items()]

    def _exactly(self, block: str, key: str) -> list[tuple[float, int]]:
        start = block.find(f"\n{key}\t")
        if start < 0:
            return []
        return [(0.0, nr) for nr in _numbers(block, start + 1)]

    def _containing(self, part: str) -> Iterator[tuple[str, Sequence[int]]]:
        at = self._words.find(part)
        while at >= 0:
            start, end = self._words.rfind("\n", 0, at) + 1, self._words.find("\n", at)
            word = self._words[start : self._words.find("\t", start)]
            if part in word:
                yield word, _numbers(self._words, start)
            at = self._words.find(part, end)

    def _stem(self, word: str) -> str:
        start = self._known.find(f"\n{word}\t")
        if start < 0:
            return " ".join(stems(word, self._sprak))
        return self._known[self._known.find("\t", start) + 1 : self._known.find("\n", start + 1)]


def _numbers(block: str, start: int) -> list[int]:
    """Read the numbers at the end of the line that starts there."""
    return [int(nr) for nr in block[start : block.find("\n", start)].rpartition("\t")[2].split()]
