"""Contacts as documents, with their age said wherever they are shown."""

from veileder_cli.model.innhold import Kontakt, Trinn
from veileder_cli.model.kilde import Merke
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.render.layout import FAST_MELLOMROM
from veileder_cli.render.sources import MARK, short_source
from veileder_cli.sprak import _

_ANONYMT = {"ja": _("Kan være anonymt."), "nei": _("Ikke anonymt.")}


def contact_list(veileder: Veileder, kontakter: tuple[Kontakt, ...]) -> Document:
    """List contacts with numbers, what they can help with, and how old the facts are."""
    forbehold = veileder.om.kontaktforbehold
    return (
        Heading(_("Kontakter")),
        Paragraph(forbehold.tekst, short_source(forbehold, veileder)),
        Items(tuple(_contact(veileder, k) for k in kontakter)),
    )


def reached_by(kontakt: Kontakt) -> str:
    """Say how to reach the contact: numbers with whose they are, else where or on which site."""
    numre: dict[str, list[str]] = {}
    for n in kontakt.numre:
        numre.setdefault(n.navn, []).append(n.telefon.replace(" ", FAST_MELLOMROM))
    deler = (
        _("tlf. {numre}").format(numre=_(" og ").join(telefoner)) + (f" ({navn})" if navn else "")
        for navn, telefoner in numre.items()
    )
    andre = (kontakt.epost, kontakt.via)
    return ", ".join((*deler, *filter(None, andre))) or kontakt.nettside or kontakt.adresse


def when_open(kontakt: Kontakt) -> str:
    """Say when the contact is reached, as far as that is known."""
    return kontakt.apningstider or (_("hele døgnet") if kontakt.hele_dognet else "")


def anonymity(rad: Kontakt | Trinn) -> str:
    """Say whether one can be anonymous there, or in that step, and what that means."""
    return " ".join((_ANONYMT.get(rad.anonymt.kan, ""), rad.anonymt.tekst)).strip()


def is_unconfirmed(kontakt: Kontakt) -> bool:
    """Whether the contact has a number of the guide's that nobody has confirmed since."""
    return bool(kontakt.numre and kontakt.merke is Merke.VEILEDEREN and not kontakt.sist_verifisert)


def verified(kontakt: Kontakt) -> str:
    """Say how old the facts about a contact are."""
    if kontakt.sist_verifisert:
        return _("Sist bekreftet: {sist_verifisert}.").format(
            sist_verifisert=kontakt.sist_verifisert
        )
    siden = _(", ikke bekreftet siden") if kontakt.merke is Merke.VEILEDEREN else ""
    return (
        _("Oppgitt {oppgitt}{siden}.").format(oppgitt=kontakt.oppgitt, siden=siden)
        if kontakt.oppgitt
        else ""
    )


def _where_and_when(kontakt: Kontakt) -> tuple[str, ...]:
    felter = {
        _("Åpent"): when_open(kontakt),
        _("Adresse"): kontakt.adresse,
        _("Bydel"): ", ".join(kontakt.bydel),
        _("Nettside"): kontakt.nettside,
    }
    return tuple(
        f"{navn}: {verdi}"
        for navn, verdi in felter.items()
        if verdi and verdi != reached_by(kontakt)
    )


def _contact(veileder: Veileder, kontakt: Kontakt) -> Item:
    under = (
        _("Nås: {hvordan}").format(hvordan=reached_by(kontakt)),
        *_where_and_when(kontakt),
        kontakt.beskrivelse,
        kontakt.etterpa,
        anonymity(kontakt),
        verified(kontakt),
    )
    tillegg = _(" og {mark}").format(mark=MARK[Merke.TILLEGG]) if kontakt.kilde.redaksjonen else ""
    kilde = short_source(kontakt, veileder)
    return Item(
        kontakt.funksjon,
        kilde if kontakt.merke is Merke.TILLEGG else f"{kilde}{tillegg}",
        tuple(filter(None, under)),
    )
