"""Says which answers lead elsewhere: the fewest answers, and what they give before and now."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from veileder_cli.innhold.analyse_tekst import number
from veileder_cli.innhold.endringsnavn import label
from veileder_cli.innhold.utfall import Resultat
from veileder_cli.innhold.utfall_par import (
    Par,
    Utfallsendring,
    Utfallsforskjell,
    only_in,
)
from veileder_cli.innhold.vilkarstekst import joined
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Block, Document, Heading, Item, Items, Paragraph
from veileder_cli.render.labels import answer_text, question_name

_GJELDER: Final = (
    "Det gjelder rute, neste trinn, trinn som går samtidig, kontakter og rekkefølgen på dem, "
    "varsler og tiltak. Tekstene er ikke med her."
)
_HVORDAN: Final = (
    "Alle svar er regnet med. Hver forskjell er vist med færrest mulig svar, og begge utgavene er "
    "kjørt med svarene."
)

_KOM_OG_GIKK: Final[Mapping[str, tuple[str, str, str]]] = {
    "kontakt": ("kontakten", "er ikke lenger med", "er nå med"),
    "varsel": ("varselet", "blir ikke lenger vist", "blir nå vist"),
    "samtidig": ("trinnet", "går ikke lenger samtidig", "går nå samtidig"),
    "tiltak": ("tiltaket", "blir ikke lenger foreslått", "blir nå foreslått"),
}
_LISTER: Final[tuple[tuple[str, str, Callable[[Resultat], tuple[str, ...]]], ...]] = (
    ("kontakt", "Kontakter", lambda r: r.kontakter),
    ("varsel", "Varsler", lambda r: r.varsler),
    ("samtidig", "Trinn som går samtidig", lambda r: r.samtidig),
    ("tiltak", "Tiltak", lambda r: r.tiltak),
)


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
            Heading("Hva svarene fører til"),
            *self._proved(ut),
            *(blokk for endring in ut.endringer for blokk in self._change(endring)),
            *self._limits(ut),
        )

    def _proved(self, ut: Utfallsforskjell) -> Iterator[Block]:
        if not ut.felles:
            yield Paragraph(
                "De to har ingen spørsmål felles. Svarene på den ene kan ikke brukes på den andre, "
                "så det er ikke sammenlignet hva de fører til."
            )
        elif ut.stoppet_ved:
            yield Paragraph(
                f"Veilederne er for store til å sammenlignes helt med denne grensen. Det stoppet "
                f"ved {ut.stoppet_ved}, etter {ut.gjort} av {ut.steg} steg og {number(ut.noder)} "
                f"mellomresultater av {number(ut.grense)}. Det som står under, stemmer, men det "
                f"kan finnes mer. Prøv en høyere grense med --grense. {_GJELDER}"
            )
        elif ut.like:
            yield Paragraph(
                f"De samme svarene gir det samme som før. Det er bevist for alle svar: reglene "
                f"kan skille mellom {number(ut.kombinasjoner)} kombinasjoner. {_GJELDER}"
            )
        else:
            yield Paragraph(f"{_HVORDAN} {_GJELDER}")

    def _change(self, endring: Utfallsendring) -> Iterator[Block]:
        par = endring.par
        yield Heading(self._title(endring), niva=3)
        svar = tuple(Item(self._answer(par, id_)) for id_ in par.svar)
        yield (
            Items(svar, innledning="Med disse svarene:")
            if svar
            else Paragraph("Uten at noe er besvart:")
        )
        yield Items(tuple(map(Item, self._results(endring))))

    def _title(self, e: Utfallsendring) -> str:
        hvor = f" i {_routes(e.ruter)}" if e.ruter else " når ruta blir en annen"
        match e.slag:
            case "rute":
                return f"Ruta «{e.for_}» blir til «{e.naa}»"
            case "trinn":
                for_, naa = (self._step(v, t) for v, t in self._each(e.for_, e.naa))
                return f"Neste trinn blir et annet{hvor}: før {for_}, nå {naa}"
            case "rekkefolge":
                return f"Kontaktene kommer i en annen rekkefølge{hvor}"
            case _:
                hva, borte, kommet = _KOM_OG_GIKK[e.slag]
                navn = self._called(e.slag, e.for_ or e.naa)
                return f"{hva.capitalize()} {navn} {borte if e.for_ else kommet}{hvor}"

    def _each(self, for_: str, naa: str) -> tuple[tuple[Veileder, str], tuple[Veileder, str]]:
        return (self._for, for_), (self._naa, naa)

    def _answer(self, par: Par, id_: str) -> str:
        """Say an answer in the guide's words, and as it stands in a case."""
        verdier = par.svar[id_]
        veileder = self._naa if id_ in self._naa.sporsmal_med_id else self._for
        ord_ = ", ".join(self._answer_text(id_, v) for v in verdier) or "Ingen av disse"
        ukjent = [
            f"den {hvilken} utgaven har ikke dette svaret"
            for hvilken, ider in (("gamle", par.ukjent_for), ("nye", par.ukjent_naa))
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
            yield f"Før og nå: {self._outcome(self._naa, par.naa)}"
            if endring.slag in {"kontakt", "rekkefolge"}:
                yield f"Kontakter før: {self._all('kontakt', par.for_.kontakter)}"
                yield f"Kontakter nå: {self._all('kontakt', par.naa.kontakter)}"
            return
        yield f"Før: {self._outcome(self._for, par.for_)}"
        yield f"Nå: {self._outcome(self._naa, par.naa)}"
        for slag, hva, of in _LISTER:
            for_, naa = of(par.for_), of(par.naa)
            if kommet := [i for i in naa if i not in for_]:
                yield f"{hva} som kommer til: {self._all(slag, kommet)}"
            if borte := [i for i in for_ if i not in naa]:
                yield f"{hva} som faller bort: {self._all(slag, borte)}"

    def _all(self, slag: str, ider: Iterable[str]) -> str:
        return ", ".join(self._called(slag, i) for i in ider) or "ingen"

    def _outcome(self, veileder: Veileder, r: Resultat) -> str:
        return f"ruta «{r.rute}», {self._step(veileder, r.trinn)}"

    def _step(self, veileder: Veileder, id_: str) -> str:
        if not id_:
            return "ikke noe trinn"
        trinn = veileder.trinn_med_id[id_]
        return f"trinn {trinn.nummer} «{trinn.tittel}»"

    def _called(self, slag: str, id_: str) -> str:
        return f"«{self._navn[slag].get(id_, id_)}»"

    def _limits(self, ut: Utfallsforskjell) -> Iterator[Block]:
        """Say what of the answers does not carry over."""
        if not ut.felles:
            return
        for en, annen, hvor, der in (
            (self._for, self._naa, "den gamle", "den nye"),
            (self._naa, self._for, "den nye", "den gamle"),
        ):
            bare = tuple(self._only(en, id_, verdi) for id_, verdi in only_in(en, annen))
            if bare:
                forklart = (
                    f"Dette finnes bare i {hvor}. Svar som {der} ikke har, regnes som ikke gitt "
                    "der. En forskjell som finnes uten slike svar, er vist uten dem:"
                )
                yield Items(tuple(map(Item, bare)), innledning=forklart)
        if ut.uforlignet:
            navn = ", ".join(f"«{question_name(self._naa, i)}»" for i in ut.uforlignet)
            yield Paragraph(
                f"Disse spørsmålene har byttet type, så svarene kan ikke føres over: {navn}. De er "
                "regnet som ubesvart i begge. Hva svar på dem fører til, er ikke sammenlignet."
            )

    def _only(self, veileder: Veileder, id_: str, verdi: str) -> str:
        navn = question_name(veileder, id_)
        if not verdi:
            return f"spørsmålet «{navn}»"
        return f"svaret «{answer_text(veileder, id_, verdi)}» på «{navn}»"


def _labels(*lister: Iterable[object]) -> Mapping[str, str]:
    return {str(getattr(rad, "id", "")): label(rad) for liste in lister for rad in liste}


def _routes(ruter: tuple[str, ...]) -> str:
    navn = joined([f"«{r}»" for r in ruter], "og")
    return f"ruta {navn}" if len(ruter) == 1 else f"rutene {navn}"
