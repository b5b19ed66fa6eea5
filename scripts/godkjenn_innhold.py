"""Checks every edition in content/ in full and writes the checksum it is approved with."""

from dataclasses import replace
from pathlib import Path

from veileder_cli.editions import list_editions
from veileder_cli.errors import ContentError
from veileder_cli.loader import CHECKSUM, checksum, load_veileder


def main() -> int:
    """Approve what has no fault; list the faults of the rest, and give 1 if there were any."""
    kode = 0
    for utgave in list_editions(Path(__file__).parent.parent / "content"):
        try:
            load_veileder(replace(utgave, levert=False))
        except ContentError as error:
            print(*error.problems, sep="\n")  # noqa: T201 - what the script is for
            kode = 1
            continue
        (utgave.mappe / CHECKSUM).write_text(f"{checksum(utgave)}\n", "ascii")
    return kode


if __name__ == "__main__":
    raise SystemExit(main())
