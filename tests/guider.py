"""The made-up guides of other municipalities, and the broken copies made of one of them.

A fault is a folder of odelagte/: feil.yaml says what is changed in Fjordvik's guide, forventet.txt
is the exact list of problems. `PYTHONPATH=src python tests/guider.py` writes forventet.txt anew
for every fault that is found; read the difference before you keep it.
"""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from veileder_cli.editions import Utgave
from veileder_cli.errors import ContentError
from veileder_cli.loader import load_veileder
from veileder_cli.model.veileder import Veileder

TESTS: Final = Path(__file__).parent
FJORDVIK: Final = TESTS / "veiledere" / "fjordvik" / "2025-01"
OYVIK: Final = TESTS / "veiledere" / "oyvik" / "2026-02"
TRONDHEIM: Final = TESTS.parent / "content" / "trondheim" / "2021-11"
ODELAGTE: Final = TESTS / "odelagte"


def load(mappe: Path) -> Veileder:
    """Load a guide as content from outside: whole, and checked."""
    return load_veileder(Utgave(f"{mappe.parent.name}/{mappe.name}", mappe))


def problems(mappe: Path) -> list[str]:
    """List what the loader says is wrong with a guide."""
    try:
        load(mappe)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def faults(found_by: str) -> list[str]:
    """Name the faults that reading, integrity or the cases find ("lesing", "integritet", …)."""
    return [f for f in _all() if _read(f)["funnet_av"] == found_by and _list(f).is_file()]


def expected(fault: str) -> list[str]:
    """Give the problems that the fault must be reported as."""
    return _list(fault).read_text("utf-8").splitlines()


def broken_copy(fault: str, folder: Path) -> Path:
    """Copy Fjordvik's guide into the folder and make the fault in it."""
    mappe = folder / "fjordvik" / "2025-01"
    shutil.copytree(FJORDVIK, mappe)
    for endring in _read(fault)["endringer"]:
        change(mappe / endring["fil"], endring)
    return mappe


def change(fil: Path, endring: Mapping[str, str]) -> None:
    """Make one change of a file: remove it, link it, write it anew, or swap a text in it."""
    tekst = fil.read_bytes().decode() if fil.exists() else ""
    fil.unlink(missing_ok=True)
    if "lenke" in endring:
        shutil.copy(FJORDVIK / fil.name, fil.parents[2] / endring["lenke"])
        fil.symlink_to(fil.parents[2] / endring["lenke"])
    elif "slett" not in endring:
        if "bytt" in endring:
            assert tekst.count(endring["bytt"]) == 1, (fil, endring)
            tekst = tekst.replace(endring["bytt"], endring["med"])
        fil.write_bytes(endring.get("ny", tekst).encode(endring.get("koding", "utf-8")))


def _all() -> list[str]:
    return sorted(mappe.name for mappe in ODELAGTE.iterdir() if mappe.is_dir())


def _list(fault: str) -> Path:
    return ODELAGTE / fault / "forventet.txt"


def _read(fault: str) -> Any:
    # BaseLoader: every scalar is text, as the program reads it
    tekst = (ODELAGTE / fault / "feil.yaml").read_text("utf-8")
    return yaml.load(tekst, yaml.BaseLoader)  # noqa: S506 (safe: text only)


def _write_expected() -> None:
    assert not problems(FJORDVIK)
    for fault in _all():
        with tempfile.TemporaryDirectory() as folder:
            linjer = problems(broken_copy(fault, Path(folder)))
        if linjer:
            _list(fault).write_text("".join(f"{linje}\n" for linje in linjer), "utf-8")


if __name__ == "__main__":
    _write_expected()
