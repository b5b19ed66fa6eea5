"""What stands in the nodes and on the edges of a graph, line by line, for Mermaid and DOT."""

from collections.abc import Iterator
from typing import Final

from veileder_cli.innhold.vilkarstekst import Vilkarstekst, one_line, outline
from veileder_cli.innhold.vis.tegning import Kontaktpeker, Rad, Tegning, Trinnboks, Trinnpeker
from veileder_cli.innhold.vis.tekst import (
    SISTE,
    contact_name,
    leads_here,
    responsible,
    with_condition,
)
from veileder_cli.sprak import _, quoted

BREDDE: Final = 46
"""How many letters a line of a node has at most."""
_INNRYKK: Final = "–"


def condition_lines(nar: Vilkarstekst | None) -> Iterator[str]:
    """Give the lines of a question; a dash for each level further in."""
    if nar is None:
        yield SISTE
        return
    for dybde, tekst in outline(nar):
        yield f"{_INNRYKK * dybde} {tekst}".strip()


def row_lines(rad: Rad) -> Iterator[str]:
    """Give the lines of a row's advice: title, who, contacts."""
    yield rad.tittel
    if rad.haster:
        yield _("Haster.")
    if rad.stopper:
        yield _("Stopper her.")
    if rad.uten_trinn:
        yield rad.uten_trinn
    if rad.hvem:
        yield _("Hvem: {hvem}").format(hvem=rad.hvem[-1].tekst)
    for nr, kontakt in enumerate(rad.kontakter, start=1):
        yield f"{nr}. {contact_line(kontakt)}"
    yield _("Kilde: {kilde}").format(kilde=rad.kilde)


def contact_line(kontakt: Kontaktpeker) -> str:
    """Name a contact, with when it counts."""
    return with_condition(contact_name(kontakt), kontakt.nar)


def step_lines(trinn: Trinnboks) -> tuple[str, ...]:
    """Give the lines of a step."""
    tittel = _("Trinn {nummer}: {tittel}").format(nummer=trinn.nummer, tittel=trinn.tittel)
    return tuple(filter(None, (tittel, responsible(trinn), trinn.frist, leads_here(trinn))))


def edge_text(peker: Trinnpeker, rad: Rad) -> str:
    """Say when a row leads to the step; nothing where it always does."""
    if peker.nar:
        return _("når: {vilkar}").format(vilkar=one_line(peker.nar))
    return _("ellers") if len(rad.trinn) > 1 and peker in rad.trinn else ""


def explained_lines(tegning: Tegning) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what is explained beside the rows: a name, and its lines."""
    for vilkar in tegning.vilkar:
        yield quoted(vilkar.navn), tuple(condition_lines(vilkar.nar))
    for gruppe in tegning.grupper:
        yield _("Gruppa «{gruppe}»").format(gruppe=gruppe.navn), gruppe.roller
    for liste in tegning.rollelister:
        rader = (
            f"{', '.join(r.roller)}: {'; '.join(map(contact_line, r.kontakter))}"
            for r in liste.rader
        )
        yield _("Lista «{liste}», etter rolle").format(liste=liste.navn), tuple(rader)
    if tegning.merknader:
        yield _("Når svar mangler"), tegning.merknader
    if tegning.kontakter_forst:
        forst = tuple(map(contact_line, tegning.kontakter_forst))
        yield _("Først på kontaktlista, uansett rute"), forst
    yield _("Om kontaktene"), (tegning.kontaktforbehold,)


def step_node(id_: str) -> str:
    """Give a name that is no word of Mermaid's or of DOT's: an id may be "end"."""
    return f"t_{id_.encode().hex()}"
