"""Why the result became what it is, as a document: rules, answers, and what would change it."""

from veileder_cli.facts import SIGN_TYPES
from veileder_cli.model.kilde import Merke
from veileder_cli.model.veileder import Veileder
from veileder_cli.model.vurdering import Svarbevis, Vurdering
from veileder_cli.render.document import Document, Heading, Item, Items, Paragraph
from veileder_cli.render.labels import answer_text, question_name
from veileder_cli.render.layout import sourced
from veileder_cli.render.sources import MARK, full_source
from veileder_cli.sprak import _, quoted
from veileder_cli.what_if import Alternativ


def reasons(
    veileder: Veileder,
    vurdering: Vurdering,
    alternativer: tuple[Alternativ, ...],
    hvem: str = _("Du svarte"),
) -> Document:
    """Why: the rules that matched, the answers they rest on, and what would have changed it.

    `hvem`: whose answers they are.
    """
    return (
        Heading(_("Hvorfor dette neste steget")),
        Items(
            tuple(
                Item(
                    _("Regel «{id}»").format(id=g.regel.id)
                    + (_(" – denne avgjorde") if not nr else ""),
                    under=(
                        *(_evidence(veileder, bevis, hvem) for bevis in g.svar),
                        _("Kilde: {kilde}").format(kilde=full_source(g.regel, veileder)),
                    ),
                )
                for nr, g in enumerate(vurdering.grunner)
            ),
            nummerert=True,
        ),
        Heading(_("Ett annet svar som ville endret neste steg")),
        _alternatives(veileder, alternativer),
    )


def _evidence(veileder: Veileder, bevis: Svarbevis, hvem: str) -> str:
    """One answer; the class of a sign is the editors' and is shown where it decides."""
    svar = answer_text(veileder, bevis.sporsmal, bevis.svar)
    linje = f"{hvem} – {question_name(veileder, bevis.sporsmal)}: {svar}"
    if veileder.sporsmal_med_id[bevis.sporsmal].type not in SIGN_TYPES:
        return linje
    klasse = veileder.tegnklasse[bevis.svar]
    return sourced(
        _("{linje} (klasse: {klasse})").format(linje=linje, klasse=klasse), MARK[Merke.TILLEGG]
    )


def _alternatives(veileder: Veileder, alternativer: tuple[Alternativ, ...]) -> Items | Paragraph:
    if not alternativer:
        return Paragraph(_("Ingen enkeltsvar ville endret det."))
    etter_utfall: dict[str, list[str]] = {}
    for a in alternativer:
        uten = _("ikke ") if a.fjernet else ""
        navn = question_name(veileder, a.sporsmal)
        ett = f"{navn}: {uten}{quoted(answer_text(veileder, a.sporsmal, a.svar))}"
        etter_utfall.setdefault(a.vurdering.tittel.tekst, []).append(ett)
    return Items(
        tuple(
            Item(_("{utfall}, hvis:").format(utfall=utfall), under=tuple(svar))
            for utfall, svar in etter_utfall.items()
        )
    )
