"""Ranks entries against a query: exact, synonym, inflection, part, misspelling, description."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from enum import IntEnum
from functools import cache
from itertools import chain, islice
from typing import Any, Final, overload

from veileder_cli.lookup.index import SHORTEST_PART, WordIndex
from veileder_cli.lookup.words import fold, stems
from veileder_cli.records import dataclass

_STAVEFEIL: Final = 0.8


class Likhet(IntEnum):
    """How an entry matched; lower is closer."""

    NAVN = 0
    SYNONYM = 1
    BOYNING = 2
    DEL = 3
    STAVEFEIL = 4
    BESKRIVELSE = 5


@dataclass(frozen=True, slots=True)
class Oppslag:
    """An entry as it can be found: by names, by other words for it, by its description."""

    objekt: Any
    slag: str
    navn: tuple[str, ...]
    andre_ord: tuple[str, ...] = ()
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Treff:
    """An entry that matched, and how."""

    oppslag: Oppslag
    likhet: Likhet
    avstand: float = 0.0


class Catalog(Sequence[Oppslag]):
    """Entries of which an index has been made: each is made when it is found, or asked for."""

    def __init__(
        self, rader: Sequence[Any], make: Callable[[Any], Oppslag], index: WordIndex
    ) -> None:
        """Hold the rows, in the order they have in the index, and what makes an entry of one."""
        self._rader = rader
        self._make = cache(lambda nr: make(rader[nr]))
        self.funn: Mapping[Likhet, Callable[[str], list[tuple[float, int]]]] = {
            Likhet.NAVN: index.same_name,
            Likhet.SYNONYM: index.same_word,
            Likhet.BOYNING: index.same_stems,
            Likhet.DEL: index.part_of_name,
        }

    def __len__(self) -> int:
        """Count them; none is made."""
        return len(self._rader)

    @overload
    def __getitem__(self, key: int) -> Oppslag: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Oppslag]: ...
    def __getitem__(self, key: int | slice) -> Oppslag | Sequence[Oppslag]:
        """Make the entry, or several."""
        if isinstance(key, slice):
            return [self[nr] for nr in range(*key.indices(len(self)))]
        return self._make(range(len(self))[key])


def find(oppslag: Sequence[Oppslag], sok: str) -> tuple[Treff, ...]:
    """Give all entries that match in the closest way any of them does, best first."""
    return next(_by_likeness(oppslag, sok), ())


def find_all(oppslag: Sequence[Oppslag], sok: str) -> tuple[Treff, ...]:
    """Give all that the words of the query name, or else what is spelt like it or describes it."""
    navngitt = [*_by_likeness(oppslag, sok, Likhet.NAVN, Likhet.DEL)]
    ellers = _by_likeness(oppslag, sok, Likhet.STAVEFEIL)  # slow: all names are compared
    return _each_once(navngitt or [*islice(ellers, 1)])


def search(oppslag: Sequence[Oppslag], sok: str) -> tuple[Treff, ...]:
    """Give all entries that match in any way, best first, each once."""
    return _each_once([*_by_likeness(oppslag, sok)])


def nearest(oppslag: Sequence[Oppslag], sok: str, antall: int = 5) -> tuple[str, ...]:
    """Name what is closest in spelling to a query that nothing matches, closest first."""
    navn = {fold(o.navn[0]): o.navn[0] for o in oppslag}
    return tuple(navn[n] for n in get_close_matches(fold(sok), navn, n=antall, cutoff=0))


def _each_once(grupper: Sequence[tuple[Treff, ...]]) -> tuple[Treff, ...]:
    beste: dict[int, Treff] = {}
    for treff in chain.from_iterable(grupper):
        beste.setdefault(id(treff.oppslag), treff)
    return tuple(beste.values())


def _by_likeness(
    oppslag: Sequence[Oppslag],
    sok: str,
    fra: Likhet = Likhet.NAVN,
    til: Likhet = Likhet.BESKRIVELSE,
) -> Iterator[tuple[Treff, ...]]:
    """Group the matches by likeness, leaving out the likenesses that nothing matches by."""
    if not fold(sok):
        return
    for likhet, avstand in _MATER.items():
        if not fra <= likhet <= til:
            continue
        if isinstance(oppslag, Catalog) and likhet in oppslag.funn:
            funn = oppslag.funn[likhet](sok)
        else:
            alle = ((avstand(o, sok), nr) for nr, o in enumerate(oppslag))
            funn = [(a, nr) for a, nr in alle if a is not None]
        if funn:
            yield tuple(Treff(oppslag[nr], likhet, a) for a, nr in sorted(funn))


def _same_name(o: Oppslag, sok: str) -> float | None:
    return 0.0 if fold(sok) in map(fold, o.navn) else None


def _same_word(o: Oppslag, sok: str) -> float | None:
    return 0.0 if fold(sok) in map(fold, o.andre_ord) else None


def _same_stems(o: Oppslag, sok: str) -> float | None:
    stammer = stems(sok)
    return 0.0 if stammer and stammer in map(stems, (*o.navn, *o.andre_ord)) else None


def _part_of_name(o: Oppslag, sok: str) -> float | None:
    """A part counts from three letters, and less the more of the name it leaves out."""
    del_ = fold(sok)
    rester = [len(n) - len(del_) for n in map(fold, (*o.navn, *o.andre_ord)) if del_ in n]
    return float(min(rester)) if rester and len(del_) >= SHORTEST_PART else None


def _misspelt(o: Oppslag, sok: str) -> float | None:
    ord_ = fold(sok)
    likest = get_close_matches(ord_, [*map(fold, (*o.navn, *o.andre_ord))], 1, _STAVEFEIL)
    return 1 - SequenceMatcher(None, ord_, likest[0]).ratio() if likest else None


def _described(o: Oppslag, sok: str) -> float | None:
    """All words of the query must be in the entry; words of its name weigh more."""
    sokt = {*stems(sok)}
    navn = {*stems(" ".join((*o.navn, *o.andre_ord)))}
    tekst = stems(o.tekst)
    if not sokt or not sokt <= navn | {*tekst}:
        return None
    return len(sokt - navn) + 1 - sum(t in sokt for t in tekst) / (len(tekst) + 1)


_MATER: Final[dict[Likhet, Callable[[Oppslag, str], float | None]]] = {
    Likhet.NAVN: _same_name,
    Likhet.SYNONYM: _same_word,
    Likhet.BOYNING: _same_stems,
    Likhet.DEL: _part_of_name,
    Likhet.STAVEFEIL: _misspelt,
    Likhet.BESKRIVELSE: _described,
}
