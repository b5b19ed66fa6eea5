"""How a condition has changed, in the reader's words: what is asked for now and was not before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from veileder_cli.innhold.feltord import Verb
from veileder_cli.innhold.vilkarstekst import Vilkarsord, one_line
from veileder_cli.model.betingelse import Alle, Alltid, Betingelse, Noen
from veileder_cli.model.veileder import Veileder
from veileder_cli.sprak import _

_LANGT = 300
"""A condition that is told in full is cut off here."""


@dataclass(frozen=True, slots=True)
class Setning:
    """What is said of an entry; `under` are lines that belong to it."""

    tekst: str
    under: tuple[str, ...] = ()


class Vilkarsendring:
    """Tells how conditions differ; what is gone is told by the old guide, the rest by the new."""

    def __init__(self, gammel: Veileder, ny: Veileder) -> None:
        """Hold the guides, whose questions, roles and signs the sentences name."""
        self._for, self._naa = Vilkarsord(gammel), Vilkarsord(ny)

    def tell(
        self, hva: str, for_: Betingelse | None, naa: Betingelse | None, verb: Verb
    ) -> Iterator[Setning]:
        """Say what differs for the entry `hva`; `verb` is what happens when the condition holds.

        None is a condition that is not there: then it never happens.
        """
        if naa is None:
            yield Setning(f"{hva} {verb.ikke_lenger}", self._under(for_, None))
        elif for_ is None:
            tekst = _("{hva} {skjer} når dette gjelder: {vilkar}")
            yield Setning(tekst.format(hva=hva, skjer=verb.naa, vilkar=self.now(naa)))
        else:
            yield from self._both(hva, for_, naa, verb)

    def now(self, betingelse: Betingelse) -> str:
        """Say a condition of the new guide."""
        return _cut(one_line(self._naa.tell(betingelse)))

    def before(self, betingelse: Betingelse) -> str:
        """Say a condition of the old guide."""
        return _cut(one_line(self._for.tell(betingelse)))

    def _under(self, for_: Betingelse | None, naa: Betingelse | None) -> tuple[str, ...]:
        return (
            *(
                (_("Før: når {vilkar}").format(vilkar=self.before(for_)),)
                if for_ is not None
                else ()
            ),
            *((_("Nå: når {vilkar}").format(vilkar=self.now(naa)),) if naa is not None else ()),
        )

    def _both(self, hva: str, for_: Betingelse, naa: Betingelse, verb: Verb) -> Iterator[Setning]:
        borte, nye = _split(_all, for_, naa)
        if len(borte) + len(nye) < len(_all(for_)) + len(_all(naa)):
            yield from self._demands(hva, borte, nye)
            return
        borte, nye = _split(_any, for_, naa)
        if len(borte) + len(nye) < len(_any(for_)) + len(_any(naa)):
            yield from self._occasions(hva, borte, nye, verb)
            return
        tekst = _("{hva} {skjer} på et annet vilkår").format(hva=hva, skjer=verb.naa)
        yield Setning(tekst, self._under(for_, naa))

    def _demands(
        self, hva: str, borte: list[Betingelse], nye: list[Betingelse]
    ) -> Iterator[Setning]:
        if nye:
            krav = _(" – og: ").join(map(self.now, nye))
            yield Setning(_("{hva} krever nå også dette: {krav}").format(hva=hva, krav=krav))
        if borte:
            krav = _(" – og: ").join(map(self.before, borte))
            yield Setning(_("{hva} krever ikke lenger dette: {krav}").format(hva=hva, krav=krav))

    def _occasions(
        self, hva: str, borte: list[Betingelse], nye: list[Betingelse], verb: Verb
    ) -> Iterator[Setning]:
        if nye:
            vilkar = _(" – eller: ").join(map(self.now, nye))
            tekst = _("{hva} {skjer} også når dette gjelder: {vilkar}")
            yield Setning(tekst.format(hva=hva, skjer=verb.naa, vilkar=vilkar))
        if borte:
            vilkar = _(" – eller: ").join(map(self.before, borte))
            tekst = _("{hva} {skjer} bare fordi dette gjelder: {vilkar}")
            yield Setning(tekst.format(hva=hva, skjer=verb.ikke_lenger, vilkar=vilkar))


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
