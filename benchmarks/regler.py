"""How fast a set of answers is assessed, beside GoRules ZEN on the same table."""

import statistics
import time
from collections.abc import Callable

import zen

from benchmarks.zen_tabell import as_table, context
from veileder_cli.answers import read_answers
from veileder_cli.conditions import check
from veileder_cli.editions import choose_edition
from veileder_cli.evaluate import evaluate
from veileder_cli.facts import read_facts
from veileder_cli.loader import read_guide
from veileder_cli.what_if import find_alternatives

_LIST_MS = 50


def report(repeats: int) -> str:
    """Measure on the guide's own cases, after a check that both find the same rows."""
    veileder = read_guide(choose_edition(None, "").mappe).veileder
    answers = [read_answers(veileder, t.svar).svar for t in veileder.tilfeller]
    situations = [read_facts(veileder, svar).situasjon for svar in answers]
    contexts = [context(veileder, s) for s in situations]
    decision = zen.ZenEngine().create_decision(as_table(veileder))

    def rows(situation: object) -> list[str]:
        return [r.id for r in veileder.regler.regler if check(r.hvis, situation) is not None]

    for situation, given in zip(situations, contexts, strict=True):
        theirs = [row["rad"] for row in decision.evaluate(given)["result"]]
        if rows(situation) != theirs:
            raise RuntimeError(rows(situation), theirs)
    ours = _per_second(lambda: [evaluate(veileder, svar) for svar in answers], repeats)
    table = _per_second(lambda: [rows(s) for s in situations], repeats)
    zens = _per_second(lambda: [decision.evaluate(c) for c in contexts], repeats)
    what_if = [_best(lambda svar=svar: find_alternatives(veileder, svar)) for svar in answers]
    count = len(answers)
    slowest = max(what_if) * 1000
    middle = statistics.median(what_if) * 1000
    verdict = "nådd" if slowest <= _LIST_MS else "ikke nådd"
    return "\n".join(
        (
            "## Regler",
            "",
            f"De {count} tilfellene i veilederen, prosessortid, median av {repeats} runder.",
            "ZEN har samme tabell med de samme vilkårene, og finner de samme radene for alle",
            "(det sjekkes først).",
            "",
            "| hva | i sekundet | mot ZEN |",
            "|---|---|---|",
            f"| GoRules ZEN {_version()}: radene som slår til | {zens * count:.0f} | 1.00 |",
            f"| veileder: radene, med svarene bak | {table * count:.0f} | {table / zens:.2f} |",
            f"| veileder: hele vurderingen av svarene | {ours * count:.0f} | {ours / zens:.2f} |",
            "",
            f"Hva hvert enkelt annet svar ville ført til: {middle:.0f} ms i midten,",
            f"{slowest:.0f} ms på det meste. Målet er høyst {_LIST_MS} ms: {verdict}.",
        )
    )


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - used here alone

    return version("zen-engine")


def _per_second(run: Callable[[], object], repeats: int) -> float:
    """Give how many times a second it runs: the median."""
    return 1 / statistics.median(_time(run) for _ in range(repeats))


def _best(run: Callable[[], object]) -> float:
    return min(_time(run) for _ in range(3))


def _time(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start
