"""The result of an interview as documents: the first screen, and all of it."""

from dataclasses import replace
from typing import Final

from veileder_cli.model.betingelse import Alltid
from veileder_cli.model.innhold import Kontakt, Trinn, Utsagn
from veileder_cli.model.kilde import Merke
from veileder_cli.model.sjekk import Utfall
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Kontaktrad, Varselrad, Vurdering
from veileder_cli.render.contacts import anonymity, is_unconfirmed, reached_by, when_open
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.render.labels import question_name
from veileder_cli.render.layout import sourced
from veileder_cli.render.sources import MARK, short_source
from veileder_cli.render.steps import responsible
from veileder_cli.sprak import _

FORSTE_KONTAKTER = 2
UTFALL: Final = {
    Utfall.ANNET_SPOR: _("Dette følges opp i et annet spor."),
    Utfall.AVSLUTT: _("Saken kan avsluttes her."),
}


def first_screen(veileder: Veileder, vurdering: Vurdering) -> Document:
    """The acute line, the next step, your part and the first contacts: what fits 80 by 24."""
    return (
        *_step(veileder, vurdering),
        *your_part(veileder, vurdering),
        *_contacts(veileder, vurdering.kontakter, FORSTE_KONTAKTER),
    )


def whole_result(veileder: Veileder, vurdering: Vurdering) -> Document:
    """Everything but the reasons, in the order one needs it."""
    return (
        *guidance(veileder, vurdering),
        *_section(
            _("Dette kan avklares"),
            tuple(
                Item(f"{question_name(veileder, a.sporsmal)}: {a.hvorfor}", MARK[Merke.TILLEGG])
                for a in vurdering.avklar
            ),
        ),
        *_section(_("Slik kan du begynne å snakke om det"), _openers(veileder, vurdering)),
    )


def guidance(veileder: Veileder, vurdering: Vurdering) -> Document:
    """The part that holds nothing of the answers: what may be saved or printed."""
    return (
        *_step(veileder, vurdering),
        *your_part(veileder, vurdering),
        *_contacts(veileder, vurdering.kontakter),
        *_round_the_clock(veileder, vurdering.kontakter),
        *_section(_("Plikter i rollen din"), _statements(veileder, vurdering.plikter)),
        *_section(
            _("Ha dette klart før du ringer"),
            _statements(veileder, vurdering.forbered) if vurdering.kontakter else (),
        ),
        *_section(
            _("Dette kan andre gjøre samtidig"),
            tuple(_beside(veileder, veileder.trinn_med_id[t]) for t in vurdering.samtidig),
        ),
        *_section(_("Husk"), tuple(_notice(veileder, v) for v in vurdering.varsler[1:])),
        *_section(
            _("Tiltak som kan passe"),
            tuple(Item(t.navn, short_source(t, veileder), (t.kort,)) for t in vurdering.tiltak),
        ),
        *_section(_("Når du ser på det igjen"), _statements(veileder, vurdering.nytt_blikk)),
        *_section(_("Støtte til deg"), _statements(veileder, vurdering.stotte)),
        Paragraph(
            _("Innhold: {tittel}, {kommune}, {revidert}.").format(
                tittel=veileder.om.tittel,
                kommune=veileder.om.kommune,
                revidert=veileder.om.revidert,
            )
        ),
    )


def _openers(veileder: Veileder, vurdering: Vurdering) -> tuple[Item, ...]:
    """What is unknown is found out by talking; without it there is nothing to open."""
    return _statements(veileder, vurdering.samtalestart) if vurdering.avklar else ()


def _step(veileder: Veileder, vurdering: Vurdering) -> Document:
    """The acute notice is the guide's first; then what is next and who takes it."""
    return (
        acute_line(veileder, vurdering),
        Heading(_("Neste steg")),
        next_step(veileder, vurdering),
    )


def acute_line(veileder: Veileder, vurdering: Vurdering) -> Paragraph:
    """Give what stands first on every result: the guide's acute notice."""
    nod = vurdering.varsler[0].varsel
    return Paragraph(nod.tittel, short_source(nod, veileder), viktig=True)


def _beside(veileder: Veileder, trinn: Trinn) -> Item:
    """A step that others may take meanwhile, and who."""
    hvem = responsible(veileder, trinn)
    return Item(
        _("Trinn {nummer}: {tittel}").format(nummer=trinn.nummer, tittel=trinn.tittel),
        under=(hvem,) if hvem else (),
    )


