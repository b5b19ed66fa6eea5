"""What an exercise shows when it is answered: what the guide says, why, and where one differed."""

from typing import Final

from veileder_cli.model.veileder import Veileder
from veileder_cli.practice import Sammenligning, Ulikhet
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.render.labels import answer_text, question_name
from veileder_cli.render.reasons import reasons
from veileder_cli.render.result import acute_line, next_step, your_part
from veileder_cli.sprak import _
from veileder_cli.what_if import find_alternatives

_SAKEN_SIER: Final = _("Saken sier")
_MENNESKER: Final = _(
    "Veilederens regler er brukt på svarene som hører til saken. I en ekte sak er det mennesker "
    "som kjenner den, som vurderer."
)


def comparison(veileder: Veileder, funn: Sammenligning) -> Document:
    """Say what the guide advises in the case, how one's own answers did, and the reasons."""
    andre = find_alternatives(veileder, funn.sakens_svar)
    return (
        acute_line(veileder, funn.sakens),
        Heading(_("Det veilederen sier i denne saken")),
        next_step(veileder, funn.sakens),
        *your_part(veileder, funn.sakens),
        *_own_answers(veileder, funn),
        *reasons(veileder, funn.sakens, andre, _SAKEN_SIER),
        Paragraph(_MENNESKER),
    )


def _own_answers(veileder: Veileder, funn: Sammenligning) -> Document:
    ulike = tuple(_difference(veileder, u) for u in funn.ulike)
    return (
        Heading(_("Slik svarte du")),
        Paragraph(_how_it_went(funn)),
        *((Items(ulike, innledning=_("Her er svaret et annet i saken:")),) if ulike else ()),
    )


def _how_it_went(funn: Sammenligning) -> str:
    if funn.samme and not funn.ulike:
        return _("Svarene dine førte til det samme.")
    if funn.samme:
        return _("Svarene dine førte til det samme, selv om noe er svart annerledes.")
    annet = _("Svarene dine førte et annet sted: {tittel}.").format(tittel=funn.din.tittel.tekst)
    if any(u.avgjor for u in funn.ulike):
        return annet
    flere = _("Ingen enkeltsvar avgjorde det. Det var flere sammen.")
    return f"{annet} {flere}"


def _difference(veileder: Veileder, u: Ulikhet) -> Item:
    ditt = _answered(veileder, u.sporsmal, u.ditt, _("du ble ikke spurt"))
    sakens = _answered(veileder, u.sporsmal, u.sakens, _("ikke sagt"))
    return Item(
        question_name(veileder, u.sporsmal),
        under=(
            _("Du svarte: {svar}.").format(svar=ditt),
            f"{_SAKEN_SIER}: {sakens}.",
            *((_("Dette svaret alene avgjorde."),) if u.avgjor else ()),
        ),
    )


def _answered(
    veileder: Veileder, sporsmal: str, verdier: tuple[str, ...] | None, ellers: str
) -> str:
    if verdier is None:
        return ellers
    return "; ".join(answer_text(veileder, sporsmal, v) for v in verdier) or _("ingen av disse")
