"""Builds the drawing of a guide: pure, and the only place that knows both."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import chain
from typing import Any, Final, TypeVar

from veileder_cli.innhold.vilkarstekst import Vilkarsord, Vilkarstekst, spoken
from veileder_cli.innhold.vis.tegning import (
    Gruppe,
    Kontaktpeker,
    Navngitt,
    Ordlyd,
    Rad,
    Rolleliste,
    Rollerad,
    Tegning,
    Trinnboks,
    Trinnpeker,
)
from veileder_cli.model.betingelse import Alle, Alltid, Betingelse, Rollegruppe
from veileder_cli.model.innhold import Anonymt, Trinn, Utsagn
from veileder_cli.model.sjekk import Kontaktvalg, Regel, Rolle, Trinnvalg
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.labels import answer_text
from veileder_cli.render.result import UTFALL
from veileder_cli.render.sources import short_source
from veileder_cli.sprak import _, current

T = TypeVar("T")
_ANONYMT: Final = {Anonymt.JA: _("Kan være anonymt."), Anonymt.NEI: _("Ikke anonymt.")}
_UTEN_TRINN: Final = _("Fører ikke til noe trinn.")
_RETNING: Final = frozenset(range(0x202A, 0x202F)) | frozenset(range(0x2066, 0x206A))
"""Marks that turn the direction of text, with which a text may be made to look like another."""
_FJERNES: Final = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})


def build_tegning(veileder: Veileder, navn: str, nodlinje: str) -> Tegning:
    """Give the drawing of a checked guide; `navn` is which one, `nodlinje` stands on top."""
    return clean(_Bygger(veileder).build(navn, nodlinje))


def clean(verdi: T) -> T:
    """Give the same with every text on one line, without what XML or a reader cannot take."""
    ren: Any = verdi
    if isinstance(verdi, str):
        tegn = (" " if _is_removed(t) else t for t in verdi)
        ren = " ".join("".join(tegn).split())
    elif isinstance(verdi, tuple):
        ren = tuple(map(clean, verdi))
    elif is_dataclass(verdi) and not isinstance(verdi, type):
        ren = type(verdi)(**{f.name: clean(getattr(verdi, f.name)) for f in fields(verdi)})
    return ren  # type: ignore[no-any-return]


def _is_removed(tegn: str) -> bool:
    return unicodedata.category(tegn) in _FJERNES or ord(tegn) in _RETNING


class _Bygger:
    def __init__(self, veileder: Veileder) -> None:
        self._veileder = veileder
        self._ord = Vilkarsord(veileder)

    def build(self, navn: str, nodlinje: str) -> Tegning:
        v, om = self._veileder, self._veileder.om
        ruter = [r for r in v.regler.regler if r.setter_rute]
        ruter.sort(key=lambda r: isinstance(r.hvis, Alltid))  # a row that always holds comes last
        rader = tuple(self._row(r, nr) for nr, r in enumerate(ruter, start=1))
        brukt = tuple(self._conditions())
        return Tegning(
            veileder=navn,
            tittel=om.tittel,
            kommune=om.kommune,
            utgave=om.utgave,
            revidert=om.revidert,
            sprak=current(),
            nodlinje=nodlinje,
            kontaktforbehold=om.kontaktforbehold.tekst,
            kontakter_forst=self._contacts(v.regler.kontakter_forst),
            trinn=tuple(self._step(t, rader) for t in v.trinn),
            rader=rader,
            tillegg=tuple(self._row(r, 0) for r in v.regler.regler if not r.setter_rute),
            vilkar=tuple(
                Navngitt(id=id_, navn=spoken(id_), nar=nar)
                for id_, nar in self._ord.named(brukt).items()
            ),
            grupper=tuple(
                Gruppe(id=g, navn=spoken(g), roller=self._ord.members(g))
                for g in self._ord.groups(brukt)
            ),
            rollelister=tuple(map(self._role_list, self._list_names())),
            merknader=tuple(self._remarks()),
        )

    def _when(self, *betingelser: Betingelse) -> Vilkarstekst | None:
        deler = tuple(b for b in betingelser if not isinstance(b, Alltid))
        return self._ord.tell(Alle(deler)) if deler else None

    def _row(self, regel: Regel, nummer: int) -> Rad:
        kilde = short_source(regel, self._veileder)
        return Rad(
            id=regel.id,
            nummer=nummer,
            titler=self._wordings(regel.tittel, kilde),
            nar=self._when(regel.hvis),
            hvem=self._wordings(regel.hvem, kilde),
            trinn=self._steps(regel.trinn),
            samtidig=self._steps(regel.samtidig),
            kontakter=self._contacts(regel.kontakter),
            uten_trinn="" if regel.trinn or not nummer else self._ending(regel),
            stopper=regel.stopper,
            haster=regel.haster,
            kilde=kilde,
        )

    @staticmethod
    def _ending(regel: Regel) -> str:
        return UTFALL[regel.utfall] if regel.utfall else _UTEN_TRINN

    def _wordings(self, utsagn: Iterable[Utsagn], radens: str) -> tuple[Ordlyd, ...]:
        kilder = ((u, short_source(u, self._veileder)) for u in utsagn)
        return tuple(
            Ordlyd(tekst=u.tekst, nar=self._when(u.hvis), kilde="" if k == radens else k)
            for u, k in kilder
        )

    def _steps(self, valg: Iterable[Trinnvalg]) -> tuple[Trinnpeker, ...]:
        med_id = self._veileder.trinn_med_id
        return tuple(
            Trinnpeker(
                id=v.trinn,
                nummer=med_id[v.trinn].nummer,
                tittel=med_id[v.trinn].tittel,
                nar=self._when(v.hvis),
            )
            for v in valg
        )

    def _contacts(self, valg: Iterable[Kontaktvalg]) -> tuple[Kontaktpeker, ...]:
        return tuple(
            Kontaktpeker(
                id=v.rollens,
                navn=spoken(v.rollens),
                hvorfor=v.hvorfor,
                nar=self._when(v.hvis),
                liste=True,
            )
            if v.rollens
            else self._contact(v.kontakt, v.hvorfor, v.hvis)
            for v in valg
        )

    def _contact(self, id_: str, hvorfor: str, hvis: Betingelse) -> Kontaktpeker:
        """Name a contact; it is on the list only when its own condition holds too."""
        kontakt = self._veileder.kontakt[id_]
        return Kontaktpeker(
            id=id_,
            navn=kontakt.funksjon,
            hvorfor=hvorfor or kontakt.hvorfor,
            nar=self._when(hvis, kontakt.hvis),
        )

    def _step(self, trinn: Trinn, rader: tuple[Rad, ...]) -> Trinnboks:
        kan = _ANONYMT.get(trinn.anonymt.kan)
        return Trinnboks(
            id=trinn.id,
            nummer=trinn.nummer,
            tittel=trinn.tittel,
            handling=trinn.handling,
            ansvarlig=", ".join(trinn.ansvarlig),
            anonymt=f"{kan} {trinn.anonymt.tekst}" if kan else "",
            frist=_("Frist: {tekst}").format(tekst=trinn.frist.tekst) if trinn.frist else "",
            fra=tuple(r.nummer for r in rader if trinn.id in {p.id for p in r.trinn}),
            kilde=short_source(trinn, self._veileder),
        )

    def _list_names(self) -> tuple[str, ...]:
        """Name the lists that a row calls for."""
        regler = self._veileder.regler
        valg = chain(regler.kontakter_forst, *(r.kontakter for r in regler.regler))
        return tuple(dict.fromkeys(v.rollens for v in valg if v.rollens))

    def _role_list(self, navn: str) -> Rolleliste:
        like: dict[tuple[str, ...], list[Rolle]] = {}
        for rolle in self._veileder.roller:
            if ider := rolle.kontakter.get(navn):
                like.setdefault(ider, []).append(rolle)
        rader = tuple(
            Rollerad(
                roller=tuple(r.navn for r in roller),
                kontakter=tuple(self._listed(id_, roller) for id_ in ider),
            )
            for ider, roller in like.items()
        )
        return Rolleliste(navn=spoken(navn), rader=rader)

    def _listed(self, id_: str, roller: Iterable[Rolle]) -> Kontaktpeker:
        """Name a contact of a list; that it is for these roles need not be said again."""
        peker, hvis = self._contact(id_, "", Alltid()), self._veileder.kontakt[id_].hvis
        for_alle = isinstance(hvis, Rollegruppe) and all(hvis.gruppe in r.grupper for r in roller)
        return replace(peker, nar=None) if for_alle else peker

    def _conditions(self) -> Iterator[Betingelse]:
        """Go through every condition that the drawing tells."""
        regler = self._veileder.regler
        yield from (v.hvis for v in regler.kontakter_forst)
        for regel in regler.regler:
            yield regel.hvis
            yield from (u.hvis for u in (*regel.tittel, *regel.hvem))
            yield from (t.hvis for t in (*regel.trinn, *regel.samtidig))
            yield from (k.hvis for k in regel.kontakter)
        yield from (k.hvis for k in self._veileder.kontakter)

    def _remarks(self) -> Iterator[str]:
        """Say what a missing answer counts as, where the guide has decided it."""
        for s in self._veileder.sporsmal:
            if s.uten_svar:
                svar = answer_text(self._veileder, s.id, s.uten_svar)
                tekst = _("Mangler svaret på «{navn}», regnes det som «{svar}».")
                yield tekst.format(navn=s.navn, svar=svar)
            if s.vet_ikke_teller:
                tekst = _(
                    "«Vet ikke» på «{navn}» er et eget svar, ikke det samme som å hoppe over."
                )
                yield tekst.format(navn=s.navn)
