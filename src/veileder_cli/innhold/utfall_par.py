"""What a difference of outcome is: the answers that show it, and what of them carries over."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from veileder_cli.facts import possible_values
from veileder_cli.innhold.analyse_eksempel import Gitt
from veileder_cli.innhold.forlop import Forlop
from veileder_cli.innhold.rom import Besvart, EttSvar, Kryss, Tegngruppe, Variabel
from veileder_cli.innhold.rom_bygg import carried_over
from veileder_cli.innhold.utfall import Resultat, is_known
from veileder_cli.model.sjekk import VET_IKKE
from veileder_cli.model.veileder import Veileder


@dataclass(frozen=True, slots=True)
class Par:
    """The same answers in both guides, and what each leads to.

    `ukjent_for` and `ukjent_naa`: the questions whose answer the one guide does not have, or has
    only in part; it is then left out.
    """

    svar: Gitt
    for_: Resultat
    naa: Resultat
    ukjent_for: tuple[str, ...] = ()
    ukjent_naa: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utfallsendring:
    """One way in which outcomes differ: `slag` says in what, `par` are the smallest answers.

    Of a route or a step `for_` and `naa` are its ids; of what comes or goes, one of them is the id
    and the other is empty. `ruter`: the routes where it happens; empty where the route changes too.
    """

    slag: str
    for_: str
    naa: str
    ruter: tuple[str, ...]
    par: Par


@dataclass(slots=True)
class Utfallsforskjell(Forlop):
    """What was proved of the outcomes.

    `felles`: the questions that both have. `uforlignet`: those that both have, but with answers
    that do not carry over; they are left unanswered in both.
    """

    felles: tuple[str, ...] = ()
    uforlignet: tuple[str, ...] = ()
    endringer: list[Utfallsendring] = field(default_factory=list)

    @property
    def like(self) -> bool:
        """Whether it is proved that all answers lead to the same."""
        return bool(self.felles) and not self.stoppet_ved and not self.endringer


def only_in(en: Veileder, annen: Veileder) -> tuple[tuple[str, str], ...]:
    """List the questions that only the first has, and its answers that the other has not.

    An answer is given with its question; a question that is missing has no answer beside it.
    """
    ut: list[tuple[str, str]] = []
    for sporsmal in en.sporsmal:
        der = annen.sporsmal_med_id.get(sporsmal.id)
        if der is None:
            ut.append((sporsmal.id, ""))
        elif sporsmal.id in carried_over((en, annen)):
            verdier = possible_values(en, sporsmal)
            ut += [(sporsmal.id, v) for v in verdier if not is_known(annen, der, v)]
    return tuple(ut)


def is_so(endring: Utfallsendring) -> bool:
    """Ask the program itself whether the example shows what it is to show."""
    for_, naa = endring.par.for_, endring.par.naa
    if endring.slag == "rute":
        return (for_.rute, naa.rute) == (endring.for_, endring.naa)
    if endring.ruter and (for_.rute != naa.rute or for_.rute not in endring.ruter):
        return False
    if endring.slag == "trinn":
        return (for_.trinn, naa.trinn) == (endring.for_, endring.naa)
    if endring.slag == "rekkefolge":
        felles = {*for_.kontakter} & {*naa.kontakter}
        en, annen = ([k for k in u.kontakter if k in felles] for u in (for_, naa))
        return en != annen
    return shows(endring.par, endring.slag, endring.for_, endring.naa)


_FELT: Mapping[str, Callable[[Resultat], tuple[str, ...]]] = {
    "kontakt": lambda u: u.kontakter,
    "varsel": lambda u: u.varsler,
    "samtidig": lambda u: u.samtidig,
    "tiltak": lambda u: u.tiltak,
}


def shows(par: Par, slag: str, for_: str, naa: str) -> bool:
    """Tell whether what has the id comes or goes in the example."""
    id_ = for_ or naa
    finnes = tuple(id_ in _FELT[slag](u) for u in (par.for_, par.naa))
    return finnes == (bool(for_), bool(naa))


def shared_values(variabel: Variabel, gammel: Veileder, ny: Veileder) -> Iterator[int]:
    """Give the values of the variable that both guides have answers for."""

    def both(sporsmal: str, verdi: str = VET_IKKE) -> bool:
        stilt = [v.sporsmal_med_id.get(sporsmal) for v in (gammel, ny)]
        return all(
            s is not None and is_known(v, s, verdi)
            for v, s in zip((gammel, ny), stilt, strict=True)
        )

    match variabel:
        case EttSvar(sporsmal, grupper):
            yield from (0, *(nr for nr, g in enumerate(grupper, start=1) if both(sporsmal, g[0])))
        case Kryss(sporsmal, gruppe):
            yield from (0, 1) if both(sporsmal, gruppe[0]) else (0,)
        case Besvart(sporsmal):
            yield from range(len(variabel.priser)) if both(sporsmal) else (0,)
        case Tegngruppe(tegn, antall, sporsmal, usikre):
            for nr, (sett, unsure) in enumerate(antall):
                if not (sett and not both(sporsmal, tegn[0])) and not (
                    unsure and not both(usikre, tegn[0])
                ):
                    yield nr
