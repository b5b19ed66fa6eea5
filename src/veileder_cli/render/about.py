"""What an edition is, how old it is, and what comes from where, as a document."""

from veileder_cli.model.innhold import Utsagn
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.document import Document, Heading, Item, Items
from veileder_cli.render.sources import short_source


def about(veileder: Veileder, versjon: str) -> Document:
    """Say all that is known of the edition; `versjon` is the program's."""
    om = veileder.om
    linjer = (
        f"Kommune: {om.kommune}",
        f"Utgave: {om.utgave} (revidert {om.revidert})",
        f"Innholdet sist endret: {om.innholdsdato}",
        f"Eier: {om.eier}",
        f"Bygger på: {om.arver}" if om.arver else "",
        f"Godkjent av: {om.godkjent_av}" if om.godkjent_av else "",
        f"Gjelder til: {om.gyldig_til}" if om.gyldig_til else "",
        f"Kilde: {om.kilde_navn}",
        f"Kilden finnes her: {om.kilde_url}" if om.kilde_url else "",
        f"Programversjon: {versjon}",
    )
    return (
        Heading(om.tittel),
        Items(tuple(Item(linje) for linje in linjer if linje)),
        *local_changes(local_source(veileder), veileder.lokalt_endret),
        *_statements(veileder, "Hva som kommer hvor fra", om.om),
        *_statements(veileder, "Er noe feil?", (om.meld_feil,)),
        *_statements(veileder, "Er dette den nyeste utgaven?", (om.nyeste,)),
    )


def local_source(veileder: Veileder) -> str:
    """Say whose local corrections are laid over the guide, or nothing."""
    lokalt, om = veileder.lokalt, veileder.om
    if not lokalt:
        return ""
    annen = lokalt.gjelder and lokalt.gjelder != f"{om.id}/{om.utgave}"
    skrevet = f" (skrevet for en annen utgave: {lokalt.gjelder})" if annen else ""
    return f"{lokalt.eier}, {lokalt.oppdatert}{skrevet}"


def local_changes(av: str, endret: tuple[str, ...]) -> Document:
    """List what a local folder changes, and whose it is."""
    if not av:
        return ()
    innledning = f"Lagt over veilederen av {av}:"
    punkter = tuple(Item(e) for e in endret) or (Item("Ingenting."),)
    return (Heading("Lokale rettelser"), Items(punkter, innledning=innledning))


def _statements(veileder: Veileder, tittel: str, utsagn: tuple[Utsagn | None, ...]) -> Document:
    """A heading over the statements that the guide has."""
    punkter = tuple(Item(u.tekst, short_source(u, veileder)) for u in utsagn if u)
    return (Heading(tittel), Items(punkter)) if punkter else ()
