"""Builds all that is delivered into one folder: python -m pakke."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from zlib import ZLIB_RUNTIME_VERSION as ZLIB_VERSION

from pakke.folder import LICENCES, OWN, NotOursError, clear, write_sums
from pakke.licences import NoLicenceError, third_party_licences
from pakke.pythons import find_pythons, version_of
from pakke.pyz import build_pyz
from pakke.sbom import build_sbom
from pakke.wheelhouse import build_wheelhouse
from pakke.wheels import ROOT, NotPureError, Wheel, collect
from pakke.windows import (
    WrongPythonError,
    build_msi,
    build_windows_zip,
    read_python,
    windows_folder,
)

TOLD = {
    NotOursError: "Mappa har filer som ikke er bygd her. Velg en annen mappe:",
    NotPureError: "Dette er ikke ren Python, og kan ikke leveres:",
    NoLicenceError: "Denne pakken sier ikke hvilken lisens den har:",
    WrongPythonError: "Dette er ikke en av Python-pakkene som er kontrollert:",
}


def main() -> int:
    """Build, say what was built, and give the exit code."""
    options = _options()
    try:
        pythons = {version_of(command): command for command in options.kompiler}
        build(options.ut, pythons or find_pythons(), commit_time(), options.python)
    except tuple(TOLD) as error:
        print(f"{TOLD[type(error)]}\n{error}", file=sys.stderr)
        return 1
    for file in sorted(options.ut.iterdir()):
        print(f"{file.stat().st_size:>10}  {file}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="pakke", description="Bygg alt som leveres.")
    parser.add_argument("--ut", type=Path, default=ROOT / "dist", help="mappa det legges i")
    parser.add_argument(
        "--python",
        type=Path,
        metavar="MAPPE",
        help="lag også pakkene for Windows, med Python fra denne mappa",
    )
    parser.add_argument(
        "--kompiler",
        nargs="+",
        default=[],
        metavar="PYTHON",
        help="kompiler med disse, ellers med dem som finnes (3.11 og nyere)",
    )
    return parser.parse_args()


def commit_time() -> int:
    """Give the time that everything built is marked with: the commit's, or the one asked for."""
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    log = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(asked or subprocess.check_output(log, text=True))


def build(
    target: Path, pythons: Mapping[str, str], epoch: int, windows: Path | None = None
) -> None:
    """Fill the folder with one build; what an earlier build left there goes.

    `pythons` are the commands that compile, by the version that each is; `windows` is the folder
    of the Python that goes into the packages for Windows. Raises NotOursError where something else
    is in the folder.
    """
    embedded, embedded_files = read_python(windows) if windows else ("", {})
    clear(target)
    with tempfile.TemporaryDirectory() as folder:
        wheels = collect(Path(folder), epoch)
        own = next(wheel for wheel in wheels if wheel.name == OWN)
        others = [wheel for wheel in wheels if wheel is not own]
        name = f"{OWN}-{own.version}"
        licences = third_party_licences(others).encode()
        papers = {"LICENSE": (ROOT / "LICENSE").read_bytes(), LICENCES: licences}
        (target / LICENCES).write_bytes(licences)
        (target / own.path.name).write_bytes(own.path.read_bytes())
        build_wheelhouse(target / f"{name}-wheelhouse.zip", wheels, epoch)
        build_pyz(target / f"{OWN}.pyz", site(wheels), papers, pythons.values(), epoch)
        sbom = build_sbom(OWN, wheels, epoch, {"python": pythons, "zlib": [ZLIB_VERSION]}, embedded)
        (target / f"{name}-sbom.cdx.json").write_text(sbom, "utf-8")
    if embedded:
        files = windows_folder(embedded_files, (target / f"{OWN}.pyz").read_bytes(), papers)
        build_windows_zip(target / f"{name}-win64.zip", files, epoch)
        build_msi(target / f"{name}-win64.msi", files, own.version, epoch)
    write_sums(target)


def site(wheels: list[Wheel]) -> dict[str, bytes]:
    """Give the files of all wheels as they would stand when installed together."""
    return {name: data for wheel in wheels for name, data in wheel.files.items()}


if __name__ == "__main__":
    raise SystemExit(main())
