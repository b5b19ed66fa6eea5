"""Writes a guide's decision table as one of GoRules ZEN's, row by row in its expressions."""

import json
from collections.abc import Mapping
from typing import Any

from veileder_cli.conditions import Situasjon
from veileder_cli.model.betingelse import (
    Alle,
    Alltid,
    Betingelse,
    Ikke,
    Noen,
    Rollegruppe,
    Sett,
    SvarEr,
    Tegnkrav,
    Ubesvart,
    Usikker,
    Vilkar,
)
from veileder_cli.model.veileder import Veileder


def as_table(veileder: Veileder) -> str:
    """Give the decision graph: one table whose rows have one expression and the row's id."""
    rows = [
        {"_id": r.id, "inn": expression(r.hvis, veileder.regler.vilkar), "ut": json.dumps(r.id)}
        for r in veileder.regler.regler
    ]
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": "inn", "name": "vilkår", "type": "expression"}],
        "outputs": [{"id": "ut", "name": "rad", "field": "rad", "type": "expression"}],
        "rules": rows,
    }
    nodes = [
        {"id": "1", "name": "inn", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {
            "id": "2",
            "name": "tabell",
            "type": "decisionTableNode",
            "content": table,
            "position": {"x": 1, "y": 0},
        },
        {"id": "3", "name": "ut", "type": "outputNode", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "1", "targetId": "2"},
        {"id": "b", "type": "edge", "sourceId": "2", "targetId": "3"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def expression(  # noqa: C901 - one case for each word
    betingelse: Betingelse, vilkar: Mapping[str, Betingelse]
) -> str:
    """Write a condition as an expression over what `context` gives."""
    match betingelse:
        case Alltid():
            return "true"
        case Alle(deler):
            return "(" + " and ".join(expression(d, vilkar) for d in deler) + ")"
        case Noen(deler):
            return "(" + " or ".join(expression(d, vilkar) for d in deler) + ")"
        case Ikke(del_):
            return f"not({expression(del_, vilkar)})"
        case SvarEr(sporsmal, verdier):
            return f"some(svar.{sporsmal}, # in {json.dumps(verdier)})"
        case Ubesvart(sporsmal):
            return f"len(svar.{sporsmal}) == 0"
        case Rollegruppe(gruppe):
            return f"some(grupper, # == {json.dumps(gruppe)})"
        case Sett(krav):
            return _signs("sett", krav)
        case Usikker(krav):
            return _signs("usikre", krav)
        case Vilkar(navn):
            return expression(vilkar[navn], vilkar)
        case _:
            raise NotImplementedError(type(betingelse).__name__)


def _signs(which: str, krav: Tegnkrav) -> str:
    wanted = " or ".join(
        f"#.{field} in {json.dumps(values)}"
        for field, values in (("klasse", krav.klasse), ("id", krav.id))
        if values
    )
    return f"count({which}, {wanted or 'true'}) >= {krav.minst}"


def context(veileder: Veileder, situasjon: Situasjon) -> dict[str, Any]:
    """Give the situation as the expressions ask for it."""
    return {
        "svar": {s.id: list(situasjon.svar.get(s.id, ())) for s in veileder.sporsmal},
        "grupper": list(situasjon.rollegrupper),
        "sett": [{"id": i, "klasse": k} for i, k in situasjon.sett.items()],
        "usikre": [{"id": i, "klasse": k} for i, k in situasjon.usikre.items()],
    }
