"""The parts of the guide as documents: one function for each thing a user can look up."""

from dataclasses import replace
from typing import TYPE_CHECKING

from veileder_cli.model.innhold import (
    Begrep,
    Kapittel,
    Lenke,
    Regelverk,
    Tiltak,
    Trinn,
    Utsagn,
)
from veileder_cli.model.kilde import Merke
from veileder_cli.model.tegn import Bekymringstegn, Faktor
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.contacts import anonymity, contact_list
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.render.layout import sourced
from veileder_cli.render.sources import MARK, Sourced, full_source, short_source
from veileder_cli.render.steps import responsible
from veileder_cli.sprak import _

if TYPE_CHECKING:
    from collections.abc import Callable


class Pages:
    """Writes the parts of one guide as documents; holds the guide for its sources and names."""

    def __init__(self, veileder: Veileder) -> None:
        """Hold the guide."""
        self._veileder = veileder

    def begrep(self, b: Begrep) -> Document:
        """A term: explanation, parts, sources, related terms."""
        begrep = self._veileder.begrep
        andre = ", ".join(begrep[i].navn if i in begrep else i for i in b.se_ogsa)
        ut: Document = (Heading(b.navn), Paragraph(b.forklaring, self._short(b)))
        if b.utdyping:
            ut = (*ut, self._statements(b.utdyping))
        if b.synonymer:
            ut = (
                *ut,
                Paragraph(_("Kalles også: {synonymer}.").format(synonymer=", ".join(b.synonymer))),
            )
        if b.se_ogsa:
            ut = (*ut, Paragraph(_("Se også: {andre}.").format(andre=andre)))
        return (
            *ut,
            Paragraph(_("Kilde: {kilde}").format(kilde=full_source(b, self._veileder))),
        )

    def begreper(self, begreper: tuple[Begrep, ...]) -> Document:
        """All terms, each with its explanation."""
        return (
            Heading(_("Begreper")),
            Items(tuple(Item(b.navn, self._short(b), (b.forklaring,)) for b in begreper)),
        )

    def tegn(self) -> Document:
        """The signs by category, with the editors' classes kept apart from the guide's words."""
        liste = self._veileder.bekymringstegn
        klasser = tuple(
            Item(f"{k.id}: {k.navn}", self._short(k), (k.forklaring,)) for k in liste.klasser
        )
        ut: Document = (Heading(_("Mulige bekymringstegn")), self._statements(liste.forbehold))
        for kategori in liste.kategorier:
            punkter = Items(tuple(self._tegn(t) for t in kategori.tegn))
            ut = (*ut, Heading(kategori.navn, 3), punkter)
        return (*ut, Heading(_("Hva ordet etter tegnet betyr"), 3), Items(klasser))

    def faktorer(self) -> Document:
        """Risk and protective factors by group."""
        liste = self._veileder.faktorer
        ut: Document = (
            Heading(_("Risikofaktorer og beskyttelsesfaktorer")),
            self._statements(liste.forbehold),
        )
        for gruppe in liste.grupper:
            for navn, faktorer in (
                (_("Risiko"), gruppe.risiko),
                (_("Beskyttelse"), gruppe.beskyttelse),
            ):
                if faktorer:
                    punkter = Items(tuple(self._faktor(f) for f in faktorer))
                    ut = (*ut, Heading(f"{gruppe.navn}: {navn.lower()}", 3), punkter)
        return ut

    def trinn(self, trinn: tuple[Trinn, ...]) -> Document:
        """Steps of the pathway with what is done, by whom, and whether it can be anonymous."""
        ut: Document = ()
        for t in trinn:
            hvem = responsible(self._veileder, t)
            anonymt = anonymity(t)
            ut = (
                *ut,
                Heading(_("Trinn {nummer}: {tittel}").format(nummer=t.nummer, tittel=t.tittel)),
                Paragraph(t.handling, self._short(t)),
                *((self._statements(t.punkter),) if t.punkter else ()),
                *self._support(t),
                Paragraph(f"{hvem}. {anonymt}" if hvem else anonymt),
            )
        return ut

    def _support(self, t: Trinn) -> Document:
        """Questions that help those who take the step, and by when it is to be done."""
        sporsmal = self._statements(t.stottesporsmal)
        return (
            *((replace(sporsmal, innledning=_("Spør dere selv:")),) if t.stottesporsmal else ()),
            *(
                (Paragraph(_("Frist: {frist}").format(frist=t.frist.tekst), self._short(t.frist)),)
                if t.frist
                else ()
            ),
        )

    def tiltak(self, tiltak: tuple[Tiltak, ...]) -> Document:
        """Measures or actors, whole."""
        return tuple(blokk for t in tiltak for blokk in self._ett_tiltak(t))

    def regelverk(self, regelverk: tuple[Regelverk, ...]) -> Document:
        """Rules of law with date and address, each point with its own mark."""
        ut: Document = ()
        for r in regelverk:
            ut = (
                *ut,
                Heading(r.navn),
                Paragraph(r.forklaring, self._short(r)),
                *((Paragraph(_("Hvem: {hvem}").format(hvem=r.hvem)),) if r.hvem else ()),
                *((self._statements(r.punkter),) if r.punkter else ()),
                Paragraph(
                    _("Slik reglene var {gjelder_per}. Hele loven: {url}").format(
                        gjelder_per=r.gjelder_per, url=r.url
                    )
                ),
            )
        return ut

    def lenker(self, lenker: tuple[Lenke, ...]) -> Document:
        """Web addresses, each with a line on what it is."""
        return (Heading(_("Nettsider og rapporter")), Items(tuple(self._lenke(e) for e in lenker)))

    def kapittel(self, k: Kapittel) -> Document:
        """A chapter: its text, then the lists that belong to it."""
        ut: Document = (Heading(f"{k.nummer}. {k.tittel}", 1),)
        for a in k.avsnitt:
            ut = (*ut, Heading(a.tittel, 3), Paragraph(a.tekst, self._short(a)))
        for liste in k.lister:
            ut = (*ut, *self.liste(liste))
        return ut

    def liste(self, navn: str) -> Document:
        """A whole part of the guide by its name."""
        v = self._veileder
        sider: dict[str, Callable[[], Document]] = {
            "begreper": lambda: self.begreper(v.begreper),
            "bekymringstegn": self.tegn,
            "faktorer": self.faktorer,
            "trinn": lambda: self.trinn(v.trinn),
            "tiltak": lambda: self.tiltak(v.tiltak),
            "aktorer": lambda: self.tiltak(v.aktorer),
            "regelverk": lambda: self.regelverk(v.regelverk),
            "lenker": lambda: self.lenker(v.lenker),
            "kontakter": lambda: contact_list(v, v.kontakter),
        }
        return sider[navn]()

    def innholdsfortegnelse(self) -> Document:
        """The chapters by number."""
        kapitler = self._veileder.kapitler
        return (
            Heading(self._veileder.om.tittel),
            Items(tuple(Item(f"{k.nummer}. {k.tittel}") for k in kapitler)),
            Paragraph(_("Skriv «veileder les NUMMER» for å lese et kapittel.")),
        )

    def _ett_tiltak(self, t: Tiltak) -> Document:
        lenker = {e.id: e for e in self._veileder.lenker}
        kontakter = {k.id: k.funksjon for k in self._veileder.kontakter}
        under = (
            *(Item(f"{lenker[i].navn}: {lenker[i].url}") for i in t.lenker if i in lenker),
            *(
                Item(_("Kontakt: {kontakt}").format(kontakt=kontakter[i]))
                for i in t.kontakter
                if i in kontakter
            ),
        )
        return (
            Heading(t.navn),
            Paragraph(t.forklaring, self._short(t)),
            *((self._statements(t.punkter),) if t.punkter else ()),
            *((Items(under),) if under else ()),
        )

    def _tegn(self, t: Bekymringstegn) -> Item:
        """The guide's label with its source; the class and the help are the editors'."""
        if t.samme_som:
            return Item(t.tekst, self._short(t), (_("Det samme tegnet står i en annen kategori."),))
        deler = tuple(
            self._help(_("Del: {tekst}. ").format(tekst=d.tekst), d.klasse, d.hjelp)
            for d in t.deler
        )
        return Item(t.tekst, self._short(t), deler or (self._help("", t.klasse, t.hjelp),))

    def _help(self, forst: str, klasse: str, hjelp: str) -> str:
        return sourced(
            _("{forst}Klasse: {klasse}. {hjelp}")
            .format(forst=forst, klasse=klasse, hjelp=hjelp)
            .strip(),
            MARK[Merke.TILLEGG],
        )

    def _faktor(self, f: Faktor) -> Item:
        return Item(f.tekst, self._short(f))

    def _lenke(self, e: Lenke) -> Item:
        merknad: tuple[str, ...] = ()
        if e.merknad:
            kilde = short_source(e.merknad, self._veileder)
            merknad = (f"{e.merknad.tekst} [{kilde}]",)
        return Item(e.navn, self._short(e), (e.url, e.beskrivelse, *merknad))

    def _statements(self, utsagn: tuple[Utsagn, ...]) -> Items:
        return Items(tuple(Item(u.tekst, self._short(u)) for u in utsagn))

    def _short(self, rad: Sourced) -> str:
        return short_source(rad, self._veileder)
