"""Conditions in the reader's words: what must hold, as a small tree of Norwegian sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from veileder_cli.conditions import walk
from veileder_cli.model.betingelse import (
    Alle,
    Alltid,
    Betingelse,
    HarKontakt,
    HarTrinn,
    HarVarsel,
    Ikke,
    Noen,
    Rollegruppe,
    RuteEr,
    Sett,
    SvarEr,
    SvarFra,
    Tegnkrav,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.labels import answer_text, question_name

_TALL: Final = ("null", "ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti")
_ETT_SVAR: Final = (Sporsmalstype.JA_NEI, Sporsmalstype.ETT, Sporsmalstype.ROLLE)
_KORT: Final = 130
"""A group inside another is written on one line up to this length."""


@dataclass(frozen=True, slots=True)
class Vilkarstekst:
    """A sentence, or a group of which all must hold (`alle`), or else at least one."""

    tekst: str = ""
    alle: bool = True
    deler: tuple["Vilkarstekst", ...] = ()


def one_line(vilkar: Vilkarstekst) -> str:
    """Say it all in one sentence; brackets show what belongs together."""
    if not vilkar.deler:
        return vilkar.tekst
    deler = (f"({one_line(d)})" if d.deler else d.tekst for d in vilkar.deler)
    return (", og " if vilkar.alle else ", eller ").join(deler)


def outline(vilkar: Vilkarstekst, dybde: int = 0) -> Iterator[tuple[int, str]]:
    """Give the lines of a list, each with how deep it stands; a short inner group is one line."""
    if not vilkar.deler or (dybde and _is_short(vilkar)):
        yield dybde, one_line(vilkar)
        return
    yield dybde, "alt dette gjelder:" if vilkar.alle else "minst ett av dette gjelder:"
    for del_ in vilkar.deler:
        yield from outline(del_, dybde + 1)


def joined(deler: Sequence[str], ord_: str) -> str:
    """Join words as in a sentence: "a, b eller c"."""
    *forste, siste = deler
    return f"{', '.join(forste)} {ord_} {siste}" if forste else siste


def _is_short(vilkar: Vilkarstekst) -> bool:
    return not any(d.deler for d in vilkar.deler) and len(one_line(vilkar)) <= _KORT


class Vilkarsord:
    """Tells a guide's conditions. A named one is told in place if short, else by its name."""

    def __init__(self, veileder: Veileder) -> None:
        """Hold the guide, whose questions, roles and signs the sentences name."""
        self._veileder = veileder

    def tell(self, betingelse: Betingelse, *, ikke: bool = False) -> Vilkarstekst:
        """Say what must hold, or with `ikke` what it takes that it does not."""
        match betingelse:
            case Ikke(del_):
                return self.tell(del_, ikke=not ikke)
            case Alle(deler):
                return self._group(deler, alle=not ikke, ikke=ikke)
            case Noen(deler):
                return self._group(deler, alle=ikke, ikke=ikke)
            case Vilkar(navn):
                return self._named(navn, ikke=ikke)
            case _:
                return Vilkarstekst(self._sentence(betingelse, "ikke " if ikke else ""))

    def named(self, betingelser: Iterable[Betingelse]) -> Mapping[str, Vilkarstekst]:
        """Give those that the sentences call by name, also inside each other, in file order."""
        brukt = {d.navn for d in self._parts(betingelser) if isinstance(d, Vilkar)}
        alle = ((navn, self.tell(b)) for navn, b in self._veileder.regler.vilkar.items())
        return {navn: tekst for navn, tekst in alle if navn in brukt and tekst.deler}

    def groups(self, betingelser: Iterable[Betingelse]) -> tuple[str, ...]:
        """Give the groups of roles that the sentences name, also through named conditions."""
        funnet = (d.gruppe for d in self._parts(betingelser) if isinstance(d, Rollegruppe))
        return tuple(g for g in dict.fromkeys(funnet) if len(self.members(g)) != 1)

    def members(self, gruppe: str) -> tuple[str, ...]:
        """Name the roles of a group."""
        return tuple(r.navn for r in self._veileder.roller if gruppe in r.grupper)

    def _parts(self, betingelser: Iterable[Betingelse]) -> Iterator[Betingelse]:
        """Go through conditions and all that they are made of, named ones once."""
        ventende, sett = [*betingelser], set[str]()
        while ventende:
            for del_ in walk(ventende.pop()):
                yield del_
                if isinstance(del_, Vilkar) and del_.navn not in sett:
                    sett.add(del_.navn)
                    ventende.append(self._veileder.regler.vilkar[del_.navn])

    def _group(self, deler: Iterable[Betingelse], *, alle: bool, ikke: bool) -> Vilkarstekst:
        """Say a group; to deny one is to deny each part of it, and to turn all into any."""
        fortalt: list[Vilkarstekst] = []
        for del_ in (self.tell(d, ikke=ikke) for d in deler):
            fortalt += del_.deler if del_.deler and del_.alle is alle else (del_,)
        match fortalt:
            case []:
                return Vilkarstekst("alltid" if alle else "aldri")
            case [en]:
                return en
            case _:
                return Vilkarstekst("", alle, tuple(fortalt))

    def _named(self, navn: str, *, ikke: bool) -> Vilkarstekst:
        fortalt = self.tell(self._veileder.regler.vilkar[navn], ikke=ikke)
        if not fortalt.deler:
            return fortalt
        return Vilkarstekst(f"vilkåret «{spoken(navn)}» gjelder{' ikke' if ikke else ''}")

    def _sentence(self, betingelse: Betingelse, ikke: str) -> str:
        """Say a condition that has no parts; `ikke` is "ikke " or nothing."""
        match betingelse:
            case Alltid():
                return "aldri" if ikke else "alltid"
            case SvarEr(sporsmal, verdier):
                return self._answer(sporsmal, verdier, ikke)
            case SvarFra(sporsmal, verdi):
                fra = self._veileder.fra_og_med(sporsmal, verdi)
                ordnet = self._veileder.rekkefolge[sporsmal]
                return self._answer(sporsmal, [v for v in ordnet if v in fra], ikke)
            case Ubesvart(sporsmal):
                return self._unanswered(sporsmal, ikke)
            case Sett(krav):
                return self._signs("du har {}sett {}", krav, ikke)
            case Usikker(krav):
                return self._signs("du er {}usikker på {}", krav, ikke)
            case Rollegruppe(gruppe):
                navn = self.members(gruppe)
                hva = f"«{navn[0]}»" if len(navn) == 1 else f"i gruppa «{spoken(gruppe)}»"
                return f"rollen din er {ikke}{hva}"
            case RuteEr() | HarTrinn() | HarKontakt() | HarVarsel():
                return self._outcome(betingelse, ikke)
            case Alle() | Noen() | Ikke() | Vilkar():
                return one_line(self.tell(betingelse, ikke=bool(ikke)))

    def _outcome(self, del_: RuteEr | HarTrinn | HarKontakt | HarVarsel, ikke: str) -> str:
        v = self._veileder
        match del_:
            case RuteEr(ruter, traff):
                titler = {r.id: r.tittel[-1].tekst for r in v.regler.regler}
                hvilke = _one_of([titler[r] for r in ruter], "")
                return f"{'en rad som gjelder' if traff else 'ruta'} er {ikke}{hvilke}"
            case HarTrinn(ja):
                return f"ruta har {'et' if ja is not bool(ikke) else 'ikke noe'} neste trinn"
            case HarKontakt(kontakt):
                return f"«{v.kontakt[kontakt].funksjon}» er {ikke}på kontaktlista"
            case HarVarsel(varsel):
                titler = {w.id: w.tittel for w in v.varsler}
                return f"varselet «{titler[varsel]}» blir {ikke}vist"

    def _answer(self, sporsmal: str, verdier: Sequence[str], ikke: str) -> str:
        navn = question_name(self._veileder, sporsmal)
        svar = [answer_text(self._veileder, sporsmal, v) for v in verdier]
        if self._veileder.sporsmal_med_id[sporsmal].type in _ETT_SVAR:
            return f"svaret på «{navn}» er {_one_of(svar, ikke)}"
        if len(svar) > 1:
            return f"{_one_of(svar, ikke)} er krysset av på «{navn}»"
        return f"{_one_of(svar, '')} er {ikke}krysset av på «{navn}»"

    def _unanswered(self, sporsmal: str, ikke: str) -> str:
        spurt = self._veileder.sporsmal_med_id[sporsmal]
        if ikke:
            unntak = "" if spurt.vet_ikke_teller else " med noe annet enn «Vet ikke»"
            return f"«{spurt.navn}» er besvart{unntak}"
        ogsa = "" if spurt.vet_ikke_teller else ", eller svaret er «Vet ikke»"
        return f"«{spurt.navn}» er ikke besvart{ogsa}"

    def _signs(self, setning: str, krav: Tegnkrav, ikke: str) -> str:
        klasser = {k.id: k.navn for k in self._veileder.bekymringstegn.klasser}
        tegn = {t.id: t.tekst for liste in self._veileder.svarbare_tegn.values() for t in liste}
        if krav.minst == 1 and len(krav.id) == 1 and not krav.klasse:
            return setning.format(ikke, f"tegnet «{tegn[krav.id[0]]}»")
        hvilke = []
        if krav.klasse:
            hvilke.append(f"av klassen {_one_of([klasser[k] for k in krav.klasse], '')}")
        if krav.id:
            hvilke.append(f"blant {joined([f'«{tegn[i]}»' for i in krav.id], 'og')}")
        slag = " ".join(("tegn", *filter(None, (joined(hvilke, "eller") if hvilke else "",))))
        if krav.minst == 1:
            return setning.format(ikke, f"noe {slag}" if ikke else f"minst ett {slag}")
        antall = _TALL[krav.minst] if krav.minst < len(_TALL) else str(krav.minst)
        return setning.format("", f"{'færre enn' if ikke else 'minst'} {antall} {slag}")


def spoken(navn: str) -> str:
    """Say an author's name for a condition or a group as words."""
    return navn.replace("-", " ")


def _one_of(ord_: Sequence[str], ikke: str) -> str:
    """Quote the words: "«a»", "«a» eller «b»", "ikke «a»", "verken «a» eller «b»"."""
    hvilke = joined([f"«{o}»" for o in ord_], "eller")
    return f"verken {hvilke}" if ikke and len(ord_) > 1 else f"{ikke}{hvilke}"
