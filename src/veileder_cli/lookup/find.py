"""Ranks entries against a query: exact, synonym, inflection, part, misspelling, description."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches
from enum import IntEnum
from functools import cache
from itertools import chain, islice
from math import inf
from typing import Any, Final, overload

from veileder_cli.lookup.index import FOR_USERS, SHORTEST_PART, WordIndex
from veileder_cli.lookup.words import fold, stems
from veileder_cli.records import dataclass

_STAVEFEIL: Final = 0.8
_OVERSATT: Final = 1e-6
"""How much further off a translation is than the guide's own words, where both match as well."""


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
    """An entry as it can be found: by names, by other words for it, by its description.

    `brukerord`: words for those it is for, which come after those for the entry itself. `sprak`:
    the language of them all; `egen`: the same entry in the guide's own, where that is another.
    """

    objekt: Any
    slag: str
    navn: tuple[str, ...]
    andre_ord: tuple[str, ...] = ()
    tekst: str = ""
    sprak: str = ""
    egen: "Oppslag | None" = None
    brukerord: tuple[str, ...] = ()

    @property
    def alle_ord(self) -> tuple[str, ...]:
        """The names and all other words."""
        return (*self.navn, *self.andre_ord, *self.brukerord)


@dataclass(frozen=True, slots=True)
class Treff:
    """An entry that matched, and how."""

    oppslag: Oppslag
    likhet: Likhet
    avstand: float = 0.0


class Catalog(Sequence[Oppslag]):
    """Entries of which an index has been made: each is made when it is found, or asked for."""

    def __init__(self, antall: int, make: Callable[[int], Oppslag], *indekser: WordIndex) -> None:
        """Hold what makes an entry of its number in the index, or indexes: one for each language.

        The first is of the guide's own words.
        """
        self._antall = antall
        self._make = cache(make)
        self.indekser = indekser

    def found(self, likhet: Likhet, sok: str) -> list[tuple[float, int]]:
        """Give the distance and the number of the entries that match so in any language."""
        best: dict[int, float] = {}
        for nr, index in enumerate(self.indekser):
            for avstand, treff in INDEXED[likhet](index, sok):
                best[treff] = min(best.get(treff, inf), avstand + nr * _OVERSATT)
        return [(avstand, treff) for treff, avstand in best.items()]

    def __len__(self) -> int:
        """Count them; none is made."""
        return self._antall

    @overload
    def __getitem__(self, key: int) -> Oppslag: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Oppslag]: ...
    def __getitem__(self, key: int | slice) -> Oppslag | Sequence[Oppslag]:
        """Make the entry, or several."""
        if isinstance(key, slice):
            return [self[nr] for nr in range(*key.indices(len(self)))]
        return self._make(range(len(self))[key])


def paired(egne: Sequence[Oppslag], oversatte: Sequence[Oppslag], sprak: str) -> Sequence[Oppslag]:
    """Let the entries of a translated guide be found by the guide's own words too."""

    def both(nr: int) -> Oppslag:
        return replace(oversatte[nr], sprak=sprak, egen=egne[nr])

    if isinstance(egne, Catalog) and isinstance(oversatte, Catalog):
        return Catalog(len(egne), both, *egne.indekser, *oversatte.indekser)
    return tuple(map(both, range(len(egne))))


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
        if isinstance(oppslag, Catalog) and likhet in INDEXED:
            funn = oppslag.found(likhet, sok)
        else:
            alle = ((_in_any_language(avstand, o, sok), nr) for nr, o in enumerate(oppslag))
            funn = [(a, nr) for a, nr in alle if a is not None]
        if funn:
            i_filas_orden = (Treff(oppslag[nr], likhet, a) for a, nr in sorted(funn))
            yield tuple(sorted(i_filas_orden, key=lambda t: (t.avstand, not _is_in_name(t, sok))))


def _is_in_name(treff: Treff, sok: str) -> bool:
    """Whether it is named so in part: of several with a word, it is the one that is meant."""
    o = treff.oppslag
    navn = (*o.navn, *(o.egen.navn if o.egen else ()))
    return any(fold(sok) in fold(n) for n in navn)


def _in_any_language(
    avstand: Callable[[Oppslag, str], float | None], o: Oppslag, sok: str
) -> float | None:
    """Measure an entry in its own language and in the guide's, which comes before it."""
    der = avstand(o, sok)
    if o.egen is None:
        return der
    her = avstand(o.egen, sok)
    if der is None:
        return her
    return min(der + _OVERSATT, inf if her is None else her)


def _same_name(o: Oppslag, sok: str) -> float | None:
    return 0.0 if fold(sok) in map(fold, o.navn) else None


def _same_word(o: Oppslag, sok: str) -> float | None:
    if fold(sok) in map(fold, o.andre_ord):
        return 0.0
    return FOR_USERS if fold(sok) in map(fold, o.brukerord) else None


def _same_stems(o: Oppslag, sok: str) -> float | None:
    stammer = stems(sok, o.sprak)
    if not stammer:
        return None
    if stammer in (stems(ord_, o.sprak) for ord_ in (*o.navn, *o.andre_ord)):
        return 0.0
    return FOR_USERS if stammer in (stems(ord_, o.sprak) for ord_ in o.brukerord) else None


def _part_of_name(o: Oppslag, sok: str) -> float | None:
    """A part counts from three letters, and less the more of the name it leaves out."""
    del_ = fold(sok)
    rester = [len(n) - len(del_) for n in map(fold, o.alle_ord) if del_ in n]
    return float(min(rester)) if rester and len(del_) >= SHORTEST_PART else None


def _misspelt(o: Oppslag, sok: str) -> float | None:
    ord_ = fold(sok)
    likest = get_close_matches(ord_, [*map(fold, o.alle_ord)], 1, _STAVEFEIL)
    return 1 - SequenceMatcher(None, ord_, likest[0]).ratio() if likest else None


def _described(o: Oppslag, sok: str) -> float | None:
    """All words of the query must be in the entry; words of its name weigh more."""
    sokt = {*stems(sok, o.sprak)}
    navn = {*stems(" ".join(o.alle_ord), o.sprak)}
    tekst = stems(o.tekst, o.sprak)
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
INDEXED: Final[Mapping[Likhet, Callable[[WordIndex, str], list[tuple[float, int]]]]] = {
    Likhet.NAVN: WordIndex.same_name,
    Likhet.SYNONYM: WordIndex.same_word,
    Likhet.BOYNING: WordIndex.same_stems,
    Likhet.DEL: WordIndex.part_of_name,
}
"""The likenesses that an index knows."""
