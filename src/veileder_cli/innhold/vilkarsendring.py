"""How a condition has changed, in the reader's words: what is asked for now and was not before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from veileder_cli.innhold.vilkarstekst import Vilkarsord, one_line
from veileder_cli.model.betingelse import Alle, Alltid, Betingelse, Noen
from veileder_cli.model.veileder import Veileder

_LANGT = 300
"""A condition that is told in full is cut off here."""


@dataclass(frozen=True, slots=True)
class Setning:
    """What is said of an entry, without its name; `under` are lines that belong to it."""

    tekst: str
    under: tuple[str, ...] = ()


class Vilkarsendring:
    """Tells how conditions differ; what is gone is told by the old guide, the rest by the new."""

    def __init__(self, gammel: Veileder, ny: Veileder) -> None:
        """Hold the guides, whose questions, roles and signs the sentences name."""
        self._for, self._naa = Vilkarsord(gammel), Vilkarsord(ny)

    def tell(self, for_: Betingelse | None, naa: Betingelse | None, verb: str) -> Iterator[Setning]:
        """Say what differs; `verb` is what happens when it holds, with "{}" where "nå" may stand.

        None is a condition that is not there: then it never happens.
        """
        if naa is None:
            yield Setning(verb.format("ikke lenger "), self._under(for_, None))
        elif for_ is None:
            yield Setning(f"{verb.format('nå ')} når dette gjelder: {self.now(naa)}")
        else:
            yield from self._both(for_, naa, verb)

    def now(self, betingelse: Betingelse) -> str:
        """Say a condition of the new guide."""
        return _cut(one_line(self._naa.tell(betingelse)))

    def before(self, betingelse: Betingelse) -> str:
        """Say a condition of the old guide."""
        return _cut(one_line(self._for.tell(betingelse)))

    def _under(self, for_: Betingelse | None, naa: Betingelse | None) -> tuple[str, ...]:
        return (
            *((f"Før: når {self.before(for_)}",) if for_ is not None else ()),
            *((f"Nå: når {self.now(naa)}",) if naa is not None else ()),
        )

    def _both(self, for_: Betingelse, naa: Betingelse, verb: str) -> Iterator[Setning]:
        for deler, ord_ in ((_all, self._demands), (_any, self._occasions)):
            borte, nye = _split(deler, for_, naa)
            if len(borte) + len(nye) < len(deler(for_)) + len(deler(naa)):
                yield from ord_(borte, nye, verb)
                return
        yield Setning(f"{verb.format('nå ')} på et annet vilkår", self._under(for_, naa))

    def _demands(self, borte: list[Betingelse], nye: list[Betingelse], _: str) -> Iterator[Setning]:
        if nye:
            yield Setning(f"krever nå også dette: {' – og: '.join(map(self.now, nye))}")
        if borte:
            yield Setning(f"krever ikke lenger dette: {' – og: '.join(map(self.before, borte))}")

    def _occasions(
        self, borte: list[Betingelse], nye: list[Betingelse], verb: str
    ) -> Iterator[Setning]:
        if nye:
            naar = " – eller: ".join(map(self.now, nye))
            yield Setning(f"{verb.format('nå ')} også når dette gjelder: {naar}")
        if borte:
            naar = " – eller: ".join(map(self.before, borte))
            yield Setning(f"{verb.format('ikke lenger ')} bare fordi dette gjelder: {naar}")


def _all(betingelse: Betingelse) -> tuple[Betingelse, ...]:
    match betingelse:
        case Alltid():
            return ()
        case Alle(deler):
            return tuple(d for del_ in deler for d in _all(del_))
        case _:
            return (betingelse,)


def _any(betingelse: Betingelse) -> tuple[Betingelse, ...]:
    if isinstance(betingelse, Noen):
        return tuple(d for del_ in betingelse.deler for d in _any(del_))
    return (betingelse,)


def _split(
    deler: Callable[[Betingelse], tuple[Betingelse, ...]], for_: Betingelse, naa: Betingelse
) -> tuple[list[Betingelse], list[Betingelse]]:
    """Give the parts that are gone and those that are new."""
    gamle, nye = deler(for_), deler(naa)
    return [d for d in gamle if d not in nye], [d for d in nye if d not in gamle]


def _cut(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGT else f"{tekst[:_LANGT].rsplit(' ', 1)[0]} …"
