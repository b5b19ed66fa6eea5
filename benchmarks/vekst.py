"""How look-ups grow: with many guides side by side, and with a guide many times the size."""

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import veileder_cli
from benchmarks.kurver import Curve, draw
from benchmarks.measure import ROOT, Case, Timing, measure, python
from veileder_cli import strict_yaml
from veileder_cli.editions import Utgave
from veileder_cli.innhold.kompiler import write_compiled
from veileder_cli.loader import CHECKSUM, checksum

PLOT: Final = ROOT / "docs" / "ytelse-vekst.svg"
GUIDES: Final = 400
TIMES: Final = (1, 10, 100)
_NAVN: Final = "trondheim/2021-11"
_GROWS: Final = ("begreper.yaml", "kontakter.yaml")
_ENTRY: Final = re.compile(r"^  - (?=\w)", re.MULTILINE)
_FIELD: Final = re.compile(r"^(  - id|    id|    navn|    funksjon): (.+)$", re.MULTILINE)
_COMMANDS: Final = ("definisjon radikalisering", "definisjon radikaliserinng", "kontakt 112")


def report(repeats: int) -> str:
    """Measure each size in turn with the others, and give the part of the page."""
    with tempfile.TemporaryDirectory() as folder:
        sites = {f"{n} x": _site(Path(folder) / str(n), n, 1) for n in TIMES}
        sites[f"{GUIDES} veiledere"] = _site(Path(folder) / "mange", 1, GUIDES)
        cases = [
            Case(f"{command}|{name}", ("env", f"PYTHONPATH={site}", *_argv(command)))
            for command in _COMMANDS
            for name, site in sites.items()
        ]
        timings = measure([Case("import typer", python("import typer")), *cases], repeats)
    names = list(sites)
    PLOT.write_text(_plot(timings), "utf-8")
    rows = [
        " | ".join((f"| `{c}`", *(f"{timings[c + '|' + n].ms:.0f}" for n in names))) + " |"
        for c in _COMMANDS
    ]
    return "\n".join(
        (
            "## Vekst",
            "",
            f"Millisekunder for hele prosessen, utskrift til rør, median av {repeats}. «10 x» er",
            "veilederen med ti ganger så mange begreper, kontakter og tilfeller. Innholdet er",
            "kompilert, slik det er når det leveres. Det første ordet slås opp i en ordliste; det",
            "andre er feilstavet, og må sammenlignes med alle. `import typer` alene tok",
            f"{timings['import typer'].ms:.0f} ms. Filene på 100 x er større enn programmet leser",
            "som YAML (høyst 1 MiB); grensen er hevet mens innholdet kompileres.",
            "",
            f"| kommando | {' | '.join(names)} |",
            f"|---|{'---|' * len(names)}",
            *rows,
            "",
            f"![Tida for hver kommando mot størrelsen på veilederen]({PLOT.name})",
        )
    )


def _argv(command: str) -> tuple[str, ...]:
    return (*python("")[:1], "-m", "veileder_cli", *command.split(), "--utgave", _NAVN)


def _plot(timings: Mapping[str, Timing]) -> str:
    """Draw a line for each command over the sizes of the guide."""
    return draw(
        "Millisekunder for hele prosessen, mot hvor mange ganger større veilederen er",
        [str(n) for n in TIMES],
        [Curve(c, [timings[f"{c}|{n} x"].ms for n in TIMES]) for c in _COMMANDS],
    )


def _site(folder: Path, times: int, guides: int) -> Path:
    """Make an installed copy of the program with such content; not one file of it is shared."""
    package = folder / "veileder_cli"
    shutil.copytree(Path(veileder_cli.__file__).parent, package)
    guide = package / "content" / _NAVN
    for name in _GROWS if times > 1 else ():
        _grow(guide / name, times)
    for case in sorted((guide / "tilfeller").glob("*.yaml")) if times > 1 else ():
        for nr in range(2, times + 1):
            shutil.copyfile(case, case.with_name(f"{case.stem}-{nr}.yaml"))
    utgave = Utgave(_NAVN, guide, levert=True)
    (guide / CHECKSUM).write_text(f"{checksum(utgave)}\n", "ascii")
    _lift_limits()
    write_compiled(utgave)
    for nr in range(1, guides):
        shutil.copytree(guide, package / "content" / f"k{nr}" / guide.name, copy_function=os.link)
    return folder


def _lift_limits() -> None:
    """Let the strict reader take files of any size while the guide is compiled, and only then."""
    strict_yaml.MAX_BYTES = strict_yaml.MAX_NODES = 1 << 30  # type: ignore[misc]


def _grow(file: Path, times: int) -> None:
    """Write the entries again and again, each time with other ids and names."""
    text = file.read_text("utf-8")
    start = _ENTRY.search(text)
    if start is None:
        raise ValueError(file.name)
    head, entries = text[: start.start()], text[start.start() :].rstrip("\n")

    def renamed(nr: int) -> str:
        def rename(field: re.Match[str]) -> str:
            ending = f"-{nr}" if field[1].endswith("id") else f" {nr}"
            value = field[2]
            return (
                f'{field[1]}: {value[:-1]}{ending}"'
                if value.endswith('"')
                else f"{field[0]}{ending}"
            )

        return _FIELD.sub(rename, entries)

    file.write_text(head + "\n".join((entries, *map(renamed, range(2, times + 1)))) + "\n", "utf-8")
