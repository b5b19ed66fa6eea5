"""Measures all and writes docs/ytelse.md; with arguments, only those parts, to the screen."""

import os
import platform
import sys
from pathlib import Path

from benchmarks import regler, start, vekst
from benchmarks.measure import ROOT

PAGE = ROOT / "docs" / "ytelse.md"
PARTS = {"start": start.report, "vekst": vekst.report, "regler": regler.report}
HEAD = """\
# Ytelse

Denne siden er skrevet av `make bench`. Tidene gjelder maskinen under. Forholdene mellom dem sier
mest, for alt i en tabell er målt i samme kjøring. Målt med hjulet installert i et eget miljø, med
innholdet i den formen som lages når programmet bygges (se [0013](decisions/0013-oppstart.md)).
Tidene er det klokka viser, så de er lengre og mer ujevne når maskinen gjør annet samtidig.
"""


def machine(loads: tuple[float, float]) -> str:
    """Say what was measured on, without naming the machine, and how busy it was."""
    cpu = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    system = f"{platform.system()} {platform.release().split('-')[0]}"
    before, after = loads
    return (
        f"Maskin: {cpu}, {os.cpu_count()} kjerner, {system}, Python {platform.python_version()}.\n"
        "Ventende prosesser i snitt det siste minuttet: "
        f"{before:.1f} før målingen, {after:.1f} etter."
    )


def main(chosen: list[str]) -> None:
    """Run the parts named, or all, and write the page when it was all of them."""
    repeats = int(os.environ.get("BENCH_REPEATS", "20"))
    before = os.getloadavg()[0]
    parts = [PARTS[name](repeats) for name in chosen or PARTS]
    page = "\n\n".join((f"{HEAD}\n{machine((before, os.getloadavg()[0]))}", *parts)) + "\n"
    if chosen:
        sys.stdout.write(page)
    else:
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
