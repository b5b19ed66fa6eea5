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
        f"Godkjent av: {om.godkjent_av}" if om.godkjent_av else "",
        f"Gjelder til: {om.gyldig_til}" if om.gyldig_til else "",
        f"Kilde: {om.kilde_navn}",
        f"Kilden finnes her: {om.kilde_url}" if om.kilde_url else "",
        f"Programversjon: {versjon}",
    )
    return (
        Heading(om.tittel),
        Items(tuple(Item(linje) for linje in linjer if linje)),
        *_statements(veileder, "Hva som kommer hvor fra", om.om),
        *_statements(veileder, "Er noe feil?", (om.meld_feil,)),
        *_statements(veileder, "Er dette den nyeste utgaven?", (om.nyeste,)),
    )


def _statements(veileder: Veileder, tittel: str, utsagn: tuple[Utsagn | None, ...]) -> Document:
    """A heading over the statements that the guide has."""
    punkter = tuple(Item(u.tekst, short_source(u, veileder)) for u in utsagn if u)
    return (Heading(tittel), Items(punkter)) if punkter else ()
