"""Conditions in the reader's words: what must hold, as a small tree of sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from veileder_cli.conditions import walk
from veileder_cli.innhold.tegnord import signs
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
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.sjekk import Sporsmalstype
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.labels import answer_text, question_name
from veileder_cli.render.listing import any_of, none_of
from veileder_cli.sprak import _, quoted

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
    return (_(", og ") if vilkar.alle else _(", eller ")).join(deler)


def outline(vilkar: Vilkarstekst, dybde: int = 0) -> Iterator[tuple[int, str]]:
    """Give the lines of a list, each with how deep it stands; a short inner group is one line."""
    if not vilkar.deler or (dybde and _is_short(vilkar)):
        yield dybde, one_line(vilkar)
        return
    yield dybde, _("alt dette gjelder:") if vilkar.alle else _("minst ett av dette gjelder:")
    for del_ in vilkar.deler:
        yield from outline(del_, dybde + 1)


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
                return Vilkarstekst(self._sentence(betingelse, ikke=ikke))

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
                return Vilkarstekst(_("alltid") if alle else _("aldri"))
            case [en]:
                return en
            case _:
                return Vilkarstekst("", alle, tuple(fortalt))

    def _named(self, navn: str, *, ikke: bool) -> Vilkarstekst:
        fortalt = self.tell(self._veileder.regler.vilkar[navn], ikke=ikke)
        if not fortalt.deler:
            return fortalt
        tekst = _("vilkåret «{navn}» gjelder ikke") if ikke else _("vilkåret «{navn}» gjelder")
        return Vilkarstekst(tekst.format(navn=spoken(navn)))

    def _sentence(self, betingelse: Betingelse, *, ikke: bool) -> str:
        """Say a condition that has no parts."""
        match betingelse:
            case Alltid():
                return _("aldri") if ikke else _("alltid")
            case SvarEr(sporsmal, verdier):
                return self._answer(sporsmal, verdier, ikke=ikke)
            case SvarFra(sporsmal, verdi):
                fra = self._veileder.fra_og_med(sporsmal, verdi)
                ordnet = self._veileder.rekkefolge[sporsmal]
                return self._answer(sporsmal, [v for v in ordnet if v in fra], ikke=ikke)
            case Ubesvart(sporsmal):
                return self._unanswered(sporsmal, ikke=ikke)
            case Sett(krav):
                tegn, nektet = signs(self._veileder, krav, ikke=ikke)
                tekst = _("du har ikke sett {tegn}") if nektet else _("du har sett {tegn}")
                return tekst.format(tegn=tegn)
            case Usikker(krav):
                tegn, nektet = signs(self._veileder, krav, ikke=ikke)
                tekst = (
                    _("du er ikke usikker på {tegn}") if nektet else _("du er usikker på {tegn}")
                )
                return tekst.format(tegn=tegn)
            case Rollegruppe(gruppe):
                return self._group_of_roles(gruppe, ikke=ikke)
            case RuteEr() | HarTrinn() | HarKontakt() | HarVarsel():
                return self._outcome(betingelse, ikke=ikke)
            case Alle() | Noen() | Ikke() | Vilkar():
                return one_line(self.tell(betingelse, ikke=ikke))

    def _group_of_roles(self, gruppe: str, *, ikke: bool) -> str:
        navn = self.members(gruppe)
        if len(navn) == 1:
            tekst = _("rollen din er ikke «{rolle}»") if ikke else _("rollen din er «{rolle}»")
            return tekst.format(rolle=navn[0])
        tekst = (
            _("rollen din er ikke i gruppa «{gruppe}»")
            if ikke
            else _("rollen din er i gruppa «{gruppe}»")
        )
        return tekst.format(gruppe=spoken(gruppe))

    def _outcome(self, del_: RuteEr | HarTrinn | HarKontakt | HarVarsel, *, ikke: bool) -> str:
        v = self._veileder
        match del_:
            case RuteEr():
                return self._route(del_, ikke=ikke)
            case HarTrinn(ja):
                har = ja is not ikke
                return _("ruta har et neste trinn") if har else _("ruta har ikke noe neste trinn")
            case HarKontakt(kontakt):
                tekst = (
                    _("«{kontakt}» er ikke på kontaktlista")
                    if ikke
                    else _("«{kontakt}» er på kontaktlista")
                )
                return tekst.format(kontakt=v.kontakt[kontakt].funksjon)
            case HarVarsel(varsel):
                tekst = (
                    _("varselet «{varsel}» blir ikke vist")
                    if ikke
                    else _("varselet «{varsel}» blir vist")
                )
                titler = {w.id: w.tittel for w in v.varsler}
                return tekst.format(varsel=titler[varsel])

    def _route(self, del_: RuteEr, *, ikke: bool) -> str:
        titler = {r.id: r.tittel[-1].tekst for r in self._veileder.regler.regler}
        if del_.traff:
            tekst = (
                _("en rad som gjelder er ikke {rad}") if ikke else _("en rad som gjelder er {rad}")
            )
        else:
            tekst = _("ruta er ikke {rad}") if ikke else _("ruta er {rad}")
        return tekst.format(rad=any_of(quoted(titler[r]) for r in del_.ruter))

    def _answer(self, sporsmal: str, verdier: Sequence[str], *, ikke: bool) -> str:
        navn = question_name(self._veileder, sporsmal)
        svar = [quoted(answer_text(self._veileder, sporsmal, v)) for v in verdier]
        verken = ikke and len(svar) > 1
        if self._veileder.sporsmal_med_id[sporsmal].type in _ETT_SVAR:
            tekst = (
                _("svaret på «{navn}» er ikke {svar}")
                if ikke and not verken
                else _("svaret på «{navn}» er {svar}")
            )
        else:
            tekst = (
                _("{svar} er ikke krysset av på «{navn}»")
                if ikke and not verken
                else _("{svar} er krysset av på «{navn}»")
            )
        return tekst.format(navn=navn, svar=none_of(svar) if verken else any_of(svar))

    def _unanswered(self, sporsmal: str, *, ikke: bool) -> str:
        spurt = self._veileder.sporsmal_med_id[sporsmal]
        if spurt.vet_ikke_teller:
            tekst = _("«{navn}» er besvart") if ikke else _("«{navn}» er ikke besvart")
        else:
            tekst = (
                _("«{navn}» er besvart med noe annet enn «Vet ikke»")
                if ikke
                else _("«{navn}» er ikke besvart, eller svaret er «Vet ikke»")
            )
        return tekst.format(navn=spurt.navn)


def spoken(navn: str) -> str:
    """Say an author's name for a condition or a group as words."""
    return navn.replace("-", " ")
