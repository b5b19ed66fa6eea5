"""The drawing in DOT, for Graphviz and programs that read the same."""

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
from veileder_cli.sprak import _

_SVAR: Final = ' [label="{}"]'
_JA: Final = _SVAR.format(_("ja"))
_NEI: Final = _SVAR.format(_("nei"))


def to_dot(tegning: Tegning) -> str:
    """Give the graph. Rows are asked from the top; each leads to its advice and its steps."""
    linjer = (
        "digraph veileder {",
        '  graph [charset="UTF-8", rankdir=TB, fontname="sans-serif", labelloc=t];',
        f"  label={quoted(tegning.tittel)};",
        '  node [shape=box, style="rounded", fontname="sans-serif"];',
        '  edge [fontname="sans-serif"];',
        *(f"  {linje}" for linje in _nodes(tegning)),
        "}",
    )
    return "\n".join(linjer) + "\n"


def quoted(*linjer: str) -> str:
    """Quote a text: lines broken by hand and to the left, nothing of it read as DOT's own."""
    korte = (del_ for linje in linjer for del_ in wrap(linje, BREDDE) or [""])
    ren = (k.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') for k in korte)
    samlet = "".join(f"{linje}\\l" for linje in ren)
    return f'"{samlet}"'


def _nodes(tegning: Tegning) -> Iterator[str]:
    yield f'start [label={quoted(tegning.nodlinje)}, color="#9b1c1c", penwidth=3];'
    forrige, svar = "start", ""
    for rad in tegning.rader:
        nr = rad.nummer
        yield f"v{nr} [shape=hexagon, label={quoted(f'{nr}.', *condition_lines(rad.nar))}];"
        yield f"{forrige} -> v{nr}{svar};"
        yield f"v{nr} -> r{nr}{_JA};"
        yield from _advice(rad, f"r{nr}")
        forrige, svar = f"v{nr}", _NEI
    for nr, rad in enumerate(tegning.tillegg, start=1):
        linjer = (_("I tillegg til ruta"), *condition_lines(rad.nar))
        yield f"w{nr} [shape=hexagon, label={quoted(*linjer)}];"
        yield f"w{nr} -> q{nr}{_JA};"
        yield from _advice(rad, f"q{nr}")
    yield from _steps(tegning.trinn)
    for nr, (navn, linjer) in enumerate(explained_lines(tegning), start=1):
        yield f"f{nr} [shape=note, label={quoted(navn, *linjer)}];"


def _advice(rad: Rad, node: str) -> Iterator[str]:
    haster = ', color="#9b1c1c", penwidth=3' if rad.haster else ""
    yield f"{node} [label={quoted(*row_lines(rad))}{haster}];"
    for stil, trinn in (("solid", rad.trinn), ("dashed", rad.samtidig)):
        for peker in trinn:
            tekst = quoted(edge_text(peker, rad))
            yield f"{node} -> {step_node(peker.id)} [style={stil}, label={tekst}];"


def _steps(trinn: tuple[Trinnboks, ...]) -> Iterator[str]:
    for t in trinn:
        navn = quoted(*step_lines(t))
        yield f'{step_node(t.id)} [label={navn}, style="rounded,bold", color="#0f5a57"];'
    for forrige, neste in pairwise(trinn):
        yield f"{step_node(forrige.id)} -> {step_node(neste.id)} [penwidth=3];"
