"""What an edition is, how old it is, and what comes from where, as a document."""

from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Document, Heading, Item, Items
from veileder_cli.render.sources import short_source
from veileder_cli.sprak import _


def about(veileder: Veileder, versjon: str) -> Document:
    """Say all that is known of the edition; `versjon` is the program's."""
    om = veileder.om
    linjer = (
        _("Kommune: {kommune}").format(kommune=om.kommune),
        _("Utgave: {utgave} (revidert {revidert})").format(utgave=om.utgave, revidert=om.revidert),
        _("Innholdet sist endret: {innholdsdato}").format(innholdsdato=om.innholdsdato),
        _("Eier: {eier}").format(eier=om.eier),
        _("Bygger på: {arver}").format(arver=om.arver) if om.arver else "",
        _("Godkjent av: {godkjent_av}").format(godkjent_av=om.godkjent_av)
        if om.godkjent_av
        else "",
        _("Gjelder til: {gyldig_til}").format(gyldig_til=om.gyldig_til) if om.gyldig_til else "",
        _("Kilde: {kilde}").format(kilde=om.kilde_navn),
        _("Kilden finnes her: {kilde_url}").format(kilde_url=om.kilde_url) if om.kilde_url else "",
        _("Programversjon: {versjon}").format(versjon=versjon),
    )
    return (
        Heading(om.tittel),
        Items(tuple(Item(linje) for linje in linjer if linje)),
        *local_changes(local_source(veileder), veileder.lokalt_endret),
        *_statements(veileder, _("Hva som kommer hvor fra"), om.om),
        *_statements(veileder, _("Er noe feil?"), (om.meld_feil,)),
        *_statements(veileder, _("Er dette den nyeste utgaven?"), (om.nyeste,)),
    )


def local_source(veileder: Veileder) -> str:
    """Say whose local corrections are laid over the guide, or nothing."""
    lokalt, om = veileder.lokalt, veileder.om
    if not lokalt:
        return ""
    annen = lokalt.gjelder and lokalt.gjelder != f"{om.id}/{om.utgave}"
    skrevet = (
        _(" (skrevet for en annen utgave: {gjelder})").format(gjelder=lokalt.gjelder)
        if annen
        else ""
    )
    return f"{lokalt.eier}, {lokalt.oppdatert}{skrevet}"


def local_changes(av: str, endret: tuple[str, ...]) -> Document:
    """List what a local folder changes, and whose it is."""
    if not av:
        return ()
    innledning = _("Lagt over veilederen av {hvem}:").format(hvem=av)
    punkter = tuple(Item(e) for e in endret) or (Item(_("Ingenting.")),)
    return (Heading(_("Lokale rettelser")), Items(punkter, innledning=innledning))


def _statements(veileder: Veileder, tittel: str, utsagn: tuple[Utsagn | None, ...]) -> Document:
    """A heading over the statements that the guide has."""
    punkter = tuple(Item(u.tekst, short_source(u, veileder)) for u in utsagn if u)
    return (Heading(tittel), Items(punkter)) if punkter else ()
