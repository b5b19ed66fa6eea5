"""The commands that look something up: load, find, render, print."""

from typing import Annotated, Any, Final, TypeAlias

from veileder_cli import __version__
from veileder_cli.cli.declared import Command, argument, option
from veileder_cli.cli.funn import Ord, all_or_found, contacts_of_role, found
from veileder_cli.cli.lasting import load
from veileder_cli.cli.options import Hvilket, Json, Vcf
from veileder_cli.cli.output import show, show_json
from veileder_cli.lookup import entries
from veileder_cli.lookup.find import find, search
from veileder_cli.model.veileder import Veileder
from veileder_cli.render.as_json import AsJson
from veileder_cli.render.contacts import contact_list
from veileder_cli.render.document import Document, Paragraph
from veileder_cli.render.hits import hits, how_found
from veileder_cli.render.links import linker
from veileder_cli.render.pages import Pages
from veileder_cli.sprak import _

Sok: TypeAlias = Annotated[
    Ord, argument(metavar=_("[SØK]"), help=_("Navn, id eller tema."), show_default=False)
]
FLEST_TREFF = 20
TOMT = (Paragraph(_("Denne veilederen har ikke noe å vise her.")),)


def kontakt(
    hvilket: Hvilket,
    sok: Annotated[
        Ord, argument(metavar=_("[SØK]"), help=_("Funksjon, navn, nummer, rolle eller tema."))
    ] = None,
    rolle: Annotated[
        str,
        option("--rolle", metavar=_("ROLLE"), help=_("Bare kontaktene til denne rollen.")),
    ] = "",
    trinn: Annotated[
        str, option("--trinn", metavar=_("N"), help=_("Bare kontaktene til dette trinnet."))
    ] = "",
    vcf: Vcf = None,
    json: Json = False,
) -> int:
    """List the contacts that match every wish. Gives the exit code."""
    veileder = _load(hvilket, "kontakter", "roller", "trinn")
    oppslag = entries.contact_entries(veileder)
    if rolle:
        etter_id = {o.objekt.id: o for o in oppslag}
        oppslag = tuple(etter_id[id_] for id_ in contacts_of_role(veileder, rolle))
    if trinn:
        ett = _one_step(veileder, trinn)
        oppslag = tuple(o for o in oppslag if ett.id in o.objekt.trinn)
    funn = all_or_found(oppslag, "kontakt", sok)
    if vcf:
        from veileder_cli.cli.visittkort import write_cards  # noqa: PLC0415 - seldom wanted

        return write_cards(veileder, funn, vcf, json=json)
    if json:
        show_json({"kontakter": [AsJson(veileder).kontakt(k) for k in funn]})
    else:
        show(contact_list(veileder, funn), linker(veileder), paged=True)
    return 0


def definisjon(
    hvilket: Hvilket,
    term: Annotated[
        Ord, argument(metavar=_("[TERM]"), help=_("Ordet, en bøyning eller en beskrivelse."))
    ] = None,
    json: Json = False,
) -> None:
    """Explain a term, or list all."""
    veileder = _load(hvilket, "begreper")
    ut, sider = AsJson(veileder), Pages(veileder)
    if not term:
        alle = {"begreper": [ut.begrep(b) for b in veileder.begreper]}
        _print(json, alle, sider.begreper(veileder.begreper))
        return
    oppslag = entries.term_entries(veileder)
    sokt = " ".join(term)
    treff = find(oppslag, sokt)
    begrep = found(oppslag, "begrep", sokt, treff)[0]
    likhet = treff[0].likhet
    _print(
        json,
        {"begrep": ut.begrep(begrep), "likhet": likhet.name.lower()},
        (*how_found(sokt, likhet), *sider.begrep(begrep)),
    )


def tegn(hvilket: Hvilket, json: Json = False) -> None:
    """List the warning signs."""
    veileder = _load(hvilket, "bekymringstegn")
    _print(json, AsJson(veileder).tegn(veileder.bekymringstegn), Pages(veileder).tegn())


def faktorer(hvilket: Hvilket, json: Json = False) -> None:
    """List risk and protective factors."""
    veileder = _load(hvilket, "faktorer")
    _print(json, AsJson(veileder).faktorer(), Pages(veileder).faktorer())


def trinn(
    hvilket: Hvilket,
    nummer: Annotated[
        Ord, argument(metavar=_("[N]"), help=_("Nummeret på trinnet, eller navnet."))
    ] = None,
    json: Json = False,
) -> None:
    """Show the steps of the pathway, or one of them."""
    veileder = _load(hvilket, "trinn")
    funn = (_one_step(veileder, " ".join(nummer)),) if nummer else veileder.trinn
    ut = AsJson(veileder)
    _print(json, {"trinn": [ut.trinn(t) for t in funn]}, Pages(veileder).trinn(funn))


def tiltak(hvilket: Hvilket, sok: Sok = None, json: Json = False) -> None:
    """Show measures."""
    veileder = _load(hvilket, "tiltak", "lenker", "kontakter")
    _measures(veileder, "tiltak", sok, json=json)


def aktorer(hvilket: Hvilket, sok: Sok = None, json: Json = False) -> None:
    """Show plans and actors."""
    veileder = _load(hvilket, "aktorer", "lenker", "kontakter")
    _measures(veileder, "aktorer", sok, json=json)


