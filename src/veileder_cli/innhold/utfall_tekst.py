"""Says which answers lead elsewhere: the fewest answers, and what they give before and now."""

from collections.abc import Iterable, Iterator, Mapping

from veileder_cli.innhold.analyse_tekst import number
from veileder_cli.innhold.endringsnavn import label
from veileder_cli.innhold.utfall import Resultat
from veileder_cli.innhold.utfall_par import (
    Par,
    Utfallsendring,
    Utfallsforskjell,
    only_in,
)
from veileder_cli.innhold.utfallsord import (
    BARE_I_GAMMEL,
    BARE_I_NY,
    BYTTET_TYPE,
    GIKK_OG_KOM,
    GJELDER,
    HVORDAN,
    LISTER,
)
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Block, Document, Heading, Item, Items, Paragraph
from veileder_cli.render.labels import answer_text, question_name
from veileder_cli.sprak import _, joined, ngettext, quoted


class Utfallstekst:
    """Says differences of outcome in the words of two editions; the new one's go first."""

    def __init__(self, gammel: Veileder, ny: Veileder) -> None:
        """Hold the guides, and what contacts, notices, steps and measures are called."""
        self._for, self._naa = gammel, ny
        self._navn: Mapping[str, Mapping[str, str]] = {
            "kontakt": _labels(gammel.kontakter, ny.kontakter),
            "varsel": _labels(gammel.varsler, ny.varsler),
            "samtidig": _labels(gammel.trinn, ny.trinn),
            "tiltak": _labels(gammel.tiltak, ny.tiltak),
        }

    def report(self, ut: Utfallsforskjell) -> Document:
        """Say what is proved, what differs, and what could not be compared."""
        return (
            Heading(_("Hva svarene fører til")),
            *self._proved(ut),
            *(blokk for endring in ut.endringer for blokk in self._change(endring)),
            *self._limits(ut),
        )

    def _proved(self, ut: Utfallsforskjell) -> Iterator[Block]:
        if not ut.felles:
            yield Paragraph(
                _(
                    "De to har ingen spørsmål felles. Svarene på den ene kan ikke brukes på den "
                    "andre, så det er ikke sammenlignet hva de fører til."
                )
            )
        elif ut.stoppet_ved:
            yield Paragraph(f"{_too_large(ut)} {GJELDER}")
        elif ut.like:
            tekst = _(
                "De samme svarene gir det samme som før. Det er bevist for alle svar: reglene kan "
                "skille mellom {kombinasjoner} kombinasjoner."
            )
            bevist = tekst.format(kombinasjoner=number(ut.kombinasjoner))
            yield Paragraph(f"{bevist} {GJELDER}")
        else:
            yield Paragraph(f"{HVORDAN} {GJELDER}")

    def _change(self, endring: Utfallsendring) -> Iterator[Block]:
        par = endring.par
        yield Heading(self._title(endring), niva=3)
        svar = tuple(Item(self._answer(par, id_)) for id_ in par.svar)
        yield (
            Items(svar, innledning=_("Med disse svarene:"))
            if svar
            else Paragraph(_("Uten at noe er besvart:"))
        )
        yield Items(tuple(map(Item, self._results(endring))))

    def _title(self, e: Utfallsendring) -> str:
        hvor = _where(e.ruter)
        if e.slag == "rute":
            return _("Ruta «{for_}» blir til «{naa}»").format(for_=e.for_, naa=e.naa)
        if e.slag == "trinn":
            for_, naa = (self._step(v, t) for v, t in self._each(e.for_, e.naa))
            tekst = _("Neste trinn blir et annet {hvor}: før {for_}, nå {naa}")
            return tekst.format(hvor=hvor, for_=for_, naa=naa)
        if e.slag == "rekkefolge":
            return _("Kontaktene kommer i en annen rekkefølge {hvor}").format(hvor=hvor)
        gikk, kom = GIKK_OG_KOM[e.slag]
        navn = self._called(e.slag, e.for_ or e.naa)
        return (gikk if e.for_ else kom).format(navn=navn, hvor=hvor)

    def _each(self, for_: str, naa: str) -> tuple[tuple[Veileder, str], tuple[Veileder, str]]:
        return (self._for, for_), (self._naa, naa)

    def _answer(self, par: Par, id_: str) -> str:
        """Say an answer in the guide's words, and as it stands in a case."""
        verdier = par.svar[id_]
        veileder = self._naa if id_ in self._naa.sporsmal_med_id else self._for
        ord_ = ", ".join(self._answer_text(id_, v) for v in verdier) or _("Ingen av disse")
        ukjent = [
            tekst
            for tekst, ider in (
                (_("den gamle utgaven har ikke dette svaret"), par.ukjent_for),
                (_("den nye utgaven har ikke dette svaret"), par.ukjent_naa),
            )
            if id_ in ider
        ]
        skrevet = verdier[0] if len(verdier) == 1 else f"[{', '.join(verdier)}]"
        til_slutt = "; ".join((f"{id_}: {skrevet}", *ukjent))
        return f"{question_name(veileder, id_)}: {ord_} ({til_slutt})"

    def _answer_text(self, id_: str, verdi: str) -> str:
        for veileder in (self._naa, self._for):
            try:
                return answer_text(veileder, id_, verdi)
            except (KeyError, StopIteration):
                continue
        return verdi

    def _results(self, endring: Utfallsendring) -> Iterator[str]:
        par = endring.par
        if endring.ruter and endring.slag != "trinn":
            yield _("Før og nå: {utfall}").format(utfall=self._outcome(self._naa, par.naa))
            if endring.slag in {"kontakt", "rekkefolge"}:
                for_, naa = (self._all("kontakt", r.kontakter) for r in (par.for_, par.naa))
                yield _("Kontakter før: {navn}").format(navn=for_)
                yield _("Kontakter nå: {navn}").format(navn=naa)
            return
        yield _("Før: {verdi}").format(verdi=self._outcome(self._for, par.for_))
        yield _("Nå: {verdi}").format(verdi=self._outcome(self._naa, par.naa))
        for slag, kommer, faller, of in LISTER:
            gamle, nye = of(par.for_), of(par.naa)
            if kommet := [i for i in nye if i not in gamle]:
                yield kommer.format(navn=self._all(slag, kommet))
            if borte := [i for i in gamle if i not in nye]:
                yield faller.format(navn=self._all(slag, borte))

    def _all(self, slag: str, ider: Iterable[str]) -> str:
        return ", ".join(self._called(slag, i) for i in ider) or _("ingen")

    def _outcome(self, veileder: Veileder, r: Resultat) -> str:
        tekst = _("ruta «{rute}», {trinn}")
        return tekst.format(rute=r.rute, trinn=self._step(veileder, r.trinn))

    def _step(self, veileder: Veileder, id_: str) -> str:
        if not id_:
            return _("ikke noe trinn")
        trinn = veileder.trinn_med_id[id_]
        return _("trinn {nummer} «{tittel}»").format(nummer=trinn.nummer, tittel=trinn.tittel)

    def _called(self, slag: str, id_: str) -> str:
        return quoted(self._navn[slag].get(id_, id_))

    def _limits(self, ut: Utfallsforskjell) -> Iterator[Block]:
        """Say what of the answers does not carry over."""
        if not ut.felles:
            return
        for en, annen, forklart in (
            (self._for, self._naa, BARE_I_GAMMEL),
            (self._naa, self._for, BARE_I_NY),
        ):
            bare = tuple(self._only(en, id_, verdi) for id_, verdi in only_in(en, annen))
            if bare:
                yield Items(tuple(map(Item, bare)), innledning=forklart)
        if ut.uforlignet:
            navn = ", ".join(quoted(question_name(self._naa, i)) for i in ut.uforlignet)
            yield Paragraph(BYTTET_TYPE.format(navn=navn))

    def _only(self, veileder: Veileder, id_: str, verdi: str) -> str:
        navn = question_name(veileder, id_)
        if not verdi:
            return _("spørsmålet «{navn}»").format(navn=navn)
        svar = answer_text(veileder, id_, verdi)
        return _("svaret «{svar}» på «{navn}»").format(svar=svar, navn=navn)


def _labels(*lister: Iterable[object]) -> Mapping[str, str]:
    return {str(getattr(rad, "id", "")): label(rad) for liste in lister for rad in liste}


def _where(ruter: tuple[str, ...]) -> str:
    """Say in which routes; none is where the route itself is another."""
    if not ruter:
        return _("når ruta blir en annen")
    tekst = ngettext("i ruta {ruter}", "i rutene {ruter}", len(ruter))
    return tekst.format(ruter=joined(map(quoted, ruter)))


def _too_large(ut: Utfallsforskjell) -> str:
    return _(
        "Veilederne er for store til å sammenlignes helt med denne grensen. Det stoppet ved "
        "{stoppet_ved}, etter {gjort} av {steg} steg og {noder} mellomresultater av {grense}. Det "
        "som står under, stemmer, men det kan finnes mer. Prøv en høyere grense med --grense."
    ).format(
        stoppet_ved=ut.stoppet_ved,
        gjort=ut.gjort,
        steg=ut.steg,
        noder=number(ut.noder),
        grense=number(ut.grense),
    )
