"""The drawing as a Mermaid flowchart, for programs and web sites that draw such text."""

from collections.abc import Iterator
from itertools import pairwise
from textwrap import wrap
from typing import Final

from veileder_cli.innhold.vis.noder import (
    BREDDE,
    condition_lines,
    edge_text,
    explained_lines,
    row_lines,
    step_lines,
    step_node,
)
from veileder_cli.innhold.vis.tegning import Rad, Tegning, Trinnboks
from veileder_cli.innhold.vis.tekst import edition
from veileder_cli.sprak import _

_JA: Final = _("ja")
_NEI: Final = _("nei")
_ELLERS_OGSA: Final = _("I tillegg til ruta")
_TRYGGE: Final = frozenset(" ,.!?()-–«»")


def to_mermaid(tegning: Tegning) -> str:
    """Give the flowchart. Rows are asked from the top; each leads to its advice and its steps."""
    linjer = ["flowchart TD", f"accTitle: {plain(tegning.tittel)}"]
    linjer.append(f"accDescr: {plain(edition(tegning))}")
    linjer += (f"  {linje}" for linje in _nodes(tegning))
    linjer += (
        "  classDef haster fill:#9b1c1c,color:#ffffff,stroke:#5c0f0f",
        "  classDef trinn fill:#0f5a57,color:#ffffff,stroke:#083533",
    )
    return "\n".join(linjer) + "\n"


def label(*linjer: str) -> str:
    """Quote a label: lines broken by hand, and every letter that could mean something as a code."""
    korte = (del_ for linje in linjer for del_ in wrap(linje, BREDDE) or [""])
    return f'"{"<br>".join(map(_coded, korte))}"'


def plain(tekst: str) -> str:
    """Give a text for where Mermaid knows no codes: what it would read as its own is left out."""
    ren = "".join(t if t.isalnum() or t in _TRYGGE else " " for t in tekst)
    return " ".join(ren.split()) or "-"


def _coded(tekst: str) -> str:
    return "".join(t if t.isalnum() or t in _TRYGGE else f"#{ord(t)};" for t in tekst)


def _nodes(tegning: Tegning) -> Iterator[str]:
    yield f"start([{label(tegning.nodlinje)}]):::haster"
    forrige = "start"
    for rad in tegning.rader:
        nr = rad.nummer
        yield f"v{nr}{{{{{label(f'{nr}.', *condition_lines(rad.nar))}}}}}"
        yield f"{forrige} --> v{nr}" if forrige == "start" else f"{forrige} -- {_NEI} --> v{nr}"
        yield f"v{nr} -- {_JA} --> r{nr}"
        yield from _advice(rad, f"r{nr}")
        forrige = f"v{nr}"
    for nr, rad in enumerate(tegning.tillegg, start=1):
        yield f"w{nr}{{{{{label(_ELLERS_OGSA, *condition_lines(rad.nar))}}}}}"
        yield f"w{nr} -- {_JA} --> q{nr}"
        yield from _advice(rad, f"q{nr}")
    yield from _steps(tegning.trinn)
    for nr, (navn, linjer) in enumerate(explained_lines(tegning), start=1):
        yield f"f{nr}[{label(navn, *linjer)}]"


def _advice(rad: Rad, node: str) -> Iterator[str]:
    yield f"{node}[{label(*row_lines(rad))}]{':::haster' if rad.haster else ''}"
    for strek, trinn in (("-->", rad.trinn), ("-.->", rad.samtidig)):
        for peker in trinn:
            tekst = edge_text(peker, rad)
            yield f"{node} {strek}{f'|{label(tekst)}|' if tekst else ''} {step_node(peker.id)}"


def _steps(trinn: tuple[Trinnboks, ...]) -> Iterator[str]:
    for t in trinn:
        yield f"{step_node(t.id)}([{label(*step_lines(t))}]):::trinn"
    for forrige, neste in pairwise(trinn):
        yield f"{step_node(forrige.id)} ==> {step_node(neste.id)}"
