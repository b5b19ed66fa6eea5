"""The guidance as a page to keep or print: no answers, but edition, date and a word of care."""

from datetime import date
from pathlib import PurePath
from typing import Final

from veileder_cli.errors import SaveError
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Vurdering
from veileder_cli.render.document import Document, Heading, Paragraph
from veileder_cli.render.layout import to_text
from veileder_cli.render.links import linker
from veileder_cli.render.result import guidance
from veileder_cli.sprak import _, current

FORMATER: Final = (".txt", ".md", ".html")
"""What the name of a file with guidance may end in; the ending says what is written."""

_TITTEL: Final = _("Råd og kontakter")
_VARSOMT: Final = _(
    "Svarene dine står ikke her. Også rådene kan røpe hva saken gjelder, og hvem. "
    "Ta vare på arket der ingen andre leser, og makuler det når du er ferdig."
)
_BREDDE: Final = 80
_MANEDER: Final = (
    *(_("januar"), _("februar"), _("mars"), _("april"), _("mai"), _("juni")),
    *(_("juli"), _("august"), _("september"), _("oktober"), _("november"), _("desember")),
)


def guidance_file(veileder: Veileder, vurdering: Vurdering, navn: str, dato: date) -> str:
    """Give the content of the file that is to have this name. Raises SaveError for its ending.

    A name without an ending gets plain text.
    """
    endelse = PurePath(navn).suffix.casefold() or ".txt"
    if endelse not in FORMATER:
        raise SaveError(navn, _("navnet må slutte på .txt, .md eller .html"))
    dokument = printable(veileder, vurdering, dato)
    if endelse == ".txt":
        return to_text(dokument, _BREDDE)
    from veileder_cli.render.markdown import to_markdown  # noqa: PLC0415 - seldom wanted

    markdown = to_markdown(dokument, linker(veileder))
    if endelse == ".md":
        return markdown
    from veileder_cli.render.html import html_page  # noqa: PLC0415 - the same

    return html_page(markdown, f"{_TITTEL} – {veileder.om.kommune}", current())


def printable(veileder: Veileder, vurdering: Vurdering, dato: date) -> Document:
    """Put the title under the acute line, and edition and date at the end."""
    nod, *raad = guidance(veileder, vurdering)
    om = veileder.om
    trykt = _("Utgave {utgave}. Skrevet ut {dato}.")
    return (
        nod,
        Heading(_TITTEL, 1),
        Paragraph(_VARSOMT),
        *raad,
        Paragraph(trykt.format(utgave=om.utgave, dato=in_words(dato))),
    )


def in_words(dato: date) -> str:
    """Give a date as people write it: 3. mars 2026."""
    maned = _MANEDER[dato.month - 1]
    return _("{dag}. {maned} {ar}").format(dag=dato.day, maned=maned, ar=dato.year)
