"""Contacts as documents, with their age said wherever they are shown."""

from veileder_cli.model.innhold import Kontakt
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.render.layout import FAST_MELLOMROM
from veileder_cli.render.sources import short_source

_ANONYMT = {"ja": "Kan være anonymt.", "nei": "Ikke anonymt."}


def contact_list(veileder: Veileder, kontakter: tuple[Kontakt, ...]) -> Document:
    """List contacts with numbers, what they can help with, and how old the facts are."""
    forbehold = veileder.om.kontaktforbehold
    return (
        Heading("Kontakter"),
        Paragraph(forbehold.tekst, short_source(forbehold, veileder)),
        Items(tuple(_contact(veileder, k) for k in kontakter)),
    )


def numbers(kontakt: Kontakt) -> tuple[str, ...]:
    """Give each number with whose it is, or how else to reach the contact."""
    numre = tuple(
        f"Tlf. {n.telefon}".replace(" ", FAST_MELLOMROM) + (f" ({n.navn})" if n.navn else "")
        for n in kontakt.numre
    )
    via = (f"Nås via: {kontakt.via}",) if kontakt.via else ()
    nett = (f"Nettside: {kontakt.nettside}",) if kontakt.nettside else ()
    return (*numre, *via, *nett)


def verified(kontakt: Kontakt) -> str:
    """Say how old the facts about a contact are."""
    if kontakt.sist_verifisert:
        return f"Sist bekreftet: {kontakt.sist_verifisert}."
    return f"Oppgitt {kontakt.oppgitt}, ikke bekreftet siden." if kontakt.oppgitt else ""


def _contact(veileder: Veileder, kontakt: Kontakt) -> Item:
    anonymt = " ".join((_ANONYMT.get(kontakt.anonymt.kan, ""), kontakt.anonymt.tekst)).strip()
    under = (*numbers(kontakt), kontakt.beskrivelse, anonymt, verified(kontakt))
    return Item(
        kontakt.funksjon,
        short_source(kontakt, veileder),
        tuple(filter(None, under)),
    )
