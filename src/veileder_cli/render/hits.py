"""What a search found, and how near it is to what was asked for, as documents."""

from veileder_cli.lookup.find import Likhet, Treff
from veileder_cli.model.innhold import Kapittel, Trinn
from veileder_cli.model.tegn import Bekymringstegn, Faktor
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.sprak import _


def how_found(sok: str, likhet: Likhet) -> Document:
    """Say so when what is shown is not just the word that was asked for."""
    match likhet:
        case Likhet.STAVEFEIL | Likhet.DEL:
            return (Paragraph(_("Fant ikke «{sok}». Dette ligner mest:").format(sok=sok)),)
        case Likhet.BESKRIVELSE:
            return (
                Paragraph(_("«{sok}» er ikke et eget begrep. Dette passer best:").format(sok=sok)),
            )
        case _:
            return ()


def hits(sok: str, treff: tuple[Treff, ...]) -> Document:
    """What a search found, with the command that shows it."""
    return (
        Heading(_("Treff for «{sok}»").format(sok=sok)),
        Items(
            tuple(
                Item(t.oppslag.navn[0], under=(_("Se: {kommando}").format(kommando=_command(t)),))
                for t in treff
            )
        ),
    )


def _command(treff: Treff) -> str:
    objekt, slag = treff.oppslag.objekt, treff.oppslag.slag
    match objekt:
        case Trinn() | Kapittel():
            return f"veileder {slag} {objekt.nummer}"
        case Bekymringstegn() | Faktor():
            return f"veileder {slag}"
        case _:
            return f"veileder {slag} {objekt.id}"