def next_step(veileder: Veileder, vurdering: Vurdering) -> Paragraph:
    """Say what is next, which step of the pathway that is, and who takes it."""
    trinn, utfall = vurdering.trinn, vurdering.regel.utfall
    hvem = _sourced(veileder, vurdering.hvem) if vurdering.hvem else ""
    navn = (
        _("Trinn {nummer}: {tittel}.").format(nummer=trinn.nummer, tittel=trinn.tittel)
        if trinn
        else UTFALL[utfall]
        if utfall
        else ""
    )
    return Paragraph(f"{_sourced(veileder, vurdering.tittel)}\n{f'{navn} {hvem}'.strip()}")


def _sourced(veileder: Veileder, utsagn: Utsagn) -> str:
    return sourced(utsagn.tekst, short_source(utsagn, veileder))


def your_part(veileder: Veileder, vurdering: Vurdering) -> Document:
    """List what the user can do now."""
    return _section(_("Din del nå"), _statements(veileder, vurdering.din_del))


def _contacts(
    veileder: Veileder, kontakter: tuple[Kontaktrad, ...], antall: int | None = None
) -> Document:
    """The first contacts, or all with what they do; with a word on how old the numbers are."""
    vist = kontakter[:antall]
    if not vist:
        return ()
    punkter = tuple(
        Item(
            _called(rad.kontakt),
            short_source(rad.kontakt, veileder),
            (rad.hvorfor, *(_details(rad.kontakt) if antall is None else ())),
        )
        for rad in vist
    )
    utvalg = (
        _(" ({vist} av {alle})").format(vist=len(vist), alle=len(kontakter))
        if len(vist) < len(kontakter)
        else ""
    )
    ubekreftet = any(is_unconfirmed(rad.kontakt) for rad in vist)
    alder = veileder.om.kontaktforbehold_kort or veileder.om.kontaktforbehold
    forbehold = _sourced(veileder, alder) if ubekreftet else ""
    return (
        Heading(_("Snakk med{utvalg}").format(utvalg=utvalg)),
        Items(punkter, nummerert=True, innledning=forbehold),
    )


def _called(kontakt: Kontakt) -> str:
    apent = when_open(kontakt)
    return f"{kontakt.funksjon} – {reached_by(kontakt)}" + (f", {apent}" if apent else "")


def _details(kontakt: Kontakt) -> tuple[str, ...]:
    """What the one who is called does, how one gets an answer, and what one may keep back."""
    return tuple(filter(None, (kontakt.etterpa, anonymity(kontakt))))


def _round_the_clock(veileder: Veileder, kontakter: tuple[Kontaktrad, ...]) -> Document:
    """Who answers at night too, where the contacts are not all known to do so."""
    if all(rad.kontakt.hele_dognet for rad in kontakter):
        return ()
    andre = (k for k in veileder.kontakter if k.hele_dognet and isinstance(k.hvis, Alltid))
    punkter = tuple(
        Item(f"{k.funksjon} – {reached_by(k)}", short_source(k, veileder)) for k in andre
    )
    return _section(_("Disse svarer hele døgnet"), punkter)


def _statements(veileder: Veileder, utsagn: tuple[Utsagn, ...]) -> tuple[Item, ...]:
    return tuple(Item(u.tekst, short_source(u, veileder)) for u in utsagn)


def _notice(veileder: Veileder, rad: Varselrad) -> Item:
    """A notice whose statements come from the same source shows it once."""
    kilder = {short_source(u, veileder) for u in rad.tekster}
    if len(kilder) == 1:
        tekst = " ".join(u.tekst for u in rad.tekster)
        return Item(rad.varsel.tittel, under=(sourced(tekst, kilder.pop()),))
    return Item(rad.varsel.tittel, under=tuple(_sourced(veileder, u) for u in rad.tekster))


def _section(tittel: str, punkter: tuple[Item, ...]) -> Document:
    """A heading and its points; a source that all the points share stands in the heading."""
    if not punkter:
        return ()
    kilder = {p.kilde for p in punkter}
    if len(kilder) == 1:
        felles = kilder.pop()
        uten = tuple(replace(p, kilde="") for p in punkter)
        return (Heading(tittel, kilde=felles), Items(uten))
    return (Heading(tittel), Items(punkter))
