"""A part of a guide whose records are made when somebody asks for them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

_T = TypeVar("_T")


class Rows(Sequence[_T], Generic[_T]):
    """A sequence over lines of text, one record each; a record is made once.

    `start_of(id)` gives what the line of that id begins with: a look-up by id makes one record,
    however many there are. `words` gives the text of the index that the part is searched by.
    """

    def __init__(
        self,
        lines: Sequence[bytes],
        make: Callable[[bytes], _T],
        start_of: Callable[[str], bytes],
        words: Callable[[], str | None],
    ) -> None:
        """Hold the lines, and what makes a record of one."""
        self._lines = lines
        self._make = make
        self._start_of = start_of
        self._made: dict[int, _T] = {}
        self.words = words

    def __len__(self) -> int:
        """Count the records; none is made."""
        return len(self._lines)

    @overload
    def __getitem__(self, key: int) -> _T: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, key: int | slice) -> _T | tuple[_T, ...]:
        """Give the record, or a tuple of them for a slice."""
        if isinstance(key, slice):
            return tuple(self[nr] for nr in range(*key.indices(len(self))))
        nr = range(len(self))[key]
        if nr not in self._made:
            self._made[nr] = self._make(self._lines[nr])
        return self._made[nr]

    def __eq__(self, other: object) -> bool:
        """Equal to any sequence with the same records, as the tuple would be."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Hash as the tuple of the records does."""
        return hash(tuple(self))

    def __iter__(self) -> Iterator[_T]:
        """Give all records."""
        return map(self.__getitem__, range(len(self)))

    def by_id(self) -> Mapping[str, _T]:
        """Give the records by id; which they are is not found out before one is asked for."""
        return _ById(self, self._lines, self._start_of)


class _ById(Mapping[str, _T]):
    """Records by id; finds one by how its line begins."""

    def __init__(
        self, rows: Rows[Any], lines: Sequence[bytes], start_of: Callable[[str], bytes]
    ) -> None:
        self._rows = rows
        self._lines = lines
        self._start_of = start_of
        self._found: dict[str, _T] = {}

    def __getitem__(self, id_: str) -> _T:
        if id_ not in self._found:
            start = self._start_of(id_)
            nr = next((nr for nr, line in enumerate(self._lines) if line.startswith(start)), None)
            if nr is None:
                raise KeyError(id_)
            self._found[id_] = self._rows[nr]
        return self._found[id_]

    def __iter__(self) -> Iterator[str]:
        return (row.id for row in self._rows)

    def __len__(self) -> int:
        return len(self._rows)