def regelverk(
    hvilket: Hvilket,
    sok: Annotated[
        Ord,
        argument(metavar=_("[ID]"), help=_("Id, navn eller tema, for eksempel taushetsplikt.")),
    ] = None,
    json: Json = False,
) -> None:
    """Show rules of law."""
    veileder = _load(hvilket)
    funn = all_or_found(entries.law_entries(veileder), "regelverk", sok)
    ut = AsJson(veileder)
    _print(json, {"regelverk": [ut.regelverk(r) for r in funn]}, Pages(veileder).regelverk(funn))


def lenker(hvilket: Hvilket, sok: Sok = None, json: Json = False) -> None:
    """Show web addresses."""
    veileder = _load(hvilket, "lenker")
    funn = all_or_found(entries.link_entries(veileder), "lenke", sok)
    ut = AsJson(veileder)
    _print(json, {"lenker": [ut.lenke(e) for e in funn]}, Pages(veileder).lenker(funn))


def les(
    hvilket: Hvilket,
    kapittel: Annotated[
        Ord, argument(metavar=_("[KAPITTEL]"), help=_("Nummer eller tittel."))
    ] = None,
    json: Json = False,
) -> None:
    """Show a chapter, or the table of contents."""
    veileder = load(hvilket)
    ut, sider = AsJson(veileder), Pages(veileder)
    if not kapittel:
        alle = {"kapitler": [ut.kapittel(k) for k in veileder.kapitler]}
        _print(json, alle, sider.innholdsfortegnelse())
        return
    oppslag = entries.chapter_entries(veileder)
    sokt = " ".join(kapittel)
    ett = found(oppslag, "kapittel", sokt, find(oppslag, sokt))[0]
    _print(json, {"kapittel": ut.kapittel(ett)}, sider.kapittel(ett))


def sok(
    hvilket: Hvilket,
    tekst: Annotated[list[str], argument(metavar=_("TEKST"), help=_("Det du leter etter."))],
    json: Json = False,
) -> None:
    """Search all content, best first."""
    veileder = load(hvilket)
    sokt = " ".join(tekst)
    oppslag = entries.all_entries(veileder)
    treff = search(oppslag, sokt)
    found(oppslag, "innhold", sokt, treff)
    ut = AsJson(veileder)
    _print(json, {"treff": [ut.treff(t) for t in treff]}, hits(sokt, treff[:FLEST_TREFF]))


def om(hvilket: Hvilket, json: Json = False) -> None:
    """Say which edition this is."""
    from veileder_cli.render.about import about  # noqa: PLC0415 - for this one alone

    veileder = _load(hvilket)
    ut = AsJson(veileder).om(veileder.om) | {"programversjon": __version__}
    _print(json, ut, about(veileder, __version__))


def _load(hvilket: Hvilket, *deler: str) -> Veileder:
    """Load what a command needs, and the law, whose names the sources are shown with."""
    return load(hvilket, *deler, "regelverk")


def _one_step(veileder: Veileder, sok: str) -> Any:
    oppslag = entries.step_entries(veileder)
    return found(oppslag, "trinn", sok, find(oppslag, sok))[0]


def _measures(veileder: Veileder, nokkel: str, sok: Ord, *, json: bool) -> None:
    funn = all_or_found(entries.measure_entries(veileder, nokkel), nokkel, sok)
    ut = AsJson(veileder)
    _print(json, {nokkel: [ut.tiltak(t) for t in funn]}, Pages(veileder).tiltak(funn))


def _print(json: bool, som_json: dict[str, Any], dokument: Document) -> None:  # noqa: FBT001
    if json:
        show_json(som_json)
    else:
        show(dokument or TOMT, paged=True)


COMMANDS: Final = (
    Command(kontakt, _("Hvem du kan snakke med, og numrene."), ("kontakt", "kontakt 112"), least=0),
    Command(definisjon, _("Hva et ord betyr."), ("definisjon", "definisjon ORD"), least=0),
    Command(tegn, _("Bekymringstegnene i veilederen."), ("tegn",)),
    Command(faktorer, _("Risikofaktorer og beskyttelsesfaktorer."), ("faktorer",)),
    Command(
        trinn, _("Trinnene i handlingsløypa, eller ett av dem."), ("trinn", "trinn 1"), least=0
    ),
    Command(tiltak, _("Tiltak som kan hjelpe."), ("tiltak", "tiltak samtale"), least=0),
    Command(
        aktorer,
        _("Planer, samarbeid og hvem som gjør hva."),
        ("aktorer", "aktorer samarbeid"),
        least=0,
    ),
    Command(
        regelverk,
        _("Lovene, slik de var på datoen som står der."),
        ("regelverk taushetsplikt",),
        least=0,
    ),
    Command(lenker, _("Nettsider og rapporter."), ("lenker", "lenker skole"), least=0),
    Command(les, _("Les veilederen kapittel for kapittel."), ("les", "les 1"), least=0),
    Command(sok, _("Søk i alt innhold, beste treff først."), ("søk plikt til å si fra",), least=1),
    Command(om, _("Hvilken utgave dette er, og hva som kommer hvor fra."), ("om",)),
)
"""The look-up commands in the order of the help, with what they do and examples."""
