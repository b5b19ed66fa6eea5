"""How long the user waits: whole processes against references of the same run."""

import resource
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from benchmarks.measure import BIN, ROOT, Case, Timing, measure, python

_VEILEDER: Final = (str(BIN / "veileder"),)
_PYZ: Final = ROOT / "dist" / "veileder.pyz"
_LINE: Final = "import typer, rich.console, rich.table, yaml"
_TERM: Final = "definisjon radikalisering"
_CONTACT: Final = "kontakt politi"
_FILE: Final = "sjekk --svar docs/eksempler/svar.yaml"
_MOST_MB: Final = 45


@dataclass(frozen=True)
class Goal:
    """A case that must take at most so many times as long as another."""

    case: str
    reference: str
    most: float


_CASES: Final = (
    Case("python -c pass", python("pass")),
    Case("import typer", python("import typer")),
    Case("import-linja", python(_LINE)),
    Case("import questionary", python("import typer, rich, questionary")),
    Case("tldr --version", (str(BIN / "tldr"), "--version")),
    Case("copier --version", (str(BIN / "copier"), "--version")),
    Case("cz version", (str(BIN / "cz"), "version")),
    *(
        Case(f"{what}{', rør' if not terminal else ''}", (*_VEILEDER, *what.split()), terminal)
        for what in (_TERM, _CONTACT)
        for terminal in (True, False)
    ),
    Case("sjekk, første spørsmål", (*_VEILEDER, "sjekk"), terminal=True, until="(velg med"),
    Case(
        "sjekk --enkel, første spørsmål",
        (*_VEILEDER, "sjekk", "--enkel"),
        terminal=True,
        until="Svar:",
    ),
    Case(_FILE, (*_VEILEDER, *_FILE.split())),
    *(
        (Case("veileder.pyz, rør", (python("")[0], str(_PYZ), *_TERM.split())),)
        if _PYZ.is_file()
        else ()
    ),
)
_GOALS: Final = (
    Goal(_TERM, "import-linja", 1.15),
    Goal(_CONTACT, "import-linja", 1.15),
    Goal(f"{_TERM}, rør", "import typer", 1.8),
    Goal(f"{_CONTACT}, rør", "import typer", 1.8),
    Goal(f"{_TERM}, rør", "tldr --version", 1.0),
    Goal(f"{_CONTACT}, rør", "tldr --version", 1.0),
    Goal("sjekk, første spørsmål", "import questionary", 1.3),
    Goal("sjekk --enkel, første spørsmål", "import typer", 1.8),
    Goal(_FILE, "import-linja", 1.3),
    Goal("veileder.pyz, rør", f"{_TERM}, rør", 1.3),
)


def report(repeats: int) -> str:
    """Measure, and give the part of the page."""
    timings = measure(_CASES, repeats)
    bare = timings["python -c pass"].ms
    rows = [f"| {n} | {t.ms:.0f} | {t.ms / bare:.1f} | {t.mb:.0f} |" for n, t in timings.items()]
    own = [t.mb for n, t in timings.items() if n.startswith(("sjekk", _TERM, _CONTACT))]
    goals = [_goal(g, timings) for g in _GOALS if g.case in timings]
    return "\n".join(
        (
            "## Oppstart",
            "",
            f"Hele prosesser, én av hver om gangen, median av {repeats}. «import-linja» er",
            f'`python -c "{_LINE}"`. «rør» er utskrift som ikke går til en terminal.',
            "",
            "| prosess | ms | ganger `pass` | MB på det meste |",
            "|---|---|---|---|",
            *rows,
            "",
            "| mål | mot | høyst | målt | |",
            "|---|---|---|---|---|",
            *goals,
            f"| minne | | {_MOST_MB} MB | {max(own):.0f} MB | {_verdict(max(own) <= _MOST_MB)} |",
        )
    )


def _own_mb() -> float:
    """A process that is started has this as its peak from the beginning."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _goal(goal: Goal, timings: Mapping[str, Timing]) -> str:
    ratio = timings[goal.case].ms / timings[goal.reference].ms
    verdict = _verdict(round(ratio, 2) <= goal.most)
    return f"| {goal.case} | {goal.reference} | {goal.most:.2f} | {ratio:.2f} | {verdict} |"


def _verdict(holds: bool) -> str:  # noqa: FBT001 - what was found out
    return "nådd" if holds else "ikke nådd"
